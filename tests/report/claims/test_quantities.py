"""Quantities as reports write them: their dimension, what they count, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.claims.quantities import quantities
from factcli.report.claims.times import times

READ = [
    ("came to $470 million", [("USD", {470e6})]),
    ("USD 0.47bn", [("USD", {470e6})]),
    ("€470 million", [("EUR", {470e6})]),
    ("20% higher", [("percent", {20})]),
    ("a fifth more than before", [("percent", {20})]),
    ("up by a quarter", [("percent", {25})]),
    ("more than threefold", [("fold", {3})]),
    ("more than tripled", [("fold", {3})]),
    ("three times higher than", [("fold", {3})]),
    ("by a factor of more than three", [("fold", {3})]),
    ("six times over the years", [("count", {6})]),
    ("the 12th summit", [("ordinal", {12})]),
    ("Summit XII", [("ordinal", {12})]),
    ("visit no. 7", [("ordinal", {7})]),
    ("3.5 million tonnes", [("mass", {3.5e6})]),
    ("3.5 Mt", [("mass", {3.5e6})]),
    ("3.5 million barrels", [("volume", {3.5e6 * 0.158987})]),
    ("its centenary", [("ordinal", {100})]),
    ("a full century later", [("time", {1200})]),
    ("about 170 documents", [("count", {170})]),
    ("three countries", [("count", {3})]),
    # what the reader knows, or what is no claim
    ("the two countries", []),
    ("my 12 drafts", []),
    ("see chapter 3, figure 2 and p. 17", []),
    ("version 2.4.1 and release 3", []),
    ("at 10:30 and 12:15", []),
    ("call +994 12 555 01 23", []),
    ("the Boeing 737 and Expo 2017", []),
    ("a two-way street", []),
    ("in 2024", []),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_notations(text: str, expected: list[tuple[str, set[float]]]) -> None:
    found = quantities(text, times(text))
    assert [(quantity.dimension, set(quantity.values)) for quantity in found] == expected


DETAILS = [
    ("about 170 documents", "nouns", ("documents",)),
    ("250 commercial entities", "nouns", ("commercial", "entities")),
    ("$470 million of wheat", "of", ("wheat",)),
    ("$470 million worth of Kazakh wheat", "of", ("kazakh", "wheat")),
    ("$225 million in 2024", "of", ()),
    ("1.5 million tons of oil per year", "rate", "year"),
    ("1.5 million tons are to go along the route every month", "rate", "month"),
    ("was 20% higher", "change", "up"),
    ("fell by 20%", "change", "down"),
    ("more than 20% lower", "change", "down"),
    ("the two countries met 250 companies", "certain", True),
    ("six visits", "certain", False),
    ("$470 million", "digits", 2),
    ("3.50 million tons", "digits", 3),
]


@pytest.mark.parametrize(("text", "detail", "value"), DETAILS)
def test_details(text: str, detail: str, value: object) -> None:
    (quantity,) = quantities(text, times(text))
    assert getattr(quantity, detail) == value


def test_the_length_of_a_time_is_not_what_is_claimed() -> None:
    window, visits = quantities("over the past three years he came six times", [])
    assert (window.dimension, visits.dimension) == ("window", "count")


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    known = times(text)
    found = quantities(text, known)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
        assert all(quantity.end <= time.start or time.end <= quantity.start for time in known)
