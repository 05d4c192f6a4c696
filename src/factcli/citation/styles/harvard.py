"""Harvard: Cite Them Right, 12th edition (Pears and Shields, 2022).

An entry is author (year) title, in what. Publisher, which pages. Available at: address (Accessed: day).
"""

from __future__ import annotations

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, quoted, wrap
from factcli.citation.dates import DAY_MONTH, MONTH_DAY_YEAR, YEAR
from factcli.citation.names import Names, listed
from factcli.citation.styles import pieces
from factcli.citation.styles.style import Style
from factcli.citation.work import Work

_NAMES = Names(initials=".", most=3)
_SPACED = _NAMES.but(initials=". ")
_AUTHORS = _NAMES.but(inverted="all", last_comma="never", et_al_italic=True)
_IN_TEXT = Names(family_only=True, last_comma="never", most=3, et_al_italic=True)
_ITALIC = frozenset("bill book graphic legal_case legislation motion_picture report song thesis webpage".split())
_JOURNALS = ("article-journal", "article-magazine", "article-newspaper")
_IN_BOOKS = ("chapter", "paper-conference")
_DATED = ("article-magazine", "article-newspaper", "post-weblog", "speech")
_PAGED = frozenset({*_JOURNALS, *_IN_BOOKS, "article", "book", "report", "review", "review-book"})


def entry(work: Work) -> Part:
    """Return the entry in the list of references."""
    author, rest = _author(work)
    what = join(", ", _title(rest), join(" ", _editors(rest), _container(rest)))
    told = join(" ", author, wrap("(", _year(work), ")"), what)
    told = join(". ", told, _contributors(rest), _publisher(rest))
    told = join(", ", told, _issue(rest), _day(rest), _pages(rest))
    return wrap("", join(". ", told, _access(rest)), ".")


def reference(work: Work) -> Part:
    """Return author, year and locator."""
    return join(", ", _author_in_text(work), _year(work), locator(work))


def locator(work: Work) -> str:
    """Write the locator with its label."""
    return f"{pieces.locator_label(work)} {pieces.locator_value(work)}".strip()


def _maker(work: Work) -> str:
    return next((role for role in ("author", "editor", "translator") if work.names(role)), "")


def _author(work: Work) -> tuple[Part, Work]:
    if role := _maker(work):
        people = work.names(role)
        label = pieces.role_label(role, len(people), short=True)
        return join(" ", listed(people, _AUTHORS), wrap("(", label, ")")), work.without(role)
    if work.type in _JOURNALS and work["container-title"]:
        return italic(work["container-title"]), work.without("container-title")
    return _title(work), work.without("title")


def _author_in_text(work: Work) -> Part:
    if role := _maker(work):
        return listed(work.names(role), _IN_TEXT)
    if work.type in _JOURNALS and work["container-title"]:
        return italic(work["container-title"])
    return _title(work)


def _year(work: Work) -> str:
    return work.date("issued", YEAR) or "no date"


def _title(work: Work) -> Part:
    if not work["title"]:
        return ()
    if work.type not in _ITALIC:
        return quoted(work["title"])
    volumes = "" if work.has("volume") else work["number-of-volumes"]
    volumes = f"{volumes} vol" if terms.is_numeric(volumes) else volumes
    named = join(" ", italic(work["title"]), wrap("[", work["medium"], "]"), wrap("(", volumes, ")"))
    return join(". ", named, pieces.edition(work))


def _editors(work: Work) -> Part:
    """Say in whose book a chapter is."""
    if work.type not in _IN_BOOKS:
        return ()
    roles = ("container-author",) if work.has("container-author") else ("editor", "translator")
    people = (
        join(" ", listed(names, _NAMES), wrap("(", pieces.role_label(role, len(names), short=True), ")"))
        if role != "container-author"
        else wrap("", listed(names, _SPACED), ",")
        for role in roles
        if (names := work.names(role))
    )
    return wrap("in ", join(", ", *people))


def _container(work: Work) -> Part:
    if not work["container-title"]:
        return ()
    preprint = work.type in ("article", "article-journal") and not work.any("page", "volume")
    title = join(" ", italic(work["container-title"]), "[Preprint]" if preprint else "")
    return join(". ", title, pieces.edition(work))


def _contributors(work: Work) -> Part:
    if work.type in _IN_BOOKS and not work.has("container-author"):
        return ()
    rules = _SPACED if work.type in _IN_BOOKS else _NAMES
    done = (pieces.done_by(work, (role,), rules, verbs={}) for role in ("editor", "translator"))
    return join(". ", *map(capital, done))


def _publisher(work: Work) -> Part:
    imprint = join(": ", work["publisher-place"], work["publisher"])
    if work.type == "thesis":
        return join(". ", work["genre"], work["publisher"])
    if work.type == "report":
        return join(". ", join(" ", work["genre"], work["number"]), imprint)
    if work.type in _JOURNALS:
        return ()
    event = italic(work["event"]) if work.type == "speech" else ()
    series = wrap("(", join(", ", work["collection-title"], work["collection-number"]), ")")
    return join(" ", join(", ", event, imprint), series)


def _issue(work: Work) -> Part:
    if work.type != "article-journal":
        return ()
    return join("", work["volume"], wrap("(", work["issue"], ")"))


def _day(work: Work) -> str:
    return work.date("issued", DAY_MONTH) if work.type in _DATED else ""


def _pages(work: Work) -> str:
    pages = terms.dashed(work["page"])
    if work.type not in _PAGED or not pages:
        return ""
    return f"{'pp.' if terms.is_several(pages) else 'p.'} {pages}"


def _access(work: Work) -> Part:
    if work["DOI"]:
        return join(": ", "Available at", work.address())
    seen = wrap("(Accessed: ", work.date("accessed", MONTH_DAY_YEAR), ")")
    return join(" ", wrap("Available at: ", work.address()), seen) if work["URL"] else ()


STYLE = Style(entry=entry, reference=reference, locator=locator)
