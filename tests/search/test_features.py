"""What single features tell apart, where all else is alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from factcli.search import query, rank
from factcli.search.explain import explain
from factcli.store.model import Fact, Source, Store
from tests.indexes import index_of


def values(question: str, statements: list[str], language: str = "en") -> dict[str, Mapping[str, float]]:
    """Return the value of every feature by the statement it is of."""
    facts = {
        f"f{number}": Fact(id=f"f{number}", statement=told, quote=told, source="s")
        for number, told in enumerate(statements)
    }
    source = Source(id="s", type="webpage", title="T", language=language)
    index = index_of(Store(path=Path("facts.toml"), facts=facts, sources={"s": source}))
    hits = rank.ask(index, query.read(question, index.languages), limit=100, min_score=0.0).hits
    return {hit.fact.statement: {part.feature: part.value for part in explain(hit).parts} for hit in hits}


def test_what_a_fact_goes_on_from_is_told_from_what_follows_it() -> None:
    subject, between, middle = "The Halvorsen ferry is old.", "It is red.", "Its captain is Danish."
    told = values("captain of the Halvorsen ferry", [subject, between, middle, "Rain fell.", "Snow fell."])[middle]
    assert told["preceding"] == told["following"] == 0
    assert told["lead_up"] > 0.5
    told = values("captain of the Halvorsen ferry", [between, middle, subject])[middle]
    assert told["preceding"] == told["lead_up"] == 0
    assert told["following"] > 0.5


@pytest.mark.parametrize(
    ("language", "question", "naming", "other"),
    [
        (
            "en",
            "What is a small tentacle called?",
            "Small tentacles are known as tentilla.",
            "Small tentacles are thin.",
        ),
        (
            "en",
            "the term for a small tentacle",
            "The small tentacle, or “tentillum”, is thin.",
            "A small tentacle is thin.",
        ),
        ("de", "Wie heißt der kleine Hafen?", "Der kleine Hafen wird Nordhafen genannt.", "Der kleine Hafen ist alt."),
        ("ru", "Как называется старый порт?", "Старый порт известен как Северный.", "Старый порт открыт."),
        ("zh", "这个港口叫什么名字", "港口称东港。", "港口很老。"),
    ],
)
def test_a_question_for_what_something_is_called_wants_a_fact_that_tells_it(
    language: str, question: str, naming: str, other: str
) -> None:
    told = values(question, [naming, other], language)
    assert told[naming]["naming"] == 1
    assert told[other]["naming"] == 0


def test_a_word_as_the_question_spells_it_counts_more_than_its_like() -> None:
    told = values("harbour records", ["The harbour records are kept.", "The harbour recorded a loss."])
    assert told["The harbour records are kept."]["wording"] == 1
    assert 0 < told["The harbour recorded a loss."]["wording"] < 1


def test_a_compound_written_apart_is_found() -> None:
    told = values("the second time line", ["The second timeline is short.", "The second harbour is short."])
    assert told["The second timeline is short."]["coverage"] > 0.9
    assert told["The second harbour is short."]["coverage"] < 0.5
