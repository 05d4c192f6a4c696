"""Who made a work, or what stands in for that."""

from __future__ import annotations

from collections.abc import Iterator

from factcli.citation.compose import Part, join, wrap
from factcli.citation.names import are_institutions, listed
from factcli.citation.styles import pieces
from factcli.citation.styles.apa.manner import AUTHORS, IN_TEXT, NAMES, titled
from factcli.citation.styles.apa.titles import identifier, title, title_in_text
from factcli.citation.work import LEGAL, Work

_LONG_LABELS = frozenset(
    "chair curator director executive-producer guest host organizer producer script-writer series-creator".split()
)


def _makers(work: Work) -> Iterator[str]:
    """Name what may come first; the first that is there does."""
    yield from ("composer", "author", "illustrator")
    if work.type == "broadcast":
        yield "script-writer"
    yield from ("director", "guest", "host", "producer")
    if work.type in ("entry-dictionary", "entry-encyclopedia"):
        yield "publisher"
    if work.has("container-title") and work.type in (
        "book",
        "classic",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
    ):
        yield "title"
    yield from ("executive-producer", "series-creator", "editor", "editorial-director", "compiler")
    if work.type in ("event", "performance", "speech"):
        yield from ("chair", "organizer")
    yield from ("curator", "collection-editor")
    yield from {"software": ("publisher",), "webpage": ("publisher",), "standard": ("authority",)}.get(work.type, ())
    yield "title"


def _maker(work: Work) -> str:
    return next(maker for maker in _makers(work) if maker == "title" or work[maker] or work.names(maker))


def author(work: Work) -> tuple[Part, Work]:
    """Return the author, and the work without what was used for that."""
    maker = _maker(work)
    if people := work.names(maker):
        label = pieces.role_label(maker, len(people), short=maker not in _LONG_LABELS)
        if maker == "guest":
            label = "guest expert" if len(people) == 1 else "guest experts"
        label = "Illus." if maker == "illustrator" else label
        authors = join(" ", _listed(work, maker), wrap("(", titled(label), ")"))
        if maker == "script-writer":
            authors = join(", ", authors, _directors(work))
        return join(" ", authors, _with(work, maker)), work.without(maker, "director")
    if maker == "title":
        return join(" ", title(work), identifier(work)), work.without("title")
    return join("", work[maker]), work.without(maker)


def _directors(work: Work) -> Part:
    people = work.names("director")
    return join(" ", listed(people, AUTHORS), "(Director)" if len(people) == 1 else "(Directors)") if people else ()


def _listed(work: Work, maker: str) -> Part:
    people = work.names(maker)
    return listed(people, NAMES if are_institutions(people) else AUTHORS)


def _with(work: Work, maker: str) -> Part:
    if maker in ("author", "editor") and work.type in ("book", "musical_score", "pamphlet", "report", "standard"):
        return wrap("(with ", listed(work.names("contributor"), AUTHORS), ")")
    return ()


def in_text(work: Work) -> Part:
    """Return the author in the text."""
    if work.type in LEGAL:
        return title_in_text(work)
    if work.type in ("interview", "personal_communication"):
        names = work.names("author")
        if not work.published and names:
            return join(", ", listed(names, NAMES.but(most=2, first=1, last_too=False)), "personal communication")
        return listed(names, IN_TEXT) or title_in_text(work)
    maker = _maker(work)
    if people := work.names(maker):
        return listed(people, IN_TEXT)
    return title_in_text(work) if maker == "title" else join("", work[maker])
