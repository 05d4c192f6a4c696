"""What a work is: its title, its kind, its number and edition, who else worked on it."""

from __future__ import annotations

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, wrap
from factcli.citation.dates import MONTH_DAY_YEAR
from factcli.citation.names import listed
from factcli.citation.styles import pieces
from factcli.citation.styles.chicago import publication, titles
from factcli.citation.styles.chicago.manner import Manner, verbs
from factcli.citation.work import Work

_BESIDE = (
    "container-author", "editor", "translator", "editorial-director", "guest", "host",
    "illustrator", "narrator", "compiler", "chair", "organizer", "curator", "series-creator", "executive-producer",
    "producer", "director",
)  # fmt: skip
_BESIDE_ARTICLE = (
    "translator", "narrator", "compiler", "chair", "organizer", "curator", "series-creator", "executive-producer",
    "producer", "director", "script-writer", "performer",
)  # fmt: skip
_VOLUME_PARTS = ("part-number", "part-title", "volume-title")


def title(work: Work, manner: Manner) -> Part:
    """Return the title with all that describes the work itself."""
    shown = () if work.untitled_review else titles.with_part(work, manner.delimiter)
    return join(manner.delimiter, shown, _description(work, manner), _identifier(work, manner))


def short_title(work: Work) -> Part:
    """Return the title for a repeat."""
    if work.review and not work.has("reviewed-genre"):
        reviewed = work["reviewed-title"] or work["title-short"] or work["title"]
        return wrap("review of ", italic(reviewed))
    return titles.title(work, short=True)


def _description(work: Work, manner: Manner) -> Part:
    if work.type == "interview" or work.has("interviewer"):
        return join(", ", _spoken(work, manner, "interviewer"), _place_first(work))
    if work.review:
        return _review(work, manner)
    if work.type == "personal_communication":
        if not work.has("recipient"):
            return format_(work, manner)
        return join(
            ", ", _spoken(work, manner, "recipient"), work["event-place"], work.date("event-date", MONTH_DAY_YEAR)
        )
    if work.type == "song" and work.has("composer"):
        people = listed(work.names("author") or work.names("performer"), manner.names)
        return manner.begin(join(" ", work["genre"], wrap("performed by ", people)))
    if work.periodical:
        return join(manner.delimiter, format_(work, manner), _section(work, manner))
    if work.type == "paper-conference" and not work.edited:
        return join(manner.delimiter, format_(work, manner), _section(work, manner), event(work, manner))
    return () if _is_described_elsewhere(work) else format_(work, manner)


def _is_described_elsewhere(work: Work) -> bool:
    """Tell whether the kind of a work stands with its publisher, or with what it is in."""
    if work.type == "thesis" or not work.has("container-title"):
        return work.type == "thesis"
    if work.type in ("event", "performance", "speech"):
        return not work.in_proceedings
    return work.type in ("document", "report", "software", "standard")


def _spoken(work: Work, manner: Manner, role: str) -> Part:
    """Say who asked, or who was written to; what kind of interview or letter it was comes first."""
    people = listed(work.names(role), manner.names)
    verb = "interview by" if role == "interviewer" else "to"
    if work["genre"] and not work.has("number"):
        return manner.begin(join(" ", work["genre"], wrap("by " if role == "interviewer" else "to ", people)))
    return manner.begin(wrap(f"{verb} ", people)) if people else format_(work, manner)


def _place_first(work: Work) -> Part:
    if not work.any("event", "event-date", "event-title"):
        return ()
    return join(", ", work["event-title"], work["event-place"], work.date("event-date", MONTH_DAY_YEAR))


def _review(work: Work, manner: Manner) -> Part:
    signed = work.any(*pieces.CREDITED)
    words = join(" ", "review of" if signed else "unsigned review of", work["reviewed-genre"])
    if not work.any("reviewed-genre", "number") and work["genre"]:
        words = join("", work["genre"])
    by = wrap("by ", listed(work.names("reviewed-author"), manner.names))
    about = join(" ", manner.begin(words), italic(work.reviewed) or by)
    return join(
        manner.delimiter,
        join(", ", about, by if work.reviewed else (), _place_first(work)),
        _section(work, manner),
    )


def _section(work: Work, manner: Manner) -> Part:
    return manner.begin(pieces.number(work, "section"))


def format_(work: Work, manner: Manner) -> Part:
    """Say what kind of thing a work is, if its number does not."""
    if work["genre"]:
        return () if work.has("number") else manner.begin(work["genre"])
    if work.published:
        return ()
    unpublished = {"manuscript": "unpublished manuscript", "personal_communication": "personal communication"}
    return manner.begin(unpublished.get(work.type, ""))


def event(work: Work, manner: Manner) -> Part:
    """Say where a paper was read, or a speech held."""
    if work.type == "interview" or work.has("interviewer") or work.review or work.has("recipient"):
        return ()
    name = work["event-title"] or work["event"]
    if not name and not work.has("event-date"):
        return ()
    where = join(", ", name, publication.dated(work, "event-date", MONTH_DAY_YEAR), work["event-place"])
    if work.type == "paper-conference":
        if work.in_proceedings:
            return ()
        presented = "presented" if work.has("genre") else "paper presented"
        return manner.begin(wrap(f"{presented} at " if name else f"{presented} ", where))
    if work.type == "song":
        return manner.begin(wrap("recorded at " if name else "recorded ", where))
    return capital(where) if not manner.in_note else where


def _identifier(work: Work, manner: Manner) -> Part:
    beside = _contributors(work, manner)
    numbered = manner.begin(number(work, manner))
    if work.type == "patent":
        return _patent(work)
    if work.has("container-title") and work.type not in ("post", "webpage"):
        shown = work.type in ("broadcast", "graphic", "map", "motion_picture")
        return join(manner.delimiter, numbered if shown else (), beside)
    edition = manner.begin(edition_unless_reprint(work))
    if work.type in ("post", "webpage"):
        return join(manner.delimiter, numbered, version(work, manner), edition, beside)
    numbered = () if work.type == "song" else numbered
    return join(
        manner.delimiter, numbered, version(work, manner), edition, _volumes_and_contributors(work, manner, beside)
    )


def number(work: Work, manner: Manner) -> Part:
    """Write the number of a report, an episode or the like, behind what it is."""
    if work.type == "thesis" or not work["number"]:
        return ()
    if work.type == "broadcast" and work.is_numeric("number"):
        return join(" ", work["genre"] or "episode", work["number"])
    genre = manner.begin(work["genre"])
    if work.type == "standard" or not work.is_numeric("number"):
        return join(" ", genre, work["number"])
    return join(" ", genre, "no.", work["number"]) if genre else manner.begin(f"no. {work['number']}")


def version(work: Work, manner: Manner) -> Part:
    """Write the version of software or data."""
    return manner.begin(wrap("v. " if work.type == "software" else "version ", work["version"]))


def edition_unless_reprint(work: Work) -> str:
    """Write the edition; that of a reprint is said with its publisher."""
    reprint = work.has("issued", "original-date") and not work.has("original-title")
    return "" if reprint else pieces.edition(work)


def _patent(work: Work) -> Part:
    named = join(" ", work["authority"], capital(work["genre"]) or "Patent", work["number"])
    filed = wrap("filed ", publication.dated(work, "submitted", MONTH_DAY_YEAR))
    issued = wrap("and issued " if filed else "issued ", publication.dated(work, "issued", MONTH_DAY_YEAR))
    return join(", ", named, filed, issued)


def _contributors(work: Work, manner: Manner) -> Part:
    if work.serial and work.type not in ("post", "webpage"):
        roles: tuple[str, ...] = _BESIDE_ARTICLE
    elif work.has("container-title") and work.type not in ("post", "webpage"):
        roles = ("illustrator", "narrator", *(("contributor",) if work.type == "song" else ()))
    else:
        roles = _BESIDE
        roles += ("script-writer",) if work.type in ("broadcast", "performance") else ()
        roles += ("performer",)
        roles += ("contributor",) if work.type != "thesis" else ()
    return contributors(work, roles, manner)


def contributors(work: Work, roles: tuple[str, ...], manner: Manner, *, inside: bool = False) -> Part:
    """List what others did; `inside` a sentence of the bibliography as its parts."""
    delimiter = ", " if inside else manner.delimiter
    done = (pieces.done_by(work, (role,), manner.names, verbs=verbs(manner)) for role in roles)
    return join(delimiter, *(part if inside else manner.begin(part) for part in done))


def _volumes_and_contributors(work: Work, manner: Manner, beside: Part) -> Part:
    if work.serial:
        return beside
    parts = work.any("volume", *_VOLUME_PARTS)
    editor = (
        () if not parts and not work.has("number-of-volumes") else contributors(work, ("collection-editor",), manner)
    )
    count = work["number-of-volumes"] if not parts else ""
    volumes = f"{count} {'vols.' if terms.is_numeric(count) else ''}".strip() if count else ""
    if work.is_at("column", "folio", "page"):
        volumes = ""
    if manner.in_note:
        return join(", ", editor, volume(work), beside, volumes)
    if parts:
        return join(
            ". ",
            editor,
            join(", ", capital(volume(work, in_note=False)), contributors(work, _BESIDE, manner, inside=True)),
        )
    return join(". ", editor, beside, volumes)


def volume(work: Work, *, in_note: bool = True) -> Part:
    """Write the volume and the part; a note that points to a page says "2:12" instead of "vol. 2"."""
    number_, parts = pieces.number(work, "volume"), work.any(*_VOLUME_PARTS)
    if parts:
        return join(
            ", ", number_, titles.volume_title(work), pieces.number(work, "part-number"), titles.part_title(work)
        )
    if in_note and work.is_numeric("volume"):
        edited = work.any("container-author", "editor", "translator")
        if work.is_at("page") and not edited:
            return ()
        if not work.locator and work["page"] and not edited and not work.has("container-title"):
            return ()
    return join("", number_)
