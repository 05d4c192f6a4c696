"""What stands behind a fact: its source, and its quote's place in the source's own text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from factcli.errors import Fault, StoreError
from factcli.quote.anchor import Anchor, anchor, paragraph_number, paragraphs
from factcli.store.model import Fact, Source
from factcli.store.read import display, source_text

Verdict = Literal["verbatim", "altered", "unchecked"]


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
    """A fact with its source and the verdict on its quote."""

    fact: Fact
    source: Source
    verdict: Verdict
    text: str | None = None
    anchor: Anchor | None = None

    def context(self) -> tuple[str | None, str | None]:
        """Return what stands before and after the quote in its paragraph, (None, None) without the source's text."""
        if self.text is None or self.anchor is None:
            return None, None
        holding = [
            (start, end) for start, end in paragraphs(self.text) if start < self.anchor.end and self.anchor.start < end
        ]
        return self.text[holding[0][0] : self.anchor.start], self.text[self.anchor.end : holding[-1][1]]


class Examiner:
    """Examines quotes of the store at `path`, reading each source's text once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warnings: list[Fault] = []
        self._texts: dict[str, str | None] = {}

    def examine(self, fact: Fact, source: Source) -> Evidence:
        """Look up the quote of `fact` in its source's text, where that is there; what is wrong goes to `warnings`."""
        text = self._text(source.id, source.text)
        locator = (fact.locator.label, fact.locator.value, fact.locator.text) if fact.locator else None
        verdict, found = self._hold(fact.id, fact.quote, locator, text, source.text)
        return Evidence(fact=fact, source=source, verdict=verdict, text=text, anchor=found)

    def verdict(self, record: Quoted) -> Verdict:
        """Tell how a quote stands to its source's text; what is wrong goes to `warnings`."""
        text = self._text(record.source_id, record.text)
        locator = (record.label, record.locator or "", record.locator_text or "") if record.label else None
        return self._hold(record.id, record.quote, locator, text, record.text)[0]

    def _hold(
        self, fact: str, quote: str, locator: tuple[str, str, str] | None, text: str | None, file: str | None
    ) -> tuple[Verdict, Anchor | None]:
        if text is None:
            return "unchecked", None
        found = anchor(text, quote)
        if found is None:
            self._warn(fact, "quote", f"is not in {file}", f"Don't use it as a quote; compare: fact show {fact}")
            return "altered", None
        number = str(paragraph_number(text, found.start))
        if locator and locator[0] == "paragraph" and locator[1] != number and found.how != "elided":
            problem = f"says {locator[2]}, but the quote stands in paragraph {number}"
            self._warn(fact, "locator", problem, f'Write locator = "para. {number}".')
        return "verbatim", found

    def _warn(self, fact: str, key: str, problem: str, mend: str) -> None:
        warning = Fault(file=display(self.path), path=f"fact.{fact}.{key}", problem=problem, mend=mend)
        if warning not in self.warnings:
            self.warnings.append(warning)

    def _text(self, source: str, path: str | None) -> str | None:
        if path is None:
            return None
        if source not in self._texts:
            try:
                self._texts[source] = source_text(self.path, source, path)
            except StoreError as error:
                self.warnings += error.faults
                self._texts[source] = None
        return self._texts[source]
