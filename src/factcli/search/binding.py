"""What binds whatever the score: figures, months and names of the question, and that no other fact replaces one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcli.search.entry import Entry
from factcli.search.features import Term, View
from factcli.search.query import Query
from factcli.text.direction import SHORTEST_START, kin, other_object, reversed_in, roles, verbs
from factcli.text.figures import Figure, missing
from factcli.text.safe import safe
from factcli.text.stems import stem
from factcli.text.words import MONTH_NAMES, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from factcli.search.plan import Index
    from factcli.text.direction import Role

    Mention = Literal["sure", "around", "none"]
    """A fact mentions a name itself, or by its source's makers; or only by a kindred word, title or fact beside it."""

# Like months, these narrow down what a figure is about.
_PARTS_OF_YEAR = frozenset(("half", "quarter", "q1", "q2", "q3", "q4", "h1", "h2"))
_OUTSIDE = frozenset(("before", "after", "not", "except"))
# Who says a thing is in every fact of a source, but what is asked of them is most often something else.
_SAYING = frozenset(
    """
    say says said saying tell tells told state stated according think thinks thought describe describes described
    call calls called mention mentioned speak spoke word words view views opinion comment comments believe believes
    """.split()
)
_MAY = r"\bmay,?\s+\d|\d\s+may\b"
# Below this share of its weight a name is matched by a kindred word only: "Kazakh" is not "Kazakhstan".
_SURE = 0.5
# A word counts as a name if it is capitalised in this share of the facts that have it.
_NAMED = 0.5


class Direction:
    """What a question has come from whom and go to whom.

    `sequence` are its words, those that are mistyped names as the stems they mean; `roles` are those of the parties;
    `verbs` are those by which something passes between them.
    """

    __slots__ = ("roles", "sequence", "verbs")

    def __init__(self, sequence: Sequence[str], roles: Mapping[str, Role]) -> None:
        self.sequence, self.roles = sequence, roles
        self.verbs = verbs(sequence) if roles else set()


def objection(view: View, asked: Direction) -> str:
    """Say which binding rule makes a fact no answer, "" if none does."""
    entry = view.entry
    if entry.superseded_by:
        return f"superseded by {entry.superseded_by}"
    lacking = missing(view.query.figures, entry.figures) if view.query.figures else ()
    if not lacking:
        return _other_months(view) or _other_time(view) or _other_direction(view, asked)
    first = lacking[0]
    own = next((figure for figure in entry.figures if figure.kind == first.kind and figure.binding), None)
    held = _own_text(entry, first, own)
    return f"says {held}, not {safe(first.text)}" if held else f"does not say {safe(first.text)}"


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


def _other_time(view: View) -> str:
    """Say that a fact of a year is no answer to "before 2024", and one that does not name May none to "May 2025".

    "May" is a stop word, so that it binds only where it is a month beside a figure.
    """
    query, entry = view.query, view.entry
    for figure in query.figures:
        before = query.text[: figure.start].lower().split()[-1:]
        if figure.kind == "year" and before and before[0] in _OUTSIDE:
            return f"says {figure.text}, not {before[0]} {figure.text}"
    if not (query.figures and "may" in query.sequence):
        return ""
    import re

    told = f"{entry.statement} {entry.answer or ''}"
    if re.search(_MAY, query.text, re.IGNORECASE) and not ("May" in told or "-05" in (entry.period or "")):
        return "does not say May"
    return ""


def direction(index: Index, query: Query, terms: Sequence[Term], names: Mapping[str, Sequence[int]]) -> Direction:
    """Return the direction of a question to an English store; `names` are by language."""
    meant = {terms[number].word: terms[number].word for number in names.get("en", ())}
    for term in terms:
        if term.meant and stem(term.word, "en") not in term.meant:
            likeliest = max(term.meant, key=lambda stemmed: term.meant[stemmed])
            if _is_named(index, likeliest):
                meant[term.word] = likeliest
    if not meant:
        return Direction(query.sequence, {})
    sequence = [meant.get(word, word) for word in query.sequence]
    return Direction(sequence, roles(sequence, frozenset(meant.values()).__contains__))


def _other_direction(view: View, asked: Direction) -> str:
    """Say that what goes from one to another is no answer to what goes from that to the one."""
    if not asked.roles or view.entry.language != "en":
        return ""
    spelled = view.entry.spelled
    if not asked.verbs and sum(f" {party[:SHORTEST_START]}" in spelled for party in asked.roles) < 2:
        return ""
    told = words(view.entry.statement)
    # what is "of" a party has many roles
    alone = len(set(asked.roles.values())) == 1 and not asked.verbs.isdisjoint(verbs(told)) and "of" not in told
    if reversed_in(asked.roles, roles(told, lambda word: any(kin(word, party) for party in asked.roles)), alone=alone):
        return "says it the other way round"
    names = view.entry.names
    other = other_object(asked.sequence, told, lambda word: word in asked.roles or stem(word, "en") in names)
    return f"says {other[1].title()}, not {other[0].title()}" if other else ""


def _month(term: Term, language: str) -> str | None:
    """Return the month that a word of the question means, even misspelled."""
    if term.word in MONTH_NAMES:
        return term.word
    sure = _SURE * term.weight
    return next((month for month in MONTH_NAMES if term.meant.get(stem(month, language), 0.0) > sure), None)


def names(index: Index, query: Query, terms: Sequence[Term], language: str) -> list[int]:
    """Return which terms are names, by how facts of a language write them."""
    return [number for number, term in enumerate(terms) if _is_name(index, query, term, language)]


def _is_name(index: Index, query: Query, term: Term, language: str) -> bool:
    if term.word in MONTH_NAMES or term.word in query.names or term.word in _PARTS_OF_YEAR:
        return True
    own = stem(term.word, language)
    return own in term.meant and _is_named(index, own)


def _is_named(index: Index, stemmed: str) -> bool:
    return index.named(stemmed) >= _NAMED * max(1, index.frequency(stemmed))


def mention(view: View, number: int) -> Mention:
    """Tell how a fact, or what stands around it, mentions a name of the question."""
    term, match, entry = view.terms[number], view.matches[number], view.entry
    if match is not None:
        return "sure" if match.weight >= _SURE * term.weight else "around"
    stems = {stem(term.word, entry.language), *term.meant}
    if stems & entry.makers:
        return "around" if entry.language == "en" and _SAYING.isdisjoint(view.query.sequence) else "sure"
    if term.word in MONTH_NAMES or term.word in _PARTS_OF_YEAR:
        return "none"
    beside = any(number in view.question.nearby.get(position, ()) for position in entry.before(1) + entry.behind())
    return "around" if beside or stems & entry.title else "none"


def _own_text(entry: Entry, asked: Figure, own: Figure | None) -> str:
    """Return what the fact says where the question says something else."""
    if asked.kind == "year" and entry.period:
        return entry.period
    return safe(own.text) if own else ""
