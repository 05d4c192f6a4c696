"""Putting the text of a source into the folder of its store."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factcli.errors import FactError
from factcli.store.model import folder_of
from factcli.store.place import display

FOLDER = "sources"


@contextmanager
def added_text(store: Path, source: str, text: str) -> Iterator[str]:
    """Put the text of a source into the folder of the store at `store`, and yield its path relative to that folder.

    It is there whole or not at all, and gone again if the block fails. Raises FactError if there is a file of that name
    already, or it can't be written.
    """
    folder = folder_of(store)
    path = folder / FOLDER / f"{source}.txt"
    shown = display(str(path))
    try:
        path.parent.mkdir(exist_ok=True)
        if not path.parent.resolve().is_relative_to(folder.resolve()):
            hint = "Put a folder there instead of the link."
            raise FactError(f"{display(str(path.parent))} leads out of the store's folder", hint)
        _put(path, text.encode())
    except FileExistsError:
        raise FactError(f"{shown} is there already", "Nothing was changed. Take another --id.") from None
    except UnicodeEncodeError:
        raise FactError("the text holds half a character, which no file can") from None
    except OSError as error:
        raise FactError(f"can't write {shown}: {(error.strerror or str(error)).lower()}") from None
    try:
        yield f"{FOLDER}/{source}.txt"
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def inside(store: Path, file: Path) -> str | None:
    """Return the path of a file relative to the folder of the store, None if it is not inside that."""
    folder = folder_of(store).resolve()
    resolved = file.resolve()
    return resolved.relative_to(folder).as_posix() if resolved.is_relative_to(folder) else None


def _put(path: Path, data: bytes) -> None:
    """Make a file with `data`, on disk before it has its name. Raises FileExistsError if there is one."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(handle)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        try:
            path.hardlink_to(name)  # unlike renaming, it takes no other file's place
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if os.path.lexists(path):
                raise FileExistsError(path) from None
            Path(name).rename(path)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
