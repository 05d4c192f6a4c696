"""Longer stretches of a source's text than any quote, from locked quotes that overlap or touch in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from factcli.quote import elision
from factcli.quote.normalise import normalise, trimmed
from factcli.store.lock_file import Lock
from factcli.store.model import Fact


@dataclass(frozen=True, slots=True)
class Joined:
    """A stretch of the text of a source, and the facts whose quotes make it up, in order."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    fact: Fact
    text: str
    start: int
    end: int


def joined(facts: Iterable[Fact], lock: Lock) -> Iterator[Joined]:
    """Piece together what the locks of `facts` prove of their sources' texts, where that takes more than one quote.

    A quote is of use only if it has as many characters as its passage, so that each has its place; and two are joined
    only if they say the same where they overlap, but for typography.
    """
    placed = [place for fact in facts if (place := _placed(fact, lock))]
    placed.sort(key=lambda place: (place.fact.source, place.start, -place.end))
    for _, quotes in groupby(placed, key=lambda place: place.fact.source):
        yield from _stretches(list(quotes))


def _placed(fact: Fact, lock: Lock) -> _Placed | None:
    held, text = lock.proof(fact), trimmed(fact.quote)
    if held is None or len(text) != held.end - held.start or elision.parts(text):
        return None
    return _Placed(fact, text, held.start, held.end)


def _stretches(quotes: list[_Placed]) -> Iterator[Joined]:
    text, start, facts = "", 0, [quotes[0].fact][:0]
    for quote in quotes:
        end = start + len(text)
        shared = min(end, quote.end) - quote.start
        if facts and shared >= 0 and _same(text[quote.start - start :][:shared], quote.text[:shared]):
            facts.append(quote.fact)
            text += quote.text[shared:]
            continue
        if len(facts) > 1:
            yield Joined(text, tuple(facts))
        text, start, facts = quote.text, quote.start, [quote.fact]
    if len(facts) > 1:
        yield Joined(text, tuple(facts))


def _same(one: str, other: str) -> bool:
    return one == other or normalise(one).text == normalise(other).text
