"""A real terminal of any size, as a pseudo-terminal, with keys to press and a screen to read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_PATIENCE = 60.0
CTRL_C = "\x03"
_STYLE = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?2004[hl]\r?")


def on_terminal(command: Sequence[str | Path], *, env: Mapping[str, str], cwd: Path, columns: int = 80) -> str:
    """Run a command whose three streams are a terminal of that many columns, and return what it shows."""
    return _talk(command, "", env, cwd, columns).replace("\r\n", "\n")


def press(shell: Sequence[str], setup: str, keys: str, *, env: Mapping[str, str], cwd: Path) -> tuple[list[str], str]:
    """Press keys at the prompt of an interactive shell.

    Returns the words of the line that they leave behind, as the shell itself reads them, and the whole screen.
    The words get printed by `printf`, put in front of the line with Ctrl-A: nothing on the line is run.
    """
    typed = f"{setup}\n{keys}\x01printf '<%s>\\n' BEGIN \x05 END\n" + "exit\n"
    screen = _talk(shell, typed, {**env, "TERM": "xterm"}, cwd, columns=200).replace("\r\n", "\n")
    match = re.search(r"<BEGIN>\n(.*?)^<END>$", screen, re.DOTALL | re.MULTILINE)
    assert match, f"the shell did not come to the end of the line: {screen!r}"
    return re.findall(r"^<(.*)>$", match[1], re.MULTILINE), screen


def converse(
    command: Sequence[str | Path], dialogue: Sequence[tuple[str, str]], *, env: Mapping[str, str], cwd: Path
) -> tuple[str, int]:
    """Run a command whose three streams are a terminal, and type each answer once its question is on the screen.

    Returns the screen without colours, and the exit code.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=env,
        cwd=cwd,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads
    )
    os.close(theirs)
    screen, seen = b"", 0
    try:
        for question, answer in dialogue:
            while question not in without_style(screen[seen:].decode(errors="replace")):
                piece = _read(ours)
                assert piece, f"no {question!r} came up: {screen.decode(errors='replace')}"
                screen += piece
            seen = len(screen)
            if answer == CTRL_C:
                time.sleep(0.3)  # readline hears of a signal only while it waits for a key
            os.write(ours, answer.encode())
        screen += _read_all(ours)
        return without_style(screen.decode()).replace("\r\n", "\n"), process.wait(_PATIENCE)
    finally:
        os.close(ours)
        process.kill()
        process.wait()


def _take_terminal() -> None:
    """Make Ctrl-C interrupt this process, also where the tests run in the background, where it is ignored."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def without_style(text: str) -> str:
    """Return `text` without colours and the like."""
    return _STYLE.sub("", text)


def _talk(command: Sequence[str | Path], typed: str, env: Mapping[str, str], cwd: Path, columns: int) -> str:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=cwd, start_new_session=True
    )
    os.close(theirs)
    try:
        os.write(ours, typed.encode())
        return _read_all(ours).decode()
    finally:
        os.close(ours)
        process.kill()
        process.wait()


def _read_all(descriptor: int) -> bytes:
    """Read until every process has let go of the terminal."""
    read = b""
    while piece := _read(descriptor):
        read += piece
    return read


def _read(descriptor: int) -> bytes:
    """Read what is there next, nothing once every process has let go of the terminal."""
    if not select.select([descriptor], [], [], _PATIENCE)[0]:
        raise AssertionError(f"still waiting after {_PATIENCE} s")
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
