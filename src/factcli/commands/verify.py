"""`fact verify`: every quote against its source's text or its lock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer

from factcli.commands import completion, lookup, options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND
from factcli.quote import locking
from factcli.quote.evidence import Evidence, Examiner
from factcli.quote.verdict import GOOD
from factcli.render import layout, verification
from factcli.store import lock_file, read
from factcli.store.lock_file import Lock
from factcli.store.model import Fact, Store


def verify(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID...]", help="Facts by id. [default: all]", autocompletion=completion.ids, show_default=False
        ),
    ] = None,
    source: options.Sources = None,
    text: options.Texts = None,
    lock: Annotated[bool, typer.Option("--lock", help="Lock the quotes found: note them in facts.lock.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Count quotes that are only locked as problems.")] = False,
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Check every quote against its source's text, or else against its lock.

    Exits with 0 only if all quotes are verbatim, or locked: unchanged since they were found in a text that is not at
    hand now. Prints those that are not, with the closest passage of the source.

    \b
    Examples:
      fact verify
      fact verify trade-turnover-2024 --json
      fact verify --text azertac-2025-10-18=interview.txt --lock
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    chosen = _chosen(facts, ids or [], source)
    examiner = Examiner(facts.path, options.texts(facts, text))
    output.warn(facts.warnings)
    examined: list[Evidence] = []
    with output.progress("Verifying") as tell:
        for fact in chosen:
            examined.append(examiner.examine(fact, facts.sources[fact.source]))
            tell(len(examined), len(chosen))
    good = GOOD[:1] if strict else GOOD
    problems = [evidence for evidence in examined if evidence.verdict not in good]
    for changed in locking.relocated(examiner.lock, examined):
        output.words(layout.advice(f"The text of {changed} is not the one that its quotes were locked in."))
    written = _lock(facts, examiner.lock, examined, output) if lock else ""
    if as_json:
        output.envelope(verification.envelope(examined, len(problems)))
    elif problems:
        output.lines(verification.page(problems))
    output.warn(examiner.remarks)
    output.words([*verification.summary(examined, problems), *(layout.advice(written) if written else [])])
    return NOT_FOUND if problems else FOUND


def _chosen(store: Store, ids: Sequence[str], sources: list[str] | None) -> list[Fact]:
    options.filters(store.sources, None, sources, None, None)  # a source that is not there is a mistake
    named = [lookup.fact(store, identifier) for identifier in dict.fromkeys(ids)] or store.facts.values()
    return [fact for fact in named if not sources or fact.source in sources]


def _lock(store: Store, before: Lock, examined: Sequence[Evidence], output: Output) -> str:
    """Write the lock file, if there is anything to put into it or to take out of it, and tell what was done."""
    after = locking.renewed(before, store, examined, dt.datetime.now().astimezone().date())
    if not (before.quotes or after.quotes):
        return "Nothing to lock: no quote was found in a text."
    for source, count in locking.lost(before, examined).items():
        quotes = "1 quote that is" if count == 1 else f"{count} quotes that are"
        output.warning(f"what was locked of {source} stays as it was: its text lacks {quotes} locked")
    file = lock_file.write(store.path, after, output.waiting)
    return f"{read.display(file)} now locks {len(after.quotes)} of {len(store.facts)} quotes."
