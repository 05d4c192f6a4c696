"""Which store is meant."""

from __future__ import annotations

import os
from pathlib import Path

from factcli.errors import FactError
from factcli.text.safe import safe

NAME = "facts.toml"


def find(named: Path | None = None) -> Path:
    """Return the path of the store: the one named, `$FACTCLI_STORE`, the nearest upwards, the user's, the built-in.

    Raises FactError if a store that was named is not there.
    """
    if named is not None:
        return _existing(named, "--store")
    if variable := os.environ.get("FACTCLI_STORE"):
        return _existing(_expanded(variable), "$FACTCLI_STORE")
    return _nearest() or _of_user() or built_in()


def built_in() -> Path:
    """Return the store shipped in the package."""
    packaged = Path(__file__).parents[1] / NAME
    # An editable install has it at the top of the checkout.
    return packaged if packaged.exists() else Path(__file__).parents[3] / NAME


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


def _expanded(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:  # no such user, or no home folder
        return Path(path)


def _nearest() -> Path | None:
    try:
        here = Path.cwd()
    except OSError:
        return None
    return next((folder / NAME for folder in (here, *here.parents) if _is_file(folder / NAME)), None)


def _of_user() -> Path | None:
    path = _expanded(os.environ.get("XDG_DATA_HOME") or "~/.local/share") / "factcli" / NAME
    return path if _is_file(path) else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder on the way that may not be searched
        return False
