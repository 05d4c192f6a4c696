"""How a difference between a source and a quote looks: as `git diff --word-diff` shows one, with colour or without."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.quote.difference import Segment
from factcli.render.layout import Span
from factcli.text.safe import safe, spelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.render.layout import Role

LEGEND = "[-what the source says-] {+what the quote says instead+}"
_MARKS: dict[str, tuple[str, str, Role]] = {"removed": ("[-", "-]", "removed"), "added": ("{+", "+}", "added")}


def spans(difference: Iterable[Segment]) -> list[Span]:
    """Return a difference as spans; where the two differ, nothing stays invisible."""
    return [_span(segment) for segment in difference]


def plain(difference: Iterable[Segment]) -> str:
    """Return a difference as text on one line."""
    return "".join(span.text for span in spans(difference))


def _span(segment: Segment) -> Span:
    if segment.kind == "same":
        return Span(safe(segment.text))
    before, after, role = _MARKS[segment.kind]
    return Span(f"{before}{spelled(segment.text)}{after}", role)
