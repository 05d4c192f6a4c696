"""What a question asks for: its words, its figures, the kind of answer it expects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factcli.text import stop_words
from factcli.text.figures import Figure, figures
from factcli.text.words import MONTH_NAMES, words

Kind = Literal["when", "how many", "who", "where", "why"]

MOST_WORDS = 64
"""Distinct words beyond this many are left out: no question needs them, and time stays bounded."""
_MOST_CHARACTERS = 10_000

_ISO_DATE = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?\b")
_EXPECTED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("when", re.compile(r"\bwhen\b|\b(?:what|which) (?:year|date|month|day|decade|century)\b|\b(?:date|year)\b")),
    (
        "how many",
        re.compile(
            r"\bhow (?:many|much|often|large|big|old|long|high|far|tall|deep|fast)\b|\bnumber of\b|\bpopulation\b"
            r"|\b(?:what|which) (?:percent|percentage|share|amount|volume|number|sum|total|portion|fraction)\b"
        ),
    ),
    ("who", re.compile(r"\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|author|scientist|president|name)\b")),
    (
        "where",
        re.compile(
            r"\bwhere\b|\b(?:what|which) (?:city|town|country|state|place|region|venue|continent|river|county)\b"
        ),
    ),
    ("why", re.compile(r"\bwhy\b|\bwhat (?:was the )?(?:reason|cause)|\breasons? (?:for|of|why)\b")),
)


@dataclass(frozen=True, slots=True)
class Query:
    """A question, read."""

    text: str
    words: tuple[str, ...]
    """Its content words, folded, distinct, in order; all of its words if none is content. Figures are apart."""
    sequence: tuple[str, ...]
    """All of its words, folded, in order."""
    names: frozenset[str]
    """Those of them that are capitalised, but for the first, in a question that is not capitalised throughout."""
    function_words: frozenset[str]
    """Those of them that are no content."""
    figures: tuple[Figure, ...]
    """Its figures, as far as they bind."""
    expects: Kind | None


def read(question: str, languages: Iterable[str] = ("en",)) -> Query:
    """Read a question of any length; `languages` are those of the store, whose stop words are no content."""
    question = _ISO_DATE.sub(_spell_date, question[:_MOST_CHARACTERS])
    found = tuple(figure for figure in figures(question) if figure.binding)[:MOST_WORDS]
    asked = words(_without(question, found))
    stops = stop_words.of_languages(languages)
    content = [word for word in asked if word not in stops]
    lowered = question.lower()
    expects = next((kind for kind, pattern in _EXPECTED if pattern.search(lowered)), None)
    distinct = tuple(dict.fromkeys(content or asked))[:MOST_WORDS]
    sequence = tuple(words(question)[: 2 * MOST_WORDS])
    return Query(question, distinct, sequence, _names(question), stops.intersection(sequence), found, expects)


def _spell_date(match: re.Match[str]) -> str:
    """Write "2025-10-18" as facts do: "18 October 2025"."""
    year, month, day = match.groups()
    return " ".join(filter(None, (day, MONTH_NAMES[int(month) - 1].capitalize(), year)))


def _names(text: str) -> frozenset[str]:
    others = text.split()[1:]
    capitalised = [word for word in others if word.lstrip("“\"'(")[:1].isupper()]
    return frozenset(words(" ".join(capitalised))) if len(capitalised) < len(others) else frozenset()


def _without(text: str, found: tuple[Figure, ...]) -> str:
    """Blank out figures, which are compared by value and not by spelling."""
    for figure in reversed(found):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text
