"""What a question asks for: its words, its figures, the kind of answer it expects."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.text import stop_words
from factcli.text.dates import spelled
from factcli.text.figures import Figure, figures
from factcli.text.fold import fold
from factcli.text.question_words import ASKING, NAMES_UNMARKED, NAMING
from factcli.text.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.text.question_words import Kind

MOST_WORDS = 64
"""Distinct words beyond this many are left out: no question needs them, and time stays bounded."""
_MOST_CHARACTERS = 10_000

# An English question that expects something has one of these.
_SIGNS = (
    *("wh", "how", "number of", "population", "cost", "price"),
    *("date", "year", "reason", "place", "location", "venue"),
)


class Query:
    """A question, read."""

    __slots__ = ("asks_name", "expects", "figures", "function_words", "names", "sequence", "text", "words")

    def __init__(
        self,
        text: str,
        words: tuple[str, ...],
        sequence: tuple[str, ...],
        names: frozenset[str],
        function_words: frozenset[str],
        figures: tuple[Figure, ...],
        expects: Kind | None,
        asks_name: bool,
    ) -> None:
        self.text = text
        self.words = words
        """Its content words, folded, distinct, in order; all of its words if none is content. Figures are apart."""
        self.sequence = sequence
        """All of its words, folded, in order."""
        self.names = names
        """Those of them that are capitalised, but for the first, in a question that is not capitalised throughout."""
        self.function_words = function_words
        """Those of them that are no content."""
        self.figures = figures
        """Its figures, as far as they bind."""
        self.expects = expects
        self.asks_name = asks_name
        """Whether it asks what something is called."""


def read(question: str, languages: Iterable[str] = ("en",)) -> Query:
    """Read a question of any length; `languages` are those of the store, whose stop words are no content."""
    question = spelled(question[:_MOST_CHARACTERS])
    languages = tuple(languages)
    found = tuple(figure for figure in figures(question) if figure.binding)[:MOST_WORDS]
    asked = words(_without(question, found))
    stops = stop_words.of_languages(languages)
    content = [word for word in asked if word not in stops]
    expects = _expected(question, languages)
    distinct = tuple(dict.fromkeys(content or asked))[:MOST_WORDS]
    sequence = tuple(words(question)[: 2 * MOST_WORDS])
    names = _names(question, languages)
    asks_name = any(not NAMING.get(language, frozenset()).isdisjoint(sequence) for language in languages)
    return Query(question, distinct, sequence, names, stops.intersection(sequence), found, expects, asks_name)


def _names(text: str, languages: tuple[str, ...]) -> frozenset[str]:
    if NAMES_UNMARKED.issuperset(languages):
        return frozenset()
    others = text.split()[1:]
    capitalised = [word for word in others if word.lstrip("“\"'(")[:1].isupper()]
    return frozenset(words(" ".join(capitalised))) if len(capitalised) < len(others) else frozenset()


def _expected(question: str, languages: tuple[str, ...]) -> Kind | None:
    if languages == ("en",) and not any(sign in question.lower() for sign in _SIGNS):
        return None
    import re

    question = fold(question)
    asking = (item for language in languages for item in ASKING.get(language, {}).items())
    return next((kind for kind, pattern in asking if re.search(pattern, question)), None)


def _without(text: str, found: tuple[Figure, ...]) -> str:
    """Blank out figures, which are compared by value and not by spelling."""
    for figure in reversed(found):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text
