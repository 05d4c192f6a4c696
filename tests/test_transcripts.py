"""Shell sessions with their output: those of `tests/transcripts/` and the ```console blocks of README.md.

A line `$ COMMAND` is run by bash; what follows, up to the next one, is exactly what it prints, and `[N]` its exit code
if that is not 0. Each session has a folder of its own with a copy of the shipped `facts.toml` and its lock. What goes to stderr has
to be there too, by `2>&1`: a reader would see it. Lines before the first command are comments.

To write the output anew: FACTCLI_UPDATE=1 pytest tests/test_transcripts.py; then read the difference.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import LOCK, ROOT, SHIPPED, environment

README = ROOT / "README.md"
TRANSCRIPTS = sorted((ROOT / "tests" / "transcripts").glob("*.txt"))
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)

BLOCKS = [match[0] for match in _BLOCK.finditer(README.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path) -> None:
    compare(path, path.read_text(encoding="utf-8"), tmp_path)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0][2:50])
def test_block_of_the_readme(block: str, tmp_path: Path) -> None:
    compare(README, block, tmp_path)


def compare(path: Path, session: str, folder: Path) -> None:
    """Fail with a difference if the session of a file does not go as written, or write it anew."""
    assert _COMMAND.search(session), "a session without a command"
    shutil.copy(SHIPPED, folder)
    shutil.copy(LOCK, folder)
    played = play(session, folder)
    if played == session:
        return
    if os.environ.get("FACTCLI_UPDATE"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(session, played), encoding="utf-8")
        return
    difference = difflib.unified_diff(
        session.splitlines(), played.splitlines(), f"{path.name}, as written", "as it goes", lineterm=""
    )
    pytest.fail("\n".join(difference), pytrace=False)


def play(session: str, folder: Path) -> str:
    """Run the commands of a session, and return it with the output that they really have."""
    pieces = [session[: match.start()] if (match := _COMMAND.search(session)) else session]
    for match in _COMMAND.finditer(session):
        ran = subprocess.run(
            ["bash", "-c", match[1]],
            cwd=folder,
            env=environment(folder / "home"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert not ran.stderr, f"$ {match[1]}\nwrites to stderr, which the session does not show:\n{ran.stderr}"
        ended = ran.stdout if not ran.stdout or ran.stdout.endswith("\n") else f"{ran.stdout}\n"
        pieces.append(match[0] + ended + (f"[{ran.returncode}]\n" if ran.returncode else ""))
    return "".join(pieces)


def test_a_session_with_other_output_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner itself: wrong output, a missing exit code and unshown stderr all fail."""
    assert play("about\n$ echo a; exit 3\nb\n", tmp_path) == "about\n$ echo a; exit 3\na\n[3]\n"
    assert play("$ printf a\n$ true\nleft over\n", tmp_path) == "$ printf a\na\n$ true\n"
    monkeypatch.delenv("FACTCLI_UPDATE", raising=False)
    with pytest.raises(pytest.fail.Exception, match="-b\n\\+a"):
        compare(tmp_path / "x.txt", "$ echo a\nb\n", tmp_path)
    with pytest.raises(AssertionError, match="writes to stderr"):
        play("$ echo a >&2\n", tmp_path)
