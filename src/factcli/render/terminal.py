"""Lines on a terminal: the only module that knows rich."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.text import Text

from factcli.render.layout import Line, Role

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal."""

# Only the terminal's own palette, so that dark and light themes both stay readable.
_STYLES: dict[Role, str] = {
    "plain": "",
    "answer": "bold green",
    "statement": "",
    "quote": "italic",
    "context": "dim",
    "citation": "dim",
    "id": "cyan",
    "detail": "dim",
    "good": "green",
    "bad": "bold red",
    "doubt": "yellow",
}


def print_lines(lines: Iterable[Line], stream: IO[str], *, color: bool) -> None:
    """Print `lines` to a terminal, wrapped to its width."""
    console = Console(file=stream, color_system="auto" if color else None, highlight=False, markup=False, emoji=False)
    for line in lines:
        render(console, line)


def render(console: Console, line: Line) -> None:
    """Print one line to a rich console."""
    text = Text()
    for span in line.spans:
        text.append(span.text, style=_STYLES[span.role])
    width = console.width - line.indent
    margin = Text(" " * line.indent)
    if line.shape == "cut":
        text.truncate(width, overflow="ellipsis")
        console.print(margin + text, no_wrap=True, soft_wrap=True)
        return
    if line.shape == "quote":
        margin += Text("▎ " if console.encoding.startswith("utf") else "| ", style=_STYLES["answer"])
    for row in text.wrap(console, max(10, min(width, WIDEST) - len(margin))) or [text]:
        row.rstrip()
        console.print(margin + row, soft_wrap=True)
