"""A passage in its line: what of the line fits, and where to underline it, counted in the cells of a screen."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from factcli.text.safe import safe

_REACH = 8
"""No more characters than so many a cell are looked at on either side: a paragraph may be one very long line."""
_WORD = 15
"""So many cells at most are given away to begin or end at a word."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a line: the passage and what stands around it."""

    before: str
    passage: str
    after: str

    @property
    def underline(self) -> str:
        """What stands below it: carets under the passage."""
        return " " * cell_len(self.before) + "^" * max(1, cell_len(self.passage))


def excerpt(line: str, start: int, end: int, width: int, encoding: str) -> Excerpt:
    """Cut a line, around its passage line[start:end], to `width` cells; what `encoding` lacks is spelled out."""
    reach = _REACH * width
    parts = line[max(0, start - reach) : start], line[start : min(end, start + reach)], line[end : end + reach]
    before, passage, after = (_shown(part, encoding) for part in parts)
    before, after = before.lstrip(), after.rstrip()
    ellipsis = _shown("…", encoding) if encoding.lower().startswith("utf") else "..."
    sizes = [cell_len(part) for part in (before, passage, after)]
    if sum(sizes) <= width:
        return Excerpt(before, passage, after)
    room = width - sizes[1]
    if room < 2 * cell_len(ellipsis):
        first = before if cell_len(before) <= cell_len(ellipsis) else ellipsis
        return Excerpt(first, _start(passage, width - cell_len(first) - cell_len(ellipsis)) + ellipsis, "")
    left = max(room // 2, room - sizes[2])
    return Excerpt(
        _end_of(before, min(left, room), ellipsis),
        passage,
        _start_of(after, room - min(left, sizes[0]), ellipsis),
    )


def _shown(text: str, encoding: str) -> str:
    return safe(text).encode(encoding, "backslashreplace").decode(encoding)


def _start_of(text: str, width: int, ellipsis: str) -> str:
    if cell_len(text) <= width:
        return text
    kept = _start(text, width - cell_len(ellipsis))
    words = kept.rpartition(" ")[0]
    return (words if words and cell_len(kept) - cell_len(words) <= _WORD else kept) + ellipsis


def _end_of(text: str, width: int, ellipsis: str) -> str:
    if cell_len(text) <= width:
        return text
    kept = text[len(text) - _fitting(text[::-1], width - cell_len(ellipsis)) :]
    words = kept.partition(" ")[2]
    return ellipsis + (words if words and cell_len(kept) - cell_len(words) <= _WORD else kept)


def _start(text: str, width: int) -> str:
    return text[: _fitting(text, width)]


def _fitting(text: str, width: int) -> int:
    """Return how many of the first characters fit."""
    for count, character in enumerate(text):
        width -= cell_len(character)
        if width < 0:
            return count
    return len(text)
