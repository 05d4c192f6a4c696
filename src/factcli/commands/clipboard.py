"""The clipboard, by what the system has: its programs, tmux, or the terminal itself (OSC 52), also over SSH.

https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factcli.errors import FactError

_PATIENCE = 10
"""Seconds for a program, which may wait for a display that is gone."""
_READ_UTF8 = "[Console]::InputEncoding = [Text.Encoding]::UTF8; [Console]::In.ReadToEnd() | Set-Clipboard"
_TO_RTF = "textutil -stdin -format html -inputencoding UTF-8 -convert rtf -stdout | pbcopy"


@dataclass(frozen=True, slots=True)
class Means:
    """A way to the clipboard: the program to feed, or none for the terminal; and what to say once that is done."""

    said: str
    command: tuple[str, ...] = ()


_TERMINAL = Means("Sent to the terminal (OSC 52), which copies it if it is set up to.")


def means(environment: Mapping[str, str], system: str, has: Callable[[str], object], *, html: bool) -> Iterator[Means]:
    """Propose ways to the clipboard, the best first; `system` as in `sys.platform`, `has` tells programs found.

    Over SSH the programs of the far desktop are passed over; those of X may lead back here. HTML goes as such to what
    keeps types apart, so that a word processor pastes it with its italics; to the others it is text.
    """
    near = not (environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if near:
        yield from _desktop(environment, system, has, html=html)
    if environment.get("DISPLAY"):
        if has("xclip"):
            kind = ("-t", "text/html") if html else ()
            yield _clipboard("xclip", "-selection", "clipboard", *kind)
        if has("xsel"):
            yield _clipboard("xsel", "--clipboard", "--input")
    if environment.get("TMUX") and has("tmux"):
        said = "Copied to tmux's buffer, and to the clipboard if the terminal lets tmux do that."
        yield Means(said, ("tmux", "load-buffer", "-w", "-"))
        yield Means("Copied to tmux's buffer.", ("tmux", "load-buffer", "-"))  # before 3.2 it has no -w
    if environment.get("TERM", "dumb") != "dumb":
        yield _TERMINAL


def _desktop(
    environment: Mapping[str, str], system: str, has: Callable[[str], object], *, html: bool
) -> Iterator[Means]:
    if environment.get("WAYLAND_DISPLAY") and has("wl-copy"):
        yield _clipboard("wl-copy", "--type", "text/html" if html else "text/plain;charset=utf-8")
    if system == "darwin":
        yield Means("Copied to the clipboard (pbcopy).", ("sh", "-c", _TO_RTF) if html else ("pbcopy",))
    powershell = "powershell.exe"  # on Linux that is Windows below it
    if (system == "win32" or environment.get("WSL_DISTRO_NAME")) and has(powershell):
        yield _clipboard(powershell, "-NoProfile", "-Command", f"{_READ_UTF8} -AsHtml" if html else _READ_UTF8)


def _clipboard(program: str, *arguments: str) -> Means:
    return Means(f"Copied to the clipboard ({program}).", (program, *arguments))


def copy(text: str, *, html: bool) -> str:
    """Put text on the clipboard, and return what to say of it.

    Raises FactError if there is no way.
    """
    tried = []
    for way in means(os.environ, sys.platform, shutil.which, html=html):
        if _feed(way.command, text) if way.command else _send(text):
            return way.said
        tried.append(way.command[0] if way.command else "the terminal")
    problem = f"can't copy: {', '.join(dict.fromkeys(tried))} failed" if tried else "there is no clipboard to copy to"
    hint = "Install wl-clipboard (Wayland) or xclip (X11), run it in tmux, or in a terminal that takes OSC 52."
    raise FactError(problem, hint)


def _feed(command: tuple[str, ...], text: str) -> bool:
    """Tell whether a program took the text. What it leaves running to serve the clipboard must not hold our streams."""
    try:
        ran = subprocess.run(  # noqa: S603 - the user's own program, without a shell or what is in the text
            command,
            input=text.encode("utf-8", "backslashreplace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def _send(text: str) -> bool:
    """Tell whether there is a terminal, having asked it to copy the text."""
    sequence = b"\x1b]52;c;" + base64.b64encode(text.encode("utf-8", "backslashreplace")) + b"\x07"
    try:
        with Path("/dev/tty").open("wb", buffering=0) as terminal:
            terminal.write(sequence)
    except OSError:
        if not sys.stderr.isatty():
            return False
        sys.stderr.buffer.write(sequence)
        sys.stderr.flush()
    return True
