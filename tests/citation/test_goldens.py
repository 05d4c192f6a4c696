"""Our citations are those of pandoc or citeproc-js with the official CSL styles, but for differences that have a reason.

Letter case is left aside, as those processors change that of titles and we don't; so are straight apostrophes, which
they turn into typographic ones. How the goldens are made: goldens.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from factcli.citation.markup import Markup, render
from factcli.citation.styles import STYLES, Name
from factcli.citation.styles.style import Form
from factcli.citation.work import Work
from tests.citation.sources import GOLDENS, facts

DIFFERENCES: dict[str, set[str]] = {}
"""Reasons, each with what it is the reason for: a source, its style and form."""

STORED = json.loads(GOLDENS.read_text(encoding="utf-8"))


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """Yield what is cited and how, what we write, and what the processors write."""
    for fact, source in facts():
        for style, forms in STORED[source.id].items():
            for form, expected in forms.items():
                if expected:
                    tree = STYLES[Name(style)].write(Work(source, fact.locator), Form(form))
                    yield f"{source.id} {style} {form}", render(tree, Markup.TEXT), expected


CASES = list(cases())


def folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


@pytest.mark.parametrize(("name", "written", "expected"), CASES, ids=[name for name, _, _ in CASES])
def test_equals_a_golden(name: str, written: str, expected: list[str]) -> None:
    equal = folded(written) in map(folded, expected)
    named = any(name in names for names in DIFFERENCES.values())
    if named:
        assert not equal, "is named as a difference, and is none"
    else:
        assert equal, "\n".join([f"ours: {written}", *(f"theirs: {text}" for text in expected)])


def test_differences_are_of_what_there_is() -> None:
    named = [name for names in DIFFERENCES.values() for name in names]
    assert sorted(set(named) - {name for name, _, _ in CASES}) == []
    assert len(named) < 0.05 * len(CASES)


def test_there_are_goldens_of_every_source() -> None:
    assert {source.id for _, source in facts()} == STORED.keys()
