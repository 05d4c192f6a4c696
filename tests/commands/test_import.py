"""`fact import`: all the facts of a file or none; every fault with its line and its mend."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcli.store import read
from factcli.store.validate import FACT_KEYS
from tests.commands.terminal import on_terminal
from tests.conftest import SHIPPED, SMALL_STORE, Run, environment

ROWS: list[dict[str, Any]] = [
    {
        "id": "docking",
        "statement": "Ships dock from Monday.",
        "quote": "Ships may dock from Monday",
        "source": "herald",
    },
    {"statement": "Ada Smith is mayor.", "quote": "Mayor Ada Smith", "source": "herald", "tags": ["a", "b c"]},
    {"statement": "It was late.", "quote": "many delays", "source": "herald", "locator": "p. 1", "period": "2025"},
]
IMPORTED = """
[fact.docking]
statement = "Ships dock from Monday."
quote = "Ships may dock from Monday"
source = "herald"
locator = "para. 3"

[fact.ada-smith-mayor]
statement = "Ada Smith is mayor."
quote = "Mayor Ada Smith"
source = "herald"
locator = "para. 2"
tags = ["a", "b c"]

[fact.late]
statement = "It was late."
quote = "many delays"
source = "herald"
locator = "p. 1"
period = "2025"
"""


def lines(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def table(*rows: dict[str, Any]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, ["id", *FACT_KEYS])
    writer.writeheader()
    writer.writerows(
        {key: ";".join(value) if isinstance(value, list | tuple) else value for key, value in row.items()}
        for row in rows
    )
    return stream.getvalue()


@pytest.mark.parametrize("written", [lines(*ROWS), table(*ROWS)], ids=["JSON Lines", "CSV"])
@pytest.mark.parametrize("piped", [False, True], ids=["file", "pipe"])
def test_facts_are_imported_as_if_added(run: Run, store: Path, written: str, piped: bool) -> None:
    (store.parent / "new").write_bytes(written.encode())
    ran = run("import", "-", stdin=written) if piped else run("import", "new")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "Imported 3 facts into facts.toml.\n")
    assert store.read_text(encoding="utf-8") == SMALL_STORE + IMPORTED
    assert run("import", "new", "-q").returncode == 2 if not piped else True


def test_the_shipped_facts_go_round(run: Run, tmp_path: Path) -> None:
    """Through JSON Lines and through CSV they come back as they are."""
    facts = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["fact"]
    rows = [{"id": key, **fact} for key, fact in facts.items()]
    head = SHIPPED.read_text(encoding="utf-8").partition("\n[fact.")[0] + "\n"
    for name, text in (("facts.jsonl", lines(*rows)), ("facts.csv", table(*rows))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / "facts.toml").write_text(head, encoding="utf-8")
        ran = run("import", name)
        assert (ran.returncode, ran.stdout) == (0, "")
        assert ran.stderr.endswith(f"Imported {len(facts)} facts into facts.toml.\n")
        assert tomllib.loads((tmp_path / "facts.toml").read_text(encoding="utf-8"))["fact"] == facts
        assert read.load(tmp_path / "facts.toml").facts == read.load(SHIPPED).facts


FAULTS = {
    "not JSON": ("{\n", "f:1:2: no JSON"),
    "a wrong type": (lines({**ROWS[0], "statement": 3}), "f:1: statement: expected a string, got the number 3"),
    "a wrong element": (lines({**ROWS[0], "tags": ["a", 3]}), "f:1: tags[1]: expected a string"),
    "no list": (lines({**ROWS[0], "tags": "a"}), 'f:1: tags: expected a list of strings, got "a"'),
    "no quote": (lines(ROWS[0], {"statement": "S", "source": "herald"}), "f:2: quote: missing"),
    "no such source": (
        lines({**ROWS[0], "source": "heralds"}),
        'f:1: source: there is no source "heralds"\n    Did you mean',
    ),
    "no such fact": (lines({**ROWS[0], "supersedes": ["x"]}), "f:1: supersedes[0]: there is no fact"),
    "a circle": (
        lines({**ROWS[0], "supersedes": ["b"]}, {**ROWS[1], "id": "b", "supersedes": ["docking"]}),
        "f:1: supersedes: supersedes a fact that supersedes it",
    ),
    "a doubled id": (lines(ROWS[1], ROWS[0], ROWS[0]), 'f:3: id: "docking" is in line 2 already'),
    "an id that is there": (lines({**ROWS[0], "id": "harbour-opening"}), 'f:1: id: there is a fact "harbour-opening"'),
    "no id": (lines({**ROWS[0], "id": "Docking 1"}), 'f:1: id: "Docking 1" can\'t be an id'),
    "a wrong id": (lines({**ROWS[0], "id": ["x"]}), "f:1: id: expected a string"),
    "no date": (table({**ROWS[2], "period": "soon"}), 'f:2: period: expected a date, got "soon"'),
    "a control character": (
        lines({**ROWS[0], "quote": "a\x1b"}),
        "f:1: quote: holds invisible control characters (\\x1b)",
    ),
    "half a character": (
        '{"statement": "\\ud800", "quote": "q", "source": "herald"}',
        "f:1: statement: holds invisible",
    ),
    "null inside": (lines({**ROWS[0], "more": {"a": [None]}}), "f:1: more: holds null"),
    "too large a number": (lines({**ROWS[0], "more": 2**64}), "f:1: more: holds a number of more than 64 bits"),
    "no facts": ("\n", "f holds no facts"),
    "only a header": ("statement,quote,source\n", "f holds no facts"),
}


@pytest.mark.parametrize(("written", "problem"), FAULTS.values(), ids=FAULTS)
def test_faults_are_named_with_their_line_and_nothing_is_written(
    run: Run, store: Path, written: str, problem: str
) -> None:
    (store.parent / "f").write_bytes(written.encode())
    ran = run("import", "f")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert problem in ran.stderr
    assert "\x1b" not in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_all_faults_are_named_at_once_in_order(run: Run, store: Path) -> None:
    wrong = [{**ROWS[0], "id": f"x{n}", "period": "soon" if n % 2 else "2024"} for n in range(6)]
    ran = run("import", "-", stdin=lines(*wrong[:3]) + "no JSON\n" + lines(*wrong[3:]))
    assert ran.returncode == 2
    named = [line for line in ran.stderr.splitlines() if "standard input:" in line]
    assert [int(line.split("standard input:")[1].partition(":")[0]) for line in named] == [2, 4, 5, 7]
    assert ran.stderr.endswith("    Nothing was imported.\n")


def test_a_quote_that_is_not_in_its_source_refuses_all(run: Run, store: Path) -> None:
    ran = run("import", "-", stdin=lines(ROWS[0], {**ROWS[1], "quote": "Mayor Ada Smyth opened the harbour"}))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "standard input:2: quote: is not in the text of herald\n    Paragraph 2 says: “Mayor Ada Smith" in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_faults_and_quotes_are_named_together(run: Run, store: Path) -> None:
    ran = run(
        "import",
        "-",
        stdin=lines(
            {**ROWS[0], "quote": "Ships may never dock"},
            {**ROWS[0], "id": "b", "source": "nobody"},
            {**ROWS[0], "id": "c", "locator": "para. 1"},
        ),
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    for problem in (
        "standard input:1: quote: is not in the text of herald",
        'standard input:2: source: there is no source "nobody"',
        "standard input:3: locator: says para. 1, but the quote stands in paragraph 3",
    ):
        assert problem in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_what_is_only_doubtful_is_a_warning(run: Run, store: Path) -> None:
    """Likeness, unknown keys (which are kept), figures that the quote lacks, quotes without a text."""
    (store.parent / "facts.toml").write_text(SMALL_STORE.replace("[fact.harbour-cost", SOURCE + "[fact.harbour-cost"))
    ran = run(
        "import",
        "-",
        stdin=lines(
            {**ROWS[0], "colour": {"a": [1, 2.5, True]}},
            {**ROWS[0], "id": "again", "answer": "$7 million"},
            {**ROWS[1], "source": "times", "quote": "Anything"},
        ),
    )
    assert ran.returncode == 0
    for problem in (
        "standard input:1: colour: unknown key, kept but not used",
        "standard input:2: statement: says $7 million, which the quote does not hold",
        "standard input:2: statement: may be there already: docking says nearly the same",
        "standard input: 1 quote is not checked\n    The text of times is not at hand.",
    ):
        assert f"warning: {problem}" in ran.stderr
    assert tomllib.loads(store.read_text())["fact"]["docking"]["colour"] == {"a": [1, 2.5, True]}


SOURCE = '[source.times]\ntype = "webpage"\ntitle = "The Times"\n\n'

UNREADABLE = {
    "not there": ("nope.csv", "can't read nope.csv: no such file"),
    "a folder": (".", "can't read .: is a directory"),
    "UTF-16": ("utf-16", "utf-16:1: byte 0xff is not UTF-8"),
}


@pytest.mark.parametrize(("file", "problem"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_a_message(run: Run, store: Path, file: str, problem: str) -> None:
    (store.parent / "utf-16").write_bytes("statement\n".encode("utf-16"))
    ran = run("import", file)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"fact: {problem}")


def test_a_folder_gets_everything_into_one_file(run: Run, store: Path, tmp_path: Path) -> None:
    """So that a crash can't leave half of it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.toml").write_text(SMALL_STORE.replace('text = "herald.txt"\n', ""))
    (folder / "b.toml").write_text(f'version = 1\n{SOURCE}[fact.b]\nstatement = "B"\nquote = "b"\nsource = "times"\n')
    before = (folder / "a.toml").read_bytes()
    ran = run("import", "-", "--store", "folder", stdin=lines(ROWS[0], {**ROWS[1], "source": "times"}))
    assert ran.returncode == 0
    assert ran.stderr.endswith("Imported 2 facts into folder/b.toml.\n")
    assert (folder / "a.toml").read_bytes() == before


def test_a_terminal_sees_the_same_words(store: Path) -> None:
    (store.parent / "new.jsonl").write_text(lines(*ROWS))
    screen = on_terminal(["fact", "import", "new.jsonl"], env=environment(store.parent, TERM="dumb"), cwd=store.parent)
    assert screen == "Imported 3 facts into facts.toml.\n"
