"""Writing an index: every fact of a store, analysed, into tables."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcli.search.analysis import Analysis, makers, title
from factcli.search.entry import COLUMNS, REACH
from factcli.search.record import FIELDS
from factcli.search.vocabulary import Words
from factcli.store import locator
from factcli.store.appended import source_of, table_of
from factcli.store.model import Fact, Source
from factcli.text import edtf
from factcli.text.stems import language_of

SCHEMA = """
CREATE TABLE source (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, language TEXT, item TEXT, text TEXT, issued TEXT, whole TEXT,
    makers TEXT, title TEXT
);
CREATE TABLE language (number INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE fact (
    position INTEGER PRIMARY KEY, id TEXT, source INTEGER, statement TEXT, answer TEXT, period TEXT,
    superseded_by TEXT, sequences TEXT, spelled TEXT, stems TEXT, sureness BLOB, weights BLOB, names TEXT,
    figures TEXT, offers TEXT, beside INTEGER, quote TEXT, label TEXT, locator TEXT, locator_text TEXT, citation TEXT,
    link TEXT, lists TEXT
);
CREATE TABLE stem (number INTEGER PRIMARY KEY, word TEXT, facts INTEGER, named INTEGER DEFAULT 0);
CREATE TABLE posting (key INTEGER PRIMARY KEY, positions BLOB);
CREATE TABLE spelling (number INTEGER PRIMARY KEY, word TEXT, facts INTEGER);
CREATE TABLE deletion (key INTEGER, spelling INTEGER, PRIMARY KEY (key, spelling)) WITHOUT ROWID;
"""
_INDEXES = (
    "CREATE UNIQUE INDEX IF NOT EXISTS stem_by_word ON stem (word, facts, named)",
    "CREATE UNIQUE INDEX IF NOT EXISTS spelling_by_word ON spelling (word, facts)",
    "CREATE UNIQUE INDEX IF NOT EXISTS fact_by_id ON fact (id)",
)
_PLACE = ("superseded_by", "beside")
"""What depends on the other facts of the store."""
_RANKED = [column for column in map(str.strip, COLUMNS.split(",")) if column not in _PLACE]
_SHOWN = [field for field in FIELDS if field not in _RANKED]
_OWN = (*_RANKED[1:], *_SHOWN)
"""What depends on the fact and its source alone."""


class Describe(NamedTuple):
    """How facts and sources are written for those who read answers."""

    fact: Callable[[Fact, Source], tuple[str | None, ...]]
    """Returns the values of `record.FIELDS`."""
    source: Callable[[Source], str]
    """Returns a CSL-JSON item."""


def write(
    connection: sqlite3.Connection, facts: Iterable[Fact], sources: Mapping[str, Source], describe: Describe
) -> None:
    """Write the index of a store into an empty database."""
    connection.executescript(SCHEMA)
    add(connection, facts, sources, describe)


def add(
    connection: sqlite3.Connection, facts: Iterable[Fact], sources: Mapping[str, Source], describe: Describe
) -> None:
    """Add facts behind those of the index; `sources` are those that the facts name and any new ones."""
    numbers = _add_sources(connection, sources.values(), describe)
    start = connection.execute("SELECT coalesce(max(position) + 1, 0) FROM fact").fetchone()[0]
    query = "SELECT source FROM fact WHERE position >= ? ORDER BY position"
    before = [row[0] for row in connection.execute(query, (start - 2 * REACH,))]
    order = array("L", before)
    superseded: dict[str, str] = {}
    words = Words()

    def rows() -> Iterator[tuple[object, ...]]:
        for position, (fact, beside) in enumerate(_with_beside(facts, numbers, order), start=start):
            source = sources[fact.source]
            analysis = Analysis(fact, source)
            words.add(position, analysis)
            superseded.update(dict.fromkeys(fact.supersedes, fact.id))
            yield (position, *_row(fact, source, numbers[source.id], analysis, describe), beside)

    columns = ("position", *_OWN, "beside")
    connection.executemany(f"INSERT INTO fact ({','.join(columns)}) VALUES ({','.join('?' * len(columns))})", rows())
    words.write(connection)
    for statement in _INDEXES:
        connection.execute(statement)
    last = range(max(0, len(before) - REACH), len(before))
    again = [(_beside(order, at), start - len(before) + at) for at in last]
    connection.executemany("UPDATE fact SET beside = ? WHERE position = ?", again)
    replaced = [(new, old) for old, new in superseded.items()]
    connection.executemany("UPDATE fact SET superseded_by = ? WHERE id = ?", replaced)


def _row(fact: Fact, source: Source, number: int, analysis: Analysis, describe: Describe) -> tuple[object, ...]:
    """Return the columns of a fact but for its place among the others."""
    shown = dict(zip(FIELDS, describe.fact(fact, source), strict=True))
    told = (fact.id, number, fact.statement, fact.answer, fact.period.text if fact.period else None)
    return (*told, *analysis.row(), *(shown[field] for field in _SHOWN))


def _with_beside(facts: Iterable[Fact], numbers: Mapping[str, int], order: array[int]) -> Iterator[tuple[Fact, int]]:
    """Yield facts with their `beside`; the numbers of their sources are added to `order` as far as they are read."""
    waiting: deque[Fact] = deque()
    for fact in facts:
        order.append(numbers[fact.source])
        waiting.append(fact)
        if len(waiting) > REACH:
            yield waiting.popleft(), _beside(order, len(order) - 1 - REACH)
    while waiting:
        at = len(order) - len(waiting)
        yield waiting.popleft(), _beside(order, at)


def replace(
    connection: sqlite3.Connection,
    facts: Iterable[tuple[int, Fact, Fact]],
    sources: Mapping[str, Source],
    describe: Describe,
) -> None:
    """Put facts into the place of others: each position with the old fact and the new, of the same id and source."""
    words = Words()
    columns = ",".join(f"{column} = ?" for column in _OWN)
    for position, old, fact in facts:
        source = sources[fact.source]
        analysis = Analysis(fact, source)
        words.remove(position, Analysis(old, source))
        words.add(position, analysis)
        number = connection.execute("SELECT number FROM source WHERE id = ?", (source.id,)).fetchone()[0]
        row = _row(fact, source, number, analysis, describe)
        connection.execute(f"UPDATE fact SET {columns} WHERE position = ?", (*row, position))
    words.write(connection)


def facts_of(connection: sqlite3.Connection, first: int, count: int) -> list[Fact]:
    """Return so many facts that the index has, from a position on."""
    query = (
        "SELECT fact.id, statement, answer, quote, source.id, locator_text, period, lists "
        "FROM fact JOIN source ON number = source WHERE position >= ? AND position < ? ORDER BY position"
    )
    return [_fact(*row) for row in connection.execute(query, (first, first + count))]


def _fact(
    key: str,
    statement: str,
    answer: str | None,
    quote: str,
    source: str,
    place: str | None,
    period: str | None,
    lists: str,
) -> Fact:
    told = json.loads(lists)
    return Fact(
        id=key,
        statement=statement,
        answer=answer,
        quote=quote,
        source=source,
        locator=locator.parse(place) if place else None,
        period=edtf.parse(period) if period else None,
        tags=tuple(told["tags"]),
        aliases=tuple(told["aliases"]),
        supersedes=tuple(told["supersedes"]),
        extra=told["extra"],
    )


def known(connection: sqlite3.Connection, table: str, ids: Iterable[str]) -> set[str]:
    """Tell which ids of facts or sources the index has."""
    query = f"SELECT 1 FROM {table} WHERE id = ?"
    return {wanted for wanted in ids if connection.execute(query, (wanted,)).fetchone()}


def sources_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Source]:
    """Return those sources that the index has."""
    query = "SELECT whole FROM source WHERE id = ?"
    rows = ((wanted, connection.execute(query, (wanted,)).fetchone()) for wanted in ids)
    return {wanted: source_of(wanted, json.loads(row[0])) for wanted, row in rows if row}


def _add_sources(connection: sqlite3.Connection, sources: Iterable[Source], describe: Describe) -> dict[str, int]:
    """Add the sources that the index does not have yet, and return the number of each."""
    query = "SELECT number FROM source WHERE id = ?"
    numbers: dict[str, int] = {}
    rows, new = [], []
    for source in sources:
        if row := connection.execute(query, (source.id,)).fetchone():
            numbers[source.id] = row[0]
        else:
            new.append(source)
    first = connection.execute("SELECT coalesce(max(number) + 1, 0) FROM source").fetchone()[0]
    for number, source in enumerate(new, start=first):
        numbers[source.id] = number
        issued = source.dates.get("issued")
        rows.append(
            (
                number,
                source.id,
                language_of(source.language, source.title),
                describe.source(source),
                source.text,
                issued.text if issued else None,
                json.dumps(table_of(source), ensure_ascii=False),
                makers(source),
                title(source),
            )
        )
    connection.executemany("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT OR IGNORE INTO language (code) VALUES (?)", [(row[2],) for row in rows])
    return numbers


def _beside(sources: Sequence[int], at: int) -> int:
    """Return, as bits, which of the facts 1 to REACH before and then after one have its source."""
    offsets = (*range(-1, -REACH - 1, -1), *range(1, REACH + 1))
    held = (0 <= at + offset < len(sources) and sources[at + offset] == sources[at] for offset in offsets)
    return sum(bit << place for place, bit in enumerate(held))
