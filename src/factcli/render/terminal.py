"""Lines on a terminal: the only module that draws with rich."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import IO

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.render.layout import Line, Role

PATIENCE = 1.0
"""How many seconds something may take before a bar is drawn."""
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
    "removed": "red",
    "added": "bold green",
}


def print_lines(lines: Iterable[Line], stream: IO[str], *, color: bool) -> None:
    """Print `lines` to a terminal, wrapped to its width."""
    width, height = size(stream)
    console = Console(
        file=stream,
        color_system="auto" if color else None,
        width=width,
        height=height,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for line in lines:
        render(console, line)


@contextmanager
def progress(title: str, stream: IO[str], *, color: bool) -> Iterator[Callable[[int, int], None]]:
    """Draw a bar once something takes longer than PATIENCE; yield what is told how much is done, of how much.

    Until it is told anything, the bar only shows that something goes on.
    """
    width, _ = size(stream)
    console = Console(file=stream, color_system="auto" if color else None, width=width)
    bar = Progress(console=console, transient=True)
    task = bar.add_task(title, total=None)
    timer = Timer(PATIENCE, bar.start)
    timer.start()
    try:
        yield lambda done, of: bar.update(task, completed=done, total=of)
    finally:
        timer.cancel()
        timer.join()
        if bar.live.is_started:  # else it would leave an empty line on a dumb terminal
            bar.stop()


def size(stream: IO[str]) -> tuple[int, int]:
    """Return the columns and lines of the terminal; rich would give every dumb one 80 columns."""
    try:
        columns, lines = os.get_terminal_size(stream.fileno())
    except OSError:
        columns, lines = 0, 0
    wanted = os.environ.get("COLUMNS", "")
    return (int(wanted) if wanted.isdecimal() else 0) or columns or 80, lines or 25


def render(console: Console, line: Line) -> None:
    """Print one line to a rich console."""
    text = Text()
    for span in line.spans:
        text.append(_spelled(span.text, console.encoding), style=_STYLES[span.role])
    width = console.width - line.indent
    margin = Text(" " * line.indent)
    if line.shape == "cut":
        _cut(text, width, "…" if console.encoding.startswith("utf") else "...")
        console.print(margin + text, no_wrap=True, soft_wrap=True)
        return
    if line.shape == "quote":
        margin += Text("▎ " if console.encoding.startswith("utf") else "| ", style=_STYLES["answer"])
    for row in text.wrap(console, max(10, min(width, WIDEST) - len(margin))) or [text]:
        row.rstrip()
        console.print(margin + row, soft_wrap=True)


def _spelled(text: str, encoding: str) -> str:
    """Spell out what the encoding lacks before lines are measured."""
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _cut(text: Text, width: int, mark: str) -> None:
    """End `text` at `width` with a mark that it goes on."""
    if text.cell_len > width:
        text.truncate(max(0, width - len(mark)))
        text.append(mark)
