r"""Where a report refers to facts, and where it has their notes.

| markup   | the text says                   | the note                       |
|----------|---------------------------------|--------------------------------|
| Markdown | [^fact:ID]                      | [^fact:ID]: …                  |
| Org      | [fn:fact-ID]                    | [fn:fact-ID] …                 |
| reST     | [#fact:ID]_                     | .. [#fact:ID] …                |
| AsciiDoc | footnote:fact-ID[]              | the first such, filled         |
| LaTeX    | \footnote{\label{fact:ID}}      | the same, filled               |
| Typst    | #footnote[] <fact:ID>           | the same, filled               |

LaTeX and Typst refer once more to a note by \footref{fact:ID} and @fact:ID.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from factcli.citation.markup import Markup
from factcli.report.notes.code import blanked

_SUFFIXES = {
    ".md": Markup.MARKDOWN,
    ".markdown": Markup.MARKDOWN,
    ".qmd": Markup.MARKDOWN,
    ".rmd": Markup.MARKDOWN,
    ".org": Markup.ORG,
    ".rst": Markup.RST,
    ".adoc": Markup.ASCIIDOC,
    ".asciidoc": Markup.ASCIIDOC,
    ".tex": Markup.LATEX,
    ".typ": Markup.TYPST,
}
_ID = r"(?P<id>[a-z0-9-]+)"
# The first lines of a definition; it goes on to a blank line, or one that begins something else.
_ON = r"[^\n]*(?:\n(?![ \t]*(?:$|[-#>|`~:<*+=\[.\0]|\d+[.)]))[^\n]+)*"
_DEFINED = {
    Markup.MARKDOWN: (rf"\[\^fact:{_ID}\](?!:)", rf"^\[\^fact:{_ID}\]:{_ON}"),
    Markup.ORG: (rf"(?<!^)\[fn:fact-{_ID}\]", rf"^\[fn:fact-{_ID}\]{_ON}"),
    Markup.RST: (rf"\[#fact:{_ID}\]_", rf"^\.\. \[#fact:{_ID}\](?!_)[^\n]*(?:\n[ \t]+[^\n]*\S[^\n]*)*"),
}
_FILLED = {
    Markup.ASCIIDOC: rf"footnote:fact-{_ID}\[",
    Markup.LATEX: rf"\\footnote(?P<open>\{{)\\label\{{fact:{_ID}\}}(?P<note>)",
    Markup.TYPST: r"#footnote(?P<open>\[)(?P<note>)",
}
_INSIDE_LATEX = re.compile(r"\\.|[{}]", re.DOTALL)
_INSIDE_ASCIIDOC = re.compile(r"\\.|\]", re.DOTALL)
_INSIDE_TYPST = re.compile(r'#link\("(?:\\.|[^"\\])*"\)|\\.|[\[\]]', re.DOTALL)
_TYPST_LABEL = re.compile(rf"\s*<fact:{_ID}>")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A reference to a fact, or its note: where it is in the text, counted in characters."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The references and the notes of a report, in their order.

    Where notes stand in the text, each reference has its note, which may be empty.
    """

    references: tuple[Footnote, ...]
    notes: tuple[Footnote, ...]


def markup_of(name: str) -> Markup | None:
    """Return the markup of a report, told by the ending of its name; None if it is none of those."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def stands_apart(markup: Markup) -> bool:
    """Tell whether a markup has definitions of footnotes, apart from the references to them."""
    return markup in _DEFINED


def find(text: str, markup: Markup) -> Footnotes:
    """Find the footnotes of a report, but for those in code and comments."""
    shown = blanked(text, markup)
    if stands_apart(markup):
        references, notes = (tuple(_all(pattern, shown)) for pattern in _DEFINED[markup])
        # what a note of ours says is written anew
        return Footnotes(tuple(mention for mention in references if not _within(mention, notes)), notes)
    notes = tuple(_in_the_text(shown, markup))
    return Footnotes(notes, notes)


def _within(mention: Footnote, notes: Sequence[Footnote]) -> bool:
    number = bisect_right(notes, mention.start, key=lambda note: note.start)
    return number > 0 and mention.start < notes[number - 1].end


def _all(pattern: str, text: str) -> Iterator[Footnote]:
    for match in re.finditer(pattern, text, re.MULTILINE):
        yield Footnote(match["id"], match.start(), match.start() + len(match[0].rstrip(" \t")))


def _in_the_text(text: str, markup: Markup) -> Iterator[Footnote]:
    if markup is Markup.ASCIIDOC:
        yield from _in_asciidoc(text)
        return
    closings = _closings(text, markup)
    for match in re.finditer(_FILLED[markup], text):
        start = match.start("note")
        end = closings.get(match.start("open"))
        if end is None:
            continue
        if markup is Markup.LATEX:
            yield Footnote(match["id"], start, end)
        elif label := _TYPST_LABEL.match(text, end + 1):
            yield Footnote(label["id"], start, end)


def _in_asciidoc(text: str) -> Iterator[Footnote]:
    """Find notes in AsciiDoc, where none stands within another."""
    opening, at = re.compile(_FILLED[Markup.ASCIIDOC]), 0
    while match := opening.search(text, at):
        end = next((mark.start() for mark in _INSIDE_ASCIIDOC.finditer(text, match.end()) if mark[0] == "]"), None)
        if end is None:
            return
        yield Footnote(match["id"], match.end(), end)
        at = end + 1


def _closings(text: str, markup: Markup) -> dict[int, int]:
    """Return for each bracket that is closed where that is."""
    opened: list[int] = []
    closings = {}
    for match in (_INSIDE_LATEX if markup is Markup.LATEX else _INSIDE_TYPST).finditer(text):
        if match[0] in "{[":
            opened.append(match.start())
        elif match[0] in "}]" and opened:
            closings[opened.pop()] = match.start()
    return closings
