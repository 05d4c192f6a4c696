"""Problems as workflow commands, which GitHub shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from factcli.render.verdicts import level, told
from factcli.report.check import Checked
from factcli.report.finding import Finding
from factcli.store.model import Store
from factcli.text.safe import safe

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def commands(checked: Checked, store: Store) -> Iterator[str]:
    """Return a command for each problem of a report, one a line."""
    for finding in checked.problems:
        yield _command(checked, finding, store)


def _command(checked: Checked, finding: Finding, store: Store) -> str:
    line, column = checked.document.position(finding.start)
    end_line, end_column = checked.document.end_position(finding.end)
    properties = {"file": checked.path, "line": line, "endLine": end_line}
    if line == end_line:  # GitHub takes columns only then
        properties |= {"col": column, "endColumn": end_column}
    properties["title"] = finding.code
    written = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    message = safe(f"“{finding.text}” is {told(finding)}")
    if fact := store.facts.get(finding.fact or ""):
        message += f"\n{safe(f'{fact.id}: {fact.statement}')}"
    return f"::{level(finding.verdict)} {written}::{message.translate(_IN_MESSAGE)}"
