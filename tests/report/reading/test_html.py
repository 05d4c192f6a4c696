"""HTML: what its reader sees, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.document import Document
from factcli.report.reading import read
from tests.report.reading.places import assert_exact, standing
from tests.strategies import ENCODABLE


def page(text: str) -> Document:
    document = read(text.encode(), "report.html")
    assert_exact(document)
    return document


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [
        (block.kind, block.text, "; ".join(filter(None, (block.context, block.heading)))) for block in page(text).blocks
    ]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("<p>Rose\n  to <b>$54</b>0&nbsp;m &lt;5&gt; &#8364;6 &copy7 AT&T", ["Rose to $540\xa0m <5> €6 ©7 AT&T"]),
        ("<p>a<br>b<p>c<div>d</div>e", ["a b", "c", "d", "e"]),
        ("<title>5</title><style>5</style><p>a<script>'<p>5'</script> <code>6</code> <!-- 7 -->b", ["a ￼ b"]),
        ("<nav>5</nav><pre>6</pre><p>a<p hidden>7<p><del>8</del> <s>9</s>b", ["a", "b"]),
        ("<p>a <img alt=5 src=b> <q>c</q>", ["a ￼ “c”"]),
        ('<p>10<sup>6</sup>, so<sup><a href="#n">1</a></sup>, b<sup>x</sup>', ["10⁶, so, b^x"]),
        ('<p>so<a class="footnote-ref" href="#n">[1]</a>.', ["so."]),
        ("<p>see https://a.example/2024.", ["see ￼."]),
        ("<p>5 < 6 & 7 > 8 </x> </p></div>", ["5 < 6 & 7 > 8"]),
        ("<p>a <code>b<p>c", ["a ￼", "c"]),
        ("", []),
    ],
)
def test_a_reader_sees_no_tags_no_code_and_nothing_hidden(written: str, wanted: list[str]) -> None:
    assert [block.text for block in page(written).blocks] == wanted


def test_elements_make_kinds() -> None:
    text = (
        "<h1>Head</h1><p>We sold:<ul><li>wine<li><p>beer</ul><blockquote><p>Quoted</blockquote>"
        "<figure><figcaption>Shown</figcaption></figure><aside role=doc-footnote>Noted</aside>"
    )
    assert kinds(text) == [
        ("heading", "Head", ""),
        ("paragraph", "We sold:", "Head"),
        ("item", "wine", "We sold:; Head"),
        ("item", "beer", "We sold:; Head"),
        ("quotation", "Quoted", "Head"),
        ("paragraph", "Shown", "Head"),
        ("note", "Noted", "Head"),
    ]


def test_cells_that_span_are_counted() -> None:
    text = (
        "<table><caption>Trade</caption><tr><th>Year<th colspan=2>Sum<tr><th>a<th>b<th>c"
        "<tr><td rowspan=2>2023<td><p>5</p><p>x</p><td>6<tr><td>7<td>8</table>"
    )
    assert [(text, context) for kind, text, context in kinds(text) if kind == "cell"] == [
        ("Year", "Trade"),
        ("Sum", "Trade"),
        ("a", "Year; Trade"),
        ("b", "Sum; a; Trade"),
        ("c", "Sum; a; Trade"),
        ("2023", "Year; Trade"),
        ("5", "Sum; 2023; Trade"),
        ("x", "Sum; 2023; Trade"),
        ("6", "Sum; 2023; Trade"),
        ("7", "Sum; 2023; Trade"),
        ("8", "Sum; 2023; Trade"),
    ]


def test_places_are_those_of_the_file() -> None:
    document = page("<p>\r\nOne &amp;\r\n<i>two</i> three")
    (block,) = document.blocks
    assert block.text == "One & two three"
    assert document.position(block.starts[0]) == (2, 1)
    assert standing(document, block, "& two") == "&amp;\r\n<i>two"


@pytest.mark.parametrize(
    "content",
    [
        '<meta charset="windows-1252"><p>caf\xe9'.encode("cp1252"),
        '<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1"><p>caf\xe9'.encode("cp1252"),
        '<?xml version="1.0" encoding="iso-8859-15"?><p>caf\xe9</p>'.encode("cp1252"),
        '<meta charset="utf-16"><p>caf\xe9'.encode(),
        '<meta charset="nonsense"><p>caf\xe9'.encode(),
        "\ufeff<p>caf\xe9".encode("utf-16-le"),
    ],
)
def test_a_page_is_read_as_it_declares(content: bytes) -> None:
    assert [block.text for block in read(content, "a.html").blocks] == ["café"]


PIECES = st.sampled_from(
    "a|5|\U0001f600| |\n|\r\n|&amp;|&lt|&nope;|&|<|>|<p>|</p>|<b>|</b>|<br/>|<!-- x -->|<!--|<code>|</code>|<sup>|</sup>|<q>|</q>|"
    "<div hidden>|</div>|<ul>|<li>|</ul>|<table>|<tr>|<td>|<th colspan=2>|<td rowspan=3>|</table>|<h1>|</h1>|<script>|"
    "</script>|<blockquote>|</blockquote>|<a href='#x'>|</a>|<![CDATA[x]]>|<?x?>|<!x>|</|</ x>|<p a='>'>|http://a.b/5".split(
        "|"
    )
)


@given(st.lists(PIECES, max_size=40).map("".join) | ENCODABLE)
def test_every_character_has_its_place(text: str) -> None:
    """Whatever the page, each character is in the file where it is said to be."""
    if "\0" not in text and not text.startswith("%PDF-"):
        page(text)
