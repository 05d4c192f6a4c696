"""The options that commands share, so that each reads and completes alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from factcli.commands import completion, lookup
from factcli.commands.output import Output
from factcli.errors import FactError, StoreError
from factcli.render.record import DESCRIBE
from factcli.search import cache
from factcli.search.filter import Filter
from factcli.search.kept import Cached
from factcli.search.recall import Memory
from factcli.store import find, read
from factcli.store.model import Fact
from factcli.store.model import Store as StoreModel
from factcli.text import edtf

T = TypeVar("T")

Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="PATH",
        help="The store, a TOML file or a folder of them. [default: $FACTCLI_STORE or the nearest facts.toml upwards]",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Print without colour.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print data only: no warnings, no hints.")]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="Only facts with this tag.", autocompletion=completion.tags),
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID", help="Only facts of this source.", autocompletion=completion.sources),
]
Texts = Annotated[
    list[str] | None,
    typer.Option("--text", metavar="SOURCE=FILE", help="Take this file for the text of a source."),
]


def _date(value: str) -> edtf.Period:
    try:
        return edtf.parse(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r}: {error}. Write 2024, 2024-06 or 2024-06-30.") from None


Since = Annotated[
    Any,
    typer.Option(
        "--since", metavar="DATE", parser=_date, help="Only facts about this date or later.", show_default=False
    ),
]
Until = Annotated[
    Any,
    typer.Option(
        "--until", metavar="DATE", parser=_date, help="Only facts about this date or earlier.", show_default=False
    ),
]


def load(path: Path | None, *, may_be_empty: bool = False) -> StoreModel:
    """Read the store that is meant."""
    return read.load(find.find(path), may_be_empty=may_be_empty)


def texts(store: StoreModel, given: Sequence[str] | None) -> dict[str, str]:
    """Read the texts of sources that are named as SOURCE=FILE."""
    found = {}
    for pair in given or ():
        source, assigned, file = pair.partition("=")
        if not (assigned and file):
            raise typer.BadParameter(f"{pair!r} is not of the form SOURCE=FILE.", param_hint="--text")
        if source not in store.sources:
            raise FactError(f"there is no source {source!r}", lookup.meant(source, store.sources))
        found[source] = read.text_of(Path(file))
    return found


def remembering(path: Path, output: Output, use: Callable[[Cached, Memory], T]) -> T:
    """Return what comes of using the index of a store that is to be added to, which may have no facts yet.

    If the index turns out to be damaged it is made anew, and used again.
    """

    def once(*, anew: bool) -> T:
        try:
            index = cache.index_of(path, DESCRIBE, output.warning, output.progress, anew=anew)
        except StoreError:
            index = cache.index_in_memory(path, DESCRIBE)  # if that it has no facts is all that is wrong
        return use(index, Memory(index, DESCRIBE))

    try:
        return once(anew=False)
    except cache.DAMAGE:
        return once(anew=True)


def index(path: Path | None, *, quiet: bool, anew: bool = False) -> Cached:
    """Open the index of the store that is meant, making it first where need be, and in any case if `anew`."""
    output = Output(quiet=quiet)
    return cache.index_of(find.find(path), DESCRIBE, output.warning, output.progress, anew=anew)


def filtered(
    store: StoreModel,
    tags: list[str] | None,
    sources: list[str] | None,
    since: edtf.Period | None,
    until: edtf.Period | None,
) -> Iterator[Fact]:
    """Return the facts of a store that the filters let through, in its order."""
    wanted = filters(store.sources, tags, sources, since, until)

    def keeps(fact: Fact) -> bool:
        return wanted.keeps(fact.source, fact.tags, fact.period or store.sources[fact.source].dates.get("issued"))

    return filter(keeps, store.facts.values())


def filters(
    known_sources: Collection[str],
    tags: list[str] | None,
    sources: list[str] | None,
    since: edtf.Period | None,
    until: edtf.Period | None,
) -> Filter:
    """Gather the filters; a source that the store does not have is a mistake, not an empty answer."""
    for source in sources or ():
        if source not in known_sources:
            raise FactError(f"there is no source {source!r}", lookup.meant(source, known_sources))
    if since and until and since.bounds()[0] > until.bounds()[1]:
        raise FactError(f"--since {since.text} is after --until {until.text}")
    return Filter(tags=tuple(tags or ()), sources=tuple(sources or ()), since=since, until=until)
