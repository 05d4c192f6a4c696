"""What a claim is about, held against what a fact is about: by words alone, whatever figures either has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from factcli.report.claims.generic import GENERIC
from factcli.report.claims.synonyms import SYNONYMS
from factcli.report.claims.units import UNITS
from factcli.search import rank
from factcli.search.entry import Entry
from factcli.search.features import Term
from factcli.text import stop_words
from factcli.text.countries import CAPITALS, COUNTRIES, DEMONYMS
from factcli.text.direction import other_object, reversed_in, roles
from factcli.text.english import COMMON_WORDS
from factcli.text.figures import ROMAN, figures
from factcli.text.notations import CURRENCIES
from factcli.text.stems import stem
from factcli.text.words import MONTH_NAMES, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.search.plan import Index

_EMPTY = frozenset(MONTH_NAMES) | GENERIC | UNITS | frozenset(CURRENCIES) | frozenset(ROMAN)
# "the Kazakh writer Kemel Tokayev", "the two Caspian states": of whom or what it is, not another party.
_DESCRIPTIVE = re.compile(
    r"\b[A-Z]\w+(?=\s(?!(?:and|or|in|of|for|to|from|with|by|at|on|is|was|has)\b)[a-z]+\s(?:[a-z]+\s)?[A-Z]\w+\s[A-Z])"
    r"|\b[A-Z]\w+(?=\s(?:states|countries|nations|peoples|neighbou?rs|sides?)\b)"
    r"|(?<=the\s)[A-Z]\w+(?=\scapital\b)"
)
_START = 5
_JOURNEYS = ("visit", "trip", "travel", "journey")
_COUNTRIES = frozenset(name[:_START] for name in (*CAPITALS, *COUNTRIES, *DEMONYMS))
_COMMON = 0.35
"""What a frequent English word counts for."""
_BESIDE = 0.15
_LACKING = 0.4
"""What a word counts for that a fact lacks: it is often only another way to say it."""
_UNSAID_NAME = 0.4
"""What a name of a fact counts for that a claim has not: nobody repeats a full name."""
_SYNONYM = 0.7
"""What a word counts for that is only a synonym of one of the fact's."""


class Least(NamedTuple):
    """How like a claim a fact must at least be."""

    held: float
    told: float
    weight: float
    topic: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a claim and a fact are about the same."""

    held: float
    """How much of the weight of the claim's words the fact has, in [0, 1]; words that it lacks count in part."""
    told: float
    """How much of the weight of the fact's statement the claim has, in [0, 1]."""
    topic: float
    """The weight of the claim's words that the fact has, but for countries."""
    beside: int = 0
    """How many names of the claim only facts of the same place in the source have."""

    @property
    def weight(self) -> float:
        """How surely the two are about the same: names that only facts beside it have speak against it."""
        return (self.held + self.told) / 2 - _BESIDE * self.beside

    def reaches(self, least: Least) -> bool:
        """Tell whether a claim and a fact are alike enough."""
        enough = self.held >= least.held and self.told >= least.told
        return enough and self.weight >= least.weight and self.topic >= least.topic


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a claim that say what it is about; those of its own clause and those around it."""

    terms: Sequence[Term]
    around: Sequence[Term]
    names: frozenset[str]
    parties: frozenset[str]
    """Those of its names, and the countries for its capitals, that are names wherever they stand in the store."""
    sequence: Sequence[str]
    """All words of its clause, folded, in order, with countries for their capitals."""


class Lexicon:
    """What the words of reports mean in a store, each looked up once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._stops = stop_words.of_languages(tuple(index.languages))
        self._stop_stems = frozenset(stem(word, language) for word in self._stops for language in index.languages)
        self._terms: dict[tuple[str, bool], Term | None] = {}
        self._rarities: dict[str, float] = {}
        self._told: dict[int, dict[str, float]] = {}

    def subject(self, clause: str, around: str, names: Collection[str]) -> Subject:
        """Read what a clause is about, and what stands around it; `names` are those of the sentence, folded."""
        own = self._content(clause)
        beside = [word for word in self._content(around) if word not in own]
        sequence = [CAPITALS.get(word, word) for word in words(clause)]
        known = frozenset(names) | {CAPITALS[name] for name in names if name in CAPITALS}
        parties = frozenset(name for name in known if self._is_named(name))
        return Subject(self._read(own, names), self._read(beside, names), frozenset(names), parties, sequence)

    def names(self, sentence: str) -> frozenset[str]:
        """Return the words that are capitalised in a sentence, folded.

        The first is one if it is one in the store or has "'s".
        """
        first, *others = _DESCRIPTIVE.sub(lambda match: match[0].lower(), sentence).split() or [""]
        capitalised = [word for word in others if word.lstrip("“\"'(‘[")[:1].isupper()]
        if re.search(r"\w['’]s$", first) or any(map(self._is_named, words(first))):
            capitalised.append(first)
        return frozenset(words(" ".join(capitalised))) - _EMPTY

    def _is_named(self, word: str) -> bool:
        if word[:_START] in _COUNTRIES:
            return True
        stemmed = stem(word, "en")
        return self.index.named(stemmed) * 2 >= max(1, self.index.frequency(stemmed))

    def told(self, entry: Entry) -> dict[str, float]:
        """Return the stems of what a fact's statement is about, with their weights."""
        if entry.position not in self._told:
            self._told[entry.position] = {
                stemmed: self._rarity(stemmed)
                for stemmed in entry.bags[0]
                if stemmed not in _EMPTY_STEMS and stemmed not in self._stop_stems and not stemmed[:1].isdigit()
            }
        return self._told[entry.position]

    def names_one(self, said: Collection[str], counted: Collection[str], entry: Entry) -> bool:
        """Tell whether two things that are counted may be one, by the words behind their figures."""
        language = entry.language
        for term in self._read([word for word in said if word not in self._stops], ()):
            if any(stem(word, language) in term.meant for word in counted):
                return True
        return not counted and any(rank.matched(term, entry) for term in self._read(said, ()))

    def has_one(self, said: Sequence[str], entry: Entry) -> bool:
        """Tell whether a fact has one of some words, or they are too general for it to need one."""
        content = self._content(" ".join(said))
        return not content or any(rank.matched(term, entry) for term in self._read(content, ()))

    def _content(self, text: str) -> list[str]:
        return [word for word in dict.fromkeys(words(text)) if word not in self._stops and word not in _EMPTY]

    def _read(self, content: Iterable[str], names: Collection[str]) -> list[Term]:
        found = []
        for word in content:
            key = word, word in names
            if key not in self._terms:
                self._terms[key] = self._understand(*key)
            if term := self._terms[key]:
                found.append(term)
        return found

    def _understand(self, word: str, is_name: bool) -> Term | None:
        """Return the term of a word, which may also mean its synonyms, and a capital its country."""
        term = rank.understand_word(self.index, word, is_name=is_name)
        others = SYNONYMS.get(stem(word, "en"), frozenset())
        known = {other: self.index.frequency(other) for other in others if self.index.frequency(other)}
        meant = {other: _SYNONYM * rank.rarity(self.index, facts) for other, facts in known.items()}
        if country := CAPITALS.get(word):
            meant |= {
                stemmed: weight for named in self._read([country], [country]) for stemmed, weight in named.meant.items()
            }
        if term is None or not meant:
            return term
        for stemmed, weight in term.meant.items():
            meant[stemmed] = max(weight, meant.get(stemmed, 0.0))
        return Term(word, term.weight if term.meant else max(meant.values()), meant, term.telling)

    def _rarity(self, stemmed: str) -> float:
        if stemmed not in self._rarities:
            weight = rank.rarity(self.index, self.index.frequency(stemmed))
            self._rarities[stemmed] = weight * (_COMMON if stemmed in _COMMON_STEMS else 1.0)
        return self._rarities[stemmed]


def without_figures(text: str) -> str:
    """Blank out the figures of a text."""
    for figure in reversed(figures(text)):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def likeness(
    subject: Subject, entry: Entry, told: dict[str, float], around: Callable[[], frozenset[str]]
) -> Likeness | None:
    """Hold what a claim is about against a fact; None if it has a name that the fact lacks, and those beside it.

    `told` are the stems of its statement with their weights, `around` returns those of all facts of its place in the
    source.
    """
    total = held = topic = missed = 0.0
    beside = 0
    found: set[str] = set()
    for term in subject.terms:
        common = term.meant.keys() & entry.stems.keys()
        if common and (match := rank.matched(term, entry)):
            gained = min(match.weight / entry.sureness(match.stem), term.weight)
            total, held = total + term.weight, held + gained
            topic += 0.0 if term.word[:_START] in _COUNTRIES else gained
            found |= common
        elif entry.makers.isdisjoint(stems := (stem(term.word, entry.language), *term.meant)):
            total, missed = total + term.weight, missed + term.weight
            if term.word in subject.names:
                if around().isdisjoint(stems):
                    return None
                beside += 1
    for term in subject.around:
        found |= term.meant.keys() & entry.stems.keys()
    share = held / (total - (1 - _LACKING) * missed) if total else 0.0
    return Likeness(share, _share_told(told, found, entry), topic, beside)


def _share_told(told: dict[str, float], found: set[str], entry: Entry) -> float:
    """Return how much of the weight of a fact's statement was found in a claim.

    Who told it is no part of what is told, unless the claim is about them.
    """
    names = entry.names
    whole = sum(
        weight * (_UNSAID_NAME if stemmed in names and stemmed not in found else 1.0)
        for stemmed, weight in told.items()
        if stemmed in found or stemmed not in entry.makers
    )
    return sum(weight for stemmed, weight in told.items() if stemmed in found) / whole if whole else 0.0


def is_reversed(subject: Subject, entry: Entry) -> bool:
    """Tell whether what goes from one to another in a claim goes the other way round in a fact."""
    parties, told = subject.parties.intersection(subject.sequence), words(entry.statement)
    if _is_elsewhere(subject.sequence, told):
        return True
    if not parties:
        return False
    kindred = {word[:_START] for word in parties}
    asked = roles(subject.sequence, parties.__contains__)
    if reversed_in(asked, roles(told, lambda word: word[:_START] in kindred)) or _goes_elsewhere(
        subject.sequence, told
    ):
        return True
    return bool(other_object(subject.sequence, told, lambda word: word in parties or word[:_START] in _COUNTRIES))


def _is_elsewhere(said: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether something is in another country in a fact than in a claim."""
    places = [
        {
            word[:_START]
            for before, word in pairwise(CAPITALS.get(word, word) for word in sequence if word != "the")
            if before in ("in", "into") and word[:_START] in _COUNTRIES
        }
        for sequence in (said, told)
    ]
    return all(places) and places[0].isdisjoint(places[1])


def _goes_elsewhere(said: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether a journey goes to another country in a fact than in a claim, however far "to" is from the verb."""
    goals = [_destinations([CAPITALS.get(word, word) for word in words]) for words in (said, told)]
    return all(goals) and goals[0].isdisjoint(goals[1])


def _destinations(sequence: Sequence[str]) -> set[str]:
    if not any(word.startswith(_JOURNEYS) for word in sequence):
        return set()
    pairs = pairwise(word for word in sequence if word != "the")
    return {
        word[:_START]
        for before, word in pairs
        if word[:_START] in _COUNTRIES and (before == "to" or before.startswith(_JOURNEYS))
    }


_COMMON_STEMS = frozenset(stem(word, "en") for word in COMMON_WORDS)
_EMPTY_STEMS = frozenset(stem(word, "en") for word in _EMPTY)
