"""The index as a cache: one file for each store, in the user's cache folder. Deleting it costs time only.

It is written beside its place and moved there whole, so that readers see the old one or the new one. Of two processes
that write, the later wins, and both are right.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from factcli.errors import Fault
from factcli.search import build, extend, kept, notes
from factcli.search.build import Describe
from factcli.search.kept import Cached
from factcli.store import freshness, read
from factcli.store.freshness import State
from factcli.store.model import Fact
from factcli.store.pieces import IndivisibleError, Stream, Tell

_MEMORY = ":memory:"
DAMAGE = (sqlite3.Error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading an index raises that holds other bytes than were written: SQLite notices less than half of it."""

Warn = Callable[[str], None]
Progress = Callable[[str], AbstractContextManager[Tell]]


def index_of(path: Path, describe: Describe, warn: Warn, progress: Progress, *, anew: bool = False) -> Cached:
    """Return the index of the store at `path`: the one kept if it is fresh, else a new one, kept if possible.

    `anew` is for an index that turned out to be damaged: it raised one of DAMAGE. Raises StoreError if the
    store has to be read and can't be.
    """
    seen = time.time_ns()  # before anything is read: what changes meanwhile must show
    states = freshness.states(os.fspath(path))
    place = Path(kept.location(os.fspath(path))) if states is not None else None
    if place and states is not None and not anew:
        with suppress(OSError, *DAMAGE):
            if found := kept.opened(os.fspath(path)) or _renewed(place, path, states, describe):
                return found
    with progress(f"Indexing {read.display(path)}") as tell:
        if place and states is not None:
            make = _Making(path, states, seen, describe, tell)
            try:
                return _keep(place, make)
            except (OSError, sqlite3.Error) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                warn(f"can't keep the index of {read.display(path)}, so each question takes longer: {reason}")
        return Cached(_made(_MEMORY, _Making(path, states or [], seen, describe, tell)), os.fspath(path))


def index_in_memory(path: Path, describe: Describe) -> Cached:
    """Return an index of the store at `path` that is not kept; the store may have no facts yet."""
    states, seen = freshness.states(os.fspath(path)) or [], time.time_ns()
    making = _Making(path, states, seen, describe, lambda _done, _of: None, may_be_empty=True)
    connection = sqlite3.connect(_MEMORY)
    making.whole(connection)
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
    with suppress(sqlite3.Error), notes.transaction(connection):  # the next question need not read the store either
        notes.files(connection, states, [row[4] for row in rows], now)
    return True


def _digests(path: Path, states: list[State]) -> list[bytes]:
    return [read.digest(Path(freshness.file_of(str(path), name)).read_bytes()) for name, *_ in states]


def _keep(place: Path, make: _Making) -> Cached:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f"{place.stem}.", suffix=".new")
    os.close(handle)
    try:
        _made(name, make).close()
        with _no_writer(place):
            Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Cached(kept.connection_to(str(place)), os.fspath(make.path))


@contextmanager
def _no_writer(place: Path) -> Iterator[None]:
    """Keep others from changing the index that is there: what they need to undo it, SQLite would find beside ours."""
    connection = None
    try:
        if place.is_file():
            connection = kept.connection_to(str(place))
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:  # it is damaged, unless it is in use
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise
    try:
        place.with_name(f"{place.name}-journal").unlink(missing_ok=True)
        yield
    finally:
        if connection:
            connection.close()


def _made(name: str, make: _Making) -> sqlite3.Connection:
    """Make the index in an empty file, or in memory."""
    for write in (make.in_pieces, make.whole):
        connection = sqlite3.connect(name)
        try:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            write(connection)
        except IndivisibleError:
            connection.close()
            if name != _MEMORY:
                os.truncate(name, 0)
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError("reading the whole has no such error")


@dataclass(frozen=True, slots=True)
class _Making:
    """The making of an index of the store at `path`, whose files were as `states` say at `seen`, in nanoseconds."""

    path: Path
    states: list[State]
    seen: int
    describe: Describe
    tell: Tell
    may_be_empty: bool = False

    def in_pieces(self, connection: sqlite3.Connection) -> None:
        """Write the index in little memory; raises IndivisibleError if that can't be done, with a part written."""
        if not self.states:  # what is no ordinary file can be read but once
            raise IndivisibleError
        store = Stream(self.path, self.tell)
        build.write(connection, store.facts(), store.sources, self.describe)
        self._note(connection, store.digests, store.warnings)
        for file, pieces in store.pieces.items():
            notes.pieces(connection, self._name(file), pieces)
        connection.commit()

    def whole(self, connection: sqlite3.Connection) -> None:
        """Write the index of the store read at once; raises StoreError with all that is wrong with it."""
        store = read.load(self.path, may_be_empty=self.may_be_empty)
        build.write(connection, _counted(store.facts, self.tell), store.sources, self.describe)
        self._note(connection, store.digests, store.warnings)
        connection.commit()

    def _note(self, connection: sqlite3.Connection, digests: Mapping[Path, bytes], warnings: Iterable[Fault]) -> None:
        connection.executescript(notes.SCHEMA)
        connection.execute("INSERT INTO meta VALUES (?, ?)", (kept.stamp(), self.seen))
        by_name = {self._name(file): digest for file, digest in digests.items()}
        if [name for name, *_ in self.states] == sorted(by_name):
            notes.files(connection, self.states, [by_name[name] for name, *_ in self.states], self.seen)
        names = {read.display(file): self._name(file) for file in digests}
        for fault in warnings:
            notes.warnings(connection, names.get(fault.file, ""), [fault])

    def _name(self, file: Path) -> str:
        return file.name if file != self.path else ""


def _counted(facts: Mapping[str, Fact], tell: Tell) -> Iterator[Fact]:
    for done, fact in enumerate(facts.values()):
        yield fact
        tell(done, len(facts))
