"""`fact add`: a new fact, by options or by answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from factcli.commands import completion, dialogue, options, prompts
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError, Fault, StoreError
from factcli.intake import check
from factcli.intake.check import Checked
from factcli.intake.likeness import alike
from factcli.intake.rows import Row
from factcli.render import entering, json
from factcli.render.record import record
from factcli.search import query, rank
from factcli.search.kept import Cached
from factcli.search.recall import Memory
from factcli.store import append, find
from factcli.store.read import display

_REQUIRED = ("statement", "quote", "source")
_MOST_ALIKE = 3
_CANDIDATES = 20


def _text(name: str, description: str) -> Any:
    return typer.Option(f"--{name}", metavar="TEXT", help=description, show_default=False)


def add(
    statement: Annotated[str | None, _text("statement", "One claim, understandable on its own.")] = None,
    quote: Annotated[str | None, _text("quote", "The shortest passage of the source that proves it.")] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source", metavar="ID", help="The source.", autocompletion=completion.sources, show_default=False
        ),
    ] = None,
    answer: Annotated[str | None, _text("answer", "The short answer.")] = None,
    locator: Annotated[str | None, _text("locator", "Where the quote stands. [default: its paragraph]")] = None,
    period: Annotated[str | None, _text("period", "The time that the statement is about.")] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="A tag; may be repeated.", autocompletion=completion.tags),
    ] = None,
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="TEXT", help="Other words that people ask with; may be repeated."),
    ] = None,
    supersedes: Annotated[
        list[str] | None,
        typer.Option(
            "--supersedes",
            metavar="ID",
            help="A fact it replaces; may be repeated.",
            autocompletion=completion.ids,
        ),
    ] = None,
    identifier: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Its id. [default: made from the statement]", show_default=False),
    ] = None,
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Add a fact to the store, its quote checked against the text of its source.

    On a terminal it asks for what no option gives. Exits with 1, and adds nothing, if the quote is not in the text.

    \b
    Examples:
      fact add
      fact add --source herald --statement "The new harbour cost $12 million." --quote "which cost $12 million"
    """
    output = Output(no_color=no_color, quiet=quiet)
    path = find.writable(store)
    given = {
        "id": identifier,
        "statement": statement,
        "answer": answer,
        "quote": quote,
        "source": source,
        "locator": locator,
        "period": period,
        "tags": tag,
        "aliases": alias,
        "supersedes": supersedes,
    }
    values = {key: value for key, value in given.items() if value is not None and value != []}
    missing = [f"--{key}" for key in _REQUIRED if key not in values]
    asking = prompts.can_ask()
    if missing and not asking:
        raise FactError(f"missing: {', '.join(missing)}", "Give them, or run it on a terminal to be asked for them.")

    def enter(index: Cached, memory: Memory) -> tuple[Checked, list[Fault], Memory]:
        checked = _checked(dialogue.complete(values, memory, output) if missing else values, memory)
        return checked, _point_out(checked, index, memory), memory

    checked, likely, memory = options.remembering(path, output, enter)
    if asking and (missing or likely):
        dialogue.confirm(checked, likely, output)
    else:
        output.warn(likely)
    file = append.append(path, {"fact": checked.tables}, memory.recall, output.waiting)
    output.warn(checked.warnings)
    _report(checked, display(file), output, as_json=as_json)
    return FOUND


def _checked(values: dict[str, Any], memory: Memory) -> Checked:
    """Check the fact. Raises StoreError if it can't be added."""
    checked = check.check([Row(None, values)], memory, "")
    if checked.faults:
        raise StoreError(_as_option(fault) for fault in (*checked.faults, *checked.unproven))
    if checked.unproven:
        error = StoreError(_as_option(fault) for fault in checked.unproven)
        error.exit_code = NOT_FOUND
        raise error
    checked.warnings = [_as_option(fault) for fault in checked.warnings if fault.path]
    return checked


def _as_option(fault: Fault) -> Fault:
    """Name the option whose value is at fault."""
    key = fault.path.partition("[")[0]
    return replace(fault, file=f"--{ {'tags': 'tag', 'aliases': 'alias'}.get(key, key) }", path="")


def _point_out(checked: Checked, index: Cached, memory: Memory) -> list[Fault]:
    """Return what of the store the fact is like."""
    (fact,) = checked.facts.values()
    asked = rank.ask(index, query.read(fact.statement, index.languages), limit=_CANDIDATES, min_score=0)
    claims = memory.claims_like([hit.fact.position for hit in asked.hits], fact.quote)
    new = check.traits_of(fact, checked.sources[fact.source])
    return [
        Fault(file="this fact", problem=check.LIKENESS[how].format(id=claim.id), mend=f"“{claim.statement}”")
        for how, claim in alike(new, map(check.traits, claims))
    ][:_MOST_ALIKE]


def _report(checked: Checked, file: str, output: Output, *, as_json: bool) -> None:
    ((identifier, evidence),) = checked.evidence.items()
    if as_json:
        output.envelope(json.show(record(evidence.fact, evidence.source), evidence))
    else:
        output.data(identifier)
        output.words(entering.added(file, evidence))
