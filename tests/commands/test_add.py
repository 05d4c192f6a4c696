"""`fact add`: by options without a terminal, by answers on one; never a quote that is not in its source."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.commands.terminal import converse
from tests.conftest import SHIPPED, SMALL_STORE, Run, environment

DOCKING = {
    "--statement": "Ships may dock in Port Example from 3 March 2025.",
    "--quote": "Ships may dock from Monday",
    "--source": "herald",
}
BLOCK = """
[fact.ships-dock-port-example-3-march-2025]
statement = "Ships may dock in Port Example from 3 March 2025."
quote = "Ships may dock from Monday"
source = "herald"
locator = "para. 3"
"""


def options(**changes: str | None) -> list[str]:
    given = DOCKING | {f"--{key}": value for key, value in changes.items()}
    return [part for key, value in given.items() if value is not None for part in (key, value)]


def test_a_fact_is_appended_with_its_paragraph(run: Run, store: Path) -> None:
    ran = run("add", *options())
    assert (ran.returncode, ran.stdout) == (0, "ships-dock-port-example-3-march-2025\n")
    assert ran.stderr == "Added to facts.toml: quote verbatim, para. 3\n"
    assert store.read_text(encoding="utf-8") == SMALL_STORE + BLOCK
    assert run("ships", "dock").stdout.startswith("Ships may dock in Port Example")


def test_a_quote_at_several_places_is_refused(run: Run, store: Path) -> None:
    ran = run("add", *options(statement="A harbour.", quote="after"))
    assert ran.returncode == 1
    assert "--quote: stands in paragraphs " in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_a_wrong_paragraph_is_refused(run: Run, store: Path) -> None:
    ran = run("add", *options(locator="para. 1"))
    assert ran.returncode == 2
    assert "--locator: says para. 1, but the quote stands in paragraph 3" in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_a_figure_that_the_quote_lacks_is_pointed_out(run: Run, store: Path) -> None:
    ran = run("add", *options(statement="Ships of 7,000 tonnes may dock."))
    assert ran.returncode == 0
    assert "warning: --statement: says 7,000, which the quote does not hold" in ran.stderr


def test_every_option_is_written(run: Run, store: Path) -> None:
    more = ["--tag", "ships", "--tag", "port, old", "--alias", "docking", "--supersedes", "harbour-opening"]
    ran = run("add", *options(id="x", answer="3 March", locator="p. 1", period="2025-03-03"), *more, "-q")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "x\n", "")
    assert tomllib.loads(store.read_text())["fact"]["x"] == {
        "statement": DOCKING["--statement"],
        "answer": "3 March",
        "quote": DOCKING["--quote"],
        "source": "herald",
        "locator": "p. 1",
        "period": "2025-03-03",
        "tags": ["ships", "port, old"],
        "aliases": ["docking"],
        "supersedes": ["harbour-opening"],
    }


def test_json_is_that_of_show(run: Run, store: Path) -> None:
    added = run("add", *options(id="x"), "--json").stdout
    assert added == run("show", "x", "--json").stdout
    assert json.loads(added)["fact"]["verified"] == "verbatim"


def test_all_that_is_missing_is_named_at_once(run: Run, store: Path) -> None:
    ran = run("add", "--source", "herald")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("fact: missing: --statement, --quote\n")
    assert store.read_text(encoding="utf-8") == SMALL_STORE


REFUSED = {
    "not verbatim": ({"quote": "Ships may dock from Tuesday"}, 1, "Paragraph 3 says: “Ships may dock from Monday”"),
    "a changed figure": ({"quote": "the harbour, which cost $13 million"}, 1, "which cost $12 million"),
    "nowhere": ({"quote": "Zebras graze upon quiet meadows"}, 1, "is not in the text of herald"),
    "no such source": ({"source": "heralds"}, 2, "--source: there is no source"),
    "no date": ({"period": "soon"}, 2, "--period: expected a date"),
    "no locator": ({"locator": "there"}, 2, "--locator: "),
    "no id": ({"id": "Über"}, 2, "--id: "),
    "an id that is there": ({"id": "harbour-opening"}, 2, '--id: there is a fact "harbour-opening" already'),
    "a control character": ({"answer": "a\x1b[2J"}, 2, "--answer: holds invisible control characters (\\x1b)"),
    "half a character": ({"answer": "a\udc80"}, 2, "--answer: holds invisible control characters (\\udc80)"),
    "nothing": ({"statement": " "}, 2, "--statement: is empty"),
    "no such fact": ({"supersedes": "harbour"}, 2, "--supersedes: there is no fact"),
}


@pytest.mark.parametrize(("changes", "code", "problem"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_refused(run: Run, store: Path, changes: dict[str, str], code: int, problem: str) -> None:
    ran = run("add", *options(**changes))
    assert (ran.returncode, ran.stdout) == (code, "")
    assert problem in ran.stderr
    assert "\x1b" not in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_a_quote_is_kept_as_it_was_given(run: Run, store: Path) -> None:
    """Typography is forgiven, not mended."""
    quote = "Mayor\u00a0Ada  Smith opened the harbour,\nwhich cost $12 million"
    assert run("add", *options(quote=quote, id="x")).returncode == 0
    assert tomllib.loads(store.read_text())["fact"]["x"]["quote"] == quote


def test_without_the_text_a_quote_is_added_and_said_to_be_unchecked(run: Run, store: Path) -> None:
    (store.parent / "herald.txt").unlink()
    ran = run("add", *options(quote="Anything."))
    assert ran.returncode == 0
    assert ran.stderr == "Added to facts.toml: quote not checked: its source is not at hand\n"


LIKE = {
    "figure": (
        {"statement": "The new harbour of Port Example cost $13 million in 2024.", "period": "2024"},
        "warning: this fact: says another figure than harbour-cost-2024\n",
    ),
    "statement": (
        {"statement": "The new harbour of Port Example cost 12 million dollars in 2024", "period": "2024"},
        "warning: this fact: may be there already: harbour-cost-2024 says nearly the same\n",
    ),
    "quote": (
        {"statement": "Mayor Ada Smith opened the harbour of Port Example.", "quote": "Mayor Ada Smith  opened"},
        "warning: this fact: may be there already: harbour-opening has the same quote\n",
    ),
}


@pytest.mark.parametrize(("changes", "warning"), LIKE.values(), ids=LIKE)
def test_likeness_is_a_warning_without_a_terminal(run: Run, store: Path, changes: dict[str, str], warning: str) -> None:
    ran = run("add", *options(**changes))
    assert ran.returncode == 0
    assert warning in ran.stderr


def test_a_fresh_store_is_added_to(run: Run, store: Path) -> None:
    """One that has a source and no fact yet, which nothing can be asked of."""
    store.write_text(SMALL_STORE.partition("[fact.")[0])
    assert run("list").returncode == 2
    assert run("add", *options()).returncode == 0
    assert run("list").stdout.count("\n") == 1


def test_the_built_in_store_is_not_added_to(run: Run, tmp_path: Path) -> None:
    before = SHIPPED.read_bytes()
    for command in (("add", *options()), ("edit", "trade-turnover-2024"), ("import", "-")):
        ran = run(*command, env={"EDITOR": "true"})
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "the store that comes with the program can't be changed" in ran.stderr
        assert "fact init" in ran.stderr
    assert SHIPPED.read_bytes() == before


def talk(folder: Path, dialogue: Sequence[tuple[str, str]], *arguments: str, **variables: str) -> tuple[str, int]:
    env = environment(folder, TERM="xterm", **variables)
    return converse(["fact", "add", *arguments], dialogue, env=env, cwd=folder)


def test_a_dialogue(store: Path) -> None:
    """A quote that is not in the source is compared to what is, whose wording is taken."""
    screen, code = talk(
        store.parent,
        [
            ("Source, by number or id", "\n"),
            ("Quote: ", "Ships may dock from Tuesday\n"),
            ("Take the source's wording? [Y/n]", "\n"),
            ("Statement: ", "\n"),
            ("Statement: ", DOCKING["--statement"] + "\n"),
            ("Short answer", "\n"),
            ("Period", "soon\n"),
            ("Period", "\x15" + "2025-03\n"),
            ("Tags", "ships, port\n"),
            ("Other words", "docking\n"),
            ("Id: ", "\x15" + "Docking!\n"),
            ("Id: ", "\x15docking\n"),
            ("Add it? [Y/n]", "\n"),
        ],
    )
    assert code == 0
    assert "1  herald  Harbour opens after ten years" in screen
    assert "Ships may dock from [-Monday-]{+Tuesday+}" in screen
    assert "paragraph 3, exact" in screen
    assert "'soon': not an EDTF date." in screen
    assert "Ids are lower-case letters, digits and hyphens." in screen
    assert store.read_text(encoding="utf-8") == SMALL_STORE + BLOCK.replace(
        "ships-dock-port-example-3-march-2025", "docking"
    ) + ('period = "2025-03"\ntags = ["ships", "port"]\naliases = ["docking"]\n')


QUICK = [("Short answer", "\n"), ("Period", "\n"), ("Tags", "\n"), ("Other words", "\n"), ("Id: ", "\n")]


def test_a_pasted_quote_of_several_lines_is_one_answer(store: Path) -> None:
    """With the marks that terminals put around what is pasted, and without."""
    for start, end in (("\x1b[200~", "\x1b[201~"), ("", "")):
        pasted = f"{start}On Saturday Mayor Ada Smith\nopened the harbour{end}\n"
        screen, code = talk(
            store.parent,
            [("Quote: ", pasted), ("Statement: ", "Ada Smith opened.\n"), *QUICK, ("Add it?", "y\n")],
            "--source",
            "herald",
        )
        assert code == 0, screen
        assert "paragraph 2, the same but for typography" in screen
    facts = list(tomllib.loads(store.read_text())["fact"].values())
    assert [fact["quote"] for fact in facts[2:]] == ["On Saturday Mayor Ada Smith\nopened the harbour"] * 2


BREAKS = {
    "no": ([("Add it?", "n\n")], 1),
    "end of input": ([("Add it?", "\x04")], 1),
    "Ctrl-C": ([("Add it?", "\x03")], 130),
}


@pytest.mark.parametrize(("answers", "expected"), BREAKS.values(), ids=BREAKS)
def test_breaking_off_adds_nothing(store: Path, answers: list[tuple[str, str]], expected: int) -> None:
    given = options()[2:]
    screen, code = talk(store.parent, [("Statement: ", "Ships dock.\n"), *QUICK, *answers], *given)
    assert code == expected, screen
    assert "Traceback" not in screen
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_on_a_terminal_a_contradiction_is_asked_about(store: Path) -> None:
    """Though every option is given; the proposal is not to add it."""
    given = options(statement="The new harbour of Port Example cost $13 million in 2024.", period="2024")
    screen, code = talk(store.parent, [("Add it? [y/N]", "\n")], *given)
    assert code == 1
    assert "says another figure than harbour-cost-2024" in screen
    screen, code = talk(store.parent, [("Add it? [y/N]", "y\n")], *given)
    assert code == 0
    assert "$13 million" in store.read_text(encoding="utf-8")


def test_with_all_options_a_terminal_is_asked_nothing(store: Path) -> None:
    screen, code = talk(store.parent, [], *options())
    assert (screen, code) == (
        "ships-dock-port-example-3-march-2025\nAdded to facts.toml: quote verbatim, para. 3\n",
        0,
    )


def test_the_place_is_asked_for_where_the_text_is_not_at_hand(store: Path) -> None:
    (store.parent / "herald.txt").unlink()
    dialogue = [
        ("Statement: ", "Ships dock.\n"),
        *QUICK,
        ("Add it?", "\n"),
    ]
    screen, code = talk(
        store.parent, [("Quote: ", "“Dock!”\n"), ("Place in the source", "p. 7\n"), *dialogue], "--source", "herald"
    )
    assert code == 0, screen
    assert "Not checked: the text of herald is not at hand." in screen
    written: dict[str, Any] = tomllib.loads(store.read_text())["fact"]["ships-dock"]
    assert (written["quote"], written["locator"]) == ("“Dock!”", "p. 7")
