"""Footnotes that a report could have: the facts that support it where it names no fact yet."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

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
    mentions: dict[str, list[int]] = {}
    for identifier, place in _mentions(document.text, outside, markup):
        insort(mentions.setdefault(identifier, []), place)
    labelled = set(mentions)
    sentence = _Sentences(document)
    given: set[tuple[str, int]] = set()
    suggestions = []
    for finding in findings:
        if finding.anchor is None or finding.fact is None or finding.is_problem or finding.accepted:
            continue
        if outside[finding.anchor - 1 : finding.anchor + 1] == "\0\0":  # there it would not be a reference
            continue
        first, last = sentence.around(finding.start, finding.anchor)
        places = mentions.get(finding.fact, [])
        cited = bisect_left(places, first) < bisect_right(places, last)
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


class _Sentences:
    """The sentences of a report by their places."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        blocks = [(block.starts[0], number, block) for number, block in enumerate(document.blocks) if block.text]
        self._blocks = sorted(blocks, key=lambda item: item[:2])
        self._starts = [start for start, *_ in self._blocks]
        # notes stand within other blocks: so far does any reach that begins no later
        self._reached = list(accumulate((block.ends[-1] for *_, block in self._blocks), max))
        self._of = cache(sentences)

    def around(self, start: int, anchor: int) -> tuple[int, int]:
        """Return where references belong to the sentence around file[start]: those behind its stop too."""
        block = self._block(start)
        if block is None:
            return start, anchor
        at = bisect_right(block.starts, start) - 1
        spans = self._of(block.text)
        number = bisect_right(spans, at, key=lambda span: span[0]) - 1
        within = number >= 0 and at < spans[number][1]
        first = spans[number][0] if within else at
        if within and number + 1 < len(spans):
            return block.starts[first], max(anchor, block.starts[spans[number + 1][0]] - 1)
        blank = _BLANK_LINE.search(self._text, block.ends[-1])
        return block.starts[first], max(anchor, blank.start() if blank else len(self._text))

    def _block(self, start: int) -> Block | None:
        """Return the first block, in the order of the report, that file[start] is in."""
        around = range(bisect_right(self._reached, start), bisect_right(self._starts, start))
        held = [self._blocks[index] for index in around if start < self._blocks[index][2].ends[-1]]
        return min(held, key=lambda item: item[1])[2] if held else None
