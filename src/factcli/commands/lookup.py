"""Looking up the facts and sources that a command names."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from factcli.errors import NOT_FOUND, FactError
from factcli.store.model import Fact, Source, Store


def fact(store: Store, identifier: str) -> Fact:
    """Return the fact with this id.

    Raises FactError, with exit code 1 and the closest ids, if there is none.
    """
    if found := store.facts.get(identifier):
        return found
    hint = meant(identifier, store.facts) or "The ids are in: fact list"
    raise FactError(f"there is no fact {identifier!r}", hint, exit_code=NOT_FOUND)


def source(store: Store, identifier: str) -> Source:
    """Return the source with this id.

    Raises FactError, with exit code 1 and the closest ids, if there is none.
    """
    if found := store.sources.get(identifier):
        return found
    hint = meant(identifier, store.sources) or "The ids are in: fact source list"
    raise FactError(f"there is no source {identifier!r}", hint, exit_code=NOT_FOUND)


def meant(identifier: str, known: Collection[str]) -> str:
    """Name the ids that were perhaps meant, or all of them where they are few; "" if neither helps."""
    if close := difflib.get_close_matches(identifier.lower(), known, n=3, cutoff=0.6):
        return f"Did you mean {' or '.join(close)}?"
    return f"There are: {', '.join(sorted(known))}" if 0 < len(known) <= 5 else ""
