"""Figures: years, numbers, ordinals and amounts in any common notation, so that a figure in a question can bind.

"$470m", "USD 470 million" and "470,000,000 dollars" have the same value and unit; so have "20 %" and "twenty percent".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcli.text.fold import fold

Kind = Literal["year", "number", "ordinal", "percentage", "amount"]

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "millions": 6,
    "mln": 6,
    "mn": 6,
    "billion": 9,
    "billions": 9,
    "bln": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
    "trn": 12,
}
_LETTER_SCALES = {"k": 3, "m": 6, "b": 9}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    **{word + "th": _UNITS[word] for word in list(_UNITS)[13:]},
    **{word[:-1] + "ieth": value for word, value in _TENS.items()},
    "hundredth": 100,
}
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jpy": "JPY",
    "yen": "JPY",
    "₼": "AZN",
    "azn": "AZN",
    "manat": "AZN",
    "manats": "AZN",
    "₸": "KZT",
    "kzt": "KZT",
    "tenge": "KZT",
    "₽": "RUB",
    "rub": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
}
# Spelled-out counts up to ten are mostly the asker's own ("the two countries"); "first" is mostly an adverb.
_LARGEST_CASUAL_COUNT = 10

_NUMBER_WORDS = "|".join(sorted({*_UNITS, *_TENS, *_ORDINALS}, key=len, reverse=True))
_BEFORE = r"us\$|usd|eur|gbp|jpy|azn|kzt|rub|[$€£¥₼₸₽]"
_AFTER = r"us\s+dollars?|dollars?|euros?|usd|eur|gbp|azn|kzt|rub|manats?|tenge|rubles?|yen|[$€£¥₼₸₽]"
_FIGURE = re.compile(
    rf"""
    (?<![\w.])
    (?:(?P<before>{_BEFORE})\s?)?
    (?:
        (?P<digits>\d{{1,3}}(?:[,\u00a0\u202f\u2009 ]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
        (?:(?P<suffix>st|nd|rd|th)\b|s\b)?
      | (?P<spelled>(?:{_NUMBER_WORDS})(?:(?:\s+and)?[\s-]+(?:{_NUMBER_WORDS}|hundred|thousand))*)\b
    )
    (?:(?P<letter>[kmb])\b|[\s-]?(?P<scale>{"|".join(sorted(_SCALES, key=len, reverse=True))})\b)?
    (?:\s?(?P<percent>%|percentage\s+points?|per\s?cent\b|pct\b)|[\s-]?(?P<after>{_AFTER})(?!\w))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a text. `values` are its possible readings: "470m" is 470,000,000 or 470 (metres)."""

    text: str
    start: int
    end: int
    kind: Kind
    values: frozenset[Decimal]
    currency: str | None = None
    binding: bool = True
    """False for words that only look like figures, such as the "two" of "the two countries"."""

    def agrees_with(self, other: Figure) -> bool:
        """Tell whether `other`, in a fact, is what this figure, in a question, asks for."""
        if not self.values & other.values:
            return False
        if self.currency and other.currency != self.currency:
            return False
        return self.kind != "percentage" or other.kind == "percentage"


def figures(text: str) -> list[Figure]:
    """Find the figures of `text`, in order."""
    return list(_find(text))


def missing(asked: Iterable[Figure], held: Iterable[Figure]) -> list[Figure]:
    """Return the binding figures of a question that a fact does not hold."""
    held = list(held)
    return [figure for figure in asked if figure.binding and not any(figure.agrees_with(other) for other in held)]


def _find(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        groups = match.groupdict()
        scale = fold(groups["scale"] or "")
        power = _SCALES.get(scale, 0)
        if groups["digits"]:
            number, ordinal = Decimal(re.sub(r"[^\d.]", "", groups["digits"])), groups["suffix"] is not None
            casual = False
        else:
            number, ordinal = _spelled(fold(groups["spelled"]))
            casual = not power and number <= (1 if ordinal else _LARGEST_CASUAL_COUNT)
        currency = _CURRENCIES.get(re.split(r"\s+", fold(groups["before"] or groups["after"] or ""))[-1])
        values = {_scaled(number, power)}
        if groups["letter"]:
            scaled = _scaled(number, _LETTER_SCALES[fold(groups["letter"])])
            values = {scaled} if currency else {scaled, number}
        yield Figure(
            text=match[0].strip(),
            start=match.start(),
            end=match.end(),
            kind=_kind(groups, number, ordinal=ordinal, currency=currency),
            values=frozenset(values),
            currency=currency,
            binding=not casual or bool(currency or groups["percent"]),
        )


def _scaled(number: Decimal, power: int) -> Decimal:
    """Multiply by a power of ten without rounding, which `Decimal.scaleb` does at 28 digits."""
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, int(exponent) + power))


def _kind(groups: dict[str, str], number: Decimal, *, ordinal: bool, currency: str | None) -> Kind:
    if currency:
        return "amount"
    if groups["percent"]:
        return "percentage"
    if ordinal:
        return "ordinal"
    if groups["scale"] or groups["letter"]:
        return "number"
    in_pairs = not groups["digits"] and not re.search("hundred|thousand", fold(groups["spelled"]))
    four_digits = groups["digits"] and len(groups["digits"]) == 4
    return "year" if (in_pairs or four_digits) and 1000 <= number <= 2199 else "number"


def _spelled(text: str) -> tuple[Decimal, bool]:
    """Read number words: "one hundred and five" is (105, False), "twenty-first" (21, True), "twenty ten" 2010."""
    total = current = 0
    ordinal = False
    for word in re.split(r"[\s-]+", text):
        ordinal = word in _ORDINALS
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word != "and":
            value = _UNITS.get(word, 0) or _TENS.get(word, 0) or _ORDINALS.get(word, 0)
            # "nineteen twenty-six": years are read in pairs of digits
            current = current * 100 + value if 10 <= current < 100 and value >= 10 else current + value
    return Decimal(total + current), ordinal
