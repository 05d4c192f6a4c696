"""Streams that break, close or fill up, and Ctrl-C: silence or one line, the right exit code, never a traceback."""

from __future__ import annotations

import os
import select
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, environment, require

PRINTING = {
    "list": "fact list",
    "list --json": "fact list --json",
    "ask": "fact trade turnover 2024",
    "show": "fact show trade-turnover-2024",
    "cite": "fact cite trade-turnover-2024",
    "export": "fact export --to csl-json",
    "export of rows": "fact export --to csv",
    "schema": "fact schema",
    "check": "echo '$5 of trade turnover' | fact check - --json",
    "check as a page": "echo '$5 of trade turnover' | fact check - --html -",
    "version": "fact --version",
    "help": "fact --help",
    "completion": "fact --show-completion zsh",
    "batch": "yes trade | head -50 | fact ask -",
    "batch as JSON": "yes trade | head -50 | fact ask - --jsonl",
}
needs_dev_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has /dev/full")


def bash(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash that asks the shipped store."""
    return subprocess.run(
        [require("bash"), "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment(folder, FACTCLI_STORE=str(SHIPPED)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING)
def test_a_broken_pipe_is_silent(tmp_path: Path, command: str) -> None:
    """The reader is gone before anything is written. The code says so, and is not that of "nothing found"."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as broken:
        ran = subprocess.run(
            [require("bash"), "-c", command.replace("fact ", "exec fact ") if "|" not in command else command],
            cwd=tmp_path,
            env=environment(tmp_path, FACTCLI_STORE=str(SHIPPED)),
            stdin=subprocess.DEVNULL,
            stdout=broken,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert ran.stderr == b""
    assert ran.returncode == 141


def test_the_head_of_a_list(tmp_path: Path) -> None:
    ran = bash(
        tmp_path,
        "set +o pipefail; fact list | head -1; yes trade | head -100 | fact ask - | head -1; fact ask - | true",
    )
    assert ran.stdout.splitlines()[1:] == ["# trade"]
    assert ran.stdout.startswith("interview-dateline\t")
    assert (ran.returncode, ran.stderr) == (0, "")


@needs_dev_full
@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING)
def test_a_full_disk_is_an_error(tmp_path: Path, command: str) -> None:
    ran = bash(tmp_path, f"{command} > /dev/full")
    assert ran.returncode == 2
    assert ran.stderr == "fact: can't write: no space left on device\n"


@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING)
def test_a_closed_stdout_is_an_error(tmp_path: Path, command: str) -> None:
    """A caller that forgot to open it would take an empty answer for none."""
    ran = bash(tmp_path, f"{command} >&-")
    assert ran.returncode == 2
    assert ran.stderr == "fact: there is no standard output\n"


CLOSED = {
    "no input, none needed": ("fact show trade-turnover-2024 <&- | head -1", 0, "$470 million\n", ""),
    "no input to read": ("fact ask - <&-", 2, "", "fact: there is no standard input to read questions from\n"),
    "empty input": ("fact ask - </dev/null", 1, "", ""),
    "no stderr, found": ("fact show trade-turnover-2024 2>&- | head -1", 0, "$470 million\n", ""),
    "no stderr, nothing found": ("fact zebra 2>&-", 1, "", ""),
    "no stderr, wrong use": ("fact list --nope 2>&-", 2, "", ""),
    "nothing at all": ("fact list <&- >&- 2>&-", 2, "", ""),
    "words to a full disk": ("fact list --nope 2>/dev/full", 2, "", ""),
}


@pytest.mark.parametrize(("script", "code", "stdout", "stderr"), CLOSED.values(), ids=CLOSED)
def test_closed_streams(tmp_path: Path, script: str, code: int, stdout: str, stderr: str) -> None:
    if "/dev/full" in script and not Path("/dev/full").exists():
        pytest.skip("Linux has /dev/full")
    ran = bash(tmp_path, f"set +o pipefail; {script}")
    assert (ran.returncode, ran.stdout, ran.stderr) == (code, stdout, stderr)


@pytest.mark.parametrize("option", ["--jsonl", "--no-color"])
def test_ctrl_c_while_waiting_for_a_question(tmp_path: Path, option: str) -> None:
    """It has answered one, so it is past its start: 130, and not a word."""
    with subprocess.Popen(
        ["fact", "ask", "-", option],
        cwd=tmp_path,
        env=environment(tmp_path, FACTCLI_STORE=str(SHIPPED)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell lets its background jobs ignore Ctrl-C, and their children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - there are no threads
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"trade turnover 2024\n")
        process.stdin.flush()
        if select.select([process.stdout], [], [], 60)[0]:
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (130, b"")
