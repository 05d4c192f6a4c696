"""The index in SQLite: reading what `factcli.search.build` wrote, from a file or from memory."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcli.search.entry import COLUMNS, Entry, Row
from factcli.search.plan import LEVELS, Group, impact, selecting
from factcli.search.record import FIELDS, Record
from factcli.search.typos import keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

CHUNK = 1 << 16
"""How many facts one row of postings spans: a fact more rewrites no more than that."""
CHUNKS = 1 << 16
"""The most rows that a stem may have at one level."""
_LAST = "\U0010ffff"

# A stem's postings longer than this many times the facts in question are searched, not read through.
_SPARSE = 16


def posting(stem: int, level: int, chunk: int = 0) -> int:
    """Return the key of a row of postings."""
    return (stem * LEVELS + level) * CHUNKS + chunk


class Database:
    """An index in SQLite. It meets `plan.Index`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.size: int = self._one("SELECT coalesce(max(position) + 1, 0) FROM fact")
        self._sources: dict[int, tuple[str, str, str, str | None, frozenset[str], frozenset[str]]] = {}
        self._stems: dict[str, tuple[int, int, int]] = {}
        self._postings: dict[str, tuple[list[memoryview], ...]] = {}
        self.languages: Sequence[str] = tuple(
            row[0] for row in connection.execute("SELECT code FROM language ORDER BY number")
        )

    @property
    def connection(self) -> sqlite3.Connection:
        """What it reads from, for those who add to it."""
        return self._connection

    def frequency(self, stem: str) -> int:
        """Return in how many facts a stem stands."""
        return self._stem(stem)[1]

    def named(self, stem: str) -> int:
        """Return in how many facts a stem is capitalised within a sentence."""
        return self._stem(stem)[2]

    def spelled(self, word: str) -> int:
        """Return in how many facts a word stands as it is spelled."""
        return self._one("SELECT facts FROM spelling WHERE word = ?", word) or 0

    def beginning(self, start: str) -> list[str]:
        """Return the stems that begin so, in the order of their first use."""
        query = "SELECT word FROM stem WHERE word >= ? AND word < ? ORDER BY number"
        return [row[0] for row in self._connection.execute(query, (start, start + _LAST))]

    def alike(self, word: str) -> list[tuple[str, int]]:
        """Return the spellings that share a key with `word`, each with its frequency, in the order of first use."""
        wanted = sorted(keys(word))
        query = (
            "SELECT word, facts FROM spelling WHERE number IN "
            f"(SELECT spelling FROM deletion WHERE key IN ({','.join('?' * len(wanted))})) ORDER BY number"
        )
        return self._connection.execute(query, wanted).fetchall()

    def candidates(self, groups: Sequence[Group], budget: int | None, most: int | None) -> list[int]:
        """Carry out a plan: return the positions of the best facts, best first."""
        groups = sorted(groups, key=lambda group: group.size)
        enough = selecting(groups, budget)
        scores: dict[int, int] = {}
        selected: set[int] | None = None
        for number, group in enumerate(groups):
            to_gain = sum(other.most for other in groups[number:])
            least = _least(scores, most)
            if number >= enough or to_gain < least:  # what is not selected by now, or can't be among the best, is left
                scores = {position: score for position, score in scores.items() if score + to_gain >= least}
                selected = set(scores)
            gained: dict[int, int] = {}
            for weight, stem, level in _heaviest_first(group):
                facts = self._level(stem, level, selected)
                gained.update(dict.fromkeys(facts.difference(gained), weight))
            for position in gained.keys() & scores.keys():
                gained[position] += scores[position]
            scores.update(gained)
        least = _least(scores, most)
        best = [position for position, score in scores.items() if score >= least]
        return sorted(best, key=lambda position: (-scores[position], position))[:most]

    def holding(self, stem: str, positions: set[int]) -> set[int]:
        """Return those of `positions` whose facts have a stem."""
        return set().union(*(self._level(stem, level, positions) for level in range(LEVELS)))

    def entries(self, positions: Sequence[int]) -> list[Entry]:
        """Return facts as ranking sees them, in the order of `positions`."""
        query = f"SELECT {COLUMNS} FROM fact WHERE position IN ({_listed(positions)})"
        try:
            found = {row[0]: self._entry(row) for row in self._connection.execute(query)}
            return [found[position] for position in positions]
        except (LookupError, TypeError, ValueError) as error:
            from sqlite3 import DatabaseError

            raise DatabaseError("a row of the index is damaged") from error

    def position(self, identifier: str) -> int | None:
        """Return the position of the fact with an id, None if there is none."""
        row = self._connection.execute("SELECT position FROM fact WHERE id = ?", (identifier,)).fetchone()
        return None if row is None else int(row[0])

    def records(self, positions: Sequence[int]) -> list[Record]:
        """Return what answers show of facts, in the order of `positions`."""
        query = f"SELECT position, source, {', '.join(FIELDS)} FROM fact WHERE position IN ({_listed(positions)})"
        found = {}
        for position, number, *row in self._connection.execute(query):
            name, _, item, text, *_ = self._source(number)
            found[position] = Record(tuple(row), item, name, text)
        return [found[position] for position in positions]

    def source_ids(self) -> list[str]:
        """Return the ids of all sources."""
        return [row[0] for row in self._connection.execute("SELECT id FROM source ORDER BY number")]

    def filed(self, entry: Entry) -> tuple[str, list[str], str | None]:
        """Return what filters go by: the id of a fact's source, the fact's tags, its time in EDTF."""
        query = "SELECT lists, coalesce(period, issued) FROM fact JOIN source ON number = source WHERE position = ?"
        import json

        lists, time = self._connection.execute(query, (entry.position,)).fetchone()
        return self._source(entry.source)[0], json.loads(lists)["tags"], time

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _stem(self, stem: str) -> tuple[int, int, int]:
        """Return the number of a stem, its frequency, and in how many facts it is a name."""
        found = self._stems.get(stem)
        if found is None:
            row = self._connection.execute("SELECT number, facts, named FROM stem WHERE word = ?", (stem,)).fetchone()
            found = row or (-1, 0, 0)
            self._stems[stem] = found
        return found

    def _level(self, stem: str, level: int, positions: set[int] | None) -> set[int]:
        """Return the facts that have a stem at a level, of `positions` where they are given."""
        found: set[int] = set()
        for held in self._read(stem)[level]:
            found.update(held if positions is None else _common(held, positions))
        return found

    def _read(self, stem: str) -> tuple[list[memoryview], ...]:
        """Return the postings of a stem by level: sorted positions, in chunks."""
        held = self._postings.get(stem)
        if held is None:
            held = self._postings[stem] = tuple([] for _ in range(LEVELS))
            first = posting(self._stem(stem)[0], 0)
            query = "SELECT key, positions FROM posting WHERE key >= ? AND key < ? ORDER BY key"
            for key, positions in self._connection.execute(query, (first, first + LEVELS * CHUNKS)):
                held[(key - first) // CHUNKS].append(memoryview(positions).cast("I"))
        return held

    def _entry(self, row: Row) -> Entry:
        _, language, _, _, makers, title = self._source(row[2])
        return Entry(row, language, makers, title)

    def _source(self, number: int) -> tuple[str, str, str, str | None, frozenset[str], frozenset[str]]:
        """Return a source's id, language, CSL-JSON, path of its text, makers and title, these two as stems."""
        found = self._sources.get(number)
        if found is None:
            query = "SELECT id, language, item, text, makers, title FROM source WHERE number = ?"
            *told, makers, title = self._connection.execute(query, (number,)).fetchone()
            found = self._sources[number] = (*told, frozenset(makers.split()), frozenset(title.split()))
        return found

    def _one(self, query: str, *values: object) -> Any:
        row = self._connection.execute(query, values).fetchone()
        return row[0] if row else None


def _heaviest_first(group: Group) -> list[tuple[int, str, int]]:
    """Return the stems of a group at each level, with what a fact gains by having one there."""
    found = [
        (weight * impact(stem, level), stem, level) for stem, weight in group.weights.items() for level in range(LEVELS)
    ]
    return sorted(found, key=lambda item: -item[0])


def _least(scores: Mapping[int, int], most: int | None) -> int:
    """Return the lowest of the `most` highest scores, 0 if there are fewer."""
    if most is None:
        return 0
    for score, facts in sorted(Counter(scores.values()).items(), reverse=True):
        most -= facts
        if most <= 0:
            return score
    return 0


def _common(held: memoryview, positions: set[int]) -> set[int]:
    """Return the positions that both have."""
    if len(held) < _SPARSE * len(positions):
        return positions.intersection(held)
    found = set()
    at, following = 0, -1
    for position in sorted(positions):
        if position > following:
            at = bisect_left(held, position, at)
            if at == len(held):
                break
            following = held[at]
        if position == following:
            found.add(position)
    return found


def _listed(positions: Iterable[int]) -> str:
    return ",".join(map(str, positions))
