"""Prose in the making: characters with their places, and what of them is no prose after all."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from factcli.intake import inline
from factcli.report.document import UNREAD, Block, Kind

_ADDRESS = re.compile(
    r"(?:\b(?:https?|ftp)://|\bwww\.(?=\w)|\bdoi:[ ]?(?=10\.)|(?<![\w.])(?=10\.\d{4,9}/))"
    r"[^\s<>“”«»\"]*[^\s<>“”«»\".,;:!?'’)\]]",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\]]")


class Prose:
    """The text of a block as it grows."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._starts = array("q")
        self._ends = array("q")

    def add(self, text: str, places: Sequence[int]) -> None:
        """Add text that stands in the file as it is; places are those of its characters, and of its end."""
        self._text.append(text)
        self._starts.extend(places[:-1])
        self._ends.extend(places[1:])

    def put(self, text: str, start: int, end: int) -> None:
        """Add text each character of which stands for file[start:end]."""
        self._text.append(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))

    def last(self) -> str:
        """Return the last character, "" if there is none."""
        return self._text[-1][-1:] if self._text else ""

    def take(self, kind: Kind = "paragraph") -> Block:
        """Return what was added as a block, without addresses and outer space, and begin anew."""
        block = Block(text="".join(self._text), starts=self._starts, ends=self._ends, kind=kind)
        self._text, self._starts, self._ends = [], array("q"), array("q")
        if ":" in block.text or "10." in block.text or "www." in block.text.lower():
            spans = (match.span() for match in _ADDRESS.finditer(block.text))
            block = cut(block, ((start, end, UNREAD) for start, end in spans))
        return trimmed(block)


def says_anything(block: Block) -> bool:
    """Tell whether a block has a word or a figure."""
    return any(map(str.isalnum, block.text))


def part(block: Block, start: int, end: int, kind: Kind | None = None) -> Block:
    """Return text[start:end] as a block."""
    return replace(
        block,
        text=block.text[start:end],
        starts=block.starts[start:end],
        ends=block.ends[start:end],
        kind=kind or block.kind,
    )


def trimmed(block: Block) -> Block:
    """Return a block without space around it."""
    start = len(block.text) - len(block.text.lstrip())
    end = len(block.text.rstrip())
    return part(block, start, max(start, end)) if end - start < len(block.text) else block


def cut(block: Block, spans: Iterable[tuple[int, int, str]]) -> Block:
    """Return a block with each text[start:end], in order, replaced by a character or by nothing."""
    texts: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for start, end, instead in spans:
        texts += (block.text[at:start], instead)
        starts.extend(block.starts[at:start])
        ends.extend(block.ends[at:start])
        if instead:
            starts.append(block.starts[start])
            ends.append(block.ends[end - 1])
        at = end
    if not texts:
        return block
    texts.append(block.text[at:])
    starts.extend(block.starts[at:])
    ends.extend(block.ends[at:])
    return replace(block, text="".join(texts), starts=starts, ends=ends)


def without_notes(
    block: Block, opening: re.Pattern[str], is_mark: Callable[[int], bool] = lambda _at: True
) -> tuple[Block, list[Block]]:
    """Take out the notes that stand within the text, from what opens one to the bracket that closes it."""
    spans: list[tuple[int, int, str]] = []
    notes = []
    closings = _closings(block.text) if opening.search(block.text) else {}
    for match in opening.finditer(block.text):
        end = closings.get(match.end() - 1)
        if end and is_mark(match.start()) and (not spans or match.start() >= spans[-1][1]):
            spans.append((match.start(), end, ""))
            notes.append(trimmed(part(block, match.end(), end - 1, "note")))
    return (trimmed(cut(block, spans)), notes) if spans else (block, [])


def _closings(text: str) -> dict[int, int]:
    """Return for each bracket that is closed where the text ends that it opens."""
    opened: list[int] = []
    closings = {}
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            closings[opened.pop()] = bracket.end()
    return closings


def shifted(tag: str, text: str, before: str) -> tuple[str, str]:
    """Return the text in a `<sup>` or `<sub>` so that it can't be taken for a part of what is before it.

    Its figures become raised or lowered ones, each for each; what has letters is set off by the mark returned with it.
    """
    shown = inline.raised(text, before) if tag == "sup" else inline.lowered(text)
    if shown == text or not any(map(str.isalpha, text)):
        return "", shown
    return shown[:1], text
