"""The short path prints what `fact ask` prints, to the byte, and loads nothing that takes long."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from os import utime
from pathlib import Path

import pytest

from factcli import short_path
from factcli.commands import app
from tests.conftest import LOCK, SHIPPED, SMALL_STORE, Run, environment
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
    (folder / "facts.lock").write_bytes(LOCK.read_bytes())
    utime(folder / "facts.lock", (time.time() - 3600, time.time() - 3600))
    keep_index(folder, store)
    return folder


def keep_index(folder: Path, store: Path) -> None:
    utime(store, (time.time() - 3600, time.time() - 3600))
    subprocess.run(["fact", "ask", "trade"], cwd=folder, env=environment(folder), capture_output=True, check=False)


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
        ["help"],
        ["help", "ask"],
        ["help", "the", "harbour"],
        ["-q", "help"],
        ["ask", "help"],
        ["list", "-n", "2"],
        ["--json", "list", "-n", "1"],
        ["show", "trade-turnover-2024"],
        ["cite", "trade-turnover-2024"],
        ["cite", "trade-turnover-2024", "--json"],
        ["cite", "-q", "trade-turnover-2024", "--store=facts.toml"],
        ["--no-color", "cite", "trade-turnover-2024"],
        ["cite", "trade-turnover-2024", "-n", "3"],
        ["cite", "trade-turnover-2024", "--jsonl"],
        ["cite", "trade-turnover-2024", "ots-founded-2009"],
        ["cite", "trade-turnover-2024", "--style", "ieee", "--start", "4"],
        ["cite", "friendship"],
        ["cite", "no-such-fact"],
        ["cite", ""],
        ["cite"],
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
        for asked in (["harbour", "cost", "2024"], ["cite", "harbour-cost-2024"]):
            for options in ([], ["--json"], ["-q"]):
                short, full = both(tmp_path, *asked, *options)
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


def test_citing_loads_nothing_that_takes_long(home: Path) -> None:
    command = [sys.executable, "-c", LOADED, "cite", "trade-turnover-2024"]
    ran = subprocess.run(command, cwd=home, env=environment(home), capture_output=True, encoding="utf-8", check=True)
    code, *modules = ran.stderr.split()
    assert code == "0"
    assert ran.stdout.startswith("Ilham Aliyev, ")
    assert SLOW.isdisjoint(modules)


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
        ["cite", "trade-turnover-2024"],
        ["cite", "trade-turnover-2024", "--json", "-q"],
    ):
        assert not subprocess.run(
            [sys.executable, "-c", code, *args], cwd=home, env=environment(home), capture_output=True, check=False
        ).returncode


def test_a_citation_keeps_what_the_next_one_needs(tmp_path: Path) -> None:
    """The short path is taken without a question ever having been asked."""
    for file in (SHIPPED, LOCK):
        shutil.copy(file, tmp_path)
        utime(tmp_path / file.name, (time.time() - 3600, time.time() - 3600))
    first, second = both(tmp_path, "cite", "trade-turnover-2024")
    assert first == second
    code = "import sys; from factcli import short_path; sys.exit(short_path.run(sys.argv[1:]) is None)"
    command = [sys.executable, "-c", code, "cite", "trade-turnover-2024"]
    taken = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False)
    assert (taken.returncode, taken.stdout) == (0, first[1])


@pytest.mark.parametrize("question", ["trade turnover 2024", "who interviewed Aliyev", "trade turnover 2023"])
def test_a_locked_store(tmp_path: Path, question: str) -> None:
    """Both paths say what is locked, the short one without reading the lock file."""
    shutil.copy(SHIPPED, tmp_path)
    shutil.copy(LOCK, tmp_path)
    for path in tmp_path.iterdir():
        utime(path, (time.time() - 3600, time.time() - 3600))
    keep_index(tmp_path, tmp_path / "facts.toml")
    for options in ([], ["--json"], ["-q", "-n", "2"]):
        short, full = both(tmp_path, *question.split(), *options)
        assert short == full
        assert (b"quote unchanged since" in short[1] or b'"verified": "locked"' in short[1]) == (short[0] == 0)
    code = "import sys; from factcli import short_path; sys.exit(short_path.run(sys.argv[1:]) is None)"
    command = [sys.executable, "-c", code, *question.split()]
    taken = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False)
    assert taken.returncode == 0


def test_a_lock_that_changes(tmp_path: Path) -> None:
    """However it changes, and however what is kept of it is damaged, both paths agree."""
    shutil.copy(SHIPPED, tmp_path)
    keep_index(tmp_path, tmp_path / "facts.toml")
    lock = tmp_path / "facts.lock"
    held = LOCK.read_text(encoding="utf-8")
    for text, verified in ((held, "locked"), ("version = 1\n", "unchecked"), ("<<<", None), (held, "locked")):
        lock.write_text(text, encoding="utf-8")
        short, full = both(tmp_path, "trade", "turnover", "2024", "--json")
        assert short == full
        assert (verified is None) == (short[0] == 2)
        assert verified is None or f'"verified": "{verified}"'.encode() in short[1]
    for kept in (tmp_path / ".cache" / "factcli").glob("*.lock.sqlite"):
        for damage in (b"", b"no database", kept.read_bytes()[:1000] + b"\0" * 3000):
            kept.write_bytes(damage)
            short, full = both(tmp_path, "trade", "turnover", "2024", "--json")
            assert short == full
            assert b'"verified": "locked"' in short[1]
    lock.unlink()
    short, full = both(tmp_path, "trade", "turnover", "2024", "--json")
    assert short == full
    assert b'"verified": "unchecked"' in short[1]
