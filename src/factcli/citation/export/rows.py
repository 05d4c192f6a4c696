"""CSV and JSON Lines, which `fact import` reads back exactly."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Iterator, Sequence
from typing import Any

from factcli.store.model import Fact, plain
from factcli.store.validate import FACT_KEYS
from factcli.text.cells import defused, joined
from factcli.text.safe import safe_json, safe_lines


def jsonl(facts: Sequence[Fact]) -> Iterator[str]:
    """Write an object a line, with the keys that a fact has."""
    for fact in facts:
        yield f"{safe_json({'id': fact.id, **_values(fact)}, compact=True, encoding='utf-8')}\n"


def csv(facts: Sequence[Fact]) -> Iterator[str]:
    """Write a table; cells that a spreadsheet would run are defused. Values of unknown keys become text."""
    unknown = dict.fromkeys(key for fact in facts for key in fact.extra)
    columns = ["id", *FACT_KEYS, *unknown]
    buffer = io.StringIO(newline="")
    writer = csv_module.writer(buffer, lineterminator="\n")
    writer.writerow([defused(safe_lines(column)) for column in columns])
    for fact in facts:
        yield _taken(buffer)
        values = {"id": fact.id, **_values(fact)}
        writer.writerow([_cell(values.get(column, "")) for column in columns])
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _values(fact: Fact) -> dict[str, Any]:
    """Return what a fact says, by the keys of a store, without those that it has not."""
    values = {
        "statement": fact.statement,
        "answer": fact.answer,
        "quote": fact.quote,
        "source": fact.source,
        "locator": fact.locator.text if fact.locator else None,
        "period": fact.period.text if fact.period else None,
        "tags": list(fact.tags),
        "aliases": list(fact.aliases),
        "supersedes": list(fact.supersedes),
    }
    given = {key: value for key, value in values.items() if value}
    return given | {key: plain(value) for key, value in fact.extra.items()}


def _cell(value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        text = joined(value)
    else:
        text = value if isinstance(value, str) else safe_json(value, compact=True, encoding="utf-8")
    return defused(safe_lines(text))
