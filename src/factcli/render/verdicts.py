"""How the verdicts on a report's passages look: their roles on a screen, and how bad they are to a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcli.report.finding import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from factcli.render.layout import Role

    Level = Literal["error", "warning", "note"]

ROLES: dict[str, Role] = {
    "verbatim": "good",
    "supported": "good",
    "current": "good",
    "altered": "bad",
    "missing": "bad",
    "contradicted": "bad",
    "unknown": "bad",
    "unsupported": "doubt",
    "stale": "doubt",
}


def level(verdict: str) -> Level:
    """Return how bad a verdict is, in the words of GitHub and SARIF."""
    role = ROLES[verdict]
    return "error" if role == "bad" else "warning" if role == "doubt" else "note"


def told(finding: Finding) -> str:
    """Return the verdict on a finding and what is said to it."""
    return f"{finding.verdict}: {finding.message}" if finding.message else finding.verdict


def counts(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """Return how often each verdict was given, the most frequent first; what is accepted is counted as that."""
    said = Counter("accepted" if finding.accepted else finding.verdict for finding in findings)
    accepted = said.pop("accepted", 0)
    return [*said.most_common(), *([("accepted", accepted)] if accepted else [])]
