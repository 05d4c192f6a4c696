"""Whether a quote holds sentences that prove nothing of its statement."""

from __future__ import annotations

from factcli.store.model import Fact
from factcli.text import stop_words
from factcli.text.figures import Figure, figures
from factcli.text.sentences import sentences
from factcli.text.stems import stem
from factcli.text.words import words

_SURE = 2
"""So many words of the statement in another sentence show that the quote is of its language, and so many words of its
own make a sentence say something."""


def idle_sentences(fact: Fact, language: str) -> list[str]:
    """Return the sentences of a fact's quote that share no word and no figure with what it says.

    Stop words don't count. Nothing is idle in a quote whose other sentences have little of the statement either: it may
    be of another language.
    """
    spans = sentences(fact.quote)
    if len(spans) < 2:
        return []
    said = " ".join(filter(None, (fact.statement, fact.answer)))
    wanted, wanted_figures = _stems(said, language), figures(said)
    parts = [fact.quote[start:end] for start, end in spans]
    held = [_stems(part, language) for part in parts]
    shared = [
        len(stems & wanted) + _agreeing(figures(part), wanted_figures) for part, stems in zip(parts, held, strict=True)
    ]
    if max(shared) < _SURE:
        return []
    return [part for part, stems, count in zip(parts, held, shared, strict=True) if not count and len(stems) >= _SURE]


def _stems(text: str, language: str) -> set[str]:
    stops = stop_words.of_languages(("en", language))
    return {stem(word, language) for word in words(text) if word not in stops}


def _agreeing(held: list[Figure], wanted: list[Figure]) -> int:
    return sum(any(figure.values & other.values for other in wanted) for figure in held)
