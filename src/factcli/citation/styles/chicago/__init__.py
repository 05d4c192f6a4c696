"""Chicago, notes and bibliography: The Chicago Manual of Style, 18th edition (2024), chapters 13 and 14.

Notes part their pieces by commas and abbreviate; bibliographies part them by full stops, begin each with a capital and
spell out. What both say stands in the modules of this folder, in the order in which a note says it.
"""

from __future__ import annotations

from factcli.citation.compose import Part, join, wrap
from factcli.citation.styles import legal
from factcli.citation.styles.chicago import access, authors, description, publication, source, titles
from factcli.citation.styles.chicago.manner import BIBLIOGRAPHY, NOTE, is_episode, is_introduction
from factcli.citation.styles.style import Style
from factcli.citation.work import ENTRIES, LEGAL, Work


def entry(work: Work) -> Part:
    """Return the entry in the bibliography."""
    if work.type in LEGAL:
        return wrap("", join(". ", legal.reference(work, publication.dated), access.address(work, BIBLIOGRAPHY)), ".")
    author, rest = authors.bibliography(work)
    return wrap("", join(". ", author, _title_and_source(rest), rest["references"]), ".")


def note(work: Work) -> Part:
    """Return the full note."""
    if work.type in LEGAL:
        return join(", ", legal.reference(work, publication.dated), access.address(work, NOTE))
    head, rest = authors.note(work)
    addressed = work.type == "personal_communication" and work.has("author", "recipient") and not work.has("genre")
    return join(" " if addressed and not work["title"] else ", ", head, _title_and_source_in_note(rest))


def _title_and_source_in_note(work: Work) -> Part:
    what = join(" " if is_introduction(work) else ", ", description.title(work, NOTE), source.source(work, NOTE))
    if is_episode(work):
        what = source.episode(work, NOTE)
    bracketed = publication.is_bracketed(work)
    published = publication.publication(work, NOTE)
    if bracketed:
        what = join(" ", what, wrap("(", published, ")"))
    else:
        close = work.is_uncertain("issued") and work.type != "personal_communication"
        what = join(" " if close else ", ", what, published)
    where = () if work.serial else source.locator(work)
    return join(", ", what, where, access.medium(work, NOTE), access.archive(work, NOTE), access.address(work, NOTE))


def _title_and_source(work: Work) -> Part:
    manner = BIBLIOGRAPHY
    what = join(" " if is_introduction(work) else ". ", description.title(work, manner), source.source(work, manner))
    if is_episode(work):
        what = source.episode(work, manner)
    happened = () if publication.follows_event(work) or work.serial else description.event(work, manner)
    published = publication.publication(work, manner)
    return join(
        ". ",
        what,
        join(", ", happened, published),
        access.medium(work, manner),
        access.archive(work, manner),
        access.address(work, manner),
    )


def short(work: Work) -> Part:
    """Return the note for a repeat: family name, short title, locator."""
    if work.type in LEGAL:
        return join(", ", titles.title(work, short=True), source.later_locator(work))
    head, rest = authors.short(work)
    named = description.short_title(rest)
    if (
        work.type in ENTRIES
        and not work.any("DOI", "URL")
        and not work.is_at("sub-verbo")
        and work.has("container-title")
    ):
        named = wrap("under ", named)
    return join(", ", head, named, source.later_locator(work))


STYLE = Style(entry=entry, reference=short, locator=source.locator, note=note)
