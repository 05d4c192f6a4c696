"""What a work is: its title, who else worked on it, its numbers, its kind."""

from __future__ import annotations

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, quoted, wrap
from factcli.citation.names import listed
from factcli.citation.styles import pieces
from factcli.citation.styles.apa.manner import NAMES, begun, titled
from factcli.citation.work import Work

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
_UNNUMBERED = ("broadcast", "event", "patent", "performance", "post", "speech", "webpage")
NUMBERED_TITLES = ("broadcast", "graphic", "map", "motion_picture")


def title_and_kind(work: Work) -> Part:
    """Return the title with its numbers and kind."""
    if not work["title"] or work.untitled_review:  # it stands for the author, with its number, or is told with the kind
        return _kind(work)
    return join(" ", title(work), identifier(work), _kind(work))


def title(work: Work) -> Part:
    """Return the title: of parts plain, of what stands alone in italics."""
    text = work["title"]
    if work.serial or work.type in ("post", "webpage"):
        text = ": ".join(filter(None, (text, _part_title(work))))
        return italic(text) if work.type in ("post", "webpage") or not work.has("container-title") else join("", text)
    if work.has("container-title"):
        return join("", text)
    return italic(": ".join(filter(None, (text, volume_title(work)))))


def _part_title(work: Work) -> str:
    number = begun(pieces.number(work, "part-number"))
    return ". ".join(filter(None, (number, work["part-title"])))


def volume_title(work: Work) -> str:
    """Return number and title of a volume, or of a part."""
    if not work["volume-title"]:
        return work["part-title"] and _part_title(work)
    return ". ".join(filter(None, (begun(pieces.number(work, "volume")), work["volume-title"])))


def identifier(work: Work) -> Part:
    """Return in brackets who else worked on it, and its numbers."""
    if work.type == "patent":
        patent = " ".join(filter(None, (work["authority"], begun(work["genre"]) or "Patent", "No.", work["number"])))
        return wrap("(", patent, ")")
    people = _contributors(work)
    if work.type == "report" and work.has("container-title"):
        return wrap("(", people, ")")
    if work.has("container-title") and work.type not in ("post", "webpage", "report"):
        number = numbered(work) if work.type in NUMBERED_TITLES else ()
        part = begun(pieces.number(work, "part-number")) if work.serial and not work.has("part-title") else ""
        return wrap("(", join("; ", people, number, part), ")")
    return wrap("(", join("; ", people, numbered(work), details(work)), ")")


def _contributors(work: Work) -> Part:
    asked = _role(work, "interviewer", "Interviewer")
    if work.serial:
        return join("; ", asked, _role(work, "translator"), _role(work, "narrator"))
    voices = (_role(work, "illustrator", "Illus."), _role(work, "narrator"))
    if work.has("container-title") and work.type not in ("post", "webpage"):
        return join("; ", asked, *voices, _role(work, "translator"))
    by = pieces.done_by(work, ("container-author",), NAMES, verbs={})
    edited = (_role(work, role) for role in ("editor", "translator"))
    others = ("compiler", "chair", "organizer", "curator", "series-creator", "executive-producer")
    return join("; ", asked, *voices, by, *edited, *(_role(work, role) for role in others))


def _role(work: Work, role: str, label: str = "") -> Part:
    people = work.names(role)
    if not people:
        return ()
    label = f"{label}s" if label == "Interviewer" and len(people) > 1 else label
    short = role in ("editor", "translator", "narrator")
    return join(", ", listed(people, NAMES), label or titled(pieces.role_label(role, len(people), short=short)))


def numbered(work: Work) -> Part:
    """Return the number of a report or the like, behind what it is."""
    if not work["number"]:
        return ()
    if work.type == "thesis" and work["genre"]:
        return join(" ", "Publication", begun(pieces.number(work, "number")))
    labelled = work["number"] if work.type == "standard" else pieces.number(work, "number")
    return join(" ", begun(work["genre"]), begun(labelled))


def details(work: Work) -> Part:
    """Return version, edition, volumes and pages of what stands alone."""
    if work.serial or work.type in _UNNUMBERED:
        return ()
    series: Part = ()
    if work.type in ("document", "report", "standard"):
        series = join(" ", work["collection-title"], work["collection-number"])
    untitled_part = work.is_numeric("part-number") and not work.has("part-title")
    part = begun(pieces.number(work, "part-number")) if untitled_part else ""
    return join(
        ", ",
        wrap("Version ", work["version"]),
        pieces.edition(work),
        series,
        begun(pieces.number(work, "supplement-number")),
        _volumes(work),
        part,
        wrap("Issue ", work["issue"]),
        _pages(work),
    )


def _volumes(work: Work) -> str:
    if work["volume"]:
        named = work.any("volume-title", "part-title") or not work.is_numeric("volume")
        return "" if named else begun(pieces.number(work, "volume"))
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
        own = join("; ", "" if work.has("number") else work["genre"], begun(work["medium"]))
        return own if work.has("interviewer") else format_(work)
    if work.review:
        return _review(work)
    if work.type == "personal_communication":
        to = listed(work.names("recipient"), NAMES.but(initials=None))
        return join(" ", format_(work), wrap("to ", to))
    if work.type == "song" and work.has("composer"):
        players = listed(work.names("author") or work.names("performer"), NAMES)
        return join(" ", work["genre"], work["medium"], wrap("recorded by ", players))
    if work.type == "thesis":
        awarded = work["publisher"] if work.any("archive", "DOI", "URL") else ""
        return join("; ", join(", ", work["genre"], awarded), begun(work["medium"]))
    if work.has("container-title") and not work.periodical:
        if work.type in ("document", "report", "software", "standard"):
            return ()
        if work.type in ("event", "paper-conference", "performance", "speech") and not work.in_proceedings:
            return ()
    return format_(work)


def _review(work: Work) -> Part:
    if work["reviewed-genre"]:
        words = f"Review of the {work['reviewed-genre']}"
    elif work["genre"] and not work.has("number"):
        words = work["genre"]
    else:
        words = "Review of the book" if work.type == "review-book" else "Review of"
    about = join(" ", words, italic(work.reviewed))
    return join(", ", about, wrap("by ", listed(work.names("reviewed-author"), NAMES)))


def format_(work: Work) -> Part:
    """Say what kind of thing a work is."""
    if work.type == "periodical" and work.has("container-title") and not work.any("genre", "medium"):
        return join("", "special issue")
    if work.any("genre", "medium"):
        return join("; ", "" if work.has("number") else work["genre"], begun(work["medium"]))
    if not work.published:
        unpublished = {"manuscript": "unpublished manuscript", "interview": "personal communication"}
        unpublished["personal_communication"] = "personal communication"
        if work.type in unpublished:
            return join("", unpublished[work.type])
    return join("", _KINDS.get(work.type, ""))


def title_in_text(work: Work) -> Part:
    """Return the title as it stands for an author in the text."""
    text = work["title-short"] or work["title"]
    if work.type in ("bill", "legislation", "regulation", "report", "treaty"):
        return join("", text)
    quoted_ = work.has("container-title") and work.type not in ("legal_case", "post", "hearing", "webpage")
    return quoted(text) if quoted_ or (work.review and work.has("reviewed-title")) else italic(text)
