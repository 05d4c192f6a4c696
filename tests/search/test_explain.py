"""Every explanation adds up to the score that it explains."""

from __future__ import annotations

import pytest

from factcli.search import query, rank
from factcli.search.explain import explain
from factcli.search.features import WEIGHTS
from factcli.store import find, read
from tests.indexes import index_of

QUESTIONS = (
    "trade turnover 2024",
    "tarde turnovr 2023",
    "when was the OTS founded",
    "how many children took part in the summer camps",
    "Kazakh investments",
)


@pytest.fixture(scope="module")
def index():
    return index_of(read.load(find.built_in()))


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_explanation_adds_up_to_the_score(index, question):
    answers = rank.ask(index, query.read(question), limit=10, min_score=0.05)
    assert answers.hits
    for hit in answers.hits:
        told = explain(hit)
        assert [part.feature for part in told.parts] == [feature.__name__ for feature in WEIGHTS]
        assert told.fit == pytest.approx(sum(part.value * part.weight for part in told.parts))
        whole = told.fit * told.certainty
        assert any(hit.score == pytest.approx(score, abs=1e-4) for score in (whole, 0.8 * whole))
        assert sum(word.share for word in told.words) == pytest.approx(1)
        assert all(part.meaning for part in told.parts)


def test_a_misspelled_word_is_told_as_what_was_meant(index):
    answers = rank.ask(index, query.read("tarde turnover 2023"), limit=10, min_score=0.05)
    hit = next(hit for hit in answers.hits if hit.fact.id == "trade-turnover-2024")
    words = {word.word: word for word in explain(hit).words}
    assert words["tarde"].found == "trade"
    assert words["2023"].found == ""
    assert words["turnover"].found == "turnover"
    assert words["turnover"].sureness == 1
