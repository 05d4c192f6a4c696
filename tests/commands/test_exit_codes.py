"""Exit codes, and what goes to which stream: data to stdout, words to stderr."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Run

FOUND = {
    "ask": ("ask", "harbour", "cost", "2024"),
    "ask without the word": ("harbour", "cost", "2024"),
    "show": ("show", "harbour-opening"),
    "list": ("list",),
    "cite": ("cite", "harbour-opening"),
    "cite by words": ("cite", "-q", "trade", "turnover", "2024", "--store", str(SHIPPED)),
    "schema": ("schema",),
    "verify": ("verify", "--json", "-q"),
    "check of a rule": ("check", "--explain", "F201"),
    "init": ("init", "new"),
    "version": ("--version",),
    "help": ("--help",),
    "help of a command": ("ask", "--help"),
    "completion": ("--show-completion", "bash"),
}
NOTHING = {
    "ask": ("ask", "zebra"),
    "ask near": ("ask", "harbour", "cost", "2023"),
    "list": ("list", "--tag", "zebra"),
    "show": ("show", "zebra"),
    "cite an id": ("cite", "harbour-zebra"),
    "cite one id of two": ("cite", "harbour-opening", "harbour-zebra"),
    "cite by words": ("cite", "zebra", "crossing"),
    "verify": ("verify", "zebra"),
}
WRONG = {
    "no store": ("list", "--store", "none.toml"),
    "no TOML": ("list", "--store", "herald.txt"),
    "unknown option": ("ask", "harbour", "--nope"),
    "unknown option without the word": ("harbour", "--nope"),
    "no words": ("ask",),
    "no id": ("show",),
    "limit 0": ("ask", "harbour", "-n", "0"),
    "limit of list": ("list", "--limit", "-1"),
    "limit no number": ("list", "--limit", "many"),
    "score over 1": ("ask", "harbour", "--min-score", "1.5"),
    "score under 0": ("ask", "harbour", "--min-score", "-0.1"),
    "no date": ("list", "--since", "yesterday"),
    "no such day": ("list", "--until", "2024-02-30"),
    "dates crossed": ("list", "--since", "2025", "--until", "2024"),
    "unknown source": ("list", "--source", "gazette"),
    "verify of an unknown source": ("verify", "--source", "gazette"),
    "text of an unknown source": ("verify", "--text", "gazette=herald.txt"),
    "text that is not there": ("verify", "--text", "herald=none.txt"),
    "text of no file": ("verify", "--text", "herald"),
    "text that is a folder": ("verify", "--text", "herald=."),
    "check of nothing": ("check",),
    "check of a file that is not there": ("check", "none.md"),
    "check of a folder": ("check", "."),
    "unknown rule": ("check", "--explain", "F9"),
    "unknown rules": ("check", "herald.txt", "--select", "X"),
    "fix of what has no footnotes": ("check", "herald.txt", "--fix"),
    "unknown markup": ("cite", "harbour-opening", "--as", "word"),
    "unknown style": ("cite", "harbour-opening", "--style", "vancouver"),
    "unknown schema": ("schema", "verdict"),
    "too many words": ("show", "harbour-opening", "harbour-cost-2024"),
    "there already": ("init", "facts.toml"),
    "unknown shell": ("--show-completion", "csh"),
}


@pytest.mark.parametrize("arguments", FOUND.values(), ids=FOUND)
def test_0_when_found(run: Run, store: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.returncode == 0
    assert ran.stdout
    assert arguments[0] == "init" or not ran.stderr


@pytest.mark.parametrize("arguments", NOTHING.values(), ids=NOTHING)
def test_1_when_nothing_is_found(run: Run, store: Path, arguments: tuple[str, ...]) -> None:
    """Stdout stays empty, so that `x=$(fact …)` is empty too; what to do next stands on stderr."""
    ran = run(*arguments)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.count("\n") >= 2


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_2_when_used_wrongly(run: Run, store: Path, arguments: tuple[str, ...]) -> None:
    """Nothing on stdout, a message on stderr, and never a traceback."""
    ran = run(*arguments)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.strip()
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("arguments", [("ask", "zebra"), ("harbour", "2023"), ("list", "--tag", "zebra")])
def test_quiet_silences_words(run: Run, store: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).stderr
    for option in ("-q", "--quiet"):
        assert run(*arguments, option).stderr == ""
        assert run(option, *arguments).stderr == ""


@pytest.mark.parametrize(
    "arguments", [("ask", "harbour", "2024"), ("show", "harbour-opening"), ("list",), ("cite", "harbour-opening")]
)
def test_quiet_silences_warnings_and_keeps_data(run: Run, store: Path, arguments: tuple[str, ...]) -> None:
    text = store.read_text()
    clean = run(*arguments).stdout
    store.write_text(text + 'colour = "blue"\n')
    warned = run(*arguments)
    assert "fact.harbour-opening.colour" in warned.stderr
    assert run(*arguments, "-q").stderr == ""
    assert run(*arguments, "-q").stdout == warned.stdout
    assert warned.stdout == clean or arguments[0] == "show"  # which shows the unknown key


def test_many_warnings_are_cut_short(run: Run, store: Path) -> None:
    store.write_text(store.read_text() + "".join(f"key{n} = {n}\n" for n in range(9)))
    warned = run("list").stderr
    assert warned.count("warning: ") == 6
    assert warned.endswith("warning: and 4 more\n")


def test_batch_is_0_if_any_question_is_answered(run: Run, store: Path) -> None:
    assert run("ask", "-", stdin="zebra\nharbour cost 2024\n").returncode == 0
    assert run("ask", "-", stdin="zebra\nhorse\n").returncode == 1
    assert run("ask", "-", stdin="").returncode == 1


MENDS = {
    "fact": (("show", "harbour-openning"), "Did you mean harbour-opening"),
    "cited fact": (("cite", "harbour-openning"), "Did you mean harbour-opening"),
    "fact unlike any": (("show", "x"), "There are: harbour-cost-2024, harbour-opening"),
    "source": (("list", "--source", "heralds"), "Did you mean herald?"),
    "source unlike any": (("list", "--source", "x"), "There are: herald"),
    "command": (("lsit",), "Did you mean the command: fact list"),
    "option": (("list", "--tags", "x"), "--tag"),
    "date": (("list", "--since", "yesterday"), "'yesterday'"),
    "form of a date": (("list", "--since", "yesterday"), "Write 2024, 2024-06 or 2024-06-30."),
    "store": (("list", "--store", "none.toml"), "fact init none.toml"),
    "uncertain": (
        ("cite", "trade", "turnover", "2023", "--store", str(SHIPPED)),
        "Name the one you mean: trade-turnover-2024",
    ),
}


@pytest.mark.parametrize(("arguments", "mend"), MENDS.values(), ids=MENDS)
def test_mistakes_name_the_next_step(run: Run, store: Path, arguments: tuple[str, ...], mend: str) -> None:
    assert mend in run(*arguments).stderr
