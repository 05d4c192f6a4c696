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
from factcli.quote.evidence import Evidence, Examiner
from factcli.render import json, layout
from factcli.search import query, rank
from factcli.search.kept import Cached
from factcli.store.model import Fact, Store

_AHEAD = 0.95
"""A fact is certain to be meant if the next one's score is below this share of its own."""


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
    examiner = Examiner(facts.path)
    try:
        named = _named(facts, words)
        chosen = named or [_answering(facts, options.index(store, quiet=quiet), " ".join(words))]
        cited = [(fact, _tree(examiner.examine(fact, facts.sources[fact.source]), quote=quote)) for fact in chosen]
    except FactError:
        if as_json:
            output.envelope(json.cite([]))
        raise
    output.warn(examiner.warnings)
    if not named:
        output.words(layout.chosen(chosen[0]))
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


def _tree(evidence: Evidence, *, quote: bool) -> Tree:
    note = chicago.note(evidence.source, evidence.fact.locator)
    if not quote:
        return note
    if evidence.verdict in ("altered", "missing"):
        raise FactError(
            f"the quote of {evidence.fact.id} is not in its source, so it can't be quoted",
            f"Compare them: fact verify {evidence.fact.id}",
            exit_code=NOT_FOUND,
        )
    return (*note, Text(f" “{evidence.fact.quote}”"))


def _named(store: Store, words: list[str]) -> list[Fact]:
    """Return the facts with these ids, if the words are ids: the first is one, or the only word looks like one."""
    if words[0] in store.facts or (len(words) == 1 and "-" in words[0]):
        return [lookup.fact(store, word) for word in dict.fromkeys(words)]
    return []


def _answering(store: Store, index: Cached, question: str) -> Fact:
    """Return the fact that answers a question for certain: strong, and ahead of every other."""
    answers = rank.ask(index, query.read(question, index.languages), limit=3)
    strong = [hit for hit in answers.hits if hit.match == "strong"]
    if strong and all(hit.score < _AHEAD * strong[0].score for hit in strong[1:]):
        return store.facts[strong[0].fact.id]
    found = [hit.fact.id for hit in answers.hits] + [item.fact.id for item in answers.near]
    hint = f"Name the one you mean: {', '.join(found[:3])}" if found else "The ids are in: fact list"
    problem = "more than one fact answers that" if strong else "no fact answers that for certain"
    raise FactError(problem, hint, exit_code=NOT_FOUND)
