"""What an index notes of the store that it was made from: its files, their pieces, and the warnings they gave."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from factcli.errors import Fault
from factcli.search.kept import FAULT
from factcli.store.freshness import State
from factcli.store.pieces import Piece

SCHEMA = """
CREATE TABLE meta (stamp TEXT, seen INTEGER);
CREATE TABLE file (name TEXT, size INTEGER, modified INTEGER, inode INTEGER, digest BLOB);
CREATE TABLE piece (
    file TEXT, number INTEGER, size INTEGER, digest BLOB, first INTEGER, facts INTEGER, sources TEXT,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE TABLE warning (file TEXT, line INTEGER, "column" INTEGER, path TEXT, problem TEXT, mend TEXT);
"""


def files(connection: sqlite3.Connection, states: list[State], digests: list[bytes], seen: int) -> None:
    """Write down how the files of the store were at `seen`, in nanoseconds."""
    connection.execute("DELETE FROM file")
    rows = [(*state, digest) for state, digest in zip(states, digests, strict=True)]
    connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("UPDATE meta SET seen = ?", (seen,))


def pieces(connection: sqlite3.Connection, file: str, held: Iterable[Piece]) -> None:
    """Write down of what pieces a file is made."""
    connection.execute("DELETE FROM piece WHERE file = ?", (file,))
    rows = ((file, number, *piece[:-1], " ".join(piece.sources)) for number, piece in enumerate(held))
    connection.executemany("INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def pieces_of(connection: sqlite3.Connection, file: str) -> list[Piece]:
    """Return the pieces of a file; none if the store could only be read at once."""
    query = "SELECT size, digest, first, facts, sources FROM piece WHERE file = ? ORDER BY number"
    rows = connection.execute(query, (file,))
    return [Piece(size, digest, first, facts, tuple(sources.split())) for size, digest, first, facts, sources in rows]


def warnings(connection: sqlite3.Connection, file: str, faults: Iterable[Fault]) -> None:
    """Write down more warnings about a file."""
    rows = ((file, *(getattr(fault, field) for field in FAULT)) for fault in faults)
    connection.executemany("INSERT INTO warning VALUES (?, ?, ?, ?, ?, ?)", rows)


def has_warnings(connection: sqlite3.Connection, file: str) -> bool:
    """Tell whether anything is noted that goes by the line of the file."""
    return connection.execute("SELECT 1 FROM warning WHERE file = ?", (file,)).fetchone() is not None


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
