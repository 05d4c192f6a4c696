"""Lines as plain text: no colour, no wrapping, for pipes and files."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.render.layout import Line
from factcli.text.safe import safe


def text(lines: Iterable[Line]) -> str:
    """Return `lines` as text, each on one line and ended."""
    return "".join(f"{_line(line)}\n" for line in lines)


def message(text: str) -> str:
    """Return a message of one or more lines, ended; whatever it quotes can't act on the terminal."""
    return "".join(f"{safe(line)}\n" for line in text.split("\n"))


def _line(line: Line) -> str:
    bar = "> " if line.shape == "quote" else ""
    return (" " * line.indent + bar + "".join(span.text for span in line.spans)).rstrip()
