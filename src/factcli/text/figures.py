"""Figures: years, numbers, ordinals and amounts in any common notation, so that a figure in a question can bind.

"$470m", "USD 470 million" and "470,000,000 dollars" have the same value and unit; so have "20 %" and "twenty percent".
"""

from __future__ import annotations

from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["year", "number", "ordinal", "percentage", "amount"]

ROMAN = [ten + one for ten in ("", "x", "xx", "xxx") for one in " i ii iii iv v vi vii viii ix".split(" ")][1:]
"""The Roman numbers from 1 on."""
# What may be part of a figure, or change what a year beside it is; `factcli.text.notations` reads them.
_PARTS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million millions mln mn mio
    millionen millon millones milyon billion billions bln bn mrd milliarde milliarden milliard milliards milyar trillion
    trillions tn trn tausend dozen half first second third fourth fifth sixth seventh eighth ninth tenth eleventh
    twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth sixtieth seventieth eightieth ninetieth hundredth usd us dollar dollars eur euro euros gbp jpy yen azn
    manat manats kzt tenge rub ruble rubles k m b per percent percentage pct prozent
    """.split()
).union(ROMAN)


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
    if plain is not None:
        return plain
    from factcli.text.notations import find

    return list(find(text))


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
