"""`fact ask`: the best answers with citations."""

from __future__ import annotations

import difflib
import math
import sys
from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError
from factcli.quote.evidence import Examiner
from factcli.render import json, layout
from factcli.search import query, rank
from factcli.search.index import Index
from factcli.search.rank import Answers
from factcli.store.read import display


def ask(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="The question, or - to read one question a line from standard input."),
    ],
    store: options.Store = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most this many answers.")] = 5,
    min_score: Annotated[
        float | None,
        typer.Option(
            "--min-score",
            min=0,
            max=1,
            metavar="X",
            help="Take every fact that scores at least this for an answer.",
            show_default=False,
        ),
    ] = None,
    tag: options.Tags = None,
    source: options.Sources = None,
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print JSON, one line a question.")] = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Answer a question from the store, with quote and citation.

    "fact WORDS..." does the same. Exits with 1 if nothing answers.

    \b
    Examples:
      fact trade turnover 2024
      fact ask when was the roadmap signed --json | jq -r '.results[0].answer'
      fact ask - --jsonl < questions.txt
    """
    if not any(word.strip() for word in words):
        raise FactError("there is no question", "Ask something, as in: fact trade turnover 2024")
    if min_score is not None and math.isnan(min_score):
        raise typer.BadParameter("nan is no score.", param_hint="--min-score")
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    keep = options.filters(facts, tag, source, since, until).of(facts)
    index, examiner, superseded = Index(facts), Examiner(facts), facts.superseded()
    output.warn(facts.warnings)

    def answer(question: str) -> Answers:
        return rank.ask(
            index,
            query.read(question, index.languages),
            keep=keep,
            superseded=superseded,
            limit=limit,
            min_score=min_score,
        )

    found = 0
    batch = words == ["-"]
    for question in _questions() if batch else [" ".join(words)]:
        answers = answer(question)
        found += bool(answers.hits)
        if as_json or jsonl:
            envelope = json.ask(question, display(facts.path), answers, examiner)
            output.envelope(envelope, compact=jsonl or batch)
        elif batch:
            output.lines([*_heading(question), *_page(answers, examiner, question), layout.BLANK])
        elif answers.hits:
            output.lines(_page(answers, examiner, question))
        else:
            output.words(layout.nothing(question, answers.near, _advice(ctx, words)))
    output.warn(examiner.warnings)
    return FOUND if found else NOT_FOUND


def _questions() -> Iterator[str]:
    """Read questions as they come, so that a program can keep asking; undecodable bytes stay visible."""
    if sys.stdin is None:
        raise FactError("there is no standard input to read questions from")
    sys.stdin.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    for line in sys.stdin:
        yield line.rstrip("\r\n").removeprefix("\ufeff")


def _heading(question: str) -> list[layout.Line]:
    return [layout.heading(question), layout.BLANK]


def _page(answers: Answers, examiner: Examiner, question: str) -> list[layout.Line]:
    if not answers.hits:
        return layout.nothing(question, answers.near, "")
    return layout.answers([(hit, examiner.examine(hit.fact)) for hit in answers.hits])


def _advice(ctx: typer.Context, words: list[str]) -> str:
    """Propose a next step; a lone word may be a mistyped command."""
    commands: Callable[..., list[str]] = ctx.find_root().command.list_commands  # type: ignore[attr-defined]
    close = difflib.get_close_matches(words[0], commands(ctx), n=1, cutoff=0.75) if len(words) == 1 else []
    return f"Did you mean the command: fact {close[0]}" if close else "Try other words, or look through: fact list"
