"""Figures: the same value from every notation, and never a failure."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcli.text.figures import Figure, figures, missing
from factcli.text.notations import CURRENCIES, ORDINALS, SCALES, TENS, UNITS, find
from tests.strategies import DATE_LIKE, NUMBERS, TEXTS


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
        ("$0.47bn", "amount", 470000000, "USD"),
        ("470.000.000", "number", 470000000, None),
        ("1.234.567,89 Euro", "amount", "1234567.89", "EUR"),
        ("3,5 Prozent", "percentage", "3.5", None),
        ("3,5 million", "number", 3500000, None),
        ("0,547 Mrd", "number", 547000000, None),
        ("3 500,75", "number", "3500.75", None),
        ("8 млн", "number", 8000000, None),
        ("a hundred", "number", 100, None),
        ("a hundred and five", "number", 105, None),
        ("a hundred million dollars", "amount", 100000000, "USD"),
        ("a million", "number", 1000000, None),
        ("half a billion", "number", 500000000, None),
        ("two and a half million", "number", 2500000, None),
        ("two dozen", "number", 24, None),
        ("half a dozen", "number", 6, None),
        ("at the VI Caspian Summit", "ordinal", 6, None),
        ("the XXI century", "ordinal", 21, None),
        ("03/2025", "year", 2025, None),
    ],
)
def test_figure_is_read(text: str, kind: str, value: float | str, currency: str | None) -> None:
    (figure,) = figures(text)
    assert (figure.kind, figure.values, figure.currency) == (kind, {float(value)}, currency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $5 million.", "$5 million"),
        ("They sold two dozen. And left.", "two dozen"),
        ("It cost 5 million.", "5 million"),
        ("It cost 5 mln. dollars", "5 mln. dollars"),
        ("Es kostete 5 Mio. Euro.", "5 Mio. Euro"),
        ("It cost $5 mln., they say", "$5 mln."),
        ("5 млрд. USD", "5 млрд. USD"),
    ],
)
def test_a_full_stop_belongs_to_a_shortened_word_only(text: str, expected: str) -> None:
    assert [figure.text for figure in figures(text)] == [expected]


def test_an_ordinal_begins_no_number() -> None:
    assert [figure.values for figure in figures("the first eight months")] == [{1}, {8}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-27", [("year", 2022), ("year", 2027)]),
        ("2022–2027", [("year", 2022), ("year", 2027)]),
        ("2024/25", [("year", 2024), ("year", 2025)]),
        ("10–12 %", [("percentage", 10), ("percentage", 12)]),
        ("$10-12 million", [("amount", 10_000_000), ("amount", 12_000_000)]),
        ("7-10 days", [("number", 7), ("number", 10)]),
        ("2025-10-18", [("year", 2025), ("number", 18)]),
        ("18.10.2025", [("number", 18), ("year", 2025)]),
        ("10/18/2025", [("number", 18), ("year", 2025)]),
        ("October 18, 2025", [("number", 18), ("year", 2025)]),
    ],
)
def test_range_or_date_is_read_as_its_figures(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(figure.kind, *figure.values) for figure in figures(text)] == expected


def test_one_dot_before_three_digits_may_group_them() -> None:
    assert [figure.values for figure in figures("3.500 of 3.5 or 0.500")] == [{3.5, 3500}, {3.5}, {0.5}]


def test_slashes_leave_open_which_is_the_day() -> None:
    day, year = figures("03/04/2025")
    assert (day.values, year.values) == ({3, 4}, {2025})


@pytest.mark.parametrize("text", ["World War II", "Elizabeth II Bridge", "I said so", "vi Summit", "dozens of"])
def test_a_roman_number_is_one_where_it_is_sure(text: str) -> None:
    assert figures(text) == []


def test_every_word_of_a_figure_keeps_a_text_off_the_path_for_plain_words() -> None:
    words = [*UNITS, *TENS, *SCALES, *ORDINALS, *CURRENCIES, "dozen", "percent"]
    for word in filter(str.isascii, filter(str.isalpha, words)):
        phrase = f"half a {word}" if word in SCALES or word == "dozen" else f"{word} 5"
        assert [vars_of(figure) for figure in figures(phrase)] == [vars_of(figure) for figure in find(phrase)]


def vars_of(figure: Figure) -> list[object]:
    return [getattr(figure, name) for name in Figure.__slots__]


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
    | DATE_LIKE
    | st.lists(
        st.sampled_from(
            "$ 1 , . one hundred and million k m % th st us dollars - \u0663 İ ſix a half dozen VI 2022-27 3/2025 1.2.2025".split(
                " "
            )
        )
    ).map(" ".join)
)
@example("on 13.14.2025 or 31/31/1999")
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
