"""Looking up the facts that a command names."""

from __future__ import annotations

import difflib

from factcli.errors import NOT_FOUND, FactError
from factcli.store.model import Fact, Store


def fact(store: Store, identifier: str) -> Fact:
    """Return the fact with this id.

    Raises FactError, with exit code 1 and the closest ids, if there is none.
    """
    if found := store.facts.get(identifier):
        return found
    close = difflib.get_close_matches(identifier, store.facts, n=3, cutoff=0.6)
    hint = f"Did you mean {' or '.join(close)}?" if close else "The ids are in: fact list"
    raise FactError(f"there is no fact {identifier!r}", hint, exit_code=NOT_FOUND)
