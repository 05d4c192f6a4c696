"""The doctor: what it finds, and where it has to keep silent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factcli.audit import doctor
from factcli.store import read
from factcli.store.lock_file import Lock, Locked, load
from factcli.store.model import Store
from factcli.store.place import digest_of_quote
from tests.conftest import SHIPPED

SOURCES = """\
version = 1
[source.s]
type = "webpage"
title = "S"
issued = 2025-03-01
language = "en"
[source.elder]
type = "webpage"
title = "E"
issued = "2020"
"""


def store(folder: Path, *facts: str) -> Store:
    """Return a store of facts, each with an id, a statement and perhaps more lines; the quote is the statement."""
    path = folder / "facts.toml"
    text = SOURCES
    used = "elder" if not any("elder" in fact for fact in facts) else "s"
    for fact in (*facts, f"unrelated|Penguins are birds.|source = '{used}'"):
        name, statement, *lines = fact.split("|")
        lines += [] if any(line.startswith("source") for line in lines) else ["source = 's'"]
        lines += [] if any(line.startswith("quote") for line in lines) else [f"quote = '''{statement}'''"]
        text += "\n".join([f"[fact.{name}]", f"statement = '''{statement}'''", *lines, ""])
    path.write_text(text, encoding="utf-8")
    return read.load(path)


def kinds(found: Store) -> list[tuple[str | None, str, str | None]]:
    return [(finding.fact, finding.kind, finding.other) for finding in doctor.examine(found)]


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        (("a|Trade was $470 million in 2024.", "b|Trade was $457 million in 2024."), "contradicting"),
        (("a|Trade was $470 million.|period = '2024'", "b|Trade was $457m.|period = '2024'"), "contradicting"),
        (("a|Trade was $470 million in 2024.", "b|In 2024, trade was $470m."), "doubled"),
        (("a|The harbour was opened.", "b|The harbour was opened."), "doubled"),
    ],
)
def test_facts_that_cannot_both_stay(tmp_path: Path, facts: tuple[str, ...], kind: str) -> None:
    assert kinds(store(tmp_path, *facts)) == [("b", kind, "a")]


@pytest.mark.parametrize(
    "facts",
    [
        ("a|Trade was $470 million in 2024.", "b|Trade was $547 million in 2025."),
        ("a|Trade was $470 million.|period = '2024'", "b|Trade was $457 million.|period = '2025'"),
        ("a|Trade was $470 million in 2024.", "b|Trade grew by 20% in 2024."),
        ("a|Exports of oil were $4 million.", "b|Imports of wheat and rye were $5 million."),
        ("a|Investments of Port in Bay were $4 million.", "b|Investments of Bay in Port were $5 million."),
        ("a|The contract was signed in March.|answer = 'March'", "b|The contract was signed in Bay.|answer = 'Bay'"),
        ("a|Trade was $4 million.", "b|Trade was $5 million.|supersedes = ['a']"),
    ],
)
def test_facts_that_go_together(tmp_path: Path, facts: tuple[str, ...]) -> None:
    assert kinds(store(tmp_path, *facts)) == []


@pytest.mark.parametrize(
    ("line", "quote", "doubted"),
    [
        ("period = '2019'", "in 2020 it opened", True),
        ("period = '2019'", "it opened", True),
        ("period = '2024'", "last year it opened", False),
        ("period = '2025'", "on 18.10.2025 it opened", False),
        ("period = '2009'", "in 2009 it opened", False),
        ("period = '2010-06'", "from 2009 to 2012", False),
        ("period = '2027'", "in 2022–27", False),
        ("period = '1926'", "in nineteen twenty-six", False),
        ("period = '202X'", "in 2023", False),
        ("period = '1999/..'", "since 1999", False),
        ("period = '2024'", "2000 ships came last year", False),
        ("tags = ['x']", "in 2009", False),
    ],
)
def test_periods(tmp_path: Path, line: str, quote: str, doubted: bool) -> None:
    found = kinds(store(tmp_path, f"a|It opened.|{line}|quote = '{quote}'"))
    assert found == ([("a", "period", None)] if doubted else [])


@pytest.mark.parametrize(
    ("statement", "quote", "doubted"),
    [
        ("The price was $13 million.", "The price was $12 million", True),
        ("The price rose by 20%.", "the price rose by 20 tonnes", True),
        ("The price was $12 million.", "the price was 12,000,000 dollars", False),
        ("The 12th summit was held.", "the twelfth summit was held", False),
        ("On 18 October 2025 it opened.", "this Saturday it opened", False),
        ("The two countries met.", "Norway and Sweden met", False),
        ("It opened.|answer = '250'", "about 205 came", True),
    ],
)
def test_figures_of_statement_and_quote(tmp_path: Path, statement: str, quote: str, doubted: bool) -> None:
    found = kinds(store(tmp_path, f"a|{statement}|quote = '{quote}'"))
    assert found == ([("a", "figure", None)] if doubted else [])


@pytest.mark.parametrize(("place", "doubted"), [("para. 3", False), ("para. 4", True)])
def test_a_period_may_be_named_nearby(tmp_path: Path, place: str, doubted: bool) -> None:
    named = "a|It opened in 2009.|period = '2009'|locator = 'para. 3'"
    found = kinds(store(tmp_path, named, f"b|It was grand.|period = '2009'|locator = '{place}'"))
    assert found == ([("b", "period", None)] if doubted else [])


@pytest.mark.parametrize(
    ("statement", "quote", "idle"),
    [
        ("The harbour cost $12 million.", "The harbour cost $12 million. Its mayor wore red hats.", True),
        ("The harbour cost $12 million.", "The harbour cost $12 million. It opened.", False),
        ("The harbour cost $12 million.", "The harbour opened. It cost $12 million.", False),
        ("The harbour cost $12 million.", "Dr. Doe said: the harbour cost $12 million.", False),
        ("The harbour cost a lot.", "Der Hafen kostete viel Geld. Er war teuer und gross.", False),
    ],
)
def test_lengths(tmp_path: Path, statement: str, quote: str, idle: bool) -> None:
    found = kinds(store(tmp_path, f"a|{statement}|quote = '{quote}'"))
    assert found == ([("a", "length", None)] if idle else [])


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("a|A.", "b|B.|supersedes = ['a']", "c|C.|supersedes = ['a']"), [("a", "b")]),
        (("a|A.", "b|B.|supersedes = ['a']", "c|C.|supersedes = ['a', 'b']"), []),
        (("a|A.", "b|B.|supersedes = ['a']", "c|C.|supersedes = ['b']"), []),
        (("a|A.", "b|B.|supersedes = ['a']|source = 'elder'"), [("b", "a")]),
        (("a|A.|source = 'elder'", "b|B.|supersedes = ['a']"), []),
        (("a|A.|aliases = ['old name']", "b|B.|supersedes = ['a']"), [("b", "a")]),
        (("a|A.|aliases = ['Old name']", "b|B.|supersedes = ['a']|aliases = ['old name']"), []),
    ],
)
def test_successions(tmp_path: Path, facts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    found = kinds(store(tmp_path, *facts))
    assert found == [(fact, "succession", other) for fact, other in expected]


def test_sources_without_facts(tmp_path: Path) -> None:
    assert kinds(store(tmp_path, "a|A.|source = 'elder'", "b|B.|source = 'elder'")) == []
    text = (tmp_path / "facts.toml").read_text(encoding="utf-8").replace("source = 's'", "source = 'elder'")
    (tmp_path / "facts.toml").write_text(text, encoding="utf-8")
    assert kinds(read.load(tmp_path / "facts.toml")) == [(None, "unused", "s")]


def test_stale_locks(tmp_path: Path) -> None:
    found = store(tmp_path, "a|A.", "b|B.")
    day = dt.date(2025, 3, 1)

    def held(quote: str) -> Locked:
        return Locked(source="s", digest=digest_of_quote(quote), start=0, end=2, date=day)

    lock = Lock(texts={"s": "1", "elder": "2"}, quotes={"a": held("A."), "b": held("C."), "gone": held("D.")})
    findings = doctor.examine(found, lock, {"s": "1"})
    assert [(item.fact, item.kind, item.other) for item in findings] == [("b", "lock", None), (None, "lock", "gone")]
    assert [item.other for item in doctor.examine(found, lock, {"s": "3"})] == [None, "gone", "s"]


def test_the_shipped_store_is_in_order() -> None:
    assert doctor.examine(read.load(SHIPPED), load(SHIPPED)) == []
