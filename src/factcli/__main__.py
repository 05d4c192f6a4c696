"""The program: sets up the streams, runs a command, turns every error into a message and an exit code."""

from __future__ import annotations

import os
import sys

FAILED, INTERRUPTED, PIPE_CLOSED = 2, 130, 141


def main() -> None:
    """Run `fact` with the arguments of the process and exit."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as the process
    if sys.stdout is None:
        sys.exit(_fail("there is no standard output", FAILED))
    try:
        code = _run()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = _abandon(INTERRUPTED)
    except BrokenPipeError:
        code = _abandon(PIPE_CLOSED)
    except OSError as error:
        code = _abandon(_fail(_reason(error), FAILED))
    # Everything is written. To free each object first, as sys.exit does, would take a tenth of a question's time.
    os._exit(code)


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        # A character that the encoding lacks is spelled out, never replaced by another.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]

    from factcli import short_path

    code = short_path.run(sys.argv[1:])
    if code is not None:
        return code
    from typer import TyperException

    from factcli.commands import app
    from factcli.errors import FactError

    try:
        return app(prog_name="fact", standalone_mode=False) or 0
    except FactError as error:
        return _fail(str(error), error.exit_code)
    except TyperException as error:
        import io

        shown = io.StringIO()
        error.show(shown)  # type: ignore[attr-defined]
        message = shown.getvalue().rstrip("\n")
        if "unexpected extra argument" in message or "No such command" in message:
            message += "\nTo ask a question that begins with the name of a command: fact ask WORDS..."
        return _say(message, FAILED)
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # typer makes it an exit with 1, "nothing found"
            raise leaving.__context__ from None
        raise


def _fail(message: str, code: int) -> int:
    return _say(f"fact: {message}", code)


def _say(message: str, code: int) -> int:
    from contextlib import suppress

    from factcli.render import plain

    with suppress(OSError):  # nobody is left to be told
        sys.stderr.write(plain.message(message))
    return code


def _reason(error: OSError) -> str:
    subject = f"{error.filename}: " if error.filename else "can't write: "
    return subject + (error.strerror or str(error)).lower()


def _abandon(code: int) -> int:
    """Drop what is still buffered: it has no reader, and the interpreter would complain at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    return code


if __name__ == "__main__":
    main()
