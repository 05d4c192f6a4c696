"""Whether a store is still as it was when something was derived from it, told without reading it where possible.

Paths are strings here: pathlib costs as long to load as a question takes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

State = tuple[str, int, int, int]
"""A file of a store and how it was: its name in the folder of the store ("" for a store of one file), its size in
bytes, when it was changed, in nanoseconds, and its inode."""

DOUBTFUL = 2_000_000_000
"""Nanoseconds: a file changed this shortly before it was read may have changed again at the same time stamp."""


def states(path: str) -> list[State] | None:
    """Return the state of every file of the store at `path`, None if they are not all ordinary files."""
    found = []
    try:
        names = (
            sorted(name for name in os.listdir(path) if name.endswith(".toml") and name[0] != ".")
            if os.path.isdir(path)
            else [""]
        )
        for name in names:
            status = os.stat(file_of(path, name))
            if not stat.S_ISREG(status.st_mode):
                return None
            found.append((name, status.st_size, status.st_mtime_ns, status.st_ino))
    except (OSError, ValueError):
        return None
    return found


def of(path: str) -> State | None:
    """Return the state of one file, with no name; None if there is no such ordinary file."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return "", status.st_size, status.st_mtime_ns, status.st_ino


def file_of(path: str, name: str) -> str:
    """Return the path of a file of the store at `path`."""
    return os.path.join(path, name) if name else path


def is_certain(found: Iterable[State], seen: int) -> bool:
    """Tell whether files read at `seen`, in nanoseconds, would show by their state that they changed since."""
    return all(modified < seen - DOUBTFUL for _, _, modified, _ in found)
