"""Direction: whether two sentences with the same words say the opposite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.text.direction import other_object, reversed_in, roles
from factcli.text.words import words

PARTIES = ("norland", "norlandic", "sudland", "sudlandic", "smith", "westport")


def is_party(word: str) -> bool:
    return word in PARTIES


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norlandic investments in Sudland", {"norlandic": "origin", "sudland": "goal"}),
        ("how much did Norland invest in the Republic of Sudland", {"norland": "origin", "sudland": "goal"}),
        ("investments from Norland to Sudland", {"norland": "origin", "sudland": "goal"}),
        ("Sudland was visited by Smith", {"sudland": "goal", "smith": "origin"}),
        ("Smith has visited Norland", {"smith": "origin", "norland": "goal"}),
        ("exports to Norland's ports from Sudland", {"norland": "goal", "sudland": "origin"}),
        ("trade between Norland and Sudland", {}),
        ("trade of Norland with Sudland", {}),
        ("from Norland to Sudland and from Sudland to Norland", {}),
    ],
)
def test_roles(sentence: str, found: dict[str, str]) -> None:
    assert roles(words(sentence), is_party) == found


@pytest.mark.parametrize(
    ("asked", "told", "reversed_"),
    [
        ("investments from Norland to Sudland", "Sudlandic investments in Norland", True),
        ("how much did Sudland invest in Norland", "Norlandic investments in Sudland", True),
        ("how much did Sudland invest in Norland", "Sudlandic investments in Norland", False),
        ("investments of Norland and Sudland", "Sudlandic investments in Norland", False),
        ("investments in Norland", "Sudlandic investments in Norland", False),
        ("exports from Norland", "Norland's exports", False),
    ],
)
def test_reversed(asked: str, told: str, *, reversed_: bool) -> None:
    assert reversed_in(roles(words(asked), is_party), roles(words(told), is_party)) == reversed_


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("how often has Smith visited Norland", "Smith of Norland has visited Sudland twice", ("norland", "sudland")),
        ("a visit to Norland by Smith", "Smith paid a visit to Sudland", ("norland", "sudland")),
        ("how often has Smith visited Norland", "Smith has visited Norland twice", None),
        ("how often has Smith visited Norland", "Smith visited Sudland and Norland", None),
        ("who visited Norlandic ports", "Smith visited Norland", None),
        ("how often has Smith helped Norland", "Smith visited Sudland", None),
        ("how often has Smith visited", "Smith visited Sudland", None),
    ],
)
def test_another_object(asked: str, told: str, other: tuple[str, str] | None) -> None:
    assert other_object(words(asked), words(told), is_party) == other


@given(st.lists(st.sampled_from([*PARTIES, *"from to in by of and between visited the investments".split()])))
def test_no_sentence_reverses_itself(sentence: list[str]) -> None:
    found = roles(sentence, is_party)
    assert not reversed_in(found, found)
    assert other_object(sentence, sentence, is_party) is None
