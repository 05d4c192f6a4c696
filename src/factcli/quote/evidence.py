"""What stands behind a fact: its source, and its quote's place in the source's own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from factcli.errors import Fault, StoreError
from factcli.quote.anchor import Anchor
from factcli.quote.source_text import SourceText
from factcli.quote.verdict import Finding, Verdict, judge
from factcli.store import lock_file
from factcli.store.lock_file import Lock
from factcli.store.model import Fact, Source
from factcli.store.read import display, source_text


class Quoted(Protocol):
    """A quote, with what its source says of its place."""

    id: str
    quote: str
    label: str | None
    locator: str | None
    locator_text: str | None
    source_id: str
    text: str | None
    since: str | None
    """The date since which it is locked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact with its source and what became of looking up its quote; `text` is None where it is not at hand."""

    fact: Fact
    source: Source
    finding: Finding
    text: SourceText | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict on the quote."""
        return self.finding.verdict

    @property
    def may_be_quoted(self) -> bool:
        """Whether the quote was not looked up in vain."""
        return self.verdict not in ("altered", "missing")

    def context(self) -> tuple[str | None, str | None]:
        """Return what stands before and after the quote in its paragraph, (None, None) without the source's text."""
        place = self.finding.anchor
        if self.text is None or place is None:
            return None, None
        holding = [(start, end) for start, end in self.text.paragraphs if start < place.end and place.start < end]
        return self.text.text[holding[0][0] : place.start], self.text.text[place.end : holding[-1][1]]


class Examiner:
    """Examines quotes of the store at `path`, reading each source's text once.

    `texts` are texts that it need not read.
    """

    def __init__(self, path: Path, texts: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.remarks: list[Fault] = []
        """What is wrong with texts and locators."""
        self.refuted: list[Fault] = []
        """Quotes that are not in their sources."""
        self.places: dict[str, tuple[SourceText, Anchor]] = {}
        """By fact, where the quotes that were examined and found stand."""
        self._texts: dict[str, SourceText | None] = {key: SourceText(text) for key, text in (texts or {}).items()}

    @property
    def warnings(self) -> list[Fault]:
        """All that is wrong."""
        return [*self.remarks, *self.refuted]

    @cached_property
    def lock(self) -> Lock:
        """The lock file of the store; raises StoreError if it can't be read."""
        return lock_file.load(self.path)

    def examine(self, fact: Fact, source: Source) -> Evidence:
        """Look up the quote of `fact` in its source's text, where that is there, else in the lock file."""
        text = self._text(source.id, source.text)
        locator = (fact.locator.label, fact.locator.value, fact.locator.text) if fact.locator else None
        finding = self._hold(fact.id, fact.quote, locator, text) if text else self._without_text(fact, source)
        return Evidence(fact=fact, source=source, finding=finding, text=text)

    def verdict(self, record: Quoted) -> Verdict:
        """Tell how a quote stands to its source's text, and where that is not there, whether it is locked."""
        text = self._text(record.source_id, record.text)
        if text is None:
            return "locked" if record.since else "unchecked"
        locator = (record.label, record.locator or "", record.locator_text or "") if record.label else None
        return self._hold(record.id, record.quote, locator, text).verdict

    def text(self, source: Source) -> SourceText | None:
        """Return the text of a source, None where it is not at hand."""
        return self._text(source.id, source.text)

    def _hold(self, fact: str, quote: str, locator: tuple[str, str, str] | None, text: SourceText) -> Finding:
        found = judge(text, quote, locator[1] if locator and locator[0] == "paragraph" else None)
        if found.anchor:
            self.places[fact] = text, found.anchor
        if found.verdict in ("altered", "missing"):
            mend = f"Don't use it as a quote; see: fact verify {fact}"
            self._note(self.refuted, fact, "quote", "is not in its source", mend)
        elif locator and found.paragraph:
            problem = f"says {locator[2]}, but the quote stands in paragraph {found.paragraph}"
            self._note(self.remarks, fact, "locator", problem, f'Write locator = "para. {found.paragraph}".')
        return found

    def _without_text(self, fact: Fact, source: Source) -> Finding:
        if proof := self.lock.proof(fact):
            date = proof.date.isoformat()
            place = Anchor(proof.start, proof.end, "exact")
            return Finding(
                verdict="locked", anchor=place, since=date, detail=f"unchanged since it was checked on {date}"
            )
        if held := self.lock.quotes.get(fact.id):
            detail = f"changed since it was checked on {held.date}"
        elif source.text is None:
            detail = "the store names no text of its source"
        else:
            detail = "the text of its source is not at hand"
        return Finding(verdict="unchecked", detail=detail)

    def _note(self, notes: list[Fault], fact: str, key: str, problem: str, mend: str) -> None:
        warning = Fault(file=display(self.path), path=f"fact.{fact}.{key}", problem=problem, mend=mend)
        if warning not in notes:
            notes.append(warning)

    def _text(self, source: str, path: str | None) -> SourceText | None:
        if source not in self._texts:
            self._texts[source] = self._read(source, path) if path else None
        return self._texts[source]

    def _read(self, source: str, path: str) -> SourceText | None:
        try:
            text = source_text(self.path, source, path)
        except StoreError as error:
            self.remarks += error.faults
            return None
        return None if text is None else SourceText(text)
