"""A source with what is quoted of it, as reference managers keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factcli.quote.evidence import Evidence
from factcli.store.model import Fact, Source
from factcli.text.safe import safe


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, and the facts whose quotes may be quoted."""

    source: Source
    facts: list[Fact] = field(default_factory=list)

    def notes(self) -> Iterator[str]:
        """Return each quote on one line, with its place: “Over a hundred came” (p. 12)."""
        for fact in self.facts:
            yield f"“{safe(fact.quote)}”{f' ({safe(fact.locator.text)})' if fact.locator else ''}"


def references(found: Iterable[Evidence]) -> list[Reference]:
    """Gather the sources of facts in the order of their first use."""
    gathered: dict[str, Reference] = {}
    for evidence in found:
        reference = gathered.setdefault(evidence.source.id, Reference(evidence.source))
        if evidence.may_be_quoted:
            reference.facts.append(evidence.fact)
    return list(gathered.values())
