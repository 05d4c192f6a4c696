"""What `show`, `list`, `cite` and `init` print, beyond what the transcripts show."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.citation.test_pandoc import NUMBERS
from tests.conftest import SHIPPED, SMALL_STORE, Run

Ask = Callable[..., dict[str, Any]]


def test_show_has_everything_of_a_fact(run: Run, store: Path) -> None:
    store.write_text(SMALL_STORE + 'supersedes = ["harbour-cost-2024"]\ncolour = "blue"\n', encoding="utf-8")
    assert run("show", "harbour-cost-2024").stdout == (
        "$12 million\n\n"
        "The new harbour of Port Example cost $12 million in 2024.\n\n"
        "  On Saturday Mayor Ada Smith opened\n"
        "> the harbour, which cost $12 million in 2024\n"
        "  after many delays.\n\n"
        "Jane Doe, “Harbour opens after ten years,” The Harbour Herald, March 1, 2025, para. 2,"
        " https://herald.example/harbour.\n\n"
        "period         2024\n"
        "locator        para. 2\n"
        "tags           harbour, money\n"
        "asked as       price of the port\n"
        "source         herald\n"
        "text           herald.txt\n"
        "superseded by  harbour-opening\n"
        "id             harbour-cost-2024\n"
        "verified       quote verbatim\n"
    )
    replacing = run("show", "harbour-opening").stdout
    assert "\nsupersedes  harbour-cost-2024\n" in replacing
    assert "\ncolour      blue\n" in replacing


def test_context_is_what_stands_around_the_quote(ask_json: Ask, store: Path) -> None:
    fact = ask_json("show", "harbour-cost-2024")["fact"]
    assert fact["context"] == {"before": "On Saturday Mayor Ada Smith opened ", "after": " after many delays."}
    (store.parent / "herald.txt").unlink()
    fact = ask_json("show", "harbour-cost-2024")["fact"]
    assert (fact["context"], fact["verified"]) == ({"before": None, "after": None}, "unchecked")


def test_a_source_text_that_cannot_be_read_is_a_warning(run: Run, store: Path) -> None:
    (store.parent / "herald.txt").write_bytes(b"\xff\xfe\x00")
    for command in (("show", "harbour-opening"), ("list", "--json"), ("harbour", "cost", "2024")):
        ran = run(*command)
        assert ran.returncode == 0
        assert "warning: herald.txt" in ran.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_source_text_that_is_a_pipe_is_not_waited_for(run: Run, store: Path) -> None:
    (store.parent / "herald.txt").unlink()
    os.mkfifo(store.parent / "herald.txt")
    for command in (("show", "harbour-opening"), ("verify",), ("harbour", "cost", "2024")):
        assert "source.herald.text: herald.txt is no file" in run(*command).stderr


def test_list_keeps_the_order_of_the_store(run: Run, store: Path) -> None:
    ids = [line.split("\t")[0] for line in run("list").stdout.splitlines()]
    assert ids == list(tomllib.loads(SMALL_STORE)["fact"])
    assert run("list", "-n", "1").stdout.startswith(f"{ids[0]}\t")
    assert run("list", "-n", "99").stdout == run("list").stdout


def test_a_folder_is_one_store(run: Run, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    head, _, last = SMALL_STORE.partition("[fact.harbour-opening]")
    (folder / "a.toml").write_text(head)
    (folder / "b.toml").write_text("version = 1\n[fact.harbour-opening]" + last)
    assert run("list", "--store", "folder").stdout == run("list").stdout


@pytest.mark.parametrize(
    ("options", "end"),
    [
        ((), "para. 2, https://herald.example/harbour.\n"),
        (("--quote",), "harbour. “the harbour, which cost $12 million in 2024”\n"),
        (("--as", "markdown"), "para. 2, <https://herald.example/harbour>.\n"),
        (("--as", "markdown", "--quote"), "“the harbour, which cost \\$12 million in 2024”\n"),
    ],
)
def test_cite(run: Run, ask_json: Ask, store: Path, options: tuple[str, ...], end: str) -> None:
    """As text it is the note alone, as Markdown the definition of the footnote; JSON has the same text."""
    cited = run("cite", "harbour-cost-2024", *options).stdout
    assert cited.endswith(end)
    assert cited.startswith("[^fact:harbour-cost-2024]: " if "markdown" in options else "Jane Doe, ")
    citation = ask_json("cite", "harbour-cost-2024", *options)["citations"][0]
    assert f"{citation.pop('text')}\n" == cited
    markup = "markdown" if "markdown" in options else "text"
    assert citation == {"id": "harbour-cost-2024", "style": "chicago", "form": "note", "markup": markup}


def test_cite_keeps_the_order_of_the_ids(ask_json: Ask, store: Path) -> None:
    for order in (["harbour-opening", "harbour-cost-2024"], ["harbour-cost-2024", "harbour-opening"]):
        assert [citation["id"] for citation in ask_json("cite", *order)["citations"]] == order


def test_cite_says_that_a_fact_is_superseded(run: Run, store: Path) -> None:
    store.write_text(SMALL_STORE + 'supersedes = ["harbour-cost-2024"]\n', encoding="utf-8")
    ran = run("cite", "harbour-cost-2024", "harbour-opening")
    assert ran.returncode == 0
    assert ran.stderr == "warning: harbour-cost-2024 is superseded by harbour-opening\n"


def test_cite_by_a_csl_file(run: Run, ask_json: Ask, store: Path) -> None:
    style = store.with_name("numbers.csl")
    style.write_text(NUMBERS, encoding="utf-8")
    cited = ask_json("cite", "harbour-cost-2024", "--csl", str(style))["citations"]
    assert [(citation["style"], citation["form"]) for citation in cited] == [("numbers", "bibliography")]
    assert cited[0]["text"].startswith("1. ")
    ran = run("cite", "harbour-cost-2024", "--csl", "no-such-style")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("fact: there is no CSL style 'no-such-style'\n    Name its file, or put ")
    ran = run("cite", "harbour-cost-2024", "--csl", str(style), "--start", "3")
    assert (ran.returncode, ran.stdout) == (2, "")


def test_cite_by_words_only_when_the_answer_is_certain(run: Run, ask_json: Ask) -> None:
    at = ("--store", str(SHIPPED))
    assert ask_json("cite", "trade", "turnover", "2024", *at)["citations"][0]["id"] == "trade-turnover-2024"
    ran = run("cite", "trade", "turnover", "2023", *at)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ask_json("cite", "trade", "turnover", "2023", *at) == {
        "schema": "factcli.cite/1",
        "count": 0,
        "citations": [],
    }


@pytest.mark.parametrize("path", [None, "new", "new/deep", "notes.toml", "new/notes.toml"])
def test_init_makes_a_store_once(run: Run, tmp_path: Path, path: str | None) -> None:
    """The path is data, so that `$EDITOR "$(fact init)"` works; a second time nothing is touched."""
    arguments = ["init"] if path is None else ["init", path]
    made = run(*arguments)
    file = tmp_path / made.stdout.rstrip("\n")
    assert made.returncode == 0
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"version": 1}
    file.write_text("mine")
    again = run(*arguments)
    assert (again.returncode, again.stdout) == (2, "")
    assert file.read_text() == "mine"


def test_links_have_context_where_the_text_repeats_itself(ask_json: Ask, run: Run, store: Path) -> None:
    """In every command alike, and only while the text is at hand; an answer through a pipe takes the short path."""
    store.write_text(SMALL_STORE.replace('quote = "Mayor Ada Smith opened"', 'quote = "Ada Smith"'), encoding="utf-8")
    text = "By Ada Smith, mayor.\n\nOn Saturday Ada Smith opened it, Ada Smith alone.\n"
    (store.parent / "herald.txt").write_text(text, encoding="utf-8")
    store.write_text(store.read_text(encoding="utf-8") + 'locator = "para. 1"\n', encoding="utf-8")

    def links() -> set[str]:
        found = [
            ask_json("show", "harbour-opening")["fact"],
            *(fact for fact in ask_json("list")["facts"] if fact["id"] == "harbour-opening"),
            ask_json("ask", "who opened the harbour")["results"][0],
            ask_json("who", "opened", "the", "harbour", "--explain")["results"][0],
        ]
        return {fact["link"].partition(":~:text=")[2] for fact in found}

    assert links() == {"By-,Ada%20Smith"}
    (store.parent / "herald.txt").unlink()
    assert links() == {"Ada%20Smith"}
