"""`fact init`: a store that can be filled in, and nothing ever overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcli.store import read
from factcli.store.create import TEMPLATE
from tests.conftest import Run


def uncommented(template: str) -> str:
    """Take the comment sign from the lines of the example, not from its prose."""
    return re.sub(r"^# (?=\[|[a-z]+(-[a-z]+)* = )", "", template, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("args", "made"),
    [([], "facts.toml"), (["mine.toml"], "mine.toml"), (["notes"], "notes/facts.toml"), (["a/b/c.toml"], "a/b/c.toml")],
)
def test_init_makes_a_store_and_its_folders(tmp_path: Path, run: Run, args: list[str], made: str) -> None:
    result = run("init", *args)
    assert (result.returncode, result.stdout) == (0, f"{made}\n")
    assert (tmp_path / made).read_text(encoding="utf-8") == TEMPLATE


def test_new_store_is_only_short_of_facts(tmp_path: Path, run: Run) -> None:
    run("init")
    assert run("list").stderr.startswith("fact: facts.toml: the store has no facts\n")


def test_example_becomes_a_valid_store_when_uncommented(tmp_path: Path, run: Run) -> None:
    run("init")
    path = tmp_path / "facts.toml"
    path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    store = read.load(path)
    assert store.warnings == ()
    assert list(store.facts) == ["harbour-cost"]
    assert store.sources["herald-2025-03-01"].text == "sources/herald-2025-03-01.txt"
    assert "$12 million" in run("harbour", "cost").stdout


@pytest.mark.parametrize("content", [b"", b"mine", b"\xff\0"])
def test_init_never_overwrites(tmp_path: Path, run: Run, content: bytes) -> None:
    path = tmp_path / "facts.toml"
    path.write_bytes(content)
    for args in ([], ["facts.toml"], ["."]):
        result = run("init", *args)
        assert (result.returncode, result.stdout) == (2, "")
        assert "facts.toml is there already" in result.stderr
        assert path.read_bytes() == content


def test_init_does_not_follow_a_dangling_link(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts.toml").symlink_to("elsewhere.toml")
    assert run("init").returncode == 2
    assert not (tmp_path / "elsewhere.toml").exists()


@pytest.mark.parametrize("path", ["file/facts.toml", "n" * 300, "/dev/null/facts.toml", "a\x1b[31m" + "n" * 300])
def test_init_where_nothing_can_be_made_is_a_message(tmp_path: Path, run: Run, path: str) -> None:
    (tmp_path / "file").touch()
    result = run("init", path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("fact: can't make ")
    assert "\x1b" not in result.stderr
