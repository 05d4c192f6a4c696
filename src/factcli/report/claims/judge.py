"""The verdict on a claim: which fact is about the same, and whether it says the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from heapq import nlargest

from factcli.report.claims import subject
from factcli.report.claims.agreement import Comparison, Told, compare
from factcli.report.claims.attribution import unattributed
from factcli.report.claims.claims import Claim, is_computed, is_denied, is_elliptic, is_hedged
from factcli.report.claims.comparable import Kin
from factcli.report.claims.quantities import Quantity, quantities
from factcli.report.claims.subject import Least, Lexicon, Likeness, Subject, is_reversed, likeness
from factcli.report.claims.times import Time, of_period, times
from factcli.search import rank
from factcli.search.entry import Entry
from factcli.store.model import Fact
from factcli.text import edtf
from factcli.text.stems import stem
from factcli.text.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.search.plan import Index

_AS_OF = re.compile(r"\b(?:as of|as at|shortly before)\s[^,.]*", re.IGNORECASE)
_MULTIPLE = re.compile(r"fold\b|twice|doubl|tripl|quadrupl|halv|half|third|quarter|centen|century")
_MOST_CANDIDATES, _MOST_TERMS = 12, 6
_FEW_WORDS = 2
"""A clause of fewer telling words than this is about what stands before it."""

# How like a claim a fact must be to support it, and to contradict it.
_SAME = Least(held=0.35, told=0.0, weight=0.4, topic=1.5)
_OTHER = Least(held=0.4, told=0.33, weight=0.48, topic=1.5)
_OTHER_SMALL = Least(held=0.4, told=0.2, weight=0.48, topic=1.5)
_OTHER_TIME = Least(held=0.4, told=0.42, weight=0.5, topic=1.5)
# How much liker it must be to contradict a claim that another fact supports.
_MARGIN, _MARGIN_OF_TIME = 0.12, 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that is perhaps about the same as a claim, and what came of comparing them."""

    entry: Entry
    alike: Likeness
    comparison: Comparison
    is_reversed: bool

    @property
    def says_the_same(self) -> bool:
        """Whether it says the same of the same."""
        return self.comparison.outcome == "same" and not self.is_reversed

    @property
    def says_another(self) -> bool:
        """Whether it says something else of the same, or the same the other way round."""
        return (self.comparison.outcome == "same") == self.is_reversed


class Judge:
    """Judges claims by the facts of a store, each of which is read once."""

    def __init__(self, index: Index, facts: Mapping[str, Fact]) -> None:
        self._index, self._facts = index, facts
        self._lexicon = Lexicon(index)
        self._entries: dict[int, Entry] = {}
        self._told: dict[int, Told] = {}
        self._around: dict[tuple[str, str], frozenset[str]] = {}
        self._places: dict[tuple[str, str], list[Fact]] = {}
        for fact in facts.values():
            self._places.setdefault(_place(fact), []).append(fact)

    def verdict(self, sentence: str, claim: Claim, before: str, heading: str = "") -> Verdict | None:
        """Judge a claim of a sentence; None where nothing is claimed.

        What stands before it, and else the heading above it, tells what it is about if it does not itself.
        """
        read = self._subject(sentence, claim, before, heading)
        if not (read.terms or read.around):
            return None
        return decide(sentence, claim, self._candidates(claim, read))

    def _candidates(self, claim: Claim, read: Subject) -> Iterator[Candidate]:
        """Compare a claim with the facts that are about the same, the likest first, each when it is asked for."""
        alike = []
        for entry in self._likely(claim, read):
            if entry.superseded_by or not (entry.has_figures or entry.period or _MULTIPLE.search(entry.statement)):
                continue
            around = partial(self._stems_around, self._facts[entry.id], entry.language)
            found = likeness(read, entry, self._lexicon.told(entry), around)
            if found and found.reaches(_SAME) and not self._is_foreign(claim, entry):
                alike.append((found, entry))
        for found, entry in sorted(alike, key=lambda item: -item[0].weight):
            if comparison := compare(claim, self._told_by(entry), self._kin(entry)):
                yield Candidate(entry, found, comparison, is_reversed(read, entry))

    def _subject(self, sentence: str, claim: Claim, before: str, heading: str) -> Subject:
        sentence = unattributed(sentence)
        clause = _without_figures(sentence[claim.start : claim.end])
        first, last = _without_figures(sentence[: claim.start]), _without_figures(sentence[claim.end :])
        names = self._lexicon.names(sentence)
        read = self._lexicon.subject(clause, f"{first} {last} {before}", names)
        if sum(term.telling for term in read.terms) < _FEW_WORDS:
            read = self._lexicon.subject(f"{first} {clause}", f"{last} {before}", names)
        if sum(term.telling for term in read.terms) < _FEW_WORDS:
            read = self._lexicon.subject(f"{first} {clause} {last}", before, names)
        for around in (before, heading):
            if not any(term.telling == 1 for term in read.terms) and around:
                own = f"{_without_figures(unattributed(around))} {first} {clause} {last}"
                read = self._lexicon.subject(own, "", names | self._lexicon.names(around))
        return read

    def _likely(self, claim: Claim, read: Subject) -> list[Entry]:
        told = read.terms if len(read.terms) >= _FEW_WORDS else [*read.terms, *read.around]
        terms = nlargest(_MOST_TERMS, told, key=lambda term: term.weight)
        if not terms:
            return []
        if claim.quantity:
            terms.append(rank.figure_term(self._index, claim.quantity.text, claim.quantity.plain))
        years = [time for time in claim.times if time.has_year]
        terms += [rank.figure_term(self._index, time.text, (time.first[0],)) for time in years]
        positions = rank.candidates(self._index, terms, _MOST_CANDIDATES)
        unknown = [position for position in positions if position not in self._entries]
        self._entries.update(zip(unknown, self._index.entries(unknown), strict=True))
        return [self._entries[position] for position in positions]

    def _told_by(self, entry: Entry) -> Told:
        if entry.position not in self._told:
            self._told[entry.position] = told(entry.statement, self._facts[entry.id].quote, entry.period)
        return self._told[entry.position]

    def _stems_around(self, fact: Fact, language: str) -> frozenset[str]:
        place = _place(fact)
        if place not in self._around:
            texts = (" ".join((other.statement, other.quote, *other.aliases)) for other in self._places[place])
            self._around[place] = frozenset(stem(word, language) for text in texts for word in words(text))
        return self._around[place]

    def _is_foreign(self, claim: Claim, entry: Entry) -> bool:
        """Tell whether a figure is one of something that a fact has no word for: "$470 million of wheat"."""
        return bool(claim.quantity and claim.quantity.of and not self._lexicon.has_one(claim.quantity.of, entry))

    def _kin(self, entry: Entry) -> Kin:
        def kin(said: Collection[str], counted: Collection[str]) -> bool:
            return not said or self._lexicon.names_one(said, counted, entry)

        return kin


def _place(fact: Fact) -> tuple[str, str]:
    return fact.source, fact.locator.text if fact.locator else fact.id


def told(statement: str, quote: str, period: str | None) -> Told:
    """Read what a fact says in figures. What only its quote says counts where it is the only such figure there."""
    as_of, stated = _dated(statement)
    held = quantities(statement, times(statement), known_too=True)
    quoted = [] if quote == statement else quantities(quote, times(quote), known_too=True)
    alone = [
        quantity
        for quantity in quoted
        if sum(_kind(quantity) == _kind(other) for other in quoted) == 1
        and all(_kind(quantity) != _kind(other) for other in held)
    ]
    if period and not any(of_period(edtf.parse(period)).holds(time) for time in (*stated, *as_of)):
        (as_of or stated).append(of_period(edtf.parse(period)))
    return Told((*held, *alone), tuple(stated), tuple(as_of))


def _kind(quantity: Quantity) -> tuple[str, tuple[str, ...]]:
    return quantity.dimension, quantity.nouns[:1]


def _dated(statement: str) -> tuple[list[Time], list[Time]]:
    """Return the times as of which a statement holds, and those that it is about."""
    as_of = [time for match in _AS_OF.finditer(statement) for time in times(match[0])]
    return as_of, times(_AS_OF.sub(lambda match: " " * len(match[0]), statement))


def _without_figures(text: str) -> str:
    for time in reversed(times(text)):
        text = f"{text[: time.start]} {text[time.end :]}"
    return subject.without_figures(text)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a claim: its code, and the fact that it goes by with what that says."""

    code: str
    entry: Entry | None = None
    comparison: Comparison | None = None


_CODES = {"same": "F204", "figure": "F201", "unit": "F202", "time": "F203", "direction": "F204"}


def decide(sentence: str, claim: Claim, candidates: Iterable[Candidate]) -> Verdict | None:
    """Choose the fact that a claim of a sentence goes by; None where nothing is claimed.

    `candidates` come the likest first, and no more are looked at than matter.
    """
    certain = claim.quantity is None or claim.quantity.certain
    best, rival = _best_and_rival(claim, candidates, certain=certain)
    clause = sentence[claim.start : claim.end]
    if is_denied(sentence[claim.start : claim.focus[0]]) and (best or rival):
        return None
    if best:
        return Verdict("F200", best.entry, best.comparison)
    if is_hedged(sentence) or is_elliptic(clause) or (rival and is_computed(clause)):
        return None
    if rival and claim.quantity is None and not claim.times[0].has_year:
        return None
    if rival:
        return Verdict(_CODES[rival.comparison.outcome], rival.entry, rival.comparison)
    return Verdict("F205") if certain else None


def _best_and_rival(
    claim: Claim, candidates: Iterable[Candidate], *, certain: bool
) -> tuple[Candidate | None, Candidate | None]:
    """Return the fact that supports a claim, or else the one that contradicts it."""
    # one thing has several times: signed in one year, to be ready in another
    margin = _MARGIN if claim.quantity else _MARGIN_OF_TIME
    least = _OTHER_TIME if claim.quantity is None else _OTHER if certain else _OTHER_SMALL
    rival: Candidate | None = None
    for candidate in candidates:
        if rival and candidate.alike.weight < rival.alike.weight - margin:
            break
        if candidate.says_the_same:
            return candidate, None
        contradicts = candidate.says_another and candidate.alike.beside < 2 and candidate.alike.reaches(least)
        if contradicts and (certain or candidate.comparison.time is None) and _is_better(candidate, rival):
            rival = candidate
    return None, rival


def _is_better(candidate: Candidate, rival: Candidate | None) -> bool:
    """Tell whether a fact contradicts more clearly than one that is as like: by its figure, not by its time alone."""
    if rival is None:
        return True
    alike = candidate.alike.weight == rival.alike.weight
    return alike and rival.comparison.outcome == "time" != candidate.comparison.outcome
