"""The program: sets up the streams, runs a command, turns every error into a message and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TextIO, cast

INTERRUPTED, PIPE_CLOSED = 130, 141


def main() -> None:
    """Run `fact` with the arguments of the process and exit."""
    try:
        code = _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    if code in (INTERRUPTED, PIPE_CLOSED):
        # What is still buffered has no reader any more; without this the interpreter would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        # A character that the encoding lacks is spelled out, never replaced by another.
        cast("TextIO", stream).reconfigure(errors="backslashreplace")  # type: ignore[attr-defined]

    from typer import TyperException

    from factcli.commands import app
    from factcli.errors import FAILED, FactError

    try:
        return app(prog_name="fact", standalone_mode=False) or 0
    except FactError as error:
        return _fail(str(error), error.exit_code)
    except TyperException as error:
        error.show()  # type: ignore[attr-defined]
        return FAILED


def _fail(message: str, code: int) -> int:
    sys.stderr.write(f"fact: {message}\n")
    return code


if __name__ == "__main__":
    main()
