"""Looking up whether a quote is locked, without reading the lock file: its entries are kept like the index.

Paths are strings, as in `kept`: a question comes through here where the text of a source is not at hand.
"""

from __future__ import annotations

import os

from factcli.search import kept
from factcli.search.record import Record
from factcli.store import freshness, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from factcli.store.freshness import State

_FORMAT = "factcli.lock/1"


class Locks:
    """The entries of a lock file, in a database or at hand; of neither if there is no such file."""

    def __init__(self, connection: sqlite3.Connection | None, entries: Mapping[str, tuple[str, str, str]]) -> None:
        self._connection, self._entries = connection, entries

    def look_up(self, records: Iterable[Record]) -> None:
        """Set the dates since which the quotes of records are proven to be unchanged."""
        for record in records:
            record.since = self._since(record)

    def _since(self, record: Record) -> str | None:
        held = self._entries.get(record.id)
        if self._connection:
            query = "SELECT source, digest, date FROM quote WHERE id = ?"
            held = self._connection.execute(query, (record.id,)).fetchone()
        is_same = held and held[:2] == (record.source_id, place.digest_of_quote(record.quote))
        return held[2] if held and is_same else None


NONE = Locks(None, {})


def opened(path: str) -> Locks | None:
    """Return the locks of the store at `path`, None if what is kept of them may not be fresh.

    Raises sqlite3.Error if it is damaged or locked.
    """
    state = freshness.of(place.lock_of(path))
    if state is None:
        return NONE
    file = _location(path)
    if not os.path.isfile(file):
        return None
    connection = kept.connection_to(file)
    *known, seen, made_by = connection.execute("SELECT * FROM state").fetchone() or ("", 0, 0, 0, 0, "")
    if made_by == _FORMAT and tuple(known) == state and freshness.is_certain([state], seen):
        return Locks(connection, {})
    connection.close()
    return None


def of(path: str, *, anew: bool = False) -> Locks:
    """Return the locks of the store at `path`, reading its lock file and keeping its entries where need be.

    `anew` is for what turned out to be damaged: it raised sqlite3.DatabaseError. Raises StoreError
    if the lock file can't be read.
    """
    import sqlite3
    import time
    from contextlib import suppress
    from pathlib import Path

    from factcli.store import lock_file

    with suppress(OSError, sqlite3.Error):
        if not anew and (found := opened(path)) is not None:
            return found
    seen = time.time_ns()
    state = freshness.of(place.lock_of(path))
    quotes = lock_file.load(Path(path)).quotes
    entries = {fact: (held.source, held.digest, held.date.isoformat()) for fact, held in quotes.items()}
    if state is not None:
        with suppress(OSError, sqlite3.Error):
            _keep(_location(path), state, seen, entries)
    return Locks(None, entries)


def _location(path: str) -> str:
    return kept.location(path).removesuffix(".sqlite") + ".lock.sqlite"


def _keep(file: str, state: State, seen: int, entries: Mapping[str, tuple[str, str, str]]) -> None:
    import sqlite3
    import tempfile
    from contextlib import closing, suppress

    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=os.path.dirname(file), suffix=".new")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as connection, connection:
            connection.execute("CREATE TABLE state (name TEXT, size, modified, inode, seen, made_by TEXT)")
            connection.execute("CREATE TABLE quote (id TEXT PRIMARY KEY, source, digest, date) WITHOUT ROWID")
            connection.execute("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", (*state, seen, _FORMAT))
            rows = ((fact, *entry) for fact, entry in entries.items())
            connection.executemany("INSERT INTO quote VALUES (?, ?, ?, ?)", rows)
        os.replace(name, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
