"""Features: what speaks for a fact as the answer to a question, each a number in [0, 1].

Weights are in one table; `tests/benchmarks/fit.py` fits them to questions with known answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcli.search.entry import REACH, Entry, trigrams
from factcli.search.query import Query
from factcli.text.question_words import NAMES_UNMARKED
from factcli.text.stems import stem

LONGEST_RUN = 6
"""No run of words is worth more than one of so many."""
# Sentences of a text continue one another. A fact with a short answer was made to stand alone.
_STANDS_ALONE = 0.25


class Term:
    """A content word or figure of the question."""

    __slots__ = ("meant", "telling", "values", "weight", "word")

    def __init__(
        self,
        word: str,
        weight: float,
        meant: Mapping[str, float],
        telling: float = 1.0,
        values: frozenset[str] = frozenset(),
    ) -> None:
        self.word = word
        self.weight = weight
        """Its rarity in the store, less where it is a frequent English word."""
        self.meant = meant
        """The stems that it may mean, each with its weight; that of a typo or kindred word is lower."""
        self.telling = telling
        """How much it says at all: little for a frequent English word."""
        self.values = values
        """What stands for a figure among the stems of an index, by its readings; nothing for a word."""


class Match:
    """A term, and the stem by which a fact has it; the stem of a figure is ""."""

    __slots__ = ("stem", "term", "weight")

    def __init__(self, term: Term, stem: str, weight: float) -> None:
        self.term, self.stem, self.weight = term, stem, weight


class Question:
    """A question with all that holds for it against any fact, worked out once."""

    __slots__ = ("_asked", "grams", "nearby", "query", "terms", "total")

    def __init__(self, query: Query, terms: Sequence[Term], nearby: Mapping[int, Mapping[int, float]]) -> None:
        self.query = query
        self.terms = terms
        self.total = sum(term.weight for term in terms)
        """The weight of all terms."""
        self.nearby = nearby
        """For positions at and around the candidates, which terms each fact has, with the weight of the stem."""
        self.grams = question_grams(terms)
        """The trigrams of the content words, with their weights, which add up to 1."""
        self._asked: dict[str, tuple[frozenset[str], list[list[str]]]] = {}

    def asked(self, language: str) -> tuple[frozenset[str], list[list[str]]]:
        """Return the function words as stems of a language, and all runs of one stem, of two, up to LONGEST_RUN."""
        found = self._asked.get(language)
        if found is None:
            stems = [stem(word, language) for word in self.query.sequence]
            lengths = range(1, min(LONGEST_RUN, len(stems)) + 1)
            runs = [[f" {' '.join(stems[at : at + n])} " for at in range(len(stems) - n + 1)] for n in lengths]
            function_words = frozenset(stem(word, language) for word in self.query.function_words)
            found = self._asked[language] = (function_words, runs)
        return found


class View:
    """A question held against one fact."""

    __slots__ = ("coverage", "entry", "matches", "query", "question", "terms", "total")

    def __init__(self, question: Question, entry: Entry, matches: Sequence[Match | None]) -> None:
        self.question, self.entry = question, entry
        self.query, self.terms, self.total = question.query, question.terms, question.total
        self.matches = matches
        """One for each term, None where the fact does not have it."""
        self.coverage = sum([match.weight for match in matches if match]) / self.total
        """How much of the question's weight the fact has at all."""


def coverage(view: View) -> float:
    """How much of the question's weight the fact has at all."""
    return view.coverage


def frequency(view: View) -> float:
    """Okapi BM25 with k1 0.9 and b 0.4, as a share of what it could be."""
    return sum([match.weight * view.entry.weight(match.stem) for match in view.matches if match]) / view.total


def wording(view: View) -> float:
    """How much of the question's weight the fact has as the question spells it."""
    spelled = view.entry.spelled
    return sum([term.weight for term in view.terms if f" {term.word} " in spelled]) / view.total


def preceding(view: View) -> float:
    """How much of what is missing the fact before has: one sentence often continues another."""
    return _gained(view, view.entry.before(1))


def lead_up(view: View) -> float:
    """How much of what is missing the three facts before have, which say what this one is about."""
    return _gained(view, view.entry.before(REACH))


def following(view: View) -> float:
    """How much of what is missing the fact behind has."""
    return _gained(view, view.entry.behind())


def function_words(view: View) -> float:
    """How many of the question's function words the statement has: "from … to", "by"."""
    asked, _ = view.question.asked(view.entry.language)
    return len(asked & view.entry.bags[0]) / (1 + len(asked))


def phrase(view: View) -> float:
    """How long the longest run of words is that stands in question and fact alike, up to LONGEST_RUN."""
    _, runs = view.question.asked(view.entry.language)
    return max([_longest_run(runs, text) for text in view.entry.texts]) / LONGEST_RUN


def focus(view: View) -> float:
    """How much of the statement, or of an alias, the question is about: the rest is something else."""
    found = {match.stem for match in view.matches if match}
    return max([len(found & bag) / len(bag) for bag in view.entry.bags if bag], default=0.0)


def spelling(view: View) -> float:
    """How many of the question's trigrams the fact has, by weight: it forgives what stems and typos do not."""
    spelled = view.entry.spelled
    return sum([weight for gram, weight in view.question.grams.items() if gram in spelled])


def kind(view: View) -> float:
    """Whether a fact that has the question's words can answer when, how many, who, where or why.

    A fact without a short answer names somebody or somewhere if it has names that the question has not.
    """
    expected = view.query.expects
    if expected is None:
        return coverage(view) / 2
    if expected not in view.entry.offers:
        return 0.0
    if expected in ("who", "where") and view.entry.answer is None:
        if view.entry.language in NAMES_UNMARKED:
            return coverage(view) / 2
        asked = {stem(word, view.entry.language) for word in view.query.sequence}
        return coverage(view) * min(2, len(view.entry.names - asked)) / 2
    return coverage(view)


def naming(view: View) -> float:
    """Whether a fact that tells what something is called stands against a question for that."""
    return 1.0 if view.query.asks_name and "name" in view.entry.offers else 0.0


WEIGHTS: dict[Callable[[View], float], float] = {
    coverage: 0.20,
    frequency: 0.10,
    wording: 0.08,
    preceding: 0.10,
    lead_up: 0.18,
    following: 0.16,
    function_words: 0.08,
    phrase: 0.07,
    focus: 0.12,
    spelling: 0.12,
    kind: 0.10,
    naming: 0.05,
}
"""What a fact's fit is made of, as fitted to questions in seven languages, and rounded.

The weights of what it has itself add up to 0.92. What stands around it makes up for words that it lacks, which weigh as
much in `coverage`, `frequency`, `wording` and `spelling`: so no fit is more than that.
"""


def question_grams(terms: Sequence[Term]) -> dict[str, float]:
    """Return the trigrams of the terms, those of rare words weighing more, with weights that add up to 1."""
    weights: dict[str, float] = {}
    for term in terms:
        for gram in trigrams(term.word):
            weights[gram] = max(term.weight, weights.get(gram, 0.0))
    total = sum(weights.values()) or 1.0
    return {gram: weight / total for gram, weight in weights.items()}


def _gained(view: View, places: Sequence[int]) -> float:
    """Return how much of the question's weight the facts at `places` have that the fact itself lacks."""
    nearby = view.question.nearby
    best: Mapping[int, float] = {}
    for place in places:
        if held := nearby.get(place):
            best = heavier(best, held) if best else held
    gained = 0.0
    for number, weight in best.items():
        match = view.matches[number]
        if (own := match.weight if match else 0.0) < weight:
            gained += weight - own
    return gained / view.total * (1.0 if view.entry.answer is None else _STANDS_ALONE)


def heavier(left: Mapping[int, float], right: Mapping[int, float]) -> Mapping[int, float]:
    """Return the terms of either of two facts, each with its greater weight."""
    return {**left, **{number: max(weight, left.get(number, 0.0)) for number, weight in right.items()}}


def _longest_run(runs: Sequence[Sequence[str]], text: str) -> int:
    """Return the length of the longest of `runs` in `text`; they are by length, and a run has all the shorter ones."""
    for length, of_length in enumerate(runs):
        for run in of_length:
            if run in text:
                break
        else:
            return length
    return len(runs)
