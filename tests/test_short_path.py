"""The short path prints what `fact ask` prints, to the byte, and loads nothing that takes long."""

from __future__ import annotations

import subprocess
import sys
import time
from os import utime
from pathlib import Path

import pytest

from factcli import short_path
from factcli.commands import app
from tests.conftest import SHIPPED, SMALL_STORE, Run, environment
from tests.search.test_ask import ANSWERED

OPTIONS = ["", "--json", "--jsonl", "-q", "-n 1", "--limit=2 --json", "--no-color -n 3", "--json -q --limit 1"]
QUESTIONS = [
    *(question for question, _ in ANSWERED),
    "trade turnover 2023",
    "13th OTS summit",
    "trade turnover of $480 million",
    "transit shipments 25 % higher",
    "capital of France",
    "hello",
    "shipbilding",
    "lsit",
    "2024",
    "the of and",
    "?!…",
    "Ильхам Алиев",
    "哈萨克斯坦",
    "\x1b[31m\u202e trade\ttwo\nlines",
]
SLOW = {"typer", "rich", "dataclasses", "pathlib", "tomllib", "difflib", "typing", "inspect", "decimal", "sqlite3"}
LOADED = (
    "import sys; from factcli import short_path; print(short_path.run(sys.argv[1:]), *sys.modules, file=sys.stderr)"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an old copy of the shipped store, of which the index is kept."""
    folder = tmp_path_factory.mktemp("home")
    store = folder / "facts.toml"
    store.write_bytes(SHIPPED.read_bytes())
    keep_index(folder, store)
    return folder


def keep_index(folder: Path, store: Path) -> None:
    utime(store, (time.time() - 3600, time.time() - 3600))
    subprocess.run(["fact", "ask", "x"], cwd=folder, env=environment(folder), capture_output=True, check=False)


def both(folder: Path, *args: str) -> list[tuple[int, bytes, bytes]]:
    """What comes of a question on the short path, if it takes it, and on the full one, which min-score 0.0 asks for."""
    said = []
    for code in ("from factcli.__main__ import main; main()", FULL):
        ran = subprocess.run(
            [sys.executable, "-c", code, *args], cwd=folder, env=environment(folder), capture_output=True, check=False
        )
        said.append((ran.returncode, ran.stdout, ran.stderr))
    return said


FULL = """
from factcli import short_path
short_path.run = lambda arguments: None
from factcli.__main__ import main
main()
"""


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_paths_print_the_same_bytes(home: Path, question: str) -> None:
    options = OPTIONS[QUESTIONS.index(question) % len(OPTIONS)].split()
    for args in ([question, *options], ["ask", *question.split(), "--json"]):
        short, full = both(home, *args)
        assert short == full


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("question", ["trade turnover 2024", "trade turnover 2023", "zebra", "who interviewed Aliyev"])
def test_both_paths_do_with_any_option(home: Path, question: str, options: str) -> None:
    short, full = both(home, "ask", *question.split(), *options.split())
    assert short == full


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["ask"],
        ["ask", "-"],
        ["--help"],
        ["list", "-n", "2"],
        ["--json", "list", "-n", "1"],
        ["show", "trade-turnover-2024"],
        ["trade", "-n", "0"],
        ["trade", "-n", "many"],
        ["trade", "-n", "²"],
        ["trade", "-n"],
        ["trade", "-n3"],
        ["trade", "--limit"],
        ["trade", "--nonsense"],
        ["trade", "--json=yes"],
        ["trade", "--", "--json"],
        ["trade", "--tag", "trade"],
        ["trade", "--store", "nowhere.toml"],
        ["trade", "--store", "./facts.toml", "--json"],
        ["trade", "--store", "facts.toml", "--json"],
        ["trade", "--store=facts.toml"],
        ["trade", "--store", "."],
        ["trade", "--store", ""],
        [""],
        ["   "],
        ["trade", "list"],
        ["ask", "list"],
        ["ask", "ask", "trade"],
    ],
)
def test_what_it_does_not_understand_is_left_to_the_full_path(home: Path, args: list[str]) -> None:
    short, full = both(home, *args)
    assert short == full


def test_a_store_with_a_text_or_with_warnings(tmp_path: Path, store: Path) -> None:
    for text in (SMALL_STORE, f'{SMALL_STORE}colour = "blue"\n', SMALL_STORE.replace("herald.txt", "none.txt")):
        store.write_text(text, encoding="utf-8")
        keep_index(tmp_path, store)
        for options in ([], ["--json"], ["-q"]):
            short, full = both(tmp_path, "harbour", "cost", "2024", *options)
            assert short == full
            assert short[0] == 0


@pytest.mark.parametrize("option", [[], ["-q"], ["-n", "3"]])
@pytest.mark.parametrize(
    "question", ["trade turnover", "trade turnover 2024", "who interviewed Ilham Aliyev", "trade turnovr zebra"]
)
def test_it_loads_nothing_that_takes_long(home: Path, question: str, option: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *question.split(), *option],
        cwd=home,
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    code, *modules = ran.stderr.split()
    assert code == "0"
    assert ran.stdout
    assert SLOW.isdisjoint(modules)
    assert "rapidfuzz" not in modules


def test_every_command_is_known_to_be_none_of_its_questions() -> None:
    names = {command.name for command in app.registered_commands}
    assert names
    assert names <= short_path.commands()


def test_the_short_path_is_taken(run: Run, home: Path) -> None:
    """Through a pipe and with options: else all of this would compare the full path with itself."""
    code = "import sys; from factcli import short_path; sys.exit(short_path.run(sys.argv[1:]) is None)"
    for args in (
        ["trade", "turnover"],
        ["ask", "trade", "--json", "-n", "3"],
        ["-q", "--store", "facts.toml", "trade"],
    ):
        assert not subprocess.run(
            [sys.executable, "-c", code, *args], cwd=home, env=environment(home), capture_output=True, check=False
        ).returncode
