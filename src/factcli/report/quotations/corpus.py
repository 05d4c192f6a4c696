"""All text by which a store can prove a quoted passage: its sources' texts, its quotes, and what these make up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from math import log
from typing import Literal

from factcli.quote.evidence import Examiner
from factcli.quote.joining import joined
from factcli.quote.normalise import READINGS, has_broken_word, normalise
from factcli.quote.source_text import SourceText
from factcli.quote.word_index import words
from factcli.store.model import Fact, Source, Store

_SEEDS = 1500
"""How many places are looked at for what is like a passage, those of its rarest words first."""
_MOST_TEXTS, _MOST_EXTRACTS = 3, 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to look passages up in: that of a source, a fact's quote, several that make one stretch, or a title."""

    kind: Literal["text", "stretch", "quote", "title"]
    source: Source
    text: SourceText
    facts: tuple[Fact, ...] = ()


class Corpus:
    """The pieces of a store with an index of their words, which is made when it is first asked for."""

    def __init__(self, store: Store, examiner: Examiner) -> None:
        self._store, self._examiner = store, examiner

    @cached_property
    def pieces(self) -> list[Piece]:
        """All pieces, those with more around a passage first."""
        store = self._store
        texts = [
            Piece("text", source, text)
            for source in store.sources.values()
            if (text := self._examiner.text(source)) is not None
        ]
        extracts = [fact for fact in store.facts.values() if not self.has_text(store.sources[fact.source])]
        stretches = [
            Piece("stretch", store.sources[stretch.facts[0].source], SourceText(stretch.text), stretch.facts)
            for stretch in (joined(extracts, self._examiner.lock) if extracts else ())
        ]
        quotes = [
            Piece("quote", store.sources[fact.source], SourceText(fact.quote), (fact,)) for fact in store.facts.values()
        ]
        titles = [Piece("title", source, SourceText(source.title)) for source in store.sources.values()]
        return [*texts, *stretches, *quotes, *titles]

    @cached_property
    def without_text(self) -> list[str]:
        """The ids of the sources whose text is not at hand."""
        return [source.id for source in self._store.sources.values() if not self.has_text(source)]

    def has_text(self, source: Source) -> bool:
        """Tell whether the text of a source is at hand, which then is what decides."""
        return self._examiner.text(source) is not None

    def was_changed(self, fact: Fact) -> bool:
        """Tell whether a quote, its text not at hand, is another than the one that was locked."""
        if self.has_text(self._store.sources[fact.source]):
            return False
        return fact.id in self._examiner.lock.quotes and not self.is_locked(fact)

    def is_locked(self, fact: Fact) -> bool:
        """Tell whether a quote is proven to be the one that was checked."""
        return self._examiner.lock.proof(fact) is not None

    def holding(self, passage: str) -> list[Piece]:
        """Return the pieces that have every word of a passage, in whatever order."""
        found: set[int] = set()
        for reading in READINGS if has_broken_word(passage) else READINGS[:1]:
            wanted = set(words(normalise(passage, reading).text))
            held = sorted((self._numbers.get(word, set()) for word in wanted), key=len)
            if held:
                found |= held[0].intersection(*held[1:])
        return [self.pieces[number] for number in sorted(found)]

    def like(self, passage: str) -> list[Piece]:
        """Return the pieces that share the rarest words with a passage: a few texts, a few extracts."""
        shared: Counter[int] = Counter()
        left = _SEEDS
        held = [(self._numbers.get(word, set()), word) for word in set(words(normalise(passage).text))]
        for numbers, _ in sorted(held, key=lambda item: (len(item[0]), item[1])):
            if shared and len(numbers) > left:
                break
            left -= min(left, len(numbers))
            weight = round(1000 * (1 + log(len(self.pieces) / len(numbers)))) if numbers else 0
            shared.update(dict.fromkeys(numbers, weight))
        texts = (number for number in shared if self.pieces[number].kind == "text")
        extracts = (number for number in shared if self.pieces[number].kind != "text")
        best = [
            *nlargest(_MOST_TEXTS, texts, shared.__getitem__),
            *nlargest(_MOST_EXTRACTS, extracts, shared.__getitem__),
        ]
        return [self.pieces[number] for number in best]

    @cached_property
    def _numbers(self) -> dict[str, set[int]]:
        """By word, folded, the numbers of the pieces that have it."""
        numbers: dict[str, set[int]] = {}
        for number, piece in enumerate(self.pieces):
            for word in set(_words(piece)):
                numbers.setdefault(word, set()).add(number)
        return numbers


def _words(piece: Piece) -> Iterator[str]:
    text = piece.text
    if piece.kind != "text" and text.text.isascii() and "\n" not in text.text:
        yield from words(text.text)
        return
    for reading in text.readings:
        # the index of a whole text will be of use again
        yield from text.index(reading).numbers if piece.kind == "text" else words(text.normalised(reading).text)
