"""Ids for new facts, made from what they state."""

from __future__ import annotations

from collections.abc import Callable

from factcli.store.validate import identifier
from factcli.text import stop_words
from factcli.text.words import words

LONGEST = 48


class Proposer:
    """Proposes ids that are free: `is_taken` tells those of the store, and its own are taken once proposed."""

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        self._is_taken = is_taken
        self._next: dict[str, int] = {}

    def propose(self, statement: str, source: str) -> str:
        """Return an id from the telling words of a statement, or from its source where none is in Latin letters."""
        if told := _told(statement):
            self._next.setdefault(told, 1)
        base = told or identifier(source)[:LONGEST].strip("-") or "fact"
        number = self._next.get(base, 2)
        while self._is_taken(name := f"{base}-{number}" if number > 1 else base):
            number += 1
        self._next[base] = number + 1
        return name


def _told(statement: str) -> str:
    stops = stop_words.of_languages(("en",))
    told = ""
    for word in words(statement):
        part = identifier(word)
        if not part or word in stops:
            continue
        if told and len(told) + len(part) >= LONGEST:
            break
        told = f"{told}-{part}" if told else part[:LONGEST].strip("-")
    return told
