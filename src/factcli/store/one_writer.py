"""One writer at a time: a lock on folders that every process honours, and that dies with the process that holds it.

It is the kernel's lock on a file `.factcli.lock` in the folder, so over a network file system it holds between machines
too. The file is there only while somebody writes; one left behind by a crash is no lock, and the next writer takes it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from factcli.errors import FactError
from factcli.text.safe import safe

NAME = ".factcli.lock"
PATIENCE = 1.0
"""How many seconds to wait before saying so."""
_PAUSE = 0.01

Waiting = Callable[[Path], None]
"""Is told, once, of a folder that another process holds."""


@contextmanager
def locked(folders: Iterable[Path], waiting: Waiting) -> Iterator[None]:
    """Hold the locks of `folders` while the block runs; wait for those who hold them now.

    Raises FactError if a folder can't be written.
    """
    with ExitStack() as held:
        for folder in sorted(set(folders)):  # always in the same order, so that no two wait for each other
            held.enter_context(_locked(folder, waiting))
        yield


@contextmanager
def _locked(folder: Path, waiting: Waiting) -> Iterator[None]:
    path = folder / NAME
    try:
        handle = _take(path, lambda: waiting(folder))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Nothing was written. Writing needs a folder in which files can be made and locked."
        raise FactError(f"can't lock {safe(str(folder))}: {reason}", hint) from None
    try:
        yield
    finally:
        with suppress(OSError):  # on Windows it stays while others wait for it
            path.unlink()
        os.close(handle)


def _take(path: Path, waiting: Callable[[], None]) -> int:
    """Return the open lock file once it is ours, and still the one that others find at `path`."""
    told = False
    started = time.monotonic()
    while True:
        handle = _opened(path)
        try:
            while not _try(handle):
                if not told and time.monotonic() - started > PATIENCE:
                    waiting()
                    told = True
                time.sleep(_PAUSE)
            if _is_at(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # whoever held it took it away


def _opened(path: Path) -> int:
    no_link = getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | no_link, 0o666)
    except PermissionError:
        if not path.exists():
            raise
    return os.open(path, os.O_RDONLY | no_link)  # another user made it, and it can be locked all the same


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLOCK):
                return False
            raise
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
