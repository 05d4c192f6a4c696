"""What the doctor found, for a person and for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from factcli.audit.finding import Finding
from factcli.render.layout import Line, Span
from factcli.text.safe import safe


def page(findings: Sequence[Finding]) -> Iterator[Line]:
    """Lay out findings: the fact or source, what is wrong, and below it what mends it."""
    for finding in findings:
        subject = finding.fact or finding.other or ""
        yield Line((Span(subject, "id"), Span(f"  {safe(finding.problem)}", "doubt")))
        yield Line((Span(safe(finding.mend), "detail"),), indent=4)


def sums(found: int, facts: int) -> list[Line]:
    """Lay out how much was examined and found."""
    count = f"{found} finding{'s' * (found != 1)}" if found else "nothing found"
    return [Line((Span(f"{facts} fact{'s' * (facts != 1)} examined, {count}.", "bad" if found else "good"),))]


def envelope(findings: Sequence[Finding], facts: int) -> dict[str, Any]:
    """Return the envelope of findings in a store of so many facts."""
    return {
        "schema": "factcli.doctor/1",
        "checked": facts,
        "problems": len(findings),
        "findings": [asdict(finding) for finding in findings],
    }
