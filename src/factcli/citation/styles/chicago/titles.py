"""Titles: of works that stand alone in italics, of parts and unpublished things in quotation marks (CMOS 8.163-177)."""

from __future__ import annotations

from factcli.citation.compose import Part, italic, join, quoted
from factcli.citation.styles import pieces
from factcli.citation.work import Work

_PLAIN = frozenset("patent bill collection legislation regulation treaty".split())
_ITALIC = frozenset("legal_case book classic graphic hearing map".split())
_QUOTED = frozenset(
    "article dataset document interview manuscript paper-conference personal_communication post speech thesis "
    "webpage".split()
)


def title(work: Work, *, short: bool = False) -> Part:
    """Return the title."""
    text = work["title"]
    if short and text:
        text = work["title-short"] or text
    return _set(work, text)


def part_title(work: Work) -> Part:
    """Return the title of a part."""
    return _set(work, work["part-title"])


def volume_title(work: Work) -> Part:
    """Return the title of a volume."""
    text = work["volume-title"]
    return quoted(text) if work.serial or work.type == "manuscript" else italic(text)


def with_part(work: Work, delimiter: str) -> Part:
    """Return the title with the number and title of the part."""
    if not work.serial and work.type not in ("post", "webpage"):
        return title(work)
    return join(delimiter, title(work), join(", ", pieces.number(work, "part-number"), part_title(work)))


def _set(work: Work, text: str) -> Part:
    if work.type in _PLAIN:
        return join("", text)
    if work.type in _ITALIC:
        return italic(text)
    return quoted(text) if work.type in _QUOTED or work.has("container-title") else italic(text)
