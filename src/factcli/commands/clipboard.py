"""The clipboard, by what the system has: its programs, tmux, or the terminal itself (OSC 52), also over SSH.

https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
"""

from __future__ import annotations

import base64
import json
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
_BOTH_ON_WINDOWS = """
$ErrorActionPreference = 'Stop'
$content = [Console]::In.ReadToEnd() | ConvertFrom-Json
Add-Type -AssemblyName System.Windows.Forms
$data = New-Object System.Windows.Forms.DataObject
$data.SetText($content.text, 'UnicodeText')
$data.SetText($content.fragment, 'Html')
[System.Windows.Forms.Clipboard]::SetDataObject($data, $true)
"""
_BOTH_ON_MACOS = """
ObjC.import('AppKit');
const read = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile;
const content = JSON.parse($.NSString.alloc.initWithDataEncoding(read, $.NSUTF8StringEncoding).js);
const board = $.NSPasteboard.generalPasteboard;
board.clearContents;
board.setStringForType($(content.html), 'public.html');
board.setStringForType($(content.text), 'public.utf8-plain-text');
"""
_FRAGMENT = "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"


@dataclass(frozen=True, slots=True)
class Content:
    """What to copy: a text and, if that has italics to lose, the same as HTML; both alike where HTML was asked for."""

    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Means:
    """A way to the clipboard: the program to feed, or none for the terminal; and what to say once that is done."""

    said: str
    command: tuple[str, ...] = ()
    both: bool = False
    """Whether the program takes text and HTML, in JSON."""


_TERMINAL = Means("Sent to the terminal (OSC 52), which copies it if it is set up to.")


def means(
    environment: Mapping[str, str], system: str, has: Callable[[str], object], content: Content
) -> Iterator[Means]:
    """Propose ways to the clipboard, the best first; `system` as in `sys.platform`, `has` tells programs found.

    Over SSH the programs of the far desktop are passed over; those of X may lead back here. macOS and Windows get the
    text and the HTML, of which a word processor pastes the HTML, with its italics. The programs of Wayland and X11 hold
    one type: HTML as such if that was asked for. To the others it is text.
    """
    html = bool(content.html) and content.html == content.text
    near = not (environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if near:
        yield from _desktop(environment, system, has, html=html, both=bool(content.html))
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
    environment: Mapping[str, str], system: str, has: Callable[[str], object], *, html: bool, both: bool
) -> Iterator[Means]:
    if environment.get("WAYLAND_DISPLAY") and has("wl-copy"):
        yield _clipboard("wl-copy", "--type", "text/html" if html else "text/plain;charset=utf-8")
    if system == "darwin":
        if both:
            yield _clipboard("osascript", "-l", "JavaScript", "-e", _BOTH_ON_MACOS, both=True)
        yield _clipboard("pbcopy")
    powershell = "powershell.exe"  # on Linux that is Windows below it
    if (system == "win32" or environment.get("WSL_DISTRO_NAME")) and has(powershell):
        if both:
            yield _clipboard(powershell, "-NoProfile", "-STA", "-Command", _BOTH_ON_WINDOWS, both=True)
        yield _clipboard(powershell, "-NoProfile", "-Command", _READ_UTF8)


def _clipboard(program: str, *arguments: str, both: bool = False) -> Means:
    flavours = ", as text and with its italics" if both else ""
    return Means(f"Copied to the clipboard ({program}{flavours}).", (program, *arguments), both)


def copy(content: Content) -> str:
    """Put text on the clipboard, and return what to say of it.

    Raises FactError if there is no way.
    """
    tried = []
    for way in means(os.environ, sys.platform, shutil.which, content):
        text = flavours(content) if way.both else content.text
        if _feed(way.command, text) if way.command else _send(text):
            return way.said
        tried.append(way.command[0] if way.command else "the terminal")
    problem = f"can't copy: {', '.join(dict.fromkeys(tried))} failed" if tried else "there is no clipboard to copy to"
    hint = "Install wl-clipboard (Wayland) or xclip (X11), run it in tmux, or in a terminal that takes OSC 52."
    raise FactError(problem, hint)


def flavours(content: Content) -> str:
    """Write both flavours in JSON; HTML in ASCII, so that no encoding can be mistaken, and as Windows wants it too.

    https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format
    """
    html = content.html.encode("ascii", "xmlcharrefreplace").decode()
    before, after = "<html><body>\r\n<!--StartFragment-->", "<!--EndFragment-->\r\n</body></html>"
    start = len(_FRAGMENT.format(0, 0, 0, 0))
    inside = start + len(before)
    head = _FRAGMENT.format(start, inside + len(html) + len(after), inside, inside + len(html))
    fragment = f"{head}{before}{html}{after}"
    return json.dumps({"text": content.text, "html": html, "fragment": fragment})


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
