"""Checking a report: each of its passages that can be judged, held against the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from factcli.citation.markup import Markup
from factcli.errors import Fault
from factcli.quote.evidence import Examiner
from factcli.report import footnotes, stand_in
from factcli.report.accept import accept
from factcli.report.document import Document
from factcli.report.finding import Finding
from factcli.store.model import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report by its name, with what was found in it, in order, and what is wrong with comments in it."""

    name: str
    markup: Markup | None
    document: Document
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def problems(self) -> list[Finding]:
        """What is to be mended."""
        return [finding for finding in self.findings if finding.is_problem]


def check(content: bytes, name: str, store: Store, examiner: Examiner, rules: Iterable[str]) -> Checked:
    """Judge a report's passages by `rules`, given by their codes; comments in it may accept what is wrong.

    Raises FactError if it can't be read.
    """
    document, markup = stand_in.read(content, name), _markup(name)
    found, faults = accept(document, judge(document, markup, store, examiner), markup, name)
    wanted = set(rules)
    findings = tuple(finding for finding in found if finding.code in wanted)
    return Checked(name=name, markup=markup, document=document, findings=findings, faults=tuple(faults))


def judge(document: Document, markup: Markup | None, store: Store, examiner: Examiner) -> list[Finding]:
    """Return what the store says to each passage of a report that can be judged, in order."""
    found = [
        *stand_in.quotes(document, store, examiner),
        *stand_in.citations(document, markup, store),
        *stand_in.figures(document, store),
    ]
    return sorted(found, key=lambda finding: (finding.start, -finding.end))


def _markup(name: str) -> Markup | None:
    """Return the markup of a report; one whose name says nothing, as standard input, is Markdown."""
    return footnotes.markup_of(name) if PurePath(name).suffix else Markup.MARKDOWN
