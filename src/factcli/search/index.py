"""The index: which words stand in which fact, how heavily, and how rare they are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcli.store.model import Fact, Source, Store
from factcli.text.figures import Figure, figures
from factcli.text.words import STOP_WORDS, words

# How much one occurrence of a word counts, by where it stands.
STATEMENT, ALIAS, ANSWER, TAG, QUOTE, TITLE = 1.0, 0.9, 0.5, 0.5, 0.4, 0.15

# BM25's parameters for short texts.
K1, B = 0.9, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact as the ranking sees it."""

    fact: Fact
    sequence: tuple[str, ...]
    """The content words of the statement, in order."""
    phrases: tuple[tuple[str, ...], ...]
    """The content words of each alias, in order."""
    weights: Mapping[str, float]
    """BM25's saturated term frequency of each word, in [0, 1]."""
    figures: tuple[Figure, ...]
    """Every figure that the fact holds; the years of its source only where it has none of its own."""


class Index:
    """The facts of a store, indexed by word."""

    def __init__(self, store: Store) -> None:
        frequencies = [_frequencies(fact, store.sources[fact.source]) for fact in store.facts.values()]
        average = sum(sum(counts.values()) for counts in frequencies) / max(1, len(frequencies))
        self.postings: dict[str, list[int]] = defaultdict(list)
        """By word, the positions of its facts in `entries`; `figures` has the same by value."""
        self.figures: dict[Decimal, list[int]] = defaultdict(list)
        self.entries: list[Entry] = []
        for position, (fact, counts) in enumerate(zip(store.facts.values(), frequencies, strict=True)):
            entry = _entry(fact, store.sources[fact.source], counts, average)
            self.entries.append(entry)
            for word in entry.weights:
                self.postings[word].append(position)
            for value in {value for figure in entry.figures for value in figure.values}:
                self.figures[value].append(position)

    def rarity(self, documents: int) -> float:
        """Return BM25's inverse document frequency of a word that stands in so many facts."""
        return math.log(1 + (len(self.entries) - documents + 0.5) / (documents + 0.5))


def _frequencies(fact: Fact, source: Source) -> Counter[str]:
    counts: Counter[str] = Counter()
    fields = (
        (fact.statement, STATEMENT),
        (fact.answer or "", ANSWER),
        (fact.quote, QUOTE),
        (source.title, TITLE),
        *((tag, TAG) for tag in fact.tags),
        *((alias, ALIAS) for alias in fact.aliases),
    )
    for text, weight in fields:
        for word in words(text):
            if word not in STOP_WORDS:
                counts[word] += weight  # type: ignore[assignment]
    return counts


def _entry(fact: Fact, source: Source, counts: Mapping[str, float], average: float) -> Entry:
    length = K1 * (1 - B + B * sum(counts.values()) / (average or 1))
    return Entry(
        fact=fact,
        sequence=_content(fact.statement),
        phrases=tuple(map(_content, fact.aliases)),
        weights={word: count / (count + length) for word, count in counts.items()},
        figures=tuple(_figures(fact, source)),
    )


def _content(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in STOP_WORDS)


def _figures(fact: Fact, source: Source) -> Iterable[Figure]:
    texts = [fact.statement, fact.answer or "", fact.quote, *fact.aliases, *fact.tags]
    if fact.period:
        texts += [str(year) for year in fact.period.years()]
    found = [figure for text in texts for figure in figures(text)]
    issued = source.dates.get("issued")
    if issued and not any(figure.kind == "year" for figure in found):
        found += [figure for year in issued.years() for figure in figures(str(year))]
    return found
