"""Which notes and citations of a report are current, stale or unknown, in each markup and style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.citation import styles
from factcli.citation.citing import cite
from factcli.citation.markup import Markup, render
from factcli.citation.styles.style import Form
from factcli.citation.written import written
from factcli.report.document import Document
from factcli.report.finding import Finding
from factcli.report.notes import citations, footnotes
from factcli.report.notes.fill import fill
from factcli.store.model import Store
from factcli.store.read import load
from tests.conftest import SHIPPED, SMALL_STORE
from tests.report.blocks import document
from tests.report.notes.test_fill import REPORTS

INTERVIEW = load(SHIPPED)
COST, OPENING = "harbour-cost-2024", "harbour-opening"
MORE = """
[source.herald-2]
type = "article-newspaper"
title = "Another day in the harbour"
issued = 2025-03-02

[fact.harbour-cost-2025]
statement = "It cost $13 million in the end."
quote = "cost $13 million in the end"
source = "herald-2"
locator = "para. 1"
supersedes = ["harbour-cost-old"]

[fact.harbour-cost-old]
statement = "It was to cost $10 million."
quote = "was to cost $10 million"
source = "herald"
locator = "para. 7"
"""
NOTE = "Jane Doe, “Harbour opens after ten years,” *The Harbour Herald*, March 1, 2025, para. 2, <https://herald.example/harbour>."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    file = tmp_path / "facts.toml"
    file.write_text(SMALL_STORE + MORE, encoding="utf-8")
    return load(file)


def judged(text: str, markup: Markup | None, store: Store) -> list[Finding]:
    return citations.judge(Document(text=text, blocks=()), markup, store)


def verdicts(text: str, markup: Markup, store: Store) -> list[tuple[str, str]]:
    """Return codes and messages, as the report has them."""
    return [(found.code, found.message) for found in judged(text, markup, store)]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("style", styles.STYLES)
def test_a_report_that_was_filled_is_current_in_every_style(name: str, style: styles.Name, store: Store) -> None:
    """Whichever style its notes are in, a filled report has no fault; before it was filled, it had."""
    markup = footnotes.markup_of(name)
    assert markup
    before = judged(REPORTS[name][0], markup, store)
    assert {found.code for found in before} == {"C301"}
    filled = fill(REPORTS[name][0], markup, store, styles.STYLES[style]).text
    after = judged(filled, markup, store)
    assert {found.code for found in after} == {"C300"}
    assert {found.fact for found in after} == {COST, OPENING}
    assert all(filled[found.start : found.end] == found.text != "" for found in [*after])


@pytest.mark.parametrize("name", REPORTS)
def test_a_note_whose_figures_differ_is_stale(name: str, store: Store) -> None:
    """The locator, the date, a name: what a note says must be what the fact says now."""
    markup = footnotes.markup_of(name)
    assert markup
    filled = fill(REPORTS[name][0], markup, store, styles.STYLES[styles.Name.CHICAGO]).text
    for old, new in (("para. 2", "para. 3"), ("2025", "2024"), ("Jane", "Joan"), ("The Harbour Herald", "The Herald")):
        stale = [found for found in judged(filled.replace(old, new), markup, store) if found.is_problem]
        assert {(found.code, found.fact) for found in stale} <= {("C301", COST), ("C301", OPENING)}
        assert stale
        assert "as it is now" in stale[0].message


@pytest.mark.parametrize("markup", [Markup.MARKDOWN, Markup.ORG, Markup.RST])
@pytest.mark.parametrize("style", styles.STYLES)
@pytest.mark.parametrize("form", [Form.NOTE, Form.SHORT])
@pytest.mark.parametrize("identifier", ["trade-turnover-2024", "roadmap-signed-in-aktau", "interview-dateline"])
def test_a_pasted_definition_with_its_quote_is_current(
    markup: Markup, style: styles.Name, form: Form, identifier: str
) -> None:
    """`fact cite --quote` adds the quote to the note; any number will do in a style that numbers."""
    fact = INTERVIEW.facts[identifier]
    (citation,) = cite([(fact, INTERVIEW.sources[fact.source])], styles.STYLES[style], form, start=7)
    for quote in (False, True):
        pasted = written(citation, markup, quote=quote)
        (found,) = judged(pasted, markup, INTERVIEW)
        assert (found.code, found.fact) == ("C300", identifier)
        (found,) = judged(
            pasted.replace("17", "18").replace("22", "23").replace("ara. 3", "ara. 4").replace("par. 3", "par. 4"),
            markup,
            INTERVIEW,
        )
        assert found.code == "C301"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost[^fact:harbour-cost-2024].\n", [("C301", "harbour-cost-2024 has no note yet")]),
        (
            f"It cost[^fact:harbour-cost-2024].\n\n[^fact:harbour-cost-2024]: {NOTE}\n",
            [("C300", "cites harbour-cost-2024"), ("C300", "is the note of harbour-cost-2024")],
        ),
        (
            f"It cost[^fact:harbour-cost-2024].\n\n[^fact:harbour-cost-2024]: {NOTE.replace('*', '_')}\n",
            [("C300", "cites harbour-cost-2024"), ("C300", "is the note of harbour-cost-2024")],
        ),
        (
            "It cost[^fact:harbour-cost-2024].\n\n[^fact:harbour-cost-2024]:\n",
            [("C301", "harbour-cost-2024 has no note yet"),
             ("C301", "is not the note of harbour-cost-2024 as it is now")],
        ),
        (
            "It cost[^fact:harbor-cost-2024].\n",
            [("C303", "there is no fact 'harbor-cost-2024'; did you mean harbour-cost-2024?")],
        ),
        ("It cost[^fact:quite-another].\n\n[^fact:quite-another]: Mine.\n", [("C303", "there is no fact 'quite-another'")]),
        ("[^fact:quite-another]: Mine.\n", [("C303", "there is no fact 'quite-another'")]),
        (
            "It cost[^fact:harbour-cost-old].\n",
            [("C302", "harbour-cost-old was superseded by harbour-cost-2025: cite that")],
        ),
        ("```\n[^fact:no]\n```\n\n<!-- [^fact:no] [@herold] -->\n", []),
        ("Mine.[^1]\n\n[^1]: My own words.\n", []),
    ],
)  # fmt: skip
def test_footnotes_in_markdown(text: str, expected: list[tuple[str, str]], store: Store) -> None:
    """Each reference and each note is judged; what is no business of the store is not."""
    assert verdicts(text, Markup.MARKDOWN, store) == expected


KEYS = [
    (Markup.MARKDOWN, "So [@herald, para. 2].", [("C300", "cites herald, para. 2")]),
    (Markup.MARKDOWN, "So [see @herald; @smith2020, p. 3].", [("C300", "cites herald")]),
    (Markup.MARKDOWN, "So @herald [para. 2] says.", [("C300", "cites herald, para. 2")]),
    (Markup.MARKDOWN, "So [-@herald].", [("C300", "cites herald")]),
    (Markup.MARKDOWN, "So [@{herald-2}, para. 1].", [("C300", "cites herald-2, para. 1")]),
    (Markup.MARKDOWN, "So @herald, who knows it.", [("C300", "cites herald")]),
    (Markup.MARKDOWN, "So [@herald, para. 99].", []),
    (Markup.MARKDOWN, "So [@herrald-2].", [("C303", "there is no source 'herrald-2'; did you mean herald-2?")]),
    (Markup.MARKDOWN, "So [@herald-3], [@smith2020], [@knuth:1984].", []),
    (Markup.MARKDOWN, "So [@herald.extra], [@herald_2], me@herald, \\@herald, https://a.example/@herald", []),
    (
        Markup.MARKDOWN,
        "So [@harbour-opening].",
        [("C303", "harbour-opening is a fact, not a source; did you mean herald?")],
    ),
    (Markup.ORG, "So [cite:@herald para. 2].", [("C300", "cites herald, para. 2")]),
    (Markup.ORG, "So [cite:see @herald; @smith2020].", [("C300", "cites herald")]),
    (Markup.LATEX, "So \\autocite[para. 2]{herald}.", [("C300", "cites herald, para. 2")]),
    (Markup.LATEX, "So \\parencite[see][para. 2]{herald}.", [("C300", "cites herald, para. 2")]),
    (Markup.LATEX, "So \\footcite{smith2020, herald-2}.", [("C300", "cites herald-2")]),
    (Markup.LATEX, "So \\cite{herrald-2}. % \\cite{herrald-2}", [("C303", "there is no source 'herrald-2'; did you mean herald-2?")]),
    (Markup.LATEX, "\\nocite{*} \\citation", []),
    (Markup.TYPST, "So @herald[para. 2] and @fig-1.", [("C300", "cites herald, para. 2")]),
    (Markup.RST, "So @herald.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text", "expected"), KEYS)
def test_keys_of_sources(markup: Markup, text: str, expected: list[tuple[str, str]], store: Store) -> None:
    """A report may cite other works too: only what is surely meant for this store's sources is judged."""
    assert verdicts(text, markup, store) == expected
    for found in judged(text, markup, store):
        assert text[found.start : found.end] == found.text


def test_second_references_need_their_note(store: Store) -> None:
    assert verdicts("\\footref{fact:harbour-opening}", Markup.LATEX, store) == [
        ("C301", "harbour-opening has no note yet")
    ]
    text = fill("A\\footnote{\\label{fact:harbour-opening}} \\footref{fact:harbour-opening}", Markup.LATEX, store,
                styles.STYLES[styles.Name.APA]).text  # fmt: skip
    assert [found.code for found in judged(text, Markup.LATEX, store)] == ["C300", "C300"]
    assert verdicts("See @fact:harbour-open.", Markup.TYPST, store) == [
        ("C303", "there is no fact 'harbour-open'; did you mean harbour-opening?")
    ]


@pytest.mark.parametrize("style", [styles.Name.CHICAGO, styles.Name.APA, styles.Name.MLA, styles.Name.IEEE])
def test_notes_pasted_under_other_labels_are_recognised(style: styles.Name, store: Store) -> None:
    fact = store.facts[COST]
    (citation,) = cite([(fact, store.sources[fact.source])], styles.STYLES[style], Form.NOTE, start=3)
    text = render(citation.tree, Markup.TEXT)
    for shown in (text, f"{text} “{fact.quote}”"):
        report = document("It cost.", ("note", shown))
        (found,) = citations.judge(report, None, store)
        assert (found.code, found.fact, found.message) == ("C300", COST, f"is the note of {COST}")
        assert report.text[found.start : found.end] == shown
    for other in (re.sub(r"(?<=[Pp]ar. |ara. )2", "3", text), f"See {text}", "Doe, A book of her own, p. 2.", "", "12"):
        assert citations.judge(document(("note", other)), None, store) == []


def test_a_pasted_note_of_what_was_superseded_is_stale(store: Store) -> None:
    shown = re.sub("[*<>]", "", NOTE).replace("para. 2", "para. 7")
    (found,) = citations.judge(document(("note", shown)), None, store)
    assert (found.code, found.fact) == ("C302", "harbour-cost-old")


def test_notes_that_several_facts_share_name_none(store: Store) -> None:
    """A paragraph may prove several facts; the quote tells which is meant."""
    fact = INTERVIEW.facts["trade-turnover-2024"]
    (citation,) = cite([(fact, INTERVIEW.sources[fact.source])], styles.STYLES[styles.Name.CHICAGO], Form.NOTE)
    text = render(citation.tree, Markup.TEXT)
    (found,) = citations.judge(document(("note", text)), None, INTERVIEW)
    assert (found.code, found.fact, found.message) == ("C300", None, "cites azertac-2025-10-18")
    (found,) = citations.judge(document(("note", f"{text} “{fact.quote}”")), None, INTERVIEW)
    assert found.fact == "trade-turnover-2024"


def test_a_note_is_judged_once(store: Store) -> None:
    """The footnote of a fact that is read as a note of the report as well is one."""
    report = document("It cost[^fact:harbour-cost-2024].", ("note", f"[^fact:harbour-cost-2024]: {NOTE}"))
    assert [found.code for found in citations.judge(report, Markup.MARKDOWN, store)] == ["C300", "C300"]


@given(
    st.lists(
        st.sampled_from(
            ["[^fact:harbour-opening]", "[^fact:no]: x", "[@herald", ", para. 2]", "@", "{", "}", "]", ";", "\\cite", "[",
             "\\footnote{\\label{fact:no}", "#footnote[", "] <fact:no>", "footnote:fact-no[", "\n", "`", " ", "%", "é"]
        ),
        max_size=25,
    ).map("".join),
    st.sampled_from([Markup.MARKDOWN, Markup.ORG, Markup.RST, Markup.ASCIIDOC, Markup.LATEX, Markup.TYPST]),
)  # fmt: skip
def test_findings_stand_in_the_report(text: str, markup: Markup) -> None:
    """Whatever a report says, what is found has a place in it, in order."""
    found = judged(text, markup, INTERVIEW)
    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
    for finding in found:
        assert text[finding.start : finding.end] == finding.text != ""
