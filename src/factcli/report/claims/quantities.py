"""Quantities in a sentence: figures with their unit, with what they count, and how exactly they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factcli.report.claims import units
from factcli.report.claims.bounds import Bound, bound
from factcli.report.claims.labels import is_label
from factcli.report.claims.times import Time
from factcli.text.english import STOP_WORDS
from factcli.text.figures import ROMAN, Figure, figures
from factcli.text.words import words

Change = Literal["up", "down"]

_UP = re.compile(
    r"\b(?:higher|more|up|upwards?|rose|ris(?:e|en|es|ing)|increas\w*|grew|grow\w*|gain\w*|jump\w*|climb\w*|surg\w*"
    r"|soar\w*|expan\w*|advanc\w*|above|exceed\w*|surpass\w*|outpac\w*|bigger|larger|greater|doubl\w*|tripl\w*|trebl\w*)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:lower|down|downwards?|fell|fall(?:s|en|ing)?|decreas\w*|declin\w*|dropp?(?:s|ed|ing)?|shr[aiu]nk\w*"
    r"|contract(?:ed|ion)|slump\w*|plung\w*|reduc\w*|slid|smaller|less|fewer|los[et]\w*|below|halv\w*|slow(?:ed|er))\b",
    re.IGNORECASE,
)
# "more than 20 %" tells no rise
_THAN = re.compile(r"\b(?:more|less|fewer|higher|lower) than\s*\Z", re.IGNORECASE)
_REACH = 90
"""How far from a figure, in characters, its rise or fall is told."""

_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_NUMBER = "|".join(_NUMBERS)
_STEMS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_STEMS |= {"twice": 2.0, "thrice": 3.0}
_FOLD = re.compile(
    rf"\b(?:(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es?(?=\s(?:the|that|of|those|last|what|its|their|to|in)\b))\b|(?P<word>twice|thrice)\b"
    rf"|a\sfactor\sof\s(?:(?:more|less)\sthan\s|about\s|nearly\s)?(?P<factor>{_NUMBER}|\d+(?:\.\d+)?)\b"
    rf"|(?P<count>{_NUMBER}|\d+(?:\.\d+)?)(?:[\s-]?fold\b|\s?[x×](?!\w)"
    r"|[\s-]times\b(?=\s(?:higher|more|larger|greater|bigger|as|that|the|its|what|compared)\b)))",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PART = "|".join(_PARTS)
_FRACTION = re.compile(
    rf"\b(?:(?P<by>(?<=by\s)(?:an?|one|less\sthan|more\sthan|almost|nearly|about))|(?P<count>an?|{_NUMBER}))[\s-]"
    rf"(?P<part>{_PART})s?\b(?(by)|(?=\s(?:more|higher|lower|less|larger|smaller|of\sthe|up|down|above|below|bigger|greater"
    r"|fewer|on\sthe|as|of\s(?:its|their|last|what))\b))",
    re.IGNORECASE,
)
_JUBILEES = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}
_SPANS = {"half-century": 50, "half a century": 50, "quarter-century": 25, "quarter of a century": 25, "century": 100}
_ERA = re.compile(
    rf"\b(?:(?P<jubilee>{'|'.join(_JUBILEES)})|(?:(?:an?|one)\s(?:full\s|whole\s)?)(?P<span>{'|'.join(_SPANS)})"
    r"|(?P<bare>(?:half|quarter)-century))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b(?P<noun>(?i:visit|trip|summit|meeting|session|edition|conference|congress))\s(?:(?:no\.?|number|№|\#)\s?"
    rf"(?P<number>\d{{1,3}}|{_NUMBER})|(?P<roman>{'|'.join(sorted(ROMAN, key=len, reverse=True)).upper()}))\b",
)
_WINDOW = re.compile(
    r"\b(?:past|last|previous|over|within|next|coming|recent|during|in|for|space of|course of|period of|same)"
    r"\s(?:the\s|a\s)?(?:same\s|past\s|last\s)?\Z",
    re.IGNORECASE,
)
# "the two countries" are known; "three countries" are counted
_MINE = re.compile(r"\b(?:these|those|my|our|your|his|her|their)\s(?:\w+\s)?\Z", re.IGNORECASE)
_REFERRING = re.compile(
    r"(?:\b(?:the|these|those|both|all|our|their|its|his|her|other|only|any|every)\s(?:\w+\s)?)\Z|\Aof\s\Z",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"[\s,]+(?:[\w-]+\s){0,5}?(?:(?:per|an?)\s(?P<unit>year|annum|month|week|day|hour)\b(?!\s(?:earlier|ago|before|later|on))"
    r"|(?P<word>annually|yearly|monthly|weekly|daily|p\.?a\.?)(?!\w))",
    re.IGNORECASE,
)
_FAR_RATE = re.compile(r"\b(?:each|every)\s(?P<unit>year|month|week|day|hour)(?P<word>)\b", re.IGNORECASE)
_RATES = {"annum": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
# What stands between a figure and the noun that it counts.
_MOST_BETWEEN = 3
_PHRASE = re.compile(r"[^,;:.!?()“”\"\n–—]*")
_OF = re.compile(r"(?:['’]s?)?(?:\sworth)?\s(?:of|in)\s(?!the\s|20|19)", re.IGNORECASE)
_MINUS = re.compile(r"(?:\A|[\s(])[-−–]\Z")
_BY = re.compile(
    r"\b(?:rose|rise[ns]?|grew|grown|increased?|up|climbed|jumped|fell|fallen|dropped|decreased?|declined|down|shrank"
    r"|expanded|gained|lost)\s(?:\w+\s)?by\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
_POWER = re.compile(r"\s?[x×*·]\s?10(?:\s?\^|[⁰¹²³⁴-⁹])")
_LARGEST = 1e300
_LARGEST_UNCERTAIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What text[start:end] says in figures.

    Only quantities of one `dimension` are compared: "USD", "percent", "fold", "ordinal", "mass" …, "count" of what
    `nouns` say. `values` are all readings, in the first unit of the dimension.
    """

    start: int
    end: int
    text: str
    values: frozenset[float]
    dimension: str
    factor: float = 1.0
    """How much of the first unit of its dimension its own unit is."""
    nouns: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    """What it is an amount of, where that is said behind it: "of wheat"."""
    rate: str = ""
    """The time in which it comes again: "year" for what is so much a year."""
    bound: Bound = "exact"
    change: Change | None = None
    certain: bool = True
    """False for a small bare number, which is often no claim at all: "the two countries"."""
    digits: int = 1
    """How many significant digits it is written with."""

    @property
    def plain(self) -> set[float]:
        """Its values in its own unit."""
        return {value / self.factor for value in self.values}


def quantities(text: str, known: Sequence[Time], *, known_too: bool = False) -> list[Quantity]:
    """Find the quantities of `text`, in order; what belongs to the times `known` in it is none.

    "The two countries" says no quantity, unless `known_too`.
    """
    taken = [(time.start, time.end) for time in known]
    found = []
    for quantity in (*_in_words(text), *_figures(text, known_too=known_too)):
        if not any(quantity.start < end and start < quantity.end for start, end in taken):
            taken.append((quantity.start, quantity.end))
            found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.start)


def _in_words(text: str) -> Iterator[Quantity]:
    """Find multiples, fractions, jubilees and numbered things, which are no figures by themselves."""
    for match in _FOLD.finditer(text):
        stem = (match["stem"] or match["word"] or "").lower()
        count = (match["count"] or match["factor"] or "").lower()
        start = match.start("factor") if match["factor"] else match.start()
        yield _quantity(text, start, match.end(), {_STEMS[stem] if stem else _number(count)}, "fold")
    for match in _FRACTION.finditer(text):
        count = _NUMBERS.get((match["count"] or "").lower(), 1)
        value = round(100 * count / _PARTS[match["part"].lower()], 4)
        start = match.start("part") if match["by"] and "than" in match["by"].lower() else match.start()
        yield _quantity(text, start, match.end(), {value}, "percent")
    for match in _ERA.finditer(text):
        if match["jubilee"]:
            values, dimension = {float(_JUBILEES[match["jubilee"].lower()])}, "ordinal"
        else:
            values, dimension = {12.0 * _SPANS[(match["span"] or match["bare"]).lower()]}, "time"
        yield _quantity(text, match.start(), match.end(), values, dimension, ("anniversary",), certain=False)
    for match in _NUMBERED.finditer(text):
        number = 1 + ROMAN.index(match["roman"].lower()) if match["roman"] else _number(match["number"])
        yield _quantity(
            text, match.start(), match.end(), {float(number)}, "ordinal", (match["noun"].lower(),), certain=False
        )


def _number(word: str) -> float:
    return float(_NUMBERS.get(word.lower()) or word)


def _figures(text: str, *, known_too: bool) -> Iterator[Quantity]:
    for figure in figures(text):
        start, end = figure.start, figure.start + len(figure.text)
        if (
            figure.kind == "year"
            or max(figure.values) > _LARGEST
            or _POWER.match(text, end)
            or _is_label(text, figure, start, end)
        ):
            continue
        if not known_too and _refers(text, figure, start, end):
            continue
        if quantity := _of_figure(text, figure, start, end):
            yield quantity


def _is_label(text: str, figure: Figure, start: int, end: int) -> bool:
    return figure.text[0].isdigit() and not units.unit(text, end) and is_label(text, start, end)


def _refers(text: str, figure: Figure, start: int, end: int) -> bool:
    """Tell whether a number is one of things that the reader knows: "the two countries", "my 12 drafts"."""
    if figure.currency or figure.kind != "number" or units.unit(text, end):
        return False
    small = max(figure.values) <= _LARGEST_UNCERTAIN
    return bool(_MINE.search(text[:start]) or (small and _REFERRING.search(text[:start])))


def _of_figure(text: str, figure: Figure, start: int, end: int) -> Quantity | None:
    values, nouns = {float(value) for value in figure.values}, _nouns(text, end)
    if _MINUS.search(text[:start]):
        start, values = start - 1, {-value for value in values}
    if figure.currency or figure.kind == "percentage":
        return _quantity(
            text, start, end, values, figure.currency or ("points" if "point" in figure.text else "percent")
        )
    small = max(values) <= _LARGEST_UNCERTAIN and "." not in figure.text
    if figure.kind == "ordinal":
        return _quantity(text, start, end, values, "ordinal", nouns, certain=figure.binding and not small)
    if found := units.unit(text, end):
        dimension, factor, stop = found
        if dimension == "time" and _WINDOW.search(text[:start]):
            dimension = "window"
        certain = dimension != "time" or not small
        return _quantity(
            text, start, stop, {value * factor for value in values}, dimension, factor=factor, certain=certain
        )
    rate = _rate(text, end)
    if text[end : end + 1] == "-" or (values == {1.0} and not rate):  # "two-way", "one of them"
        return None
    return _quantity(text, start, end, values, "count", nouns, certain=bool(rate) or (figure.binding and not small))


def _quantity(
    text: str,
    start: int,
    end: int,
    values: set[float],
    dimension: str,
    nouns: tuple[str, ...] = (),
    *,
    factor: float = 1.0,
    certain: bool = True,
) -> Quantity:
    if dimension.isupper() and _BY.search(text[:start]):
        dimension = f"{dimension} more"
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        values=frozenset(values),
        dimension=dimension,
        factor=factor,
        nouns=nouns,
        of=_of(text, end) if dimension != "ordinal" else (),
        rate=_rate(text, end),
        bound=bound(text, start, end),
        change=_change(text, start, end) if dimension in ("percent", "fold") else None,
        certain=certain,
        digits=_digits(text[start:end]),
    )


def _rate(text: str, end: int) -> str:
    match = _RATE.match(text, end) or _FAR_RATE.search(text)
    return "" if not match else _RATES.get((match["unit"] or match["word"]).lower(), (match["unit"] or "year").lower())


def _change(text: str, start: int, end: int) -> Change | None:
    """Tell whether a figure is one of a rise or a fall, by the nearest word of either."""
    first = max(0, start - _REACH)
    before, behind = _THAN.sub("", text[first:start]), text[end : end + _REACH]
    found: list[tuple[int, Change]] = []
    patterns: tuple[tuple[Change, re.Pattern[str]], ...] = (("up", _UP), ("down", _DOWN))
    for change, pattern in patterns:
        found += [(len(before) - match.end(), change) for match in pattern.finditer(before)]
        found += [(match.start(), change) for match in pattern.finditer(behind)]
        found += [(0, change) for _ in pattern.finditer(text[start:end])]
    return min(found)[1] if found else None


def _nouns(text: str, end: int) -> tuple[str, ...]:
    """Return the words right behind a figure that may say what it counts, folded."""
    behind = _PHRASE.match(text, end)
    found = []
    for word in words(behind[0] if behind else "")[: _MOST_BETWEEN + 1]:
        if word in STOP_WORDS:
            break
        found.append(word)
    return tuple(found)


def _of(text: str, end: int) -> tuple[str, ...]:
    """Return the words of what a figure is one of: "$470 million of wheat", "worth of wheat", "in wheat exports"."""
    behind = _OF.match(text, end)
    return _nouns(text, behind.end()) if behind else ()


def _digits(written: str) -> int:
    """Count the significant digits of a figure as it is written: two of "$470 million", one of "half a million"."""
    match = re.search(r"\d[\d.,\u00a0\u202f ]*", written)
    if not match:
        return 1
    digits = re.sub(r"\D", "", match[0]).lstrip("0")
    return max(1, len(digits) if "." in match[0] else len(digits.rstrip("0")))
