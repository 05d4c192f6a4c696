"""Replacing a file as a whole: whoever reads it, and whatever happens meanwhile, sees the old one or the new one."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from factcli.errors import FactError
from factcli.store import place


def replace(file: Path, data: bytes) -> None:
    """Put `data` into the place of `file`, on disk before this returns; mode and, where possible, owner stay.

    A file that is not there is made. The caller holds the lock of the folder. A link is followed and stays. Raises
    FactError, with the file as it was, if it can't be written.
    """
    target = file.resolve()
    # No name of its own for each attempt: what a crash leaves behind goes with the next. None that a store reads.
    new = target.with_name(f".{target.name}.new")
    try:
        before = target.stat() if target.exists() else None
        if before and not stat.S_ISREG(before.st_mode):
            raise FactError(f"can't write {place.display(str(file))}: it is not a file")
        if before and not os.access(target, os.W_OK):  # renaming would not mind
            raise FactError(f"can't write {place.display(str(file))}: it is read-only")
        new.unlink(missing_ok=True)
        try:
            _write(new, data, before)
            new.replace(target)
        except BaseException:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FactError(f"can't write {place.display(str(file))}: {reason}", "It is as it was.") from None


def _write(path: Path, data: bytes, like: os.stat_result | None) -> None:
    with path.open("xb") as stream:
        if like:
            _liken(path, stream.fileno(), like)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _liken(path: Path, handle: int, like: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        made = os.fstat(handle)
        if made.st_gid != like.st_gid:
            with suppress(PermissionError):
                os.fchown(handle, -1, like.st_gid)
        if made.st_uid != like.st_uid:
            with suppress(PermissionError):
                os.fchown(handle, like.st_uid, -1)
    path.chmod(stat.S_IMODE(like.st_mode))


def _sync_folder(folder: Path) -> None:
    """Put the new name itself on disk; where folders can't be opened or synced, the system does it by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
