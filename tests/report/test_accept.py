"""Comments that accept a passage: which they reach, what they must say, and that none is silently without effect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.citation.markup import Markup
from factcli.report.accept import accept
from factcli.report.document import Document
from factcli.report.finding import Finding
from tests.report.reports import document, found

WHY = "the agency's own figure"
BESIDE = {
    Markup.MARKDOWN: "It cost $13. <!-- fact: ignore F201 – {} -->\n",
    Markup.LATEX: "It cost $13. % fact: ignore F201 – {}\n",
    Markup.TYPST: "It cost $13. // fact: ignore F201 – {}\n",
    None: "It cost $13. <!--fact: ignore F201: {}-->\n",
}
ALONE = {
    Markup.MARKDOWN: "<!-- fact: ignore F201 – {} -->\n",
    Markup.ORG: "# fact: ignore F201 - {}\n",
    Markup.RST: ".. fact: ignore F201 -- {}\n\n",
    Markup.ASCIIDOC: "// fact: ignore F201 — {}\n",
    Markup.LATEX: "  %% fact: ignore F201: {}\n",
    Markup.TYPST: "/* fact: ignore F201 – {} */\n",
    None: "<!-- fact:ignore F201 – {} -->\n\n",
}


def reasons(text: str, markup: Markup | None, *findings: Finding) -> tuple[list[str | None], list[str]]:
    """Return why each finding is accepted, and the faults."""
    marked, faults = accept(document(text), findings, markup, "report")
    return [finding.accepted for finding in marked], [str(fault) for fault in faults]


@pytest.mark.parametrize("markup", BESIDE)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_beside_text_it_is_about_its_line(markup: Markup | None, line_end: str) -> None:
    text = ("It cost $14.\n" + BESIDE[markup].format(WHY) + "It cost $15.\n").replace("\n", line_end)
    findings = [found(text, figure, "F201") for figure in ("$14", "$13", "$15")]
    assert reasons(text, markup, *findings) == ([None, WHY, None], [])


@pytest.mark.parametrize("markup", ALONE)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_alone_it_is_about_the_block_that_follows(markup: Markup | None, line_end: str) -> None:
    text = f"It cost $12.\n\n{ALONE[markup].format(WHY)}It cost $13,\nor $14.\n \nIt cost $15.\n".replace(
        "\n", line_end
    )
    findings = [found(text, figure, "F201") for figure in ("$12", "$13", "$14", "$15")]
    assert reasons(text, markup, *findings) == ([None, WHY, WHY, None], [])


def test_several_comments_stand_over_one_block() -> None:
    text = ".. fact: ignore F – a\n\n.. fact: ignore Q – b\n\n“It cost $13”, he said.\n"
    quote, figure = found(text, "It cost $13", "Q101"), found(text, "$13", "F201")
    assert reasons(text, Markup.RST, quote, figure) == (["b", "a"], [])


@pytest.mark.parametrize(
    ("codes", "accepted"),
    [("", "QFC"), ("F", "F"), ("f201", "F"), ("F2, q", "QF"), ("C303,F201", "FC"), ("F201,F205", "F")],
)
def test_codes_may_be_beginnings_of_codes(codes: str, accepted: str) -> None:
    text = f"“It cost $13”.[^x] <!-- fact: ignore {codes} – why -->"
    findings = [found(text, "It cost $13", "Q101"), found(text, "$13", "F201"), found(text, "[^x]", "C303")]
    marked, faults = reasons(text, Markup.MARKDOWN, *findings)
    assert ["QFC"[at] for at, reason in enumerate(marked) if reason == "why"] == list(accepted)
    assert faults == []


@pytest.mark.parametrize("said", ["", "F201", "F201 –", "the agency's own figure", "F201 the agency's own", "F201:"])
def test_without_a_reason_it_accepts_nothing_and_says_so(said: str) -> None:
    text = f"Cheap.\nIt cost $13. <!-- fact: ignore {said} -->"
    assert reasons(text, Markup.MARKDOWN, found(text, "$13", "F201")) == (
        [None],
        [
            "report:2:14: the comment names no reason, and is passed over\n"
            "    Write: fact: ignore F201 – why it may stand"
        ],
    )


def test_a_code_that_is_none() -> None:
    text = "It cost $13. <!-- fact: ignore F9 – why -->"
    accepted, [fault] = reasons(text, Markup.MARKDOWN, found(text, "$13", "F201"))
    assert accepted == [None]
    assert fault.startswith("report:1:14: there is no rule F9\n    There are: Q100, ")


def test_a_comment_that_is_not_needed_is_told() -> None:
    """What is supported needs none, nor does what another comment accepts, and one at the end has nothing below it."""
    text = (
        "It cost $12. <!-- fact: ignore F201 – why -->\n\n"
        "It cost $13. <!-- fact: ignore F – a --> <!-- fact: ignore – b -->\n\n<!-- fact: ignore Q1,C – c -->\n"
    )
    accepted, faults = reasons(text, Markup.MARKDOWN, found(text, "$12", "F200"), found(text, "$13", "F201"))
    assert accepted == [None, "a"]
    assert [fault.partition("\n")[0] for fault in faults] == [
        "report:1:14: nothing that F201 finds is here to be ignored",
        "report:3:42: nothing is here to be ignored",
        "report:5:1: nothing that Q1, C finds is here to be ignored",
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (Markup.MARKDOWN, "It cost $13. `<!-- fact: ignore – why -->`"),
        (Markup.MARKDOWN, "```\n<!-- fact: ignore – why -->\n```\nIt cost $13."),
        (Markup.MARKDOWN, "    <!-- fact: ignore – why -->\n\nIt cost $13."),
        (Markup.MARKDOWN, "It cost $13. % fact: ignore – why"),
        (Markup.LATEX, r"It cost \$13, 5 \% fact: ignore – why"),
        (Markup.LATEX, "\\begin{verbatim}\n% fact: ignore – why\n\\end{verbatim}\nIt cost $13."),
        (Markup.ORG, "#+begin_src x\n# fact: ignore – why\n#+end_src\nIt cost $13."),
        (Markup.TYPST, "It cost $13, see https://fact: ignore – why"),
        (Markup.MARKDOWN, "It cost $13. <!-- ignore – why --> <!-- a fact: ignore – why -->"),
    ],
)
def test_what_is_no_such_comment(markup: Markup, text: str) -> None:
    """Code that shows one, other signs, other comments: nothing is accepted, and nothing said of it."""
    assert reasons(text, markup, found(text, "13", "F201")) == ([None], [])


PIECES = st.sampled_from(
    ["\n", "\n\n", "\r\n", "<!--", "-->", "<!-- fact: ignore F – a -->", "fact: ignore", "# fact: ignore – a", "..", "//",
     "%", "`", "```", "F201", " – ", ":", "$13", "é", "\0", "    ", "> "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=15).map("".join), st.sampled_from([*Markup, None]), st.data())
def test_any_text(text: str, markup: Markup | None, data: st.DataObject) -> None:
    """Every finding comes back, the same but for its reason, and every fault has its place in the file."""
    if markup not in {*ALONE}:
        return
    span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    findings = [
        Finding(start=start, end=end, kind="figure", code="F201", text="", message="")
        for start, end in data.draw(st.lists(span, max_size=3))
    ]
    marked, faults = accept(Document(text=text, blocks=()), findings, markup, "report")
    assert [(mark.start, mark.end) for mark in marked] == [(finding.start, finding.end) for finding in findings]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(fault.line and 1 <= fault.line <= lines for fault in faults)
