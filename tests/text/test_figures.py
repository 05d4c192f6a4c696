"""Figures: the same value from every notation, and never a failure."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcli.text.figures import figures, missing
from tests.strategies import NUMBERS, TEXTS


@pytest.mark.parametrize(
    ("text", "kind", "value", "currency"),
    [
        ("2024", "year", 2024, None),
        ("2200", "number", 2200, None),
        ("470", "number", 470, None),
        ("3,500", "number", 3500, None),
        ("3 500", "number", 3500, None),
        ("3\u00a0500\u202f000", "number", 3500000, None),
        ("3.5", "number", "3.5", None),
        ("1,234,567.89", "number", "1234567.89", None),
        ("21st", "ordinal", 21, None),
        ("twelfth", "ordinal", 12, None),
        ("twenty-first", "ordinal", 21, None),
        ("twenty", "number", 20, None),
        ("twenty-five", "number", 25, None),
        ("one hundred and twenty-five", "number", 125, None),
        ("two thousand twenty-four", "number", 2024, None),
        ("five million", "number", 5000000, None),
        ("1.5 bn", "number", 1500000000, None),
        ("20%", "percentage", 20, None),
        ("20 %", "percentage", 20, None),
        ("20 percent", "percentage", 20, None),
        ("20 per cent", "percentage", 20, None),
        ("twenty percent", "percentage", 20, None),
        ("5 percentage points", "percentage", 5, None),
        ("$470 million", "amount", 470000000, "USD"),
        ("$470m", "amount", 470000000, "USD"),
        ("US$470 mln", "amount", 470000000, "USD"),
        ("USD 470,000,000", "amount", 470000000, "USD"),
        ("470 million dollars", "amount", 470000000, "USD"),
        ("470 million US dollars", "amount", 470000000, "USD"),
        ("470 million US\ndollars", "amount", 470000000, "USD"),
        ("470-million-dollar", "amount", 470000000, "USD"),
        ("€3.2bn", "amount", 3200000000, "EUR"),
        ("three euros", "amount", 3, "EUR"),
        ("£20k", "amount", 20000, "GBP"),
        ("500 manats", "amount", 500, "AZN"),
        ("₸900", "amount", 900, "KZT"),
        ("470 MILLION", "number", 470000000, None),
        ("470 mıllıon", "number", 470000000, None),
        ("在2000年", "year", 2000, None),
        ("عام ١٩٧٠", "year", 1970, None),
    ],
)
def test_figure_is_read(text: str, kind: str, value: float | str, currency: str | None) -> None:
    (figure,) = figures(text)
    assert (figure.kind, figure.values, figure.currency) == (kind, {float(value)}, currency)


def test_an_ordinal_begins_no_number() -> None:
    assert [figure.values for figure in figures("the first eight months")] == [{1}, {8}]


@pytest.mark.parametrize("text", ["", "no figures", "COVID19", "A4", "v2x", "B2B"])
def test_letters_with_digits_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_m_without_a_currency_may_be_metres() -> None:
    (figure,) = figures("470m")
    assert figure.values == {470, 470_000_000}


@pytest.mark.parametrize(
    ("asked", "held", "binds"),
    [
        ("$470m", "It was $470 million.", False),
        ("470 million", "It was $470 million.", False),
        ("$470m", "It was 470 million euros.", True),
        ("20 percent", "It grew by 20%.", False),
        ("20 percent", "There were 20 of them.", True),
        ("2023", "It was so in 2024.", True),
        ("the two countries", "It was so.", False),
        ("the first time", "It was so.", False),
        ("two percent", "It was so.", True),
        ("the twelfth", "the 12th meeting", False),
        ("12", "twelve", False),
        ("123456789012345678901234567890", "123456789012345678901234567891", True),
    ],
)
def test_figure_of_a_question_binds_unless_the_fact_holds_it(asked: str, held: str, binds: bool) -> None:
    assert bool(missing(figures(asked), figures(held))) == binds


@given(
    TEXTS
    | st.lists(st.sampled_from("$ 1 , . one hundred and million k m % th st us dollars - \u0663 İ ſix".split(" "))).map(
        " ".join
    )
)
@example("9" * 1_000_001)
@example("1" + ",000" * 10_000)
def test_figures_are_found_in_any_text_without_failing(text: str) -> None:
    for figure in figures(text):
        assert figure.values
        assert figure.text in text


@given(NUMBERS)
def test_notations_of_one_number_have_one_value(number: int) -> None:
    notations = [f"{number}", f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "\u00a0"),
                 f"{number}.0", f"$ {number:,}", f"{number} dollars", f"{number:,} %"]  # fmt: skip
    assert [[figure.values for figure in figures(f"It was {text}, they say.")] for text in notations] == (
        [[{number}]] * len(notations)
    )


@given(st.integers(1, 999), st.integers(0, 9))
def test_scaled_and_written_out_numbers_agree(whole: int, tenth: int) -> None:
    scales = {"thousand": 3, "million": 6, "mln": 6, "billion": 9, "bn": 9, "trillion": 12}
    for word, power in scales.items():
        (short,) = figures(f"${whole}.{tenth} {word}")
        (long,) = figures(f"USD {(10 * whole + tenth) * 10 ** (power - 1):,}")
        assert short.agrees_with(long)
        assert long.agrees_with(short)
