"""Ids that are proposed: telling, valid, free."""

from __future__ import annotations

import pytest
from hypothesis import given

from factcli.intake.identifiers import LONGEST, Proposer
from factcli.store.validate import ID
from tests.strategies import TEXTS

PROPOSED = {
    "Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024.": "trade-turnover-azerbaijan-kazakhstan-470-million",
    "İlham Əliyev’s visit": "ilham-aliyev-visit",
    "It is.": "s-2",
    "哈萨克斯坦": "s-2",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen": "donaudampfschifffahrtsgesellschaftskapitansmutze",
}


@pytest.mark.parametrize(("statement", "wanted"), PROPOSED.items())
def test_an_id_is_made_of_the_telling_words(statement: str, wanted: str) -> None:
    assert Proposer(lambda _: False).propose(statement, "s") == wanted


def test_ids_are_free_and_numbered() -> None:
    proposer = Proposer({"harbour-opens", "harbour-opens-3"}.__contains__)
    assert [proposer.propose("The harbour opens.", "s") for _ in range(3)] == [
        "harbour-opens-2",
        "harbour-opens-4",
        "harbour-opens-5",
    ]


@given(TEXTS, TEXTS)
def test_any_statement_has_a_valid_id(statement: str, source: str) -> None:
    proposer = Proposer(lambda _: False)
    first, second = proposer.propose(statement, source), proposer.propose(statement, source)
    assert ID.fullmatch(first)
    assert ID.fullmatch(second)
    assert first != second
    assert len(second) <= LONGEST + 3
