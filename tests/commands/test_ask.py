"""`fact ask`: routes to it, options, and many questions through a pipe."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHIPPED, Run, environment

Ask = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    "words",
    [
        ("harbour", "cost", "2024"),
        ("harbour cost 2024",),
        ("harbour", "cost", "2024", "--json"),
        ("zebra",),
        ("listing", "of", "harbours"),
        ("Show", "harbour"),
        ("harbour", "list", "show"),
        ("harbour", "-n", "1", "--tag", "money"),
        ("",),
    ],
    ids=" ".join,
)
def test_a_first_word_that_is_no_command_asks(run: Run, store: Path, words: tuple[str, ...]) -> None:
    """Byte for byte the same as with `ask`, on both streams."""
    with_word, without = run("ask", *words), run(*words)
    assert (without.returncode, without.stdout, without.stderr) == (
        with_word.returncode,
        with_word.stdout,
        with_word.stderr,
    )
    assert without.stdout + without.stderr


@pytest.mark.parametrize(
    ("moved", "usual"),
    [
        ("--json list", "list --json"),
        ("--json harbour cost 2024", "ask harbour cost 2024 --json"),
        ("-q -n 1 list", "list -q -n 1"),
        ("-n1 list", "list -n1"),
        ("--limit=1 list", "list --limit=1"),
        ("--limit 1 list", "list --limit 1"),
        ("--store facts.toml list", "list --store facts.toml"),
        ("--tag list list", "list --tag list"),
        ("--tag harbour --json list --limit 1", "list --tag harbour --json --limit 1"),
        ("--as markdown cite harbour-opening", "cite harbour-opening --as markdown"),
        ("--quote cite harbour-opening", "cite harbour-opening --quote"),
        ("-- list", "ask -- list"),
        ("--json show harbour-opening", "show harbour-opening --json"),
    ],
)
def test_options_may_stand_before_the_command(run: Run, store: Path, moved: str, usual: str) -> None:
    before, after = run(*moved.split()), run(*usual.split())
    assert (before.returncode, before.stdout, before.stderr) == (after.returncode, after.stdout, after.stderr)
    assert before.returncode < 2


def test_factcli_is_the_same_program(run: Run, store: Path, tmp_path: Path) -> None:
    asked = run("harbour", "cost", "2024").stdout
    for command in (["factcli"], [sys.executable, "-m", "factcli"]):
        ran = subprocess.run(
            [*command, "harbour", "cost", "2024"],
            cwd=tmp_path,
            env=environment(tmp_path),
            capture_output=True,
            check=True,
        )
        assert ran.stdout.decode() == asked


def ids(envelope: dict[str, Any]) -> list[str]:
    return [result["id"] for result in envelope["results"]]


def test_limit(ask_json: Ask, store: Path) -> None:
    assert len(ids(ask_json("ask", "harbour", "--min-score", "0"))) == 2
    assert len(ids(ask_json("ask", "harbour", "--min-score", "0", "-n", "1"))) == 1
    assert len(ids(ask_json("ask", "harbour", "--min-score", "0", "--limit=1"))) == 1


def test_min_score_0_takes_all_candidates_for_answers(ask_json: Ask) -> None:
    """What was near, with a reason, becomes a result."""
    question = ("ask", "trade", "turnover", "2023", "--store", str(SHIPPED), "-n", "99")
    strict = ask_json(*question)
    assert strict["results"] == []
    assert strict["near"][0]["why"] == "says 2024, not 2023"
    loose = ask_json(*question, "--min-score", "0")
    assert {item["id"] for item in strict["near"]} < set(ids(loose))
    assert loose["near"] == []
    least = loose["results"][2]["score"]
    some = ask_json(*question, "--min-score", str(least))["results"]
    assert [result for result in loose["results"] if result["score"] > least] == [
        result for result in some if result["score"] > least
    ]
    assert min(result["score"] for result in some) >= least


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--tag harbour", {"harbour-cost-2024", "harbour-opening"}),
        ("--tag harbour --tag money", {"harbour-cost-2024"}),
        ("--tag HARBOUR --tag Money", {"harbour-cost-2024"}),
        ("--tag harbour --tag zebra", set()),
        ("--source herald", {"harbour-cost-2024", "harbour-opening"}),
        ("--since 2025", {"harbour-opening"}),
        ("--until 2024", {"harbour-cost-2024"}),
        ("--since 2024-06 --until 2024-07", {"harbour-cost-2024"}),
        ("--since 2025-03-01 --until 2025-03-01", {"harbour-opening"}),
        ("--since 2025-03-02", set()),
    ],
)
def test_filters_are_the_same_for_ask_and_list(ask_json: Ask, store: Path, options: str, found: set[str]) -> None:
    asked = ask_json("ask", "harbour", "--min-score", "0", *options.split())
    listed = ask_json("list", *options.split())
    assert set(ids(asked)) == found
    assert {fact["id"] for fact in listed["facts"]} == found


def test_questions_through_a_pipe_stay_aligned(run: Run, store: Path) -> None:
    """One envelope a line for each line, blank ones too; line ends of Windows and a byte order mark are no part."""
    questions = ["harbour cost 2024", "", "zebra", "   ", "who opened the harbour", "\x1b[31m\u202e"]
    ran = run("ask", "-", "--jsonl", stdin="\ufeff" + "\r\n".join(questions) + "\n")
    envelopes = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [envelope["query"] for envelope in envelopes] == questions
    assert [envelope["count"] > 0 for envelope in envelopes] == [True, False, False, False, True, False]
    assert ran.stderr == ""


def test_a_batch_with_json_is_one_envelope_a_line_too(run: Run, store: Path) -> None:
    assert (
        run("ask", "-", "--json", stdin="harbour\nzebra\n").stdout
        == run("ask", "-", "--jsonl", stdin="harbour\nzebra\n").stdout
    )
    assert run("ask", "harbour", "--jsonl").stdout.count("\n") == 1


def test_each_envelope_of_a_batch_is_that_of_the_question_alone(run: Run, ask_json: Ask, store: Path) -> None:
    questions = ["harbour cost 2024", "harbour cost 2023", "zebra"]
    lines = run("ask", "-", "--jsonl", stdin="\n".join(questions)).stdout.splitlines()
    assert [json.loads(line) for line in lines] == [ask_json("ask", question) for question in questions]


def test_bytes_that_are_no_text_are_a_question_as_good_as_any(store: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        ["fact", "ask", "-", "--jsonl"],
        input=b"harbour \xff cost\nharbour cost 2024\n",
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        check=False,
    )
    first, second = (json.loads(line) for line in ran.stdout.splitlines())
    assert first["query"] == r"harbour \xff cost"
    assert second["count"]
    assert ran.stderr == b""


def test_answers_stream(store: Path, tmp_path: Path) -> None:
    """Each answer comes before the next question is sent: a program can keep asking one process."""
    with subprocess.Popen(
        ["fact", "ask", "-", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            for question in ("harbour cost 2024", "zebra", "who opened the harbour"):
                process.stdin.write(f"{question}\n".encode())
                process.stdin.flush()
                assert select.select([process.stdout], [], [], 60)[0], "no answer while the pipe is open"
                assert json.loads(process.stdout.readline())["query"] == question
            process.stdin.close()
            assert process.wait(60) == 0
        finally:
            process.kill()
