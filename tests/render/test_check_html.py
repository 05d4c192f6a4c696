"""The page of a report, in a real browser: what is seen is the report, its passages marked, the evidence beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selenium import webdriver
from selenium.webdriver.common.by import By

from factcli.quote.difference import word_diff
from factcli.render import check_html
from factcli.report.check import Checked
from factcli.report.document import Block, Document
from factcli.report.finding import Finding
from factcli.store.model import Store
from factcli.store.read import load
from tests.citation.browser import driver
from tests.conftest import SMALL_STORE, require
from tests.report.reports import COST, OPENING, checked, found

EMPTY = Store(path=Path("facts.toml"), facts={}, sources={})
TEXT = """\
The <harbour> & its mayor

It cost $13 million in 2024, of which $12 million was paid.[^fact:no] “the harbour, which cost $13 million in 2024”

<!-- fact: ignore F – a joke -->
Wine: $5.
"""
QUOTE = "the harbour, which cost $13 million in 2024"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Store:
    file = tmp_path_factory.mktemp("store") / "facts.toml"
    file.write_text(SMALL_STORE, encoding="utf-8")
    return load(file)


def report() -> Checked:
    within = TEXT.index(QUOTE) + QUOTE.index("$13")
    return checked(
        TEXT,
        found(TEXT, "$13 million", "F201", fact=COST, message="the store says $12 million (2024)"),
        found(TEXT, "$12 million", "F200", fact=COST),
        found(TEXT, "[^fact:no]", "C303", message="there is no fact 'no'"),
        found(
            TEXT,
            QUOTE,
            "Q101",
            fact=OPENING,
            message="differs <b>",
            difference=tuple(word_diff(QUOTE.replace("13", "12"), QUOTE)),
        ),
        Finding(start=within, end=within + 3, kind="figure", code="F202", text="$13", message="another scale"),
        found(TEXT, "$5", "F205", accepted="a joke"),
    )


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with driver(require("chromium"), require("chromedriver"), tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def opened(chrome: webdriver.Chrome, shop: Store, tmp_path: Path) -> webdriver.Chrome:
    """The page of a report, open and seen wide."""
    file = tmp_path / "page.html"
    file.write_text(check_html.page([report()], shop), encoding="utf-8")
    seen_as(chrome, 1280)
    chrome.get(file.as_uri())
    return chrome


def seen_as(chrome: webdriver.Chrome, width: int, scheme: str = "light") -> None:
    command = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", command)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def style(chrome: webdriver.Chrome, selector: str, name: str) -> str:
    script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
    return str(chrome.execute_script(script, selector, name))


def box(chrome: webdriver.Chrome, selector: str) -> dict[str, Any]:
    return dict(chrome.find_element(By.CSS_SELECTOR, selector).rect)


def test_the_text_is_there_and_the_passages_are_marked(opened: webdriver.Chrome) -> None:
    rows = [element.text for element in opened.find_elements(By.CSS_SELECTOR, ".row > div")]
    assert rows == [
        "The <harbour> & its mayor",
        "It cost $13 million✗1 in 2024, of which $12 million✓2 was paid.✗3 "
        "“the harbour, which cost $13✗5 million in 2024✗4”",
        "Wine: $5○6.",
    ]
    marks = [(mark.text, mark.get_attribute("class")) for mark in opened.find_elements(By.TAG_NAME, "mark")]
    assert [(text.strip(), kind) for text, kind in marks] == [
        ("$13 million", "bad"),
        ("$12 million", "good"),
        ("the harbour, which cost", "bad"),
        ("$13", "bad"),
        ("million in 2024", "bad"),
        ("$5", "let"),
    ]


def test_the_evidence_is_beside_its_passage(opened: webdriver.Chrome) -> None:
    """Open where something is wrong, folded where all is well, and with its source when unfolded."""
    row, first, second = box(opened, ".row:nth-child(2) > div"), box(opened, "#nr1-1"), box(opened, "#nr1-2")
    assert first["x"] > row["x"] + row["width"]
    assert abs(first["y"] - row["y"]) < 30
    notes = [note.text.split("\n") for note in opened.find_elements(By.CSS_SELECTOR, "aside > details")]
    assert [note[0] for note in notes] == [
        "✗1 contradicted", "✓2 supported", "✗3 unknown", "✗4 altered", "✗5 contradicted", "○6 accepted",
    ]  # fmt: skip
    statement = "The new harbour of Port Example cost $12 million in 2024."
    assert "the store says $12 million (2024)" in notes[0]
    assert statement in notes[0]
    assert "differs <b>" in notes[3]
    assert "the harbour, which cost $1213 million in 2024" in notes[3]
    assert opened.find_element(By.TAG_NAME, "del").text == "12"
    assert opened.find_element(By.TAG_NAME, "ins").text == "13"
    assert len(notes[1]) == 3
    opened.find_element(By.CSS_SELECTOR, "#nr1-2 > summary").click()
    unfolded = opened.find_element(By.ID, "nr1-2").text
    assert "the harbour, which cost $12 million in 2024" in unfolded
    assert "Jane Doe, “Harbour opens after ten years,” The Harbour Herald, March 1, 2025, para. 2, https://" in unfolded
    link = opened.find_element(By.CSS_SELECTOR, "#nr1-2 .source a").get_attribute("href")
    assert str(link).startswith("https://herald.example/harbour#:~:text=")
    assert box(opened, "#nr1-2")["height"] > second["height"] + 50


def test_links_lead_from_the_list_to_the_passage_to_its_note_and_back(opened: webdriver.Chrome) -> None:
    items = opened.find_elements(By.CSS_SELECTOR, "nav a")
    assert [item.text.split("\n")[1] for item in items] == [
        "✗ contradicted", "✗ unknown", "✗ altered", "✗ contradicted",
    ]  # fmt: skip
    for link in opened.find_elements(By.CSS_SELECTOR, 'a[href^="#"]'):
        target = (link.get_attribute("href") or "").partition("#")[2]
        assert len(opened.find_elements(By.ID, target)) == 1
    items[1].click()
    assert opened.current_url.endswith("#pr1-3")
    items[0].click()
    assert style(opened, ".at:target + mark", "outlineStyle") == "solid"


def test_verdicts_differ_without_colour(opened: webdriver.Chrome) -> None:
    lines = {kind: style(opened, f"mark.{kind}", "textDecorationStyle") for kind in ("good", "bad", "let")}
    assert lines == {"good": "solid", "bad": "wavy", "let": "dotted"}


def test_narrow_the_evidence_is_below(opened: webdriver.Chrome) -> None:
    """And nothing is wider than the screen."""
    for width in (360, 700):
        seen_as(opened, width)
        row, note = box(opened, ".row:nth-child(2) > div"), box(opened, "#nr1-1")
        assert note["y"] >= row["y"] + row["height"] - 30
        assert note["width"] > width * 0.8
        assert opened.execute_script("return document.documentElement.scrollWidth") <= width


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, by WCAG 2.2."""

    def luminance(color: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_are_readable(opened: webdriver.Chrome, scheme: str) -> None:
    """As WCAG wants it: 4.5 for text."""
    seen_as(opened, 1280, scheme)
    paper = style(opened, "body", "backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", paper)[:3])) > 384) is (scheme == "light")
    assert contrast(style(opened, "body", "color"), paper) > 10
    assert contrast(style(opened, "header p", "color"), paper) >= 4.5
    for kind in ("good", "bad", "let"):
        assert contrast(style(opened, "body", "color"), style(opened, f"mark.{kind}", "backgroundColor")) >= 4.5
        pill = f".tally .{kind}"
        assert contrast(style(opened, pill, "color"), style(opened, pill, "backgroundColor")) >= 4.5


def test_the_page_loads_nothing_and_runs_nothing(opened: webdriver.Chrome) -> None:
    assert opened.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert opened.get_log("browser") == []  # type: ignore[no-untyped-call]
    assert "<script" not in opened.page_source


def test_in_print_the_evidence_of_problems_is_unfolded(opened: webdriver.Chrome) -> None:
    def unfolded() -> list[bool]:
        script = (
            "return ['#nr1-1 blockquote', '#nr1-2 blockquote'].map(s => document.querySelector(s).checkVisibility())"
        )
        return list(opened.execute_script(script))

    assert unfolded() == [False, False]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert unfolded() == [True, False]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_blocks_of_all_kinds() -> None:
    """Cells of a table that stand on one line of the file are one row."""
    text = "Head\nItem\nQuote\nNote\nA1 $13\nB1 B2\nEnd"
    kinds = ["heading", "item", "quotation", "note", "cell", "cell", "cell", "cell", "paragraph"]
    blocks = []
    for word, kind in zip(text.split(), kinds, strict=True):
        at = range(text.index(word), text.index(word) + len(word))
        blocks.append(Block(text=word, starts=at, ends=[n + 1 for n in at], kind=kind))
    document = Document(text=text, blocks=tuple(blocks))
    report = Checked(path="r", name="r", markup=None, document=document, findings=(found(text, "$13", "F205"),))
    page = check_html.page([report], EMPTY)
    assert '<h2 class="heading" dir="auto">Head</h2>' in page
    assert '<blockquote class="quotation" dir="auto">Quote</blockquote>' in page
    rows = re.findall('<div class="cells">(.*?)</div>', page)
    assert [re.sub("<[^>]*>", " ", row).split() for row in rows] == [["A1", "$13", "?1"], ["B1", "B2"]]
    assert page.count("<aside>") == 1


def test_many_reports_are_one_page(shop: Store) -> None:
    page = check_html.page([report(), report()], shop)
    assert page.count("<article>") == 2
    ids = re.findall(r'id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


class Shown(HTMLParser):
    """The tags of a page, and the text of its reports without the signs that are put in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "meta":
            self.open.append((tag, dict(attributes).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [name for _, name in self.open]
        if "row" in classes and not any(tag == "aside" or name.startswith("to ") for tag, name in self.open):
            self.text += data


TAGS = set("html head title style body article header h1 h2 p b ul ol li nav a span bdi main div mark aside".split())
TAGS |= set("details summary blockquote code meta del ins".split())


@given(st.lists(st.text("ab <&>\"'\u202e\x1b/é$13", min_size=1, max_size=12), min_size=1, max_size=4), st.data())
def test_any_text_with_any_findings(paragraphs: list[str], data: st.DataObject) -> None:
    """Whatever overlaps: tags are ours, they close, ids are single, and the report's text is there, once, in order."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        places = range(at, at + len(paragraph))
        blocks.append(Block(text=paragraph, starts=places, ends=[place + 1 for place in places]))
        at += len(paragraph) + 2
    findings = []
    for start in sorted(data.draw(st.lists(st.integers(0, len(text) - 1), max_size=5))):
        end = data.draw(st.integers(start + 1, len(text)))
        code = data.draw(st.sampled_from(["F200", "F201", "F205", "Q101"]))
        findings.append(Finding(start=start, end=end, kind="figure", code=code, text=text[start:end], message="<x>"))
    document = Document(text=text, blocks=tuple(blocks))
    page = check_html.page(
        [Checked(path="r", name="<r>", markup=None, document=document, findings=tuple(findings))], EMPTY
    )
    shown = Shown()
    shown.feed(page)
    shown.close()
    assert shown.open == []
    assert shown.tags <= TAGS
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids)) == 2 * len(findings)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", page)
    said = shown.text.replace("\\u202e", "\u202e").replace("\\x1b", "\x1b").replace("\n", "")
    assert said == "".join(paragraphs)
