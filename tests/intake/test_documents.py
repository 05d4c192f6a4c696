"""Documents become texts: words and figures as they were, paragraphs as blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import FactError
from factcli.intake.documents import read

PAGE = """\
<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour opens after ten years | The Harbour Herald</title>
<meta property="og:title" content="Harbour opens after ten years"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-03-01T08:00:00Z">
<meta property="og:site_name" content="The Harbour Herald">
<link rel="canonical" href="https://herald.example/harbour"><script>steal()</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article>
<h1>Harbour opens after ten years</h1>
<p>On Saturday Mayor <b>Ada</b> <i>Smith</i> opened the harbour, which cost&nbsp;$12&nbsp;million &amp; more in
2024<sup>1</sup> after many <a href="/delays">delays</a>.</p>
<p>“We waited ten years,” she said.<br>“It was worth it – every day.”</p>
<blockquote><p>The sea is open; 5 &lt; 6, and −3 °C was measured in CO<sub>2</sub> on 1<sup>st</sup> May.</p></blockquote>
<h2>What it cost</h2>
<ul><li>The first pier: $5 million</li><li>The second pier: $7 million</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>$5m</td></tr></table>
<p>Yes.</p><p>Yes.</p>
</article><footer>© 2025 Herald. All rights reserved.</footer></body></html>
"""
ARTICLE = """\
Harbour opens after ten years

On Saturday Mayor Ada Smith opened the harbour, which cost\u00a0$12\u00a0million & more in 2024¹ after many delays.

“We waited ten years,” she said.
“It was worth it – every day.”

The sea is open; 5 < 6, and −3 °C was measured in CO₂ on 1st May.

What it cost

The first pier: $5 million

The second pier: $7 million

Year | Cost

2023 | $5m

Yes.

Yes.
"""


def test_html() -> None:
    """The article alone, every word of it; a note's mark does not become part of a figure."""
    document = read(PAGE.encode(), "page.html")
    assert document.text == ARTICLE
    assert document.metadata == {
        "type": "webpage",
        "title": "Harbour opens after ten years",
        "author": "Jane Doe",
        "container-title": "The Harbour Herald",
        "issued": "2025-03-01",
        "URL": "https://herald.example/harbour",
        "language": "en-GB",
    }


def test_html_is_known_by_its_content_too() -> None:
    assert read(PAGE.encode(), "standard input").text == ARTICLE
    assert read(b"\n<!-- saved -->\n" + PAGE.encode(), "page").text == ARTICLE


def test_html_in_another_encoding() -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("−", "-").replace("“", "\u201c")
    assert "“We waited ten years,”" in read(page.encode("windows-1252"), "page.html").text


def test_markdown() -> None:
    text = (
        "# A *title*\n\nA **bold** [link](https://a.example) and `code`\non two lines.\n\n- one\n- two & three &amp; \\*\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx = 1\n```\n\n> quoted <b>tag</b>\n"
    )
    document = read(text.encode(), "notes.md")
    assert document.metadata == {"title": "A title"}
    assert document.text.rstrip("\n").split("\n\n") == [
        "A title", "A bold link and code\non two lines.", "one", "two & three & *", "a | b", "1 | 2", "x = 1",
        "quoted tag",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One.\n\nTwo.", "One.\n\nTwo.\n"),
        (b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n"),
        ("Ünïcode".encode("utf-16"), "Ünïcode\n"),
        (b"A line\nof a short\npoem", "A line\nof a short\npoem\n"),
        (b"word " * 30 + b"\nNext.\nLast.", "word " * 30 + "\n\nNext.\n\nLast.\n"),
        (b"word " * 30 + b"\n\nNext\nline.", "word " * 30 + "\n\nNext\nline.\n"),
        (b"# not Markdown *here*", "# not Markdown *here*\n"),
    ],
)
def test_plain_text(data: bytes, text: str) -> None:
    assert read(data, "a.txt").text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=200))
def test_plain_text_keeps_every_character(text: str) -> None:
    """But white space at its ends; and where each line is a paragraph, they are set apart."""
    data = text.encode()
    if not text.strip("\ufeff").strip() or text.lower().lstrip().startswith(("<", "%pdf")):
        return
    kept = read(data, "a.txt").text
    assert kept.replace("\n", "") == text.removeprefix("\ufeff").strip().replace("\n", "")


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"%PDF-1.7 ...", "a.txt", "a.txt is a PDF"),
        (b"good\nb\xe4d", "a.txt", "a.txt:2: byte 0xe4 is not UTF-8"),
        (b"a\0b", "a.bin", "a.bin is not a text file"),
        (b" \n\n ", "a.txt", "a.txt holds no text"),
        (b"<!doctype html><html><body></body></html>", "a.html", "no text was found"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, name: str, problem: str) -> None:
    with pytest.raises(FactError, match=problem):
        read(data, name)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("a.txt", "iconv -f WINDOWS-1252 -t UTF-8 a.txt"),
        ("standard input", "iconv -f WINDOWS-1252 -t UTF-8 FILE | fact source add -"),
    ],
)
def test_what_is_not_utf8_can_be_made_so(name: str, command: str) -> None:
    with pytest.raises(FactError) as refused:
        read(b"b\xe4d", name)
    assert refused.value.hint == f"Save it as UTF-8, as in: {command}"
