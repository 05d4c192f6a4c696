"""The words of an index: in how many facts each stands, in which, and how it may be mistyped."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from factcli.search.analysis import Analysis
from factcli.search.database import CHUNK, posting
from factcli.search.plan import LEVELS, TOP, level
from factcli.search.typos import can_be_meant, keys

_Positions = tuple[dict[str, "array[int]"], ...]
"""For each level, the positions of the facts that have a stem at it."""


class Words:
    """The words of facts that come into an index or go from it, counted before they are written."""

    def __init__(self) -> None:
        self._stems: dict[str, int] = {}
        self._named: dict[str, int] = {}
        self._spellings: dict[str, int] = {}
        self._added: _Positions = tuple({} for _ in range(LEVELS))
        self._removed: _Positions = tuple({} for _ in range(LEVELS))

    def add(self, position: int, analysis: Analysis) -> None:
        """Count the words of a fact; positions only ever rise."""
        self._count(position, analysis, 1, self._added)

    def remove(self, position: int, analysis: Analysis) -> None:
        """Count the words of a fact as gone; positions only ever rise."""
        self._count(position, analysis, -1, self._removed)

    def _count(self, position: int, analysis: Analysis, by: int, positions: _Positions) -> None:
        levels = {stem: level(sureness / 100, weight) for stem, (sureness, weight) in analysis.stems.items()}
        levels |= dict.fromkeys(analysis.tokens, TOP)
        for stem, at in levels.items():
            held = positions[at].get(stem)
            if held is None:
                held = positions[at][stem] = array("I")
            held.append(position)
        _add_up(self._stems, levels, by)
        _add_up(self._named, analysis.names, by)
        _add_up(self._spellings, analysis.spellings, by)

    def write(self, connection: sqlite3.Connection) -> None:
        """Bring the counts and postings of the database up to date."""
        numbers, _ = _add_counts(connection, "stem", self._stems)
        named = ((count, numbers[name]) for name, count in self._named.items() if name in numbers)
        connection.executemany("UPDATE stem SET named = named + ? WHERE number = ?", named)
        spellings, new = _add_counts(connection, "spelling", self._spellings)
        connection.executemany("INSERT INTO deletion VALUES (?, ?)", _deletions(new))
        for at in range(LEVELS):
            for key, held, part in _rows(connection, numbers, at, self._removed[at]):
                gone = frozenset(part)
                _keep(connection, key, array("I", (position for position in held if position not in gone)))
            for key, held, part in _rows(connection, numbers, at, self._added[at]):
                sorted_already = not held or held[-1] < part[0]
                held.extend(part)
                _keep(connection, key, held if sorted_already else array("I", sorted(held)))
        if any(self._removed):
            _forget(connection, numbers, spellings)


def _add_up(counts: dict[str, int], words: Iterable[str], by: int) -> None:
    get = counts.get
    for word in words:
        counts[word] = get(word, 0) + by


def _rows(
    connection: sqlite3.Connection, numbers: Mapping[str, int], at: int, positions: Mapping[str, array[int]]
) -> Iterator[tuple[int, array[int], array[int]]]:
    """Yield the rows of postings of a level that `positions` are in: key, positions held, and which of `positions`."""
    for stem in sorted(positions, key=numbers.__getitem__):
        for chunk, part in groupby(positions[stem], key=lambda position: position // CHUNK):
            key = posting(numbers[stem], at, chunk)
            row = connection.execute("SELECT positions FROM posting WHERE key = ?", (key,)).fetchone()
            yield key, array("I", row[0] if row else b""), array("I", part)


def _keep(connection: sqlite3.Connection, key: int, positions: array[int]) -> None:
    if positions:
        connection.execute("INSERT OR REPLACE INTO posting VALUES (?, ?)", (key, positions.tobytes()))
    else:
        connection.execute("DELETE FROM posting WHERE key = ?", (key,))


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


def _deletions(spellings: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield the keys by which spellings are found in spite of typos, sorted, each with the number of the spelling."""
    packed = array("Q")  # a pair in eight bytes: there are some forty to a word
    for word, number in spellings.items():
        if can_be_meant(word):
            packed.extend([key << 32 | number for key in keys(word)])
    return (divmod(pair, 1 << 32) for pair in sorted(packed))


def _forget(connection: sqlite3.Connection, stems: Mapping[str, int], spellings: Mapping[str, int]) -> None:
    """Delete those of the words that no fact has any more."""
    connection.executemany("DELETE FROM stem WHERE number = ? AND facts = 0", ((number,) for number in stems.values()))
    for word, number in spellings.items():
        if connection.execute("DELETE FROM spelling WHERE number = ? AND facts = 0", (number,)).rowcount:
            pairs = ((key, number) for key in keys(word))
            connection.executemany("DELETE FROM deletion WHERE key = ? AND spelling = ?", pairs)
