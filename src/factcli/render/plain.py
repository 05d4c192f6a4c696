"""Lines as plain text: no colour, no wrapping, for pipes and files."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.render.layout import Line


def text(lines: Iterable[Line]) -> str:
    """Return `lines` as text, each on one line and ended."""
    return "".join(f"{_line(line)}\n" for line in lines)


def _line(line: Line) -> str:
    bar = "> " if line.shape == "quote" else ""
    return (" " * line.indent + bar + "".join(span.text for span in line.spans)).rstrip()
