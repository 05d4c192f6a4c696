"""Reading a corpus of facts and questions, from two JSON Lines files (plain or gzipped) named on the command line.

Facts have `id`, `statement`, `quote`, `source_id` and `source_title`, and perhaps `language`; questions have `qid`,
`query`, `relevant` (ids of facts; none if the facts do not answer) and `kind`.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcli.store.model import Fact, Source, Store


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def store_of(path: Path, language: str = "en") -> Store:
    """Return a store of the facts in a file."""
    facts, sources = {}, {}
    for row in read_lines(path):
        source = row["source_id"]
        sources[source] = Source(id=source, type="webpage", title=row["source_title"], language=language)
        facts[row["id"]] = Fact(id=row["id"], statement=row["statement"], quote=row["quote"], source=source)
    return Store(path=path, facts=facts, sources=sources)


def questions(path: Path, most: int) -> list[dict[str, Any]]:
    """Return the questions of a file, evenly thinned out to at most so many of each kind."""
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_lines(path):
        kinds[row["kind"]].append(row)
    return [
        rows[index * len(rows) // min(most, len(rows))]
        for rows in kinds.values()
        for index in range(min(most, len(rows)))
    ]
