"""MLA: MLA Handbook, 9th edition (2021), chapters 5 and 6.

An entry is author. title. container: its title, who else worked on it, version, number, publisher, date, place.
"""

from __future__ import annotations

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, quoted, wrap
from factcli.citation.dates import MLA, MLA_MONTH_YEAR, YEAR
from factcli.citation.names import Names, are_institutions, listed
from factcli.citation.styles import pieces
from factcli.citation.styles.style import Style
from factcli.citation.terms import LABELS
from factcli.citation.work import Work

_NAMES = Names()
_AUTHORS = _NAMES.but(inverted="first", last_comma="always", et_al_comma=True)
_IN_TEXT = Names(family_only=True)
_MAKERS = ("composer", "author", "guest", "editor", "translator")
_BESIDE = (
    "container-author", "editor", "translator", "director", "series-creator", "illustrator",
    "host", "narrator", "contributor",
)  # fmt: skip
_LABELS = {"chapter": ("ch.", "chs."), "paragraph": ("par.", "pars."), "version": ("vers.", "vers.")}
_PLAIN = frozenset("bill collection legislation regulation treaty".split())
_ITALIC = frozenset("legal_case book classic graphic hearing map periodical".split())
_QUOTED = frozenset(
    "article dataset document interview manuscript paper-conference personal_communication post speech".split()
)
_DATED_BY_YEAR = ("book", "chapter", "motion_picture", "paper-conference", "thesis")


def entry(work: Work) -> Part:
    """Return the entry in the list of works cited."""
    author, rest = _author(work)
    told = join(". ", author, _title(rest), _after_title(rest), _container(rest), _end(rest))
    return wrap("", told, ".")


def reference(work: Work) -> Part:
    """Return author and locator; pages, lines and times are bare and without a comma."""
    if work.is_at("line", "page", "timestamp"):
        return join(" ", _author_in_text(work), terms.shortened(pieces.locator_value(work)))
    return join(", ", _author_in_text(work), locator(work))


def locator(work: Work) -> str:
    """Write the locator with its label."""
    if not work.locator:
        return ""
    label, value = work.locator.label, pieces.locator_value(work)
    value = terms.shortened(value) if label == "page" else value
    singular, plural = _LABELS.get(label, (LABELS[label].short, LABELS[label].shorts))
    return f"{plural if terms.is_several(value) else singular} {value}".strip()


# Author and title


def _maker(work: Work) -> str:
    return next((role for role in _MAKERS if work.names(role)), "")


def _author(work: Work) -> tuple[Part, Work]:
    if role := _maker(work):
        people = work.names(role)
        label = pieces.role_label(role, len(people), short=False)
        return join(", ", listed(people, _NAMES if are_institutions(people) else _AUTHORS), label), work.without(role)
    if work.type == "standard" and work["authority"]:
        return join("", work["authority"]), work.without("authority")
    return _title(work), work.without("title")


def _author_in_text(work: Work) -> Part:
    if role := _maker(work):
        return listed(work.names(role), _IN_TEXT)
    if work.type == "standard" and work["authority"]:
        return join("", work["authority"])
    return _set(work, work["title-short"] or work["title"])


def _title(work: Work) -> Part:
    if not work["title"]:
        return ()
    if work.serial or work.type in ("post", "webpage"):
        if work.untitled_review:
            return ()
        part = _set(work, work["part-title"])
        return join(", ", _set(work, work["title"]), pieces.number(work, "part-number"), part)
    if not work.has("container-title") and (part_of := work["part-title"] or work["volume-title"]):
        return italic(part_of)
    return _set(work, work["title"])


def _set(work: Work, title: str) -> Part:
    if work.type in _PLAIN:
        return join("", title)
    if work.type in _ITALIC:
        return italic(title)
    return quoted(title) if work.type in _QUOTED or work.has("container-title") else italic(title)


def _after_title(work: Work) -> Part:
    """Return who asked, when the work first came out, and what it is."""
    asked = wrap("Interview by ", listed(work.names("interviewer"), _NAMES))
    first = () if work.any("original-publisher", "original-publisher-place") else _dated(work, "original-date")
    return join(", ", asked, first, _kind(work))


def _kind(work: Work) -> Part:
    if work.review:
        about = italic(work.reviewed)
        by = wrap("by ", listed(work.names("reviewed-author"), _NAMES))
        return join(" ", join(" ", "Review of", work["reviewed-genre"]), about, by)
    return () if work.type == "thesis" or work.has("number") else capital(work["genre"])


# Container


def _container(work: Work) -> Part:
    return join(
        ", ",
        _container_title(work),
        _contributors(work),
        _version(work),
        _number(work),
        _publisher(work),
        _date(work),
        _place(work),
    )


def _container_title(work: Work) -> Part:
    title = italic(work["container-title"])
    if work.type == "periodical":
        return wrap("Special issue of ", title)
    if not work.serial:
        return (
            italic(work["volume-title"] or work["part-title"])
            if title and work.any("volume-title", "part-title")
            else title
        )
    return join(", ", italic(work["volume-title"]), join(" ", title, wrap("[", work["publisher-place"], "]")))


def _contributors(work: Work) -> Part:
    done = (pieces.done_by(work, (role,), _NAMES, verbs={}) for role in _BESIDE)
    if work.has("container-title"):
        return join(", ", *done)
    return join(", ", *map(capital, done))


def _version(work: Work) -> Part:
    edition = capital(pieces.edition(work))
    version = wrap("version ", work["version"])
    return join(", ", edition, version if edition else capital(version))


def _number(work: Work) -> Part:
    volume = pieces.number(work, "volume")
    series = work["collection-title"] if work.serial else ""
    if not (work.serial or work.edited or work.any("part-title", "volume-title", "edition", "container-title")):
        others = ("container-author", "contributor", "director", "illustrator", "interviewer", "translator")
        if not work.has("author"):
            volume = volume[:1].upper() + volume[1:]
        elif not work.any(*others):
            volume = ""
    numbered = ""
    if work["number"]:
        episode = work.type == "broadcast" and work.is_numeric("number")
        number = work["number"] if episode or work.type == "standard" else pieces.number(work, "number")
        numbered = " ".join(filter(None, (work["genre"] or ("episode" if episode else ""), number)))
    return join(", ", series, volume, _issue(work), pieces.number(work, "supplement-number"), numbered)


def _issue(work: Work) -> str:
    issue = terms.dashed(work["issue"])
    return f"{LABELS['issue'].of(issue)} {issue}" if issue else ""


def _publisher(work: Work) -> str:
    if work.type == "thesis" or work.serial:
        return ""
    return work["publisher"] or work["publisher-place"]


def _date(work: Work) -> Part:
    if work.type == "speech":
        return ()
    if work.type in _DATED_BY_YEAR or work.type == "article-journal":
        form = MLA_MONTH_YEAR if work.type == "article-journal" else YEAR
        text = work.date("issued", form)
        return join("", f"[{text}?]" if text and work.is_uncertain("issued") else text)
    text = work.date("issued", MLA)
    return join("", f"Circa {text}" if text and work.is_uncertain("issued") else text)


def _dated(work: Work, name: str) -> Part:
    text = work.date(name, MLA)
    return join("", f"[{text}?]" if text and work.is_uncertain(name) else text)


def _place(work: Work) -> Part:
    """Return where the work is: at which event, in which archive, on which page, at which address."""
    unplaced = work.periodical or work.type == "personal_communication"
    if work.type == "paper-conference":
        unplaced = work.in_proceedings
    address = () if work["source"] else work.address()
    archive = (work[name] for name in ("archive", "archive-place", "archive_collection", "archive_location"))
    pages = terms.shortened(work["page"])
    label = "pp." if terms.is_several(pages) else "p."
    return join(", ", () if unplaced else _event(work), *archive, f"{label} {pages}" if pages else "", address)


def _event(work: Work) -> Part:
    name = work["event-title"] or work["event"]
    if not name and not work.has("event-date"):
        return ()
    return capital(join(", ", name, _dated(work, "event-date"), work["event-place"]))


# What follows


def _end(work: Work) -> Part:
    seen = "" if work.has("issued") else work.date("accessed", MLA)
    more = work["section"] if work.serial else join(", ", _thesis(work), _history(work), _series(work), _volumes(work))
    database = join(", ", italic(work["source"]), work.address()) if work["source"] and work.any("DOI", "URL") else ()
    return join(". ", database, join(", ", wrap("Accessed ", seen), capital(work["medium"]), more))


def _thesis(work: Work) -> Part:
    return join(", ", work["publisher"], work["genre"]) if work.type == "thesis" else ()


def _history(work: Work) -> Part:
    if not work.any("original-publisher", "original-publisher-place", "original-title"):
        return ()
    publisher = work["original-publisher"]
    if publisher and not work["original-title"]:
        publisher = f"by {publisher}"
    where = publisher or work["original-publisher-place"]
    year = work.date("original-date", YEAR) if where else ""
    return join(" ", "Originally published", join(", ", wrap("as ", italic(work["original-title"])), where, year))


def _series(work: Work) -> Part:
    number = work["collection-number"]
    return (
        join(" " if terms.is_numeric(number) else ", ", work["collection-title"], number)
        if work["collection-title"]
        else ()
    )


def _volumes(work: Work) -> Part:
    if work.any("part-title", "volume-title"):
        whole = italic(work["container-title"]) or _set(work, work.source.title)
        which = pieces.number(work, "volume") or pieces.number(work, "part-number")
        return join(" of ", capital(which), whole) if which else ()
    count = "" if work.has("volume") else work["number-of-volumes"]
    return join(" ", count, "vols." if terms.is_numeric(count) else "")


STYLE = Style(entry=entry, reference=reference, locator=locator)
