"""Filling in a report's footnotes: the notes are right, all else stays to the byte, and a second run changes nothing."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.citation import styles
from factcli.citation.markup import Markup
from factcli.errors import FactError
from factcli.report.notes.fill import fill
from factcli.store.model import Store
from factcli.store.read import load
from tests.conftest import SMALL_STORE

Run = Callable[..., subprocess.CompletedProcess[str]]
COST, OPENING = "harbour-cost-2024", "harbour-opening"
FIRST = "Jane Doe, “Harbour opens after ten years,” "
SHORT = "Doe, “Harbour opens after ten years"

REPORTS = {
    "report.md": (
        "# A\n\nIt cost[^fact:harbour-cost-2024] and `[^fact:no]` opened[^fact:harbour-opening].[^1]\n\n"
        "```\n[^fact:no]\n```\n\n    [^fact:no]\n\n<!-- [^fact:no] -->\n\n[^1]: Mine.\n",
        "[^fact:harbour-cost-2024]: Jane Doe",
    ),
    "report.org": (
        "* A\n\nIt cost[fn:fact-harbour-cost-2024] =[fn:fact-no]= opened[fn:fact-harbour-opening].\n# [fn:fact-no]\n"
        "#+begin_src x\na [fn:fact-no]\n#+end_src\n: [fn:fact-no]\n",
        "[fn:fact-harbour-cost-2024] Jane Doe",
    ),
    "report.rst": (
        "A\n=\n\nIt cost [#fact:harbour-cost-2024]_ ``[#fact:no]_`` opened [#fact:harbour-opening]_ so::\n\n"
        "    [#fact:no]_\n\n.. comment [#fact:no]_\n\n.. code:: x\n\n   [#fact:no]_\n\nEnd.\n",
        ".. [#fact:harbour-cost-2024] Jane Doe",
    ),
    "report.adoc": (
        "= A\n\nIt costfootnote:fact-harbour-cost-2024[] openedfootnote:fact-harbour-opening[old\\] one] "
        "again.footnote:fact-harbour-cost-2024[]\n\n----\nfootnote:fact-no[]\n----\n\n// footnote:fact-no[]\n",
        "footnote:fact-harbour-cost-2024[Jane Doe",
    ),
    "report.tex": (
        "A\\footnote{\\label{fact:harbour-cost-2024}} 5\\% b\\footnote{\\label{fact:harbour-opening}old {one}} "
        "% \\footnote{\\label{fact:no}}\n\\begin{verbatim}\n\\footnote{\\label{fact:no}}\n\\end{verbatim}\n",
        "\\footnote{\\label{fact:harbour-cost-2024}Jane Doe",
    ),
    "report.typ": (
        "A#footnote[] <fact:harbour-cost-2024> b#footnote[old \\] _one_]<fact:harbour-opening> "
        "#footnote[mine] // #footnote[]<fact:no>\n`#footnote[]<fact:no>` http://a.example\n",
        "#footnote[Jane Doe",
    ),
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    file = tmp_path / "facts.toml"
    file.write_text(SMALL_STORE, encoding="utf-8")
    return load(file)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fill_writes_notes_and_nothing_else(run: Run, store: Store, tmp_path: Path, name: str, line_end: str) -> None:
    text, expected = REPORTS[name]
    report = tmp_path / name
    report.write_bytes(("\ufeff" + text).replace("\n", line_end).encode())
    assert run("fill", name, "--check").returncode == 1
    assert report.read_bytes().decode() == ("\ufeff" + text).replace("\n", line_end)
    ran = run("fill", name)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "2 footnotes, 2 written, 0 unknown\n")
    filled = report.read_bytes()
    shown = filled.decode()
    assert expected in shown
    assert shown.count(FIRST) == 1
    assert shown.count(SHORT) == 2
    assert shown.index(FIRST) < shown.rindex(SHORT)
    assert shown.count("\n") == shown.count(line_end)
    assert without_notes(shown) == without_notes(("\ufeff" + text).replace("\n", line_end))
    assert run("fill", name).stderr == "2 footnotes, 0 written, 0 unknown\n"
    assert report.read_bytes() == filled
    assert run("fill", name, "--check").returncode == 0
    report.write_bytes(filled.replace(b"Jane", b"Joan"))
    ran = run("fill", name, "--check")
    line = shown[: shown.index(COST)].count("\n") + 1
    assert ran.stdout == f"{name}:{line}: the note of {COST} is missing or not current\n"
    assert run("fill", name).returncode == 0
    assert report.read_bytes() == filled


def without_notes(text: str) -> str:
    """Take out the notes of both facts, and what is old in them."""
    text = re.sub(r"(?m)^(\[\^fact:|\[fn:fact-|\.\. \[#fact:)harbour[^\r\n]*\r?\n?", "", text).rstrip()
    text = re.sub(r"(footnote:fact-[a-z0-9-]+\[)(?:[^\]\\]|\\.)*\]", r"\1]", text)
    text = re.sub(r"(label\{fact:[a-z0-9-]+\})(?:old \{one\}|[^{}]*(?:\\\w+\{[^{}]*\}[^{}]*)*)\}", r"\1}", text)
    return re.sub(r"#footnote\[(?!mine)(?:[^\]\\]|\\.)*\]", "#footnote[]", text)


def test_unknown_facts_are_named_and_left(run: Run, store: Store, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(
        "A.[^fact:harbour-opening]\n\nB.[^fact:harbor-cost-2024]\n\n[^fact:harbor-cost-2024]: Old.", encoding="utf-8"
    )
    ran = run("fill", "report.md")
    assert ran.returncode == 1
    assert ran.stdout == ("report.md:3: there is no fact 'harbor-cost-2024'\n    Did you mean harbour-cost-2024?\n")
    text = report.read_text(encoding="utf-8")
    assert "[^fact:harbor-cost-2024]: Old.\n[^fact:harbour-opening]: Jane Doe" in text
    assert not text.endswith("\n")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("report.docx", b"", "fact: report.docx: of no markup that is known\n"),
        ("report.md", b"\xff\xfe", "fact: report.md: not UTF-8\n"),
        ("report.md", None, "fact: report.md: no such file or directory\n"),
    ],
)
def test_what_cannot_be_filled(
    run: Run, store: Store, tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ran = run("fill", name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(message)


def test_a_word_file_gets_real_footnotes(run: Run, store: Store, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(f"It cost.[^fact:{COST}] It opened.[^fact:{OPENING}]\n", encoding="utf-8")
    run("fill", "report.md")
    subprocess.run([pypandoc.get_pandoc_path(), "report.md", "-o", "report.docx"], cwd=tmp_path, check=True)
    with zipfile.ZipFile(tmp_path / "report.docx") as word:
        notes, text = (word.read(f"word/{part}.xml").decode() for part in ("footnotes", "document"))
    assert text.count("<w:footnoteReference") == 2
    said = re.sub("<[^>]+>", "", notes)
    assert "Jane Doe, “Harbour opens after ten years,” The Harbour Herald, March 1, 2025, para. 2" in said
    assert SHORT in said
    assert re.search(r"<w:i ?/>.{0,200}?The Harbour Herald", notes, re.DOTALL)


PIECES = st.sampled_from(
    ["\n", "\n\n", "\r\n", "`", "```", "    ", "<!--", "-->", "a b", "[^1]: x", "# h", "- ", "> ", "\0", "é", "[^fact:", "]", ":",
     f"[^fact:{COST}]", f"[^fact:{OPENING}]", f"[^fact:{COST}]: old", "[^fact:no]"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_second_run_changes_nothing(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    if not file.exists():
        file.write_text(SMALL_STORE, encoding="utf-8")
    style = styles.STYLES[styles.Name.CHICAGO]
    try:
        once = fill(text, Markup.MARKDOWN, load(file), style).text
    except FactError:  # it ends in code
        return
    twice = fill(once, Markup.MARKDOWN, load(file), style)
    assert twice.text == once
    assert "stale" not in {found.verdict for found in twice.judged}
