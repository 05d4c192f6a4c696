"""Citing several facts at once: repeats, numbers, and a bibliography without them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcli.citation.markup import Markup, render
from factcli.citation.styles.style import Form, Style
from factcli.citation.tree import Tree
from factcli.citation.work import Work
from factcli.store.model import Fact, Source
from factcli.text.fold import fold


@dataclass(frozen=True, slots=True)
class Citation:
    """What is written for a fact; in a bibliography for the first of those that share a source."""

    fact: Fact
    form: Form
    tree: Tree


def cite(facts: Sequence[tuple[Fact, Source]], style: Style, form: Form, start: int = 1) -> list[Citation]:
    """Cite facts in their order; a note for a source that has had one is the short one.

    A bibliography lists each source once, sorted as its style sorts. Styles that number count sources from `start`.
    """
    numbers: dict[str, int] = {}
    for fact, _ in facts:
        numbers.setdefault(fact.source, start + len(numbers))
    if form is Form.BIBLIOGRAPHY:
        first = {fact.source: (fact, source) for fact, source in reversed(facts)}
        entries = [
            Citation(fact, form, style.write(Work(source), form, numbers[source.id]))
            for fact, source in (first[identifier] for identifier in numbers)
        ]
        return entries if style.numbered else sorted(entries, key=_order)
    cited = []
    for (fact, source), repeated in zip(facts, _repeats(fact.source for fact, _ in facts), strict=True):
        own = Form.SHORT if form is Form.NOTE and repeated else form
        cited.append(Citation(fact, own, style.write(Work(source, fact.locator), own, numbers[source.id])))
    return cited


def _repeats(sources: Iterable[str]) -> Iterable[bool]:
    seen: set[str] = set()
    for source in sources:
        yield source in seen
        seen.add(source)


def _order(entry: Citation) -> str:
    """Sort letter by letter, whatever the marks and the case."""
    return fold(render(entry.tree, Markup.TEXT).lstrip("“‘[("))
