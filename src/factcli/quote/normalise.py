"""What may differ between a verbatim quote and its source: typography, never a letter, digit or sign."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right

# Joiners, soft hyphens, variation selectors, and what steers the direction of text without turning it around.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef"
)
LINE_END = r"(?:\r\n?|[\n\v\f\x85\u2028\u2029])"
HYPHENS = "-‐‑"
DASHES = "‒–—―−"
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_SINGLE = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛‹›′`´ʼ", "'")
    | dict.fromkeys(HYPHENS + DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
)
_SEVERAL = {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CURRENCY = "[$¢£¤¥\u20a0-\u20cf]"
_LETTER = r"[^\W\d_]"
_LENGTH_CHANGING = re.compile(
    rf"(?P<break>(?<=[\w\u0300-\u036f])(?P<dash>[{HYPHENS}{DASHES}\u00ad¬])[ \t]*+{LINE_END}\s*+(?=\w))"
    # white space between a figure and its sign, on the one side of a currency that has a figure
    rf"|(?P<inside>(?<=\d)\s++(?=[%‰‱٪°]|{_CURRENCY}(?!\s*\d))|(?<=°)\s++(?=[CF]\b)"
    rf"|(?<={_CURRENCY})(?<!\d{_CURRENCY})(?<!\d\s{_CURRENCY})\s++(?=\d))"
    rf"|(?P<spaced>(?<={_LETTER})\s++[{HYPHENS}{DASHES}]\s++(?={_LETTER}))"
    rf"|(?P<space>(?:[{INVISIBLE}]*+\s){{2,}}[{INVISIBLE}]*+|[{INVISIBLE}]++\s[{INVISIBLE}]*+|\s[{INVISIBLE}]++)"
    rf"|(?P<invisible>[{INVISIBLE}]++)|(?P<sign>[{''.join(_SEVERAL)}])"
)
_EDGES = re.compile(rf"\A[\s{INVISIBLE}]+|(?<![\s{INVISIBLE}])[\s{INVISIBLE}]+\Z")
READINGS = ("", "-", "- ")
"""What a hyphen at a line end may stand for: a word broken there, a hyphen, or a hyphen before a space."""


class Normalised:
    """A normalised text that knows where in the original each of its characters stands.

    It is made of pieces: runs of the original whose characters each gave one, and units that gave more or fewer.
    """

    __slots__ = ("_at", "_end", "_run", "_start", "text")

    def __init__(self, pieces: list[tuple[str, int, int]]) -> None:
        """Take pieces with their span in the original; a piece as long as its span is a run."""
        self._at, self._start, self._end, self._run = array("q"), array("q"), array("q"), array("b")
        at = 0
        for piece, start, end in pieces:
            if piece:
                self._at.append(at)
                self._start.append(start)
                self._end.append(end)
                self._run.append(len(piece) == end - start)
                at += len(piece)
        self.text = "".join(piece for piece, _, _ in pieces).translate(_SINGLE)

    def start(self, position: int) -> int:
        """Return where the character at `position` begins in the original."""
        piece = bisect_right(self._at, position) - 1
        return self._start[piece] + (position - self._at[piece] if self._run[piece] else 0)

    def end(self, position: int) -> int:
        """Return where the character at `position` ends in the original."""
        piece = bisect_right(self._at, position) - 1
        return self._start[piece] + position - self._at[piece] + 1 if self._run[piece] else self._end[piece]

    def position(self, offset: int) -> int:
        """Return the first position whose character ends behind `offset` of the original, or the length of the text."""
        piece = bisect_right(self._end, offset)
        if piece == len(self._at):
            return len(self.text)
        return self._at[piece] + (max(0, offset - self._start[piece]) if self._run[piece] else 0)


def normalise(text: str, reading: str = "") -> Normalised:
    """Make white space single spaces and typographic signs plain ones, drop invisible signs, join broken words.

    No white space stays between a figure and its sign, nor around a dash between words.

    `reading` is one of READINGS. Letters keep their case and, in NFC, their marks.
    """
    pieces: list[tuple[str, int, int]] = []
    at = 0
    for match in _LENGTH_CHANGING.finditer(text):
        start, end = match.span()
        if start > at:
            pieces += _composed(text, at, start)
        pieces.append((_replacement(match, reading), start, end))
        at = end
    pieces += _composed(text, at, len(text))
    return Normalised(pieces)


def trimmed(text: str) -> str:
    """Return `text` without white space and invisible signs at its ends."""
    return _EDGES.sub("", text)


def has_broken_word(text: str) -> bool:
    """Tell whether a hyphen at a line end leaves open how `text` is to be read."""
    return any(_is_open(match) for match in _LENGTH_CHANGING.finditer(text) if match["break"])


def _replacement(match: re.Match[str], reading: str) -> str:
    if match["sign"]:
        return _SEVERAL[match["sign"]]
    if match["break"]:
        if match["dash"] in "\u00ad¬":
            return ""
        return reading if _is_open(match) else "-"
    if match["spaced"]:
        return "-"
    return "" if match["invisible"] or match["inside"] else " "


def _is_open(match: re.Match[str]) -> bool:
    """Tell whether a break may divide a word: only a hyphen does, between letters, the second no capital."""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    is_letter = before.isalpha() or unicodedata.combining(before) > 0
    return match["dash"] in HYPHENS and is_letter and after.isalpha() and not after.isupper()


def _composed(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return text[start:end] in NFC, as pieces."""
    run = text[start:end]
    if unicodedata.is_normalized("NFC", run):
        return [(run, start, end)]
    starts = [0]
    for offset, char in enumerate(run):
        # nothing below U+0300 composes with what stands before it
        if offset and (char < "\u0300" or not _composes(run, starts[-1], offset)):
            starts.append(offset)
    spans = zip(starts, [*starts[1:], len(run)], strict=True)
    return [(unicodedata.normalize("NFC", run[first:last]), start + first, start + last) for first, last in spans]


def _composes(run: str, start: int, offset: int) -> bool:
    """Tell whether run[offset] is a mark on the character that begins at `start`, or makes one letter with it."""
    if unicodedata.combining(run[offset]):
        return True
    before = unicodedata.normalize("NFC", run[start:offset])
    return len(unicodedata.normalize("NFC", run[start : offset + 1])) <= len(before)
