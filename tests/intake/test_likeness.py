"""Likeness: facts that are probably one, and facts that contradict each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from factcli.intake.likeness import Claim, Register, Traits, alike, likeness
from factcli.store import read
from tests.conftest import SHIPPED
from tests.strategies import TEXTS

STATEMENT = "Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024."


def traits(statement: str, period: str | None = "2024", quote: str = "other", source: str = "s") -> Traits:
    return Traits.of(Claim("x", statement, quote, source, period))


KNOWN = traits(STATEMENT, quote="“amounted to $470 million”")

PAIRS = [
    (traits("Trade turnover between Azerbaijan and Kazakhstan was $457 million in 2024."), "figure"),
    (traits("In 2024, trade turnover between Azerbaijan and Kazakhstan amounted to $457 million."), "figure"),
    (traits("Trade turnover between Azerbaijan and Kazakhstan amounts to $470m in 2024"), "statement"),
    (traits("Trade turnover between Azerbaijan and Kazakhstan was 470,000,000 dollars in 2024."), "statement"),
    (traits("The trade turnover of 2024 was $470 million", quote='"amounted  to $470 million"'), "quote"),
    (
        traits("Trade turnover between Azerbaijan and Kazakhstan: $470 million", quote='"amounted to $470 million"'),
        "statement",
    ),
    (traits("Trade turnover between Azerbaijan and Kazakhstan was $457 million in 2023.", "2023"), None),
    (traits("Trade turnover between Azerbaijan and Kazakhstan was $457 million in 2024.", "2024-01/2024-08"), None),
    (traits("Trade turnover between Kazakhstan and China was $43 billion in 2024."), None),
    (traits("Investment of Azerbaijan in Kazakhstan was $225 million in 2024."), None),
    (traits("Something else altogether."), None),
]


@pytest.mark.parametrize(
    ("new", "wanted"), PAIRS, ids=lambda item: item.claim.statement[:40] if isinstance(item, Traits) else item
)
def test_likeness(new: Traits, wanted: str | None) -> None:
    assert likeness(new, KNOWN) == wanted


def test_years_tell_the_time_where_no_period_does() -> None:
    assert likeness(traits(STATEMENT.replace("470", "457"), None), traits(STATEMENT, None)) == "figure"
    assert likeness(traits(STATEMENT.replace("2024", "2023"), None), traits(STATEMENT, None, "else")) is None


def test_the_shipped_facts_are_hardly_like_each_other() -> None:
    """None of its 9,870 pairs contradict each other, and few look doubled."""
    facts = read.load(SHIPPED).facts.values()
    found = [
        Traits.of(Claim(fact.id, fact.statement, fact.quote, fact.source, fact.period.text if fact.period else None))
        for fact in facts
    ]
    pairs = [likeness(new, old) for old, new in combinations(found, 2)]
    assert pairs.count("figure") == 0
    assert sum(how is not None for how in pairs) <= 5


def test_a_register_finds_the_first_that_is_alike() -> None:
    """Of those that are about the same, in the same words, or quote the same."""
    register = Register()
    assert register.enter(KNOWN) is None
    assert register.enter(PAIRS[0][0]) == ("figure", KNOWN.claim)
    assert register.enter(PAIRS[3][0]) == ("figure", PAIRS[0][0].claim)  # which has its quote
    assert register.enter(PAIRS[4][0]) == ("quote", KNOWN.claim)
    assert register.enter(PAIRS[-1][0]) is None
    assert [how for how, _ in alike(PAIRS[2][0], [KNOWN, PAIRS[-1][0]])] == ["statement"]


@given(TEXTS, TEXTS)
def test_any_two_claims_can_be_compared(first: str, second: str) -> None:
    one, other = traits(first, None), traits(second, None)
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == "statement"
