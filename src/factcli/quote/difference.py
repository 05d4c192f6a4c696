"""How a quote differs from what its source says, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"[ \t\r\n]+|[^\W_]+(?:['’][^\W_]+)*|.", re.DOTALL)
_WORDS_APART = 2
"""Between two changes so few equal tokens, spaces among them, are not worth showing apart."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that both have, that the source has and the quote lacks, or that the quote adds."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_diff(source: str, quote: str) -> list[Segment]:
    """Return what makes `quote` out of `source`, in order; at one place what is removed stands before what is added.

    The texts of same and removed make up `source`; those of same and added `quote`, but for where its lines end.
    Whatever else differs shows: kinds of space, quotation marks, invisible characters.
    """
    old, new = _TOKEN.findall(source), _TOKEN.findall(quote)
    segments: list[Segment] = []
    for kind, first, last, start, end in _merged(old, new):
        removed, added = "".join(old[first:last]), "".join(new[start:end])
        if kind == "same":
            segments.append(Segment("same", removed))
            continue
        if removed:
            segments.append(Segment("removed", removed))
        if added:
            segments.append(Segment("added", added))
    return segments


def _merged(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Return the operations that make `new` out of `old`, those with little between them as one."""
    matcher = SequenceMatcher(None, list(map(_key, old)), list(map(_key, new)), autojunk=False)
    changed: tuple[int, int, int, int] | None = None
    operations = matcher.get_opcodes()
    for number, (tag, first, last, start, end) in enumerate(operations):
        inner = 0 < number < len(operations) - 1
        small = last - first < _WORDS_APART and not any(map(str.isalnum, "".join(old[first:last])))
        if tag != "equal" or (inner and small and changed):
            changed = (changed[0], last, changed[2], end) if changed else (first, last, start, end)
            continue
        if changed:
            yield "changed", *changed
            changed = None
        yield "same", first, last, start, end
    if changed:
        yield "changed", *changed


def _key(token: str) -> str:
    return " " if token.isspace() and token.strip(" \t\r\n") == "" else token
