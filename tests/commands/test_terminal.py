"""On a terminal: colour only where it is wanted, and no line wider than the screen. In a pipe: neither."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.commands.terminal import on_terminal, without_style
from tests.conftest import SHIPPED, Run, environment

COMMANDS = {
    "answer": "trade turnover 2024",
    "perhaps": "trade",
    "near": "trade turnover 2023",
    "nothing": "zebra crossings",
    "show": "show trade-turnover-2024",
    "list": "list",
    "none": "list --tag zebra",
}
PLAIN = {
    "NO_COLOR": ({"NO_COLOR": "1"}, ""),
    "TERM=dumb": ({"TERM": "dumb"}, ""),
    "--no-color": ({}, " --no-color"),
}
QUOTE = "In 2024, the volume of trade turnover between the two countries amounted to $470 million"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def shown(folder: Path, command: str, columns: int = 80, **variables: str) -> str:
    """Return what a terminal shows for a command that asks the shipped store."""
    env = environment(folder, TERM="xterm-256color", FACTCLI_STORE=str(SHIPPED))
    return on_terminal(["fact", *command.split()], env={**env, **variables}, cwd=folder, columns=columns)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, command: str, columns: int) -> None:
    """Colour changes nothing but the colour, and a dumb terminal has its own width too."""
    colored = shown(tmp_path, command, columns)
    assert "\x1b[" in colored
    assert widest(without_style(colored)) <= columns
    dumb = shown(tmp_path, command, columns, TERM="dumb")
    assert dumb == without_style(colored)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_line_is_wider_in_ascii(tmp_path: Path, command: str) -> None:
    """What the encoding lacks is spelled out before lines are measured, not after."""
    assert widest(shown(tmp_path, command, 60, NO_COLOR="1", **ASCII)) <= 60


@pytest.mark.parametrize(("variables", "option"), PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_escape_code_at_all_without_colour(
    tmp_path: Path, command: str, variables: dict[str, str], option: str
) -> None:
    assert "\x1b" not in shown(tmp_path, command + option, **variables)


def test_an_empty_no_color_is_none(tmp_path: Path) -> None:
    """As https://no-color.org has it."""
    assert "\x1b[" in shown(tmp_path, "trade turnover 2024", NO_COLOR="")


def test_columns_overrule_the_terminal(tmp_path: Path) -> None:
    assert 40 < widest(shown(tmp_path, "list", 80, NO_COLOR="1", COLUMNS="50")) <= 50


@pytest.mark.parametrize("command", ["trade turnover 2024", "show trade-turnover-2024"])
@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_the_quote_is_whole(tmp_path: Path, command: str, columns: int) -> None:
    """It is wrapped behind a bar, never cut."""
    lines = shown(tmp_path, command, columns, NO_COLOR="1").splitlines()
    assert " ".join(line.removeprefix("▎ ") for line in lines if line.startswith("▎ ")) == QUOTE


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_pipe_gets_neither_colour_nor_wrapping(run: Run, tmp_path: Path, command: str) -> None:
    """Whatever the environment says of terminals."""
    env = {"FACTCLI_STORE": str(SHIPPED)}
    piped = run(*command.split(), env=env)
    assert "\x1b" not in piped.stdout + piped.stderr
    for variables in ({"COLUMNS": "20", "TERM": "xterm-256color"}, {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}):
        again = run(*command.split(), env={**env, **variables})
        assert (again.stdout, again.stderr) == (piped.stdout, piped.stderr)


def test_json_is_the_same_on_a_terminal(run: Run, tmp_path: Path) -> None:
    """Nothing wraps or colours it."""
    for command in ("ask trade turnover 2024 --json", "list --json", "cite trade-turnover-2024 --as markdown"):
        piped = run(*command.split(), env={"FACTCLI_STORE": str(SHIPPED)}).stdout
        assert shown(tmp_path, command, 40) == piped


def test_errors_have_no_colour(tmp_path: Path) -> None:
    for command in ("list --nope", "show nope", "list --store nope"):
        assert "\x1b" not in shown(tmp_path, command)


def widest(text: str) -> int:
    return max(map(len, text.split("\n")))


def asking_a_big_store(folder: Path, odd: str = "") -> list[str]:
    """Write a store whose index takes more than a second to make, and return a question that it answers."""
    facts = (
        f'[fact.n{n}]\nstatement = "Ship {n} of 1950 has docked."\nquote = "it has"\nsource = "s"\n'
        for n in range(9000)
    )
    start = 'version = 1\n[source.s]\ntype = "webpage"\ntitle = "T"\n'
    store = folder / "facts.toml"
    store.write_text(start + "".join(facts) + odd, encoding="utf-8")
    return ["fact", "ask", "ship", "17", "--store", str(store)]


@pytest.mark.parametrize("odd", ["", "[fact.n0.more]\nx = 1\n"], ids=["in pieces", "at once"])
def test_a_bar_shows_that_an_index_is_made_and_goes_away(tmp_path: Path, odd: str) -> None:
    command = asking_a_big_store(tmp_path, odd)
    env = environment(tmp_path, TERM="xterm-256color", PYTHONWARNINGS="ignore")
    bars = on_terminal(command, env=env, cwd=tmp_path)
    screen = without_style(bars)
    assert "Indexing" in screen
    assert re.search(r"[1-9]\d?%", screen)
    assert bars.rindex("\x1b[2K") > bars.rindex("Indexing")  # the line of the bar is empty again
    assert "Indexing" not in on_terminal(command, env=env, cwd=tmp_path)


def test_there_is_no_bar_where_it_is_not_wanted_or_not_seen(tmp_path: Path) -> None:
    command = asking_a_big_store(tmp_path)
    env = environment(tmp_path, TERM="xterm-256color", PYTHONWARNINGS="ignore", XDG_CACHE_HOME="/dev/null")
    assert "Indexing" not in on_terminal([*command, "-q"], env=env, cwd=tmp_path)
    piped = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert piped.stdout
    assert "Indexing" not in piped.stderr
