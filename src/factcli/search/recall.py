"""Recalling by an index what a store holds, so that writing to it need not read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from factcli.search import build, extend
from factcli.search.build import Describe
from factcli.search.kept import Cached
from factcli.store import freshness
from factcli.store.appended import Known, Recall


def by(index: Cached, describe: Describe) -> Recall:
    """Return what recalls the store of an index; what others have appended since is taken into the index."""
    connection = index.connection

    def known(kind: str, ids: Iterable[str]) -> set[str]:
        try:
            return build.known(connection, kind, ids)
        except sqlite3.Error as error:
            raise LookupError(str(error)) from error

    def recall(digests: Mapping[str, bytes]) -> Known | None:
        with suppress(OSError, sqlite3.Error):
            if _noted(connection) == digests:
                return known
            states = freshness.states(index.path)
            if states and extend.extended(connection, Path(index.path), states, describe):
                return known if _noted(connection) == digests else None
        return None

    return recall


def _noted(connection: sqlite3.Connection) -> dict[str, bytes]:
    return dict(connection.execute("SELECT name, digest FROM file"))
