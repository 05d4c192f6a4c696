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

DIFFERENCES: dict[str, set[str]] = {
    "The locale has no term for surahs; without one the number stands alone.": {
        "uncertain chicago note",
        "uncertain chicago short",
        "uncertain apa intext",
        "uncertain mla intext",
        "uncertain ieee intext",
        "uncertain harvard intext",
    },
    "MLA puts no comma before a time; citeproc-js does not know the locator (MLA Handbook 6.26).": {
        "newspaper-unsigned mla intext",
        "newspaper-edition mla intext",
        "book-volume-editor mla intext",
        "event mla intext",
        "song-lp mla intext",
        "interview-radio mla intext",
        "episode-directed mla intext",
        "podcast mla intext",
    },
    "Chicago writes volume and page as 1:1 (CMOS 14.44).": {
        "archived chicago note",
        "composer-circa chicago note",
        "composer-circa chicago short",
    },
    "The repeat right behind is cited as by ibid. there, and names no title.": {
        "review chicago short",
        "review-titled chicago short",
    },
    "A space is lost in the style: “Portsby”.": {
        "review mla bibliography",
        "review-titled mla bibliography",
    },
    "The style leaves two marks behind each other: “no. 3.,”.": {
        "chapter-series ieee bibliography",
        "institution-and-person-in-book ieee bibliography",
    },
    "A DOI that is written as an address becomes one twice.": {
        "journal-article-number chicago note",
        "journal-article-number chicago bibliography",
        "journal-article-number apa bibliography",
        "journal-article-number mla bibliography",
        "journal-article-number ieee bibliography",
        "journal-article-number harvard bibliography",
    },
    "The comma behind the writer of a letter is lost where it has a title.": {
        "letter-plain chicago note",
        "letter-titled chicago note",
        "letter-doubted chicago note",
    },
    "A hyphen or comma inside a number is taken for several numbers: “Pub. L. Nos. 93-205”.": {
        "public-law chicago note",
        "public-law chicago bibliography",
        "public-law apa bibliography",
        "public-law mla bibliography",
        "public-law-section chicago note",
        "public-law-section chicago bibliography",
        "public-law-section apa bibliography",
        "public-law-section mla bibliography",
        "hearing-numbered mla bibliography",
        "patent-commas mla bibliography",
        "treaty-before-christ mla bibliography",
    },
    "Without a day of access the style leaves “Retrieved” before the address (APA 9.16: none is needed).": {
        "institution-and-person apa bibliography",
        "institution-and-person-in-book apa bibliography",
    },
    "CSL-JSON has no form for them, so that a processor gets the EDTF: “2015/..”, “193X”.": {
        "open-end chicago note",
        "open-end chicago bibliography",
        "open-end apa intext",
        "open-end apa bibliography",
        "open-end mla bibliography",
        "open-end harvard intext",
        "open-end harvard bibliography",
        "decade chicago note",
        "decade chicago bibliography",
        "decade apa intext",
        "decade apa bibliography",
        "decade mla bibliography",
        "decade ieee bibliography",
        "decade harvard intext",
        "decade harvard bibliography",
    },
}
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
