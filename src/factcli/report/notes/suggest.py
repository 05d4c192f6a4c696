"""Footnotes that a report could have: the facts that support it where it names no fact yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcli.citation.markup import Markup
from factcli.report.document import Block, Document
from factcli.report.finding import Finding
from factcli.report.notes import footnotes
from factcli.report.notes.code import blanked
from factcli.text.sentences import sentences

_ID = r"(?P<id>[a-z0-9-]+)"
_FIRST = {
    Markup.MARKDOWN: "[^fact:{}]",
    Markup.ORG: "[fn:fact-{}]",
    Markup.RST: " [#fact:{}]_",  # which reST knows only behind a blank
    Markup.ASCIIDOC: "footnote:fact-{}[]",
    Markup.LATEX: r"\footnote{{\label{{fact:{}}}}}",
    Markup.TYPST: "#footnote[] <fact:{}>",
}
# Where a label may be given once only, a second reference is another.
_AGAIN = {Markup.LATEX: r"\footref{{fact:{}}}", Markup.TYPST: "#ref(<fact:{}>)"}
_REFERRED = {Markup.LATEX: rf"\\footref\{{fact:{_ID}\}}", Markup.TYPST: rf"(?:@|#ref\(<)fact:{_ID}"}
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reference to the fact that supports a finding, to be put at text[place]."""

    finding: Finding
    place: int
    reference: str


def suggest(document: Document, findings: Sequence[Finding], markup: Markup) -> list[Suggestion]:
    """Return the references that a report lacks, in the order of their places: one of a fact in a sentence."""
    outside = blanked(document.text, markup)
    mentions = list(_mentions(document.text, outside, markup))
    labelled = {identifier for identifier, _ in mentions}
    given: set[tuple[str, int]] = set()
    suggestions = []
    for finding in findings:
        if finding.anchor is None or finding.fact is None or finding.is_problem or finding.accepted:
            continue
        if outside[finding.anchor - 1 : finding.anchor + 1] == "\0\0":  # there it would not be a reference
            continue
        first, last = _sentence(document, finding.start, finding.anchor)
        cited = any(identifier == finding.fact and first <= place <= last for identifier, place in mentions)
        if cited or (finding.fact, first) in given:
            continue
        again = markup in _AGAIN and finding.fact in labelled
        reference = (_AGAIN if again else _FIRST)[markup].format(finding.fact)
        suggestions.append(Suggestion(finding, finding.anchor, reference))
        labelled.add(finding.fact)
        given.add((finding.fact, first))
    return sorted(suggestions, key=lambda suggestion: suggestion.place)


def insert(text: str, suggestions: Sequence[Suggestion]) -> str:
    """Put all references into the text, those of one place in their order."""
    pieces, at = [], 0
    for suggestion in suggestions:
        pieces += [text[at : suggestion.place], suggestion.reference]
        at = suggestion.place
    return "".join([*pieces, text[at:]])


def _mentions(text: str, outside: str, markup: Markup) -> Iterator[tuple[str, int]]:
    """Return which facts a report refers to, and where."""
    yield from ((mention.id, mention.start) for mention in footnotes.find(text, markup).references)
    if markup in _REFERRED:
        for match in re.finditer(_REFERRED[markup], outside):
            yield match["id"], match.start()


def _sentence(document: Document, start: int, anchor: int) -> tuple[int, int]:
    """Return from where to where references belong to the sentence around file[start]: those behind its stop too."""
    block = _block(document, start)
    if block is None:
        return start, anchor
    at = bisect_right(block.starts, start) - 1
    spans = sentences(block.text)
    first, last = next((span for span in spans if span[0] <= at < span[1]), (at, len(block.text)))
    follows = next((span[0] for span in spans if span[0] >= last), None)
    if follows is not None:
        return block.starts[first], max(anchor, block.starts[follows] - 1)
    blank = _BLANK_LINE.search(document.text, block.ends[-1])
    return block.starts[first], max(anchor, blank.start() if blank else len(document.text))


def _block(document: Document, start: int) -> Block | None:
    return next((block for block in document.blocks if block.text and block.starts[0] <= start < block.ends[-1]), None)
