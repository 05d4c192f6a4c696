"""Checking a report: each of its passages that can be judged, held against the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
    document: Document
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def problems(self) -> list[Finding]:
        """What is to be mended."""
        return [finding for finding in self.findings if finding.is_problem]


def check(content: bytes, name: str, store: Store, examiner: Examiner, rules: Iterable[str]) -> Checked:
    """Judge a report's passages by `rules`, given by their codes; comments in it may accept what is wrong."""
    document = stand_in.read(content, name)
    found, faults = accept(document, judge(document, name, store, examiner), footnotes.markup_of(name), name)
    wanted = set(rules)
    findings = tuple(finding for finding in found if finding.code in wanted)
    return Checked(name=name, document=document, findings=findings, faults=tuple(faults))


def judge(document: Document, name: str, store: Store, examiner: Examiner) -> list[Finding]:
    """Return what the store says to each passage of a report that can be judged, in order."""
    found = [
        *stand_in.quotes(document, store, examiner),
        *stand_in.citations(document, name, store),
        *stand_in.figures(document, store),
    ]
    return sorted(found, key=lambda finding: (finding.start, -finding.end))
