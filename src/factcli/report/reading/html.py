"""The prose of HTML, of a whole page or of what Markdown has of it."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from factcli.intake.inline import is_unseen
from factcli.report.document import UNREAD, Document, Kind
from factcli.report.reading.prose import Prose, says_anything, shifted
from factcli.report.reading.structure import Structure

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_SKIPPED = frozenset(
    "audio button canvas code head iframe kbd math nav noscript object pre samp script select style svg template "
    "textarea title video".split()
)
_STANDS_FOR = dict.fromkeys(("code", "kbd", "samp", "math", "img"), UNREAD) | {"br": " ", "q": "“"}
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "p": (frozenset({"p"}), frozenset({"div", "blockquote", "li", "td", "th", "section", "article", "body"})),
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}
"""What the start of an element ends, though its end tag is left out, and how far out that is looked for."""
_KINDS: Mapping[str, Kind] = {"blockquote": "quotation", "li": "item", "dd": "item"}
_NOTES = frozenset({"footnote", "footnotes", "endnotes", "doc-footnote", "doc-endnote", "doc-endnotes"})
_REFERENCES = frozenset({"footnote-ref", "footnote-back", "footnote-backref", "doc-noteref", "doc-backlink"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MAKING = frozenset(("caption", "td", "th", "table", *_HEADINGS))
"""What tells of a block that is in it whose it is."""
_PIECE = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")


def read(text: str) -> Document:
    """Return a report in HTML."""
    structure = Structure()
    read_into(structure, text, range(len(text) + 1))
    return Document(text=text, blocks=tuple(structure.blocks))


def read_into(structure: Structure, source: str, places: Sequence[int]) -> None:
    """Add the blocks of a piece of HTML, whose characters stand at `places` in the file."""
    reading = _Reading(structure, source, places)
    reading.feed(f"{source}\n")  # at the very end the parser loses the "&" of AT&T
    reading.close()
    reading.finish()


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    is_skipped: bool
    kind: Kind | None


class _Reading(HTMLParser):
    """Blocks in the making."""

    def __init__(self, structure: Structure, source: str, places: Sequence[int]) -> None:
        super().__init__(convert_charrefs=False)
        self._structure = structure
        self._source = source
        self._places = places
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._prose = Prose()
        self._open: list[_Element] = []
        self._count: Counter[str] = Counter()
        """How many elements of a tag are open."""
        self._making: list[str] = []
        self._skipped = 0
        self._shift: tuple[str, int, int] | None = None

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._at
        end = start + len(self.get_starttag_text() or "")
        self._close_implied(tag)
        if tag in _BLOCKS:
            self._end_block()
        attributes = dict(reversed(attrs))
        if tag in _STANDS_FOR and not self._skipped and not (tag == "br" and self._prose.last().isspace()):
            self._put(_STANDS_FOR[tag], start, end)
        if tag in ("sup", "sub"):
            self._shift = (tag, start, end)
        if tag in ("td", "th"):
            self._begin_cell(tag, attributes)
        if tag not in _VOID:
            self._enter(self._element(tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if self._count[tag]:
            while self._leave() != tag:
                pass
            if tag == "q" and not self._skipped:
                start = self._at
                self._put("”", start, self._source.find(">", start) + 1)

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        at = self._at
        if self._shift and data.strip():
            tag, start, end = self._shift
            mark, data = shifted(tag, data, self._prose.last())
            if end == at:
                self._put(mark, start, end)
        for piece in _PIECE.finditer(data):
            start, end = at + piece.start(), at + piece.end()
            if piece[0][0] not in " \t\r\n\f":
                self._prose.add(piece[0], self._places[start : end + 1])
            elif not self._prose.last().isspace():
                self._put(" ", start, end)

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def unknown_decl(self, data: str) -> None:
        """Pass over what only XML has."""

    def finish(self) -> None:
        """End everything that is open."""
        while self._open:
            self._leave()
        self._end_block()

    def _put(self, text: str, start: int, end: int) -> None:
        self._prose.put(text, self._places[start], self._places[min(end, len(self._source))])

    def _reference(self, written: str) -> None:
        start = self._at
        if self._source.startswith(";", start + len(written)):
            written += ";"
        if not self._skipped:
            self._put(html.unescape(written), start, start + len(written))

    def _element(self, tag: str, attributes: Mapping[str, str | None]) -> _Element:
        roles = {*(attributes.get("class") or "").split(), *(attributes.get("role") or "").split()}
        is_reference = bool(roles & _REFERENCES) or (
            tag == "a" and self._shift is not None and (attributes.get("href") or "").startswith("#")
        )
        skipped = tag in _SKIPPED or is_reference or is_unseen(tag, attributes)
        kind: Kind | None = "note" if roles & _NOTES else _KINDS.get(tag)
        return _Element(tag, skipped, kind)

    def _begin_cell(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        table = self._structure.table
        in_head = bool(self._count["thead"]) or (table is not None and table.rows == 1)
        width, height = _span(attributes.get("colspan"), 1000), _span(attributes.get("rowspan"), 65534)
        self._structure.begin_cell(is_heading=tag == "th" and in_head, width=width, height=height)

    def _enter(self, element: _Element) -> None:
        self._open.append(element)
        self._count[element.tag] += 1
        if element.tag in _MAKING:
            self._making.append(element.tag)
        self._skipped += element.is_skipped
        if element.tag in ("ul", "ol"):
            self._structure.enter_list()
        elif element.tag == "table":
            self._structure.enter_table()
        elif element.tag == "tr" and self._structure.table:
            self._structure.table.begin_row()
        elif element.tag == "pre":
            self._structure.interrupt()
        if element.kind:
            self._structure.enter(element.kind)

    def _leave(self) -> str:
        """Leave the innermost element and return its tag."""
        element = self._open[-1]
        if element.tag in _BLOCKS:
            self._end_block()
        self._open.pop()
        self._count[element.tag] -= 1
        if element.tag in _MAKING:
            self._making.pop()
        self._skipped -= element.is_skipped
        if element.kind:
            self._structure.leave()
        if element.tag in ("ul", "ol"):
            self._structure.leave_list()
        elif element.tag == "table":
            self._structure.leave_table()
        elif element.tag in ("sup", "sub"):
            self._shift = None
        return element.tag

    def _close_implied(self, tag: str) -> None:
        """Close what the start of an element ends."""
        if self._count["p"] and tag in _BLOCKS:
            self._close_to(*_ENDS["p"])
        if tag in _ENDS:
            self._close_to(*_ENDS[tag])

    def _close_to(self, tags: frozenset[str], bounds: frozenset[str]) -> None:
        if not any(self._count[tag] for tag in tags):
            return
        for depth in reversed(range(len(self._open))):
            tag = self._open[depth].tag
            if tag in bounds:
                return
            if tag in tags:
                while len(self._open) > depth:
                    self._leave()
                return

    def _end_block(self) -> None:
        """Add what was read since the last block began or ended, as a block of the innermost element that makes one."""
        block = self._prose.take()
        if not says_anything(block):
            return
        for tag in reversed(self._making):
            if tag == "caption" and self._structure.table:
                self._structure.table.caption = self._structure.table.caption or block.text
                break
            if tag in ("td", "th"):
                self._structure.add_cell(block)
                return
            if tag in _HEADINGS:
                self._structure.add_heading(block, _HEADINGS[tag])
                return
            if tag == "table":
                break
        self._structure.add(block)


def _span(written: str | None, most: int) -> int:
    return min(int(written), most) if written and written.isdecimal() and int(written) else 1
