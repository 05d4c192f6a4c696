"""What may differ between a verbatim quote and its source: typography, never a letter, digit or sign."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TYPOGRAPHY = dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("‐‑‒–—−", "-") | {"…": "..."}
_UNIT = re.compile(
    rf"(?P<hyphen>(?<=\w)-[ \t]*\r?\n\s*(?=\w))|(?P<space>\s+)|(?P<invisible>[{_INVISIBLE}]+)|(?P<char>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text; `offsets[i]` is where its i-th character began, with the end of the original last."""

    text: str
    offsets: tuple[int, ...]


def normalise(text: str) -> Normalised:
    """Make white space single spaces and typographic signs plain ones, drop invisible signs, join broken words."""
    text_nfc = unicodedata.is_normalized("NFC", text)
    characters: list[str] = []
    offsets: list[int] = []
    for start, unit in _units(text) if text_nfc else _clusters(text):
        for char in _plain(unit):
            characters.append(char)
            offsets.append(start)
    return Normalised("".join(characters), (*offsets, len(text)))


def _units(text: str) -> list[tuple[int, str]]:
    units = []
    for match in _UNIT.finditer(text):
        if match.lastgroup == "space":
            units.append((match.start(), " "))
        elif match.lastgroup == "char":
            units.append((match.start(), match[0]))
    return units


def _clusters(text: str) -> list[tuple[int, str]]:
    """Compose each base character with the combining marks behind it."""
    clusters: list[tuple[int, str]] = []
    for start, unit in _units(text):
        if clusters and (unicodedata.combining(unit) or not unicodedata.is_normalized("NFC", clusters[-1][1] + unit)):
            clusters[-1] = (clusters[-1][0], clusters[-1][1] + unit)
        else:
            clusters.append((start, unit))
    return [(start, unicodedata.normalize("NFC", cluster)) for start, cluster in clusters]


def _plain(unit: str) -> str:
    return "".join(_TYPOGRAPHY.get(char, char) for char in unit)
