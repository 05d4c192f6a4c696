"""Indexes of stores that are at hand, in memory."""

from __future__ import annotations

import sqlite3

from factcli.render.record import DESCRIBE
from factcli.search import build
from factcli.search.database import Database
from factcli.store.model import Store


def index_of(store: Store) -> Database:
    """Return the index of a store."""
    connection = sqlite3.connect(":memory:")
    build.write(connection, store.facts.values(), store.sources, DESCRIBE)
    return Database(connection)
