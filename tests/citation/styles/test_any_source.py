"""Whatever a source has, every style cites it in every form, with marks and spaces as a reader expects them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcli.citation.markup import Markup, render
from factcli.citation.styles import STYLES, Name
from factcli.citation.styles.style import Form
from factcli.citation.work import Work
from factcli.store import csl, locator
from factcli.store.model import Name as PersonalName
from factcli.store.model import Source
from factcli.text import edtf

WORDS = st.lists(st.text("abcXYZ éßпр港", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=4)
PHRASES = st.builds(lambda words, end: " ".join(words) + end, WORDS, st.sampled_from(["", "", "", ".", "?", "!"]))
TITLES = PHRASES | st.builds(lambda a, b: f"{a} “{b}”", PHRASES, PHRASES)
DATES = st.sampled_from(
    ["2024", "2024-05", "2024-05-03", "2004-21", "1850~", "1903?", "-0043", "201X", "19XX", "2024/2025", "2024/..",
     "../2020", "2024-05-03/2024-05-05", "2024-05-30/2024-06-02", "2023-12-30/2024-01-02", "1870~/1875~"]
).map(edtf.parse)  # fmt: skip
NAME = st.builds(
    PersonalName,
    family=PHRASES,
    given=st.none() | PHRASES,
    suffix=st.none() | st.sampled_from(["Jr.", "III"]),
    dropping_particle=st.none() | st.just("von"),
    non_dropping_particle=st.none() | st.sampled_from(["van der", "d’"]),
) | st.builds(PersonalName, literal=PHRASES)
NUMBERS = st.sampled_from(["2", "12a", "3-5", "7 & 9", "IV", "TR-12", "101-118", "44-8"])
VALUES = {
    **dict.fromkeys(sorted(csl.NUMBERS - {"citation-number", "first-reference-note-number"}), NUMBERS),
    **dict.fromkeys(sorted(csl.STRINGS - {"title", "language", "URL", "DOI"}), PHRASES),
    "URL": st.just("https://a.example/b"),
    "DOI": st.sampled_from(["10.1000/x", "https://doi.org/10.1000/x"]),
}
LOCATORS = st.none() | st.sampled_from(
    ["p. 3", "pp. 3-5", "para. 2", "vol. 2, p. 7", "vol. 2", "s.v. a", "00:12:33", "line 4", "chap. Three", "pt. IV",
     *(f"{label} 2" for label in sorted(locator.LABELS - {"timestamp"}))]
).map(locator.parse)  # fmt: skip


def some(values: dict[str, st.SearchStrategy[str]]) -> st.SearchStrategy[dict[str, str]]:
    return st.lists(st.sampled_from(sorted(values)), unique=True, max_size=12).flatmap(
        lambda names: st.fixed_dictionaries({name: values[name] for name in names})
    )


SOURCES = st.builds(
    Source,
    id=st.just("s"),
    type=st.sampled_from(sorted(csl.TYPES)),
    title=TITLES,
    names=st.dictionaries(
        st.sampled_from(sorted(csl.NAMES)), st.lists(NAME, min_size=1, max_size=8).map(tuple), max_size=4
    ),
    dates=st.dictionaries(st.sampled_from(sorted(csl.DATES)), DATES, max_size=4),
    variables=some(VALUES),
)
STRAY = re.compile(r"\.\.|,,|,\.|;;|::|\.,,| [.,;:](?!\.)|\s\s|^\s|\s$|\( | \)|\(\)|\[\]|“”")


@pytest.mark.parametrize("style", list(Name))
@settings(max_examples=150)
@given(source=SOURCES, where=LOCATORS, form=st.sampled_from(list(Form)))
def test_marks_and_spaces(style: Name, source: Source, where: locator.Locator | None, form: Form) -> None:
    written = render(STYLES[style].write(Work(source, where), form), Markup.TEXT)
    assert written
    assert not (stray := STRAY.search(written)), f"{stray[0]!r} in {written!r}"
    for opening, closing in ("()", "[]", "“”"):
        assert written.count(opening) == written.count(closing), written


@pytest.mark.parametrize("style", list(Name))
@settings(max_examples=100)
@given(source=SOURCES)
@example(source=Source(id="s", type="book", title="The mariner's  “Friend”: a\ttale"))
def test_title_and_authors_stand_as_they_are(style: Name, source: Source) -> None:
    author = (PersonalName(family="Büren", given="Zoë"),)
    plain = Source(id="s", type=source.type, title=source.title, names={"author": author}, variables={"publisher": "P"})
    written = render(STYLES[style].write(Work(plain), Form.BIBLIOGRAPHY), Markup.TEXT)
    title = " ".join(source.title.split())
    assert _in_single_quotes(title).rstrip("?!.") in _in_single_quotes(written)
    if plain.type not in ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty"):
        assert "Büren" in written


def _in_single_quotes(text: str) -> str:
    return re.sub("[“”]", "", text.replace("‘", "“").replace("’", "”"))
