"""Passages that the author of a report lets stand, by a comment that names the rules and says why.

A comment beside text is about its own line; one that stands alone, about the block that follows it.

| markup                | the comment                                      |
|-----------------------|--------------------------------------------------|
| Markdown, HTML        | <!-- fact: ignore F201 – the agency's figure --> |
| LaTeX                 | % fact: ignore F201 – the agency's figure        |
| Org                   | # fact: ignore F201 – the agency's figure        |
| reST                  | .. fact: ignore F201 – the agency's figure       |
| AsciiDoc, Typst       | // fact: ignore F201 – the agency's figure       |
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from factcli.citation.markup import Markup
from factcli.errors import Fault
from factcli.report.document import Document
from factcli.report.finding import Finding
from factcli.report.notes.code import comments
from factcli.report.rules import RULES

_PERHAPS = re.compile(r"fact:\s*ignore\b", re.IGNORECASE)
_HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IGNORE = re.compile(
    r"(?:<!--|/\*|//+|%+|#|\.\.)\s*fact:\s*ignore\b(?P<said>.*?)(?:-->|\*/)?\s*", re.DOTALL | re.IGNORECASE
)
_SAID = re.compile(
    r"\s*(?P<codes>[A-Za-z]\d*(?:\s*,\s*[A-Za-z]\d*)*)?\s*(?:(?<!\w)[-–—]+|:)\s*(?P<reason>\S.*)", re.DOTALL
)
_SAYS = re.compile(r"\S")
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n|\Z)")
_EXAMPLE = "fact: ignore F201 – why it may stand"


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment at text[start:end] that accepts what the rules of these prefixes find in text[first:last]."""

    start: int
    first: int
    last: int
    codes: tuple[str, ...]
    reason: str


def accept(
    document: Document, findings: Sequence[Finding], markup: Markup | None, name: str
) -> tuple[list[Finding], list[Fault]]:
    """Mark the problems that comments accept; and tell of comments that accept nothing, and why they don't.

    Of a report of no markup that is known, the comments are those of HTML.
    """
    if not _PERHAPS.search(document.text):  # to find out what is a comment takes long
        return list(findings), []
    accepting, faults = _read(document, markup, name)
    # so far do this comment and those before it reach, from there on it and those behind it
    reached = list(accumulate((comment.last for comment in accepting), max))
    begun = list(accumulate((comment.first for comment in reversed(accepting)), min))[::-1]
    used: set[_Comment] = set()
    marked = []
    for finding in findings:
        around = accepting[bisect_right(reached, finding.start) : bisect_left(begun, finding.end)]
        by = next((comment for comment in around if finding.is_problem and _accepts(comment, finding)), None)
        if by:
            used.add(by)
            finding = replace(finding, accepted=by.reason)  # noqa: PLW2901 - the same one, marked
        marked.append(finding)
    for comment in accepting:
        if comment not in used:
            codes = ", ".join(comment.codes)
            problem = f"nothing {f'that {codes} finds ' if codes else ''}is here to be ignored"
            faults.append(_fault(document, name, comment.start, problem, "Delete the comment."))
    return marked, sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))


def _read(document: Document, markup: Markup | None, name: str) -> tuple[list[_Comment], list[Fault]]:
    text = document.text
    places = comments(text, markup) if markup else (match.span() for match in _HTML_COMMENT.finditer(text))
    meant = [(place, match) for place in places if (match := _IGNORE.fullmatch(text[slice(*place)].lstrip(" \t")))]
    without = _without(text, [place for place, _ in meant])
    accepting, faults = [], []
    for (start, end), match in meant:
        said = _SAID.fullmatch(match["said"].strip())
        codes = tuple(re.findall(r"\w+", said["codes"].upper())) if said and said["codes"] else ()
        unknown = [code for code in codes if not any(known.startswith(code) for known in RULES)]
        if not said:
            problem = "the comment names no reason, and is passed over"
            faults.append(_fault(document, name, start, problem, f"Write: {_EXAMPLE}"))
        elif unknown:
            mend = f"There are: {', '.join(RULES)}"
            faults.append(_fault(document, name, start, f"there is no rule {', '.join(unknown)}", mend))
        else:
            reason = " ".join(said["reason"].split())
            accepting.append(_Comment(start, *_reach(without, start, end), codes, reason))
    return accepting, faults


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Return `text`, as long as it was, with blanks for what stands at `places`."""
    pieces, at = [], 0
    for start, end in places:
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _reach(without: str, start: int, end: int) -> tuple[int, int]:
    """Return what the comment at [start:end] is about: its lines, or if nothing else stands there, the next block."""
    first = without.rfind("\n", 0, start) + 1
    last = without.find("\n", end)
    last = len(without) if last < 0 else last
    if without[first:last].strip():
        return first, last
    following = _SAYS.search(without, last)
    first = following.start() if following else len(without)
    blank = _BLANK_LINE.search(without, first)
    return first, blank.start() if blank else len(without)


def _accepts(comment: _Comment, finding: Finding) -> bool:
    within = finding.start < comment.last and comment.first < finding.end
    return within and (not comment.codes or finding.code.startswith(comment.codes))


def _fault(document: Document, name: str, start: int, problem: str, mend: str) -> Fault:
    line, column = document.position(start)
    return Fault(file=name, line=line, column=column, problem=problem, mend=mend)
