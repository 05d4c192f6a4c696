"""Writing an index: every fact of a store, analysed, into tables."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from factcli.search.analysis import Analysis, makers, title
from factcli.search.database import CHUNK, posting
from factcli.search.entry import COLUMNS, REACH
from factcli.search.plan import TOP, level
from factcli.search.record import FIELDS
from factcli.search.typos import can_be_meant, keys
from factcli.store.appended import source_of, table_of
from factcli.store.model import Fact, Source, Store
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
_INDEXES = """
CREATE UNIQUE INDEX stem_by_word ON stem (word, facts, named);
CREATE UNIQUE INDEX spelling_by_word ON spelling (word, facts);
CREATE UNIQUE INDEX fact_by_id ON fact (id);
"""
_RANKED = [column.strip() for column in COLUMNS.split(",")]
_SHOWN = [field for field in FIELDS if field not in _RANKED]

Progress = Callable[[int, int], None]
"""Is told how many facts are done, of how many."""


class Describe(NamedTuple):
    """How facts and sources are written for those who read answers."""

    fact: Callable[[Fact, Source], tuple[str | None, ...]]
    """Returns the values of `record.FIELDS`."""
    source: Callable[[Source], str]
    """Returns a CSL-JSON item."""


def write(connection: sqlite3.Connection, store: Store, describe: Describe, progress: Progress | None = None) -> None:
    """Write the index of `store` into an empty database."""
    connection.executescript(SCHEMA)
    add(connection, store.facts.values(), store.sources, store.superseded(), describe, progress)
    connection.executescript(_INDEXES)


def add(
    connection: sqlite3.Connection,
    facts: Collection[Fact],
    sources: Mapping[str, Source],
    superseded: Mapping[str, str],
    describe: Describe,
    progress: Progress | None = None,
) -> None:
    """Add facts behind those of the index; `sources` are those that the facts name and any new ones."""
    numbers = _add_sources(connection, sources.values(), describe)
    start = connection.execute("SELECT coalesce(max(position) + 1, 0) FROM fact").fetchone()[0]
    query = "SELECT source FROM fact WHERE position >= ? ORDER BY position"
    before = [row[0] for row in connection.execute(query, (start - 2 * REACH,))]
    order = [*before, *(numbers[fact.source] for fact in facts)]
    words = _Words()

    def rows() -> Iterator[tuple[object, ...]]:
        for done, fact in enumerate(facts):
            source = sources[fact.source]
            analysis = Analysis(fact, source)
            words.count(start + done, analysis)
            shown = dict(zip(FIELDS, describe.fact(fact, source), strict=True))
            told = (fact.statement, fact.answer, fact.period.text if fact.period else None, superseded.get(fact.id))
            ranked = (start + done, fact.id, numbers[fact.source], *told, *analysis.row())
            yield (*ranked, _beside(order, len(before) + done), *(shown[field] for field in _SHOWN))
            if progress and not done % 256:
                progress(done, len(facts))

    columns = [*_RANKED, *_SHOWN]
    connection.executemany(
        f"INSERT INTO fact ({','.join(columns)}) VALUES ({','.join('?' * len(columns))})",
        rows(),
    )
    words.write(connection)
    last = range(max(0, len(before) - REACH), len(before))
    again = [(_beside(order, at), start - len(before) + at) for at in last]
    connection.executemany("UPDATE fact SET beside = ? WHERE position = ?", again)
    if start:
        replaced = [(new, old) for old, new in superseded.items()]
        connection.executemany("UPDATE fact SET superseded_by = ? WHERE id = ?", replaced)


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
                language_of(source.language),
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


class _Words:
    """The words of facts, counted before they are written."""

    def __init__(self) -> None:
        self._stems: dict[str, int] = {}
        self._spellings: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._positions: dict[tuple[str, int], array[int]] = {}

    def count(self, position: int, analysis: Analysis) -> None:
        """Count the words of the fact at `position`, which is above those before it."""
        levels = {stem: level(sureness / 100, weight) for stem, (sureness, weight) in analysis.stems.items()}
        for stem, at in (levels | dict.fromkeys(analysis.tokens, TOP)).items():
            self._stems[stem] = self._stems.get(stem, 0) + 1
            if (stem, at) not in self._positions:
                self._positions[stem, at] = array("I")
            self._positions[stem, at].append(position)
        for name in analysis.names:
            self._names[name] = self._names.get(name, 0) + 1
        for word in analysis.spellings:
            self._spellings[word] = self._spellings.get(word, 0) + 1

    def write(self, connection: sqlite3.Connection) -> None:
        """Add the counts to those in the database."""
        numbers, _ = _add_counts(connection, "stem", self._stems)
        named = ((count, numbers[name]) for name, count in self._names.items() if name in numbers)
        connection.executemany("UPDATE stem SET named = named + ? WHERE number = ?", named)
        _, new = _add_counts(connection, "spelling", self._spellings)
        connection.executemany("INSERT OR REPLACE INTO posting VALUES (?, ?)", self._postings(connection, numbers))
        pairs = ((key, number) for word, number in new.items() if can_be_meant(word) for key in keys(word))
        connection.executemany("INSERT INTO deletion VALUES (?, ?)", sorted(pairs))

    def _postings(self, connection: sqlite3.Connection, numbers: Mapping[str, int]) -> Iterator[tuple[int, bytes]]:
        for (stem, at), positions in sorted(self._positions.items(), key=lambda item: numbers[item[0][0]]):
            for chunk, part in groupby(positions, key=lambda position: position // CHUNK):
                key = posting(numbers[stem], at, chunk)
                held = connection.execute("SELECT positions FROM posting WHERE key = ?", (key,)).fetchone()
                yield key, (held[0] if held else b"") + array("I", part).tobytes()


def _add_counts(
    connection: sqlite3.Connection, table: str, counts: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Add to the frequencies of words; return the number of each word, and of those that are new."""
    first = connection.execute(f"SELECT coalesce(max(number) + 1, 0) FROM {table}").fetchone()[0]
    query = f"SELECT number FROM {table} WHERE word = ?"
    numbers: dict[str, int] = {}
    if first:
        numbers = {word: row[0] for word in counts if (row := connection.execute(query, (word,)).fetchone())}
        added = [(counts[word], number) for word, number in numbers.items()]
        connection.executemany(f"UPDATE {table} SET facts = facts + ? WHERE number = ?", added)
    new = {word: number for number, word in enumerate((word for word in counts if word not in numbers), start=first)}
    connection.executemany(
        f"INSERT INTO {table} (number, word, facts) VALUES (?, ?, ?)",
        ((number, word, counts[word]) for word, number in new.items()),
    )
    return numbers | new, new
