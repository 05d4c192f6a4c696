"""`--copy`: the best means there is, told apart from the environment; tmux, a terminal and programs for real."""

from __future__ import annotations

import base64
import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.commands.clipboard import Content, flavours, means
from tests.commands.terminal import converse
from tests.conftest import Run, environment, require

EVERYTHING = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "TMUX": "/x,1,0", "TERM": "xterm"}
CITE = [Path(sys.executable).parent / "fact", "cite", "harbour-opening", "--copy"]


def chosen(variables: dict[str, str], system: str = "linux", *missing: str) -> list[str]:
    """Name the means proposed for a text without HTML, in their order."""
    found = means(variables, system, lambda program: program not in missing, Content("x"))
    return [" ".join(way.command[:2]) if way.command else "terminal" for way in found]


@pytest.mark.parametrize(
    ("variables", "system", "wanted"),
    [
        (
            EVERYTHING,
            "linux",
            [
                "wl-copy --type",
                "xclip -selection",
                "xsel --clipboard",
                "tmux load-buffer",
                "tmux load-buffer",
                "terminal",
            ],
        ),
        ({"DISPLAY": ":0"}, "linux", ["xclip -selection", "xsel --clipboard"]),
        ({"TERM": "xterm"}, "linux", ["terminal"]),
        ({"TERM": "dumb"}, "linux", []),
        ({}, "linux", []),
        ({"TERM": "xterm"}, "darwin", ["pbcopy", "terminal"]),
        ({}, "win32", ["powershell.exe -NoProfile"]),
        ({"WSL_DISTRO_NAME": "Debian", "TERM": "xterm"}, "linux", ["powershell.exe -NoProfile", "terminal"]),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, "darwin", ["terminal"]),
        ({"WAYLAND_DISPLAY": "w", "TERM": "xterm", "SSH_CONNECTION": "1 2"}, "linux", ["terminal"]),
        (
            {"DISPLAY": "localhost:10.0", "TERM": "xterm", "SSH_CONNECTION": "1 2"},
            "linux",
            ["xclip -selection", "xsel --clipboard", "terminal"],
        ),
        (
            {"TMUX": "/x,1,0", "TERM": "tmux", "SSH_TTY": "/dev/pts/1"},
            "linux",
            ["tmux load-buffer", "tmux load-buffer", "terminal"],
        ),
    ],
)
def test_what_is_chosen(variables: dict[str, str], system: str, wanted: list[str]) -> None:
    assert chosen(variables, system) == wanted


def test_programs_that_are_not_there_are_not_chosen() -> None:
    assert chosen(EVERYTHING, "linux", "wl-copy", "xclip", "tmux") == ["xsel --clipboard", "terminal"]
    assert chosen({}, "win32", "powershell.exe") == []


def test_html_that_was_asked_for_goes_as_such_where_there_is_one_type() -> None:
    ways = means(EVERYTHING, "linux", lambda _: True, Content("<i>x</i>", "<i>x</i>"))
    commands = [" ".join(way.command) for way in ways]
    assert commands[0] == "wl-copy --type text/html"
    assert commands[1] == "xclip -selection clipboard -t text/html"


@pytest.mark.parametrize(("system", "program"), [("darwin", "osascript"), ("win32", "powershell.exe")])
def test_macos_and_windows_get_both_or_else_the_text(system: str, program: str) -> None:
    first, second = means({}, system, lambda _: True, Content("x", "<i>x</i>"))
    assert (first.command[0], first.both) == (program, True)
    assert first.said == f"Copied to the clipboard ({program}, as text and with its italics)."
    assert not second.both
    assert "-AsHtml" not in second.command[-1]


@given(st.text(st.characters(exclude_categories=["C"])))
def test_both_flavours_say_the_same(text: str) -> None:
    """Of the fragment for Windows too, whose places count bytes."""
    written = json.loads(flavours(Content(text, f"<i>{html.escape(text)}</i>")))
    assert written["text"] == text
    assert written["html"].isascii()
    assert html.unescape(written["html"]) == html.unescape(f"<i>{html.escape(text)}</i>")
    places = {name: int(place) for name, place in re.findall(r"(\w+):(\d+)\r\n", written["fragment"])}
    assert written["fragment"][places["StartFragment"] : places["EndFragment"]] == written["html"]
    assert written["fragment"][places["StartHTML"] : places["EndHTML"]].startswith("<html>")
    assert written["fragment"][places["EndHTML"] :] == ""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """Start an X server of our own; yield its display."""
    require("xclip")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [require("Xvfb"), "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.parametrize(
    ("markup", "kind", "wanted"),
    [("text", "UTF8_STRING", "The Türkiye Herald"), ("html", "text/html", "<i>The Türkiye Herald</i>")],
)
def test_an_x_server_holds_it(store: Path, display: str, markup: str, kind: str, wanted: str) -> None:
    """As HTML it is of that type and of no other, so that a word processor shows the italics."""
    store.write_text(store.read_text(encoding="utf-8").replace("Harbour Herald", "Türkiye Herald"), encoding="utf-8")
    ran = without_terminal(store, "--as", markup, DISPLAY=display)
    assert (ran.returncode, ran.stderr) == (0, "Copied to the clipboard (xclip).\n")
    held = [
        subprocess.run(
            [require("xclip"), "-o", "-selection", "clipboard", "-t", target],
            env=environment(store.parent, DISPLAY=display),
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for target in (kind, "TARGETS")
    ]
    assert held[0] == ran.stdout.removesuffix("\n")
    assert wanted in held[0]
    assert ("text/html" in held[1].split()) == (markup == "html")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Start a tmux server of our own; yield the variables that a program inside it has."""
    program = require("tmux")
    socket = tmp_path / "s"
    variables = environment(tmp_path, TERM="xterm")
    server = [program, "-S", str(socket), "-f", "/dev/null"]
    subprocess.run([*server, "new-session", "-d", "-s", "t", "sleep 600"], env=variables, check=True)
    try:
        pid = subprocess.run(
            [*server, "display-message", "-p", "#{pid}"], env=variables, check=True, capture_output=True, text=True
        ).stdout.strip()
        yield {"TMUX": f"{socket},{pid},0", "TERM": "tmux"}
    finally:
        subprocess.run([*server, "kill-server"], env=variables, check=False)


@pytest.mark.parametrize("arguments", [[], ["--json"], ["harbour-cost-2024", "--as", "markdown"]])
def test_tmux_holds_it(run: Run, store: Path, tmux: dict[str, str], arguments: list[str]) -> None:
    ran = run(*map(str, CITE[1:]), *arguments, env=tmux)
    assert ran.returncode == 0
    assert ran.stderr.startswith("Copied to tmux's buffer, and")
    held = subprocess.run(
        [require("tmux"), "-S", tmux["TMUX"].split(",")[0], "show-buffer"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    plain = run("cite", "harbour-opening", *[argument for argument in arguments if argument != "--json"]).stdout
    assert held == plain.removesuffix("\n")
    assert ran.stdout == run("cite", "harbour-opening", *arguments).stdout


@pytest.mark.parametrize("ssh", [{}, {"SSH_TTY": "/dev/pts/9", "WAYLAND_DISPLAY": "w"}])
def test_a_terminal_is_sent_it(store: Path, ssh: dict[str, str]) -> None:
    store.write_text(store.read_text(encoding="utf-8").replace("Harbour Herald", "Türkiye Herald"), encoding="utf-8")
    variables = environment(store.parent, TERM="xterm", **ssh)
    screen, code = converse(CITE, [], env=variables, cwd=store.parent)
    assert code == 0
    match = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", screen)
    assert match
    copied = base64.b64decode(match[1]).decode()
    assert copied.startswith("Jane Doe, “Harbour opens after ten years,” The Türkiye Herald, March 1, 2025")
    assert f"{copied}\n" in screen
    assert "Sent to the terminal (OSC 52)" in screen


def stand_in(folder: Path, name: str, code: int = 0) -> str:
    """Put a program of a name into a folder that notes its arguments and its input; return a PATH that has it first."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f'#!/bin/sh\necho "$@" > "{folder}/{name}.args"\ncat > "{folder}/{name}.in"\nexit {code}\n')
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}/usr/bin{os.pathsep}/bin"


def without_terminal(store: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CITE, *arguments],
        cwd=store.parent,
        env=environment(store.parent) | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        start_new_session=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("program", "display"), [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY")]
)
def test_a_program_gets_it(store: Path, program: str, display: str) -> None:
    folder = store.parent / "bin"
    path = stand_in(folder, program)
    if program == "xsel":
        stand_in(folder, "xclip", code=1)  # the next is tried
    ran = without_terminal(store, PATH=path, **{display: ":77"})
    assert (ran.returncode, ran.stderr) == (0, f"Copied to the clipboard ({program}).\n")
    assert (folder / f"{program}.in").read_text(encoding="utf-8") == ran.stdout.removesuffix("\n")


def test_quiet_copies_without_a_word(store: Path) -> None:
    folder = store.parent / "bin"
    ran = without_terminal(store, "--quiet", PATH=stand_in(folder, "xclip"), DISPLAY=":77")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (folder / "xclip.in").exists()


def test_where_nothing_works_it_is_printed_and_said(store: Path) -> None:
    ran = without_terminal(store, TERM="xterm")
    assert ran.returncode == 2
    assert ran.stdout.startswith("Jane Doe")
    assert ran.stderr.startswith("fact: can't copy: the terminal failed\n    Install wl-clipboard")
    assert without_terminal(store).stderr.startswith("fact: there is no clipboard to copy to\n")
    broken = without_terminal(store, PATH=stand_in(store.parent / "bin", "wl-copy", code=1), WAYLAND_DISPLAY="w")
    assert broken.stderr.startswith("fact: can't copy: wl-copy failed\n")
