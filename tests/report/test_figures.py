"""The figures of whole reports: which passages are judged, where they stand, and by which fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcli.commands import options
from factcli.report import figures
from factcli.report.claims.judge import Judge
from factcli.report.finding import Finding
from factcli.report.quotations import passages
from factcli.report.reading import read
from factcli.store.read import load
from tests.conftest import SHIPPED

Check = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield Judge(options.index(SHIPPED, quiet=True), load(SHIPPED).facts)


@pytest.fixture
def check(judge: Judge) -> Check:
    def check_text(text: str, name: str = "report.md") -> list[Finding]:
        document = read(text.encode(), name)
        quoted = passages.passages(document.blocks)
        found = list(figures.judge(document, judge, passages.spans(quoted)))
        for finding in found:
            assert document.text[finding.start : finding.end].replace("*", "") == finding.text
        return found

    return check_text


def told(found: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(finding.text, finding.code, finding.fact) for finding in found]


def test_each_figure_of_a_sentence_goes_by_the_fact_of_its_clause(check: Check) -> None:
    text = "Trade turnover was $470 million in 2024 and $574 million in January–August 2025."
    assert told(check(text)) == [
        ("$470 million", "F200", "trade-turnover-2024"),
        ("$574 million", "F201", "trade-turnover-2025-jan-aug"),
    ]


def test_a_figure_of_another_time_unit_or_direction_has_a_code_of_its_own(check: Check) -> None:
    cases = {
        "Trade turnover between the countries was $470 million in 2023.": "F203",
        "Trade turnover between the countries was €470 million in 2024.": "F202",
        "Trade turnover between the countries was $470 billion in 2024.": "F202",
        "Transit shipments between the countries were 20% lower in 2024.": "F204",
        "The agreement is on 1.5 million tons of Kazakh oil a month via Aktau–Ceyhan.": "F202",
        "Tokayev has visited Azerbaijan six times in the past five years.": "F203",
    }
    assert {text: [finding.code for finding in check(text)] for text in cases} == {
        text: [code] for text, code in cases.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "Will trade turnover reach $1 billion in 2030?",
        "If trade turnover were to reach $900 million in 2024, the ports would be full.",
        "See chapter 3, figure 2 and page 17.",
        "The two countries are neighbours.",
        "`trade turnover was $457 million in 2024`",
        "```\ntrade turnover was $457 million in 2024\n```",
        "<!-- trade turnover was $457 million in 2024 -->",
        "Old.[^1]\n\n[^1]: Smith, 19 ships (2019), p. 17.",
        "“In 2024, the volume of trade turnover amounted to $457 million”",  # judged as a quote
        "> In 2024, the volume of trade turnover amounted to $457 million",
        "# 2019",
    ],
)
def test_where_nothing_is_claimed_nothing_is_judged(check: Check, text: str) -> None:
    assert check(text) == []


def test_a_table_is_read_by_its_headings(check: Check) -> None:
    table = (
        "| Indicator | 2023 | 2024 |\n|---|---|---|\n| Trade turnover with Kazakhstan | $470 million | $470 million |\n"
    )
    assert [(finding.code, finding.start) for finding in check(table)] == [
        ("F203", table.index("$470")),
        ("F200", table.rindex("$470")),
    ]


def test_an_item_is_read_with_what_its_list_completes(check: Check) -> None:
    text = "In 2024, between Azerbaijan and Kazakhstan:\n\n- trade turnover came to $407 million\n- transit exceeded 3.5 million tons\n"
    assert [finding.code for finding in check(text)] == ["F201", "F200"]


def test_a_sentence_is_read_with_the_one_before_it(check: Check) -> None:
    text = (
        "Trade turnover between Azerbaijan and Kazakhstan is growing. It reached $745 million in January–August 2025."
    )
    assert told(check(text)) == [("$745 million", "F201", "trade-turnover-2025-jan-aug")]


def test_emphasis_inside_a_figure_does_not_hide_it(check: Check) -> None:
    assert told(check("Trade turnover was **$457** million in 2024.")) == [
        ("$457 million", "F201", "trade-turnover-2024")
    ]


def test_a_footnote_would_stand_behind_the_sentence(check: Check) -> None:
    text = "Trade turnover was $470 million in 2024. More follows."
    (finding,) = check(text)
    assert text[: finding.anchor] == "Trade turnover was $470 million in 2024."


def test_messages_say_what_the_store_says(check: Check) -> None:
    (finding,) = check("Trade turnover was $457 million in 2024.")
    assert finding.message == "the store says $470 million (2024)"


def test_a_superseded_fact_decides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    store = tmp_path / "facts.toml"
    fact = 'quote = "q"\nsource = "a"\n'
    store.write_text(
        'version = 1\n[source.a]\ntype = "webpage"\ntitle = "Harbour"\nlanguage = "en"\n'
        f'[fact.old]\nstatement = "The new harbour of Port Example cost $12 million."\n{fact}'
        f'[fact.new]\nstatement = "The new harbour of Port Example cost $15 million."\nsupersedes = ["old"]\n{fact}',
        encoding="utf-8",
    )
    judge = Judge(options.index(store, quiet=True), load(store).facts)
    document = read(b"The new harbour of Port Example cost $12 million.", "report.md")
    (finding,) = figures.judge(document, judge, {})
    assert (finding.code, finding.fact) == ("F201", "new")


def test_a_bare_figure_of_a_table_has_the_unit_of_its_column(check: Check) -> None:
    table = (
        "# Trade\n\n| In 2024 | $ million | change, % |\n|---|---|---|\n| Trade turnover with Kazakhstan | 407 | |\n"
    )
    assert told(check(table)) == [("407", "F201", "trade-turnover-2024")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # a heading above, and a clause before, lend neither their names nor their time to what has its own
        ("# Silk Road revival\n\nTrade turnover was $480 million in 2024.", ["F201"]),
        (
            "# Trade in 2024\n\n| What | How much |\n|---|---|\n| Kazakh investments in Azerbaijan | $136 million |\n",
            ["F200"],
        ),
        (
            "Trade was $547 million in January–August 2025, and Kazakh investments in Azerbaijan total $136 million.",
            ["F200", "F200"],
        ),
        # what is denied is not claimed
        ("Trade turnover was not $470 million in 2024.", []),
        ("Trade turnover did not reach $500 million in 2024.", ["F200"]),
        # signs, rates, changes and points are part of a figure
        ("Trade turnover was -$470 million in 2024.", ["F201"]),
        ("Trade turnover was $470 million a month in 2024.", ["F202"]),
        ("Trade turnover rose by $470 million in 2024.", ["F205"]),
        ("Transit shipments rose by 20 percentage points in 2024.", ["F205"]),
        # ranges hold what lies within
        ("Trade turnover was between $460 and $480 million in 2024.", ["F200"]),
        ("Trade turnover was $400–450 million in 2024.", ["F201"]),
        # who else, and where else
        ("Chinese investments in Kazakhstan have reached $25 billion.", ["F205"]),
        ("About 800 Azerbaijani companies are registered in Kazakhstan.", ["F205"]),
        # stamps, datelines, layouts
        ("Published 20 October 2025", []),
        ("© 2023 The Institute", []),
        ("BAKU, 21 October 2025 — Trade between Azerbaijan and Kazakhstan is growing.", []),
        ("Kazakh investments in Azerbaijan   $163 million\nAzerbaijani investments   $252 million", []),
        # a note is judged only where a fact speaks of it
        ("Old.[^1]\n\n[^1]: Kazakh investments in Azerbaijan total $163 million; see p. 12.", ["F201"]),
        ("Old.[^1]\n\n[^1]: Smith, *Ships* (2019), 250 pages.", []),
    ],
)
def test_what_a_newcomer_stumbled_over(check: Check, text: str, codes: list[str]) -> None:
    assert [finding.code for finding in check(text)] == codes


def test_no_figure_is_too_long(check: Check) -> None:
    assert all(finding.code != "F201" for finding in check(f"Trade turnover was ${'4' * 400} million in 2024."))


def test_a_heading_gets_no_footnote(check: Check) -> None:
    (finding,) = check("# Trade turnover was $470 million in 2024\n")
    assert (finding.code, finding.anchor) == ("F200", None)
