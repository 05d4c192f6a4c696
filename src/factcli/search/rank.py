"""Ranking: what a fact's score for a question is made of, and whether it answers.

Two rules stand above the score. A figure in the question binds: a fact that does not hold it is no answer. And
unknown names bind: if the weightiest word of a question is nowhere in the store, there is no strong answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from factcli.search.expand import Expansion, expand, is_mistyped_stop_word
from factcli.search.index import Entry, Index
from factcli.search.query import Query
from factcli.store.model import Fact
from factcli.text.figures import Figure, missing
from factcli.text.safe import safe
from factcli.text.words import COMMON_WORDS

Match = Literal["strong", "weak"]

STRONG, WEAK, NEAR = 0.58, 0.33, 0.25
"""How well a fact must fit to be a strong answer, a weak one, or worth a mention."""
MOST_NEAR = 3

# What a score is made of; the weights add up to 1.
_COVERAGE, _BM25, _CLOSENESS, _PHRASE, _FOCUS, _KIND = 0.57, 0.13, 0.06, 0.06, 0.10, 0.08
# A frequent English word tells less than its rarity in one store says.
_COMMON = 0.3
# A question of fewer telling words than this is too vague to be as sure of.
_TELLING = 4
# A fact that breaks a binding rule keeps its order among its like but never passes for an answer.
_NO_ANSWER = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A fact that answers.

    `score` is how well it fits times how telling the question is: in [0, 1], and comparable across questions.
    """

    fact: Fact
    score: float
    match: Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A fact that does not answer, and why."""

    fact: Fact
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What a store says to a question, best first."""

    hits: tuple[Hit, ...]
    near: tuple[Near, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or figure of the question with its weight, and how well each fact matches it."""

    word: str
    weight: float
    matches: Mapping[int, tuple[float, str]]
    """By fact: how sure it is that the word is meant, in (0, 1], and the fact's own word."""
    telling: float = 1.0
    """How much it says at all: little for a frequent English word."""


def ask(
    index: Index,
    query: Query,
    *,
    keep: Callable[[Fact], bool],
    superseded: Mapping[str, str],
    limit: int,
    min_score: float | None = None,
) -> Answers:
    """Answer `query` from the facts that `keep` lets through.

    With `min_score` every fact that reaches it is a hit, whether or not it answers.
    """
    terms = _terms(index, query)
    total = sum(term.weight for term in terms)
    if not total:
        return Answers((), ())
    certainty = min(1.0, (sum(term.telling for term in terms) / _TELLING) ** 0.5)
    heaviest = max(terms, key=lambda term: term.weight)
    unknown = not heaviest.matches or heaviest.telling < 1
    hits, near = [], []
    for position in _candidates(terms):
        entry = index.entries[position]
        if not keep(entry.fact):
            continue
        fit = _fit(entry, position, terms, query, total)
        why = _objection(entry, query, superseded)
        strong = fit >= STRONG and not unknown and not why and _can_answer(entry, query)
        score = fit * certainty * (_NO_ANSWER if why else 1.0)
        if score >= min_score if min_score is not None else fit >= WEAK and not why:
            hits.append(Hit(fact=entry.fact, score=round(score, 4), match="strong" if strong else "weak"))
        elif fit >= NEAR:
            reason = why or _uncovered(position, terms)
            near.append(Near(fact=entry.fact, score=round(fit * certainty, 4), why=reason))
    hits.sort(key=lambda hit: -hit.score)
    near.sort(key=lambda item: -item.score)
    return Answers(tuple(hits[:limit]), tuple(near[:MOST_NEAR]))


def _terms(index: Index, query: Query) -> list[_Term]:
    vocabulary = list(index.postings)
    expansions = [expand(word, vocabulary) for word in query.words]
    told = [expansion for expansion in expansions if expansion.meant or not is_mistyped_stop_word(expansion.word)]
    return [_word(index, expansion) for expansion in told] + [_figure(index, figure) for figure in query.figures]


def _figure(index: Index, figure: Figure) -> _Term:
    positions = {position for value in figure.values for position in index.figures.get(value, ())}
    return _Term(figure.text, index.rarity(len(positions)), dict.fromkeys(positions, (1.0, "")))


def _word(index: Index, expansion: Expansion) -> _Term:
    matches: dict[int, tuple[float, str]] = {}
    for meant, sureness in expansion.meant:
        for position in index.postings[meant]:
            if sureness > matches.get(position, (0.0, ""))[0]:
                matches[position] = (sureness, meant)
    telling = _COMMON if expansion.word in COMMON_WORDS else 1.0
    return _Term(expansion.word, index.rarity(len(matches)) * telling, matches, telling)


def _candidates(terms: list[_Term]) -> list[int]:
    return sorted({position for term in terms for position in term.matches})


def _fit(entry: Entry, position: int, terms: list[_Term], query: Query, total: float) -> float:
    """Return how well a fact fits the question, in [0, 1]."""
    matched = [(term, *term.matches[position]) for term in terms if position in term.matches]
    coverage = sum(term.weight * sureness for term, sureness, _ in matched) / total
    bm25 = sum(term.weight * sureness * entry.weights.get(word, 1.0) for term, sureness, word in matched) / total
    found = [word for _, _, word in matched if word]
    score = _COVERAGE * coverage + _BM25 * bm25
    score += _CLOSENESS * coverage * _closeness(entry.sequence, found)
    score += _PHRASE * coverage * _phrase(entry, found)
    score += _FOCUS * coverage * _focus(entry, found)
    score += _KIND * coverage * _fits(entry, query)
    return min(1.0, score)


def _closeness(sequence: tuple[str, ...], found: list[str]) -> float:
    """How many neighbours in the question are neighbours in the statement too, as a share."""
    if len(found) < 2:
        return 1.0
    places = {word: place for place, word in enumerate(sequence)}
    pairs = list(pairwise(found))
    close = sum(1 for a, b in pairs if a in places and b in places and abs(places[a] - places[b]) <= 2)
    return close / len(pairs)


def _phrase(entry: Entry, found: list[str]) -> float:
    """How much of the best alias the question holds, as a share."""
    words = set(found)
    return max((sum(word in words for word in alias) / len(alias) for alias in entry.phrases if alias), default=0.0)


def _focus(entry: Entry, found: list[str]) -> float:
    """How much of the statement the question asks about, as a share of its words: the rest is something else."""
    return min(1.0, len(set(found) & set(entry.sequence)) / len(entry.sequence)) if entry.sequence else 0.0


def _fits(entry: Entry, query: Query) -> float:
    """Whether the fact's short answer is of the kind asked for: a date, a number, a name."""
    answer = entry.fact.answer
    if query.expects is None or not answer:
        return 0.5
    has_year = any(figure.kind == "year" for figure in entry.figures if figure.text in answer)
    has_digit = any(char.isdigit() for char in answer)
    match query.expects:
        case "when":
            return 1.0 if has_year else 0.0
        case "how many":
            return 1.0 if has_digit and not has_year else 0.7 if "times" in answer or "fold" in answer else 0.0
        case _:
            return 1.0 if answer[:1].isupper() and not has_digit else 0.0


def _can_answer(entry: Entry, query: Query) -> bool:
    """Whether the fact holds a date or a number at all, where that is asked for."""
    match query.expects:
        case "when":
            return entry.fact.period is not None or any(figure.kind == "year" for figure in entry.figures)
        case "how many":
            words = f"{entry.fact.statement} {entry.fact.answer or ''}"
            counts = (figure for figure in entry.figures if figure.kind != "year")
            return "fold" in words or any(figure.binding or figure.kind == "number" for figure in counts)
        case _:
            return True


def _objection(entry: Entry, query: Query, superseded: Mapping[str, str]) -> str:
    """Say which binding rule makes a fact no answer, "" if none does."""
    if entry.fact.id in superseded:
        return f"superseded by {superseded[entry.fact.id]}"
    lacking = missing(query.figures, entry.figures)
    if not lacking:
        return ""
    asked = lacking[0]
    own = next((figure for figure in entry.figures if figure.kind == asked.kind), None)
    held = _own_text(entry, asked, own)
    return f"says {held}, not {safe(asked.text)}" if held else f"does not say {safe(asked.text)}"


def _own_text(entry: Entry, asked: Figure, own: Figure | None) -> str:
    """Return what the fact says where the question says something else."""
    if asked.kind == "year" and entry.fact.period:
        return entry.fact.period.text
    return safe(own.text) if own else ""


def _uncovered(position: int, terms: list[_Term]) -> str:
    lacking = [term for term in terms if position not in term.matches]
    if not lacking:
        return "matches only in part"
    heaviest = max(lacking, key=lambda term: term.weight)
    where = "is not in this fact" if heaviest.matches else "is nowhere in the store"
    return f"“{safe(heaviest.word)}” {where}"
