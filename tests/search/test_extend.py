"""Facts appended to a store come into its index without the store being read again, and as if it had been."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from factcli.render.record import DESCRIBE
from factcli.search import build
from factcli.search.build import known, sources_of
from factcli.search.database import posting
from factcli.store import appended
from factcli.store.read import load
from tests.conftest import SHIPPED, SMALL_STORE, Run

NEW = """
# One more, and what it replaces.

[source.times]
type = "webpage"
title = "The Times of Port Example"
author = [{ family = "Roe", given = "Ann", non-dropping-particle = "de" }]
issued = "2025-05/2025-06"

[fact.harbour-cost-2025]
statement = "The harbour of Port Example cost $13 million in 2025."
quote = "the harbour cost $13 million"
source = "herald"
supersedes = ["harbour-cost-2024"]

[fact.lighthouse]
statement = "The lighthouse burns."
quote = "burns"
source = "times"
"""


def contents(connection: sqlite3.Connection) -> dict[str, Any]:
    """What an index holds, without the numbers that it gives to words."""
    words = dict(connection.execute("SELECT number, word FROM stem"))
    spellings = dict(connection.execute("SELECT number, word FROM spelling"))
    return {
        "fact": connection.execute("SELECT * FROM fact ORDER BY position").fetchall(),
        "source": connection.execute("SELECT * FROM source ORDER BY number").fetchall(),
        "language": connection.execute("SELECT * FROM language").fetchall(),
        "stem": set(connection.execute("SELECT word, facts FROM stem")),
        "spelling": set(connection.execute("SELECT word, facts FROM spelling")),
        "posting": {
            (words[key // posting(1, 0)], key % posting(1, 0)): positions
            for key, positions in connection.execute("SELECT * FROM posting")
        },
        "deletion": {(key, spellings[number]) for key, number in connection.execute("SELECT * FROM deletion")},
    }


def made_whole(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    store = load(file)
    build.write(connection, store.facts.values(), store.sources, DESCRIBE)
    return connection


@pytest.mark.parametrize("cut", [1, 2, 5, 30, 75])
def test_an_extended_index_is_the_same_as_one_made_whole(tmp_path: Path, cut: int) -> None:
    """The shipped store, of which the facts from some place on are appended."""
    text = SHIPPED.read_text(encoding="utf-8")
    at = [place for place in range(len(text)) if text.startswith("[fact.", place)][cut]
    file = tmp_path / "facts.toml"
    file.write_text(text, encoding="utf-8")
    whole = made_whole(file)
    file.write_text(text[:at], encoding="utf-8")
    grown = made_whole(file)
    found = appended.read(file, text[:at].encode(), text[at:].encode(), lambda kind, ids: known(grown, kind, ids))
    assert found
    sources = sources_of(grown, {fact.source for fact in found.facts.values()})
    build.add(grown, found.facts.values(), sources, DESCRIBE)
    assert contents(grown) == contents(whole)


def test_sources_come_back_from_their_tables() -> None:
    for path in (SHIPPED,):
        for source in load(path).sources.values():
            assert appended.source_of(source.id, appended.table_of(source)) == source


@pytest.fixture
def inode(run: Run, store: Path, tmp_path: Path) -> int:
    """The inode of the index of a store that is old enough for its time stamp to be trusted."""
    os.utime(store, (time.time() - 3600, time.time() - 3600))
    run("ask", "harbour")
    return index(tmp_path).stat().st_ino


def index(home: Path) -> Path:
    (file,) = (home / ".cache" / "factcli").iterdir()
    return file


def append(store: Path, text: str) -> None:
    with store.open("a", encoding="utf-8") as file:
        file.write(text)


def test_appended_facts_are_found(run: Run, store: Path, tmp_path: Path, inode: int) -> None:
    append(store, NEW)
    assert run("ask", "lighthouse", "--jsonl").stdout.count('"id":"lighthouse"') == 1
    assert "de Roe" in run("ask", "lighthouse").stdout
    near = run("ask", "harbour", "cost", "2024", "$12 million", "--json").stdout
    assert "superseded by harbour-cost-2025" in near
    assert index(tmp_path).stat().st_ino == inode
    append(store, NEW.replace("harbour-cost-2025", "cost-2026").replace("times", "post").replace("2025.", "2026."))
    assert run("ask", "lighthouse").returncode == 2  # the id is there already
    store.write_text(SMALL_STORE, encoding="utf-8")
    assert run("ask", "lighthouse").returncode == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('aliases = ["a mayor"]\n', 0),
        ('\n[fact.harbour-opening.more]\nkey = "x"\n', 0),
        ('\n[fact.new]\nstatement = "A mayor."\nquote = "mayor"\nsource = "herald"\ncolour = "blue"\n', 0),
        ('\n[fact.new]\nstatement = "A mayor."\nquote = "mayor"\nsource = "nowhere"\n', 2),
        ('\n[fact.harbour-opening]\nstatement = "A mayor."\nquote = "mayor"\nsource = "herald"\n', 2),
        ('\n[fact.new]\nstatement = "A mayor."\n', 2),
        ("\n[fact.new\n", 2),
        ('\n[[fact]]\nstatement = "A mayor."\n', 2),
        ('\n[source.new]\ntype = "webpage"\ntitle = "T"\ntext = "../x"\n', 2),
        ("\n[other]\n", 0),
    ],
)
def test_what_is_no_new_fact_is_read_with_the_rest(
    run: Run, store: Path, tmp_path: Path, inode: int, text: str, code: int
) -> None:
    """Each answer, warning and fault is that of a run without an index."""
    append(store, text)
    ran = run("ask", "mayor", "opened", "harbour")
    fresh = run("ask", "mayor", "opened", "harbour", env={"XDG_CACHE_HOME": str(tmp_path / "none")})
    assert (ran.stdout, ran.stderr, ran.returncode) == (fresh.stdout, fresh.stderr, fresh.returncode)
    assert ran.returncode == code


def test_a_last_line_without_an_end_is_no_header_s_place(run: Run, store: Path, inode: int) -> None:
    store.write_text(SMALL_STORE.rstrip("\n"), encoding="utf-8")
    run("ask", "harbour")
    append(store, '[fact.new]\nstatement = "A mayor."\nquote = "mayor"\nsource = "herald"\n')
    assert run("ask", "mayor").returncode == 2
