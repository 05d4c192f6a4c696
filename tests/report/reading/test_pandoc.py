"""What pandoc reads: .docx, .odt and LaTeX that pandoc itself made, and others with their places in the source."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pypandoc
import pytest

from factcli.errors import FactError
from factcli.report.document import Document
from factcli.report.reading import read
from tests.report.reading.places import standing

REPORT = """\
---
title: A report
---

# Wine *exports*

He said “the exports of wine rose to \\$540 million” in 2024.[^1] Then **more**, `5` ~~6~~ and 10^6^.

[^1]: A note: 5,000 tonnes, and [so on](http://a.example/b).

> A quotation of
> some length.

We sold:

- wine for 5%
- beer

| Year | Sum |
|------|-----|
| 2023 | 5   |
| 2024 | 7   |
"""
READ = [
    ("heading", "Wine exports"),
    ("paragraph", "He said “the exports of wine rose to $540 million” in 2024. Then more, ￼  and 10⁶."),
    ("note", "A note: 5,000 tonnes, and so on."),
    ("quotation", "A quotation of some length."),
    ("paragraph", "We sold:"),
    ("item", "wine for 5%"),
    ("item", "beer"),
]


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_word_processor_s_report_is_read_with_a_line_a_block(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{ending}"
    pypandoc.convert_text(REPORT, ending, format="markdown", outputfile=str(file))
    document = read(file.read_bytes(), file.name)
    assert [(block.kind, block.text) for block in document.blocks][1:8] == READ
    assert document.blocks[0].text == "A report"
    cells = [
        (block.text, list(filter(None, block.context.split("; ")))) for block in document.blocks if block.kind == "cell"
    ]
    assert cells == [
        ("Year", []),
        ("Sum", []),
        ("2023", ["Year"]),
        ("5", ["Sum", "2023"]),
        ("2024", ["Year"]),
        ("7", ["Sum", "2024"]),
    ]
    for number, block in enumerate(document.blocks, 1):
        assert document.line(number) == block.text
        assert document.position(block.starts[0]) == (number, 1)
        assert standing(document, block, block.text) == block.text


def test_latex_has_the_places_of_its_source() -> None:
    """Through commands, notes within the text, comments, accents and quotation marks of two characters."""
    source = (
        "\\documentclass{article}\r\n\\title{The \\emph{Title}}\r\n\\begin{document}\r\n\\section{Wine \\emph{exports}}\r\n"
        "He said ``the exports rose to \\$540 million'' in\r\n2024.\\footnote{A note: 5\\,000 tonnes in K\\\"oln --- and "
        "more words than what is behind it.} Then \\textbf{more}, see~\\cite{key5}. % comment 5\r\n\r\n"
        "``A quote,'' he said.\r\n\\begin{itemize}\\item wine for 5\\%\\end{itemize}\r\n\\end{document}\r\n"
    )
    document = read(source.encode(), "report.tex")
    title, heading, text, note, quote, item = document.blocks
    assert [block.kind for block in document.blocks] == ["heading", "heading", "paragraph", "note", "paragraph", "item"]
    assert standing(document, title, "The Title") == "The \\emph{Title"
    assert document.position(heading.starts[0]) == (4, 10)
    assert standing(document, text, "“the exports") == "``the exports"
    assert standing(document, text, "$540 million”") == "$540 million''"
    assert standing(document, text, "in 2024") == "in\r\n2024"
    assert standing(document, text, "Then more") == "Then \\textbf{more"
    assert standing(document, note, "5\u2006000 tonnes in Köln — and") == '5\\,000 tonnes in K\\"oln --- and'
    assert standing(document, quote, "“A quote,” he") == "``A quote,'' he"
    assert standing(document, item, "5%") == "5\\%"
    assert document.position(item.starts[0]) == (9, 22)
    assert "key" not in text.text
    assert "comment" not in text.text


@pytest.mark.parametrize("ending", ["tex", "org", "rst", "typ", "adoc", "textile"])
def test_what_is_text_has_the_places_of_its_source(ending: str) -> None:
    """Each word of the prose is found where it is typed, those of notes too, which may stand anywhere."""
    formats = {"tex": "latex", "typ": "typst", "adoc": "asciidoc"}
    source = pypandoc.convert_text(REPORT.replace("`5` ~~6~~", ""), formats.get(ending, ending), format="markdown")
    document = read(source.encode(), f"report.{ending}")
    words = 0
    for block in document.blocks:
        assert list(block.starts) == sorted(block.starts)
        assert list(block.ends) == sorted(block.ends)
        for word in filter(str.isalpha, block.text.split()):
            assert standing(document, block, word) == word
            words += 1
    assert words >= 24
    assert [block.kind for block in document.blocks].count("note") == 1


def test_a_report_without_pandoc_gets_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    advice = r"there is no pandoc, which a report in \.tex needs\n    .*pip install 'factcli\[csl\]'"
    with pytest.raises(FactError, match=advice):
        read(b"text", "report.tex")


def test_asciidoc_is_read_without_pandoc_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As plain text, without its attributes, its code and its marks of blocks; pandoc before 3.8 can't read it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    source = ":year: 2024\n\nIt rose.footnote:fact-a[Noted [5] there.] More.\n\n[source]\n----\n5\n----\n// 6\n"
    document = read(source.encode(), "report.adoc")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "It rose. More."),
        ("note", "Noted [5] there."),
    ]
    assert standing(document, document.blocks[0], "rose. More") == "rose.footnote:fact-a[Noted [5] there.] More"
    assert document.position(document.blocks[1].starts[0]) == (3, 25)


def test_a_broken_file_is_told() -> None:
    with pytest.raises(FactError, match=r"report\.docx: pandoc can't read it\n    \S"):
        read(b"PK nonsense", "report.docx")


def test_a_file_can_t_make_pandoc_read_others(tmp_path: Path) -> None:
    """What a report includes is not read: places would be another file's."""
    other = tmp_path / "other.tex"
    other.write_text("secret", encoding="utf-8")
    document: Document = read(f"text \\input{{{other}}}".encode(), "report.tex")
    assert "secret" not in "".join(block.text for block in document.blocks)
