"""Styles in CSL, through pandoc: two small ones of our own, one of notes and one that numbers."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from factcli.citation import pandoc
from factcli.citation.markup import Markup, render
from factcli.citation.styles.style import Form
from factcli.errors import FactError
from tests.citation.sources import facts

NOTES = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-GB">
<info><title>Notes</title><id>notes</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<citation><layout suffix="."><group delimiter=", ">
<names variable="author"><name form="long"/></names>
<choose><if position="subsequent"><text value="again"/></if>
<else><text variable="title" font-style="italic"/><text variable="title" quotes="true"/></else></choose>
<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
</group></layout></citation>
<bibliography><sort><key variable="title"/></sort><layout suffix="."><text variable="title" font-style="italic"/>
</layout></bibliography></style>"""
NUMBERS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>Numbers</title><id>numbers</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
<bibliography second-field-align="flush"><layout><text variable="citation-number" suffix="."/>
<group delimiter=", "><text variable="title"/><text variable="URL"/></group></layout></bibliography></style>"""
ALL = {source.id: (fact, source) for fact, source in facts()}
CITED = [ALL["report"], ALL["book"], ALL["report"]]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    file = tmp_path / "notes.csl"
    file.write_text(NOTES, encoding="utf-8")
    return file


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    file = tmp_path / "numbers.csl"
    file.write_text(NUMBERS, encoding="utf-8")
    return file


def written(style: Path, form: Form, markup: Markup = Markup.TEXT) -> list[str]:
    return [render(citation.tree, markup) for citation in pandoc.cite(CITED, style, form)]


def test_notes(notes: Path) -> None:
    assert pandoc.default_form(notes) is Form.NOTE
    assert written(notes, Form.NOTE, Markup.MARKDOWN) == [
        "Sea Institute, *Sea levels in the bay*, ‘Sea levels in the bay’, p\\. 12.",
        "Jane Doe, *Night shot of the sea*, ‘Night shot of the sea’, p\\. 12.",
        "Sea Institute, again, p\\. 12.",
    ]
    assert written(notes, Form.SHORT)[1] == "Jane Doe, again, p. 12."


def test_a_bibliography_is_sorted_and_names_the_first_fact(notes: Path) -> None:
    cited = pandoc.cite(CITED, notes, Form.BIBLIOGRAPHY)
    assert [(citation.fact.id, render(citation.tree, Markup.MARKDOWN)) for citation in cited] == [
        ("book", "*Night shot of the sea*."),
        ("report", "*Sea levels in the bay*."),
    ]


def test_numbers(numbers: Path) -> None:
    assert pandoc.default_form(numbers) is Form.BIBLIOGRAPHY
    assert written(numbers, Form.INTEXT) == ["[1]", "[2]", "[1]"]
    assert written(numbers, Form.BIBLIOGRAPHY) == ["1. Sea levels in the bay", "2. Night shot of the sea"]
    (page,) = pandoc.cite([ALL["page"]], numbers, Form.BIBLIOGRAPHY)
    assert render(page.tree, Markup.MARKDOWN) == "1\\. About the port authority, <https://port.example/about>"


def test_a_style_is_found_by_name(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(notes.parent))
    folder = notes.parent / "pandoc" / "csl"
    folder.mkdir(parents=True)
    kept = notes.rename(folder / "kept.csl")
    assert pandoc.find("kept") == pandoc.find("kept.csl") == kept
    assert pandoc.find(str(kept)) == kept
    with pytest.raises(FactError, match=r"there is no CSL style 'lost'\n    Name its file, or put lost.csl into "):
        pandoc.find("lost")


def test_a_bad_style_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csl"
    bad.write_text("<style", encoding="utf-8")
    with pytest.raises(FactError, match=r"bad.csl: pandoc can't use this style\n    .*XML"):
        pandoc.cite(CITED, bad, Form.NOTE)


def test_without_pandoc_there_is_advice(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(FactError, match=r"there is no pandoc, which --csl needs\n    .*pip install 'factcli\[csl\]'"):
        pandoc.cite(CITED, notes, Form.NOTE)
    old = tmp_path / "pandoc"
    old.write_text("#!/bin/sh\necho 'pandoc 2.17.1.1'\n", encoding="utf-8")
    old.chmod(0o755)
    with pytest.raises(FactError, match="the pandoc on the path is older than 3"):
        pandoc.cite(CITED, notes, Form.NOTE)
