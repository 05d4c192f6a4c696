"""Notes and bibliographies: how their pieces are parted, abbreviated and begun."""

from __future__ import annotations

from dataclasses import dataclass

from factcli.citation import terms
from factcli.citation.compose import Part, Piece, capital, join
from factcli.citation.names import Names
from factcli.citation.styles import legal, pieces
from factcli.citation.work import LEGAL, Work


@dataclass(frozen=True, slots=True)
class Manner:
    """How a note, or an entry of the bibliography, is written."""

    in_note: bool
    delimiter: str
    names: Names

    def begin(self, piece: Piece) -> Part:
        """Begin a piece, with a capital in the bibliography."""
        return join("", piece) if self.in_note else capital(piece)


NOTE = Manner(in_note=True, delimiter=", ", names=Names(particle_last=True))
BIBLIOGRAPHY = Manner(in_note=False, delimiter=". ", names=Names(particle_last=True, most=6, first=3))

_SHORT_VERBS = {
    "collection-editor": "ed.",
    "compiler": "comp.",
    "editor": "ed.",
    "editorial-director": "ed.",
    "illustrator": "ill.",
    "translator": "trans.",
}
_BARE_UNLESS_NUMBERED = ("chapter", "line", "verse")


def verbs(manner: Manner) -> dict[str, str]:
    """Return the verbs that differ from the terms: notes abbreviate the commonest."""
    return _SHORT_VERBS if manner.in_note else {}


def locator(work: Work) -> str:
    """Write the locator: pages bare, lines in words."""
    if not work.locator:
        return ""
    label, value = work.locator.label, pieces.locator_value(work)
    if label == "page":
        return terms.chicago(value)
    if work.type in LEGAL:
        return legal.symbol(work) if label in legal.SYMBOLS else f"{pieces.locator_label(work)} {value}"
    if label in _BARE_UNLESS_NUMBERED and not terms.is_numeric(value):
        return value
    return f"{_label(work)} {value}"


def labelled_locator(work: Work) -> str:
    """Write the locator with its label, that of pages too, as among the numbers of an archive."""
    return f"{_label(work)} {pieces.locator_value(work)}" if work.locator else ""


def _label(work: Work) -> str:
    match work.locator.label if work.locator else "":
        case "line":
            return pieces.locator_label(work, short=False)
        case "sub-verbo":
            return "under"
        case "timestamp":
            return "at"
    return pieces.locator_label(work)


def is_introduction(work: Work) -> bool:
    """Tell a chapter of which it is said what it is to its book: "introduction to"."""
    return work.type == "chapter" and work.has("container-title", "genre")


def is_episode(work: Work) -> bool:
    """Tell a broadcast whose series, number and title are all known: the series comes first."""
    return work.type == "broadcast" and work.has("container-title", "number", "title")
