"""Notations of figures, and how each is read; `factcli.text.figures` says what comes of it.

This is loaded only for a text that may have more than a bare year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcli.text.dates import NUMERIC, YEAR, parts
from factcli.text.figures import ROMAN, Figure
from factcli.text.fold import fold
from factcli.text.words import UNSPACED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.text.figures import Kind

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_POWERS = {
    2: "hundred",
    3: "thousand tausend тыс тысяч тысячи тысяча",
    6: "million millions mln mn mio millionen millón millon millones milyon млн миллион миллиона миллионов",
    9: "billion billions bln bn mrd milliarde milliarden milliard milliards milyar млрд миллиард миллиарда миллиардов",
    12: "trillion trillions tn trn трлн",
}
SCALES = {word: power for power, listed in _POWERS.items() for word in listed.split()}
# These may end in a full stop of their own: "$5 mln. more". That behind "million" ends the sentence.
_SHORTENED = "mln mn mio bln bn mrd tn trn тыс млн млрд трлн".split()
_DOZEN = "dozen"
_LETTER_SCALES = {"k": 3, "m": 6, "b": 9}
ORDINALS = {
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
    **{word + "th": UNITS[word] for word in list(UNITS)[13:]},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
}
_CODES = {
    "USD": "$ us$ usd dollar dollars",
    "EUR": "€ eur euro euros",
    "GBP": "£ gbp",
    "JPY": "¥ jpy yen",
    "AZN": "₼ azn manat manats",
    "KZT": "₸ kzt tenge",
    "RUB": "₽ rub ruble rubles",
}
CURRENCIES = {sign: code for code, listed in _CODES.items() for sign in listed.split()}
# Spelled-out counts up to ten are mostly the asker's own ("the two countries"); "first" is mostly an adverb.
_LARGEST_CASUAL_COUNT = 10

# Python reads no whole number of more than 4,300 digits.
_LONGEST = 4000

_SPACE = r"\u00a0\u202f\u2009 "
_CARDINALS = "|".join(sorted({*UNITS, *TENS}, key=len, reverse=True))
_LAST = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SCALE = rf"(?:{'|'.join(sorted({*SCALES, _DOZEN}, key=len, reverse=True))})\b"
_STOPPED = rf"(?:{'|'.join(_SHORTENED)})\.(?!\w)"
_BEFORE = r"us\$|usd|eur|gbp|jpy|azn|kzt|rub|[$€£¥₼₸₽]"
_AFTER = r"us\s+dollars?|dollars?|euros?|usd|eur|gbp|azn|kzt|rub|manats?|tenge|rubles?|yen|[$€£¥₼₸₽]"
# A comma or a dot before three digits groups them, but for one dot, which may; before one or two digits, or behind a
# zero, a comma is a decimal sign, as most of Europe has it.
_DIGITS = rf"""
      0,\d+(?![\d,])
    | \d{{1,3}}(?:[.{_SPACE}]\d{{3}})*,\d{{1,2}}(?![\d,]|\.\d)
    | \d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?!\d)(?:\.\d+)?
    | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.])(?:,\d+)?
    | \d+(?:\.\d+)?
    | \.\d+
    """
_ROMAN = r"(?-i:(?:{})(?=\s(?:[A-Z][a-z]|century\b)))".format("|".join(sorted(ROMAN, key=len, reverse=True)).upper())
# A figure begins no word's middle, but scripts without spaces put it right behind a word.
_FIGURE = rf"""
    (?<!\.)(?<![^\W{UNSPACED}])
    (?:
        (?P<date>{NUMERIC})
      | (?P<since>{YEAR})[-–—/](?P<until>\d\d)(?![-–/]?\w)
      | (?P<roman>{_ROMAN})
      | (?:(?P<before>{_BEFORE})\s?)?
        (?:
            (?P<digits>{_DIGITS})
            (?:(?P<suffix>st|nd|rd|th)\b|s\b)?
          | (?P<spelled>
                (?:{_CARDINALS})(?:(?:\s+and)?[\s-]+(?:{_CARDINALS}|hundred|thousand))*(?:(?:\s+and)?[\s-]+(?:{_LAST}))?
              | (?:{_LAST})
              | an?\s+(?:hundred|thousand)(?:(?:\s+and)?[\s-]+(?:{_CARDINALS}|thousand))*
            )\b
          | (?P<article>half\s+an?|an?)(?=\s+{_SCALE})
        )
        (?P<half>\s+and\s+a\s+half\b)?
        (?:(?P<letter>[kmb])\b|[\s-]?(?P<scale>{_STOPPED}|{_SCALE}))?
        (?:\s?(?P<percent>%|percentage\s+points?|per\s?cent\b|pct\b|prozent\b|процент\w*)
          |[\s-]?(?P<after>{_AFTER})(?!\w))?
    )
    """
_PATTERN = re.compile(_FIGURE, re.VERBOSE | re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–—]\s?")
# A Roman number behind a name is a part of it: "Elizabeth II Bridge".
_NO_NAMES = frozenset("the a an at in on of its and after before during since this that".split())

Groups = dict[str, str | None]


def find(text: str) -> Iterator[Figure]:
    """Find the figures of `text`, in order."""
    matches = [(match, match.groupdict()) for match in _PATTERN.finditer(text)]
    for (left, said), (right, told) in pairwise(matches):
        if _RANGE.fullmatch(text, left.end(), right.start()):
            _share(said, told)
    for match, groups in matches:
        if groups["date"]:
            yield from _of_date(match)
        elif groups["since"]:
            century = (groups["since"] or "")[:2]
            yield _part(match, "since", "year", {int(groups["since"] or 0)})
            yield _part(match, "until", "year", {int(century + (groups["until"] or ""))})
        elif not groups["roman"]:
            yield _number(match, groups)
        elif not _ends_in_name(text[: match.start()]):
            yield _part(match, "roman", "ordinal", {1 + ROMAN.index(match[0].lower())})


def _share(left: Groups, right: Groups) -> None:
    """Give both ends of a range what stands at one only: "$10–12 million", "10–12 %"."""
    shared = ("scale", "letter", "percent", "after")
    if (left["digits"] or left["spelled"]) and not any(left[name] for name in (*shared, "suffix")):
        left.update((name, right[name]) for name in shared)
    if not right["before"] and not right["after"] and not right["percent"]:
        right["before"] = left["before"]


def _of_date(match: re.Match[str]) -> Iterator[Figure]:
    """Read the year and the day, in their order. The month, mostly a word, is no figure."""
    years, _, days = map(set, zip(*parts(match[0]), strict=True))
    for number in re.finditer(r"\d+", match[0]):
        start, end = match.start() + number.start(), match.start() + number.end()
        if len(number[0]) == 4:
            yield Figure(text=number[0], start=start, end=end, kind="year", values=frozenset(years))
        elif int(number[0]) in days:
            yield Figure(text=number[0], start=start, end=end, kind="number", values=frozenset(days))
            days = set()


def _part(match: re.Match[str], group: str, kind: Kind, values: set[int | float]) -> Figure:
    start, end = match.span(group)
    return Figure(text=match[group], start=start, end=end, kind=kind, values=frozenset(values))


def _number(match: re.Match[str], groups: Groups) -> Figure:
    scale = fold(groups["scale"] or "").rstrip(".")
    dozens = scale == _DOZEN
    power = 0 if dozens else SCALES.get(scale, 0)
    casual = ordinal = False
    if groups["digits"]:
        written, ordinal = _decimals(groups["digits"], scaled=bool(power)), groups["suffix"] is not None
    elif groups["article"]:
        written = ["0.5" if len(groups["article"]) > 2 else "1"]
    else:
        number, ordinal = _spelled(groups["spelled"] or "")
        written = [str(number)]
        casual = not (power or dozens) and number <= (1 if ordinal else _LARGEST_CASUAL_COUNT)
    currency = CURRENCIES.get((fold(groups["before"] or groups["after"] or "").split() or [""])[-1])
    factor = 12 if dozens else 1
    values = {factor * (_scaled(one, power) + (_scaled("0.5", power) if groups["half"] else 0)) for one in written}
    if groups["letter"]:
        scaled = {_scaled(one, _LETTER_SCALES[fold(groups["letter"])]) for one in written}
        values = scaled if currency else scaled | values
    return Figure(
        text=match[0].strip(),
        start=match.start(),
        end=match.end(),
        kind=_kind(groups, max(values), ordinal=ordinal, currency=currency),
        values=frozenset(values),
        currency=currency,
        binding=not casual or bool(currency or groups["percent"] or groups["half"]),
    )


def _decimals(digits: str, *, scaled: bool) -> list[str]:
    """Write digits with a decimal point and nothing else; "3.500" may be either of two numbers.

    >>> _decimals("1.234,5", scaled=False), _decimals("1,234", scaled=False), _decimals("3.500", scaled=False)
    (['1234.5'], ['1234'], ['3.500', '3500'])
    """
    bare = re.sub(r"[^\d.,]", "", digits)
    whole, _, fraction = bare.rpartition(",")
    if whole and "," not in whole and (len(fraction) != 3 or "." in whole or whole == "0") and "." not in fraction:
        return [f"{whole.replace('.', '')}.{fraction}"]
    bare = bare.replace(",", "")
    if bare.count(".") > 1:
        return [bare.replace(".", "")]
    whole, _, fraction = bare.partition(".")
    grouped = len(fraction) == 3 and 1 <= len(whole) <= 3 and whole != "0" and bare == digits and not scaled
    return [bare, whole + fraction] if grouped else [bare]


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


def _kind(groups: Groups, number: float, *, ordinal: bool, currency: str | None) -> Kind:
    if currency:
        return "amount"
    if groups["percent"]:
        return "percentage"
    if ordinal:
        return "ordinal"
    if groups["scale"] or groups["letter"] or groups["article"] or groups["half"]:
        return "number"
    in_pairs = not groups["digits"] and not {"hundred", "thousand"} & set(_parts(groups["spelled"] or ""))
    four_digits = groups["digits"] and len(groups["digits"]) == 4
    return "year" if (in_pairs or four_digits) and 1000 <= number <= 2199 else "number"


def _spelled(text: str) -> tuple[int, bool]:
    """Read number words: "hundred and five" is (105, False), "twenty-first" (21, True), "twenty ten" (2010, False)."""
    total = current = 0
    ordinal = False
    for word in _parts(text):
        ordinal = word in ORDINALS
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word not in ("and", "a", "an"):
            value = UNITS.get(word, 0) or TENS.get(word, 0) or ORDINALS.get(word, 0)
            # "nineteen twenty-six": years are read in pairs of digits
            current = current * 100 + value if 10 <= current < 100 and value >= 10 else current + value
    return total + current, ordinal


def _ends_in_name(before: str) -> bool:
    word = before.rpartition(" ")[0 if before.endswith(" ") else 2].split()[-1:]
    return bool(word and word[0][:1].isupper() and word[0].lower() not in _NO_NAMES)
