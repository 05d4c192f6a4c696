"""Telling whether the text of a note is a citation of a fact, in whichever style, form and spelling of the markup.

Compared are words and figures, with their case and in their order: they are what a citation says, while marks, italics
and escapes differ from one markup, and from one writer of it, to the other.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from functools import cached_property

from factcli.citation.markup import Markup, render
from factcli.citation.styles import STYLES
from factcli.citation.styles.style import Form
from factcli.citation.tree import Text
from factcli.citation.work import Work
from factcli.store.model import Fact, Store

_FORMS = (Form.NOTE, Form.SHORT, Form.INTEXT)
_WORD = re.compile(r"[^\W_]+")
_TITLE_WORDS = 4
"""So many words of a title tell which source a note may be of."""

_ESCAPED = 3
"""Among so many first words is the number of a source, behind what may escape its bracket."""

Words = tuple[str, ...]


def words(text: str) -> Words:
    """Return the words and figures of a text."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", html.unescape(text))))


class Notes:
    """The citations of a store's facts, written when a note is first held against them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._written: dict[tuple[str, str, Markup], frozenset[Words]] = {}

    def is_of(self, note: str, fact: Fact, markup: Markup) -> bool:
        """Tell whether a note is a citation of a fact as it is now, with or without its quote."""
        return any(self._cites(words(note), fact, spelling) for spelling in (markup, Markup.TEXT))

    def cited(self, note: str) -> list[Fact]:
        """Return the facts that a note is a citation of, as its reader sees it: all those that it can't tell apart."""
        said = words(note)
        found = [
            fact
            for source in self._sources(said)
            for fact in self._facts[source]
            if (fact.locator is None or set(words(fact.locator.value)) <= set(said))
            and self._cites(said, fact, Markup.TEXT)
        ]
        return [fact for fact in found if _ends(said, words(fact.quote))] or found

    def _cites(self, said: Words, fact: Fact, markup: Markup) -> bool:
        citations = self._citations(fact, markup)
        quote = words(render((Text(f" “{fact.quote}”"),), markup))
        plain = said[: -len(quote)] if _ends(said, quote) else said
        return any(text in citations or _renumbered(text) in citations for text in (said, plain))

    def _citations(self, fact: Fact, markup: Markup) -> frozenset[Words]:
        """Return what citations of a fact say without its quote; a source's number is 1."""
        key = (fact.source, fact.locator.text if fact.locator else "", markup)
        if key not in self._written:
            work = Work(self._store.sources[fact.source], fact.locator)
            trees = [style.write(work, form) for style in STYLES.values() for form in _FORMS]
            self._written[key] = frozenset(words(render(tree, markup)) for tree in trees)
        return self._written[key]

    def _sources(self, said: Words) -> set[str]:
        """Return the ids of the sources by whose titles a note may be of them."""
        starts = (_start(said[at : at + _TITLE_WORDS]) for at in range(len(said)))
        return {
            source
            for start in starts
            for length in range(1, len(start) + 1)
            for source in self._titles.get(start[:length], ())
        }

    @cached_property
    def _titles(self) -> dict[Words, list[str]]:
        titles = defaultdict(list)
        for source in self._store.sources.values():
            titles[_start(words(source.title)[:_TITLE_WORDS])].append(source.id)
        return titles

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        facts = defaultdict(list)
        for fact in self._store.facts.values():
            facts[fact.source].append(fact)
        return facts


def _start(title: Words) -> Words:
    return tuple(word.casefold() for word in title)


def _renumbered(said: Words) -> Words:
    """Return what a note says with 1 for the number of its source, which is the report's own."""
    at = next((at for at, word in enumerate(said[:_ESCAPED]) if word.isdecimal()), None)
    return said if at is None else (*said[:at], "1", *said[at + 1 :])


def _ends(said: Words, quote: Words) -> bool:
    return bool(quote) and said[-len(quote) :] == quote
