"""What can go wrong for a user, as exceptions that `__main__` turns into a message and an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

FOUND, NOT_FOUND, FAILED = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong at one place of a store, and what would mend it.

    `line` and `column` count from 1; `path` is the dotted path of the value, "" for a whole file.
    """

    file: str
    problem: str
    mend: str
    line: int | None = None
    column: int | None = None
    path: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        subject = f"{self.path}: " if self.path else ""
        return f"{place}: {subject}{self.problem}\n    {self.mend}"


class FactError(Exception):
    """A user's mistake, or a file that can't be read: a message, and perhaps the next step."""

    def __init__(self, message: str, hint: str = "", exit_code: int = FAILED) -> None:
        super().__init__(message)
        self.hint = hint
        self.exit_code = exit_code

    def __str__(self) -> str:
        message = str(self.args[0])
        return f"{message}\n    {self.hint}" if self.hint else message


class StoreError(FactError):
    """A store that can't be used, with all of its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
