"""What stands behind a fact: its source, and its quote's place in the source's own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from factcli.errors import Fault, StoreError
from factcli.quote.source_text import SourceText
from factcli.quote.verdict import Finding, Verdict, judge
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

    def context(self) -> tuple[str | None, str | None]:
        """Return what stands before and after the quote in its paragraph, (None, None) without the source's text."""
        place = self.finding.anchor
        if self.text is None or place is None:
            return None, None
        holding = [(start, end) for start, end in self.text.paragraphs if start < place.end and place.start < end]
        return self.text.text[holding[0][0] : place.start], self.text.text[place.end : holding[-1][1]]


class Examiner:
    """Examines quotes of the store at `path`, reading each source's text once; `texts` are texts that it need not read.

    What is wrong goes to `warnings`.
    """

    def __init__(self, path: Path, texts: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.warnings: list[Fault] = []
        self._texts: dict[str, SourceText | None] = {source: SourceText(text) for source, text in (texts or {}).items()}

    def examine(self, fact: Fact, source: Source) -> Evidence:
        """Look up the quote of `fact` in its source's text, where that is there."""
        text = self._text(source.id, source.text)
        locator = (fact.locator.label, fact.locator.value, fact.locator.text) if fact.locator else None
        return Evidence(fact=fact, source=source, finding=self._hold(fact.id, fact.quote, locator, text), text=text)

    def verdict(self, record: Quoted) -> Verdict:
        """Tell how a quote stands to its source's text."""
        text = self._text(record.source_id, record.text)
        locator = (record.label, record.locator or "", record.locator_text or "") if record.label else None
        return self._hold(record.id, record.quote, locator, text).verdict

    def _hold(self, fact: str, quote: str, locator: tuple[str, str, str] | None, text: SourceText | None) -> Finding:
        if text is None:
            return Finding(verdict="unchecked")
        found = judge(text, quote, locator[1] if locator and locator[0] == "paragraph" else None)
        if found.verdict in ("altered", "missing"):
            self._warn(
                fact, "quote", "is not in its source's text", f"Don't use it as a quote; see: fact verify {fact}"
            )
        elif locator and found.paragraph:
            problem = f"says {locator[2]}, but the quote stands in paragraph {found.paragraph}"
            self._warn(fact, "locator", problem, f'Write locator = "para. {found.paragraph}".')
        return found

    def _warn(self, fact: str, key: str, problem: str, mend: str) -> None:
        warning = Fault(file=display(self.path), path=f"fact.{fact}.{key}", problem=problem, mend=mend)
        if warning not in self.warnings:
            self.warnings.append(warning)

    def _text(self, source: str, path: str | None) -> SourceText | None:
        if source not in self._texts:
            self._texts[source] = self._read(source, path) if path else None
        return self._texts[source]

    def _read(self, source: str, path: str) -> SourceText | None:
        try:
            text = source_text(self.path, source, path)
        except StoreError as error:
            self.warnings += error.faults
            return None
        return None if text is None else SourceText(text)
