"""Asking a person on a terminal. Without one nothing is ever asked."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from factcli.errors import NOT_FOUND, FactError
from factcli.render import plain

_PASTE = 0.05
"""Seconds within which what follows a line end was pasted with it."""


def can_ask() -> bool:
    """Whether a person is there to answer, and to see the question."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, proposal: str = "") -> str:
    """Return the answer to a question, "" if there is none. `proposal` stands there to be edited.

    Lines that are pasted at once are one answer. Raises FactError if the person ends the input instead.
    """
    _propose(proposal)
    try:
        lines = [_line(f"{question}: ")]
        _propose("")
        while _is_more_there():
            lines.append(_line(""))
    except EOFError:
        sys.stderr.write("\n")
        raise FactError("nothing was written", exit_code=NOT_FOUND) from None
    return "\n".join(lines).strip()


def confirm(question: str, *, default: bool) -> bool:
    """Return the answer to a question for yes or no."""
    while True:
        answer = ask(f"{question} [{'Y/n' if default else 'y/N'}]").lower()
        if not answer:
            return default
        if answer in ("y", "yes", "n", "no"):
            return answer.startswith("y")


def tell(text: str) -> None:
    """Say what is wrong with an answer."""
    sys.stderr.write(plain.message(text))


def _propose(text: str) -> None:
    """Have the next line begin with a text, to be edited."""
    with suppress(ImportError):
        import readline  # also gives input() its line editing

        readline.set_startup_hook(lambda: readline.insert_text(text) if text else None)


def _line(prompt: str) -> str:
    if sys.stdout.isatty():
        return input(prompt)
    sys.stderr.write(prompt)  # stdout is for data
    sys.stderr.flush()
    return input()


def _is_more_there() -> bool:
    if os.name == "nt":
        return False
    import select

    return bool(select.select([sys.stdin], [], [], _PASTE)[0])
