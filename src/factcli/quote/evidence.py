"""What stands behind a fact: its source, and its quote's place in the source's own text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcli.errors import Fault, StoreError
from factcli.quote.anchor import Anchor, anchor, paragraph_number, paragraphs
from factcli.store.model import Fact, Source, Store
from factcli.store.read import display, read_text

Verdict = Literal["verbatim", "altered", "unchecked"]


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
    """Examines the facts of one store, reading each source's text once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.warnings: list[Fault] = []
        self._texts: dict[str, str | None] = {}

    def examine(self, fact: Fact) -> Evidence:
        """Look up the quote of `fact` in its source's text, where that is there; what is wrong goes to `warnings`."""
        source = self.store.sources[fact.source]
        if source.id not in self._texts:
            self._texts[source.id] = self._text(source)
        text = self._texts[source.id]
        if text is None:
            return Evidence(fact=fact, source=source, verdict="unchecked")
        found = anchor(text, fact.quote)
        if found is None:
            problem = f"is not in {source.text}"
            self._warn(fact, "quote", problem, f"Don't use it as a quote; compare: fact show {fact.id}")
            return Evidence(fact=fact, source=source, verdict="altered", text=text)
        number = str(paragraph_number(text, found.start))
        if (
            fact.locator
            and fact.locator.label == "paragraph"
            and fact.locator.value != number
            and found.how != "elided"
        ):
            problem = f"says {fact.locator.text}, but the quote stands in paragraph {number}"
            self._warn(fact, "locator", problem, f'Write locator = "para. {number}".')
        return Evidence(fact=fact, source=source, verdict="verbatim", text=text, anchor=found)

    def _warn(self, fact: Fact, key: str, problem: str, mend: str) -> None:
        warning = Fault(file=display(self.store.path), path=f"fact.{fact.id}.{key}", problem=problem, mend=mend)
        if warning not in self.warnings:
            self.warnings.append(warning)

    def _text(self, source: Source) -> str | None:
        try:
            return read_text(self.store, source)
        except StoreError as error:
            self.warnings += error.faults
            return None
