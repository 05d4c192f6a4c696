"""What a person sees while entering a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcli.quote.difference import Segment
from factcli.quote.evidence import Evidence
from factcli.render.layout import VERDICTS, Line, Span
from factcli.text.safe import safe

_HOW = {
    "exact": "exact",
    "normalised": "the same but for typography",
    "elided": "with what it leaves out",
}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


def choices(items: Sequence[tuple[str, str]]) -> list[Line]:
    """Lay out what there is to choose from, numbered: ids and titles."""
    width = max(len(identifier) for identifier, _ in items)
    return [
        Line((Span(f"{number:>3}  "), Span(f"{identifier:<{width}}  ", "id"), Span(safe(title), "detail")), "cut")
        for number, (identifier, title) in enumerate(items, start=1)
    ]


def finding(evidence: Evidence) -> list[Line]:
    """Lay out where a quote stands in its source, or what stands there instead."""
    found, text = evidence.finding, evidence.text
    if found.anchor and text:
        return [_said(f"paragraph {text.paragraph(found.anchor.start)}, {_HOW[found.anchor.how]}", "good")]
    if found.passage:
        lines = [_said(f"Not in the source. Closest is paragraph {found.passage.paragraph}:", "bad")]
        marks = "[-what the source says-] {+what the quote says instead+}"
        return [*lines, difference(found.difference), Line((Span(marks, "detail"),), indent=2)]
    if evidence.verdict == "ambiguous":
        return [_said(f"The quote {found.detail}.", "doubt")]
    if evidence.verdict == "unchecked":
        return [_said(f"Not checked: the text of {evidence.source.id} is not at hand.", "detail")]
    return [_said(f"Not in the source: {found.detail}.", "bad")]


def difference(segments: Iterable[Segment]) -> Line:
    """Lay out what makes a quote out of a passage, its differences marked as wdiff does."""
    spans = []
    for segment in segments:
        before, after = _MARKS[segment.kind]
        role = {"removed": "good", "added": "bad", "same": "quote"}[segment.kind]
        spans.append(Span(f"{before}{safe(segment.text)}{after}", role))  # type: ignore[arg-type]
    return Line(tuple(spans), "quote")


def preview(text: str) -> list[Line]:
    """Lay out TOML as it would be written."""
    return [Line(), *(Line((Span(safe(line)),), indent=2) for line in text.splitlines()), Line()]


def added(file: str, evidence: Evidence) -> list[Line]:
    """Lay out that a fact was added, and how its quote stands."""
    words, role = VERDICTS[evidence.verdict]
    place = f", {evidence.fact.locator.text}" if evidence.fact.locator else ""
    return [Line((Span(f"Added to {file}: ", "detail"), Span(words, role), Span(safe(place), "detail")))]


def _said(text: str, role: str) -> Line:
    return Line((Span(safe(text), role),), indent=2)  # type: ignore[arg-type]
