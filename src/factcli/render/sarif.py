"""Problems as SARIF 2.1.0, for code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factcli import __version__
from factcli.render.verdicts import level, told
from factcli.report.check import Checked
from factcli.report.finding import Finding
from factcli.report.rules import RULES, Rule
from factcli.store.model import Store

_RULES = [rule for rule in RULES.values() if rule.is_problem]
_INDEX = {rule.code: index for index, rule in enumerate(_RULES)}


def log(reports: Sequence[Checked], store: Store) -> dict[str, Any]:
    """Return the log of a run over reports; what their authors accept is there as suppressed."""
    driver = {"name": "factcli", "semanticVersion": __version__, "rules": list(map(_rule, _RULES))}
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [result for checked in reports for result in _results(checked, store)],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": rule.explanation.strip() or rule.title},
        "defaultConfiguration": {"level": level(rule.verdict)},
    }


def _results(checked: Checked, store: Store) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    results = []
    for finding in checked.findings:
        if finding.code not in _INDEX:
            continue
        print_ = _fingerprint(finding)
        seen[print_] += 1
        results.append(_result(checked, finding, f"{print_}:{seen[print_]}", store))
    return results


def _result(checked: Checked, finding: Finding, fingerprint: str, store: Store) -> dict[str, Any]:
    line, column = checked.document.position(finding.start)
    end_line, end_column = checked.document.end_position(finding.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    place = {"artifactLocation": {"uri": _uri(checked.path)}, "region": region}
    fact = store.facts.get(finding.fact or "")
    evidence = f"\n{fact.id}: {fact.statement}" if fact else ""
    result = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": level(finding.verdict),
        "message": {"text": f"“{finding.text}” is {told(finding)}{evidence}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"factcliPassage/v1": fingerprint},
    }
    if finding.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same wherever in its report a passage stands."""
    said = "\0".join((finding.code, finding.fact or "", " ".join(finding.text.split())))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _uri(name: str) -> str:
    """Return a relative reference where it stays below the working folder, as SARIF wants it, else a URI."""
    path = Path(name)
    with suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd())
    if path.is_absolute() or ".." in path.parts:
        return path.absolute().as_uri()
    return quote(os.fsencode(path.as_posix()))
