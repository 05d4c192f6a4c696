"""`fact cite`: footnotes to paste."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcli.citation import chicago, markup
from factcli.citation.tree import Text, Tree
from factcli.commands import completion, lookup, options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError
from factcli.render import json
from factcli.search import query, rank
from factcli.search.index import Index
from factcli.store.model import Fact, Store


class Style(StrEnum):
    """The styles built in."""

    CHICAGO = "chicago"


class Form(StrEnum):
    """What is cited: so far the note."""

    NOTE = "note"


def cite(
    words: Annotated[
        list[str],
        typer.Argument(metavar="ID...|WORDS...", help="Facts by id, or a question.", autocompletion=completion.ids),
    ],
    style: Annotated[Style, typer.Option("--style", help="The citation style.")] = Style.CHICAGO,
    form: Annotated[Form, typer.Option("--form", help="What to write.")] = Form.NOTE,
    as_markup: Annotated[markup.Markup, typer.Option("--as", help="The markup.")] = markup.Markup.TEXT,
    quote: Annotated[bool, typer.Option("--quote/--no-quote", help="Add the quote.")] = False,
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Write the footnote for facts, ready to paste.

    Words instead of ids work where the answer is certain. As Markdown it is the definition of the footnote
    [^fact:ID], which the text refers to by the same name.

    \b
    Examples:
      fact cite trade-turnover-2024
      fact cite trade-turnover-2024 --as markdown --quote
      fact cite trade turnover 2024
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    output.warn(facts.warnings)
    try:
        cited = [(fact, _tree(facts, fact, quote=quote)) for fact in _facts(facts, words)]
    except FactError:
        if as_json:
            output.envelope(json.cite([]))
        raise
    if as_json:
        output.envelope(
            json.cite(
                {
                    "id": fact.id,
                    "style": style,
                    "form": form,
                    "markup": as_markup,
                    "text": markup.footnote(fact.id, tree, as_markup),
                }
                for fact, tree in cited
            )
        )
    else:
        output.data("\n".join(markup.footnote(fact.id, tree, as_markup) for fact, tree in cited))
    return FOUND


def _tree(store: Store, fact: Fact, *, quote: bool) -> Tree:
    note = chicago.note(store.sources[fact.source], fact.locator)
    return (*note, Text(f" “{fact.quote}”")) if quote else note


def _facts(store: Store, words: list[str]) -> list[Fact]:
    """Take words for ids if the first is one, or all look like ids; else for a question with one certain answer."""
    if words[0] in store.facts or (len(words) == 1 and "-" in words[0]):
        return [lookup.fact(store, word) for word in words]
    question = " ".join(words)
    index = Index(store)
    answers = rank.ask(
        index, query.read(question, index.languages), keep=lambda _: True, superseded=store.superseded(), limit=2
    )
    if answers.hits and answers.hits[0].match == "strong":
        return [answers.hits[0].fact]
    found = [hit.fact.id for hit in answers.hits] + [item.fact.id for item in answers.near]
    hint = (
        f"Nearest: {', '.join(found[:3])}. Name the one you mean by its id." if found else "The ids are in: fact list"
    )
    raise FactError("no fact answers that for certain", hint, exit_code=NOT_FOUND)
