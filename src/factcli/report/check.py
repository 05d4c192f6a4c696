"""Checking a report: each of its passages that can be judged, held against the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from factcli.citation.markup import Markup
from factcli.errors import Fault
from factcli.quote.evidence import Examiner
from factcli.report import figures
from factcli.report.accept import accept
from factcli.report.claims.judge import Judge
from factcli.report.document import Document
from factcli.report.finding import Finding
from factcli.report.notes import citations, footnotes
from factcli.report.quotations import passages, quotes
from factcli.report.quotations.corpus import Corpus
from factcli.report.reading import read
from factcli.store.model import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.search.plan import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report by its name, with what was found in it, in order, and what is wrong with comments in it."""

    path: str
    """The path of its file as it was given, for programs."""
    name: str
    """The same as it is shown to people."""
    markup: Markup | None
    document: Document
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def problems(self) -> list[Finding]:
        """What is to be mended."""
        return [finding for finding in self.findings if finding.is_problem]


class Checker:
    """Checks reports by a store, which is made ready once: its quotes, and the index of its facts."""

    def __init__(self, store: Store, examiner: Examiner, index: Index) -> None:
        self._store = store
        self._corpus = Corpus(store, examiner)
        self._judge = Judge(index, store.facts)

    def check(self, content: bytes, path: str, name: str, rules: Iterable[str]) -> Checked:
        """Judge a report's passages by `rules`, given by their codes; comments in it may accept what is wrong.

        `path` is that of its file, `name` how that is shown.

        Raises FactError if it can't be read.
        """
        document, markup = read(content, name), _markup(name)
        found, faults = accept(document, self._findings(document, markup), markup, name)
        wanted = set(rules)
        findings = tuple(finding for finding in found if finding.code in wanted)
        return Checked(path=path, name=name, markup=markup, document=document, findings=findings, faults=tuple(faults))

    def _findings(self, document: Document, markup: Markup | None) -> list[Finding]:
        """Return what the store says to each passage of a report that can be judged, in order."""
        quoted = passages.passages(document.blocks)
        found = [
            *quotes.judge(document, quoted, self._corpus),
            *citations.judge(document, markup, self._store),
            *figures.judge(document, self._judge, passages.spans(quoted)),
        ]
        return sorted(found, key=lambda finding: (finding.start, -finding.end))


def _markup(name: str) -> Markup | None:
    """Return the markup of a report; one whose name says nothing, as standard input, is Markdown."""
    return footnotes.markup_of(name) if PurePath(name).suffix else Markup.MARKDOWN
