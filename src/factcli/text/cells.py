"""Cells of CSV: lists in one cell, and texts that a spreadsheet would run as formulas made harmless.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SEPARATOR = ";"
"""What stands between the elements of a list; inside one it has a backslash before it, as has a backslash."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_ELEMENT = re.compile(r"(?:\\[;\\\s]|[^;])+")
_STRIPPED = re.compile(r"\s*+((?:\\[;\\\s]|\S|\s++(?=\S))*+)")


def defused(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula, and before what has such an apostrophe."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """Undo `defused`, exactly."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def joined(elements: Iterable[str]) -> str:
    """Write a list into a cell; white space around an element is kept by a backslash, as `elements` drops it."""
    return SEPARATOR.join(re.sub(r"[;\\]|\A\s|\s\Z", r"\\\g<0>", element) for element in elements)


def elements(cell: str) -> list[str]:
    """Read the list in a cell; white space around its elements does not count, nor do empty ones."""
    parts = [match[1] for part in _ELEMENT.findall(cell) if (match := _STRIPPED.match(part))]
    return [re.sub(r"\\([;\\\s])", r"\1", part) for part in parts if part]
