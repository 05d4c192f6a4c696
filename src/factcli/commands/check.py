"""`fact check`: reports against the store."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcli.commands import completion, options
from factcli.commands.output import Output
from factcli.errors import FAILED, FOUND, NOT_FOUND, FactError
from factcli.quote.evidence import Examiner
from factcli.render import check_text, layout
from factcli.report.notes import footnotes, suggest
from factcli.report.notes.suggest import Suggestion
from factcli.report.rules import RULES
from factcli.store import lock_file, place
from factcli.store.model import Store
from factcli.store.replace import replace
from factcli.text.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.report.check import Checked, Checker

_BOM = b"\xef\xbb\xbf"
_MOST_BYTES = 256 << 20
"""Longer than any report, pictures and all: a pipe may have no end."""


class Format(StrEnum):
    """How findings can be written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a report is to be told: what was found, the footnotes it could have, and how many it was given."""

    checked: Checked
    suggestions: list[Suggestion]
    inserted: int = 0


def check(
    reports: Annotated[
        list[Path] | None,
        typer.Argument(metavar="REPORT...", help="The reports, or - for standard input.", show_default=False),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print what was found.")] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE", help="Write a page of the reports with the evidence beside them; - prints it."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="CODES", help="Only these rules: Q, F2, F201,F203.", autocompletion=completion.codes
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help="Not these rules.", autocompletion=completion.codes),
    ] = None,
    suggestions: Annotated[
        bool, typer.Option("--suggest", help="Tell which footnotes would support what has none.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Put these footnotes into the report.")] = False,
    explain: Annotated[
        list[str] | None,
        typer.Option("--explain", metavar="CODES", help="Explain these rules.", autocompletion=completion.codes),
    ] = None,
    text: options.Texts = None,
    store: options.Store = None,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Check the figures, quotes and footnotes of reports against the store.

    Prints what the store contradicts, does not support or does not know, with the fact that it was held against; JSON
    has what is supported too. Exits with 1 if anything is to be mended. A comment beside a passage accepts it, in
    Markdown <!-- fact: ignore F201 – the reason -->; alone on its line, it is about the paragraph that follows.

    \b
    Examples:
      fact check report.md
      fact check report.md --html report.html
      fact check report.md --fix
      fact check --format github *.md
      fact check --explain F201
    """
    output = Output(no_color=no_color, quiet=quiet)
    if explain:
        wanted = _matching(explain, "--explain")
        output.lines(check_text.explained([rule for code, rule in RULES.items() if code in wanted]))
        return FOUND
    form = _form(form, as_json=as_json, html=html)
    if not reports:
        raise typer.BadParameter("name a report, or - for standard input.", param_hint="REPORT...")
    rules = _rules(select, ignore)
    facts = options.load(store)
    if html and str(html) != "-":
        _spare([*(path for path in reports if str(path) != "-"), *_files(facts)], html)
    examiner = Examiner(facts.path, options.texts(facts, text))
    output.warn(facts.warnings)
    checker = _checker(facts, examiner, store, quiet=quiet)
    looked: list[_Looked] = []
    failed = False
    paths = list(dict.fromkeys(reports))
    with output.progress("Checking") as tell:
        for number, path in enumerate(paths, start=1):
            try:
                looked.append(_look(path, checker, rules, suggesting=suggestions, fixing=fix))
            except FactError as error:
                failed = True
                output.error(str(error))
            if len(paths) > 1:
                tell(number, len(paths))
    if looked:
        _print(looked, facts, form, html, output, many=len(paths) > 1)
        output.words(_summary(looked))
    output.warn([*examiner.remarks, *(fault for one in looked for fault in one.checked.faults)])
    problems = any(one.checked.problems for one in looked)
    return FAILED if failed else NOT_FOUND if problems else FOUND


def _files(facts: Store) -> list[Path]:
    """Return the files of a store, its lock and its texts too, whether they are there or not."""
    texts = (facts.folder / source.text for source in facts.sources.values() if source.text)
    return [*facts.digests, lock_file.location(facts.path), *texts]


def _spare(files: Iterable[Path], html: Path) -> None:
    """Refuse to write the page over a report, or over what is the store's."""
    target = os.path.realpath(html)
    for file in files:
        # a file may have two names, which a link is not, or be yet to come
        if os.path.realpath(file) == target or (html.exists() and file.exists() and html.samefile(file)):
            raise FactError(
                f"the page would take the place of {place.display(str(file))}", "Give it a name of its own."
            )


def _checker(facts: Store, examiner: Examiner, path: Path | None, *, quiet: bool) -> Checker:
    from factcli.report.check import Checker  # what judges takes long to load, and no other command needs it

    return Checker(facts, examiner, options.index(path, quiet=quiet))


def _look(path: Path, checker: Checker, rules: Sequence[str], *, suggesting: bool, fixing: bool) -> _Looked:
    """Check a report; if `fixing`, put the footnotes that it lacks into it and check it again."""
    name = place.display(str(path))
    if fixing and name == "-":
        raise FactError("standard input can't be changed", "Name the file of the report.")
    if fixing and not footnotes.markup_of(path.name):
        raise FactError(f"{name}: no markup whose footnotes are known", "Name it .md, .org, .rst, .adoc, .tex or .typ.")
    content = _read(path, name)
    checked = checker.check(content, str(path), name, rules)
    if not (checked.markup and (suggesting or fixing)):
        return _Looked(checked, [])
    found = suggest.suggest(checked.document, checked.findings, checked.markup)
    if not (fixing and found):
        return _Looked(checked, found)
    bom = _BOM if content.startswith(_BOM) else b""
    written = bom + suggest.insert(checked.document.text, found).removeprefix("\ufeff").encode()
    if _read(path, name) != content:
        raise FactError(f"{name} was changed meanwhile", "Nothing was written; check it once more.")
    replace(path, written)
    return _Looked(checker.check(written, str(path), name, rules), [], len(found))


def _read(path: Path, name: str) -> bytes:
    """Return what a report holds, of standard input or a pipe too, unless it may have no end."""
    try:
        if str(path) == "-":
            content = sys.stdin.buffer.read(_MOST_BYTES + 1)
        else:
            kind = stat.S_IFMT(path.stat().st_mode)
            if kind not in (stat.S_IFREG, stat.S_IFIFO, stat.S_IFDIR):  # that a folder is one, opening it tells
                raise FactError(f"{name} is neither a file nor a pipe", "Name a file, or - for standard input.")
            with path.open("rb") as stream:
                content = stream.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error).lower()
        raise FactError(f"can't read {name}: {reason}") from None
    if len(content) > _MOST_BYTES:
        raise FactError(f"{name} is longer than {_MOST_BYTES >> 20} MB", "Check it in parts.")
    return content


def _print(
    looked: Sequence[_Looked], facts: Store, form: Format, html: Path | None, output: Output, *, many: bool
) -> None:
    """Print what was found, as JSON in a line for each report if `many` were named."""
    reports = [one.checked for one in looked]
    if html:
        from factcli.render import check_html

        page = check_html.page(reports, facts)
        if str(html) == "-":
            output.document([page])
            return
        replace(html, page.encode("utf-8", "backslashreplace"))
    if form is Format.TEXT:
        _print_text(looked, facts, output)
    elif form is Format.JSON:
        from factcli.render import check_json

        for one in looked:
            output.envelope(check_json.envelope(one.checked, one.suggestions), compact=many)
    elif form is Format.GITHUB:
        from factcli.render import check_github

        for command in (command for checked in reports for command in check_github.commands(checked, facts)):
            output.data(safe(command) if output.is_terminal() else command)
    else:
        from factcli.render import sarif

        output.envelope(sarif.log(reports, facts))


def _print_text(looked: Sequence[_Looked], facts: Store, output: Output) -> None:
    width, encoding = output.width(), sys.stdout.encoding
    blank = False
    for one in looked:
        if lines := check_text.page(one.checked, one.suggestions, facts, width, encoding):
            output.lines([layout.BLANK, *lines] if blank else lines)
            blank = True


def _summary(looked: Sequence[_Looked]) -> list[layout.Line]:
    lines = check_text.summary([one.checked for one in looked])
    for one in looked:
        if one.inserted:
            name = one.checked.name
            lines += layout.advice(f"Put {_footnotes(one.inserted)} into {name}. Now write the notes: fact fill {name}")
    if count := sum(len(one.suggestions) for one in looked):
        lines += layout.advice(f"--fix would put in {_footnotes(count)}.")
    return lines


def _footnotes(count: int) -> str:
    return f"{count} footnote{'s' * (count != 1)}"


def _form(form: Format, *, as_json: bool, html: Path | None) -> Format:
    if as_json and form not in (Format.TEXT, Format.JSON):
        raise typer.BadParameter(f"it is another than --format {form}.", param_hint="--json")
    form = Format.JSON if as_json else form
    if str(html) == "-" and form is not Format.TEXT:
        raise typer.BadParameter(f"the page and {form} can't both be printed.", param_hint="--html")
    return form


def _rules(select: Sequence[str] | None, ignore: Sequence[str] | None) -> list[str]:
    """Return the codes of the rules that are wanted."""
    selected = _matching(select, "--select") if select else set(RULES)
    ignored = _matching(ignore or (), "--ignore")
    return [code for code in RULES if code in selected and code not in ignored]


def _matching(written: Sequence[str], option: str) -> set[str]:
    codes = set()
    for prefix in (part.strip().upper() for given in written for part in given.split(",")):
        found = [code for code in RULES if prefix and code.startswith(prefix)]
        if not found:
            raise typer.BadParameter(f"{prefix!r} begins none of {', '.join(RULES)}.", param_hint=option)
        codes.update(found)
    return codes
