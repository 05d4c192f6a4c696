"""Facts that change in place come into the index without the store being read again, and as if it had been."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from factcli.search import build
from factcli.store import pieces
from factcli.store.read import load
from tests.conftest import SHIPPED, SMALL_STORE, Run, environment
from tests.search.test_extend import contents, index

FACT = '[fact.{0}]\nstatement = "The {0} of Port Example."\nquote = "{0}"\nsource = "herald"\n\n'
WORDS = [f"{start}{end}" for start in ("wharf", "crane", "buoy", "anchor") for end in ("age", "man", "er", "let")]
LONG = SMALL_STORE + "\n" + "".join(FACT.format(word) for word in WORDS) + "# The end\n"


@pytest.fixture
def inode(run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The inode of the index of a long store that is old enough for its time stamp to be trusted."""
    store.write_text(LONG, encoding="utf-8")
    os.utime(store, (time.time() - 3600, time.time() - 3600))
    run("ask", "harbour")
    return index(tmp_path).stat().st_ino


def answers(run: Run, home: Path, question: str) -> str:
    """What a changed index answers, which must be what a new one does."""
    shutil.rmtree(home / "other", ignore_errors=True)
    ran = run("ask", *question.split(), "--json", "-n", "20", "--min-score", "0")
    fresh = run(
        "ask", *question.split(), "--json", "-n", "20", "--min-score", "0", env={"XDG_CACHE_HOME": str(home / "other")}
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == (fresh.stdout, fresh.stderr, fresh.returncode)
    return ran.stdout


def check_same_as_new(home: Path) -> None:
    with (
        closing(sqlite3.connect(index(home))) as changed,
        closing(sqlite3.connect(next((home / "other" / "factcli").glob("*.sqlite")))) as new,
    ):
        assert changed.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        counts = "SELECT sum(facts), sum(size) FROM piece"
        assert changed.execute(counts).fetchone() == new.execute(counts).fetchone()
        assert contents(changed) == contents(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The craneage of", "The gantry of"),
        ("The craneage of", "The wharfage, craneage and wharfage for 1999 of"),
        ("# The end\n", ""),
        ("# The end\n", '\n[source.times]\ntype = "webpage"\ntitle = "T"\n' + FACT.format("quay")),
        ("[fact.buoyer]", "# a remark\n\n[fact.buoyer]"),
        (
            '[fact.buoyer]\nstatement = "',
            '[fact.buoyer]\ntags = [\n  "buoys",\n]\nperiod = 2024-05-06\nstatement = "A ',
        ),
        ("harbour of Port Example cost $12 million", "harbour of Port Example did cost €13 million"),
        ('tags = ["harbour"]\n', "tags = []\n"),
        ("version = 1\n", "version = 1 # the first\n"),
    ],
)
def test_what_changed_is_taken_in(run: Run, store: Path, tmp_path: Path, inode: int, old: str, new: str) -> None:
    for before, after in ((old, new), (new, old) if "quay" not in new and new else (old, new)):
        text = store.read_text(encoding="utf-8")
        store.write_text(text.replace(before, after, 1), encoding="utf-8")
        answers(run, tmp_path, "craneage wharf harbour gantry buoy cost")
        check_same_as_new(tmp_path)
        assert index(tmp_path).stat().st_ino == inode


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FACT.format("craneage"), ""),
        (FACT.format("craneage"), FACT.format("gantry")),
        (FACT.format("craneage"), FACT.format("craneage") + FACT.format("gantry")),
        ("[fact.buoyer]\n", '[fact.buoyer]\nsupersedes = ["buoyage"]\n'),
        ("[fact.buoyer]\n", '[fact.buoyer]\ncolour = "blue"\n'),
        ('title = "Harbour opens', 'title = "The harbour opens'),
        ('author = [{ family = "Doe", given = "Jane" }]\n', ""),
        ("[fact.buoyer]\n", "[fact.wharfage]\n"),
        ("[fact.buoyer]\n", "[fact.buoyer.more]\nx = 1\n[fact.buoyer]\n"),
        ('quote = "buoyer"', 'quote = """\n[laughs] buoyer"""'),
        ('quote = "buoyer"', 'quote = """\n'),
        ("[fact.buoyer]\n", "[[fact.buoyer]]\n"),
        ("[fact.buoyer]\n", "[fact]\n"),
        ('quote = "buoyer"\n', ""),
        ('quote = "buoyer"\nsource = "herald"', 'quote = "buoyer"\nsource = "nowhere"'),
        ("version = 1", "version = 2"),
        ("version = 1\n", 'version = 1\nfact.x.statement = "S"\n'),
        (LONG, "version = 1\n"),
        (LONG, ""),
    ],
)
def test_any_other_change_is_seen_too(run: Run, store: Path, tmp_path: Path, inode: int, old: str, new: str) -> None:
    assert old in LONG
    store.write_text(LONG.replace(old, new, 1), encoding="utf-8")
    answers(run, tmp_path, "craneage wharf harbour gantry buoy cost")


def test_of_many_pieces_only_the_changed_one_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SIZE", 1000)
    data = SHIPPED.read_bytes()
    file = tmp_path / "facts.toml"
    file.write_bytes(data)
    stream = pieces.Stream(file, lambda done, of: None)
    facts = list(stream.facts())
    (held,) = stream.pieces.values()
    assert b"".join(data[sum(p.size for p in held[:n]) :][: p.size] for n, p in enumerate(held)) == data
    assert [p.first for p in held] == [sum(p.facts for p in held[:n]) for n in range(len(held))]
    at = data.index(b"\n", len(data) // 2)
    span = pieces.span_of(data[:at] + b" # ?" + data[at:], held)
    assert span.last - span.first == 1
    assert len(span.text) == held[span.first].size + 4
    assert pieces.span_of(data, held) == (len(held), len(held), b"")
    assert len(facts) == sum(p.facts for p in held)


def test_facts_come_back_from_their_rows() -> None:
    from factcli.render.record import DESCRIBE

    store = load(SHIPPED)
    connection = sqlite3.connect(":memory:")
    build.write(connection, store.facts.values(), store.sources, DESCRIBE)
    facts = list(store.facts.values())
    assert build.facts_of(connection, 3, 40) == facts[3:43]


def test_many_processes_take_in_many_changes(run: Run, store: Path, tmp_path: Path, inode: int) -> None:
    """Some find the store changed under them; each answers from what it was or what it is."""
    command = ["fact", "ask", "craneage", "of", "Port", "Example"]
    for year in range(1990, 1996):
        processes = [
            subprocess.Popen(
                command,
                cwd=tmp_path,
                env=environment(tmp_path),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            for _ in range(4)
        ]
        text = re.sub(r"The craneage of( \d+)?", f"The craneage of {year}", store.read_text(encoding="utf-8"))
        if year % 2:
            text += "\n" + FACT.format(f"quay-{year}")
        new = tmp_path / "new"
        new.write_text(text, encoding="utf-8")
        new.replace(store)
        for process in processes:
            stdout, stderr = process.communicate(timeout=60)
            assert re.match(r"The craneage of (199\d )?Port Example", stdout)
            assert "index" not in stderr
        assert answers(run, tmp_path, "craneage of Port Example").count(f"craneage of {year}") == 1
    check_same_as_new(tmp_path)
