"""Which reader a file gets, and what can't be read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from factcli.errors import FactError
from factcli.report.reading import read
from tests.conftest import require


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.md", "5 & 6"),
        ("A.QMD", "5 & 6"),
        ("-", "5 & 6"),
        ("notes", "5 & 6"),
        ("a.txt", "*5* &amp; 6"),
        ("a.html", "*5* & 6"),
    ],
)
def test_the_ending_of_its_name_tells_what_a_file_is(name: str, wanted: str) -> None:
    assert [block.text for block in read(b"*5* &amp; 6", name).blocks] == [wanted]


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.rst"])
def test_a_file_that_is_not_utf8_is_told_with_its_line(name: str) -> None:
    with pytest.raises(FactError, match=r":2: byte 0xe9 is not UTF-8\n    .*iconv -f WINDOWS-1252 -t UTF-8 "):
        read(b"one\ntw\xe9\n", name)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.tex"])
@pytest.mark.parametrize(("content", "problem"), [(b"PK\0\1", "is not a text file"), (b"%PDF-1.7\n", "is a PDF")])
def test_what_is_no_text_is_refused(name: str, content: bytes, problem: str) -> None:
    with pytest.raises(FactError, match=problem):
        read(content, name)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_told_as_such(encoding: str) -> None:
    """What is advised makes the report one that can be read; a page in it is read as browsers do."""
    content = "\ufeffThe harbour\r\ncost $12.".encode(encoding)
    for name in ("a.md", "a.txt", "a.tex", "a.adoc"):
        with pytest.raises(FactError) as caught:
            read(content, name)
        assert str(caught.value) == (
            f"{name} is UTF-16, not UTF-8\n    Save it as UTF-8, as in: iconv -f UTF-16 -t UTF-8 {name}"
        )
    with pytest.raises(FactError, match="iconv -f UTF-16 -t UTF-8 FILE"):
        read(content, "-")
    converted = subprocess.run(
        [require("iconv"), "-f", "UTF-16", "-t", "UTF-8"], input=content, capture_output=True, check=True
    )
    shown = ["The harbour cost $12."]
    assert [block.text for block in read(converted.stdout, "a.md").blocks] == shown
    assert [block.text for block in read(content, "a.html").blocks] == shown


def test_a_mark_of_byte_order_is_no_character() -> None:
    for name in ("a.md", "a.txt", "a.html"):
        document = read(b"\xef\xbb\xbfone", name)
        assert document.text == "one"
        assert document.position(document.blocks[0].starts[0]) == (1, 1)


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    for name in ("a.md", "a.txt", "a.html"):
        assert read(b"", name).blocks == ()
