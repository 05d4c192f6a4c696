"""APA: Publication Manual of the American Psychological Association, 7th edition (2020), chapters 8 to 10.

An entry is author. (date). title (number) [kind]. source. address.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, quoted, wrap
from factcli.citation.dates import MONTH_DAY, MONTH_DAY_YEAR, YEAR_COMMON_ERA
from factcli.citation.names import Names, listed
from factcli.citation.styles import legal, pieces
from factcli.citation.styles.style import Style
from factcli.citation.work import LEGAL, Work

_NAMES = Names(conjunction="&", initials=". ", most=20, first=19, last_too=True)
_AUTHORS = _NAMES.but(inverted="all", last_comma="always")
_IN_TEXT = Names(conjunction="&", family_only=True)
_LONG_LABELS = frozenset(
    "chair curator director executive-producer guest host organizer producer script-writer series-creator".split()
)
_DATED_TO_THE_DAY = frozenset(
    "article-magazine article-newspaper broadcast collection document event motion_picture pamphlet performance "
    "personal_communication post post-weblog song speech webpage".split()
)
_KINDS = {
    "broadcast": "broadcast",
    "collection": "archival collection",
    "dataset": "dataset",
    "figure": "figure",
    "graphic": "graphic",
    "interview": "interview",
    "map": "map",
    "motion_picture": "video recording",
    "personal_communication": "letter",
    "post": "online post",
    "review": "review",
    "review-book": "book review",
    "software": "computer software",
    "song": "audio recording",
}
_NUMBERED_TITLES = ("broadcast", "graphic", "map", "motion_picture")


def entry(work: Work) -> Part:
    """Return the entry in the list of references."""
    if work.type in LEGAL:
        return join(" ", wrap("", legal.reference(work), "."), work.address(), work["references"])
    author, rest = _author(work)
    told = join(". ", author, _date(work), _title_and_kind(rest), _source(rest))
    return join(" ", wrap("", told, "."), _address(work), _history(work))


def reference(work: Work) -> Part:
    """Return author, year and locator."""
    return join(", ", _author_in_text(work), _date_in_text(work), locator(work))


def locator(work: Work) -> str:
    """Write the locator: pages and paragraphs abbreviated, other labels in full."""
    if not work.locator:
        return ""
    label, value = work.locator.label, pieces.locator_value(work)
    if work.type in LEGAL and label in legal.SYMBOLS:
        return legal.symbol(work)
    if label == "page":
        return f"{pieces.locator_label(work)} {terms.expanded(value)}"
    if label in ("chapter", "line", "verse") and not terms.is_numeric(value):
        return value
    written = pieces.locator_label(work, short=label == "paragraph")
    return f"{written if label == 'paragraph' else written.capitalize()} {value}".strip()


# Authors


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


def _author(work: Work) -> tuple[Part, Work]:
    maker = _maker(work)
    if people := work.names(maker):
        label = pieces.role_label(maker, len(people), short=maker not in _LONG_LABELS)
        label = "Illus." if maker == "illustrator" else label
        authors = join(" ", _listed(work, maker), wrap("(", _titled(label), ")"))
        if maker == "script-writer":
            authors = join(", ", authors, _directors(work))
        return join(" ", authors, _with(work, maker)), work.without(maker, "director")
    if maker == "title":
        return join(" ", _title(work), _identifier(work)), work.without("title")
    return join("", work[maker]), work.without(maker)


def _directors(work: Work) -> Part:
    people = work.names("director")
    return join(" ", listed(people, _AUTHORS), "(Director)" if len(people) == 1 else "(Directors)") if people else ()


def _listed(work: Work, maker: str) -> Part:
    people = work.names(maker)
    both_institutions = len(people) == 2 and people[0].literal
    return listed(people, _NAMES if both_institutions else _AUTHORS)


def _with(work: Work, maker: str) -> Part:
    if maker in ("author", "editor") and work.type in ("book", "musical_score", "pamphlet", "report", "standard"):
        return wrap("(with ", listed(work.names("contributor"), _AUTHORS), ")")
    return ()


def _titled(label: str) -> str:
    return " ".join(word if word == "and" else word[:1].upper() + word[1:] for word in label.split())


def _author_in_text(work: Work) -> Part:
    if work.type in LEGAL:
        return _title_in_text(work)
    if work.type in ("interview", "personal_communication"):
        names = work.names("author")
        if not work.published and names:
            return join(", ", listed(names, _NAMES.but(most=2, first=1, last_too=False)), "personal communication")
        return listed(names, _IN_TEXT) or _title_in_text(work)
    maker = _maker(work)
    if people := work.names(maker):
        return listed(people, _IN_TEXT)
    return _title_in_text(work) if maker == "title" else join("", work[maker])


def _title_in_text(work: Work) -> Part:
    title = work["title-short"] or work["title"]
    if work.type in ("bill", "legislation", "regulation", "report", "treaty"):
        return join("", title)
    quoted_ = work.has("container-title") and work.type not in ("legal_case", "post", "hearing", "webpage")
    return quoted(title) if quoted_ or (work.review and work.has("reviewed-title")) else italic(title)


# Dates


def _date(work: Work) -> Part:
    year = _year(work, "issued")
    if not work.has("issued"):
        return wrap("(", work["status"].lower() or "n.d.", ")")
    exact = work.type in _DATED_TO_THE_DAY
    if work.type in ("interview", "paper-conference") and not work.in_proceedings and not work.has("number"):
        exact = True
    return wrap("(", join(", ", year, work.date("issued", MONTH_DAY) if exact else ""), ")")


def _year(work: Work, name: str) -> str:
    year = work.date(name, YEAR_COMMON_ERA)
    return f"ca. {year}" if year and work.is_uncertain(name) else year


def _date_in_text(work: Work) -> Part:
    if not work.has("issued"):
        return join("", work["status"].lower() or "n.d.")
    if work.type in ("interview", "personal_communication") and not work.published:
        return join("", work.date("issued", MONTH_DAY_YEAR))
    return join("/", _year(work, "original-date"), _year(work, "issued"))


# Title, number, kind


def _title_and_kind(work: Work) -> Part:
    if not work["title"]:  # it stands for the author, with its number
        return _kind(work)
    return join(" ", _title(work), _identifier(work), _kind(work))


def _title(work: Work) -> Part:
    title = work["title"]
    if work.serial or work.type in ("post", "webpage"):
        title = ": ".join(filter(None, (title, _part_title(work))))
        return italic(title) if work.type in ("post", "webpage") or not work.has("container-title") else join("", title)
    if work.has("container-title"):
        return join("", title)
    return italic(": ".join(filter(None, (title, _volume_title(work)))))


def _part_title(work: Work) -> str:
    number = _capital(pieces.number(work, "part-number"))
    return ". ".join(filter(None, (number, work["part-title"])))


def _volume_title(work: Work) -> str:
    if not work["volume-title"]:
        return work["part-title"] and _part_title(work)
    return ". ".join(filter(None, (_capital(pieces.number(work, "volume")), work["volume-title"])))


def _identifier(work: Work) -> Part:
    """Return in brackets who else worked on it, and its numbers."""
    if work.type == "patent":
        patent = " ".join(filter(None, (work["authority"], _capital(work["genre"]) or "Patent", "No.", work["number"])))
        return wrap("(", patent, ")")
    people = _contributors(work)
    if work.type == "report" and work.has("container-title"):
        return wrap("(", people, ")")
    if work.has("container-title") and work.type not in ("post", "webpage", "report"):
        number = _number(work) if work.type in _NUMBERED_TITLES else ()
        part = _capital(pieces.number(work, "part-number")) if work.serial and not work.has("part-title") else ""
        return wrap("(", join("; ", people, number, part), ")")
    return wrap("(", join("; ", people, _number(work), _numbers(work)), ")")


def _contributors(work: Work) -> Part:
    asked = _role(work, "interviewer", "Interviewer")
    if work.serial:
        return join("; ", asked, _role(work, "translator"), _role(work, "narrator"))
    voices = (_role(work, "illustrator", "Illus."), _role(work, "narrator"))
    if work.has("container-title") and work.type not in ("post", "webpage"):
        return join("; ", asked, *voices, _role(work, "translator"))
    by = pieces.done_by(work, ("container-author",), _NAMES, verbs={})
    edited = (_role(work, role) for role in ("editor", "translator"))
    others = ("compiler", "chair", "organizer", "curator", "series-creator", "executive-producer")
    return join("; ", asked, *voices, by, *edited, *(_role(work, role) for role in others))


def _role(work: Work, role: str, label: str = "") -> Part:
    people = work.names(role)
    short = role in ("editor", "translator", "narrator")
    label = f"{label}s" if label == "Interviewer" and len(people) > 1 else label
    return (
        join(", ", listed(people, _NAMES), label or _titled(pieces.role_label(role, len(people), short=short)))
        if people
        else ()
    )


def _number(work: Work) -> Part:
    if not work["number"]:
        return ()
    if work.type == "thesis" and work["genre"]:
        return join(" ", "Publication", _capital(pieces.number(work, "number")))
    numbered = work["number"] if work.type == "standard" else pieces.number(work, "number")
    return join(" ", _capital(work["genre"]), _capital(numbered))


def _numbers(work: Work) -> Part:
    """Return version, edition, volumes and pages of what stands alone."""
    if work.periodical or work.type in ("broadcast", "event", "patent", "performance", "post", "speech", "webpage"):
        return ()
    if work.serial:
        return ()
    series = (
        join(" ", work["collection-title"], work["collection-number"])
        if work.type in ("document", "report", "standard")
        else ()
    )
    part = (
        ""
        if work.has("part-title") or not work.is_numeric("part-number")
        else _capital(pieces.number(work, "part-number"))
    )
    return join(
        ", ",
        wrap("Version ", work["version"]),
        pieces.edition(work),
        series,
        _capital(pieces.number(work, "supplement-number")),
        _volumes(work),
        part,
        wrap("Issue ", work["issue"]),
        _pages(work),
    )


def _volumes(work: Work) -> str:
    if work["volume"]:
        titled = work.any("volume-title", "part-title") or not work.is_numeric("volume")
        return "" if titled else _capital(pieces.number(work, "volume"))
    count = work["number-of-volumes"]
    return f"Vols. 1–{count}" if count.isdigit() else count


def _pages(work: Work) -> str:
    if work["page"]:
        pages = terms.expanded(work["page"])
        return f"{'pp.' if terms.is_several(pages) else 'p.'} {pages}"
    chapter = work["chapter-number"]
    return f"{'Track' if work.type == 'song' else 'Chapter'} {chapter}" if terms.is_numeric(chapter) else chapter


def _kind(work: Work) -> Part:
    """Return in square brackets what kind of thing it is, where readers would not guess."""
    return wrap("[", capital(_kind_in_words(work)), "]")


def _kind_in_words(work: Work) -> Part:
    if work.type == "interview" or work.has("interviewer"):
        own = join("; ", "" if work.has("number") else work["genre"], _capital(work["medium"]))
        return own if work.has("interviewer") else _format(work)
    if work.review:
        return _review(work)
    if work.type == "personal_communication":
        to = listed(work.names("recipient"), _NAMES.but(initials=None))
        return join(" ", _format(work), wrap("to ", to))
    if work.type == "song" and work.has("composer"):
        return join(
            " ",
            work["genre"],
            work["medium"],
            wrap("recorded by ", listed(work.names("author") or work.names("performer"), _NAMES)),
        )
    if work.type == "thesis":
        awarded = work["publisher"] if work.any("archive", "DOI", "URL") else ""
        return join("; ", join(", ", work["genre"], awarded), _capital(work["medium"]))
    if work.has("container-title") and not work.periodical:
        if work.type in ("document", "report", "software", "standard"):
            return ()
        if work.type in ("event", "paper-conference", "performance", "speech") and not work.in_proceedings:
            return ()
    return _format(work)


def _review(work: Work) -> Part:
    if work["reviewed-genre"]:
        words = f"Review of the {work['reviewed-genre']}"
    elif work["genre"] and not work.has("number"):
        words = work["genre"]
    else:
        words = "Review of the book" if work.type == "review-book" else "Review of"
    about = join(" ", words, italic(work["reviewed-title"] or work["title"]))
    return join(", ", about, wrap("by ", listed(work.names("reviewed-author"), _NAMES)))


def _format(work: Work) -> Part:
    if work.type == "periodical" and work.has("container-title") and not work.any("genre", "medium"):
        return join("", "special issue")
    if work.any("genre", "medium"):
        return join("; ", "" if work.has("number") else work["genre"], _capital(work["medium"]))
    if not work.published:
        unpublished = {"manuscript": "unpublished manuscript", "interview": "personal communication"}
        unpublished["personal_communication"] = "personal communication"
        if work.type in unpublished:
            return join("", unpublished[work.type])
    return join("", _KINDS.get(work.type, ""))


# Source


def _source(work: Work) -> Part:
    site = work["container-title"] if work.type in ("post", "webpage") else ""
    held = () if site else _journal(work) if work.serial else _book(work)
    return join(". ", held, _publisher(work), _archive(work), _event(work), site)


def _journal(work: Work) -> Part:
    if work.type in ("post", "webpage"):
        return ()
    title = join(", ", italic(work["container-title"]), italic(work["collection-title"]))
    issue = wrap("(", join(", ", work["issue"], _capital(pieces.number(work, "supplement-number"))), ")")
    place = f"Article {work['number']}" if work["number"] else terms.expanded(work["page"])
    return join(", ", title, join("", italic(work["volume"]), issue), place)


def _book(work: Work) -> Part:
    if not work["container-title"] or work.type in ("post", "webpage"):
        return ()
    title = italic(": ".join(filter(None, (work["container-title"], _volume_title(work)))))
    number = () if work.type in _NUMBERED_TITLES else _number(work)
    numbers = wrap("(", join("; ", number, _numbers(work)), ")")
    kind = _format(work) if work.type in ("document", "report", "software", "standard") else ()
    if work.type in ("event", "performance", "speech") and not work.in_proceedings:
        kind = _format(work)
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
    label = _titled(pieces.role_label(role, len(people), short=short))
    return join(" ", listed(people, _NAMES), wrap("(", label, ")"))


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


def _address(work: Work) -> Part:
    seen = work.date("accessed", MONTH_DAY_YEAR)
    if seen and work["URL"] and not work.any("DOI", "issued", "status"):
        return join(" ", f"Retrieved {seen}, from", work.address())
    return work.address()


def _history(work: Work) -> Part:
    if work["references"]:
        return wrap("(", work["references"], ")")
    renamed = wrap("as ", italic(work["original-title"]))
    first = join(", ", renamed, _year(work, "original-date"), work["original-publisher"])
    return wrap("(Original work published ", first, ")")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


STYLE = Style(entry=entry, reference=reference, locator=locator)
