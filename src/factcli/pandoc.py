"""Finding pandoc, and running it."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Sequence

from factcli.errors import FactError
from factcli.text.safe import safe

_OLDEST = 3


def run(arguments: Sequence[str], content: bytes, *, needed_by: str, problem: str) -> bytes:
    """Return what pandoc makes of a document.

    Raises FactError with `problem` if it can't, and with advice if there is no pandoc.
    """
    command = [_program(needed_by), *arguments]
    ran = subprocess.run(command, input=content, capture_output=True, check=False)  # noqa: S603 - the user's own pandoc
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").split("\n")[:3]
        raise FactError(problem, " ".join(safe(line) for line in said if line.strip()))
    return ran.stdout


def _program(needed_by: str) -> str:
    """Return a pandoc that is new enough: the one on the path, or that of the extra."""
    found = shutil.which("pandoc")
    if found and _version(found) >= _OLDEST:
        return found
    if importlib.util.find_spec("pypandoc"):
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    lacking = (
        f"the pandoc on the path is older than {_OLDEST}" if found else f"there is no pandoc, which {needed_by} needs"
    )
    raise FactError(lacking, "Install it (https://pandoc.org/installing.html), or: pip install 'factcli[csl]'")


def _version(program: str) -> int:
    ran = subprocess.run([program, "--version"], capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    match = re.match(r"pandoc\S* (\d+)", ran.stdout)
    return int(match[1]) if match else 0
