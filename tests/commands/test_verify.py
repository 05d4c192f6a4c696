"""`fact verify`: each quote against its source's text or its lock, and the lock file."""

from __future__ import annotations

import datetime as dt
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from tests.commands.terminal import on_terminal, without_style
from tests.conftest import SHIPPED, SMALL_STORE, SMALL_TEXT, Run, environment

FACTS = """
[fact.altered]
statement = "The harbour cost $13 million."
quote = "the harbour, which cost $13 million in 2024"
source = "herald"
locator = "para. 2"

[fact.missing]
statement = "Inflation rose."
quote = "Inflation rose in the second quarter"
source = "herald"

[fact.ambiguous]
statement = "The harbour."
quote = "harbour"
source = "herald"

[fact.told-apart]
statement = "The harbour cost much."
quote = "harbour"
source = "herald"
locator = "para. 2"
supersedes = ["harbour-opening"]

[source.gazette]
type = "webpage"
title = "No text of it"

[fact.unchecked]
statement = "Nobody knows."
quote = "nobody knows"
source = "gazette"
"""
VERDICTS = {
    "harbour-cost-2024": "verbatim",
    "harbour-opening": "verbatim",
    "altered": "altered",
    "missing": "missing",
    "ambiguous": "ambiguous",
    "told-apart": "verbatim",
    "unchecked": "unchecked",
}


@pytest.fixture
def many(store: Path) -> Path:
    """A store with a quote for each verdict."""
    store.write_text(SMALL_STORE + FACTS, encoding="utf-8")
    (store.parent / "herald.txt").write_text(SMALL_TEXT + "\nA harbour is a harbour.\n", encoding="utf-8")
    return store


def verdicts(run: Run, *args: str) -> dict[str, str]:
    envelope = json.loads(run("verify", "--json", *args).stdout)
    return {fact["id"]: fact["verdict"] for fact in envelope["facts"]}


def test_each_verdict(run: Run, many: Path) -> None:
    ran = run("verify", "--json")
    envelope = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert {fact["id"]: fact["verdict"] for fact in envelope["facts"]} == VERDICTS
    assert (envelope["checked"], envelope["problems"]) == (7, 4)
    facts: dict[str, Any] = {fact["id"]: fact for fact in envelope["facts"]}
    text = (many.parent / "herald.txt").read_text()
    start, end = facts["harbour-cost-2024"]["span"]
    assert text[start:end] == "the harbour, which cost $12 million in 2024"
    assert facts["told-apart"]["span"][0] == text.index("harbour, which")
    assert {key: fact["detail"] for key, fact in facts.items()} == {
        "harbour-cost-2024": None,
        "harbour-opening": None,
        "altered": "differs from paragraph 2: the harbour, which cost $[-12-]{+13+} million in 2024",
        "missing": "nothing in the text comes close",
        "ambiguous": "stands in paragraphs 2 and 4, and no locator tells which is meant",
        "told-apart": None,
        "unchecked": "the store names no text of its source",
    }
    assert facts["altered"]["span"] is facts["missing"]["span"] is facts["ambiguous"]["span"] is None


def test_problems_are_data_and_counts_are_words(run: Run, many: Path) -> None:
    ran = run("verify")
    assert ran.stdout == (
        "altered  altered: differs from paragraph 2\n"
        "> On Saturday Mayor Ada Smith opened the harbour, which cost $[-12-]{+13+} million in 2024 after many delays.\n"
        "\n"
        "missing  missing: nothing in the text comes close\n"
        "> Inflation rose in the second quarter\n"
        "\n"
        "ambiguous  ambiguous: stands in paragraphs 2 and 4, and no locator tells which is meant\n"
        "> harbour\n"
        "\n"
        "unchecked  unchecked: the store names no text of its source\n"
    )
    assert ran.stderr == (
        "[-what the source says-] {+what the quote says instead+}\n"
        "7 quotes checked, 4 problems: 3 verbatim, 1 altered, 1 missing, 1 ambiguous, 1 unchecked\n"
    )
    quiet = run("verify", "-q")
    assert (quiet.stdout, quiet.stderr) == (ran.stdout, "")


def test_all_good(run: Run, store: Path) -> None:
    ran = run("verify")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "2 quotes checked, 0 problems: 2 verbatim\n"


def test_facts_can_be_chosen(run: Run, many: Path) -> None:
    assert list(verdicts(run, "missing", "altered", "missing")) == ["missing", "altered"]
    assert list(verdicts(run, "--source", "gazette")) == ["unchecked"]
    assert list(verdicts(run, "missing", "unchecked", "--source", "gazette")) == ["unchecked"]
    ran = run("verify", "harbour-opening")
    assert (ran.returncode, ran.stderr) == (0, "1 quote checked, 0 problems: 1 verbatim\n")


def test_a_wrong_locator_is_a_warning(run: Run, store: Path) -> None:
    store.write_text(SMALL_STORE.replace("para. 2", "para. 3"))
    ran = run("verify")
    assert ran.returncode == 0
    assert "fact.harbour-cost-2024.locator: says para. 3, but the quote stands in paragraph 2" in ran.stderr


def test_a_text_elsewhere(run: Run, many: Path, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere=here.txt"
    file.write_text("\ufeffThey said: “nobody  knows”.\r\n", encoding="utf-8")
    found = json.loads(run("verify", "unchecked", "--text", f"gazette={file}", "--json").stdout)["facts"][0]
    assert found == {"id": "unchecked", "verdict": "verbatim", "span": [12, 25], "detail": "normalised"}


def test_invisible_differences_are_visible(run: Run, store: Path) -> None:
    for hidden, shown in (("\u202e", r"\u202e"), ("\U000e0041", r"\U000e0041"), ("\x1b[2J", r"\x1b[2J")):
        line = tomli_w.dumps({"quote": f"Mayor Ada {hidden}Smith opened"})
        store.write_text(SMALL_STORE.replace('quote = "Mayor Ada Smith opened"\n', line), encoding="utf-8")
        ran = run("verify", "harbour-opening")
        assert ran.returncode == 1
        assert shown in ran.stdout
        assert hidden not in ran.stdout
        assert "{+" in ran.stdout


def test_locking(run: Run, store: Path) -> None:
    """From the first lock to a text that is gone, a quote that is changed and a fact that is gone."""
    lock, text = store.parent / "facts.lock", store.parent / "herald.txt"
    ran = run("verify", "--lock")
    assert ran.returncode == 0
    assert "facts.lock now locks 2 of 2 quotes.\n" in ran.stderr
    values = tomllib.loads(lock.read_text())
    assert values["source"].keys() == {"herald"}
    assert values["fact"]["harbour-opening"]["date"] == dt.datetime.now().astimezone().date()
    assert lock.stat().st_mode & 0o777 == store.stat().st_mode & 0o777
    before = lock.read_bytes()
    run("verify", "--lock")
    assert lock.read_bytes() == before

    text.unlink()
    assert verdicts(run) == {"harbour-cost-2024": "locked", "harbour-opening": "locked"}
    span = json.loads(run("verify", "harbour-opening", "--json").stdout)["facts"][0]["span"]
    assert SMALL_TEXT[slice(*span)] == "Mayor Ada Smith opened"
    assert run("verify").returncode == 0
    assert run("verify", "--strict").returncode == 1
    assert run("verify", "--lock").returncode == 0
    assert lock.read_bytes() == before

    store.write_text(SMALL_STORE.replace("Mayor Ada Smith opened", "Mayor Ada Smith closed"))
    ran = run("verify", "--json")
    assert ran.returncode == 1
    changed = json.loads(ran.stdout)["facts"][1]
    assert (changed["verdict"], changed["span"]) == ("unchecked", None)
    assert changed["detail"].startswith("changed since it was checked on ")
    run("verify", "--lock")
    assert tomllib.loads(lock.read_text())["fact"].keys() == {"harbour-cost-2024"}
    assert [
        path.name for path in store.parent.iterdir() if path.name.startswith(".") and "cache" not in path.name
    ] == []


def test_another_text_than_the_locked_one(run: Run, store: Path) -> None:
    """It is verified anew; what was not examined in it is no longer locked."""
    run("verify", "--lock")
    text = store.parent / "herald.txt"
    text.write_text(SMALL_TEXT.replace("$12", "$13"))
    ran = run("verify", "harbour-opening", "--lock")
    assert "The text of herald is not the one that its quotes were locked in." in ran.stderr
    assert tomllib.loads((store.parent / "facts.lock").read_text())["fact"].keys() == {"harbour-opening"}
    assert verdicts(run) == {"harbour-cost-2024": "altered", "harbour-opening": "verbatim"}


def test_a_wrong_text_unlocks_nothing(run: Run, store: Path) -> None:
    assert run("verify", "--lock").returncode == 0
    before = (store.parent / "facts.lock").read_bytes()
    (store.parent / "note.txt").write_text("Another text altogether.\n")
    ran = run("verify", "--lock", "--text", "herald=note.txt")
    assert ran.returncode == 1
    assert "what was locked of herald stays as it was: its text lacks 2 quotes that are locked" in ran.stderr
    assert (store.parent / "facts.lock").read_bytes() == before


def test_a_lock_beside_any_store(run: Run, store: Path, tmp_path: Path) -> None:
    store.rename(tmp_path / "notes.toml")
    assert run("verify", "--lock", "--store", "notes.toml").returncode == 0
    assert (tmp_path / "notes.lock").exists()
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "notes.toml").rename(folder / "a.toml")
    (tmp_path / "herald.txt").rename(folder / "herald.txt")
    assert run("verify", "--lock", "--store", "folder").returncode == 0
    assert (folder / "facts.lock").exists()
    (folder / "herald.txt").unlink()
    assert verdicts(run, "--store", "folder") == {"harbour-cost-2024": "locked", "harbour-opening": "locked"}


def test_nothing_to_lock(run: Run, store: Path) -> None:
    (store.parent / "herald.txt").unlink()
    assert "Nothing to lock" in run("verify", "--lock").stderr
    assert not (store.parent / "facts.lock").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(run: Run, store: Path) -> None:
    store.parent.chmod(0o555)
    try:
        ran = run("verify", "--lock")
    finally:
        store.parent.chmod(0o755)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "fact: can't write facts.lock: permission denied" in ran.stderr


@pytest.mark.parametrize("command", [("verify",), ("list", "--json"), ("show", "harbour-opening"), ("harbour", "cost")])
def test_a_broken_lock(run: Run, store: Path, command: tuple[str, ...]) -> None:
    """Says where and what to do, whichever command needs it."""
    (store.parent / "herald.txt").unlink()
    (store.parent / "facts.lock").write_text("version = 1\n<<<<<<< ours\n")
    ran = run(*command)
    assert ran.returncode == 2
    assert ran.stderr.startswith("fact: facts.lock:2:1: TOML: Invalid statement")
    (store.parent / "facts.lock").write_text('version = 1\n[fact.a]\nsource = "s"\ndigest = "x"\nspan = [3, 1]\n')
    ran = run(*command)
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [
        "fact: facts.lock:4: fact.a.digest: expected 64 hexadecimal digits",
        "    Undo the change, or delete the file and make it anew with: fact verify --lock",
        "facts.lock:5: fact.a.span: expected where the quote begins and ends",
        "    Undo the change, or delete the file and make it anew with: fact verify --lock",
        "facts.lock:2: fact.a.date: missing",
        "    Undo the change, or delete the file and make it anew with: fact verify --lock",
    ]


def test_answers_say_that_a_quote_is_locked(run: Run, store: Path) -> None:
    """Wherever a verdict is shown, and as soon as the lock file changes."""
    run("verify", "--lock")
    text = (store.parent / "herald.txt").read_text()
    (store.parent / "herald.txt").unlink()
    today = dt.datetime.now().astimezone().date()
    for command in (["harbour", "cost", "2024"], ["show", "harbour-cost-2024"]):
        assert f"quote unchanged since it was checked on {today}\n" in run(*command).stdout
    assert json.loads(run("harbour", "cost", "2024", "--json").stdout)["results"][0]["verified"] == "locked"
    assert {fact["verified"] for fact in json.loads(run("list", "--json").stdout)["facts"]} == {"locked"}
    (store.parent / "facts.lock").unlink()
    assert json.loads(run("harbour", "cost", "2024", "--json").stdout)["results"][0]["verified"] == "unchecked"
    (store.parent / "herald.txt").write_text(text)
    assert json.loads(run("harbour", "cost", "2024", "--json").stdout)["results"][0]["verified"] == "verbatim"


def test_the_shipped_store_on_a_fresh_clone(run: Run) -> None:
    """What it can prove without the text: that no quote was changed since; and it says what it can't."""
    ran = run("verify", "--store", str(SHIPPED))
    assert (ran.returncode, ran.stdout) == (0, "")
    count = len(tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["fact"])
    assert ran.stderr.startswith(f"{count} quotes checked, 0 problems: {count} locked\n")
    assert "fact verify --text azertac-2025-10-18=FILE" in ran.stderr


def test_on_a_terminal_the_difference_has_colour_and_marks(many: Path) -> None:
    env = environment(many.parent, TERM="xterm-256color")
    shown = on_terminal(["fact", "verify", "altered"], env=env, cwd=many.parent, columns=60)
    assert "\x1b[31m[-12-]" in shown
    plain = without_style(shown)
    assert "$[-12-]{+13+} million" in plain
    assert max(map(len, plain.splitlines())) <= 60
