"""Words of a text, as searching sees them."""

from __future__ import annotations

import pytest
from hypothesis import given

from factcli.text.words import words
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("—!?…", []),
        ("Trade turnover", ["trade", "turnover"]),
        ("Children’s 3,500.5", ["children", "3500.5"]),
        ("the U.S. and the E.U.", ["the", "us", "and", "the", "eu"]),
        ("$470 million", ["470", "million"]),
        ("1,234,567", ["1234567"]),
        ("3.5", ["3.5"]),
        ("end.Next", ["end", "next"]),
        ("trade,energy", ["trade", "energy"]),
        ("Əliyev-Tokayev", ["aliyev", "tokayev"]),
        ("snake_case", ["snake", "case"]),
        ("O'Brien", ["o", "brien"]),
        ("don't", ["dont"]),
        ("'quoted'", ["quoted"]),
        ("Türkiye'nin İstanbul’u Bakı'da 1870'ten", ["turkiye", "istanbul", "baki", "1870"]),
        ("Hawai'i qu'un", ["hawaii", "quun"]),
        ("co\u00adoperation", ["cooperation"]),
        ("цена 5%", ["цена", "5"]),
        ("за́мок", ["замок"]),
        ("مُدَرِّسَة", ["مدرسة"]),
        ("港口", ["港", "港口", "口"]),
        ("Port+HD港口", ["port", "hd", "港", "港口", "口"]),
        ("耗资3.5万", ["耗", "耗资", "资", "3.5", "万"]),
        ("Ａ港", ["a", "港"]),
    ],
)
def test_words_are_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(TEXTS)
def test_words_of_any_text_are_plain_and_not_empty(text: str) -> None:
    for word in words(text):
        assert word
        assert not any(char.isspace() for char in word)
