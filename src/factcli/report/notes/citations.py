"""Judging what a report cites: its footnotes of facts, notes pasted into it, and the keys of exported sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from factcli.citation.markup import Markup
from factcli.report.document import Document
from factcli.report.finding import Finding
from factcli.report.notes import footnotes
from factcli.report.notes.code import blanked
from factcli.report.notes.footnotes import Footnote, Footnotes
from factcli.report.notes.known import Notes
from factcli.report.spans import Spans
from factcli.store.locator import Locator, parse
from factcli.store.model import Store

_PERHAPS, _SURELY = 60, 90
"""From this likeness on, in percent, an id may be, or is, a typing error of another."""
_KEY = r"\w+(?:[:.#$%&+?<>~/-]\w+)*"
_KEYS = {
    Markup.MARKDOWN: rf"(?<![\w.@\\/])@(?:\{{(?P<braced>[^}}\s]+)\}}|(?P<key>{_KEY}))"
    r"(?:(?:,\s*|\s+\[)(?P<locator>[^\];@]{1,300})(?=[\];]))?",
    Markup.ORG: rf"(?<=[\[;:\s])@(?P<key>{_KEY})(?:,?[ ]+(?P<locator>[^\];@\n]{{1,300}})(?=[\];]))?",
    Markup.LATEX: r"\\\w*[Cc]ite\w*\*?(?:\[[^\]]{0,300}\](?=\[))?(?:\[(?P<locator>[^\]]{0,300})\])?"
    r"\{(?P<key>[^}]{1,1000})\}",
    Markup.TYPST: rf"(?<![\w@\\/])@(?P<key>{_KEY})(?:\[(?P<locator>[^\]]{{0,300}})\])?",
}
"""How sources are cited by their keys, of several at once in LaTeX: {one,two}."""
_AGAIN = {
    Markup.LATEX: r"\\footref\{fact:(?P<id>[a-z0-9-]+)\}",
    Markup.TYPST: r"(?<!\w)@fact:(?P<id>[a-z0-9-]+)",
}
_COMMANDS = {
    Markup.ASCIIDOC: "footnote:fact-{}[",
    Markup.LATEX: "\\footnote{{\\label{{fact:{}}}",
    Markup.TYPST: "#footnote[",
}
"""What stands before a note in the text."""


def judge(document: Document, markup: Markup | None, store: Store) -> list[Finding]:
    """Judge what a report cites, in order; `markup` is that of its file, None if facts have no footnotes in it."""
    notes = Notes(store)
    found: list[Finding] = []
    own = Footnotes((), ())
    if markup:
        own = footnotes.find(document.text, markup)
        found += _Footnotes(document.text, markup, store, notes, own).judged()
        found += _keys(document.text, markup, store)
    found += _pasted(document, own, store, notes)
    return sorted(found, key=lambda finding: (finding.start, finding.end))


class _Footnotes:
    """The footnotes of facts in a report."""

    def __init__(self, text: str, markup: Markup, store: Store, notes: Notes, found: Footnotes) -> None:
        self._text, self._markup, self._store, self._notes, self._found = text, markup, store, notes, found
        self._superseded = store.superseded()
        self._noted = {note.id for note in found.notes if self._said(note)}

    def judged(self) -> Iterator[Finding]:
        """Judge each reference, and each note that is not its own reference."""
        references = [*self._found.references, *self._again()]
        notes = frozenset(self._found.notes)
        for reference in references:
            is_note = reference in notes and bool(self._said(reference))
            yield self._note(reference) if is_note else self._reference(reference)
        if footnotes.stands_apart(self._markup):
            referred = {reference.id for reference in references}
            for note in self._found.notes:
                # of what is wrong with the fact itself, its references tell
                if note.id not in referred or not self._objection(note.id):
                    yield self._note(note)

    def _again(self) -> Iterator[Footnote]:
        if pattern := _AGAIN.get(self._markup):
            for match in re.finditer(pattern, blanked(self._text, self._markup)):
                yield Footnote(match["id"], *match.span())

    def _reference(self, reference: Footnote) -> Finding:
        if objection := self._objection(reference.id):
            return self._finding(reference, *objection)
        if reference.id not in self._noted:
            return self._finding(reference, "C301", f"{reference.id} has no note yet")
        return self._finding(reference, "C300", f"cites {reference.id}")

    def _note(self, note: Footnote) -> Finding:
        if objection := self._objection(note.id):
            return self._finding(note, *objection)
        if self._notes.is_of(self._said(note), self._store.facts[note.id], self._markup):
            return self._finding(note, "C300", f"is the note of {note.id}")
        return self._finding(note, "C301", f"is not the note of {note.id} as it is now")

    def _objection(self, identifier: str) -> tuple[str, str] | None:
        """Return the code and the words for a fact that can't be cited, None if it can."""
        if identifier not in self._store.facts:
            near = _close(identifier, self._store.facts.keys(), _PERHAPS)
            return "C303", f"there is no fact {identifier!r}{f'; did you mean {near}?' if near else ''}"
        if identifier in self._superseded:
            return "C302", _superseded(identifier, self._superseded)
        return None

    def _said(self, note: Footnote) -> str:
        """Return what a note says, without what names it."""
        text = self._text[note.start : note.end]
        if footnotes.stands_apart(self._markup):
            text = text.partition("]")[2].removeprefix(":")
        return text.strip()

    def _finding(self, note: Footnote, code: str, message: str) -> Finding:
        start, end = note.start, note.end
        if start == end:  # of a note that is empty, its command is what there is to show
            start -= len(_COMMANDS[self._markup].format(note.id))
        fact = note.id if note.id in self._store.facts else None
        text = self._text[start:end]
        return Finding(start=start, end=end, kind="footnote", code=code, text=text, message=message, fact=fact)


def _superseded(identifier: str, by: Mapping[str, str]) -> str:
    """Name what replaces a fact, or what in turn replaced that."""
    last, seen = identifier, {identifier}
    while (following := by.get(last)) and following not in seen:
        last = following
        seen.add(last)
    return f"{identifier} was superseded by {last}: cite that"


def _close(identifier: str, known: Collection[str], likeness: float) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(identifier.lower(), known, scorer=fuzz.ratio, score_cutoff=likeness)
    return found[0] if found else None


def _pasted(document: Document, own: Footnotes, store: Store, notes: Notes) -> Iterator[Finding]:
    """Judge notes of any label that are citations of facts; what another note says is nobody's business."""
    superseded = store.superseded()
    ours = Spans((note.start, note.end) for note in own.notes)
    for block in document.blocks:
        if block.kind != "note" or not block.text.strip():
            continue
        start, end = block.span(0, len(block.text))
        if ours.overlap(start, end):
            continue
        facts = notes.cited(block.text)
        if not facts:
            continue
        good = [fact for fact in facts if fact.id not in superseded]
        fact = (good or facts)[0] if len(good or facts) == 1 else None
        message = f"cites {facts[0].source}" if fact is None else f"is the note of {fact.id}"
        code = "C300"
        if not good:
            code, fact = "C302", facts[0]
            message = _superseded(fact.id, superseded)
        yield Finding(
            start=start, end=end, kind="footnote", code=code, text=block.text, message=message,
            fact=fact.id if fact else None,
        )  # fmt: skip


def _keys(text: str, markup: Markup, store: Store) -> Iterator[Finding]:
    """Judge the keys of sources that a report cites in Pandoc's Markdown, Org, BibLaTeX or Typst.

    A report may cite other works too, so only what is surely meant for a source of this store is judged.
    """
    if markup not in _KEYS:
        return
    known = _places(store)
    for match in re.finditer(_KEYS[markup], blanked(text, markup)):
        group = "key" if match["key"] else "braced"
        at = match.start(group)
        for item in match[group].split(","):
            key, start = item.strip(), at + len(item) - len(item.lstrip())
            at += len(item) + 1
            if judged := _key(key, match["locator"] or "", store, known):
                code, message = judged
                end = start + len(key)
                yield Finding(start=start, end=end, kind="footnote", code=code, text=key, message=message)


def _places(store: Store) -> dict[str, set[tuple[str, str]]]:
    """Return by source where its facts are from."""
    places: dict[str, set[tuple[str, str]]] = {source: set() for source in store.sources}
    for fact in store.facts.values():
        if fact.locator:
            places[fact.source].add((fact.locator.label, fact.locator.value))
    return places


def _key(key: str, said: str, store: Store, places: Mapping[str, set[tuple[str, str]]]) -> tuple[str, str] | None:
    if key in store.sources:
        locator = _locator(said)
        if locator and (locator.label, locator.value) not in places[key]:
            return None  # no fact is from there, and the source may say much else
        return "C300", f"cites {key}{f', {locator.text}' if locator else ''}"
    if key in store.facts:
        return "C303", f"{key} is a fact, not a source; did you mean {store.facts[key].source}?"
    near = _close(key, store.sources.keys(), _SURELY)
    # keys that differ in their figures are of other works of the same name
    if near and re.findall(r"\d+", key) == re.findall(r"\d+", near):
        return "C303", f"there is no source {key!r}; did you mean {near}?"
    return None


def _locator(text: str) -> Locator | None:
    try:
        return parse(text)
    except ValueError:
        return None
