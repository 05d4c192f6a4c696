"""Where output goes: data to stdout, words to stderr; a terminal gets colour and wrapping, a pipe gets neither."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from factcli.errors import Fault
from factcli.render import plain
from factcli.render.layout import Line
from factcli.store import place
from factcli.text.safe import safe, safe_json

_MOST_WARNINGS = 5
_WIDTH_OF_A_PIPE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The user's wishes about output, and the ways to print by them."""

    no_color: bool = False
    quiet: bool = False

    def lines(self, lines: Iterable[Line]) -> None:
        """Print an answer for a person."""
        self._print(lines, sys.stdout)

    def words(self, lines: Sequence[Line]) -> None:
        """Print what is not data, unless `--quiet`."""
        if not self.quiet:
            self._print(lines, sys.stderr)

    def data(self, text: str) -> None:
        """Print text exactly as it is, with a line end."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def document(self, pieces: Iterable[str]) -> None:
        """Print a document for another program: in UTF-8, line ends as they are; to a terminal made safe to be seen."""
        if self.is_terminal():
            for line in "".join(pieces).splitlines():
                sys.stdout.write(f"{safe(line)}\n")
        else:
            for piece in pieces:
                sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
            sys.stdout.buffer.flush()

    def envelope(self, envelope: Mapping[str, Any], *, compact: bool = False) -> None:
        """Print JSON."""
        self.data(safe_json(envelope, compact=compact, encoding=sys.stdout.encoding))

    def warn(self, warnings: Sequence[Fault]) -> None:
        """Print the first few warnings, and how many more there are."""
        if self.quiet or not warnings:
            return
        for fault in warnings[:_MOST_WARNINGS]:
            sys.stderr.write(plain.message(f"warning: {fault}"))
        if (more := len(warnings) - _MOST_WARNINGS) > 0:
            sys.stderr.write(f"warning: and {more} more\n")

    def warning(self, text: str) -> None:
        """Print a warning that is no fault of the store."""
        if not self.quiet:
            sys.stderr.write(plain.message(f"warning: {text}"))

    def error(self, text: str) -> None:
        """Print an error that ends nothing; also if `--quiet`."""
        sys.stderr.write(plain.message(f"fact: {text}"))

    def ask_about(self, lines: Iterable[Line]) -> None:
        """Print what a question is about; also if `--quiet`, since an answer is needed."""
        self._print(lines, sys.stderr)

    def waiting(self, folder: Path) -> None:
        """Say that another process holds the lock of a folder."""
        self.warning(f"waiting for another process that writes to {place.display(str(folder))}")

    def progress(self, title: str) -> AbstractContextManager[Callable[[int, int], None]]:
        """Show on a terminal how far something slow is, once it has taken a second."""
        if self.quiet or not sys.stderr.isatty():
            return nullcontext(lambda _done, _of: None)
        from factcli.render import terminal

        return terminal.progress(title, sys.stderr, color=self._color())

    def width(self) -> int:
        """Return how many cells of what is cut to the terminal are shown, and of the same in a pipe."""
        if not self.is_terminal():
            return _WIDTH_OF_A_PIPE
        from factcli.render import terminal

        return terminal.size(sys.stdout)[0]

    def is_terminal(self) -> bool:
        """Whether a person reads stdout directly."""
        return sys.stdout.isatty()

    def _print(self, lines: Iterable[Line], stream: IO[str]) -> None:
        if stream.isatty():
            from factcli.render import terminal  # rich costs 30 ms, which a pipe need not pay

            terminal.print_lines(lines, stream, color=self._color())
        else:
            stream.write(plain.text(lines))
        stream.flush()

    def _color(self) -> bool:
        return not self.no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
