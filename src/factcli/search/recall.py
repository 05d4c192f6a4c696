"""Recalling by an index what a store holds, so that adding to it need not read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from factcli.search import build, extend
from factcli.search.build import Describe
from factcli.search.kept import Cached
from factcli.store import freshness
from factcli.store.appended import Known
from factcli.store.model import Source

_CLAIMS = """
SELECT fact.id, statement, quote, source.id, coalesce(period, ''), language FROM fact JOIN source ON number = source
"""
Claimed = tuple[str, str, str, str, str, str]
"""Of a fact: its id, statement, quote, the id of its source, its period ("" if it has none), the language."""


class Memory:
    """What an index knows of its store. Its methods raise sqlite3.DatabaseError if the index is damaged."""

    def __init__(self, index: Cached, describe: Describe) -> None:
        self.path = Path(index.path)
        self._connection = index.connection
        self._describe = describe

    def known(self, kind: str, ids: Iterable[str]) -> set[str]:
        """Tell which ids of a "fact" or a "source" the store has."""
        return build.known(self._connection, kind, ids)

    def sources(self, ids: Iterable[str]) -> dict[str, Source]:
        """Return those sources that the store has."""
        try:
            return build.sources_of(self._connection, ids)
        except (LookupError, TypeError, ValueError) as error:
            raise sqlite3.DatabaseError("a row of the index is damaged") from error

    def titles(self) -> dict[str, str]:
        """Return the title of every source by its id, in the order of the store."""
        rows = self._connection.execute("SELECT id FROM source ORDER BY number").fetchall()
        return {row[0]: source.title for row in rows for source in self.sources([row[0]]).values()}

    def claims(self) -> Iterator[Claimed]:
        """Return what every fact states."""
        return self._connection.execute(_CLAIMS)

    def claims_like(self, positions: Iterable[int], quote: str) -> list[Claimed]:
        """Return what the facts at some positions state, and those with the same quote."""
        listed = ",".join(map(str, positions))
        query = f"{_CLAIMS} WHERE fact.position IN ({listed}) OR quote = ?"
        return self._connection.execute(query, (quote,)).fetchall()

    def recall(self, digests: Mapping[str, bytes]) -> Known | None:
        """Recall the store, as `appended.Recall`; what others have appended since is taken into the index."""
        with suppress(OSError, sqlite3.Error):
            if self._noted() == digests:
                return self._recalled
            states = freshness.states(str(self.path))
            if states and extend.extended(self._connection, self.path, states, self._describe):
                return self._recalled if self._noted() == digests else None
        return None

    def _recalled(self, kind: str, ids: Iterable[str]) -> set[str]:
        try:
            return self.known(kind, ids)
        except sqlite3.Error as error:
            raise LookupError(str(error)) from error

    def _noted(self) -> dict[str, bytes]:
        return dict(self._connection.execute("SELECT name, digest FROM file"))
