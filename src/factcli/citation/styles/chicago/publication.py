"""Who published a work, and when."""

from __future__ import annotations

from factcli.citation.compose import Part, italic, join, wrap
from factcli.citation.dates import MONTH_DAY_YEAR, MONTH_YEAR, YEAR, Format
from factcli.citation.names import listed
from factcli.citation.styles import pieces
from factcli.citation.styles.chicago.manner import Manner
from factcli.citation.work import ENTRIES, Work

_BRACKETED = frozenset("book chapter classic interview musical_score pamphlet paper-conference report thesis".split())
_DATED_TO_THE_DAY = frozenset(
    "article broadcast collection dataset document event graphic manuscript map patent performance "
    "personal_communication post software song speech standard webpage".split()
)
_UNDATED_IN_SILENCE = frozenset({"classic", "collection", "webpage"}) | ENTRIES


def is_bracketed(work: Work) -> bool:
    """Tell whether a note puts publisher and year in brackets."""
    if work.type in _BRACKETED:
        return True
    if work.type in ENTRIES:
        return work.any("publisher", "publisher-place") or not work.any("DOI", "URL")
    if work.type == "personal_communication":
        return work.in_proceedings
    return work.has("publisher") and (work.type == "motion_picture" or (work.type == "article" and work.has("genre")))


def follows_event(work: Work) -> bool:
    """Tell whether a bibliography parts the event from what follows by a full stop."""
    return work.any(
        "event-date", "original-date", "original-publisher", "original-publisher-place", "publisher", "status"
    )


def publication(work: Work, manner: Manner) -> Part:
    """Return publisher and date, and what a translation was called before."""
    if work.type == "patent":
        return ()
    published = () if work.serial else _published(work, manner)
    return join("; " if manner.in_note else ". ", published, _original_title(work, manner))


def _published(work: Work, manner: Manner) -> Part:
    container = work["container-title"] if work.type in ("post", "webpage") else ""
    aired = work.type == "broadcast" and not work.has("URL") and not (manner.in_note and work.has("DOI"))
    publisher = _history(work, manner)
    stated = status(work, manner)
    if not container and not (publisher and not aired):
        stated = manner.begin(stated)
    dated = join(" ", stated, date(work))
    if aired:
        return join(", ", container, dated, wrap("on ", publisher))
    return join(", ", container, publisher, dated)


def status(work: Work, manner: Manner) -> Part:
    """Say of what the date is that of."""
    if not work.has("issued"):
        return ()
    if work["status"]:
        return join("", work["status"])
    if work.type == "broadcast":
        return () if work.has("URL") or (manner.in_note and work.has("DOI")) else manner.begin("aired")
    return join("", "released") if work.type == "software" else ()


def _history(work: Work, manner: Manner) -> Part:
    """Return the publisher, after those who published the work first."""
    apart = "; " if manner.in_note else ". "
    publisher = join(", ", _kind(work, manner), _publisher(work))
    if work.has("original-title"):
        return publisher
    first = dated(work, "original-date", date_form(work))
    if work.any("edition", "original-publisher", "original-publisher-place"):
        earlier = _first_published(work)
        edition = pieces.edition(work) if work.has("issued", "original-date") else ""
        return join(apart, earlier, join(", " if manner.in_note else ". ", edition, publisher))
    return join("; ", first, publisher)


def _first_published(work: Work) -> Part:
    publisher = work["original-publisher"] or work["original-publisher-place"]
    return join(", ", publisher, dated(work, "original-date", date_form(work)))


def _kind(work: Work, manner: Manner) -> Part:
    if work.type == "article":
        return () if work.has("genre") else manner.begin("preprint")
    if work.type == "thesis":
        return manner.begin(work["genre"])
    if work.any("original-publisher", "original-publisher-place") and not work.any("edition", "original-title"):
        reprinted = work.type in _BRACKETED | ENTRIES and work.has("issued", "original-date")
        return join("", ("repr." if manner.in_note else "Reprint") if reprinted else "")
    return ()


def _publisher(work: Work) -> str:
    if work.has("publisher") or work.any("event-date", "event-title"):
        publisher = work["publisher"]
    else:
        publisher = work["publisher-place"]
    return " ".join(filter(None, (publisher, work["number"] if work.type == "song" else "")))


def _original_title(work: Work, manner: Manner) -> Part:
    if not work.has("original-title"):
        return ()
    author = listed(work.names("original-author"), manner.names)
    first = join(
        ", ",
        work["original-publisher"] or work["original-publisher-place"],
        dated(work, "original-date", date_form(work)),
    )
    title = join(", ", author, italic(work["original-title"]))
    brackets = ("[", "]") if manner.in_note and is_bracketed(work) else ("(", ")")
    return join(" ", manner.begin("originally published as"), title, wrap(brackets[0], first, brackets[1]))


def date(work: Work) -> str:
    """Write when a work came out, "n.d." where that is to be said."""
    if work.any("event-date", "issued"):
        return dated(work, "issued", date_form(work)) or dated(work, "event-date", YEAR)
    if work["status"]:
        return work["status"].lower()
    if work.type in ("interview", "personal_communication"):
        return "n.d." if work.published else ""
    if work.type in _UNDATED_IN_SILENCE:
        return ""
    if work.type == "manuscript":
        placed = (
            "container-title",
            "event-date",
            "event-place",
            "event-title",
            "genre",
            "publisher",
            "publisher-place",
        )
        return "n.d." if work.any(*placed) or work["title"] else ""
    return "forthcoming" if work.type == "article-journal" and work.has("available-date") else "n.d."


def date_form(work: Work) -> Format:
    """Tell how much of a date is given: books have a year, newspapers a day."""
    if work.type == "personal_communication" and work.has("event-date", "issued"):
        return YEAR
    if work.type in ENTRIES:
        return MONTH_DAY_YEAR if work.any("DOI", "URL") else YEAR
    if work.type in _DATED_TO_THE_DAY or work.type in ("article-magazine", "article-newspaper"):
        return MONTH_DAY_YEAR
    if not work.serial or work.has("issue", "volume") or work.has("supplement-number"):
        return YEAR
    return MONTH_YEAR if work.any("issue", "volume") else MONTH_DAY_YEAR


def dated(work: Work, name: str, form: Format) -> str:
    """Write a date, in brackets if it is doubted."""
    text = work.date(name, form)
    return f"[{text}?]" if text and work.is_uncertain(name) else text
