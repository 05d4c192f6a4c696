"""Quotation marks in pairs, as languages have them; what inches, feet and apostrophes are is left alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", "‟": "”", '"': '"', "「": "」", "『": "』"}
"""By what an opening mark may be closed: “…” „…“ „…” «…» »…« ”…” "…"."""
_MARK = re.compile(r"[“”„‟«»\"「」『』]")
_OPENERS_ONLY = "“„‟「『"
_BEFORE = re.compile(r"(?:\A|[\s(\[{/—–:;=>|-]|[‘“„«‹¿¡])\Z")
_SINGLE_BEFORE = re.compile(r"(?:\A|[\s(\[{—–:])\Z")
_SINGLE_PAIRS = (("‚", "‘’"), ("‘", "’"), ("‹", "›"), ("›", "‹"), ("'", "'"))
_STOP = ".,;:!?…"
_DECADE = re.compile(r"\d0s\b")
_DEPTH = 4
"""In no more marks that are open is one that closes looked for."""
_LONGEST_SINGLE = 2000

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands between marks, outermost pairs only, and the first mark that is never closed with its place."""

    pairs: list[Span]
    unclosed: tuple[str, int] | None


def pairs(text: str) -> Found:
    """Pair the quotation marks of a block; single ones only where no apostrophe can be meant."""
    found, unclosed = _doubled(text)
    doubled = _outermost(found)
    outer = _outermost([*doubled, *_single(text, doubled)])
    left = next((at for at in unclosed if not _inside(at, outer)), None)
    return Found(outer, None if left is None else (text[left], left))


def _doubled(text: str) -> tuple[list[Span], list[int]]:
    marks = [match.start() for match in _MARK.finditer(text)]
    opened: list[int] = []
    found = []
    for number, at in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        by = next((place for place in reversed(opened[-_DEPTH:]) if text[at] in _CLOSED_BY[text[place]]), None)
        if by is not None and _closes(text, at, by, following):
            found.append((by + 1, at))
            del opened[opened.index(by) :]
        elif text[at] in _CLOSED_BY and _opens(text, at):
            opened.append(at)
    return found, opened


def _opens(text: str, at: int) -> bool:
    if text[at] in _OPENERS_ONLY:
        return True
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] == "«":
        return bool(after)
    return bool(_BEFORE.search(before) or before == '"') and bool(after.strip())


def _closes(text: str, at: int, opened: int, following: int | None) -> bool:
    """Tell whether the mark at `at` closes the one at `opened` rather than open one within, or stand for inches."""
    mark = text[at]
    if at == opened + 1 and mark in _CLOSED_BY and text[at + 1 : at + 2].strip():
        return False
    if mark in "”」』":
        return mark != text[opened] or not _opens(text, at) or at == len(text) - 1
    if mark == "»" and text[opened] == "«":
        return True
    if _opens_inside(text, at):
        return False
    # 24" in a quotation: the next mark closes that, where it would else open another
    inches = mark == '"' and text[at - 1].isdigit() and following is not None and text[following] == '"'
    return not (inches and following and not _opens_inside(text, following))


def _opens_inside(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isspace() or text[at - 1] in "([{‘'") and bool(text[at + 1 : at + 2].strip())


def _outermost(found: list[Span]) -> list[Span]:
    outer: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


def _single(text: str, taken: list[Span]) -> Iterator[Span]:
    """Find what stands between single marks, where what follows an opening mark can only be meant to close it."""
    for opening, closing in _SINGLE_PAIRS:
        if opening not in text:
            continue
        ends = [
            at for at, char in enumerate(text) if char in closing and _may_close(text, at) and not _inside(at, taken)
        ]
        last = 0
        for match in re.finditer(opening, text):
            at = match.start()
            if at < last or not _opens_single(text, at) or _inside(at, taken):
                continue
            number = bisect_left(ends, at + 2)
            following = [end for end in ends[number : number + 2] if end - at < _LONGEST_SINGLE]
            if following and (opening in "‹›" or _is_sure(text, *following)):
                last = following[0]
                yield at + 1, last


def _opens_single(text: str, at: int) -> bool:
    if not text[at + 1 : at + 2].strip() or not _SINGLE_BEFORE.search(text[max(0, at - 1) : at]):
        return False
    return not _DECADE.match(text, at + 1)


def _may_close(text: str, at: int) -> bool:
    return at > 0 and not (text[at - 1].isspace() or text[at + 1 : at + 2].isalnum())


def _is_sure(text: str, end: int, other: int | None = None) -> bool:
    """Tell whether the first mark that may close is no apostrophe, as in: the countries’ borders.

    It is none beside a stop, or if no other follows.
    """
    if text[end - 1] in _STOP or text[end + 1 : end + 2] in (*_STOP, ")", "") or text[end] == "‘":
        return True
    return other is None and text[end] == "’"


def _inside(at: int, spans: list[Span]) -> bool:
    number = bisect_right(spans, at, key=lambda span: span[0])
    return number > 0 and at < spans[number - 1][1]
