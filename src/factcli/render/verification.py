"""The verdicts on many quotes, as a person sees them and as JSON has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from factcli.quote.evidence import Evidence
from factcli.render import difference
from factcli.render.layout import BLANK, Line, Span
from factcli.text.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.quote.verdict import Verdict
    from factcli.render.layout import Role

_ROLES: dict[Verdict, Role] = {"verbatim": "good", "locked": "good", "ambiguous": "doubt", "unchecked": "doubt"}
_SURROUNDINGS = 60
"""How many characters of the source to show on either side of a passage."""


def envelope(examined: Sequence[Evidence], problems: int) -> dict[str, Any]:
    """Return the envelope of the verdicts."""
    return {
        "schema": "factcli.verify/1",
        "checked": len(examined),
        "problems": problems,
        "facts": list(map(_fact, examined)),
    }


def page(problems: Iterable[Evidence]) -> list[Line]:
    """Lay out problems, each with the passage that the quote was perhaps made from."""
    lines: list[Line] = []
    for block in map(_problem, problems):
        lines += [BLANK, *block] if lines and (len(block) > 1 or lines[-1].shape == "quote") else block
    return lines


def summary(examined: Sequence[Evidence], problems: Sequence[Evidence]) -> list[Line]:
    """Lay out how many quotes were checked, and how many of them have a problem."""
    counts = Counter(evidence.verdict for evidence in examined)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    checked = f"{len(examined)} {'quote' if len(examined) == 1 else 'quotes'} checked"
    found = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    lines = [Line((Span(f"{checked}, {found}", "bad" if problems else "good"), Span(f": {told}" if told else "")))]
    if any(evidence.finding.difference for evidence in problems):
        lines.insert(0, Line((Span(difference.LEGEND, "detail"),)))
    return lines + _unproven(examined)


def _unproven(examined: Iterable[Evidence]) -> list[Line]:
    """Say what a lock can't prove, and how to prove it."""
    sources = list(dict.fromkeys(evidence.source.id for evidence in examined if evidence.verdict == "locked"))
    if not sources:
        return []
    more = f" and of {len(sources) - 1} more" if len(sources) > 1 else ""
    told = (
        "Locked quotes are as they were when they were found in their source. To look them up again takes its text,",
        f"that of {sources[0]}{more}: fact verify --text {sources[0]}=FILE",
    )
    return [Line((Span(text, "detail"),)) for text in told]


def _fact(evidence: Evidence) -> dict[str, Any]:
    finding = evidence.finding
    detail = finding.detail
    if finding.difference:
        detail = f"{detail}: {difference.plain(finding.difference)}"
    span = [finding.anchor.start, finding.anchor.end] if finding.anchor else None
    return {"id": evidence.fact.id, "verdict": finding.verdict, "span": span, "detail": detail}


def _problem(evidence: Evidence) -> list[Line]:
    finding = evidence.finding
    verdict = Span(finding.verdict, _ROLES.get(finding.verdict, "bad"))
    detail = Span(f": {safe(finding.detail)}" if finding.detail else "", "detail")
    lines = [Line((Span(evidence.fact.id, "id"), Span("  "), verdict, detail))]
    if finding.verdict in ("unchecked", "locked"):
        return lines
    if not finding.passage or not evidence.text:
        return [*lines, Line((Span(safe(evidence.fact.quote), "quote"),), "quote")]
    text, place = evidence.text.text, finding.passage
    before = text[max(0, place.start - _SURROUNDINGS) : place.start].rpartition("\n\n")[2]
    after = text[place.end : place.end + _SURROUNDINGS].partition("\n\n")[0]
    around = (Span(_from_a_word(safe(before), place.start), "context"), Span(_to_a_word(safe(after)), "context"))
    return [*lines, Line((around[0], *difference.spans(finding.difference), around[1]), "quote")]


def _from_a_word(text: str, start: int) -> str:
    return text if start <= _SURROUNDINGS or len(text) < _SURROUNDINGS else "…" + text.partition(" ")[2]


def _to_a_word(text: str) -> str:
    return text if len(text) < _SURROUNDINGS else text.rpartition(" ")[0] + "…"
