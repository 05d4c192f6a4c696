"""`fact cite`: footnotes to paste."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from factcli.citation import pandoc, styles
from factcli.citation.citing import Citation
from factcli.citation.citing import cite as cite_facts
from factcli.citation.markup import Markup
from factcli.citation.styles.style import Form
from factcli.citation.written import NOTES, written
from factcli.commands import clipboard, completion, lookup, options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError
from factcli.quote.evidence import Evidence, Examiner
from factcli.render import json, layout
from factcli.search import locks, query, rank
from factcli.search.kept import Cached
from factcli.store.model import Fact, Store

_AHEAD = 0.95
"""A fact is certain to be meant if the next one's score is below this share of its own."""


def cite(
    words: Annotated[
        list[str],
        typer.Argument(metavar="ID...|WORDS...", help="Facts by id, or a question.", autocompletion=completion.ids),
    ],
    style: Annotated[styles.Name, typer.Option("--style", help="The citation style.")] = styles.Name.CHICAGO,
    csl: Annotated[
        str | None,
        typer.Option("--csl", metavar="FILE|NAME", help="Any other style, as a CSL file; needs pandoc."),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--form",
            help="What to write: a note, a bibliography, a reference in the text, or the note for a repeat. "
            "[default: note in Chicago, bibliography elsewhere]",
            show_default=False,
        ),
    ] = None,
    as_markup: Annotated[Markup, typer.Option("--as", help="The markup.")] = Markup.TEXT,
    start: Annotated[
        int, typer.Option("--start", metavar="N", min=1, help="The number of the first source, in IEEE.")
    ] = 1,
    quote: Annotated[bool, typer.Option("--quote/--no-quote", help="Add the quote to a note.")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="Copy it to the clipboard too.")] = False,
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Write citations of facts, ready to paste.

    Words instead of ids work where the answer is certain. Of several facts, the note of a source that has had one is
    short; a bibliography lists each source once, in the order of the style. A note is written as footnotes are in the
    markup: in Markdown as the definition of [^fact:ID], which the text refers to by the same name.

    \b
    Examples:
      fact cite trade-turnover-2024
      fact cite trade-turnover-2024 --as markdown --quote --copy
      fact cite trade-turnover-2024 ots-founded-2009 --style apa
      fact cite trade turnover 2024 --style ieee --form intext --start 7
      fact cite trade-turnover-2024 --csl vancouver.csl
    """
    output = Output(no_color=no_color, quiet=quiet)
    file = pandoc.find(csl) if csl else None
    form = form or _default(style, file, as_markup)
    if file and start != 1:
        raise FactError("--start counts with a style that is built in only", "Leave it out, or choose: --style ieee")
    if quote and form not in NOTES:
        raise FactError(f"a quote goes with a note, not with --form {form}", "Leave out --quote, or add: --form note")
    facts = options.load(store)
    output.warn(facts.warnings)
    examiner = Examiner(facts.path)
    try:
        named = _named(facts, words)
        index = options.index(store, quiet=quiet)  # made for words; kept, it makes the next citation quick
        chosen = named or [_answering(facts, index, " ".join(words))]
        evidence = [examiner.examine(fact, facts.sources[fact.source]) for fact in chosen]
        locks.of(index.path)  # kept too, as the short path needs it
        sourced = [(found.fact, found.source) for found in evidence]
        cited = pandoc.cite(sourced, file, form) if file else cite_facts(sourced, styles.STYLES[style], form, start)
        if quote:
            for found in evidence:
                _check(found)
    except FactError:
        if as_json:
            output.envelope(json.cite([]))
        raise
    output.warn(examiner.warnings)
    if not named:
        output.words(layout.chosen(chosen[0]))
    _warn_of_heirs(facts, chosen, output)
    shown = [
        {
            "id": citation.fact.id,
            "style": file.stem if file else style,
            "form": citation.form,
            "markup": as_markup,
            "text": written(citation, as_markup, quote=quote),
        }
        for citation in cited
    ]
    text = "\n".join(citation["text"] for citation in shown)
    if as_json:
        output.envelope(json.cite(shown))
    else:
        output.data(text)
    if copy:
        html = text if as_markup is Markup.HTML else _formatted(cited, quote=quote) if as_markup is Markup.TEXT else ""
        output.words(layout.advice(clipboard.copy(clipboard.Content(text, html))))
    return FOUND


def _default(style: styles.Name, file: Path | None, as_markup: Markup) -> Form:
    if as_markup is Markup.PANDOC:  # which makes a note or a reference in the text of it, as its own style wants
        return Form.NOTE
    return pandoc.default_form(file) if file else styles.STYLES[style].default


def _formatted(cited: Sequence[Citation], *, quote: bool) -> str:
    """Write citations for a word processor: several in a paragraph each."""
    parts = [written(citation, Markup.HTML, quote=quote) for citation in cited]
    several = len(parts) > 1
    return "\n".join(f"<p>{part}</p>" if several and not part.startswith("<p>") else part for part in parts)


def _check(evidence: Evidence) -> None:
    if not evidence.may_be_quoted:
        raise FactError(
            f"the quote of {evidence.fact.id} is not in its source, so it can't be quoted",
            f"Compare them: fact verify {evidence.fact.id}",
            exit_code=NOT_FOUND,
        )


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


def _warn_of_heirs(store: Store, chosen: list[Fact], output: Output) -> None:
    heirs = store.superseded()
    for fact in chosen:
        if fact.id in heirs:
            output.warning(f"{fact.id} is superseded by {heirs[fact.id]}")
