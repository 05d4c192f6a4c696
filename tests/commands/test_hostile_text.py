"""Nothing from a store or a command line may act on a terminal, hide from a reader, or be run by a shell."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.commands.stores import write_hostile_store
from tests.commands.terminal import on_terminal, without_style
from tests.conftest import Run, environment

COMMANDS = [
    "ask harbour --min-score 0",
    "ask harbour --min-score 0 --json",
    "ask harbour --min-score 0 --jsonl",
    "ask lighthouse burns",
    "ask harbour 2023",
    "show hostile",
    "show hostile --json",
    "list",
    "list --json",
    "cite hostile --quote",
    "cite hostile --as markdown --quote",
    "cite hostile --quote --json",
    "cite harbour 2023",
    "doctor",
    "doctor --json",
    "source list",
    "source list --json",
    "source show hostile",
    "source show hostile --json",
]
ATTACKS = [
    "\x1b[35mred\x1b]0;pwned\x07\x9b2J",
    "\u202egnp\u2066a\u2028b\U000e0041",
    "a\rb",
    "\udcff",
    "n\u200bo\u200et",
]


def acting(text: str) -> list[str]:
    """Return the characters of `text` that would act on a terminal or hide from a reader."""
    return [
        character
        for character in text
        if (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\n\t")
        or unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        or 0xE0000 <= ord(character) <= 0xE007F
        or character in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    ]


@pytest.fixture
def hostile(tmp_path: Path) -> dict[str, Any]:
    """Write the hostile store, and return what it holds."""
    return write_hostile_store(tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_store_cannot_act_through_a_pipe(run: Run, hostile: dict[str, Any], tmp_path: Path, command: str) -> None:
    ran = run(*command.split())
    assert ran.returncode < 2
    assert ran.stdout + ran.stderr
    assert acting(ran.stdout) == acting(ran.stderr) == []
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_store_cannot_act_on_a_terminal(hostile: dict[str, Any], tmp_path: Path, command: str) -> None:
    """Without colour there is no escape code at all; with it, there are styles around the same text."""
    words = ["fact", *command.split()]
    plain = on_terminal(words, env=environment(tmp_path, TERM="xterm-256color", NO_COLOR="1"), cwd=tmp_path)
    colored = on_terminal(words, env=environment(tmp_path, TERM="xterm-256color"), cwd=tmp_path)
    assert plain
    assert acting(plain) == []
    assert without_style(colored) == plain
    styles = set(re.findall(r"\x1b\[[0-9;]*m", colored))
    assert not {style for style in styles if "35" in style}, "a style of the store's, not ours"


def test_text_is_shown_as_it_is_with_controls_spelled_out(run: Run, hostile: dict[str, Any]) -> None:
    """Brackets are no markup of rich's; a line end is a space; all else is spelled out, not dropped."""
    shown = run("show", "hostile", "-q").stdout
    assert r"Harbour \x1b]0;pwned\x07 [bold]x[/bold] [/] \x9b31m \u202eabc\u2066 next $(touch pwned)" in shown
    assert r"[/] \x1b[2J answer in two lines \x00" in shown
    assert r"> Quote \x1b[2J [link=x]y[/link] \u2067z\u2069 \x85 end" in shown
    assert r"key\x1b[35m" in shown
    assert r"\U000e0041" in shown


def test_json_gives_back_what_is_stored(run: Run, hostile: dict[str, Any]) -> None:
    """Exactly, character by character, though no control character stands in it raw."""
    fact = json.loads(run("show", "hostile", "--json").stdout)["fact"]
    stored, source = hostile["fact"]["hostile"], hostile["source"]["hostile"]
    for key in ("statement", "answer", "quote", "tags", "aliases", "period"):
        assert fact[key] == stored[key]
    for key in ("title", "author", "container-title", "URL"):
        assert fact["source"][key] == source[key]
    assert fact["locator"]["value"] == "\x1b[35m3"


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize(
    "command",
    [
        ("ask", "@"),
        ("ask", "@", "--json"),
        ("show", "@"),
        ("cite", "@"),
        ("list", "--tag", "@"),
        ("list", "--source", "@"),
        ("list", "--since", "@"),
        ("list", "--limit", "@"),
        ("list", "--store", "@"),
        ("list", "--@"),
        ("schema", "@"),
        ("source", "@"),
        ("source", "show", "@"),
        ("source", "add", "@"),
        ("source", "add", "facts.toml", "--title", "T", "--id", "@"),
        ("source", "add", "facts.toml", "--title", "T", "--issued", "@"),
        ("init", "@"),
    ],
    ids=" ".join,
)
def test_a_command_line_cannot_act(run: Run, store: Path, command: tuple[str, ...], attack: str) -> None:
    ran = run(*(word.replace("@", attack) for word in command))
    assert ran.returncode in (0, 1, 2)
    assert acting(ran.stdout) == acting(ran.stderr) == []
    assert "Traceback" not in ran.stderr


def test_a_faulty_store_cannot_act(run: Run, tmp_path: Path) -> None:
    """Messages quote what is wrong, be it the TOML itself or a value."""
    bad_values = (
        'version = 1\n[source."\\u001b[35m"]\ntype = "\\u001b[35m\\u202e"\ntitle = 5\n[fact.x]\n"k\\u001b" = 1\n'
    )
    for text in ("version = 1\n\x1b[35m\u202e = = 2\n", bad_values):
        (tmp_path / "facts.toml").write_text(text, encoding="utf-8")
        ran = run("list")
        assert ran.returncode == 2
        assert acting(ran.stderr) == []


def test_the_text_of_a_source_cannot_act(run: Run, store: Path) -> None:
    """Neither what is quoted of it, nor what is not, nor the sentences with figures that are listed below."""
    passage = "opened \x1b[2J\u202eon 1 May\u200b 2024"
    (store.parent / "herald.txt").write_text(
        f"5 \x9b1m ships\u2066, \x00{passage}.\n\n\ufeff\x07Next\r\n", encoding="utf-8"
    )
    shown = run("source", "show", "herald").stdout
    assert acting(shown) == []
    assert r"5 \x9b1m ships\u2066, \x00opened \x1b[2J\u202eon 1 May\u200b 2024." in shown
    assert json.loads(run("source", "show", "herald", "--json").stdout)["text"].startswith("5 \x9b1m ships\u2066")
    assert acting(run("source", "show", "herald", "--json").stdout) == []
    colored = on_terminal(
        ["fact", "source", "show", "herald"], env=environment(store.parent, TERM="xterm"), cwd=store.parent
    )
    assert acting(without_style(colored)) == []


def test_the_name_of_a_store_cannot_act(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[35m\u202e"
    folder.mkdir()
    write_hostile_store(folder)
    for command in (("list",), ("ask", "harbour", "--json", "--min-score", "0"), ("init",)):
        ran = run(*command, cwd=folder)
        shown = ran.stdout + ran.stderr + run(*command[:1], "--store", str(folder), "x" * (command[0] == "ask")).stderr
        assert acting(shown) == []


def test_the_check_can_fail() -> None:
    assert acting("".join(ATTACKS) + "\x7f\x00") == [
        *"\x1b\x1b\x07\x9b",
        *"\u202e\u2066\u2028\U000e0041",
        *"\r\udcff\u200b\u200e\x7f\x00",
    ]
    assert acting("“İ” ✓ \t\n שלום") == []
