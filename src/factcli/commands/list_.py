"""`fact list`: many facts, filtered."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND
from factcli.quote.evidence import Examiner
from factcli.quote.verdict import Verdict
from factcli.render import json, layout, links
from factcli.render.record import record
from factcli.search.record import Record
from factcli.store.model import Fact
from factcli.text.safe import safe


def list_facts(
    store: options.Store = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", "-n", min=1, metavar="N", help="At most this many facts. [default: all]", show_default=False
        ),
    ] = None,
    tag: options.Tags = None,
    source: options.Sources = None,
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """List facts in the order of the store, a line each.

    Through a pipe, a line is the id, a tab and the statement. Exits with 1 if no fact is left.

    \b
    Examples:
      fact list --tag trade
      fact list --since 2025 | cut -f1
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    kept = list(islice(options.filtered(facts, tag, source, since, until), limit))
    examiner = Examiner(facts.path)

    def shown(fact: Fact) -> tuple[Record, Verdict]:
        source = facts.sources[fact.source]
        verdict = examiner.examine(fact, source).verdict
        return links.linked(record(fact, source), examiner), verdict

    output.warn(facts.warnings)
    if as_json:
        output.envelope(json.listing(map(shown, kept)))
    elif output.is_terminal():
        output.lines(layout.listing(kept))
    else:
        output.data("\n".join(f"{fact.id}\t{safe(fact.statement)}" for fact in kept)) if kept else None
    output.warn(examiner.warnings)
    if not kept and not as_json:
        output.words(layout.no_facts())
    return FOUND if kept else NOT_FOUND
