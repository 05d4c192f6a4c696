"""`fact export`: every format, what `fact import` reads back, and nothing that acts on a terminal."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from tests.commands.stores import write_hostile_store
from tests.commands.terminal import on_terminal
from tests.commands.test_hostile_text import acting
from tests.conftest import SHIPPED, SMALL_STORE, Run, environment

FORMATS = "csl-json biblatex ris jsonld csv jsonl".split()
AWKWARD: dict[str, dict[str, Any]] = {
    "formula": {
        "statement": '=HYPERLINK("http://evil.example","x")',
        "answer": "-3 °C",
        "quote": "'=cmd|' /C calc'!A0",
        "source": "herald",
        "tags": ["@x", "a;b", "c\\", " d ", "\te"],
        "aliases": ["+1", "'quoted'", 'say "no"'],
    },
    "lines": {
        "statement": "Two\nlines, and a comma",
        "quote": "first\r\nsecond\r\rthird\ttab\n\n",
        "source": "herald",
        "locator": "pp. 12–15",
        "period": "2024-05/2024-06",
        "supersedes": ["formula"],
        "stray": "-kept",
    },
}


@pytest.mark.parametrize("to", ["csv", "jsonl"])
def test_import_reads_its_own_export_back(run: Run, tmp_path: Path, to: str) -> None:
    """The shipped facts and awkward ones come back as they are, every key of them."""
    values = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    small = tomllib.loads(SMALL_STORE)
    sources = values["source"] | small["source"]
    for source in sources.values():
        source.pop("text", None)
    facts = values["fact"] | small["fact"] | AWKWARD
    (tmp_path / "facts.toml").write_text(tomli_w.dumps({"version": 1, "source": sources, "fact": facts}), newline="")
    exported = subprocess.run(
        [Path(sys.executable).parent / "fact", "export", "--to", to],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        check=True,
    )
    (tmp_path / "exported").write_bytes(exported.stdout)
    (tmp_path / "empty.toml").write_text(tomli_w.dumps({"version": 1, "source": sources}), encoding="utf-8")
    ran = run("import", "exported", "--store", "empty.toml", "-q")
    assert (ran.returncode, ran.stderr) == (0, "")
    written = tomllib.loads((tmp_path / "empty.toml").read_bytes().decode())["fact"]
    assert written == {key: _as_text(fact) for key, fact in facts.items()}


def _as_text(fact: dict[str, Any]) -> dict[str, Any]:
    return {key: value if isinstance(value, str | list) else str(value) for key, value in fact.items()}


def test_a_spreadsheet_runs_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.toml").write_text(
        SMALL_STORE + tomli_w.dumps({"fact": AWKWARD}).replace("[fact]\n", ""), newline=""
    )
    rows = list(csv.reader(io.StringIO(run("export", "--to", "csv", "-q").stdout)))
    assert len(rows) == 5
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r\n"))]


def test_numbers_and_tables_of_unknown_keys_become_text_in_csv(run: Run, store: Path) -> None:
    store.write_text(f"{SMALL_STORE}weight = 3\nwhen = 2024-01-02\nmore = {{ a = [1.5, inf] }}\n", encoding="utf-8")
    ran = run("export", "--to", "csv", "-q")
    row = list(csv.DictReader(io.StringIO(ran.stdout)))[1]
    assert (row["weight"], row["when"], row["more"]) == ("3", "2024-01-02", '{"a":[1.5,"inf"]}')
    line = json.loads(run("export", "--to", "jsonl", "-q").stdout.splitlines()[1])
    assert (line["weight"], line["when"], line["more"]) == (3, "2024-01-02", {"a": [1.5, "inf"]})


@pytest.mark.parametrize("to", FORMATS)
def test_filters_are_those_of_list(run: Run, store: Path, to: str) -> None:
    ran = run("export", "--to", to, "--tag", "money")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "which cost $12" in ran.stdout.replace("\\$", "$")
    assert "Mayor Ada Smith opened”" not in ran.stdout
    assert "harbour-opening" not in ran.stdout


@pytest.mark.parametrize("to", FORMATS)
def test_nothing_is_still_a_document(run: Run, store: Path, to: str) -> None:
    ran = run("export", "--to", to, "--tag", "zebra")
    assert ran.returncode == 1
    assert ran.stderr.startswith("No fact")
    if to in ("csl-json", "jsonld"):
        json.loads(ran.stdout)
    assert len(ran.stdout.splitlines()) == {"csl-json": 1, "jsonld": 2, "csv": 1}.get(to, 0)


def test_the_format_has_to_be_one_there_is(run: Run, store: Path) -> None:
    ran = run("export", "--to", "docx")
    assert ran.returncode == 2
    assert "'csl-json'" in ran.stderr
    assert run("export").returncode == 2


@pytest.mark.parametrize("to", ["csl-json", "biblatex", "ris", "jsonld"])
def test_a_quote_that_is_not_in_its_source_is_not_quoted(run: Run, store: Path, to: str) -> None:
    store.write_text(SMALL_STORE.replace("which cost $12", "which cost $13"), encoding="utf-8")
    ran = run("export", "--to", to)
    assert ran.returncode == 0
    assert "13 million" not in ran.stdout
    assert "fact.harbour-cost-2024.quote: is not in its source" in ran.stderr


@pytest.mark.parametrize("to", FORMATS)
def test_nothing_acts_on_a_terminal(run: Run, tmp_path: Path, to: str) -> None:
    write_hostile_store(tmp_path)
    shown = on_terminal(
        [Path(sys.executable).parent / "fact", "export", "--to", to, "-q"], env=environment(tmp_path), cwd=tmp_path
    )
    assert shown
    assert acting(shown) == []
    piped = run("export", "--to", to, "-q").stdout
    assert [character for character in acting(piped) if character != "\r"] == []


@pytest.mark.parametrize("to", FORMATS)
def test_it_is_utf_8_whatever_the_terminal_has(run: Run, store: Path, to: str) -> None:
    store.write_text(SMALL_STORE.replace("Harbour opens", "Türkiye opens").replace("new harbour", "ə"), "utf-8")
    given = run("export", "--to", to, "-q", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert given.stdout == run("export", "--to", to, "-q").stdout
    assert "Türkiye" in given.stdout or "ə" in given.stdout
