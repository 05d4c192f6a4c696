"""Where a work came out: in which journal, book or series, or at which event; and where in it the fact stands."""

from __future__ import annotations

import re

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, wrap
from factcli.citation.styles import pieces
from factcli.citation.styles.chicago import description, publication, titles
from factcli.citation.styles.chicago.description import contributors, event, number, version
from factcli.citation.styles.chicago.manner import NOTE, Manner, is_introduction, labelled_locator
from factcli.citation.styles.chicago.manner import locator as plain_locator
from factcli.citation.work import ENTRIES, Work

_IN_BOOK = (
    "container-author", "editor", "translator", "guest", "host", "chair", "organizer",
    "illustrator", "narrator", "compiler", "curator", "series-creator", "executive-producer", "producer",
    "editorial-director",
)  # fmt: skip
_VOLUME_PARTS = ("part-number", "part-title", "volume-title")
_VOLUME_AND_PAGE = re.compile(r"(\d+),? (?:pp?\. ?)?(\d\S*)")


def source(work: Work, manner: Manner) -> Part:
    """Return where the work came out."""
    if work.type in ("patent", "post", "webpage"):
        return ()
    return _serial(work, manner) if work.serial else _book(work, manner)


def locator(work: Work) -> str:
    """Write where in a book or the like the fact stands; in one of several volumes as "2:12"."""
    if work.is_at("column", "folio", "page") and work.has("archive", "archive_location"):
        return ""
    whole = not work.any("container-author", "editor", "translator", *_VOLUME_PARTS)
    if work.is_at("page") and work.is_numeric("volume") and whole:
        return f"{work['volume']}:{plain_locator(work)}"
    if work.is_at("volume") and work.locator and (both := _VOLUME_AND_PAGE.fullmatch(work.locator.value)):
        return f"{both[1]}:{terms.chicago(both[2])}"
    if work.locator or work.has("container-title") or work.has("archive", "archive_location"):
        return plain_locator(work)
    page = terms.chicago(work["page"])
    return f"{work['volume']}:{page}" if page and work.is_numeric("volume") and whole else page


def later_locator(work: Work) -> str | Part:
    """Write where in a work that was cited before the fact stands; with its volume."""
    if work.serial or (work.has("container-title") and not work.periodical):
        return plain_locator(work)
    if work.has("part-number"):
        return join(", ", pieces.number(work, "volume"), pieces.number(work, "part-number"), labelled_locator(work))
    if work.is_numeric("volume") and work.is_at("page"):
        return f"{work['volume']}:{plain_locator(work)}"
    if work.is_at("volume"):
        return locator(work)
    return join(", ", pieces.number(work, "volume"), plain_locator(work))


def episode(work: Work, manner: Manner) -> Part:
    """Return what a broadcast that begins with its series is."""
    beside = contributors(
        work, (*_IN_BOOK, "script-writer", "director", "performer", "contributor"), manner, inside=True
    )
    which = join(", ", manner.begin(number(work, manner)), titles.title(work), beside)
    return join(manner.delimiter, italic(work["container-title"]), which, _series(work, manner), event(work, manner))


def _serial(work: Work, manner: Manner) -> Part:
    place = () if work.any("event-date", "event-title") else wrap("(", work["publisher-place"], ")")
    name = join(" ", italic(work["container-title"]), place)
    if work.type == "periodical" and name:
        name = join(", ", manner.begin("special issue"), name)
    if _is_ahead_of_print(work):
        name = join(", ", name, "ahead of print")
    volume_title = wrap("in ", titles.volume_title(work))
    spaced = work.has("volume") and not work.any("collection-title") and work.type not in _DAILY
    return join(manner.delimiter, manner.begin(volume_title), join(" " if spaced else ", ", name, _issue(work, manner)))


_DAILY = ("article-magazine", "article-newspaper")


def _is_ahead_of_print(work: Work) -> bool:
    printed = ("collection-title", "issue", "number", "page", "supplement-number", "volume", "volume-title")
    return (
        work.type == "article-journal"
        and work.has("DOI", "issued")
        and not work.any(*printed, "available-date", "status")
    )


def _issue(work: Work, manner: Manner) -> Part:
    """Write volume, issue, date and page of a periodical."""
    date = join(" ", publication.status(work, manner), publication.date(work))
    where = _serial_locator(work)
    if work.type in _DAILY:
        dated = join(manner.delimiter, join(", ", work["collection-title"], date), _named_edition(work))
        return join(", ", dated, where)
    if not work.any("issue", "supplement-number", "volume"):
        publisher = work["publisher"] if work.type in ("interview", "post-weblog") else ""
        return join(", ", work["collection-title"], publisher, date, where)
    volume = pieces.number(work, "volume") if work.has("collection-title") else work["volume"]
    numbers = join(", ", volume, pieces.number(work, "issue"), pieces.number(work, "supplement-number"))
    return join(": ", join(", ", work["collection-title"], join(" ", numbers, wrap("(", date, ")"))), where)


def _named_edition(work: Work) -> str:
    edition = pieces.edition(work)
    return edition if edition.endswith(" ed.") or not edition else f"{edition[:1].upper()}{edition[1:]} edition"


def _serial_locator(work: Work) -> Part:
    if work.locator or work.has("number"):
        archived = work.has("archive") and not work.any("archive_collection", "archive_location", "archive-place")
        return join(", ", plain_locator(work), "" if archived else work["number"])
    return () if work.type in _DAILY else join("", terms.chicago(work["page"]))


def _book(work: Work, manner: Manner) -> Part:
    """Return the book that a work is in, and the series that either is in."""
    held: Part = ()
    if work.has("container-title"):
        preposition = join("", "to") if is_introduction(work) else manner.begin(_preposition(work))
        held = join(" ", preposition, italic(work["container-title"]))
        held = join(", ", held, _kind(work, manner), _details(work, manner))
    happened = event(work, manner) if manner.in_note or publication.follows_event(work) else ()
    return join(manner.delimiter, held, _series(work, manner), happened)


def _kind(work: Work, manner: Manner) -> Part:
    if work.type in ("document", "report", "software", "standard"):
        return description.format_(work, manner)
    if work.type in ("event", "performance", "speech") and not work.in_proceedings:
        return description.format_(work, manner)
    return ()


def _preposition(work: Work) -> str:
    if work.type in ("broadcast", "motion_picture"):
        return ""
    if work.type in ENTRIES:
        return "in" if work.any("author", "composer") else ""
    chapter = pieces.number(work, "chapter-number")
    if chapter and work.type == "song":
        return f"track {work['chapter-number']} on"
    return f"{chapter} in" if chapter else "in"


def _details(work: Work, manner: Manner) -> Part:
    """Return number, edition, volume and editors of the book that a work is in."""
    numbered = () if work.type in ("broadcast", "graphic", "map", "motion_picture", "song") else number(work, manner)
    roles: tuple[str, ...] = _IN_BOOK
    roles += ("script-writer",) if work.type in ("broadcast", "performance") else ()
    roles += ("director", "performer")
    roles += ("contributor",) if work.type not in ("song", "thesis") else ()
    if work.has("container-author"):
        roles = ("container-author", *(role for role in roles if role != "container-author"))
    people = contributors(work, roles, manner, inside=True)
    if work.names("container-author") and not manner.in_note:
        by, others = (contributors(work, some, manner, inside=True) for some in (roles[:1], roles[1:]))
        people = join(". ", by, capital(others))
    edition = description.edition_unless_reprint(work)
    count = "" if work.any("volume", "page", *_VOLUME_PARTS) else work["number-of-volumes"]
    if work.is_at("column", "folio", "page"):
        count = ""
    volumes = f"{count} vols." if terms.is_numeric(count) else count
    return join(", ", numbered, version(work, NOTE), edition, description.volume(work), people, volumes)


def _series(work: Work, manner: Manner) -> Part:
    title, number_ = work["collection-title"], work["collection-number"]
    if not title or work.serial:
        return ()
    volumes = work.any("number-of-volumes", "volume", *_VOLUME_PARTS)
    labelled = f"vol. {number_}" if terms.is_numeric(number_) else number_
    issue = pieces.number(work, "issue")
    if work.has("collection-editor") and not volumes:
        editor = contributors(work, ("collection-editor",), manner, inside=True)
        return join(", ", title, editor, labelled, issue)
    if work.has("issue"):
        return join(", ", title, labelled, issue)
    return join(" " if terms.is_numeric(number_) else ", ", title, number_)
