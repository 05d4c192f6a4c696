"""Markdown: what its reader sees, and where it stands."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcli.report.document import Document
from factcli.report.reading import read
from tests.report.reading.places import assert_exact, standing
from tests.strategies import ENCODABLE


def markdown(text: str) -> Document:
    return read(text.encode(), "report.md")


def shown(text: str) -> list[str]:
    """Return the texts of the blocks of a report, whose places are right."""
    document = markdown(text)
    assert_exact(document)
    return [block.text for block in document.blocks]


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [
        (block.kind, block.text, "; ".join(filter(None, (block.context, block.heading))))
        for block in markdown(text).blocks
    ]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Two *words*, __three__ and ***four***.", ["Two words, three and four."]),
        ("it rose, `x = 5`, to ``a`b``", ["it rose, ￼, to ￼"]),
        ("a [link of 5](https://a.example/2024 'in 2023') here", ["a link of 5 here"]),
        ("a [link][ref] here\n\n[ref]: https://a.example/2024", ["a link here"]),
        ("see ![chart of 2024](a.png) there", ["see ￼ there"]),
        ("![chart of 2024](a.png)", []),
        ("see <https://a.example/2024> and https://a.example/5.", ["see ￼ and ￼."]),
        ("doi: 10.1234/5678 and 10.1234/abc.5, not 10.5 of 10", ["￼ and ￼, not 10.5 of 10"]),
        ("a <!-- of 5 --> b<br>c <b>12</b>34 ~~5~~", ["a  b c 1234"]),
        ("10<sup>6</sup> m<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup>, so<sup>a</sup>", ["10⁶ m², H₂O, 1st, so^a"]),
        ("<q>so</q> &amp; &#36;5 \\*so\\* 5&nbsp;%", ["“so” & $5 *so* 5\xa0%"]),
        ("a\nb  \nc\\\n  d", ["a b c d"]),
        ("It rose.[^1] Then[^fact:a-b] it fell.", ["It rose. Then it fell."]),
        ("It rose [@doe2024, p. 33; @roe] as [see -@doe, 5]. @doe [p. 33] says", ["It rose  as .  says"]),
        (r"It rose \[^1] and [^]", ["It rose [^1] and [^]"]),
        ("# Trade {#sec-2024 .unnumbered}", ["Trade"]),
        ("Set $$x = 5$$ for $5 to $6", ["Set ￼ for $5 to $6"]),
        ("```\n5\n```\n\n    5\n\nfive", ["five"]),
        ("---\ntitle: Of 2024\n---\n\nfive", ["five"]),
        ("---\n# 5\ntitle: a\nlist:\n- 5\n...\nfive", ["five"]),
        ("---\nfive\n\n---\n", ["five"]),
        ("---\n- five\n\n---\n", ["five"]),
        ("five\n\n---\n\nsix\n\n---\n", ["five", "six"]),
        ("::: {.callout width=50}\nfive\n:::", ["five"]),
        ("<div>\n<p>five</p> <pre>6</pre>\n</div>", ["five"]),
        ("<!-- five\n\n6 -->\n\nseven", ["seven"]),
        ("\\", []),
        ("", []),
    ],
)
def test_a_reader_sees_no_marks_no_code_and_no_addresses(written: str, wanted: list[str]) -> None:
    assert shown(written) == wanted


def test_containers_make_kinds() -> None:
    """A quotation is one in a list too; an alert of GitHub is none."""
    text = "# Head\n\ntext\n\n> quoted\n> on\n\n- item\n\n  > in it\n\n> [!NOTE]\n> noted\n\n[^1]: said\n"
    assert kinds(text) == [
        ("heading", "Head", ""),
        ("paragraph", "text", "Head"),
        ("quotation", "quoted on", "Head"),
        ("item", "item", "Head"),
        ("quotation", "in it", "Head"),
        ("paragraph", "noted", "Head"),
        ("note", "said", "Head"),
    ]


def test_notes_are_taken_apart() -> None:
    """Notes without a line between, of several paragraphs, gone on lazily, and those within the text."""
    text = "Text^[Within, of [5](u).] goes on.\n\n[^1]: One\nlazy.\n[^b-2]: Two.\n\n    Still `5` two.\n\n    - item\n\nOut.\n"
    assert kinds(text) == [
        ("paragraph", "Text goes on.", ""),
        ("note", "Within, of 5.", ""),
        ("note", "One lazy.", ""),
        ("note", "Two.", ""),
        ("note", "Still ￼ two.", ""),
        ("note", "item", ""),
        ("paragraph", "Out.", ""),
    ]
    assert_exact(markdown(text))


def test_the_context_of_a_heading_is_its_section() -> None:
    text = "# Trade\n\n## 2023\n\na\n\n## 2024\n\nb\n"
    assert [context for *_, context in kinds(text)] == ["", "Trade", "2023", "Trade", "2024"]


def test_the_context_of_an_item_is_what_it_completes() -> None:
    text = "# Trade\n\nWe sold:\n\n- wine:\n  - dry\n- beer\n\nNo list follows this.\n\n- x\n"
    assert [(text, context) for kind, text, context in kinds(text) if kind == "item"] == [
        ("wine:", "We sold:; Trade"),
        ("dry", "wine:; We sold:; Trade"),
        ("beer", "We sold:; Trade"),
        ("x", "Trade"),
    ]


def test_the_context_of_a_cell_is_its_column_and_row() -> None:
    text = "# Trade\n\n| Year | Wine \\| beer |\n|------|---:|\n| 2023 | $5 \\| 6 |\n| 2024 | 7 | lost |\n| 2025 |\n"
    assert [(text, context) for kind, text, context in kinds(text) if kind == "cell"] == [
        ("Year", "Trade"),
        ("Wine | beer", "Trade"),
        ("2023", "Year; Trade"),
        ("$5 | 6", "Wine | beer; 2023; Trade"),
        ("2024", "Year; Trade"),
        ("7", "Wine | beer; 2024; Trade"),
        ("2025", "Year; Trade"),
    ]
    assert_exact(markdown(text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_places_are_those_of_the_file(end: str, bom: str) -> None:
    """In nested quotations and lists, with tabs, lazy lines and any line end; a mark of byte order counts for nothing."""
    lines = [
        "---",
        "a: 5",
        "---",
        "> > one *two*",
        "> lazy &amp; on",
        "",
        "-\ttab",
        "\t5 **six**",
        "",
        "1. > | a | b |",
    ]
    lines += ["   > |---|---|", "   > | 7 | *8* |", ""]
    document = read((bom + end.join(lines)).encode(), "-")
    assert_exact(document)
    quoted, item, *cells = document.blocks
    assert standing(document, quoted, "two") == "two"
    assert document.position(quoted.starts[quoted.text.index("lazy")]) == (5, 3)
    assert standing(document, quoted, "& on") == "&amp; on"
    assert document.position(item.starts[item.text.index("six")]) == (8, 6)
    assert [document.position(cell.starts[0]) for cell in cells] == [(10, 8), (10, 12), (12, 8), (12, 13)]
    assert document.line(4) == "> > one *two*"


def test_only_line_ends_end_lines() -> None:
    """A form feed and the separators of Unicode are characters like others."""
    document = markdown("a\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029b\n*c* 😀 d\n")
    (block,) = document.blocks
    assert document.position(block.starts[block.text.index("d")]) == (2, 7)
    assert document.position(len(document.text)) == (3, 1)
    assert document.line(2) == "*c* 😀 d"
    assert document.line(3) == ""


def test_a_huge_table_is_read_whole() -> None:
    rows = [f"| {number} | {number * 2} |" for number in range(3000)]
    document = markdown("\n".join(["| n | twice |", "|---|---|", *rows]))
    assert len(document.blocks) == 6002
    assert document.blocks[-1].text == "5998"
    assert document.blocks[-1].context == "twice; 2999"
    assert document.position(document.blocks[-1].starts[0]) == (3002, 10)


def test_deep_nesting_is_read() -> None:
    document = markdown(f"{'> ' * 40}*deep*\n\n{'[' * 500}a{']' * 500}\n\n{'*' * 500}b{'*' * 500}\n\n{'>' * 500}c")
    assert_exact(document)
    assert [block.text.strip("[]*") for block in document.blocks][:3] == ["deep", "a", "b"]


PIECES = st.sampled_from(
    [
        *"word,5,Ünï,😀, , ,\n,\n,\n\n,\n\n,\r\n,\r,\t,    ,  \n,\\\n,> ,>,- ,1. ,# ,## , ##,===\n,---\n".split(","),
        *"*,**,_,~~,~,`,``,```\n,\\,&amp;,&#36;,&nope;,\\*,\xa0,\x0c,\u2028,\u00ad,\x85,\x1b,\ufeff".split(","),
        *"<b>,</b>,<br>,<!-- c -->,<div>,</div>,<sup>,</sup>,<sub>,<s>,<q>,</q>,<,>,<x:y>,http://a.b/5".split(","),
        *"[,],](u),[a](u 't'),![,![b](u),[^1],[^1]: ,^[,[@key],$$,{#id},:::,[r]: /u\n".split(","),
        *"|,\\|,| a | b |\n|---|---|\n,| *5* | `x|y` |\n".split(","),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS | ENCODABLE)
@example("> | a\\|b |\r\n> |---|\r\n> | \\|c\\| | d\r\n")
@example("a~~~b~~~c ~~~d~~\n***e** f*")
@example("-\t> \ta\n\t>\tb\nlazy")
def test_every_character_has_its_place(text: str) -> None:
    """Whatever the Markdown, each character is in the file where it is said to be."""
    if "\0" not in text:
        assert_exact(markdown(text))


class _Seen(HTMLParser):
    """The letters and figures of a page that a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("code", "pre", "s")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("code", "pre", "s")

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


SEEN_PIECES = st.sampled_from(
    [
        *"word,5,Ünï, , ,\n,\n\n,\r\n,\t,    ,  \n,> ,- ,1. ,# ,===\n,*,**,_,~~,`,``,\\,&amp;,&lt;,[,],](u)".split(","),
        *"[a](u 't'),\\*,x,|,\\|,| a | b |\n|---|---|\n,| *5* | c |\n".split(","),
    ]
)


@given(st.lists(SEEN_PIECES, max_size=40).map("".join))
def test_nothing_that_a_reader_sees_is_lost(text: str) -> None:
    """The letters and figures of the blocks are those of the page that markdown-it makes."""
    page = _Seen()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))
    page.close()
    read_text = "".join(block.text for block in markdown(text).blocks)
    assert _alphanumeric(read_text) == _alphanumeric(page.text)


def _alphanumeric(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_the_span_of_a_passage_is_as_it_is_typed() -> None:
    document = markdown("He *said* [so](u) and on")
    assert standing(document, document.blocks[0], "said so and") == "said* [so](u) and"
