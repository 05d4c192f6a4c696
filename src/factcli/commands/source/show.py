"""`fact source show`: a source's text, and what of it is quoted."""

from __future__ import annotations

from typing import Annotated

import typer

from factcli.commands import completion, lookup, options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError
from factcli.quote.coverage import Quotation, cover
from factcli.quote.evidence import Examiner
from factcli.render import source_json, source_page
from factcli.store.model import Source


def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The source.", autocompletion=completion.sources)],
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Show a source's text with the quoted passages marked, and what is still to be entered.

    A passage stands in ⟦ ⟧ with the facts that quote it. At the end come the figures that no quote holds, and how much
    of the text is quoted. Exits with 1 if the text is not at hand.

    \b
    Example:
      fact source show herald-2025-03-01
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store, may_be_empty=True)
    source = lookup.source(facts, identifier)
    examiner = Examiner(facts.path)
    evidence = [examiner.examine(fact, source) for fact in facts.facts.values() if fact.source == source.id]
    output.warn([*facts.warnings, *examiner.warnings])
    text = examiner.text(source)
    if text is None:
        if as_json:
            output.envelope(source_json.page(source, None, None, []))
        raise _not_at_hand(source)
    places = {item.fact.id: item.finding.anchor for item in evidence}
    astray = [fact for fact, place in places.items() if not place]
    coverage = cover(text.text, (Quotation(place.start, place.end, fact) for fact, place in places.items() if place))
    if as_json:
        output.envelope(source_json.page(source, text, coverage, astray))
    else:
        output.lines(source_page.page(source, text, coverage, astray))
    return FOUND


def _not_at_hand(source: Source) -> FactError:
    if source.text:
        problem = f"the text of {source.id} is not at hand"
        hint = f"Save it as UTF-8 at {source.text}, in the store's folder."
    else:
        problem = f"the store names no text of {source.id}"
        line = f'text = "sources/{source.id}.txt"'
        hint = f"Save it there, in the store's folder, and add the line to [source.{source.id}]: {line}"
    return FactError(problem, hint, exit_code=NOT_FOUND)
