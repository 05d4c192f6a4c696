"""BibLaTeX, as pandoc and biber read it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.citation import csl_json as csl
from factcli.citation.export.biblatex import biblatex
from factcli.store.model import Name
from tests.citation.export.consumers import NASTY, biber, every_source, pandoc, reference
from tests.citation.sources import source
from tests.conftest import require

PAGE = source('type = "webpage"\ntitle = "T"\nURL = "https://x.example/a_b%20c#d&e~f"')
TEXTS = st.lists(
    st.text(
        st.sampled_from("\\{}$&#%_~^-'\"`<>?!,=@ aB.") | st.characters(exclude_categories=["C", "Z"]),
        min_size=1,
        max_size=40,
    ).map(lambda text: f"x{' '.join(text.split())}y"),
    min_size=20,
    max_size=20,
)


def without_lonely_braces(text: str) -> str:
    """Drop the braces where they do not come in pairs: pandoc does not know \\textbraceleft, which they become."""
    depth = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            break
    return text if depth == 0 else re.sub("[{}]", "", text)


def test_every_source_is_read() -> None:
    references = every_source()
    read = {item["id"]: item for item in pandoc("".join(biblatex(references)), "biblatex")}
    assert len(read) == len(references) > 150
    for given_one in references:
        item, wanted = read[given_one.source.id], csl.item(given_one.source)
        assert item["title"] == wanted["title"]
        assert item["annote"] == " ".join(given_one.notes())
        for variable in ("URL", "DOI", "publisher-place", "volume"):
            assert str(item.get(variable, "")) == str(wanted.get(variable, "")), (given_one.source.id, variable)


BIBER = {"": "http://biblatex-biber.sourceforge.net/biblatexml"}


def test_biber_reads_every_source(tmp_path: Path) -> None:
    """With nothing to warn of; addresses as they are, and of each name its family."""
    require("biber")
    references = every_source()
    read = biber("".join(biblatex(references)), tmp_path)
    assert len(read) == len(references) > 150
    for given_one in references:
        entry, its = read[given_one.source.id], given_one.source
        assert (entry.findtext("title", "", BIBER)[:1], entry.findtext("url", "", BIBER)) == ("{", its.variable("URL"))
        families = [
            " ".join("".join(part.itertext()).split())
            for part in entry.findall("names[@type='author']/name/namepart[@type='family']", BIBER)
        ]
        assert len(families) == len(its.names.get("author", ()))
        for family, name in zip(families, its.names.get("author", ()), strict=True):
            assert (name.literal or name.family or "").split()[-1] in family.replace("{}", "")


def test_names_come_back() -> None:
    names = (
        Name(family="Berg", given="Jan Piet", non_dropping_particle="van der", suffix="Jr."),
        Name(literal="Port of A and B, Ltd."),
        Name(family="Alembert", given="Jean", non_dropping_particle="d’"),
        Name(family="Beethoven and", given="Ludwig"),
        Name(family="others"),
    )
    item = pandoc("".join(biblatex([reference(replace(PAGE, names={"author": names}))])), "biblatex")[0]
    assert item["author"] == [
        {"family": "Berg", "given": "Jan Piet", "non-dropping-particle": "van der", "suffix": "Jr."},
        {"literal": "Port of A and B, Ltd."},
        {"family": "Alembert", "given": "Jean", "non-dropping-particle": "d’"},
        {"family": "Beethoven and", "given": "Ludwig"},
        {"literal": "others"},
    ]


@pytest.mark.parametrize("particle", ["Von", "Al-", "D’"])
def test_a_particle_with_a_capital_stays_with_the_family_name(particle: str) -> None:
    name = Name(family="Dyke", given="A", non_dropping_particle=particle)
    item = pandoc("".join(biblatex([reference(replace(PAGE, names={"author": (name,)}))])), "biblatex")[0]
    space = "" if particle[-1] in "-’" else " "
    assert item["author"] == [{"family": f"{particle}{space}Dyke", "given": "A"}]


@pytest.mark.parametrize(
    ("issued", "wanted"),
    [
        ("2025-10-18", {"date-parts": [[2025, 10, 18]]}),
        ("2025-10", {"date-parts": [[2025, 10]]}),
        ("1850~", {"circa": True, "date-parts": [[1850]]}),
        ("-0043", {"date-parts": [[-44]]}),
        ("2004-21", {"date-parts": [[2004, 21]]}),
        ("2024-05/2024-06-07", {"date-parts": [[2024, 5], [2024, 6, 7]]}),
    ],
)
def test_dates_come_back(issued: str, wanted: object) -> None:
    dated = source(f'type = "book"\ntitle = "T"\nissued = "{issued}"')
    assert pandoc("".join(biblatex([reference(dated)])), "biblatex")[0]["issued"] == wanted


def test_nasty_texts_come_back() -> None:
    texts = [" ".join(text.split()) for text in NASTY]
    titled = [reference(replace(PAGE, id=f"s{n}", title=text), text) for n, text in enumerate(texts)]
    for text, item in zip(texts, pandoc("".join(biblatex(titled)), "biblatex"), strict=True):
        assert item["title"] == without_lonely_braces(text)
        inside = text.replace("“", "‘").replace("”", "’")  # pandoc's way with quotes within quotes
        assert item["annote"] == f"“{without_lonely_braces(inside)}” (p. 0)"
        assert item["URL"] == "https://x.example/a_b%20c#d&e~f"


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_any_title_comes_back(titles: list[str]) -> None:
    written = "".join(biblatex(reference(replace(PAGE, id=f"s{n}", title=title)) for n, title in enumerate(titles)))
    assert [item["title"] for item in pandoc(written, "biblatex")] == [*map(without_lonely_braces, titles)]
    assert without_lonely_braces(written) == written  # or biber would not find the end of an entry
