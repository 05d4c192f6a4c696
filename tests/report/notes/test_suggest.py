"""Footnotes that a report could have: put where a reader looks for them, once, and all else left to the byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.citation.markup import Markup
from factcli.report.finding import Finding
from factcli.report.notes import footnotes
from factcli.report.notes.suggest import Suggestion, insert, suggest
from tests.report.reports import COST, OPENING, document, found

REFERENCES = {
    Markup.MARKDOWN: f"It cost $12.[^fact:{COST}] More.\n",
    Markup.ORG: f"It cost $12.[fn:fact-{COST}] More.\n",
    Markup.RST: f"It cost $12. [#fact:{COST}]_ More.\n",
    Markup.ASCIIDOC: f"It cost $12.footnote:fact-{COST}[] More.\n",
    Markup.LATEX: f"It cost $12.\\footnote{{\\label{{fact:{COST}}}}} More.\n",
    Markup.TYPST: f"It cost $12.#footnote[] <fact:{COST}> More.\n",
}


def supported(text: str, passage: str = "$12", fact: str = COST, stop: str = ".", code: str = "F200") -> Finding:
    """Return a finding whose footnote would stand behind the first `stop` after it."""
    anchor = text.index(stop, text.index(passage)) + len(stop)
    return found(text, passage, code, fact=fact, anchor=anchor)


@pytest.mark.parametrize("markup", REFERENCES)
def test_the_reference_of_each_markup(markup: Markup) -> None:
    """It is what `fact fill` takes for one."""
    text = "It cost $12. More.\n"
    suggested = suggest(document(text), [supported(text)], markup)
    written = insert(text, suggested)
    assert written == REFERENCES[markup]
    assert [mention.id for mention in footnotes.find(written, markup).references] == [COST]


@pytest.mark.parametrize(
    "text",
    [
        f"It cost $12.[^fact:{COST}]",
        f"It cost $12[^fact:{COST}] in all.",
        f"It[^fact:{COST}] cost $12.",
        f"It cost $12.[^1][^fact:{COST}] More.",
        f"It cost $12.[^1] [^fact:{COST}] More.",
        f"It cost $12.[^fact:{COST}]\n\nAnother.",
        f"It cost $12.[^fact:{COST}]\n\n[^fact:{COST}]: The note.",
    ],
)
def test_a_sentence_that_has_the_footnote_needs_none(text: str) -> None:
    assert suggest(document(text), [supported(text)], Markup.MARKDOWN) == []


@pytest.mark.parametrize(
    "text",
    [
        "It cost $12.",
        f"It cost $12.[^fact:{OPENING}]",
        f"Dear.[^fact:{COST}] It cost $12.",
        f"It cost $12. Dear.[^fact:{COST}]",
        f"It cost $12.\n\nDear.[^fact:{COST}]",
        f"It cost $12. `[^fact:{COST}]`",
        f"It cost $12.\n\n[^fact:{COST}]: The note.",
    ],
)
def test_the_footnote_of_another_sentence_or_fact_is_another(text: str) -> None:
    """So is one in code, and a note without a reference to it."""
    [suggestion] = suggest(document(text), [supported(text)], Markup.MARKDOWN)
    assert suggestion.reference == f"[^fact:{COST}]"
    assert text[: suggestion.place].endswith("$12.")


def test_a_fact_once_in_a_sentence_and_two_facts_in_their_order() -> None:
    text = "It cost $12, or 12 million, on 1 March. It cost $12 million again.\n"
    findings = [
        supported(text, "$12"),
        supported(text, "12 million", stop=". "),
        supported(text, "1 March", OPENING),
        supported(text, "$12 million", stop="again."),
    ]
    written = insert(text, suggest(document(text), findings, Markup.MARKDOWN))
    assert written == (
        f"It cost $12, or 12 million, on 1 March.[^fact:{COST}][^fact:{OPENING}] It cost $12 million again.[^fact:{COST}]\n"
    )


@pytest.mark.parametrize(
    ("markup", "again"), [(Markup.LATEX, rf"\footref{{fact:{COST}}}"), (Markup.TYPST, f"#ref(<fact:{COST}>)")]
)
def test_a_label_is_given_once(markup: Markup, again: str) -> None:
    """What follows refers to it, and is known again."""
    text = "It cost $12. Yes, $12 million.\n"
    findings = [supported(text), supported(text, "$12 million")]
    written = insert(text, suggest(document(text), findings, markup))
    assert written == REFERENCES[markup].replace(" More.", f" Yes, $12 million.{again}")
    more = [supported(written), found(written, "$12 million", "F200", fact=COST, anchor=written.index(again))]
    assert suggest(document(written), more, markup) == []


def test_only_what_is_supported_and_only_outside_of_code() -> None:
    text = "`It cost $12.` That is all."
    assert suggest(document(text), [supported(text)], Markup.MARKDOWN) == []
    text = "It cost $12."
    wrong = supported(text, code="F201")
    nowhere = found(text, "$12", "F200", fact=COST)
    assert suggest(document(text), [wrong, nowhere], Markup.MARKDOWN) == []


WORDS = st.sampled_from(
    [
        "It cost $12",
        "Yes",
        f"[^fact:{COST}]",
        "[^1]",
        ". ",
        ".",
        "! ",
        "\n\n",
        "\n",
        ", ",
        "`",
        "<!-- -->",
        "é",
        "日本。",
        "[^",
    ]
)


@given(st.lists(WORDS, max_size=12).map("".join), st.sampled_from([*REFERENCES]))
def test_a_second_run_changes_nothing(text: str, markup: Markup) -> None:
    """And the first nothing but that it puts references in."""
    once, suggested = with_references(text, markup)
    without = once
    for suggestion in reversed(suggested):
        at = suggestion.place + sum(len(other.reference) for other in suggested[: suggested.index(suggestion)])
        assert without[at:].startswith(suggestion.reference)
        without = without[:at] + without[at + len(suggestion.reference) :]
    assert without == text
    if markup is Markup.MARKDOWN:  # the only one whose references the reports of this test are without
        assert with_references(once, markup)[0] == once


def with_references(text: str, markup: Markup) -> tuple[str, list[Suggestion]]:
    """Take each $12 for supported, by the next stop, and put the references in."""
    shown = document(text)
    findings = []
    for block in shown.blocks:
        for match in re.finditer(r"\$12", block.text):
            stop = re.compile(r"[.!。]+|\Z").search(block.text, match.end())
            anchor = block.ends[min(stop.end(), len(block.text)) - 1]
            start, end = block.span(*match.span())
            findings.append(
                Finding(
                    start=start, end=end, kind="figure", code="F200", text="$12", message="", fact=COST, anchor=anchor
                )
            )
    suggested = suggest(shown, findings, markup)
    return insert(text, suggested), suggested
