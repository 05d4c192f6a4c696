"""`fact source add`: the text goes beside the store, its table into the store, both or neither."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from tests.commands.terminal import converse
from tests.conftest import SMALL_STORE, SMALL_TEXT, Run, environment
from tests.intake.test_documents import ARTICLE, PAGE

TEXT = "At the harbour\n\nIt cost $12 million.\n"


def sources(store: Path) -> dict[str, dict[str, object]]:
    tables: dict[str, dict[str, object]] = tomllib.loads(store.read_text(encoding="utf-8"))["source"]
    return tables


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_text_with_options(run: Run, store: Path) -> None:
    (store.parent / "speech.txt").write_text(TEXT, encoding="utf-8")
    ran = run(
        *("source", "add", "-", "--type", "speech", "--title", "At the harbour", "--author", "Doe, Jane"),
        *("--author", "Port Authority", "--issued", "2025-03", "--url", "https://a.example/x", "--language", "en"),
        stdin=TEXT,
    )
    assert (ran.returncode, ran.stdout) == (0, "doe-2025-03\n")
    assert ran.stderr == (
        "Added to facts.toml; its text, 2 paragraphs, is in sources/doe-2025-03.txt.\n"
        "Look it over: fact source show doe-2025-03\n"
    )
    assert store.read_text(encoding="utf-8") == (
        f"{SMALL_STORE}\n[source.doe-2025-03]\n"
        'type = "speech"\n'
        'title = "At the harbour"\n'
        'author = [{ family = "Doe", given = "Jane" }, { literal = "Port Authority" }]\n'
        'issued = "2025-03"\n'
        'URL = "https://a.example/x"\n'
        'language = "en"\n'
        'text = "sources/doe-2025-03.txt"\n'
    )
    assert (store.parent / "sources" / "doe-2025-03.txt").read_text(encoding="utf-8") == TEXT
    assert names(store.parent / "sources") == ["doe-2025-03.txt"]
    added = run("add", "--source", "doe-2025-03", "--statement", "It cost $12 million.", "--quote", "cost $12 million")
    assert "quote verbatim, para. 2" in added.stderr


def test_html_says_what_it_is(run: Run, store: Path) -> None:
    (store.parent / "page.html").write_text(PAGE, encoding="utf-8")
    ran = run("source", "add", "page.html", "--title", "Mine")
    assert ran.stdout == "the-harbour-herald-2025-03-01\n"
    table = sources(store)["the-harbour-herald-2025-03-01"]
    assert (table["title"], table["type"], str(table["issued"])) == ("Mine", "webpage", "2025-03-01")
    assert (store.parent / str(table["text"])).read_text(encoding="utf-8") == ARTICLE
    assert run("source", "add", "page.html").stdout == "the-harbour-herald-2025-03-01-2\n"


def test_a_new_store(run: Run, tmp_path: Path) -> None:
    """Before its first fact, too, sources can be added, listed and shown."""
    run("init")
    assert run("source", "list").returncode == 1
    assert run("source", "add", "-", "--title", "T", stdin=TEXT).stdout == "t\n"
    assert run("source", "list").stdout == "t\tdocument\tT\t\n"
    assert "It cost $12 million." in run("source", "show", "t").stdout


def test_a_text_inside_the_store_stays_where_it_is(run: Run, store: Path) -> None:
    (store.parent / "texts").mkdir()
    (store.parent / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("source", "add", "texts/a.txt", "--title", "T").returncode == 0
    assert sources(store)["t"]["text"] == "texts/a.txt"
    assert not (store.parent / "sources").exists()


def test_a_text_inside_the_store_stays_behind_a_link_too(run: Run, store: Path) -> None:
    """Whether it ends with a line end or not; what is kept is where the text really is."""
    (store.parent / "sources").mkdir()
    (store.parent / "sources" / "a.txt").write_text(TEXT.rstrip(), encoding="utf-8")
    (store.parent / "sources" / "t.txt").symlink_to("a.txt")
    assert run("source", "add", "sources/t.txt", "--title", "T").returncode == 0
    assert sources(store)["t"]["text"] == "sources/a.txt"
    assert sorted(names(store.parent / "sources")) == ["a.txt", "t.txt"]


def test_what_is_left_out_of_a_page_is_told(run: Run, store: Path) -> None:
    page = PAGE.replace("</article>", "<aside>An aside on 17 piers.</aside></article>")
    (store.parent / "page.html").write_text(page, encoding="utf-8")
    ran = run("source", "add", "page.html", "--id", "page")
    count = ran.stderr.partition("Left out 1 of ")[2].partition(" ")[0]
    assert int(count) > 10
    assert f"Left out 1 of {count} paragraphs of the page; look the text over: sources/page.txt\n" in ran.stderr
    (store.parent / "page.html").write_text(PAGE, encoding="utf-8")
    assert "Left out" not in run("source", "add", "page.html", "--id", "whole").stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_pipe_with_a_name_is_not_waited_for(run: Run, store: Path) -> None:
    os.mkfifo(store.parent / "pipe")
    ran = run("source", "add", "pipe", "--title", "T")
    assert ran.returncode == 2
    assert ran.stderr == "fact: pipe is no regular file\n    Pass what comes from it on: fact source add - < pipe\n"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--title", "T", "--id", "herald"), "there is a source 'herald' already"),
        (("--title", "T", "--id", "../herald"), "--id: '../herald' can't be an id"),
        (("--title", "T", "--id", "a/b"), "--id: 'a/b' can't be an id"),
        (("--title", "T", "--id", ""), "--id: '' can't be an id"),
        ((), "--title: missing"),
        (("--title", "T", "--type", "interveiw"), '--type: "interveiw" is no CSL type'),
        (("--title", "T", "--issued", "yesterday", "--url", "x"), "--url: expected a web address"),
    ],
)
def test_what_is_wrong_changes_nothing(run: Run, store: Path, options: tuple[str, ...], problem: str) -> None:
    ran = run("source", "add", "-", *options, stdin=TEXT)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert problem in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE
    assert not (store.parent / "sources").exists()


def test_no_text_is_ever_overwritten(run: Run, store: Path) -> None:
    (store.parent / "sources").mkdir()
    (store.parent / "sources" / "t.txt").write_text("mine")
    ran = run("source", "add", "-", "--title", "T", stdin=TEXT)
    assert ran.returncode == 2
    assert "sources/t.txt is there already" in ran.stderr
    assert (store.parent / "sources" / "t.txt").read_text() == "mine"
    assert names(store.parent / "sources") == ["t.txt"]
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_a_folder_that_leads_out_is_refused(run: Run, store: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (store.parent / "sources").symlink_to(outside)
    ran = run("source", "add", "-", "--title", "T", stdin=TEXT)
    assert (ran.returncode, names(outside)) == (2, [])
    assert "sources leads out of the store's folder" in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_a_text_goes_again_if_the_store_cannot_be_written(run: Run, store: Path) -> None:
    store.write_text(f"{SMALL_STORE}\n[other", encoding="utf-8")
    assert run("source", "add", "-", "--title", "T", stdin=TEXT).returncode == 2
    store.write_text(SMALL_STORE, encoding="utf-8")
    (store.parent / ".factcli.lock").mkdir()
    ran = run("source", "add", "-", "--title", "T", stdin=TEXT)
    assert ran.returncode == 2
    assert "can't lock" in ran.stderr
    assert not names(store.parent / "sources")


def test_on_a_terminal_what_is_missing_is_asked_for(store: Path) -> None:
    """What the page says is proposed; a wrong answer is asked for again, and an empty one leaves it out."""
    (store.parent / "page.html").write_text(PAGE, encoding="utf-8")
    clear = "\x15"
    screen, code = converse(
        ["fact", "source", "add", "page.html", "--language", "en"],
        [
            ("(a CSL type): ", f"{clear}interveiw\r"),
            ("(a CSL type): ", f"{clear}interview\r"),
            ("title: ", "\r"),
            ("Family, Given): ", f"{clear}Doe, Jane; Roe, Richard\r"),
            ("that it is in: ", f"{clear}\r"),
            ("date: ", "\r"),
            ("web address: ", "\r"),
        ],
        env=environment(store.parent, TERM="xterm"),
        cwd=store.parent,
    )
    assert code == 0
    assert '"interveiw" is no CSL type' in screen
    table = sources(store)["doe-2025-03-01"]
    assert table == {
        "type": "interview",
        "title": "Harbour opens after ten years",
        "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Richard"}],
        "issued": table["issued"],
        "URL": "https://herald.example/harbour",
        "language": "en",
        "text": "sources/doe-2025-03-01.txt",
    }


def test_the_store_that_comes_with_the_program_stays(run: Run, tmp_path: Path) -> None:
    ran = run("source", "add", "-", "--title", "T", stdin=SMALL_TEXT)
    assert ran.returncode == 2
    assert "can't be changed" in ran.stderr
