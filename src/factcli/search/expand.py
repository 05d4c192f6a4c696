"""From a word of a question to the words of the store that may be meant: itself, its other forms, its typos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from factcli.text.words import STOP_WORDS

# A form of the same word shares a beginning: "invest" and "investments", "Kazakh" and "Kazakhstan".
_SHORTEST_STEM = 5
_SAME_FORM, _OTHER_FORM = 0.95, 0.7
_AMERICAN = {"is": "iz", "tre": "ter", "our": "or", "onne": "on"}
_BRITISH = re.compile(r"is(?=ations?$|es?$|ed$|ing$|ers?$)|tre(?=s?$)|(?<=\w\w)our(?=s?$|ed$|ing$)|(?<=t)onne(?=s?$)")
_ENDINGS = frozenset(("", "s", "es", "d", "ed", "ing", "al", "ly", "n", "an", "ian", "er", "ers", "e", "y", "ies"))
# Damerau's edit distance catches most human typos within one edit in short words, two in long ones.
_ONE_EDIT, _TWO_EDITS = 4, 7
_PER_EDIT = {1: 0.9, 2: 0.7}
_MOST_TYPOS = 8


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words of the store for one word of a question, each with a weight in (0, 1]."""

    word: str
    meant: tuple[tuple[str, float], ...]


def expand(word: str, vocabulary: Sequence[str]) -> Expansion:
    """Find what `word` may mean among the words of a store."""
    meant = _forms(word, vocabulary)
    if max(meant.values(), default=0.0) >= _SAME_FORM or not word.isalpha():
        return Expansion(word, tuple(meant.items()))
    for typo, likelihood in _typos(word, vocabulary).items():
        for term, sameness in _forms(typo, vocabulary).items():
            meant[term] = max(likelihood * sameness, meant.get(term, 0.0))
    return Expansion(word, tuple((meant or _run_together(word, vocabulary)).items()))


def is_mistyped_stop_word(word: str) -> bool:
    """Tell whether `word` looks like a stop word with one typing error: "wich", "tehre"."""
    return len(word) >= _ONE_EDIT and any(
        len(stop) >= _ONE_EDIT and OSA.distance(word, stop, score_cutoff=1) <= 1 for stop in STOP_WORDS
    )


def _forms(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    return {term: weight for term in vocabulary if (weight := _form(word, term))}


def _form(word: str, term: str) -> float:
    """Weigh `term` as a form of the same word as `word`; 0 if it is none."""
    if word == term:
        return 1.0
    if not (word.isalpha() and term.isalpha()) or min(len(word), len(term)) < 3 or word[0] != term[0]:
        return 0.0
    word, term = _american(word), _american(term)
    if word == term:
        return _SAME_FORM
    stem = Prefix.similarity(word, term)
    if stem >= 3 and word[stem:] in _ENDINGS and term[stem:] in _ENDINGS and stem >= max(len(word), len(term)) - 3:
        return _SAME_FORM
    if stem >= _SHORTEST_STEM and stem >= 0.6 * max(len(word), len(term)):
        return _OTHER_FORM
    return 0.0


def _american(word: str) -> str:
    """Spell a word the American way: "organisation", "centre", "tonnes"."""
    return _BRITISH.sub(lambda match: _AMERICAN[match[0]], word) if len(word) > 4 else word


def _typos(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    most = 0 if len(word) < _ONE_EDIT else 1 if len(word) < _TWO_EDITS else 2
    if not most:
        return {}
    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=most, limit=_MOST_TYPOS)
    weights = {}
    for term, edits, _ in found:
        if term.isalpha() and len(term) >= _ONE_EDIT - 1:
            same_start = 1.0 if term[0] == word[0] else 0.85
            weights[term] = _PER_EDIT[max(1, int(edits))] * same_start
    return weights


def _run_together(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    """Read "tradeturnover" as "trade turnover"."""
    known = set(vocabulary)
    for cut in range(3, len(word) - 2):
        if word[:cut] in known and word[cut:] in known:
            return {word[:cut]: 0.8, word[cut:]: 0.8}
    return {}
