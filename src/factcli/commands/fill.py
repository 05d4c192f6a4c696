"""`fact fill`: the footnotes of a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcli.citation import styles
from factcli.commands import lookup, options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError
from factcli.render import layout, plain
from factcli.report.notes import fill as filling
from factcli.report.notes import footnotes
from factcli.report.notes.fill import Judged
from factcli.store import place
from factcli.store.model import Store
from factcli.store.replace import replace

_BOM = "\ufeff"


def fill(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a note is missing or not current.")
    ] = False,
    style: Annotated[styles.Name, typer.Option("--style", help="The citation style.")] = styles.Name.CHICAGO,
    store: options.Store = None,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Write the footnotes of a report that refers to facts.

    In Markdown the text refers to a fact as [^fact:ID]; the definitions are put at the end, or refreshed where they
    stand. Nothing else changes, and a second run changes nothing. The like is done for Org ([fn:fact-ID]), reST
    ([#fact:ID]_), AsciiDoc (footnote:fact-ID[]), LaTeX (\\footnote{\\label{fact:ID}}) and Typst
    (#footnote[] <fact:ID>).

    \b
    Examples:
      fact fill report.md
      fact fill report.tex --style apa
      fact fill report.md --check
    """
    output = Output(no_color=no_color, quiet=quiet)
    shown = place.display(str(report))
    markup = footnotes.markup_of(report.name)
    if markup is None:
        raise FactError(f"{shown}: of no markup that is known", "Name it .md, .org, .rst, .adoc, .tex or .typ.")
    text = _read(report)
    facts = options.load(store)
    output.warn(facts.warnings)
    bom = _BOM if text.startswith(_BOM) else ""
    filled = filling.fill(text.removeprefix(_BOM), markup, facts, styles.STYLES[style])
    problems = [found for found in filled.judged if found.verdict == "unknown" or (check and found.verdict == "stale")]
    for found in problems:
        output.data(plain.message(f"{shown}:{found.line}: {_problem(found, facts)}").rstrip("\n"))
    if not check and filled.text != text.removeprefix(_BOM):
        replace(report, (bom + filled.text).encode())
    output.words(layout.advice(_summary(filled.judged, check=check)))
    return NOT_FOUND if problems else FOUND


def _read(report: Path) -> str:
    try:
        return report.read_bytes().decode()
    except UnicodeDecodeError:
        raise FactError(f"{place.display(str(report))}: not UTF-8", "Save it as UTF-8.") from None


def _problem(found: Judged, store: Store) -> str:
    if found.verdict == "stale":
        return f"the note of {found.id} is missing or not current"
    return f"there is no fact {found.id!r}\n    {lookup.meant(found.id, store.facts) or 'The ids are in: fact list'}"


def _summary(judged: tuple[Judged, ...], *, check: bool) -> str:
    stale = sum(found.verdict == "stale" for found in judged)
    unknown = sum(found.verdict == "unknown" for found in judged)
    count = f"{len(judged)} footnote{'s' * (len(judged) != 1)}"
    return f"{count}, {stale} {'stale' if check else 'written'}, {unknown} unknown"
