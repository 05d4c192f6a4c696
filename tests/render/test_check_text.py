"""What a person reads of a report that was checked, whole, as it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.citation.markup import Markup
from factcli.quote.difference import word_diff
from factcli.render import check_text, plain
from factcli.report.check import Checked
from factcli.report.notes.suggest import suggest
from factcli.report.rules import RULES
from factcli.store.model import Store
from factcli.store.read import load
from tests.report.reports import COST, checked, found

TEXT = """\
# The harbour

The harbour, which opened in the spring of 2025 after many delays and two changes of mayor, cost $13 million in 2024, the
city says; “the harbour, which cost
$12.5 million
in 2024”, wrote the Herald.[^fact:no]

It cost $12 million in 2024. Wine brought in $5.
"""
QUOTE = "the harbour, which cost\n$12.5 million\nin 2024"


@pytest.fixture
def shop(store: Path) -> Store:
    return load(store)


@pytest.fixture
def report() -> Checked:
    difference = tuple(word_diff("the harbour, which cost $12 million in 2024", " ".join(QUOTE.split())))
    return checked(
        TEXT,
        found(TEXT, "$13 million", "F201", fact=COST, message="the store says $12 million (2024)"),
        found(TEXT, QUOTE, "Q101", fact=COST, message="differs from herald, para. 2", difference=difference),
        found(TEXT, "[^fact:no]", "C303", message="there is no fact 'no'"),
        found(TEXT, "$12 million", "F200", fact=COST, anchor=TEXT.index(" Wine")),
        found(TEXT, "$5", "F205", accepted="a joke"),
    )


def test_problems_as_a_compiler_tells_them(report: Checked, shop: Store) -> None:
    assert (
        plain.text(check_text.page(report, [], shop, 80))
        == """\
report.md:3:98: F201 contradicted: the store says $12 million (2024)
  3 | …many delays and two changes of mayor, cost $13 million in 2024, the
    |                                             ^^^^^^^^^^^
      harbour-cost-2024  The new harbour of Port Example cost $12 million in 2024.

report.md:4:13: Q101 altered: differs from herald, para. 2
  4 | city says; “the harbour, which cost
    |             ^^^^^^^^^^^^^^^^^^^^^^^
... |
  6 | in 2024”, wrote the Herald.[^fact:no]
    | ^^^^^^^
      harbour-cost-2024  The new harbour of Port Example cost $12 million in 2024.
      > the harbour, which cost $12{+.5+} million in 2024

report.md:6:28: C303 unknown: there is no fact 'no'
  6 | in 2024”, wrote the Herald.[^fact:no]
    |                            ^^^^^^^^^^
"""
    )


def test_the_summary_counts_everything(report: Checked) -> None:
    assert plain.text(check_text.summary([report])) == (
        "[-what the source says-] {+what the quote says instead+}\n"
        "5 passages checked, 3 problems: 1 contradicted, 1 altered, 1 unknown, 1 supported, 1 accepted\n"
    )
    assert plain.text(check_text.summary([checked("")])) == "0 passages checked, 0 problems\n"
    alone = checked(TEXT, found(TEXT, "$12 million", "F200"))
    assert plain.text(check_text.summary([alone])) == "1 passage checked, 0 problems: 1 supported\n"
    assert plain.text(check_text.summary([alone, alone])) == "2 passages checked, 0 problems: 2 supported\n"


def test_suggestions_stand_where_they_belong(report: Checked, shop: Store) -> None:
    suggested = suggest(report.document, report.findings, Markup.MARKDOWN)
    shown = plain.text(check_text.page(report, suggested, shop, 80))
    assert shown.endswith("""
report.md:8:9: F200 supported: could have the footnote [^fact:harbour-cost-2024]
  8 | It cost $12 million in 2024. Wine brought in $5.
    |         ^^^^^^^^^^^
      harbour-cost-2024  The new harbour of Port Example cost $12 million in 2024.
""")


def test_lines_of_two_digits_have_their_room(shop: Store) -> None:
    text = "\n" * 99 + "It cost $13."
    assert plain.text(check_text.page(checked(text, found(text, "$13", "F205")), [], shop, 80)) == (
        "report.md:100:9: F205 unsupported\n  100 | It cost $13.\n      |         ^^^\n"
    )


def test_nothing_acts_on_a_terminal(shop: Store) -> None:
    text = "It \x1b[2Jcost $\u202e13."
    finding = found(text, "$\u202e13", "F201", message="no: \x1b]0;x\x07")
    shown = plain.text(check_text.page(checked(text, finding, name="a\x1b.md"), [], shop, 80))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b" in shown


@pytest.mark.parametrize("code", RULES)
def test_a_rule_explained(code: str) -> None:
    lines = plain.text(check_text.explained([RULES[code]])).splitlines()
    assert lines[0] == f"{code} {RULES[code].verdict}: {RULES[code].title}"


@pytest.mark.parametrize("code", [code for code in RULES if code.startswith("F")])
def test_rules_of_figures_are_explained_in_full(code: str) -> None:
    """With an example, whose lines are kept, in paragraphs that flow."""
    lines = plain.text(check_text.explained([RULES[code]])).splitlines()
    assert len(lines) > 6
    assert any(line.startswith("    ") for line in lines)
    assert [line for line in lines if line != line.rstrip()] == []
