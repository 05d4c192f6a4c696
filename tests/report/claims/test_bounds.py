"""How exactly a figure is meant, and what a report that rounds may say of a fact's figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.claims.bounds import Bound, agrees, bound

SAID = [
    ("came to ⟨470⟩", "exact"),
    ("about ⟨470⟩", "about"),
    ("some ⟨470⟩ documents", "about"),
    ("~⟨470⟩", "about"),
    ("⟨470⟩ or so", "about"),
    ("more than ⟨470⟩", "over"),
    ("exceeded the level of ⟨470⟩", "over"),
    ("no less than ⟨470⟩", "over"),
    ("topped ⟨470⟩", "over"),
    ("⟨470⟩ or more", "over"),
    ("less than ⟨470⟩", "under"),
    ("no more than ⟨470⟩", "under"),
    ("up to ⟨470⟩", "under"),
    ("nearly ⟨470⟩", "nearly"),
    ("just under ⟨470⟩", "nearly"),
    ("just less than ⟨470⟩", "nearly"),
    ("close to ⟨470⟩", "nearly"),
    ("the wonder ⟨470⟩", "exact"),
]


@pytest.mark.parametrize(("text", "meant"), SAID)
def test_words_of_rounding(text: str, meant: Bound) -> None:
    start = text.index("⟨")
    end = text.index("⟩") - 1
    assert bound(text.replace("⟨", "").replace("⟩", ""), start, end) == meant


RULES = [
    # a fact says 470 or 547; (said, how, digits, held, held how, whether it may stand)
    (470, "exact", 2, 470, "exact", True),
    (500, "exact", 1, 470, "exact", False),
    (500, "about", 1, 470, "exact", True),
    (550, "about", 2, 547, "exact", True),
    (600, "about", 1, 547, "exact", False),  # 547 rounds to 500
    (500, "about", 1, 547, "exact", False),  # 9 % away
    (480, "about", 2, 470, "exact", False),
    (550, "nearly", 2, 547, "exact", True),
    (500, "nearly", 1, 470, "exact", True),
    (600, "nearly", 1, 547, "exact", False),
    (450, "nearly", 2, 470, "exact", False),
    (400, "over", 1, 470, "exact", True),
    (470, "over", 2, 470, "exact", True),
    (500, "over", 1, 470, "exact", False),
    (100, "over", 1, 470, "exact", False),  # true, and nothing that anybody says of it
    (500, "under", 1, 470, "exact", True),
    (400, "under", 1, 470, "exact", False),
    (3.5, "exact", 2, 3.5, "over", True),
    (3.5, "under", 2, 3.5, "over", False),
    (3.5, "nearly", 2, 3.5, "over", False),
    (100, "exact", 1, 100, "about", True),
    (0, "exact", 1, 0, "exact", True),
    (1, "about", 1, 0, "exact", False),
]


@pytest.mark.parametrize(("said", "meant", "digits", "held", "held_meant", "may_stand"), RULES)
def test_rules_of_rounding(
    said: float, meant: Bound, digits: int, held: float, held_meant: Bound, may_stand: bool
) -> None:
    assert agrees(said, meant, held, held_meant, digits) is may_stand


@given(
    st.floats(1e-3, 1e12), st.floats(1e-3, 1e12), st.sampled_from(["exact", "about", "over", "under", "nearly"]),
    st.integers(1, 8),
)  # fmt: skip
def test_no_rounding_word_covers_a_figure_that_is_far_off(said: float, held: float, meant: Bound, digits: int) -> None:
    if agrees(said, meant, held, "exact", digits):
        assert abs(said - held) <= 0.25 * held * 1.000001


@given(st.floats(1e-3, 1e12), st.integers(1, 8))
def test_a_figure_always_agrees_with_itself(value: float, digits: int) -> None:
    assert agrees(value, "exact", value, "exact", digits)
