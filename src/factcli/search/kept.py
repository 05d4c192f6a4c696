"""Opening the index that is kept for a store, where there is a fresh one. Every question comes through here.

Paths are strings: pathlib costs as long to load as a question takes. For the same reason this takes the two C modules
beneath sqlite3 and hashlib: loading what these wrap around them is some 4 ms of 30 (2026-11-24).
"""

from __future__ import annotations

import os
import sys
from _blake2 import blake2b
from _sqlite3 import connect

import Stemmer

from factcli import __version__
from factcli.search.database import Database
from factcli.store import freshness, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from factcli.errors import Fault

FORMAT = 2
"""The version of the tables; an index of another is made anew."""
FAULT = ("line", "column", "path", "problem", "mend")
_PATIENCE = 2.0
"""How many seconds to wait for a process that has locked the index."""


class Cached(Database):
    """The index of the store at `path`, with the warnings that reading it gave."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        super().__init__(connection)
        self.path = path
        self.warnings: list[Fault] = []
        for name, *row in connection.execute("SELECT * FROM warning").fetchall():
            from factcli.errors import Fault

            file = place.display(freshness.file_of(path, name))
            self.warnings.append(Fault(file=file, **dict(zip(FAULT, row, strict=True))))


def opened(path: str) -> Cached | None:
    """Open the index that is kept of the store at `path`, None if there is none, or it may not be fresh.

    Raises sqlite3.Error or OSError if it is damaged or locked.
    """
    states = freshness.states(path)
    file = location(path)
    if states is None or not os.path.isfile(file):
        return None
    connection = connection_to(file)
    made_by, seen = connection.execute("SELECT stamp, seen FROM meta").fetchone() or ("", 0)
    if made_by == stamp() and freshness.is_certain(states, seen):
        known = connection.execute("SELECT name, size, modified, inode FROM file ORDER BY name").fetchall()
        if known == states:
            return Cached(connection, path)
    connection.close()
    return None


def connection_to(file: str) -> sqlite3.Connection:
    """Connect to an index that is there."""
    # a path in an address: what else has a meaning there is percent-encoded
    name = os.path.abspath(file).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return connect(f"file://{name}?mode=rw", timeout=_PATIENCE, isolation_level=None, uri=True)


def location(path: str) -> str:
    """Return where the index of the store at `path` is kept."""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    # by the XDG specification a relative path is none
    base = folder if os.path.isabs(folder) else os.path.expanduser("~/.cache")
    name = blake2b(os.fsencode(os.path.join(os.getcwd(), path)), digest_size=16).hexdigest()
    return os.path.join(base, "factcli", f"{name}.sqlite")


def stamp() -> str:
    """Return what must be the same for an index to be read: what made it, down to the rules for words."""
    python = ".".join(map(str, sys.version_info[:2]))
    return f"{FORMAT} factcli {__version__} {_code()} Stemmer {Stemmer.version()} Python {python} {sys.byteorder}"


def _code() -> int:
    """Return when the newest module that indexing depends on was changed, in nanoseconds."""
    package = os.path.dirname(os.path.dirname(__file__))
    rooms = (
        "text",
        "store",
        "search",
        "citation",
        "citation/styles",
        "citation/styles/apa",
        "citation/styles/chicago",
        "render",
    )
    return max(
        (
            file.stat().st_mtime_ns
            for room in rooms
            for file in os.scandir(os.path.join(package, room))
            if file.name.endswith(".py")
        ),
        default=0,
    )
