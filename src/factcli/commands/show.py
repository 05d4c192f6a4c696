"""`fact show`: one fact in full."""

from __future__ import annotations

from typing import Annotated

import typer

from factcli.commands import completion, lookup, options
from factcli.commands.output import Output
from factcli.errors import FOUND
from factcli.quote.evidence import Examiner
from factcli.render import json, layout, links
from factcli.render.record import record


def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The fact.", autocompletion=completion.ids)],
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Show one fact in full, its quote in its surroundings in the source.

    \b
    Example:
      fact show trade-turnover-2024
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    examiner = Examiner(facts.path)
    fact = lookup.fact(facts, identifier)
    source = facts.sources[fact.source]
    evidence = examiner.examine(fact, source)
    shown = links.linked(record(fact, source), examiner)
    output.warn([*facts.warnings, *examiner.warnings])
    if as_json:
        output.envelope(json.show(shown, evidence))
    else:
        output.lines(layout.full(shown, evidence, facts.superseded().get(identifier)))
    return FOUND
