"""Ranking: which facts answer a question, best first.

Candidates are scored by the features of `factcli.search.features`. Two rules stand above the score, most of them in
`factcli.search.binding`. A figure in the question binds: a fact that does not hold it is no answer. And unknown names
bind: if the weightiest word of a question is nowhere in the store, there is no strong answer; and a fact that does not
mention a name of the question is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcli.search import binding
from factcli.search.entry import REACH, Entry, token
from factcli.search.expand import compounds, expand, is_mistyped_stop_word
from factcli.search.features import WEIGHTS, Match, Question, Term, View, coverage, heavier, kind
from factcli.search.plan import BUDGET, Group
from factcli.search.query import Query
from factcli.text.english import COMMON_WORDS
from factcli.text.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from factcli.search.plan import Index

    Certainty = Literal["strong", "weak"]

STRONG, WEAK, NEAR = 0.45, 0.27, 0.2
"""How well a fact must fit to be a strong answer, a weak one, or worth a mention."""
STRONG_COVERAGE, WEAK_COVERAGE = 0.5, 0.3
"""How much of the question's weight it must have itself, not by its neighbours or spelling."""
MOST_NEAR = 3
MOST_CANDIDATES, MOST_BESIDE = 32, 8
"""How many facts are looked at closely, and how many of these for what stands beside them; each costs 40 µs."""
ASIDE = 2
"""How far from a candidate by its own words these stand."""

FEWEST = 100
"""Rarity is counted as if a store had at least so many facts: of two facts, either is half of the world."""
_WHOLE = 1000
"""A plan has whole numbers for weights, of so many parts."""

# What a word that the store lacks weighs, as a share of the rarest word's weight.
_UNKNOWN = 0.75
# A frequent English word tells less than its rarity in one store says.
_COMMON, _COMMON_TELLING = 0.6, 0.3
# A question of fewer telling words than this is too vague to be as sure of.
_TELLING = 4
# A fact that breaks a binding rule keeps its order among its like but never passes for an answer.
_NO_ANSWER = 0.8


class Hit:
    """A fact that answers.

    `score` is how well it fits times how telling the question is: in [0, 1], and comparable across questions.
    """

    __slots__ = ("fact", "match", "score", "view")

    def __init__(self, *, view: View, score: float, match: Certainty) -> None:
        self.fact, self.view, self.score = view.entry, view, score
        self.match: Certainty = match


class Near:
    """A fact that does not answer, and why."""

    __slots__ = ("fact", "score", "why")

    def __init__(self, *, fact: Entry, score: float, why: str) -> None:
        self.fact, self.score, self.why = fact, score, why


class Answers:
    """What a store says to a question, best first."""

    __slots__ = ("hits", "near")

    def __init__(self, hits: tuple[Hit, ...], near: tuple[Near, ...]) -> None:
        self.hits, self.near = hits, near


def ask(
    index: Index,
    query: Query,
    *,
    limit: int,
    keep: Callable[[Entry], bool] | None = None,
    min_score: float | None = None,
) -> Answers:
    """Answer `query` from the facts that `keep` lets through, from all if it is None.

    With `min_score` every candidate that reaches it is a hit, whether or not it answers.
    """
    terms = understand(index, query)
    certainty = certainty_of(terms)
    names = {language: binding.names(index, query, terms, language) for language in index.languages}
    direction = binding.direction(index, query, terms, names)
    hits, near = [], []
    for view in views(index, query, terms, keep):
        fit = sum([weight * feature(view) for feature, weight in WEIGHTS.items()])
        likeness = min(1.0, fit / _share_but_figures(view))
        if likeness < NEAR and min_score is None:
            continue
        why = binding.objection(view, direction)
        mentions = {terms[number].word: binding.mention(view, number) for number in names[view.entry.language]}
        unmentioned = next((word for word, mention in mentions.items() if mention == "none"), None)
        score = round(fit * certainty * (_NO_ANSWER if why else 1.0), 4)
        telling = _is_telling(view)
        answers = fit >= WEAK and not why and not unmentioned and coverage(view) >= WEAK_COVERAGE and telling
        if answers if min_score is None else score >= min_score:
            sure = answers and all(mention == "sure" for mention in mentions.values())
            strong = sure and fit >= STRONG and coverage(view) >= STRONG_COVERAGE and _can_answer(view)
            hits.append(Hit(view=view, score=score, match="strong" if strong else "weak"))
        elif likeness >= NEAR and telling:
            low = f"scores below {min_score:g}" if answers and min_score else ""
            reason = why or low or _uncovered(view, unmentioned)
            near.append(Near(fact=view.entry, score=round(likeness * certainty, 4), why=reason))
    if min_score is None:
        hits.sort(key=lambda hit: (hit.match != "strong", -hit.score))
    else:
        hits.sort(key=lambda hit: -hit.score)
    near.sort(key=lambda item: -item.score)
    return Answers(tuple(hits[:limit]), tuple(near[:MOST_NEAR]))


def certainty_of(terms: Sequence[Term]) -> float:
    """Return how telling a question is, in [0, 1]: of two words, not even a perfect fit is as sure."""
    return min(1.0, math.sqrt(sum(term.telling for term in terms) / _TELLING))


def understand(index: Index, query: Query) -> list[Term]:
    """Return the terms of a question: its content words and its figures, as far as they are not mistyped stop words."""
    apart = compounds(query.sequence, index)
    understood = [
        understand_word(index, word, is_name=word in query.names, compound=apart.get(word)) for word in query.words
    ]
    return [term for term in understood if term] + [
        figure_term(index, figure.text, figure.values) for figure in query.figures
    ]


def understand_word(
    index: Index, word: str, *, is_name: bool, compound: Mapping[str, float] | None = None
) -> Term | None:
    """Return the term of a content word, None if it is a mistyped stop word.

    `compound` is what it means together with the word beside it.
    """
    meant = expand(word, index)
    if is_name:
        # "Armenia" is no misspelled "arena", which is never a name
        meant = {
            stemmed: likelihood for stemmed, likelihood in meant.items() if likelihood == 1 or index.named(stemmed)
        }
    if compound:
        meant = {**compound, **meant}
    return _term(index, word, meant) if meant or not is_mistyped_stop_word(word) else None


def views(
    index: Index, query: Query, terms: Sequence[Term], keep: Callable[[Entry], bool] | None = None
) -> Iterator[View]:
    """Hold the question against each candidate: the facts that have most of its weight."""
    if not terms:
        return
    groups = [_group(index, term) for term in terms]
    most = MOST_CANDIDATES - MOST_BESIDE
    found = index.candidates(groups, BUDGET, most) if keep is None else _kept(index, groups, keep, most)
    nearby = _nearby(index, terms, _around(found, ASIDE + REACH))
    kept = index.entries([*found, *_beside(found, nearby, index.size)])
    if keep is not None:
        kept = [*kept[: len(found)], *filter(keep, kept[len(found) :])]
    positions = {entry.position for entry in kept}
    figures = [set().union(*(index.holding(value, positions) for value in term.values)) for term in terms]
    question = Question(query, terms, nearby)
    for entry in kept:
        matches = [
            Match(term, "", term.weight) if entry.position in holders else matched(term, entry)
            for term, holders in zip(terms, figures, strict=True)
        ]
        yield View(question, entry, matches)


def candidates(index: Index, terms: Sequence[Term], most: int) -> Sequence[int]:
    """Return the positions of the `most` facts that have most of the weight of `terms`, best first."""
    return index.candidates([_group(index, term) for term in terms], BUDGET, most)


def _kept(index: Index, groups: Sequence[Group], keep: Callable[[Entry], bool], most: int) -> list[int]:
    """Return the positions of the best `most` candidates that `keep` lets through."""
    positions = index.candidates(groups, None, None)
    kept: list[int] = []
    for start in range(0, len(positions), most):
        kept += [entry.position for entry in filter(keep, index.entries(positions[start : start + most]))]
        if len(kept) >= most:
            break
    return kept[:most]


def _around(positions: Iterable[int], reach: int) -> set[int]:
    return {position + offset for position in positions for offset in range(-reach, reach + 1)}


def _beside(found: Sequence[int], nearby: Mapping[int, Mapping[int, float]], size: int) -> list[int]:
    """Return the facts beside candidates that, with what stands around them, have most of the question's weight.

    A sentence that answers often has but a word of the question, and the sentence before it has the others.
    """
    gained: dict[int, float] = {}
    for position in _around(found, ASIDE).difference(found):
        if 0 <= position < size and (own := nearby.get(position)):
            best: Mapping[int, float] = own
            for other in range(position - ASIDE, position + ASIDE + 1):
                if other != position and other in nearby:
                    best = heavier(best, nearby[other])
            gained[position] = sum(own.values()) + sum(best.values())
    return sorted(gained, key=lambda position: (-gained[position], position))[:MOST_BESIDE]


def _group(index: Index, term: Term) -> Group:
    weights = term.meant or dict.fromkeys(term.values, term.weight)
    return Group({stemmed: round(_WHOLE * weight) for stemmed, weight in weights.items()}, index.frequency)


def rarity(index: Index, facts: int) -> float:
    """Return BM25's inverse document frequency of a word that stands in so many facts."""
    return math.log(1 + (max(index.size, FEWEST) - facts + 0.5) / (facts + 0.5))


def _term(index: Index, word: str, meant: Mapping[str, float]) -> Term:
    common = word in COMMON_WORDS
    factor = _COMMON if common else 1.0
    telling = _COMMON_TELLING if common else 1.0
    if not meant:
        return Term(word, _UNKNOWN * factor * rarity(index, 0), {}, telling)
    # A rare word that is less likely meant must not outweigh the likely one, so all go by the rarity of that.
    likeliest = max(meant, key=lambda stemmed: (meant[stemmed], index.frequency(stemmed)))
    weight = factor * rarity(index, index.frequency(likeliest))
    weights = {stemmed: likelihood * weight for stemmed, likelihood in meant.items()}
    return Term(word, weights[likeliest], weights, telling)


def figure_term(index: Index, text: str, readings: Iterable[float]) -> Term:
    """Return the term of a figure, which has these readings."""
    values = frozenset(map(token, readings))
    facts = min(index.size, sum(map(index.frequency, values)))
    return Term(text, rarity(index, facts), {}, values=values)


def matched(term: Term, entry: Entry) -> Match | None:
    """Return how a fact has a word of the question, None if it does not."""
    held = [stemmed for stemmed in term.meant if stemmed in entry.stems]
    if not held:
        return None
    best, weight = held[0], term.meant[held[0]] * entry.sureness(held[0])
    for stemmed in held[1:]:
        if (sure := term.meant[stemmed] * entry.sureness(stemmed)) > weight:
            best, weight = stemmed, sure
    return Match(term, best, weight)


def _nearby(index: Index, terms: Sequence[Term], around: set[int]) -> dict[int, dict[int, float]]:
    held: dict[int, dict[int, float]] = {}
    for number, term in enumerate(terms):
        for stemmed, weight in sorted(term.meant.items(), key=lambda item: item[1]):
            for position in index.holding(stemmed, around):
                held.setdefault(position, {})[number] = weight
    return held


def _is_telling(view: View) -> bool:
    """Tell whether the fact has a word of the question that says something; of two words any does."""
    return len(view.query.sequence) <= 2 or any(match.term.telling == 1 for match in view.matches if match)


def _share_but_figures(view: View) -> float:
    """Return the share of the question's weight that is not of figures which the fact lacks."""
    if not view.query.figures:
        return 1.0
    lacking = sum(
        term.weight for term, match in zip(view.terms, view.matches, strict=True) if match is None and term.values
    )
    return 1 - lacking / view.total


def _can_answer(view: View) -> bool:
    """Tell whether a fact may be a strong answer: no unknown name is asked for, and it holds what is."""
    heaviest = max(view.terms, key=lambda term: term.weight)
    if not heaviest.meant and not heaviest.values:
        return False
    expected, fact = view.query.expects, view.entry
    dated = expected == "when" and fact.period is not None
    multiplied = expected == "how many" and "fold" in fact.statement
    return dated or multiplied or kind(view) > 0


def _uncovered(view: View, unmentioned: str | None) -> str:
    """Say which word of the question the fact lacks: a name, or else the weightiest."""
    lacking = [term for term, match in zip(view.terms, view.matches, strict=True) if match is None]
    if not lacking:
        return "fits only in part"
    heaviest = max(lacking, key=lambda term: (term.word == unmentioned, term.weight))
    where = "is not in this fact" if heaviest.meant else "is nowhere in the store"
    return f"“{safe(heaviest.word)}” {where}"
