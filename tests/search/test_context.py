"""What stands around a fact: a sentence may continue the one before, a fact with a short answer stands alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcli.search import query, rank
from factcli.search.entry import Entry
from factcli.store.model import Fact, Source, Store
from tests.indexes import index_of

# More facts have the question's words than are looked at closely for their own words.
OTHERS = [f"The ferry company of port {number} was founded by a family." for number in range(rank.MOST_CANDIDATES + 20)]
ASIDE = [f"Rain fell on {day}." for day in ("Monday", "Tuesday", "Wednesday", "Thursday")]
BEFORE = "The Halvorsen ferry company is the oldest in Port Example."
AFTER = "A captain founded it as early as 1890."
QUESTION = "who founded the Halvorsen ferry company in Port Example"


def answers(
    statements: list[str], answer: str | None = None, keep: Callable[[Entry], bool] | None = None
) -> list[rank.Hit]:
    facts = {
        f"f{number}": Fact(id=f"f{number}", statement=told, quote=told, source="s", answer=answer)
        for number, told in enumerate(statements)
    }
    store = Store(
        path=Path("facts.toml"), facts=facts, sources={"s": Source(id="s", type="webpage", title="T", language="en")}
    )
    return list(rank.ask(index_of(store), query.read(QUESTION), limit=100, keep=keep, min_score=0.0).hits)


def place(hits: list[rank.Hit], statement: str) -> int | None:
    return next((at for at, hit in enumerate(hits) if hit.fact.statement == statement), None)


def test_a_sentence_that_continues_a_candidate_is_looked_at() -> None:
    """It has one of the question's words, so that by its own words dozens of others come before it."""
    assert place(answers([*OTHERS, BEFORE, AFTER]), AFTER) in range(5)
    assert place(answers([*OTHERS, AFTER, *OTHERS[:5], BEFORE]), AFTER) is None


def test_what_stands_around_counts_little_for_a_fact_with_a_short_answer() -> None:
    def gained(answer: str | None) -> float:
        beside, alone = (
            next(hit.score for hit in answers(told, answer) if hit.fact.statement == AFTER)
            for told in ([*ASIDE, BEFORE, AFTER], [BEFORE, *ASIDE, AFTER])
        )
        return beside - alone

    assert 0 < gained("1890") < gained(None) / 2


def test_filters_keep_what_stands_beside_a_candidate() -> None:
    """Of facts that a filter lets through, that which continues a candidate is looked at as it is without one."""
    kept = answers([*OTHERS, BEFORE, AFTER], keep=lambda entry: entry.statement != OTHERS[0])
    assert place(kept, AFTER) in range(5)
    assert place(kept, OTHERS[0]) is None
    assert place(answers([*OTHERS, BEFORE, AFTER], keep=lambda entry: entry.statement != AFTER), AFTER) is None
