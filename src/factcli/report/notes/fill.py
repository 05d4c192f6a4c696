"""Writing the notes of a report: what is not a note of a fact stays as it is, to the byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factcli.citation.citing import cite
from factcli.citation.markup import Markup, footnote, render
from factcli.citation.styles.style import Form, Style
from factcli.errors import FactError
from factcli.report.notes import footnotes
from factcli.report.notes.footnotes import Footnote
from factcli.store.model import Store

Verdict = Literal["current", "stale", "unknown"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The footnote of a fact: the line of its first mention, from 1, and how its note was before."""

    id: str
    line: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Filled:
    """A report with all notes that the store has, and how each was, in the order of appearance."""

    text: str
    judged: tuple[Judged, ...]


def fill(text: str, markup: Markup, store: Store, style: Style) -> Filled:
    """Write the notes of all facts that a report refers to, and refresh those that it has where they stand.

    Notes that stand apart and are missing come at the end, in the order of their mention. A second note of a source is
    short. Of a fact that is not in the store, the note stays as it is.
    Raises FactError if a report ends where no note can follow.
    """
    found = footnotes.find(text, markup)
    mentions: dict[str, Footnote] = {}
    for mention in (*found.references, *found.notes):
        mentions.setdefault(mention.id, mention)
    wanted = _written([identifier for identifier in mentions if identifier in store.facts], store, style, markup)
    edits = _edits(text, found.notes, wanted, markup)
    missing = [note for identifier, note in wanted.items() if all(identifier != note.id for note in found.notes)]
    changed = {note.id for note, _ in edits} | (wanted.keys() - {note.id for note in found.notes})
    judged = tuple(
        Judged(
            identifier,
            text.count("\n", 0, mention.start) + 1,
            "unknown" if identifier not in wanted else "stale" if identifier in changed else "current",
        )
        for identifier, mention in mentions.items()
    )
    close = bool(found.notes) and found.notes[-1].end == len(text.rstrip())
    for note, new in reversed(edits):
        text = text[: note.start] + new + text[note.end :]
    filled = _with(missing, text, close=close)
    if missing and not wanted.keys() <= {note.id for note in footnotes.find(filled, markup).notes}:
        raise FactError("the report ends in code or a comment, where no note can follow", "Close what is open there.")
    return Filled(filled, judged)


def _written(identifiers: Sequence[str], store: Store, style: Style, markup: Markup) -> dict[str, str]:
    facts = [store.facts[identifier] for identifier in identifiers]
    cited = cite([(fact, store.sources[fact.source]) for fact in facts], style, Form.NOTE)
    apart = footnotes.stands_apart(markup)
    return {
        citation.fact.id: footnote(citation.fact.id, citation.tree, markup) if apart else render(citation.tree, markup)
        for citation in cited
    }


def _edits(
    text: str, notes: Sequence[Footnote], wanted: Mapping[str, str], markup: Markup
) -> list[tuple[Footnote, str]]:
    """Return what is to be written instead of notes that are not as wanted; in AsciiDoc a second one is empty."""
    edits = []
    seen: set[str] = set()
    for note in notes:
        if note.id not in wanted:
            continue
        new = "" if markup is Markup.ASCIIDOC and note.id in seen else wanted[note.id]
        seen.add(note.id)
        if text[note.start : note.end] != new:
            edits.append((note, new))
    return edits


def _with(missing: Sequence[str], text: str, *, close: bool) -> str:
    """Put definitions behind all else, `close` to one that stands there; the text ends with a line end if it did."""
    if not missing:
        return text
    line_end = "\r\n" if "\r\n" in text else "\n"
    body = text.rstrip("\r\n")
    return body + line_end * (1 if close else 2) + line_end.join(missing) + text[len(body) :]
