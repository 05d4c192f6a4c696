"""`fact import`: facts in bulk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError, Fault, StoreError
from factcli.intake import check, rows
from factcli.intake.check import Checked
from factcli.render import layout
from factcli.search.kept import Cached
from factcli.search.recall import Memory
from factcli.store import append, find, read


def import_facts(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of JSON Lines or CSV, or - for standard input.")],
    store: options.Store = None,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Add the facts of a file: all of them, or none if anything is wrong.

    JSON Lines have the keys of a fact and "id"; so have the columns of CSV, with ";" between the elements of a list.
    Ids and paragraphs that are not given are filled in. Exits with 1 if a quote is not in its source's text.

    \b
    Examples:
      fact import facts.csv
    """
    output = Output(no_color=no_color, quiet=quiet)
    path = find.writable(store)
    shown = "standard input" if str(file) == "-" else read.display(file)
    found, faults = rows.rows(_text(file, shown), shown)
    if not (found or faults):
        raise FactError(f"{shown} holds no facts", "Write one a line, as JSON or as CSV below a line of column names.")

    def enter(_: Cached, memory: Memory) -> tuple[Checked, list[Fault], Memory]:
        with output.progress(f"Checking {shown}") as tell:
            checked = check.check(found, memory, shown, tell)
        if faults or checked.faults:
            raise _refused([*faults, *checked.faults, *checked.unproven])
        if checked.unproven:
            raise _refused(checked.unproven, NOT_FOUND)
        with output.progress(f"Comparing {shown}") as tell:
            return checked, check.point_out(checked, memory, tell), memory

    checked, alike, memory = options.remembering(path, output, enter)
    added = append.append(path, {"fact": checked.tables}, memory.recall, output.waiting)
    output.warn([*alike, *checked.warnings])
    count = len(checked.tables)
    output.words(layout.advice(f"Imported {count} fact{'s' * (count != 1)} into {read.display(added)}."))
    return FOUND


def _text(file: Path, shown: str) -> str:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = f"{shown}:{line}: byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise FactError(problem, "Save it as UTF-8; a spreadsheet calls that “CSV UTF-8”.") from None
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error).lower()
        raise FactError(f"can't read {shown}: {reason}") from None


def _refused(faults: list[Fault], exit_code: int = 2) -> StoreError:
    faults = sorted(faults, key=lambda fault: fault.line or 0)
    error = StoreError(faults)
    error.exit_code = exit_code
    error.hint = "Nothing was imported."
    return error
