"""How much of a text is quoted, and what no quote holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.quote.coverage import Quotation, cover

TEXT = "Costs rose to $5 million in 2023. Two ships came. In 2024, they were $7 million, or 20% of all."


def passage(quote: str, fact: str = "a") -> Quotation:
    start = TEXT.index(quote)
    return Quotation(start, start + len(quote), fact)


def test_figures_that_no_quote_holds_are_open() -> None:
    coverage = cover(TEXT, [passage("Costs rose to $5 million"), passage("they were $7 million", "b")])
    assert [[TEXT[start:end].strip() for start, end in sentence.open] for sentence in coverage.open] == [
        ["2023"],
        ["2024", "20%"],
    ]
    assert [sentence.quoted for sentence in coverage.sentences] == [True, False, True]
    assert (coverage.quoted_characters, coverage.characters) == (20 + 17, len("".join(TEXT.split())))


def test_overlapping_passages_are_one_stretch() -> None:
    coverage = cover(
        TEXT, [passage("to $5 million in 2023.", "b"), passage("Costs rose to $5", "a"), passage("Two", "c")]
    )
    stretches = [(TEXT[part.start : part.end], part.facts) for part in coverage.stretches]
    assert stretches == [("Costs rose to $5 million in 2023.", ("a", "b")), ("Two", ("c",))]


def test_nothing_quoted_and_everything_quoted() -> None:
    assert len(cover(TEXT, []).open) == 2
    whole = cover(TEXT, [Quotation(0, len(TEXT), "a")])
    assert not whole.open
    assert whole.quoted_characters == whole.characters
    assert cover("", []).characters == 0


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=8))
def test_a_character_is_quoted_if_a_passage_holds_it(spans: list[tuple[int, int]]) -> None:
    passages = [Quotation(start, min(start + length, len(TEXT)), f"f{at}") for at, (start, length) in enumerate(spans)]
    held = {at for item in passages for at in range(item.start, item.end)}
    coverage = cover(TEXT, passages)
    assert {at for part in coverage.stretches for at in range(part.start, part.end)} == held
    assert coverage.quoted_characters == sum(not TEXT[at].isspace() for at in held)
    for sentence in coverage.sentences:
        assert sentence.quoted == bool(held & set(range(sentence.start, sentence.end)))
        assert all(not held & set(range(*span)) for span in sentence.open)
