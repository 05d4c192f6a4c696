"""The envelope of a checked report: every passage that was judged, the good ones too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcli.render import difference
from factcli.report.check import Checked
from factcli.report.finding import Finding
from factcli.report.notes.suggest import Suggestion


def envelope(checked: Checked, suggestions: Sequence[Suggestion]) -> dict[str, Any]:
    """Return the envelope of a report, with the footnotes that it could have."""
    references = {item.finding: item.reference.strip() for item in suggestions}
    return {
        "schema": "factcli.check/1",
        "report": checked.path,
        "checked": len(checked.findings),
        "problems": len(checked.problems),
        "findings": [_finding(checked, finding, references.get(finding)) for finding in checked.findings],
    }


def _finding(checked: Checked, finding: Finding, suggestion: str | None) -> dict[str, Any]:
    line, column = checked.document.position(finding.start)
    end_line, end_column = checked.document.end_position(finding.end)
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "kind": finding.kind,
        "code": finding.code,
        "verdict": finding.verdict,
        "text": finding.text,
        "fact": finding.fact,
        "message": finding.message,
        "difference": difference.plain(finding.difference) if finding.difference else None,
        "accepted": finding.accepted,
        "suggestion": suggestion,
    }
