"""The JSON that scripts stand on: every envelope is as the reference says, and as its own schema says."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.commands.stores import write_hostile_store
from tests.conftest import INTERVIEW, LOCK, SHIPPED, SMALL_STORE, Run, environment

FACT = "statement answer quote locator period tags source citation link verified".split()
ENVELOPES = {
    "ask": ["schema", "query", "store", "count", "results", "near"],
    "list": ["schema", "count", "facts"],
    "show": ["schema", "fact"],
    "cite": ["schema", "count", "citations"],
    "verify": ["schema", "checked", "problems", "facts"],
    "check": ["schema", "report", "checked", "problems", "findings"],
    "doctor": ["schema", "checked", "problems", "findings"],
    "sources": ["schema", "count", "sources"],
    "source": ["schema", "source", "text", "quotes", "astray", "open", "coverage"],
}
RECORDS = {
    "results": ["id", "score", "match", *FACT],
    "near": ["id", "score", "statement", "why"],
    "facts": ["id", *FACT],
    "fact": ["id", *FACT, "context"],
    "citations": ["id", "style", "form", "markup", "text"],
}
VERDICT = ["id", "verdict", "span", "detail"]
FINDING = ["line", "column", "end_line", "kind", "code", "verdict", "text", "fact", "message"]
"""In the order of the reference. Keys may be added to all of these, never taken away."""

BORROWED = {"add": "show"}
"""Commands that print the envelope of another."""
CASES = {
    "found": ("ask", "harbour cost 2024"),
    "found without a question's command": ("ask", "--min-score=0", "harbour"),
    "explained": ("ask", "--explain", "harbour", "cost", "tonnes"),
    "near": ("ask", "trade turnover 2023", "--store", str(SHIPPED)),
    "nothing": ("ask", "zebra"),
    "all": ("list",),
    "filtered": ("list", "--tag", "harbour", "--limit", "1"),
    "none": ("list", "--tag", "zebra"),
    "one": ("show", "harbour-cost-2024"),
    "bare": ("show", "bare"),
    "note": ("cite", "harbour-cost-2024", "harbour-opening"),
    "markdown": ("cite", "harbour-opening", "--as", "markdown", "--quote"),
    "uncertain": ("cite", "zebra", "crossing"),
    "verified": ("verify",),
    "verified by its lock": ("verify", "--store", str(SHIPPED)),
    "not verified": ("verify", "bare"),
    "findings": ("doctor",),
    "report": ("check", "report.md"),
    "report with suggestions": ("check", "report.md", "--suggest"),
    "sources": ("source list",),
    "source": ("source show", "herald"),
    "source without text": ("source show", "bare"),
}
REPORT = """\
The new harbour of Port Example cost $12 million in 2024.[^fact:no] The new harbour of Port Example cost $13 million in
2024. <!-- fact: ignore F201 – why -->
"""
BARE = """
[source.bare]
type = "document"
title = "Bare"

[fact.bare]
statement = "Bare."
quote = "bare"
source = "bare"
supersedes = ["harbour-opening"]
"""


@pytest.fixture(scope="session")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what `fact schema NAME` prints, by name."""
    folder = tmp_path_factory.mktemp("schemas")
    printed = {}
    for name in ("store", *ENVELOPES):
        ran = subprocess.run(
            ["fact", "schema", name], env=environment(folder), cwd=folder, capture_output=True, check=True
        )
        printed[name] = json.loads(ran.stdout)
    return printed


@pytest.mark.parametrize("name", ["store", *ENVELOPES])
def test_each_schema_is_a_schema(schemas: dict[str, Any], name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas[name])
    assert schemas[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("case", CASES)
def test_envelope(run: Run, store: Path, schemas: dict[str, Any], case: str) -> None:
    """The keys stand in the order of the reference, the schema agrees, and the schema knows every key."""
    store.write_text(SMALL_STORE + BARE, encoding="utf-8")
    (store.parent / "report.md").write_text(REPORT, encoding="utf-8")
    command, *arguments = CASES[case]
    ran = run(*command.split(), *arguments, "--json")
    assert ran.returncode in (0, 1)
    envelope = json.loads(ran.stdout)
    name = {"source list": "sources", "source show": "source"}.get(command, command)
    check(envelope, name, schemas[name])


@pytest.mark.parametrize("command", [("ask", "harbour", "--min-score=0"), ("list",), ("show", "hostile")])
def test_envelope_of_a_hostile_store(run: Run, tmp_path: Path, schemas: dict[str, Any], command: tuple[str]) -> None:
    write_hostile_store(tmp_path)
    check(json.loads(run(*command, "--json").stdout), command[0], schemas[command[0]])


def test_envelopes_of_the_shipped_store(run: Run, tmp_path: Path, schemas: dict[str, Any]) -> None:
    """All facts of the shipped store, without the text of their source and, where it is at hand, with it."""
    shutil.copy(SHIPPED, tmp_path)
    listed = json.loads(run("list", "--json").stdout)
    check(listed, "list", schemas["list"])
    assert {fact["verified"] for fact in listed["facts"]} == {"unchecked"}
    shutil.copy(LOCK, tmp_path)
    listed = json.loads(run("list", "--json").stdout)
    assert {fact["verified"] for fact in listed["facts"]} == {"locked"}
    if INTERVIEW.exists():
        (tmp_path / "sources").mkdir()
        shutil.copy(INTERVIEW, tmp_path / "sources")
        check(json.loads(run("list", "--json").stdout), "list", schemas["list"])
        shown = json.loads(run("show", "trade-turnover-2024", "--json").stdout)
        check(shown, "show", schemas["show"])
        assert shown["fact"]["verified"] == "verbatim"
        assert shown["fact"]["context"]["before"]


def check(envelope: dict[str, Any], command: str, schema: dict[str, Any]) -> None:
    """Hold an envelope against the reference, and against its schema, closed to every key that it does not name."""
    assert envelope["schema"] == f"factcli.{command}/1"
    assert without_additions(envelope, ENVELOPES[command]) == ENVELOPES[command]
    own = {"verify": {"facts": VERDICT}, "check": {"findings": FINDING}}
    for key, keys in (RECORDS | own.get(command, {})).items():
        records = envelope.get(key, [])
        for record in records if isinstance(records, list) else [records]:
            assert without_additions(record, keys) == keys
    if command == "verify":
        assert envelope["checked"] == len(envelope["facts"])
    if "count" in envelope:
        (records,) = (envelope[key] for key in ("results", "facts", "citations", "sources") if key in envelope)
        assert envelope["count"] == len(records)
    jsonschema.validate(envelope, closed(schema), cls=jsonschema.Draft202012Validator)


def without_additions(record: dict[str, Any], keys: list[str]) -> list[str]:
    """Return the keys of a record in its order, those left out that came later than the reference."""
    return [key for key in record if key in keys]


def closed(schema: Any) -> Any:
    """Return a schema under which an object may have no key that the schema does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    named = isinstance(schema.get("properties"), dict) and "type" in schema
    return {**inner, "additionalProperties": inner.get("additionalProperties", False)} if named else inner


def test_the_check_can_fail(schemas: dict[str, Any]) -> None:
    """An unknown key, a key in the wrong place and a wrong type are all found."""
    good = {"schema": "factcli.cite/1", "count": 1, "citations": [dict.fromkeys(RECORDS["citations"], "x")]}
    check(good, "cite", schemas["cite"])
    bad: list[dict[str, Any]] = [
        {**good, "extra": 1},
        {"count": 1, "schema": "factcli.cite/1", "citations": good["citations"]},
        {**good, "count": 2},
        {**good, "citations": [{**good["citations"][0], "more": "x"}]},
        {**good, "citations": [{**good["citations"][0], "text": None}]},
    ]
    for envelope in bad:
        with pytest.raises((AssertionError, jsonschema.ValidationError)):
            check(envelope, "cite", schemas["cite"])


def test_every_command_with_json_has_a_schema(run: Run) -> None:
    commands = [line.split()[0] for line in run("--help").stdout.partition("Commands:\n")[2].splitlines()]
    printed = {*ENVELOPES, *BORROWED} - {"sources", "source"}
    assert {command for command in commands if "--json " in run(command, "--help").stdout} == printed


@pytest.mark.parametrize("text", [SMALL_STORE, SHIPPED.read_text(encoding="utf-8")], ids=["small", "shipped"])
def test_stores_are_as_the_schema_of_the_store_says(schemas: dict[str, Any], text: str) -> None:
    """Also closed: the shipped store has no key that the schema does not name."""
    stored = json.loads(json.dumps(tomllib.loads(text), default=str))
    jsonschema.validate(stored, closed(schemas["store"]), cls=jsonschema.Draft202012Validator)
    assert stored["fact"]


def test_values_of_a_result(run: Run, store: Path) -> None:
    """One result in full, value by value."""
    envelope = json.loads(run("ask", "harbour", "cost", "2024", "--json").stdout)
    result = envelope["results"][0]
    assert 0 < result.pop("score") <= 1
    assert result.pop("match") in ("strong", "weak")
    assert envelope["query"] == "harbour cost 2024"
    assert envelope["store"] == "facts.toml"
    assert result == {
        "id": "harbour-cost-2024",
        "statement": "The new harbour of Port Example cost $12 million in 2024.",
        "answer": "$12 million",
        "quote": "the harbour, which cost $12 million in 2024",
        "locator": {"label": "paragraph", "value": "2"},
        "period": "2024",
        "tags": ["harbour", "money"],
        "aliases": ["price of the port"],
        "supersedes": [],
        "extra": {},
        "source": {
            "id": "herald",
            "type": "article-newspaper",
            "title": "Harbour opens after ten years",
            "author": [{"family": "Doe", "given": "Jane"}],
            "issued": {"date-parts": [[2025, 3, 1]]},
            "language": "en",
            "container-title": "The Harbour Herald",
            "URL": "https://herald.example/harbour",
        },
        "citation": result["citation"],
        "link": "https://herald.example/harbour#:~:text=the%20harbour%2C%20which%20cost%20%2412%20million%20in%202024",
        "verified": "verbatim",
    }
    assert result["citation"].startswith("Jane Doe, “Harbour opens after ten years,” The Harbour Herald, March 1, 2025")
