"""Ranking: which facts answer a question, best first.

Candidates are scored by the features of `factcli.search.features`. Two rules stand above the score. A figure in the
question binds: a fact that does not hold it is no answer. And unknown names bind: if the weightiest word of a
question is nowhere in the store, there is no strong answer; and a fact that does not mention a name of the question
is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from factcli.search.entry import REACH, Entry, token
from factcli.search.expand import expand, is_mistyped_stop_word
from factcli.search.features import WEIGHTS, Match, Question, Term, View, coverage, kind
from factcli.search.plan import BUDGET, Group
from factcli.search.query import Query
from factcli.text.english import COMMON_WORDS
from factcli.text.figures import Figure, missing
from factcli.text.safe import safe
from factcli.text.stems import stem
from factcli.text.words import MONTH_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from factcli.search.plan import Index

    Certainty = Literal["strong", "weak"]
    Mention = Literal["sure", "around", "none"]
    """A fact mentions a name itself, or by its source's makers; or only by a kindred word, title or fact beside it."""

STRONG, WEAK, NEAR = 0.42, 0.3, 0.2
"""How well a fact must fit to be a strong answer, a weak one, or worth a mention."""
STRONG_COVERAGE, WEAK_COVERAGE = 0.5, 0.3
"""How much of the question's weight it must have itself, not by its neighbours or spelling."""
MOST_NEAR = 3
MOST_CANDIDATES = 40
"""Looked at closely, the best by BM25 first: with 200 no kind of question is answered better, and each costs 40 µs."""

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
# Like months, these narrow down what a figure is about.
_PARTS_OF_YEAR = frozenset(("half", "quarter", "q1", "q2", "q3", "q4", "h1", "h2"))
# Below this share of its weight a name is matched by a kindred word only: "Kazakh" is not "Kazakhstan".
_SURE = 0.5
# A word counts as a name if it is capitalised in this share of the facts that have it.
_NAMED = 0.5
# A fact that breaks a binding rule keeps its order among its like but never passes for an answer.
_NO_ANSWER = 0.5


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
    names = {language: _names(index, query, terms, language) for language in index.languages}
    hits, near = [], []
    for view in views(index, query, terms, keep):
        fit = sum([weight * feature(view) for feature, weight in WEIGHTS.items()])
        likeness = min(1.0, fit / _share_but_figures(view))
        if likeness < NEAR and min_score is None:
            continue
        why = _objection(view)
        mentions = {terms[number].word: _mention(view, number) for number in names[view.entry.language]}
        unmentioned = next((word for word, mention in mentions.items() if mention == "none"), None)
        score = round(fit * certainty * (_NO_ANSWER if why else 1.0), 4)
        telling = _is_telling(view)
        answers = fit >= WEAK and not why and not unmentioned and coverage(view) >= WEAK_COVERAGE and telling
        if answers if min_score is None else score >= min_score:
            sure = answers and all(mention == "sure" for mention in mentions.values())
            strong = sure and fit >= STRONG and coverage(view) >= STRONG_COVERAGE and _can_answer(view)
            hits.append(Hit(view=view, score=score, match="strong" if strong else "weak"))
        elif likeness >= NEAR and telling:
            reason = why or _uncovered(view, unmentioned)
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
    terms = []
    for word in query.words:
        meant = expand(word, index)
        if word in query.names:
            # "Armenia" is no misspelled "arena", which is never a name
            meant = {
                stemmed: likelihood for stemmed, likelihood in meant.items() if likelihood == 1 or index.named(stemmed)
            }
        if meant or not is_mistyped_stop_word(word):
            terms.append(_term(index, word, meant))
    return terms + [_figure_term(index, figure) for figure in query.figures]


def views(
    index: Index, query: Query, terms: Sequence[Term], keep: Callable[[Entry], bool] | None = None
) -> Iterator[View]:
    """Hold the question against each candidate: the facts that have most of its weight."""
    if not terms:
        return
    kept = _candidates(index, terms, keep)
    positions = {entry.position for entry in kept}
    around = {position + offset for position in positions for offset in range(-REACH, REACH + 1)}
    nearby = _nearby(index, terms, around)
    figures = [set().union(*(index.holding(value, positions) for value in term.values)) for term in terms]
    question = Question(query, terms, nearby)
    for entry in kept:
        matches = [
            Match(term, "", term.weight) if entry.position in holders else _match(term, entry)
            for term, holders in zip(terms, figures, strict=True)
        ]
        yield View(question, entry, matches)


def _candidates(index: Index, terms: Sequence[Term], keep: Callable[[Entry], bool] | None) -> list[Entry]:
    groups = [_group(index, term) for term in terms]
    if keep is None:
        return list(index.entries(index.candidates(groups, BUDGET, MOST_CANDIDATES)))
    positions = index.candidates(groups, None, None)
    kept: list[Entry] = []
    for start in range(0, len(positions), MOST_CANDIDATES):
        kept += filter(keep, index.entries(positions[start : start + MOST_CANDIDATES]))
        if len(kept) >= MOST_CANDIDATES:
            break
    return kept[:MOST_CANDIDATES]


def _group(index: Index, term: Term) -> Group:
    weights = term.meant or dict.fromkeys(term.values, term.weight)
    return Group({stemmed: round(_WHOLE * weight) for stemmed, weight in weights.items()}, index.frequency)


def _rarity(index: Index, facts: int) -> float:
    """Return BM25's inverse document frequency of a word that stands in so many facts."""
    return math.log(1 + (max(index.size, FEWEST) - facts + 0.5) / (facts + 0.5))


def _term(index: Index, word: str, meant: Mapping[str, float]) -> Term:
    common = word in COMMON_WORDS
    factor = _COMMON if common else 1.0
    telling = _COMMON_TELLING if common else 1.0
    if not meant:
        return Term(word, _UNKNOWN * factor * _rarity(index, 0), {}, telling)
    # A rare word that is less likely meant must not outweigh the likely one, so all go by the rarity of that.
    likeliest = max(meant, key=lambda stemmed: (meant[stemmed], index.frequency(stemmed)))
    rarity = factor * _rarity(index, index.frequency(likeliest))
    weights = {stemmed: likelihood * rarity for stemmed, likelihood in meant.items()}
    return Term(word, weights[likeliest], weights, telling)


def _figure_term(index: Index, figure: Figure) -> Term:
    values = frozenset(map(token, figure.values))
    facts = min(index.size, sum(map(index.frequency, values)))
    return Term(figure.text, _rarity(index, facts), {}, values=values)


def _match(term: Term, entry: Entry) -> Match | None:
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


def _objection(view: View) -> str:
    """Say which binding rule makes a fact no answer, "" if none does."""
    entry = view.entry
    if entry.superseded_by:
        return f"superseded by {entry.superseded_by}"
    lacking = missing(view.query.figures, entry.figures) if view.query.figures else ()
    if not lacking:
        return _other_months(view)
    asked = lacking[0]
    own = next((figure for figure in entry.figures if figure.kind == asked.kind and figure.binding), None)
    held = _own_text(entry, asked, own)
    return f"says {held}, not {safe(asked.text)}" if held else f"does not say {safe(asked.text)}"


def _other_months(view: View) -> str:
    """Say that a fact about several months is no answer to a question about some of them."""
    if "/" not in (view.entry.period or ""):
        return ""
    asked = [month for term in view.terms if (month := _month(term, view.entry.language))]
    if not asked:
        return ""
    from factcli.text import edtf

    period = edtf.parse(view.entry.period or "")
    months = [date.month for date in (period.start, period.end) if date and date.month and not date.season]
    ends = {MONTH_NAMES[month - 1] for month in months}
    return "" if ends <= set(asked) else f"says {period.text}, not {' and '.join(asked).title()} alone"


def _month(term: Term, language: str) -> str | None:
    """Return the month that a word of the question means, even misspelled."""
    if term.word in MONTH_NAMES:
        return term.word
    sure = _SURE * term.weight
    return next((month for month in MONTH_NAMES if term.meant.get(stem(month, language), 0.0) > sure), None)


def _names(index: Index, query: Query, terms: Sequence[Term], language: str) -> list[int]:
    """Return which terms are names, by how facts of a language write them."""
    return [number for number, term in enumerate(terms) if _is_name(index, query, term, language)]


def _is_name(index: Index, query: Query, term: Term, language: str) -> bool:
    if term.word in MONTH_NAMES or term.word in query.names or term.word in _PARTS_OF_YEAR:
        return True
    own = stem(term.word, language)
    return own in term.meant and index.named(own) >= _NAMED * max(1, index.frequency(own))


def _mention(view: View, number: int) -> Mention:
    """Tell how a fact, or what stands around it, mentions a name of the question."""
    term, match, entry = view.terms[number], view.matches[number], view.entry
    if match is not None:
        return "sure" if match.weight >= _SURE * term.weight else "around"
    stems = {stem(term.word, entry.language), *term.meant}
    if stems & entry.makers:
        return "sure"
    if term.word in MONTH_NAMES or term.word in _PARTS_OF_YEAR:
        return "none"
    beside = any(number in view.question.nearby.get(position, ()) for position in entry.neighbours(1))
    return "around" if beside or stems & entry.title else "none"


def _own_text(entry: Entry, asked: Figure, own: Figure | None) -> str:
    """Return what the fact says where the question says something else."""
    if asked.kind == "year" and entry.period:
        return entry.period
    return safe(own.text) if own else ""


def _uncovered(view: View, unmentioned: str | None) -> str:
    """Say which word of the question the fact lacks: a name, or else the weightiest."""
    lacking = [term for term, match in zip(view.terms, view.matches, strict=True) if match is None]
    if not lacking:
        return "fits only in part"
    heaviest = max(lacking, key=lambda term: (term.word == unmentioned, term.weight))
    where = "is not in this fact" if heaviest.meant else "is nowhere in the store"
    return f"“{safe(heaviest.word)}” {where}"
