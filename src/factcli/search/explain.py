"""Why a hit scored what it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcli.search.features import WEIGHTS, Match, Term
from factcli.search.rank import Hit, certainty_of
from factcli.text.stems import stem


class Part(NamedTuple):
    """One feature's part in the fit: `value` in [0, 1], which counts `weight` times."""

    feature: str
    value: float
    weight: float
    meaning: str


class Word(NamedTuple):
    """A word or figure of the question, and its share of the question's weight.

    `found` is the stem by which the fact has it, the word itself if it is its own, "" if the fact does not have it;
    `sureness` is what that counts, as a share of what the word could count.
    """

    word: str
    share: float
    found: str
    sureness: float


class Explanation(NamedTuple):
    """The score of a hit is its fit times the certainty of the question, a fifth less if a binding rule is broken."""

    fit: float
    certainty: float
    parts: Sequence[Part]
    words: Sequence[Word]


def explain(hit: Hit) -> Explanation:
    """Take the score of a hit apart."""
    parts = [
        Part(feature.__name__, feature(hit.view), weight, (feature.__doc__ or "").partition("\n")[0])
        for feature, weight in WEIGHTS.items()
    ]
    words = [_word(hit, term, match) for term, match in zip(hit.view.terms, hit.view.matches, strict=True)]
    fit = sum(part.value * part.weight for part in parts)
    return Explanation(fit, certainty_of(hit.view.terms), parts, words)


def _word(hit: Hit, term: Term, match: Match | None) -> Word:
    share = term.weight / hit.view.total
    if match is None:
        return Word(term.word, share, "", 0.0)
    itself = not match.stem or match.stem == stem(term.word, hit.fact.language)
    return Word(term.word, share, term.word if itself else match.stem, min(1.0, match.weight / term.weight))
