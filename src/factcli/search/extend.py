"""Bringing an index up to date where facts were appended to the store, or changed, without parsing the rest of it."""

from __future__ import annotations

import sqlite3
import time
from hashlib import blake2b
from pathlib import Path

from factcli.search import notes
from factcli.search.build import Describe
from factcli.search.change import Change
from factcli.store import freshness
from factcli.store.freshness import State
from factcli.store.read import DIGEST


def extended(connection: sqlite3.Connection, path: Path, states: list[State], describe: Describe) -> bool:
    """Bring an index up to date with its store; False if that takes making it anew.

    Another process may do the same at the same time: the first does it, the second then finds nothing to do.
    """
    with notes.transaction(connection):
        done = _extend(connection, path, states, describe)
        if not done:
            connection.rollback()
    return done


def _extend(connection: sqlite3.Connection, path: Path, states: list[State], describe: Describe) -> bool:
    seen = time.time_ns()
    rows = connection.execute("SELECT name, size, modified, inode, digest FROM file ORDER BY name").fetchall()
    if [row[0] for row in rows] != [name for name, *_ in states]:
        return False
    last_seen = connection.execute("SELECT seen FROM meta").fetchone()[0]
    if [row[:4] for row in rows] == states and freshness.is_certain(states, last_seen):
        return True
    digests = []
    for name, size, *_, known in rows:
        with Path(freshness.file_of(str(path), name)).open("rb") as file:
            old, new = file.read(size), file.read()
        content = blake2b(old, digest_size=DIGEST)
        starts_alike = content.digest() == known
        content.update(new)
        digests.append(content.digest())
        change = Change(connection, path, name, describe)
        if not ((not new or change.append(old, new)) if starts_alike else change.replace(old + new)):
            return False
    notes.files(connection, states, digests, seen)
    return True
