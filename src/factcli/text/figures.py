"""Figures: years, numbers, ordinals and amounts in any common notation, so that a figure in a question can bind.

"$470m", "USD 470 million" and "470,000,000 dollars" have the same value and unit; so have "20 %" and "twenty percent".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcli.text.fold import fold
from factcli.text.words import UNSPACED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

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

# Python reads no whole number of more than 4,300 digits.
_LONGEST = 4000

_CARDINALS = "|".join(sorted({*_UNITS, *_TENS}, key=len, reverse=True))
_LAST = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_BEFORE = r"us\$|usd|eur|gbp|jpy|azn|kzt|rub|[$€£¥₼₸₽]"
_AFTER = r"us\s+dollars?|dollars?|euros?|usd|eur|gbp|azn|kzt|rub|manats?|tenge|rubles?|yen|[$€£¥₼₸₽]"
# A figure begins no word's middle, but scripts without spaces put it right behind a word.
_FIGURE = rf"""
    (?<!\.)(?<![^\W{UNSPACED}])
    (?:(?P<before>{_BEFORE})\s?)?
    (?:
        (?P<digits>\d{{1,3}}(?:[,\u00a0\u202f\u2009 ]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
        (?:(?P<suffix>st|nd|rd|th)\b|s\b)?
      | (?P<spelled>
            (?:{_CARDINALS})(?:(?:\s+and)?[\s-]+(?:{_CARDINALS}|hundred|thousand))*(?:(?:\s+and)?[\s-]+(?:{_LAST}))?
          | (?:{_LAST})
        )\b
    )
    (?:(?P<letter>[kmb])\b|[\s-]?(?P<scale>{"|".join(sorted(_SCALES, key=len, reverse=True))})\b)?
    (?:\s?(?P<percent>%|percentage\s+points?|per\s?cent\b|pct\b)|[\s-]?(?P<after>{_AFTER})(?!\w))?
    """
# What may be part of a figure, or change what a year beside it is.
_PARTS = frozenset(
    {*_UNITS, *_TENS, *_SCALES, *_ORDINALS, *_CURRENCIES, *_LETTER_SCALES, "us", "per", "percent", "percentage", "pct"}
)


class Figure:
    """A figure in a text. `values` are its possible readings: "470m" is 470,000,000 or 470 (metres)."""

    __slots__ = ("binding", "currency", "end", "kind", "start", "text", "values")

    def __init__(
        self,
        *,
        text: str,
        start: int,
        end: int,
        kind: Kind,
        values: frozenset[int | float],
        currency: str | None = None,
        binding: bool = True,
    ) -> None:
        self.text, self.start, self.end = text, start, end
        self.kind = kind
        self.values = values
        self.currency = currency
        self.binding = binding
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
    plain = _of_plain_words(text)
    return list(_find(text)) if plain is None else plain


def missing(asked: Iterable[Figure], held: Iterable[Figure]) -> list[Figure]:
    """Return the binding figures of a question that a fact does not hold."""
    held = list(held)
    return [figure for figure in asked if figure.binding and not any(figure.agrees_with(other) for other in held)]


def _of_plain_words(text: str) -> list[Figure] | None:
    """Return the figures of plain English words with at most a bare year among them; None of any other text.

    Most questions are like that, and need no regular expression, which would cost them a third of their time.
    """
    words = [word.rstrip("?!,;:.") for word in text.lower().split()]
    if not text.isascii() or not all(word.isalnum() for word in words if word) or not _PARTS.isdisjoint(words):
        return None
    numbers = [word for word in words if not word.isalpha() and word]
    if not numbers:
        return []
    year = numbers[0]
    if len(numbers) > 1 or len(year) != 4 or not year.isdigit() or not 1000 <= int(year) <= 2199:
        return None
    start = text.index(year)
    return [Figure(text=year, start=start, end=start + 4, kind="year", values=frozenset({int(year)}))]


def _find(text: str) -> Iterator[Figure]:
    import re

    for match in re.finditer(_FIGURE, text, re.VERBOSE | re.IGNORECASE):
        groups = match.groupdict()
        scale = fold(groups["scale"] or "")
        power = _SCALES.get(scale, 0)
        if groups["digits"]:
            written, ordinal = re.sub(r"[^\d.]", "", groups["digits"]), groups["suffix"] is not None
            number, casual = _scaled(written, 0), False
        else:
            number, ordinal = _spelled(groups["spelled"])
            written = str(number)
            casual = not power and number <= (1 if ordinal else _LARGEST_CASUAL_COUNT)
        currency = _CURRENCIES.get((fold(groups["before"] or groups["after"] or "").split() or [""])[-1])
        values = {_scaled(written, power)}
        if groups["letter"]:
            scaled = _scaled(written, _LETTER_SCALES[fold(groups["letter"])])
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


def _parts(spelled: str) -> list[str]:
    return fold(spelled).replace("-", " ").split()


def _scaled(written: str, power: int) -> int | float:
    """Multiply a decimal number by a power of ten, exactly where the product is whole and of no monstrous length."""
    whole, _, fraction = written.partition(".")
    fraction = fraction.rstrip("0")
    power -= len(fraction)
    if power < 0 or len(whole) > _LONGEST:
        return float(f"{whole}{fraction}e{power}")
    return int(whole + fraction or "0") * int(10**power)


def _kind(groups: dict[str, str], number: float, *, ordinal: bool, currency: str | None) -> Kind:
    if currency:
        return "amount"
    if groups["percent"]:
        return "percentage"
    if ordinal:
        return "ordinal"
    if groups["scale"] or groups["letter"]:
        return "number"
    in_pairs = not groups["digits"] and not {"hundred", "thousand"} & set(_parts(groups["spelled"]))
    four_digits = groups["digits"] and len(groups["digits"]) == 4
    return "year" if (in_pairs or four_digits) and 1000 <= number <= 2199 else "number"


def _spelled(text: str) -> tuple[int, bool]:
    """Read number words: "hundred and five" is (105, False), "twenty-first" (21, True), "twenty ten" (2010, False)."""
    total = current = 0
    ordinal = False
    for word in _parts(text):
        ordinal = word in _ORDINALS
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word != "and":
            value = _UNITS.get(word, 0) or _TENS.get(word, 0) or _ORDINALS.get(word, 0)
            # "nineteen twenty-six": years are read in pairs of digits
            current = current * 100 + value if 10 <= current < 100 and value >= 10 else current + value
    return total + current, ordinal
