"""Where a work came out, where it is kept, and where it can be read."""

from __future__ import annotations

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, wrap
from factcli.citation.dates import MONTH_DAY_YEAR
from factcli.citation.names import listed
from factcli.citation.styles import pieces
from factcli.citation.styles.apa.manner import NAMES, begun, titled, year_of
from factcli.citation.styles.apa.titles import NUMBERED_TITLES, details, format_, numbered, volume_title
from factcli.citation.work import Work


def source(work: Work) -> Part:
    """Return in what and by whom the work was brought out, and where it is kept."""
    site = work["container-title"] if work.type in ("post", "webpage") else ""
    held = () if site else _journal(work) if work.serial else _book(work)
    return join(". ", held, _publisher(work), _archive(work), _event(work), site)


def _journal(work: Work) -> Part:
    if work.type in ("post", "webpage"):
        return ()
    title = join(", ", italic(work["container-title"]), italic(work["collection-title"]))
    issue = wrap("(", join(", ", work["issue"], begun(pieces.number(work, "supplement-number"))), ")")
    place = f"Article {work['number']}" if work["number"] else terms.expanded(work["page"])
    return join(", ", title, join("", italic(work["volume"]), issue), place)


def _book(work: Work) -> Part:
    if not work["container-title"] or work.type in ("post", "webpage"):
        return ()
    title = italic(": ".join(filter(None, (work["container-title"], volume_title(work)))))
    number = () if work.type in NUMBERED_TITLES else numbered(work)
    numbers = wrap("(", join("; ", number, details(work)), ")")
    kind = format_(work) if work.type in ("document", "report", "software", "standard") else ()
    if work.type in ("event", "performance", "speech") and not work.in_proceedings:
        kind = format_(work)
    within = "On" if work.type == "song" else "In"
    return join(" ", within, join(", ", _editors(work), title), numbers, wrap("[", capital(kind), "]"))


def _editors(work: Work) -> Part:
    roles = (
        "container-author", "executive-producer", "series-creator", "editor", "editorial-director",
        "compiler", "curator", "collection-editor",
    )  # fmt: skip
    role = next((role for role in roles if work.names(role)), "")
    people = work.names(role)
    short = role in ("editor", "editorial-director", "collection-editor")
    label = titled(pieces.role_label(role, len(people), short=short))
    return join(" ", listed(people, NAMES), wrap("(", label, ")"))


def _publisher(work: Work) -> str:
    if work.periodical or (work.type == "paper-conference" and not work.edited):
        return ""
    if work.type == "thesis" and work.any("archive", "DOI", "URL"):
        return ""
    return work["publisher"]


def _archive(work: Work) -> Part:
    place = wrap("(", work["archive_location"], ")")
    if work["archive_collection"]:
        return join(", ", join(" ", work["archive_collection"], place), work["archive"], work["archive-place"])
    return join(", ", join(" ", work["archive"], place), work["archive-place"])


def _event(work: Work) -> Part:
    name = work["event-title"] or work["event"]
    if not name or (work.type == "paper-conference" and work.in_proceedings):
        return ()
    date = work.date("event-date", MONTH_DAY_YEAR)
    return capital(join(", ", name, work["event-place"], date))


def address(work: Work) -> Part:
    """Return the address; of undated pages behind the day of access."""
    seen = work.date("accessed", MONTH_DAY_YEAR)
    if seen and work["URL"] and not work.any("DOI", "issued", "status"):
        return join(" ", f"Retrieved {seen}, from", work.address())
    return work.address()


def history(work: Work) -> Part:
    """Return when, and as what, the work first came out."""
    if work["references"]:
        return wrap("(", work["references"], ")")
    renamed = wrap("as ", italic(work["original-title"]))
    first = join(", ", renamed, year_of(work, "original-date"), work["original-publisher"])
    return wrap("(Original work published ", first, ")")
