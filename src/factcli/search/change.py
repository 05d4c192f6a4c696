"""Taking into an index what changed in one file of its store: nothing else is parsed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from factcli.search import build, notes
from factcli.search.build import Describe
from factcli.store import appended, freshness, read, validate
from factcli.store.model import Fact, Source
from factcli.store.pieces import IndivisibleError, Piece, parse, span_of

MOST = 500
"""Where more facts have changed than this, it is as quick to make the index anew."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the file `name` of the store at `path`, to be taken into an index.

    What is taken in may be taken in by half where that turns out to be impossible, so it has to be rolled back then.
    """

    connection: sqlite3.Connection
    path: Path
    name: str
    describe: Describe

    def append(self, old: bytes, new: bytes) -> bool:
        """Take in what was appended; False if that takes reading the whole store."""
        found = appended.read(self.path, old, new, self._known)
        if found is None:
            return False
        if found.warnings:
            shown = read.display(Path(freshness.file_of(str(self.path), self.name)))
            faults = read.located(found.warnings, new.decode(), shown, old.count(b"\n") + 1)
            notes.warnings(self.connection, self.name, faults)
        piece = Piece(len(new), read.digest(new), self._size(), len(found.facts), tuple(found.sources))
        self._add(found.facts.values(), found.sources)
        if pieces := notes.pieces_of(self.connection, self.name):
            notes.pieces(self.connection, self.name, [*pieces, piece])
        return True

    def replace(self, data: bytes) -> bool:
        """Take in what changed anywhere; False if that takes reading the whole store.

        Facts may have changed in place, or be new at the end of the store; the same goes for sources, but that these
        may not have changed.
        """
        pieces = notes.pieces_of(self.connection, self.name)
        try:
            span = span_of(data, pieces)
            found = parse(span.text, first=span.first == 0)
        except IndivisibleError:
            return False
        held = pieces[span.first : span.last]
        if not held or found.warnings or notes.has_warnings(self.connection, self.name):
            return False
        first = held[0].first
        there = build.facts_of(self.connection, first, sum(piece.facts for piece in held))
        facts = list(found.facts.values())
        new = facts[len(there) :]
        at_end = span.last == len(pieces) and first + len(there) == self._size()
        if [fact.id for fact in facts[: len(there)]] != [fact.id for fact in there] or (new and not at_end):
            return False
        if not (_are_one_run(held) and self._fits(found, held, new)):
            return False
        if not self._put(first, there, facts):
            return False
        self._add(new, found.sources)
        piece = Piece(len(span.text), read.digest(span.text), first, len(facts), tuple(found.sources))
        notes.pieces(self.connection, self.name, [*pieces[: span.first], piece, *pieces[span.last :]])
        return True

    def _put(self, first: int, there: list[Fact], facts: list[Fact]) -> bool:
        """Put facts into the place of those that they differ from; False if the change is not theirs alone."""
        sources = build.sources_of(self.connection, {fact.source for fact in there})
        pairs = enumerate(zip(there, facts, strict=False), start=first)
        moved = any(
            (old.source, old.supersedes) != (new.source, new.supersedes) for old, new in zip(there, facts, strict=False)
        )
        if moved:
            return False
        told = self.describe.fact
        changed = [
            (position, old, new)
            for position, (old, new) in pairs
            if told(old, sources[old.source]) != told(new, sources[new.source])
        ]
        if len(changed) > MOST:
            return False
        build.replace(self.connection, changed, sources, self.describe)
        return True

    def _fits(self, found: validate.Document, held: Iterable[Piece], new: list[Fact]) -> bool:
        """Tell whether a valid store stays so, with no source changed."""
        before = {source for piece in held for source in piece.sources}
        added = {key: source for key, source in found.sources.items() if key not in before}
        kept = {key: source for key, source in found.sources.items() if key in before}
        return (
            len(kept) == len(before)
            and build.sources_of(self.connection, kept) == kept
            and appended.fits(self.path, {fact.id: fact for fact in new}, added, self._known)
        )

    def _add(self, facts: Iterable[Fact], sources: Mapping[str, Source]) -> None:
        facts = list(facts)
        named = {fact.source for fact in facts} - sources.keys()
        build.add(self.connection, facts, {**build.sources_of(self.connection, named), **sources}, self.describe)

    def _known(self, kind: str, ids: Iterable[str]) -> set[str]:
        return build.known(self.connection, kind, ids)

    def _size(self) -> int:
        size: int = self.connection.execute("SELECT coalesce(max(position) + 1, 0) FROM fact").fetchone()[0]
        return size


def _are_one_run(pieces: list[Piece]) -> bool:
    """Tell whether the facts of pieces stand one behind the other, as in a file that was not appended to later."""
    return all(left.first + left.facts == right.first for left, right in pairwise(pieces))
