"""What a quote says is what a reader of the markup shows: proven through the real readers of each."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.citation.markup import Markup, footnote, render
from factcli.citation.tree import Italic, Link, Text
from factcli.text.safe import safe
from tests.citation.markup.nasty import QUOTES
from tests.citation.markup.readers import READERS, document, pandoc_shows
from tests.conftest import require

PAIRS = [(markup, reader) for markup, readers in READERS.items() for reader in readers]
ANY = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]<>()#+-.!|~^$@&\"':=%/,;? 1aZ\u00a0\u200d\u05d0\u0301"),
        st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Cn", "Co")),
    ),
    min_size=1,
    max_size=60,
)


def nfc(texts: list[str]) -> list[str]:
    return [unicodedata.normalize("NFC", text) for text in texts]


def normal(quote: str) -> str:
    """Return a quote as markups show it: on one line, with single blanks, nothing hidden in it."""
    return re.sub(" {2,}", " ", safe(quote)).strip(" \u00a0")


def excused(markup: Markup, reader: str, quote: str) -> bool:
    """Tell what a reader can't show, however it is written, though others of the same markup do."""
    match reader:
        case "pandoc org":  # no document with a backslash that begins no command can be read
            return "\\" in quote
        case "pandoc rst":  # takes an escaped :: at the end for one that is not
            return quote.endswith("::")
        case "pdflatex":  # its fonts have Latin letters; from a PDF, ² is read as 2, and a hard space as a blank
            latin = re.fullmatch("[ -~¡-\u00ac\u00ae-ÿĞğİıŁłŒœŞşŠšŽž“”‘’–—€]*", quote)
            return not latin or unicodedata.normalize("NFKC", quote) != quote
        case "pandoc typst":  # every space is a blank
            return re.search(r"[^\S \u00a0]", quote) is not None
    return reader.startswith(("pandoc gfm", "pandoc commonmark")) and re.search(r"[\u0300-\u036f]", quote) is not None


def shown(markup: Markup, reader: str, quotes: list[str], *, notes: bool) -> list[str]:
    if reader in ("asciidoctor", "emacs", "pdflatex"):
        require(reader)
    read_notes, read_paragraphs = READERS[markup][reader]
    if notes:
        return read_notes([footnote(f"n{number}", (Text(quote),), markup) for number, quote in enumerate(quotes)])
    return read_paragraphs([render((Text(quote),), markup) for quote in quotes])


@pytest.mark.parametrize("notes", [True, False])
@pytest.mark.parametrize(("markup", "reader"), PAIRS)
def test_nasty_quotes_come_back(markup: Markup, reader: str, notes: bool) -> None:
    quotes = [normal(quote) for quote in QUOTES if not excused(markup, reader, normal(quote))]
    assert len(quotes) > 170
    assert shown(markup, reader, quotes, notes=notes) == quotes


@pytest.mark.parametrize(("markup", "reader"), PAIRS)
def test_any_quotes_come_back(markup: Markup, reader: str) -> None:
    """Many at once, since a reader takes long to start; the first paragraph of a footnote is one too."""

    @settings(max_examples=25, deadline=None)
    @given(st.lists(ANY.map(normal).filter(bool), min_size=1, max_size=30))
    def check(quotes: list[str]) -> None:
        readable = [quote for quote in quotes if not excused(markup, reader, quote)] or ["x"]
        # pandoc composes characters as Unicode's NFC does
        assert nfc(shown(markup, reader, readable, notes=True)) == nfc(readable)
        assert nfc(shown(markup, reader, readable, notes=False)) == nfc(readable)

    check()


ADDRESS = "https://x.example/a_(b)?c=<d>&e=100%25#f"
TREE = (
    Text("A, "),
    Italic("B_c"),
    Text(", "),
    Link(ADDRESS),
    Text(". “x"),
    Italic("it"),
    Text("y” "),
    Link("https://y.example/"),
)
SAYS = f"A, B_c, {ADDRESS}. “xity” https://y.example/"


@pytest.mark.parametrize("noted", [True, False])
@pytest.mark.parametrize(("markup", "reader"), [pair for pair in PAIRS if pair[1].startswith("pandoc")])
def test_italics_and_links_are_read_as_such(markup: Markup, reader: str, noted: bool) -> None:
    """Also in the middle of a word, and at the end of a note."""
    text = document(markup, [footnote("n0", TREE, markup)]) if noted else render(TREE, markup)
    shown = html.unescape(pandoc_shows(reader.removeprefix("pandoc "), text))
    for written, meant in {
        "%28": "(",
        "%29": ")",
        "%3C": "<",
        "%3E": ">",
        "\u200b": "",
        "<i>": "<em>",
        "</i>": "</em>",
    }.items():
        shown = shown.replace(written, meant)
    for said in (
        "<em>B_c</em>",
        "“x<em>it</em>y”",
        f'href="{ADDRESS}"',
        f">{ADDRESS}</a>. “",
        ">https://y.example/</a>",
    ):
        assert said in shown


def test_an_address_that_is_none_of_the_web_is_no_link_in_html() -> None:
    assert render((Link("javascript:alert('x')"),), Markup.HTML) == "javascript:alert(&#39;x&#39;)"


def test_plain_text_keeps_its_blanks() -> None:
    assert render(TREE, Markup.TEXT) == SAYS
    assert render((Text("a  b\n c"),), Markup.TEXT) == "a  b c"
