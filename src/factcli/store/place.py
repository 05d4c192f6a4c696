"""Where a store is, as text: which one is meant, and how its path is shown."""

from __future__ import annotations

import os
from _blake2 import blake2b

from factcli.text.safe import safe

NAME = "facts.toml"


def named(path: str | None) -> tuple[str, str] | None:
    """Return the path of the store that somebody named, and where: in `path`, else in `$FACTCLI_STORE`."""
    if path is not None:
        return path, "--store"
    variable = os.environ.get("FACTCLI_STORE")
    return (os.path.expanduser(variable), "$FACTCLI_STORE") if variable else None


def unnamed() -> str:
    """Return the path of the store where none is named: the nearest upwards, the user's, the built-in."""
    return own() or built_in()


def own() -> str | None:
    """Return the path of the user's own store where none is named: the nearest upwards, else the one for everywhere."""
    return _nearest() or _of_user()


def built_in() -> str:
    """Return the store shipped in the package."""
    package = _package()
    packaged = os.path.join(package, NAME)
    # An editable install has it at the top of the checkout.
    return packaged if os.path.exists(packaged) else os.path.join(os.path.dirname(os.path.dirname(package)), NAME)


def lock_of(path: str) -> str:
    """Return the path of the lock file of the store at `path`: beside a file, inside a folder."""
    return os.path.join(path, "facts.lock") if os.path.isdir(path) else os.path.splitext(path)[0] + ".lock"


def digest_of_quote(quote: str) -> str:
    """Return what tells a quote from any other, as lock files have it; hashlib would take long to load."""
    return blake2b(quote.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def is_packaged(path: str) -> bool:
    """Tell whether a store is a part of the program."""
    return os.path.dirname(os.path.realpath(path)) == os.path.realpath(_package())


def display(path: str) -> str:
    """Return `path` as a user would type it: relative where it is below the working folder."""
    try:
        here = os.getcwd()
    except OSError:
        return safe(path)
    whole = os.path.join(here, path)
    if whole == here:
        return "."
    below = here.rstrip("/") + "/"
    return safe(whole.removeprefix(below)) if whole.startswith(below) else safe(path)


def _package() -> str:
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def _nearest() -> str | None:
    try:
        folder = os.getcwd()
    except OSError:
        return None
    while True:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _of_user() -> str | None:
    data = os.path.expanduser(os.environ.get("XDG_DATA_HOME") or "~/.local/share")
    path = os.path.join(data, "factcli", NAME)
    return path if os.path.isfile(path) else None
