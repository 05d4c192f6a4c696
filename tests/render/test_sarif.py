"""SARIF: as the standard has it, with places that a viewer finds and fingerprints that outlast a change elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.render import sarif
from factcli.report.check import Checked
from factcli.report.rules import RULES
from factcli.store.model import Store
from factcli.store.read import load
from tests.report.reports import COST, checked, found

EMPTY = Store(path=Path("facts.toml"), facts={}, sources={})


def record(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [key for key in properties if key not in optional]
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


# What of SARIF 2.1.0 is written here, by its sections 3.13 to 3.51; anything else is a mistake.
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = record({"text": {"type": "string", "minLength": 1}})
NUMBER = {"type": "integer", "minimum": 1}
REGION = record(dict.fromkeys(["startLine", "startColumn", "endLine", "endColumn"], NUMBER))
URI = {"type": "string", "pattern": r"^[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*$"}
PLACE = record({"physicalLocation": record({"artifactLocation": record({"uri": URI}), "region": REGION})})
RULE = record(
    {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": record({"level": LEVEL}),
    }
)
RESULT = record(
    {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {**array(PLACE), "minItems": 1, "maxItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": array(
            record({"kind": {"enum": ["inSource", "external"]}, "justification": {"type": "string"}})
        ),
    },
    "suppressions",
)
DRIVER = record({"name": {"type": "string"}, "semanticVersion": {"pattern": r"^\d+\.\d+\.\d+"}, "rules": array(RULE)})
RUN = record(
    {"tool": record({"driver": DRIVER}), "columnKind": {"const": "unicodeCodePoints"}, "results": array(RESULT)}
)
LOG = record({"$schema": URI, "version": {"const": "2.1.0"}, "runs": {**array(RUN), "minItems": 1}})


def results(*reports: Checked, store: Store = EMPTY) -> list[dict[str, Any]]:
    log = sarif.log(reports, store)
    jsonschema.Draft202012Validator(LOG).validate(log)
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    return run["results"]  # type: ignore[no-any-return]


def test_a_result_for_each_problem(store: Path) -> None:
    """What is good is none; what is accepted is there as suppressed, with the reason."""
    text = "It cost $13\nmillion, not $12, 𝟏 $5."
    first, second = results(
        checked(
            text,
            found(text, "$13\nmillion", "F201", fact=COST, message="the store says $12 million (2024)"),
            found(text, "$12", "F200", fact=COST),
            found(text, "$5", "F205", accepted="a joke"),
        ),
        store=load(store),
    )
    assert first["level"] == "error"
    assert first["message"]["text"] == (
        "“$13 million” is contradicted: the store says $12 million (2024)\n"
        "harbour-cost-2024: The new harbour of Port Example cost $12 million in 2024."
    )
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "report.md"}
    assert place["region"] == {"startLine": 1, "startColumn": 9, "endLine": 2, "endColumn": 8}
    assert "suppressions" not in first
    assert second["level"] == "warning"
    assert second["locations"][0]["physicalLocation"]["region"]["startColumn"] == 21  # 𝟏 counts as one
    assert second["suppressions"] == [{"kind": "inSource", "justification": "a joke"}]


def test_the_rules_are_explained() -> None:
    rules = sarif.log([], EMPTY)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code for code in RULES if not code.endswith("00")]
    assert all(
        rule["help"]["text"] == (RULES[rule["id"]].explanation.strip() or rule["shortDescription"]["text"])
        for rule in rules
    )


def test_nothing_checked_is_a_log_too() -> None:
    assert results() == []


def test_a_fingerprint_outlasts_what_changes_elsewhere() -> None:
    """It tells apart two passages that read alike, and passages that are wrong for other reasons."""

    def prints(text: str, *codes: str) -> list[str]:
        at, findings = 0, []
        for code in codes:
            at = text.index("$13", at)
            findings.append(found(text[:at] + text[at:], "$13", code))
            findings[-1] = type(findings[-1])(start=at, end=at + 3, kind="figure", code=code, text="$13", message="")
            at += 3
        return [result["partialFingerprints"]["factcliPassage/v1"] for result in results(checked(text, *findings))]

    once = prints("It cost $13 and $13.", "F201", "F201")
    assert len(set(once)) == 2
    assert prints("Before.\n\nIt cost $13, or $13.", "F201", "F201") == once
    assert prints("It cost $13.", "F205")[0] not in once


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("report.md", "report.md"),
        ("a b/ü%.md", "a%20b/%C3%BC%25.md"),
        ("a:b.md", "a%3Ab.md"),
        ("./a.md", "a.md"),
        ("a\x1b\u202e.md", "a%1B%E2%80%AE.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("/caf\udce9.md", "file:///caf%E9.md"),
        ("/home/x y.md", "file:///home/x%20y.md"),
    ],
)
def test_the_uri_of_a_report(name: str, uri: str) -> None:
    [result] = results(checked("It cost $13.", found("It cost $13.", "$13", "F201"), name=name))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_report_below_the_working_folder_has_a_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [result] = results(checked("$13", found("$13", "$13", "F201"), name=str(tmp_path / "of 5" / "a.md")))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "of%205/a.md"


def test_a_report_elsewhere_has_a_whole_uri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [result] = results(checked("$13", found("$13", "$13", "F201"), name="../a.md"))
    uri = urlsplit(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
    assert uri.scheme == "file"
    assert Path(unquote(uri.path)).resolve() == (tmp_path.parent / "a.md").resolve()


@given(st.text(min_size=1), st.text())
def test_whatever_is_said(passage: str, message: str) -> None:
    results(checked(passage, found(passage, passage, "Q101", message=message)))
