"""Typing errors are counted alike in plain Python and by RapidFuzz, which many words make it worth loading."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from factcli.search.edits import LOADING_PAYS, plainly

# Few letters make many words that are close to each other.
WORDS = st.text("abc", max_size=9) | st.text(max_size=9)


@given(WORDS, WORDS, st.integers(0, 2))
def test_both_ways_count_alike(word: str, other: str, most: int) -> None:
    assert plainly(word, other, most) == OSA.distance(word, other, score_cutoff=most)


@given(WORDS, st.integers(0, 8), st.integers(0, 8), st.integers(0, 3), st.sampled_from("abx"))
def test_words_made_by_two_slips(word: str, first: int, second: int, slip: int, letter: str) -> None:
    other = word
    for at in (first, second):
        pair = other[at : at + 2]
        other = other[:at] + ["", letter, pair[::-1], letter + pair][slip] + other[at + 2 - (slip == 1) :]
    for most in (1, 2):
        assert plainly(word, other, most) == OSA.distance(word, other, score_cutoff=most)


@pytest.mark.parametrize(("words", "loaded"), [(1, False), (LOADING_PAYS, False), (LOADING_PAYS + 1, True)])
def test_rapidfuzz_is_loaded_once_it_pays(words: int, loaded: bool) -> None:
    code = f"""
import sys
from factcli.search.edits import edits
for _ in range({words}):
    assert edits("sumit", ["summit", "sum", "smuit", "permit"], 2) == [1, 2, 1, 3]
sys.exit("rapidfuzz" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == loaded
