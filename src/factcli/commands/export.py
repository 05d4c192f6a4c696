"""`fact export`: facts for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from factcli.citation import export as exporting
from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND
from factcli.quote.evidence import Evidence, Examiner
from factcli.render import layout
from factcli.store.model import Fact


def export(
    to: Annotated[exporting.Format, typer.Option("--to", help="The format.")],
    store: options.Store = None,
    tag: options.Tags = None,
    source: options.Sources = None,
    since: options.Since = None,
    until: options.Until = None,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Write facts for other programs, in UTF-8.

    csl-json, biblatex and ris, for reference managers, hold each source once, with its quotes as notes; jsonld holds
    Web Annotations with a ClaimReview each; csv and jsonl are what "fact import" reads. A quote that is not in its
    source goes into the last two only. Exits with 1 if no fact is left.

    \b
    Examples:
      fact export --to csl-json > facts.json
      fact export --to csv --tag trade > trade.csv
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    output.warn(facts.warnings)
    kept = list(options.filtered(facts, tag, source, since, until))
    examiner = Examiner(facts.path)

    def examine(fact: Fact) -> Evidence:
        return examiner.examine(fact, facts.sources[fact.source])

    output.document(exporting.write(to, kept, examine))
    output.warn(examiner.warnings)
    if not kept:
        output.words(layout.no_facts())
    return FOUND if kept else NOT_FOUND
