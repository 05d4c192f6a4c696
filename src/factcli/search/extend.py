"""Bringing an index up to date where facts were appended to the store, without reading the rest of it again."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcli.search import build
from factcli.search.build import Describe
from factcli.store import appended, freshness
from factcli.store.freshness import State
from factcli.store.read import digest


def extended(connection: sqlite3.Connection, path: Path, states: list[State], describe: Describe) -> bool:
    """Add to an index what was appended to one of the store's files; False if something else has changed.

    Another process may do the same at the same time: the first does it, the second then finds nothing to do.
    """
    with transaction(connection):
        done = _extend(connection, path, states, describe)
        if not done:
            connection.rollback()
    return done


def note(connection: sqlite3.Connection, states: list[State], digests: list[bytes], seen: int) -> None:
    """Write down how the files of the store were at `seen`, in nanoseconds."""
    connection.execute("DELETE FROM file")
    rows = [(*state, digest) for state, digest in zip(states, digests, strict=True)]
    connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("UPDATE meta SET seen = ?", (seen,))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Change an index as a whole or not at all, alone; leaving without an error keeps what was changed."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _extend(connection: sqlite3.Connection, path: Path, states: list[State], describe: Describe) -> bool:
    seen = time.time_ns()
    rows = connection.execute("SELECT name, size, modified, inode, digest FROM file ORDER BY name").fetchall()
    if [row[0] for row in rows] != [name for name, *_ in states]:
        return False
    if not any(state[1] > row[1] for state, row in zip(states, rows, strict=True)):
        last_seen = connection.execute("SELECT seen FROM meta").fetchone()[0]
        return [row[:4] for row in rows] == states and freshness.is_certain(states, last_seen)
    digests = []
    for name, size, *_, known_digest in rows:
        data = Path(freshness.file_of(str(path), name)).read_bytes()
        old, new = data[:size], data[size:]
        if digest(old) != known_digest or (new and not _add(connection, path, old, new, describe)):
            return False
        digests.append(digest(data))
    note(connection, states, digests, seen)
    return True


def _add(connection: sqlite3.Connection, path: Path, old: bytes, new: bytes, describe: Describe) -> bool:
    found = appended.read(path, old, new, lambda table, ids: build.known(connection, table, ids))
    if found is None:
        return False
    named = {fact.source for fact in found.facts.values()} - found.sources.keys()
    sources = build.sources_of(connection, named) | found.sources
    superseded = {old: fact.id for fact in found.facts.values() for old in fact.supersedes}
    build.add(connection, found.facts.values(), sources, superseded, describe)
    return True
