"""Typos are found by keys: whatever is within reach of a word by comparing all words is found, and in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from factcli.search.typos import LONGEST_PREFIX, can_be_meant, keys
from factcli.store.read import load
from factcli.text.words import words
from tests.conftest import SHIPPED
from tests.indexes import index_of

STORE = load(SHIPPED)
INDEX = index_of(STORE)
SPELLINGS = sorted({word for fact in STORE.facts.values() for word in words(fact.statement) if can_be_meant(word)})


def most_edits(word: str) -> int:
    return 1 if len(word) < 6 else 2


@given(st.text("abcde", min_size=4, max_size=LONGEST_PREFIX), st.text("abcde", min_size=3, max_size=LONGEST_PREFIX))
def test_words_within_reach_share_a_key(word: str, meant: str) -> None:
    if OSA.distance(word, meant) <= most_edits(word):
        assert keys(word) & keys(meant)


@given(st.sampled_from([word for word in SPELLINGS if len(word) >= 4]), st.integers(0, 20), st.sampled_from("aeiknrt"))
def test_a_slip_anywhere_in_a_word_is_found(word: str, at: int, letter: str) -> None:
    at %= len(word)
    slips = [word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :]]
    for slip in slips:
        if len(slip) >= 4 and OSA.distance(slip, word) <= most_edits(slip):
            assert word in dict(INDEX.alike(slip))


@pytest.mark.parametrize("word", ["kazakstan", "azerbajan", "turnovr", "sumit", "presidnet", "tokaev", "corridr"])
def test_no_word_within_reach_is_missed(word: str) -> None:
    within = {meant for meant in SPELLINGS if OSA.distance(word, meant) <= most_edits(word)}
    assert within <= dict(INDEX.alike(word)).keys()
