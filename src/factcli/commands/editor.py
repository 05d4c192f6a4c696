"""The user's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

from factcli.errors import FactError

_FALLBACKS = ("vi", "nano")


def command(*, on_terminal: bool) -> list[str]:
    """Return the words that start the editor: of $VISUAL, else $EDITOR, else on a terminal vi or nano.

    Raises FactError if there is none.
    """
    for variable in ("VISUAL", "EDITOR"):
        if text := os.environ.get(variable, "").strip():
            try:
                return shlex.split(text)
            except ValueError as error:
                raise FactError(f"${variable}: {str(error).lower()}", "It is read as a shell would.") from None
    for name in _FALLBACKS if on_terminal else ():
        if found := shutil.which(name):
            return [found]
    raise FactError("there is no editor", "Name one: export EDITOR=nano")


def edit(words: list[str], file: Path) -> None:
    """Run an editor on a file until it ends. Raises FactError if it can't be run, or fails."""
    # Ctrl-C belongs to the editor. Ours is a handler, not "ignore", which the editor would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        ended = subprocess.run([*words, file], check=False).returncode  # noqa: S603 - the user's own words
    except OSError as error:
        raise FactError(f"can't run the editor {words[0]}: {(error.strerror or str(error)).lower()}") from None
    finally:
        signal.signal(signal.SIGINT, before)
    if ended < 0:
        raise FactError(f"the editor {words[0]} was killed by signal {-ended}")
    if ended:
        raise FactError(f"the editor {words[0]} ended with {ended}")
