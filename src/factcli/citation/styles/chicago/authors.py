"""Who made a work, which begins every citation; or what stands in for that."""

from __future__ import annotations

from collections.abc import Iterator

from factcli.citation.compose import Part, italic, join, wrap
from factcli.citation.names import Names, are_institutions, listed
from factcli.citation.styles import pieces
from factcli.citation.styles.chicago import publication, source, titles
from factcli.citation.styles.chicago.manner import BIBLIOGRAPHY, NOTE, is_episode
from factcli.citation.work import ENTRIES, Work

_MULTIVOLUME = ("number-of-volumes", "part-number", "part-title", "volume", "volume-title")
_IN_REFERENCE_WORK = (
    "title", "container-title", "number", "version", "edition", "volume", "number-of-volumes", "editor", "translator",
    "collection-title", "collection-number", "publisher", "publisher-place", "original-date", "issued",
)  # fmt: skip
"""What is said with the work that an unsigned entry is in."""
_TITLED_FIRST = ("broadcast", "motion_picture", "song", "performance", "classic")


def note(work: Work) -> tuple[Part, Work]:
    """Return the author in a note, and the work without what was used for that."""
    for role in _makers(work):
        if role in ("title", "container-title"):
            return _stand_in(work, role, short=False)
        if people := work.names(role):
            return _labelled(work, role, listed(people, NOTE.names)), work.without(role)
    if work.type in ENTRIES and work.has("container-title") and not work.any("DOI", "URL"):
        return _reference_work(work), work.without(*_IN_REFERENCE_WORK)
    return (), work


def bibliography(work: Work) -> tuple[Part, Work]:
    """Return the author in a bibliography, and the work without what was used for that."""
    rules = BIBLIOGRAPHY.names.but(inverted="first", last_comma="always")
    for role in _makers(work, in_bibliography=True):
        if role in ("title", "container-title"):
            return _stand_in(work, role, short=False)
        if people := work.names(role):
            rules = BIBLIOGRAPHY.names if are_institutions(people) else rules
            return _labelled(work, role, listed(people, rules)), work.without(role)
    for role in _institutions_of(work):
        if work[role]:
            return join("", work[role]), work.without(role)
    if (container := _container(work)) and work["container-title"]:
        return container, work.without("container-title")
    return titles.title(work), work.without("title")


def short(work: Work) -> tuple[Part, Work]:
    """Return the author in a short note, and the work without what was used for that."""
    rules = Names(family_only=True)
    for role in _makers(work):
        if role in ("title", "container-title"):
            return _stand_in(work, role, short=True)
        if people := work.names(role):
            to = (
                ()
                if work.has("genre") or work.type != "personal_communication"
                else listed(work.names("recipient"), rules)
            )
            return join(" to ", listed(people, rules), to), work.without(role)
    for role in _institutions_of(work):
        if work[role]:
            return join("", work[role]), work.without(role)
    if container := _container(work, short=True):
        return container, work.without("container-title")
    return titles.title(work, short=True), work.without("title")


def _makers(work: Work, *, in_bibliography: bool = False) -> Iterator[str]:
    """Name the roles that come first, the first that is filled wins; "title" where that comes before the rest."""
    yield from ("composer", "author", "guest", "host")
    if work.type == "song":
        yield "performer"
    episode = is_episode(work)
    if not in_bibliography and episode:
        yield "container-title"
    elif (not in_bibliography and work.type in _TITLED_FIRST) or work.type == "classic":
        yield "title"
    elif not in_bibliography and work.type in ENTRIES and not work.any("DOI", "URL"):
        return
    elif in_bibliography and work.type in ("entry-dictionary", "entry-encyclopedia") and work.has("container-title"):
        yield "container-title"
    yield "illustrator"
    if not work.has("container-title") and work.any(*_MULTIVOLUME):
        yield "collection-editor"
    if work.type != "standard":
        yield from ("editor", "translator", "collection-editor")
    yield "director"
    if not episode:
        yield from ("producer", "executive-producer", "series-creator")
    yield from ("editorial-director", "compiler")
    if work.type in ("event", "performance", "speech"):
        yield from ("chair", "organizer")
    yield "curator"


def _institutions_of(work: Work) -> tuple[str, ...]:
    return {"software": ("publisher",), "webpage": ("publisher",), "standard": ("authority",)}.get(work.type, ())


def _labelled(work: Work, role: str, people: Part) -> Part:
    return join(", ", people, pieces.role_label(role, len(work.names(role)), short=True))


def _stand_in(work: Work, variable: str, *, short: bool) -> tuple[Part, Work]:
    if variable == "title":
        return titles.title(work, short=short), work.without("title")
    return _container(work, short=short), work.without("container-title")


def _container(work: Work, *, short: bool = False) -> Part:
    """Return what the work is in, where that stands in for an author."""
    title = work["container-title"]
    if short:
        title = work["container-title-short"] or title
    if work.has("volume-title"):
        return ()
    if work.type == "webpage":
        return join("", title)
    if work.type in ("article-magazine", "article-newspaper", "broadcast") or work.type in ENTRIES or work.review:
        place = () if short or not work.type.startswith("article") else wrap("(", work["publisher-place"], ")")
        return join(" ", italic(title), place)
    return ()


def _reference_work(work: Work) -> Part:
    """Cite an unsigned entry by the work that it is in: "Dictionary, 5th ed. (Publisher, 2001), under “mole”"."""
    published = publication.publication(work.without("edition"), NOTE)
    under = titles.title(work)
    if not work.is_at("sub-verbo"):
        under = wrap("under ", under)
    return join(", ", join(" ", source.source(work, NOTE), wrap("(", published, ")")), under)
