"""`fact source list`: the sources of a store."""

from __future__ import annotations

from collections import Counter

from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND
from factcli.render import layout, source_json, source_page
from factcli.text.safe import safe


def list_sources(
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """List the sources in the order of the store, a line each.

    Through a pipe, a line is the id, the type, the title and the date, with tabs between them. Exits with 1 if there
    is no source.

    \b
    Example:
      fact source list | cut -f1
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store, may_be_empty=True)
    sources = list(facts.sources.values())
    counts = Counter(fact.source for fact in facts.facts.values())
    output.warn(facts.warnings)
    if as_json:
        output.envelope(source_json.listing(sources, counts))
    elif output.is_terminal():
        output.lines(source_page.listing(sources))
    elif sources:
        output.data(
            "\n".join(
                "\t".join((source.id, source.type, safe(source.title), source_page.date(source))) for source in sources
            )
        )
    if not sources and not as_json:
        output.words(layout.advice("There is no source yet. Add one: fact source add FILE"))
    return FOUND if sources else NOT_FOUND
