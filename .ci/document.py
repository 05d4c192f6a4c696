"""Rewrite what is generated in the documents: the reference in README.md, and the picture of an answer.

Usage: document.py README.md tests/golden/answer.svg, in an environment where `fact` is installed.
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

FACT = Path(sys.executable).parent / "fact"
COMMANDS = (
    "ask", "show", "list", "cite", "fill", "check", "export", "verify", "add", "import", "edit", "doctor",
    "source", "source add", "source list", "source show", "init", "schema",
)  # fmt: skip
WIDTH = 88


def reference() -> str:
    """Return the help of the program and of each command, as Markdown."""
    parts = [_help()]
    parts += [f"### fact {command}\n\n{_help(*command.split())}" for command in COMMANDS]
    return "\n\n".join(parts)


def picture(question: str) -> str:
    """Return an SVG of what a terminal shows for a question."""
    shown = Text.from_ansi(f"$ fact {question}\n\n{_on_terminal(question.split())}")
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(shown, soft_wrap=True)
    svg = console.export_svg(title="fact", unique_id="fact")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def _help(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": "100"}
    run = subprocess.run([FACT, *command, "--help"], capture_output=True, encoding="utf-8", check=True, env=environment)
    return f"```text\n{run.stdout.strip()}\n```"


def _on_terminal(words: list[str]) -> str:
    """Run `fact` on a pseudo-terminal and return everything that it wrote to it."""
    child, descriptor = pty.fork()
    if child == 0:
        environment = {**os.environ, "COLUMNS": str(WIDTH), "LINES": "40", "TERM": "xterm-256color"}
        for variable in ("NO_COLOR", "FACTCLI_STORE", "COLORTERM"):
            environment.pop(variable, None)
        os.execve(FACT, ["fact", *words], environment)
    written = b""
    while True:
        try:
            block = os.read(descriptor, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not block:
            break
        written += block
    os.waitpid(child, 0)
    return written.decode().replace("\r\n", "\n")


def main() -> None:
    """Rewrite both files."""
    readme, svg = map(Path, sys.argv[1:])
    text = readme.read_text(encoding="utf-8")
    marked = re.compile(r"(?<=<!-- reference -->\n).*?(?=\n<!-- end of reference -->)", re.DOTALL)
    generated = reference()
    readme.write_text(marked.sub(lambda _: generated, text), encoding="utf-8")
    svg.write_text(picture("trade turnover"), encoding="utf-8")


if __name__ == "__main__":
    main()
