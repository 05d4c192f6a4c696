"""Which store is meant."""

from __future__ import annotations

import os
from pathlib import Path

from factcli.errors import FactError
from factcli.store import place
from factcli.store.place import NAME
from factcli.text.safe import safe

__all__ = ["NAME", "built_in", "find"]


def find(wanted: Path | None = None) -> Path:
    """Return the path of the store: the one named, `$FACTCLI_STORE`, the nearest upwards, the user's, the built-in.

    Raises FactError if a store that was named is not there.
    """
    given = place.named(None if wanted is None else os.fspath(wanted))
    return _existing(Path(given[0]), given[1]) if given else Path(place.unnamed())


def writable(wanted: Path | None = None) -> Path:
    """Return the path of the store as `find` does, if it is the user's own.

    Raises FactError if it is the one that comes with the program, or a store that was named is not there.
    """
    path = find(wanted)
    is_fallback = not place.named(None if wanted is None else os.fspath(wanted)) and not place.own()
    if is_fallback or place.is_packaged(os.fspath(path)):
        hint = "Make one of your own here: fact init. Or name one: --store PATH"
        raise FactError("the store that comes with the program can't be changed", hint)
    return path


def built_in() -> Path:
    """Return the store shipped in the package."""
    return Path(place.built_in())


def _existing(path: Path, origin: str) -> Path:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        hint = f"Check the path, or make a store there with: fact init {safe(str(path))}"
        raise FactError(f"{origin}: there is no store at {safe(str(path))}", hint) from None
    except ValueError:
        raise FactError(f"{origin}: not a path: {str(path)!r}") from None
    except OSError:
        pass  # Reading it will say why it can't be reached.
    return path
