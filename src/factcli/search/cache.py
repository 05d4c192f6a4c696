"""The index as a cache: one file for each store, in the user's cache folder. Deleting it costs time only.

It is written beside its place and moved there whole, so that readers see the old one or the new one. There is no lock:
of two processes that write, the later wins, and both are right.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path

from factcli.search import build, extend, kept
from factcli.search.build import Describe
from factcli.search.kept import FAULT, Cached
from factcli.store import freshness, read
from factcli.store.freshness import State
from factcli.store.model import Store

_SCHEMA = """
CREATE TABLE meta (stamp TEXT, seen INTEGER);
CREATE TABLE file (name TEXT, size INTEGER, modified INTEGER, inode INTEGER, digest BLOB);
CREATE TABLE warning (file TEXT, line INTEGER, "column" INTEGER, path TEXT, problem TEXT, mend TEXT);
"""

Warn = Callable[[str], None]
Progress = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]


def index_of(path: Path, describe: Describe, warn: Warn, progress: Progress, *, anew: bool = False) -> Cached:
    """Return the index of the store at `path`: the one kept if it is fresh, else a new one, kept if possible.

    `anew` is for an index that turned out to be damaged: it raised sqlite3.DatabaseError. Raises StoreError if the
    store has to be read and can't be.
    """
    states = freshness.states(os.fspath(path))
    place = Path(kept.location(os.fspath(path))) if states is not None else None
    if place and states is not None and not anew:
        with suppress(OSError, sqlite3.Error):
            if found := kept.opened(os.fspath(path)) or _renewed(place, path, states, describe):
                return found
    store = read.load(path)
    with progress(f"Indexing {read.display(path)}") as tell:
        if place and states is not None:
            try:
                return _keep(place, store, states, describe, tell)
            except (OSError, sqlite3.Error) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                warn(f"can't keep the index of {read.display(path)}, so each question takes longer: {reason}")
        connection = sqlite3.connect(":memory:")
        _write(connection, store, states or [], describe, tell)
        return Cached(connection, os.fspath(path))


def _renewed(place: Path, path: Path, states: list[State], describe: Describe) -> Cached | None:
    """Open the index that is kept, if the store turns out to be the same, or has only had facts appended since."""
    if not place.is_file():
        return None
    connection = kept.connection_to(str(place))
    try:
        (made_by,) = connection.execute("SELECT stamp FROM meta").fetchone() or ("",)
        if made_by == kept.stamp() and (
            _is_same(connection, path, states) or extend.extended(connection, path, states, describe)
        ):
            return Cached(connection, os.fspath(path))
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


def _is_same(connection: sqlite3.Connection, path: Path, states: list[State]) -> bool:
    rows = connection.execute("SELECT name, size, modified, inode, digest FROM file ORDER BY name").fetchall()
    if [row[:2] for row in rows] != [state[:2] for state in states]:
        return False
    now = time.time_ns()
    if _digests(path, states) != [row[4] for row in rows]:
        return False
    with suppress(sqlite3.Error), extend.transaction(connection):  # the next question need not read the store either
        extend.note(connection, states, [row[4] for row in rows], now)
    return True


def _digests(path: Path, states: list[State]) -> list[bytes]:
    return [read.digest(Path(freshness.file_of(str(path), name)).read_bytes()) for name, *_ in states]


def _keep(
    place: Path, store: Store, states: list[State], describe: Describe, tell: Callable[[int, int], None]
) -> Cached:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f"{place.stem}.", suffix=".new")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            _write(connection, store, states, describe, tell)
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Cached(kept.connection_to(str(place)), os.fspath(store.path))


def _write(
    connection: sqlite3.Connection,
    store: Store,
    states: list[State],
    describe: Describe,
    tell: Callable[[int, int], None],
) -> None:
    seen = time.time_ns()
    connection.executescript(_SCHEMA)
    build.write(connection, store, describe, tell)
    connection.execute("INSERT INTO meta VALUES (?, ?)", (kept.stamp(), seen))
    names = {read.display(file): file.name if file != store.path else "" for file in store.digests}
    digests = {file.name if file != store.path else "": digest for file, digest in store.digests.items()}
    if [name for name, *_ in states] == sorted(digests):
        extend.note(connection, states, [digests[name] for name, *_ in states], seen)
    rows = [(names.get(fault.file, ""), *(getattr(fault, field) for field in FAULT)) for fault in store.warnings]
    connection.executemany("INSERT INTO warning VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
