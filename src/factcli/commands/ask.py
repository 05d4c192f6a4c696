"""`fact ask`: the best answers with citations."""

from __future__ import annotations

import difflib
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND, FactError
from factcli.quote.evidence import Examiner
from factcli.quote.verdict import Verdict
from factcli.render import json, layout, links
from factcli.search import locks, query, rank
from factcli.search.cache import DAMAGE
from factcli.search.entry import Entry
from factcli.search.explain import Explanation, explain
from factcli.search.rank import Answers
from factcli.search.record import Record
from factcli.store.place import display
from factcli.text import edtf


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
    explained: Annotated[bool, typer.Option("--explain", help="Show why each answer scored what it did.")] = False,
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
    index = options.index(store, quiet=quiet)
    wanted = options.filters(index.source_ids() if source else (), tag, source, since, until)
    examiner, held = Examiner(Path(index.path)), locks.of(index.path)
    output.warn(index.warnings)

    def keeps(entry: Entry) -> bool:
        source, tags, time = index.filed(entry)
        return wanted.keeps(source, tags, edtf.parse(time) if time else None)

    def answer(question: str) -> tuple[Answers, list[tuple[Record, Verdict]]]:
        read = query.read(question, index.languages)
        answers = rank.ask(index, read, keep=keeps if wanted else None, limit=limit, min_score=min_score)
        records = index.records([hit.fact.position for hit in answers.hits[: None if as_json or jsonl else 1]])
        held.look_up(records)
        return answers, links.examined(records, examiner)

    found = 0
    batch = words == ["-"]
    for question in _questions() if batch else [" ".join(words)]:
        try:
            answers, shown = answer(question)
        except DAMAGE:
            index, held = options.index(store, quiet=quiet, anew=True), locks.of(index.path, anew=True)
            answers, shown = answer(question)
        found += bool(answers.hits)
        told = [explain(hit) for hit in answers.hits] if explained else []
        if as_json or jsonl:
            envelope = json.ask(question, display(index.path), answers, shown, told)
            output.envelope(envelope, compact=jsonl or batch)
        elif batch:
            output.lines([*_heading(question), *_page(question, answers, shown, told), layout.BLANK])
        elif answers.hits:
            output.lines(_page(question, answers, shown, told))
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


def _page(
    question: str, answers: Answers, shown: list[tuple[Record, Verdict]], told: list[Explanation]
) -> list[layout.Line]:
    if not shown:
        return layout.nothing(question, answers.near, "")
    lines = layout.answers(answers.hits, *shown[0])
    return [*lines, layout.BLANK, *layout.explanations(answers.hits, told)] if told else lines


def _advice(ctx: typer.Context, words: list[str]) -> str:
    """Propose a next step; a lone word may be a mistyped command."""
    commands: Callable[..., list[str]] = ctx.find_root().command.list_commands  # type: ignore[attr-defined]
    close = difflib.get_close_matches(words[0], commands(ctx), n=1, cutoff=0.75) if len(words) == 1 else []
    return f"Did you mean the command: fact {close[0]}" if close else layout.TRY
