"""Analysing a fact: what there is to index in it.

`factcli.search.entry` reads back the rows that are made here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from factcli.search.entry import WEIGHT_SCALE, number, token
from factcli.store.model import Fact, Source
from factcli.text import stop_words
from factcli.text.english import COMMON_WORDS
from factcli.text.figures import ROMAN, Figure, figures
from factcli.text.fold import fold
from factcli.text.question_words import COUNTED, DATED, NAMES_UNMARKED, NAMING, REASONS
from factcli.text.safe import safe
from factcli.text.stems import language_of, stem
from factcli.text.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.text.question_words import Kind

# How surely a word of a fact is what it is about, by where it stands; in hundredths, as rows hold it.
STATEMENT, ALIAS, ID, ANSWER, QUOTE, TAG = 100, 95, 50, 90, 70, 60

# BM25's parameters for short texts, and the length in words at which a fact counts as neither short nor long. It is
# fixed, and not the store's average, so that one more fact does not change all the others.
K1, B, PIVOT = 0.9, 0.4, 25.0

_WITHIN_A_SENTENCE = re.compile(r"(?<![.!?] )(?<!^)\b\w[\w'’-]+")
_NUMERAL = re.compile(r"\b([^\W\d_][\w-]*) ([IVX]+)\b(?!['’])")
_NUMBERED = frozenset("article chapter class grade group part phase stage title type volume".split())
_OPENING_QUOTES = frozenset('"“„«「『')
_WHEREABOUTS = re.compile(r"(?:in|at|on|near|along|between|under|within|through|via|across) ")
_PLACED = r"\b(?:(?:in|at|on|near) (?:the )?|(?:city|land|state|territory|territories|town|village) of )"


class Analysis:
    """What there is to index in a fact."""

    __slots__ = ("figures", "names", "offers", "opener", "sequences", "spelled", "spellings", "stems", "tokens")

    def __init__(self, fact: Fact, source: Source) -> None:
        language = language_of(source.language, source.title)
        fields = [(words(text), weight) for text, weight in _fields(fact)]
        told = [fields[0][0], *(found for found, weight in fields if weight == ALIAS)]
        self.stems = _bag(fields, language)
        """Each stem with its sureness, in hundredths, and its saturated frequency, in [0, 1]."""
        self.spellings = dict.fromkeys(word for found, _ in fields for word in found)
        self.sequences = [[stem(word, language) for word in found] for found in told]
        self.spelled = [word for found in told for word in found]
        self.names = dict.fromkeys(stem(word, language) for word in _names(f"{fact.statement} {fact.quote}", language))
        self.opener = _opener(fact.statement, told[0], language)
        """The stem of the word that a statement begins with, if it may be a name."""
        found = _figures_by_text(fact)
        self.figures = [figure for held in found.values() for figure in held]
        self.figures += _numerals(f"{fact.statement} {fact.quote}")
        self.tokens = {token(value) for figure in self.figures for value in figure.values}
        self.offers: list[str] = list(_offers(fact, found[fact.answer or fact.statement], language))
        naming = NAMING.get(language, frozenset())
        if not (_OPENING_QUOTES.isdisjoint(fact.statement) and naming.isdisjoint(self.spelled)):
            self.offers.append("name")

    def row(self) -> tuple[str, str, str, bytes, bytes, str, str, str]:
        """Return the columns from `sequences` to `offers`."""
        weights = b"".join(round(weight * WEIGHT_SCALE).to_bytes(2, sys.byteorder) for _, weight in self.stems.values())
        return (
            "\n".join(map(" ".join, self.sequences)),
            f" {'  '.join(self.spelled)} ",
            " ".join(self.stems),
            bytes(sureness for sureness, _ in self.stems.values()),
            weights,
            " ".join(dict.fromkeys((*self.names, *self.opener))),
            "\n".join(map(_line, self.figures)),
            ",".join(self.offers),
        )


def _fields(fact: Fact) -> Iterator[tuple[str, int]]:
    yield fact.statement, STATEMENT
    yield fact.answer or "", ANSWER
    yield fact.quote, QUOTE
    yield fact.id.replace("-", " "), ID
    yield from ((tag, TAG) for tag in fact.tags)
    yield from ((alias, ALIAS) for alias in fact.aliases)


def _bag(fields: list[tuple[list[str], int]], language: str) -> dict[str, tuple[int, float]]:
    stops = stop_words.of_language(language)
    counts: dict[str, int] = {}
    surest: dict[str, int] = {}
    for found, weight in fields:
        for word in found:
            if word not in stops:
                stemmed = stem(word, language)
                counts[stemmed] = counts.get(stemmed, 0) + weight
                surest[stemmed] = max(weight, surest.get(stemmed, 0))
    length = K1 * (1 - B + B * sum(counts.values()) / 100 / PIVOT)
    return {stemmed: (surest[stemmed], count / (count + 100 * length)) for stemmed, count in counts.items()}


def makers(source: Source) -> str:
    """Return the stems of the names of who made and published a source."""
    people = [person for role in source.names.values() for person in role]
    texts = [source.variable(name) for name in ("container-title", "publisher")]
    texts += [part for person in people for part in (person.family, person.given, person.literal) if part]
    return _stems(" ".join(texts), source)


def title(source: Source) -> str:
    """Return the stems of a source's title."""
    return _stems(source.title, source)


def _stems(text: str, source: Source) -> str:
    language = language_of(source.language, source.title)
    return " ".join(dict.fromkeys(stem(word, language) for word in words(text)))


def _figures_by_text(fact: Fact) -> dict[str, list[Figure]]:
    texts = [fact.statement, fact.answer or "", fact.quote, *fact.aliases, *fact.tags]
    if fact.period:
        texts += [str(year) for year in fact.period.years()]
    return {text: figures(text) for text in dict.fromkeys(texts)}


def _numerals(text: str) -> Iterator[Figure]:
    """Find the Roman numerals behind a word, which questions write as figures: "World War II", "Class I"."""
    for word, numeral in _NUMERAL.findall(text):
        telling = len(numeral) > 1 or word[0].isupper() or word in _NUMBERED
        if telling and numeral.lower() in ROMAN:
            values = frozenset({1 + ROMAN.index(numeral.lower())})
            yield Figure(text=numeral, start=0, end=len(numeral), kind="number", values=values, binding=False)


def _names(text: str, language: str) -> list[str]:
    """Return the words that are capitalised within a sentence."""
    if language in NAMES_UNMARKED:
        return []
    return words(" ".join(word for word in _WITHIN_A_SENTENCE.findall(text) if word[0].isupper()))


def _opener(statement: str, told: Sequence[str], language: str) -> list[str]:
    if language in NAMES_UNMARKED or not told or not statement[:1].isupper():
        return []
    if told[0] in stop_words.of_language(language) or (language == "en" and told[0] in COMMON_WORDS):
        return []
    return [stem(told[0], language)]


def _offers(fact: Fact, told_figures: list[Figure], language: str) -> Iterator[Kind]:
    """Tell by its short answer, else by its statement, and the figures there, what a fact may answer."""
    told = fact.answer or fact.statement
    figures_told = [figure for figure in told_figures if figure.binding or fact.answer]
    dated = any(figure.kind == "year" for figure in figures_told) or _has(DATED, language, told)
    if dated:
        yield "when"
    counted = any(figure.kind != "year" for figure in figures_told) or _has(COUNTED, language, told)
    if counted and not (fact.answer and dated):
        yield "how many"
    if any(figure.currency for figure in figures_told):
        yield "cost"
    names = fact.answer is None or ((told[:1].isupper() or language in NAMES_UNMARKED) and not dated)
    if names and not _is_told_as_place(fact):
        yield "who"
    if names or _WHEREABOUTS.match(told):
        yield "where"
    if _has(REASONS, language, f"{fact.statement} {' '.join(fact.aliases)}"):
        yield "why"


def _is_told_as_place(fact: Fact) -> bool:
    """Tell whether the short answer stands behind "in" or "at": "was held in Baku" names nobody."""
    return bool(fact.answer and re.search(_PLACED + re.escape(fact.answer) + r"\b", fact.statement))


def _has(patterns: dict[str, str], language: str, text: str) -> bool:
    """Tell whether a text has what the pattern of its language tells."""
    return language in patterns and bool(re.search(patterns[language], fold(text)))


def _line(figure: Figure) -> str:
    """Write a figure on a line; `safe` leaves no tab and no line end in its text, which is only ever shown."""
    values = " ".join(map(number, figure.values))
    return f"{figure.kind}\t{figure.currency or ''}\t{figure.binding:d}\t{values}\t{safe(figure.text)}"
