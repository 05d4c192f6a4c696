"""The text of HTML that comes in pieces among other text, as Markdown has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from factcli.intake import inline

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"script", "style", "template", "title"})
_AROUND_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_SPACES = re.compile(r"[ \t]+")


class Text(HTMLParser):
    """Blocks of text, made of words and of tags as they come; what is struck out or hidden is not among them."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._block = ""
        self._open: list[tuple[str, bool, int]] = []
        """The open elements: their tags, whether they are seen, where in the block they begin."""

    def html(self, piece: str) -> None:
        """Take a piece of HTML, whose elements may be closed only later."""
        self.feed(piece)
        self.close()

    def handle_data(self, data: str) -> None:
        """Take words as they are."""
        if all(seen for _, seen, _ in self._open):
            self._block += data

    def end_block(self, depth: int = 0) -> None:
        """End a block, and with it the elements that were opened in it, when `depth` were open."""
        for tag, _, _ in reversed(self._open[depth:]):
            self.handle_endtag(tag)
        text = _SPACES.sub(" ", _AROUND_LINE_END.sub("\n", self._block)).strip()
        if text:
            self.blocks.append(text)
        self._block = ""
        self._open = [(tag, seen, 0) for tag, seen, _ in self._open]

    def verbatim(self, text: str) -> None:
        """Take a block whose spaces count."""
        self.end_block(self.depth)
        self.handle_data(text)
        if self._block:
            self.blocks.append(self._block)
        self._block = ""

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag == "br":
            self.handle_data("\n")
        elif tag in _BLOCKS:
            if self._open and self._open[-1][0] == "p":
                self._open.pop()
            self.end_block(self.depth)
        elif tag in _CELLS and self._block.strip():
            self.handle_data(" | ")
        if tag not in _VOID:
            self._open.append((tag, tag not in _SILENT and not inline.is_unseen(tag, _first(attrs)), len(self._block)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<br/>` as `<br>`; what else is closed at once holds no words."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element that has the tag, and those in it; a tag that closes nothing is passed over."""
        places = [place for place, (name, _, _) in enumerate(self._open) if name == tag]
        if not places:
            return
        start = self._open[places[-1]][2]
        del self._open[places[-1] :]
        before, inside = self._block[:start], self._block[start:]
        if tag == "sup":
            self._block = before + inline.raised(inside, before)
        elif tag == "sub":
            self._block = before + inline.lowered(inside)
        elif tag in _BLOCKS:
            self.end_block(self.depth)


def _first(attributes: list[tuple[str, str | None]]) -> Mapping[str, str | None]:
    """Return the attributes of an element; the first counts of two with one name."""
    return dict(reversed(attributes))
