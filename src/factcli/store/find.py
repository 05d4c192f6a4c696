"""Which store is meant."""

from __future__ import annotations

import os
from pathlib import Path

from factcli.errors import FactError

NAME = "facts.toml"


def find(named: Path | None = None) -> Path:
    """Return the path of the store: the one named, `$FACTCLI_STORE`, the nearest upwards, the user's, the built-in.

    Raises FactError if a store that was named is not there.
    """
    if named is not None:
        return _existing(named, "--store")
    if variable := os.environ.get("FACTCLI_STORE"):
        return _existing(Path(variable).expanduser(), "$FACTCLI_STORE")
    return _nearest() or _of_user() or built_in()


def built_in() -> Path:
    """Return the store shipped in the package."""
    packaged = Path(__file__).parents[1] / NAME
    # An editable install has it at the top of the checkout.
    return packaged if packaged.exists() else Path(__file__).parents[3] / NAME


def _existing(path: Path, origin: str) -> Path:
    try:
        exists = path.exists()
    except OSError:
        exists = False
    except ValueError:
        raise FactError(f"{origin}: not a path: {str(path)!r}") from None
    if not exists and not os.path.lexists(path):
        hint = f"Check the path, or make a store there with: fact init {path}"
        raise FactError(f"{origin}: there is no store at {path}", hint)
    return path


def _nearest() -> Path | None:
    try:
        here = Path.cwd()
    except OSError:
        return None
    return next((folder / NAME for folder in (here, *here.parents) if (folder / NAME).is_file()), None)


def _of_user() -> Path | None:
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    try:
        path = Path(data).expanduser() / "factcli" / NAME
    except RuntimeError:  # no home folder
        return None
    return path if path.is_file() else None
