"""`facts.lock`: what proves, where the sources' texts are not at hand, that quotes are as they were when checked."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from factcli.errors import Fault, StoreError
from factcli.store import place, read
from factcli.store.model import Fact
from factcli.store.one_writer import Waiting, locked
from factcli.store.positions import positions
from factcli.store.replace import replace
from factcli.text.safe import safe

VERSION = 1
_HEADER = """\
# Written by `fact verify --lock`, not by hand: for each source the sha256 of the text that its quotes were found in;
# for each fact the digest of its quote (BLAKE2b, 32 bytes), where it stands in that text, in characters, and when that
# was checked. A quote that was changed since has another digest.

"""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A quote that was found in the text of its source, at text[start:end]."""

    source: str
    digest: str
    start: int
    end: int
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What a lock file holds: the sha256 of texts by source, locked quotes by fact."""

    texts: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, Locked] = field(default_factory=dict)

    def proof(self, fact: Fact) -> Locked | None:
        """Return what is locked of a fact, None unless it proves that the quote is as it was."""
        held = self.quotes.get(fact.id)
        is_same = held and (held.source, held.digest) == (fact.source, place.digest_of_quote(fact.quote))
        return held if is_same else None


def text_digest(text: str) -> str:
    """Return the sha256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def location(store: Path) -> Path:
    """Return the path of the lock file of the store at `store`, whether there is one or not."""
    return Path(place.lock_of(os.fspath(store)))


def load(store: Path) -> Lock:
    """Read the lock file of the store at `store`; an empty lock if there is none.

    Raises StoreError with all of its faults.
    """
    path = location(store)
    if not os.path.lexists(path):
        return Lock()
    text, values = read.toml(path)
    found = _Found(values)
    lock = Lock(texts=dict(found.texts()), quotes=dict(found.quotes()))
    if found.faults:
        lines = positions(text)
        raise StoreError(
            Fault(file=place.display(str(path)), line=_line(lines, at), path=".".join(map(safe, at)), problem=problem,
                  mend="Undo the change, or delete the file and make it anew with: fact verify --lock")
            for at, problem in found.faults
        )  # fmt: skip
    return lock


def write(store: Path, lock: Lock, waiting: Waiting) -> Path:
    """Put a lock file into its place, whole and on disk before this returns, and return its path.

    Raises FactError, with the old one as it was, if it can't be written.
    """
    path = location(store)
    with locked([path.resolve().parent], waiting):
        replace(path, _text(lock).encode())
    return path


def _text(lock: Lock) -> str:
    """Write a lock in TOML, by id, so that the same facts give the same file in whatever order they stand."""
    quotes = {
        fact: {"source": held.source, "digest": held.digest, "span": [held.start, held.end], "date": held.date}
        for fact, held in sorted(lock.quotes.items())
    }
    texts = {source: {"sha256": digest} for source, digest in sorted(lock.texts.items())}
    written = tomli_w.dumps({"version": VERSION, "source": texts, "fact": quotes})
    return _HEADER + re.sub(r"\[\n +(\d+),\n +(\d+),\n\]", r"[\1, \2]", written)


class _Found:
    """The content of a lock file; what is wrong with it goes to `faults`, each with its path."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values
        self.faults: list[tuple[tuple[str, ...], str]] = []
        if values.get("version") != VERSION:
            self.faults.append((("version",), f"expected {VERSION}, the only version there is"))

    def texts(self) -> Iterator[tuple[str, str]]:
        for key, table in self._tables("source"):
            if sha256 := self._valid(("source", key), table, "sha256", "64 hexadecimal digits", _is_digest):
                yield key, sha256

    def quotes(self) -> Iterator[tuple[str, Locked]]:
        for key, table in self._tables("fact"):
            at = ("fact", key)
            source = self._valid(at, table, "source", "the id of a source", lambda value: isinstance(value, str))
            digest = self._valid(at, table, "digest", "64 hexadecimal digits", _is_digest)
            span = self._valid(at, table, "span", "where the quote begins and ends", _is_span)
            date = self._valid(at, table, "date", "a date", lambda value: type(value) is dt.date)
            if source and digest and span and date:
                yield key, Locked(source=source, digest=digest, start=span[0], end=span[1], date=date)

    def _tables(self, kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        tables = self.values.get(kind, {})
        if not isinstance(tables, dict):
            self.faults.append(((kind,), "expected a table"))
            return
        for key, table in tables.items():
            if isinstance(table, dict):
                yield key, table
            else:
                self.faults.append(((kind, key), "expected a table"))

    def _valid(
        self, at: tuple[str, str], table: Mapping[str, Any], key: str, wanted: str, is_valid: Callable[[Any], bool]
    ) -> Any:
        value = table.get(key)
        if value is not None and is_valid(value):
            return value
        self.faults.append(((*at, key), "missing" if value is None else f"expected {wanted}"))
        return None


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))


def _is_span(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(number) is int for number in value)
        and 0 <= value[0] < value[1] < 2**53
    )


def _line(lines: Mapping[tuple[str | int, ...], int], at: tuple[str, ...]) -> int:
    known = (at[:length] for length in range(len(at), 0, -1) if at[:length] in lines)
    return lines.get(next(known, ()), 1)
