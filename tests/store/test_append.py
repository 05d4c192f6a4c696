"""Appending: what stands in a store stays byte for byte, and what is new comes back as it was given."""

from __future__ import annotations

import os
import stat
import tomllib
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcli.errors import FactError
from factcli.render.record import DESCRIBE
from factcli.search import cache, recall
from factcli.store import append, read, tables
from tests.conftest import SMALL_STORE
from tests.strategies import DOCUMENTS, ENCODABLE

FACT = {
    "statement": 'It "burns" at C:\\sea.',
    "quote": "burns",
    "source": "herald",
    "tags": ["a", 'b "c"'],
    "locator": "para. 3",
}
BLOCK = r"""[fact.lighthouse]
statement = "It \"burns\" at C:\\sea."
quote = "burns"
source = "herald"
tags = ["a", "b \"c\""]
locator = "para. 3"
"""
SOURCE = {"type": "webpage", "title": "The Times", "author": [{"family": "Roe", "given": "Ann"}]}


def add(path: Path, **new: dict[str, Any]) -> Path:
    return append.append(path, new, lambda _: None, lambda _: pytest.fail("nobody else writes"))


@pytest.mark.parametrize(
    ("old", "between"),
    [
        (SMALL_STORE, "\n"),
        (SMALL_STORE.rstrip("\n"), "\n\n"),
        (SMALL_STORE + "# the end", "\n\n"),
        (SMALL_STORE + "\n", ""),
        (SMALL_STORE + "\n\n\n", ""),
    ],
    ids=["plain", "no final newline", "comment at the end", "blank line", "blank lines"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "BOM"])
def test_a_fact_is_appended_behind_a_blank_line(store: Path, old: str, between: str, end: str, mark: str) -> None:
    before = (mark + "# mine\n" + old).replace("\n", end).encode()
    store.write_bytes(before)
    assert add(store, fact={"lighthouse": FACT}) == store
    assert store.read_bytes() == before + (between + BLOCK).replace("\n", end).encode()
    assert read.load(store).facts["lighthouse"].statement == FACT["statement"]


def test_a_store_of_one_line_is_appended_to(tmp_path: Path) -> None:
    """As an empty one may be; a source alone makes no store that answers, but one to go on with."""
    store = tmp_path / "facts.toml"
    store.write_bytes(b"version = 1")
    add(store, source={"times": SOURCE})
    assert store.read_bytes() == (
        b'version = 1\n\n[source.times]\ntype = "webpage"\ntitle = "The Times"\n'
        b'author = [{ family = "Roe", given = "Ann" }]\n'
    )
    add(store, fact={"lighthouse": {**FACT, "source": "times"}})
    assert list(read.load(store).facts) == ["lighthouse"]


def test_many_are_appended_at_once_sources_first(store: Path) -> None:
    add(store, fact={f"f-{n}": {**FACT, "source": "times"} for n in range(3)}, source={"times": SOURCE})
    added = store.read_text().removeprefix(SMALL_STORE)
    assert [line for line in added.splitlines() if line.startswith("[")] == [
        "[source.times]",
        "[fact.f-0]",
        "[fact.f-1]",
        "[fact.f-2]",
    ]


texts = ENCODABLE | st.sampled_from(['"""', "'''", "\\", "\r\n", "\r", "\ufeff", "#", "[fact.x]\n", "\u2028", "\x7f"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(statement=texts, quote=st.lists(texts).map("".join), tags=st.lists(texts), end=st.sampled_from(["\n", "\r\n"]))
def test_any_text_comes_back(store: Path, statement: str, quote: str, tags: list[str], end: str) -> None:
    before = SMALL_STORE.replace("\n", end).encode()
    store.write_bytes(before)
    table = {"statement": statement, "quote": quote, "source": "herald", "tags": tags}
    filled = all(text.strip() for text in (statement, quote, *tags))
    if not filled:
        with pytest.raises(FactError, match=r"empty|expected a string"):
            add(store, fact={"new": table})
        assert store.read_bytes() == before
        return
    add(store, fact={"new": table})
    assert store.read_bytes().startswith(before)
    found = read.load(store).facts["new"]
    assert (found.statement, found.quote, list(found.tags)) == (statement, quote, tags)


@given(DOCUMENTS)
def test_any_table_comes_back(document: str) -> None:
    """Compared as text, since nan is a value too; a line for each value, whatever is in it."""
    table = tomllib.loads(document)
    written = tables.text({"fact": {"new": table}})
    assert repr(tomllib.loads(written)) == repr({"fact": {"new": table}})
    assert written.count("\n") == len(table) + 1


REFUSED = {
    "an id that is there": ({"fact": {"harbour-opening": FACT}}, "there is a fact harbour-opening already"),
    "a source that is there": ({"source": {"herald": SOURCE}}, "there is a source herald already"),
    "no such source": ({"fact": {"x": {**FACT, "source": "times"}}}, "there is no source"),
    "no such fact": ({"fact": {"x": {**FACT, "supersedes": ["y"]}}}, "there is no fact"),
    "no statement": ({"fact": {"x": {"quote": "a", "source": "herald"}}}, "fact.x.statement: missing"),
    "half a character": ({"fact": {"x": {**FACT, "answer": "\ud800"}}}, "half a character"),
    "a text outside": ({"source": {"x": {**SOURCE, "text": "../x.txt"}}}, "leads out of the store's folder"),
}


@pytest.mark.parametrize(("new", "problem"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("recalled", [False, True], ids=["read", "recalled"])
def test_what_would_break_the_store_is_refused(
    store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, new: tables.Tables, problem: str, recalled: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    index = cache.index_of(store, DESCRIBE, pytest.fail, lambda _: nullcontext(lambda _done, _of: None))
    with pytest.raises(FactError, match=problem):
        append.append(store, new, recall.Memory(index, DESCRIBE).recall if recalled else lambda _: None, lambda _: None)
    assert store.read_text() == SMALL_STORE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "facts.toml", "herald.txt"]


def test_a_store_that_cannot_be_appended_to_is_refused(store: Path) -> None:
    """TOML allows no table behind an inline one."""
    before = 'version = 1\nfact = { a = { statement = "S", quote = "Q", source = "s" } }\n[source.s]\n'
    store.write_text(before + 'type = "book"\ntitle = "T"\n')
    with pytest.raises(FactError, match=r"Cannot mutate|Cannot declare"):
        add(store, fact={"b": {**FACT, "source": "s"}})
    assert store.read_text().startswith(before)


def test_a_broken_store_is_refused_with_its_own_faults(store: Path) -> None:
    store.write_text(SMALL_STORE.replace('type = "article-newspaper"', 'type = "paper"'))
    with pytest.raises(FactError, match=r"facts.toml:4: source.herald.type"):
        add(store, fact={"lighthouse": FACT})


def test_of_a_folder_the_file_with_the_source_is_appended_to(tmp_path: Path) -> None:
    """Else the last one that holds facts; never one that is no part of the store."""
    head, _, last = SMALL_STORE.partition("[fact.harbour-opening]")
    (tmp_path / "a.toml").write_text(head)
    (tmp_path / "b.toml").write_text("version = 1\n[fact.harbour-opening]" + last)
    (tmp_path / "c.toml").write_text("version = 1\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    foreign = (tmp_path / "pyproject.toml").read_bytes()
    assert add(tmp_path, fact={"one": FACT}).name == "a.toml"
    assert add(tmp_path, source={"times": SOURCE}).name == "b.toml"
    assert add(tmp_path, fact={"two": {**FACT, "source": "times"}}).name == "b.toml"
    both = {"three": FACT, "four": {**FACT, "source": "times"}}
    assert add(tmp_path, fact=both).name == "b.toml"
    assert (tmp_path / "pyproject.toml").read_bytes() == foreign
    assert len(read.load(tmp_path).facts) == 6


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path, store: Path) -> None:
    link = tmp_path / "elsewhere" / "link.toml"
    link.parent.mkdir()
    link.symlink_to("../facts.toml")
    add(link, fact={"lighthouse": FACT})
    assert link.is_symlink()
    assert "[fact.lighthouse]" in store.read_text()
    assert [path.name for path in link.parent.iterdir()] == ["link.toml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_mode_stays(store: Path, mode: int) -> None:
    store.chmod(mode)
    add(store, fact={"lighthouse": FACT})
    assert stat.S_IMODE(store.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(store: Path) -> None:
    os.chown(store, 1234, 5678)
    add(store, fact={"lighthouse": FACT})
    assert (store.stat().st_uid, store.stat().st_gid) == (1234, 5678)


def test_what_a_crash_left_behind_is_in_nobodys_way(store: Path) -> None:
    (store.parent / ".facts.toml.new").write_text("half of")
    (store.parent / ".factcli.lock").touch()
    add(store, fact={"lighthouse": FACT})
    assert sorted(path.name for path in store.parent.iterdir()) == ["facts.toml", "herald.txt"]


def test_a_store_that_is_recalled_is_not_read(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even when another process has appended to it since; but when something else in it changed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    index = cache.index_of(store, DESCRIBE, pytest.fail, lambda _: nullcontext(lambda _done, _of: None))
    recalling = recall.Memory(index, DESCRIBE).recall
    add(store, fact={"other": FACT})
    loads: list[object] = []
    load = read.load
    monkeypatch.setattr(read, "load", lambda *args, **options: loads.append(args) or load(*args, **options))
    append.append(store, {"fact": {"lighthouse": FACT}}, recalling, lambda _: None)
    append.append(store, {"fact": {"beacon": {**FACT, "supersedes": ["lighthouse"]}}}, recalling, lambda _: None)
    assert not loads
    store.write_text(store.read_text().replace("[fact.other]", "[fact.another]"))
    with pytest.raises(FactError, match="there is no fact"):
        append.append(store, {"fact": {"x": {**FACT, "supersedes": ["other"]}}}, recalling, lambda _: None)
    assert loads


def test_a_folder_that_is_recalled_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.toml").write_text(SMALL_STORE)
    (folder / "b.toml").write_text('version = 1\n[source.times]\ntype = "webpage"\ntitle = "T"\n')
    index = cache.index_of(folder, DESCRIBE, pytest.fail, lambda _: nullcontext(lambda _done, _of: None))
    monkeypatch.setattr(read, "load", lambda *_args, **_options: pytest.fail("it was read"))
    for identifier in ("one", "two"):
        append.append(folder, {"fact": {identifier: FACT}}, recall.Memory(index, DESCRIBE).recall, lambda _: None)
    assert (folder / "a.toml").read_text().count("\n[fact.") == 4
