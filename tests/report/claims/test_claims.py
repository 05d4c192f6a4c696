"""Claims of a sentence: which clause and which time a figure belongs to, and that no sentence is too odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.claims.attribution import unattributed
from factcli.report.claims.claims import claims, is_question

SENTENCES = [
    (
        "Trade turnover was $470 million in 2024 and $547 million in January–August 2025.",
        [("$470 million", ["2024"]), ("$547 million", ["January–August 2025"])],
    ),
    (
        "Azerbaijan invested $225 million, while Kazakhstan invested $136 million.",
        [("$225 million", []), ("$136 million", [])],
    ),
    (
        "In 2024 and 2025, turnover was $470 million and $547 million respectively.",
        [("$470 million", ["2024"]), ("$547 million", ["2025"])],
    ),
    ("In 2024, shipments exceeded 3.5 million tons, 20% more.", [("3.5 million tons", ["2024"]), ("20%", ["2024"])]),
    ("Signed in March 2025, it is to be ready in 2026.", [("March 2025", ["March 2025"]), ("2026", ["2026"])]),
    ("At $225 million, Azerbaijani investments are the larger.", [("$225 million", [])]),
    ("The two countries are neighbours.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_claims_of_a_sentence(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    found = [(sentence[slice(*claim.focus)], [time.text for time in claim.times]) for claim in claims(sentence)]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Trade grew by 20%, President Aliyev told the agency.", "Trade grew by 20%"),
        ("According to the president, trade grew by 20%.", "trade grew by 20%."),
        ("Ilham Aliyev said that trade grew by 20%.", "trade grew by 20%."),
        ("Trade of $470 million, as was reported, is much.", "Trade of $470 million, as was reported, is much."),
        ("In 2024, the two reported trade of $470 million.", "In 2024, the two reported trade of $470 million."),
    ],
)
def test_who_said_it_is_no_part_of_it(sentence: str, left: str) -> None:
    blanked = unattributed(sentence)
    assert len(blanked) == len(sentence)
    assert blanked.strip() == left


@pytest.mark.parametrize(
    "sentence", ["Did trade grow by 20%?", "“Did trade grow by 20%?”", "Wuchs der Handel um 20 %? "]
)
def test_questions(sentence: str) -> None:
    assert is_question(sentence)


PIECES = st.sampled_from(
    "$470 million|2024|in|March|2025|–|and|, while|;|20%|the|12th|summit|twice|a third|of|per year|(|)|“|”|trade|Kazakh"
    "|Azerbaijan|respectively|by the end of|since|Q1|½|١٢|-5|10^6|1.234.567,89|six times|no. 7|3.5 Mt|\u202e|\x1b[2J|'22"
    "|early|first half of 2024|to|.|?|…|n't|year-end 2026|18.10.2025|99.99.2025".split("|")
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)))
def test_any_sentence_can_be_read(sentence: str) -> None:
    for claim in claims(sentence):
        first, last = claim.focus
        assert 0 <= first < last <= len(sentence)
        assert 0 <= claim.start <= claim.end <= len(sentence)
    assert len(unattributed(sentence)) == len(sentence)
