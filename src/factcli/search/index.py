"""The index: which words stand in which fact, how heavily, and how rare they are."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcli.search.query import Kind
from factcli.store.model import Fact, Source, Store
from factcli.text import stop_words
from factcli.text.figures import Figure, figures
from factcli.text.stems import language_of, stem
from factcli.text.words import words

# How surely a word of a fact is what it is about, by where it stands.
STATEMENT, ALIAS, ID, ANSWER, QUOTE, TAG = 1.0, 0.95, 0.5, 0.9, 0.7, 0.6

# BM25's parameters for short texts.
K1, B = 0.9, 0.4
FEWEST = 100
"""Rarity is counted as if a store had at least so many facts: of two facts, either is half of the world."""

# A word counts as a name if it is capitalised in this share of the facts that have it.
_NAMED = 0.5
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-ÞА-Я][\w'’-]+")
_MONTH = re.compile(r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|centur")
_REASON = re.compile(r"\b(?:because|due to|since|so that|in order to|as a result|caused?|reasons?|owing|thanks to)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact as the ranking sees it; words are stems."""

    fact: Fact
    position: int
    language: str
    sequences: tuple[tuple[str, ...], ...]
    """The words of the statement, then of each alias, in order."""
    sureness: Mapping[str, float]
    """Of each word, by the best field that it stands in."""
    weights: Mapping[str, float]
    """BM25's saturated term frequency of each word, in [0, 1]."""
    trigrams: frozenset[str]
    """Of the words as they are spelled."""
    names: frozenset[str]
    """The capitalised words of statement and quote, but for the first of a sentence."""
    makers: frozenset[str]
    """The names of who made and published its source: a question may name them without meaning any one fact."""
    title: frozenset[str]
    """The words of its source's title."""
    figures: tuple[Figure, ...]
    """Every figure that the fact holds."""
    offers: frozenset[Kind]
    """The kinds of question that the fact may answer."""


class Index:
    """The facts of a store, indexed by word."""

    def __init__(self, store: Store) -> None:
        counted = [_count(fact, store.sources[fact.source]) for fact in store.facts.values()]
        average = sum(sum(counts.values()) for counts, _ in counted) / max(1, len(counted))
        self.languages = tuple(dict.fromkeys(language_of(source.language) for source in store.sources.values()))
        self.entries: list[Entry] = []
        self.postings: dict[str, list[int]] = defaultdict(list)
        """By stem, the positions of its facts in `entries`; `figures` has the same by value."""
        self.figures: dict[Decimal, list[int]] = defaultdict(list)
        self.names: Counter[str] = Counter()
        """In how many facts each stem is capitalised within a sentence."""
        self.spellings: Counter[str] = Counter()
        """How many facts each word as it is spelled stands in."""
        for position, (fact, (counts, sureness)) in enumerate(zip(store.facts.values(), counted, strict=True)):
            entry, spelled = _entry(fact, store.sources[fact.source], position, counts, sureness, average)
            self.entries.append(entry)
            self.spellings.update(spelled)
            self.names.update(entry.names)
            for word in entry.weights:
                self.postings[word].append(position)
            for value in {value for figure in entry.figures for value in figure.values}:
                self.figures[value].append(position)

    def rarity(self, documents: int) -> float:
        """Return BM25's inverse document frequency of a word that stands in so many facts."""
        facts = max(len(self.entries), FEWEST)
        return math.log(1 + (facts - documents + 0.5) / (documents + 0.5))

    def is_name(self, stemmed: str) -> bool:
        """Tell whether a word is a name: it stands capitalised in nearly every fact that has it."""
        return self.names[stemmed] >= _NAMED * max(1, len(self.postings.get(stemmed, ())))

    def neighbours(self, entry: Entry, distance: int) -> Iterator[Entry]:
        """Yield the facts of the same source that stand at `distance` before and after a fact in the store."""
        for position in (entry.position - distance, entry.position + distance):
            if 0 <= position < len(self.entries) and self.entries[position].fact.source == entry.fact.source:
                yield self.entries[position]


def trigrams(word: str) -> set[str]:
    """Return the runs of three characters of a word with a space at each end."""
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _fields(fact: Fact) -> Iterator[tuple[str, float]]:
    yield fact.statement, STATEMENT
    yield fact.answer or "", ANSWER
    yield fact.quote, QUOTE
    yield fact.id.replace("-", " "), ID
    yield from ((tag, TAG) for tag in fact.tags)
    yield from ((alias, ALIAS) for alias in fact.aliases)


def _count(fact: Fact, source: Source) -> tuple[dict[str, float], dict[str, float]]:
    """Return how often each stem stands in a fact, by the weight of its fields, and how sure each is."""
    language = language_of(source.language)
    stops = stop_words.of_language(language)
    counts: dict[str, float] = defaultdict(float)
    sureness: dict[str, float] = {}
    for text, weight in _fields(fact):
        for word in words(text):
            if word not in stops:
                stemmed = stem(word, language)
                counts[stemmed] += weight
                sureness[stemmed] = max(weight, sureness.get(stemmed, 0.0))
    return counts, sureness


def _entry(
    fact: Fact,
    source: Source,
    position: int,
    counts: Mapping[str, float],
    sureness: Mapping[str, float],
    average: float,
) -> tuple[Entry, set[str]]:
    language = language_of(source.language)
    length = K1 * (1 - B + B * sum(counts.values()) / (average or 1))
    spelled = {word for text, _ in _fields(fact) for word in words(text)}
    told = [fact.statement, *fact.aliases]
    held = tuple(_figures(fact))
    entry = Entry(
        fact=fact,
        position=position,
        language=language,
        sequences=tuple(tuple(stem(word, language) for word in words(text)) for text in told),
        sureness=sureness,
        weights={word: count / (count + length) for word, count in counts.items()},
        trigrams=frozenset(gram for text in told for word in words(text) for gram in trigrams(word)),
        names=frozenset(
            stem(word, language) for word in words(" ".join(_NAME.findall(f"{fact.statement} {fact.quote}")))
        ),
        makers=frozenset(stem(word, language) for text in _makers(source) for word in words(text)),
        title=frozenset(stem(word, language) for word in words(source.title)),
        figures=held,
        offers=frozenset(_offers(fact)),
    )
    return entry, spelled


def _makers(source: Source) -> Iterator[str]:
    """Yield the names of the people, the container and the publisher of a source."""
    yield from (source.variable(name) for name in ("container-title", "publisher"))
    for people in source.names.values():
        for person in people:
            yield from filter(None, (person.family, person.given, person.literal))


def _figures(fact: Fact) -> list[Figure]:
    texts = [fact.statement, fact.answer or "", fact.quote, *fact.aliases, *fact.tags]
    if fact.period:
        texts += [str(year) for year in fact.period.years()]
    return [figure for text in texts for figure in figures(text)]


def _offers(fact: Fact) -> Iterator[Kind]:
    """Tell by its short answer, else by its statement, what a fact may answer."""
    told = fact.answer or fact.statement
    figures_told = [figure for figure in figures(told) if figure.binding or fact.answer]
    dated = any(figure.kind == "year" for figure in figures_told) or bool(_MONTH.search(told.lower()))
    if dated:
        yield "when"
    counted = [figure for figure in figures_told if figure.kind != "year"]
    if counted and not (fact.answer and dated):
        yield "how many"
    if fact.answer is None or (told[:1].isupper() and not dated):
        yield "who"
        yield "where"
    if _REASON.search(f"{fact.statement} {' '.join(fact.aliases)}".lower()):
        yield "why"
