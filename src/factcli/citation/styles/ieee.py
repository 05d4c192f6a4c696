"""IEEE: IEEE Reference Style Guide for Authors.

Works are numbered; an entry is authors, title, source, and differs by the type of the work.
"""

from __future__ import annotations

from collections.abc import Callable

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, link, quoted, wrap
from factcli.citation.dates import IEEE, IEEE_MONTH_YEAR, YEAR
from factcli.citation.names import Names, listed
from factcli.citation.styles import pieces
from factcli.citation.styles.style import Style
from factcli.citation.work import Work

_NAMES = Names(initials=". ", most=99)
_AUTHORS = _NAMES.but(most=6, first=1, et_al_italic=True)
_MAKERS = ("author", "editor", "translator", "director")
_ITALIC = frozenset("bill book graphic legal_case legislation motion_picture song standard software".split())
_PLACED = frozenset("bill book chapter graphic legal_case legislation motion_picture paper-conference song".split())
_WITH_EDITION = _PLACED | {"report"}
_LIKE_BOOKS = frozenset("bill book graphic legal_case legislation song".split())
_LIKE_ARTICLES = frozenset(
    "article-magazine article-newspaper broadcast interview manuscript map personal_communication".split()
)


def entry(work: Work) -> Part:
    """Return the entry in the list of references, without its number."""
    role = next((role for role in _MAKERS if work.names(role)), "")
    return join("", wrap("", _author(work, role), ", "), _body(work.without(role)))


def reference(work: Work) -> Part:
    """Return the locator: the number is put before it."""
    return join("", locator(work))


def locator(work: Work) -> str:
    """Write the locator, its label with a capital but for pages."""
    if not work.locator:
        return ""
    value, label = pieces.locator_value(work), pieces.locator_label(work)
    if work.locator.label == "chapter":
        label = "Ch."
    if work.locator.label != "page":
        label = label[:1].upper() + label[1:]
    return f"{label} {value}".strip()


def _author(work: Work, role: str) -> Part:
    people = work.names(role)
    label = "" if role == "director" else pieces.role_label(role, len(people), short=True)
    return join(", ", listed(people, _AUTHORS), capital(label))


def _editor(work: Work) -> Part:
    people = work.names("editor")
    return (
        join(", ", listed(people, _NAMES), capital(pieces.role_label("editor", len(people), short=True)))
        if people
        else ()
    )


def _body(work: Work) -> Part:
    """Return all that follows the authors."""
    if work.type in _LIKE_BOOKS:
        return _book(work)
    if work.type in _LIKE_ARTICLES:
        return _article(work)
    return _BODIES.get(work.type, _other)(work)


def _journal(work: Work) -> Part:
    journal = italic(work["container-title-short"] or work["container-title"])
    status = () if work.any("page", "issue", "volume") else capital(work["status"])
    told = join(", ", _title(work), journal, _locators(work), _page(work), _issued(work), status)
    return wrap("", told, "," if work.any("DOI", "URL") else ".") + _access(work)


def _article(work: Work) -> Part:
    container = italic(work["container-title"])
    return _sentences(
        work, join(", ", _title(work), container, _locators(work), _publisher(work), _page(work), _issued(work))
    )


def _book(work: Work) -> Part:
    named = join(", ", _title(work), _locators(work))
    return _sentences(work, named, _series(work), join(", ", _publisher(work), _issued(work), _page(work)))


def _chapter(work: Work) -> Part:
    container = wrap("in ", italic(work["container-title"]))
    chapter = wrap("ch. ", work["chapter-number"])
    held = join(", ", _title(work), container, _locators(work), _editor(work), _series(work))
    return _sentences(work, join(", ", held, _publisher(work), _issued(work), chapter, _page(work)))


def _paper(work: Work) -> Part:
    held = join(", ", _title(work), _event(work), _editor(work))
    printed = join(", ", _publisher(work), _issued(work), _page(work))
    if series := _series(work):
        return _sentences(work, join(", ", held, series), printed)
    return _sentences(work, join(", ", held, printed))


def _report(work: Work) -> Part:
    number = join(" ", work["genre"], work["number"])
    return _sentences(work, join(", ", _title(work), _publisher(work), number, _issued(work)))


def _thesis(work: Work) -> Part:
    return _sentences(work, join(", ", _title(work), work["genre"], _publisher(work), _issued(work)))


def _software(work: Work) -> Part:
    return _sentences(work, _title(work), wrap("(", _issued(work), ")"), join("", work["genre"]), _publisher(work))


def _preprint(work: Work) -> Part:
    archive = join(": ", italic(work["publisher"]), work["number"])
    return _sentences(work, join(", ", _title(work), _issued(work), archive))


def _page_of_site(work: Work) -> Part:
    return _sentences(work, join(", ", _title(work), work["container-title"]))


def _patent(work: Work) -> Part:
    return join(", ", _title(work), work["number"], _issued(work)) + _access(work)


def _film(work: Work) -> Part:
    return _sentences(work, join(". ", _place(work), join(", ", _title(work), _issued(work))))


def _standard(work: Work) -> Part:
    number = join(" ", work["genre"], work["number"])
    return _sentences(work, join(", ", _title(work), number, _place(work), _issued(work)))


def _other(work: Work) -> Part:
    held = join(", ", _title(work), italic(work["container-title"]), _locators(work))
    return _sentences(work, held, _series(work), join(", ", _publisher(work), _page(work), _issued(work)))


_BODIES: dict[str, Callable[[Work], Part]] = {
    "article": _preprint,
    "article-journal": _journal,
    "chapter": _chapter,
    "motion_picture": _film,
    "paper-conference": _paper,
    "patent": _patent,
    "post": _page_of_site,
    "post-weblog": _page_of_site,
    "report": _report,
    "software": _software,
    "speech": _paper,
    "standard": _standard,
    "thesis": _thesis,
    "webpage": _page_of_site,
}


def _sentences(work: Work, *told: Part) -> Part:
    return wrap("", join(". ", *told), ".") + _access(work)


def _title(work: Work) -> Part:
    return italic(work["title"]) if work.type in _ITALIC else quoted(work["title"])


def _locators(work: Work) -> Part:
    """Return edition, volume and issue."""
    edition = pieces.edition(work) if work.type in _WITH_EDITION else ""
    volumes = work["number-of-volumes"]
    return join(
        ", ",
        edition,
        wrap("vol. ", work["volume"]),
        f"{volumes} vols." if volumes else "",
        wrap("no. ", terms.dashed(work["issue"])),
    )


def _series(work: Work) -> Part:
    title = work["collection-title"]
    return (
        wrap("in ", join(", ", title, wrap("no. ", work["collection-number"]), wrap("vol. ", work["volume"])))
        if title
        else ()
    )


def _event(work: Work) -> Part:
    if work["container-title"]:
        return wrap("in ", italic(work["container-title"]))
    return wrap("presented at the ", work["event"])


def _publisher(work: Work) -> Part:
    if work.type in _PLACED:
        return join(": ", work["publisher-place"], work["publisher"])
    return join(", ", work["publisher"], work["publisher-place"])


def _place(work: Work) -> str:
    return work["publisher-place"] or work["event-place"]


def _page(work: Work) -> str:
    if work.type == "article-journal" and work["number"]:
        return f"Art. no. {work['number']}"
    pages = terms.dashed(work["page"])
    return f"{'pp.' if terms.is_several(pages) else 'p.'} {pages}" if pages else ""


def _issued(work: Work) -> Part:
    if work.type in ("article-journal", "report", "paper-conference"):
        return join("", work.date("issued", IEEE_MONTH_YEAR))
    if work.type in _LIKE_BOOKS | {"chapter", "thesis"}:
        return join("", work.date("issued", YEAR))
    date = work.date("issued", IEEE)
    return wrap("(", date, ")") if work.type == "motion_picture" else join("", date)


def _access(work: Work) -> Part:
    if work["DOI"] and work.type not in ("webpage", "post", "post-weblog"):
        return wrap(" doi: ", work["DOI"].removeprefix("https://doi.org/"), ".")
    if not work["URL"]:
        return ()
    medium = "Online Video" if work.type == "motion_picture" else "Online"
    medium = work["medium"] or medium
    seen = wrap("Accessed: ", work.date("accessed", IEEE))
    available = join(": ", "Available", link(work["URL"]))
    return wrap(" ", join(". ", seen, f"[{medium[:1].upper()}{medium[1:]}]", available))


STYLE = Style(entry=entry, reference=reference, locator=locator, numbered=True)
