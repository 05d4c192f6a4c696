"""Features: what speaks for a fact as the answer to a question, each a number in [0, 1].

Weights are in one table; `tests/benchmarks/fit.py` fits them to questions with known answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factcli.search.index import Entry, Index, trigrams
from factcli.search.query import Query
from factcli.text.stems import stem


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or figure of the question."""

    word: str
    weight: float
    """Its rarity in the store, less where it is a frequent English word."""
    meant: Mapping[str, float]
    """The stems that it may mean, each with its weight; that of a typo or kindred word is lower."""
    telling: float = 1.0
    """How much it says at all: little for a frequent English word."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term, and the stem by which a fact has it; the stem of a figure is ""."""

    term: Term
    stem: str
    weight: float


@dataclass(frozen=True, slots=True)
class View:
    """A question held against one fact."""

    query: Query
    terms: Sequence[Term]
    total: float
    """The weight of all terms."""
    entry: Entry
    matches: Sequence[Match | None]
    """One for each term, None where the fact does not have it."""
    index: Index
    grams: Mapping[str, float]
    """The trigrams of the question's content words, with their weights, which add up to 1."""


def coverage(view: View) -> float:
    """How much of the question's weight the fact has at all."""
    return sum(match.weight for match in view.matches if match) / view.total


def frequency(view: View) -> float:
    """Okapi BM25 with k1 0.9 and b 0.4, as a share of what it could be."""
    weights = view.entry.weights
    return sum(match.weight * weights.get(match.stem, 1.0) for match in view.matches if match) / view.total


def neighbourhood(view: View) -> float:
    """How much of what is missing the facts before and after have: one sentence often continues another."""
    return _nearby(view, 1)


def wider_neighbourhood(view: View) -> float:
    """Do the same for the facts at a distance of two and three."""
    return max(_nearby(view, 2), _nearby(view, 3))


def closeness(view: View) -> float:
    """How close neighbours in the question stand in the fact; each pair by its weight, halved by a word between."""
    return max((_closeness(view, sequence) for sequence in view.entry.sequences), default=0.0)


def function_words(view: View) -> float:
    """How many of the question's function words the statement has: "from … to", "by"."""
    asked = {stem(word, view.entry.language) for word in view.query.function_words}
    return len(asked.intersection(view.entry.sequences[0])) / (1 + len(asked))


def phrase(view: View) -> float:
    """How long the longest run of words is that stands in question and fact alike, up to six."""
    asked = [stem(word, view.entry.language) for word in view.query.sequence]
    return max((_longest_run(asked, sequence) for sequence in view.entry.sequences), default=0) / 6


def focus(view: View) -> float:
    """How much of the statement, or of an alias, the question is about: the rest is something else."""
    found = {match.stem for match in view.matches if match}
    return max(
        (len(found.intersection(sequence)) / len(set(sequence)) for sequence in view.entry.sequences if sequence),
        default=0.0,
    )


def spelling(view: View) -> float:
    """How many of the question's trigrams the fact has, by weight: it forgives what stems and typos do not."""
    return sum(weight for gram, weight in view.grams.items() if gram in view.entry.trigrams)


def kind(view: View) -> float:
    """Whether a fact that has the question's words can answer when, how many, who, where or why.

    A fact without a short answer names somebody or somewhere if it has names that the question has not.
    """
    expected = view.query.expects
    if expected is None:
        return coverage(view) / 2
    if expected not in view.entry.offers:
        return 0.0
    if expected in ("who", "where") and view.entry.fact.answer is None:
        asked = {stem(word, view.entry.language) for word in view.query.sequence}
        return coverage(view) * min(2, len(view.entry.names - asked)) / 2
    return coverage(view)


Feature = Callable[[View], float]

WEIGHTS: dict[Feature, float] = {
    coverage: 0.25,
    frequency: 0.10,
    neighbourhood: 0.05,
    wider_neighbourhood: 0.03,
    closeness: 0.14,
    function_words: 0.07,
    phrase: 0.07,
    focus: 0.11,
    spelling: 0.09,
    kind: 0.09,
}
"""What a fact's fit is made of; the weights add up to 1."""


def question_grams(terms: Sequence[Term]) -> dict[str, float]:
    """Return the trigrams of the terms, those of rare words weighing more, with weights that add up to 1."""
    weights: dict[str, float] = {}
    for term in terms:
        for gram in trigrams(term.word):
            weights[gram] = max(term.weight, weights.get(gram, 0.0))
    total = sum(weights.values()) or 1.0
    return {gram: weight / total for gram, weight in weights.items()}


def _nearby(view: View, distance: int) -> float:
    gained = 0.0
    around = list(view.index.neighbours(view.entry, distance))
    if not around:
        return 0.0
    for term, match in zip(view.terms, view.matches, strict=True):
        own = match.weight if match else 0.0
        best = max(
            (weight for stemmed, weight in term.meant.items() for entry in around if stemmed in entry.weights),
            default=0.0,
        )
        gained += max(0.0, best - own)
    return gained / view.total


def _closeness(view: View, sequence: Sequence[str]) -> float:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(sequence):
        places.setdefault(word, []).append(place)
    found = [sorted(place for stemmed in term.meant for place in places.get(stemmed, ())) for term in view.terms]
    near = 0.0
    for (left, left_places), (right, right_places) in zip(
        zip(view.terms, found, strict=True), list(zip(view.terms, found, strict=True))[1:], strict=False
    ):
        if left_places and right_places:
            gap = min(_gap(place, right_places) for place in left_places)
            near += (left.weight + right.weight) / 2 / (1 + gap)
    return near / view.total


def _gap(place: int, others: Sequence[int]) -> int:
    """Return how far the next of `others` is from where it would stand right behind `place`."""
    at = bisect_left(others, place + 1)
    return min(abs(other - place - 1) for other in others[max(0, at - 1) : at + 1])


def _longest_run(asked: Sequence[str], sequence: Sequence[str]) -> int:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(sequence):
        places.setdefault(word, []).append(place)
    longest = 0
    previous: dict[int, int] = {}
    for word in asked:
        current = {place: previous.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, *current.values()) if current else longest
        previous = current
    return min(longest, 6)
