"""Reading a big store piece by piece, so that memory holds a piece and not the whole.

A piece ends before the header of a fact or a source. TOML is read from front to back, and one line at a time but for
strings and lists of several lines. So a text that ends with a line and can be parsed means the same when more follows:
had it been cut within a string or a list, that would not be closed. And what follows means the same alone, if

- it begins with a header, so that it adds nothing to the table before it;
- all headers are `[fact.id]` or `[source.id]`, and nothing above the first of them defines facts or sources, so that
  no table is declared twice but by its id;
- no id is there twice, which who reads all the pieces has to see to.

Where that does not hold, or anything is wrong at all, only the whole store can tell what it means.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from factcli.errors import Fault
from factcli.store import read, validate
from factcli.store.model import Fact, Source

SIZE = 1 << 16
"""About how many bytes a piece has, where facts are shorter."""
_HEADER = re.compile(rb"^\[(?:fact|source)\.[a-z0-9-]+\][ \t]*(?:#[^\n]*)?\r?\n", re.MULTILINE)
_BRACKET = re.compile(rb"^[ \t]*\[", re.MULTILINE)
_LONGER = 7
"""How many times as long it takes until the facts are in an index as it takes to read them."""
_BOM = b"\xef\xbb\xbf"


class IndivisibleError(Exception):
    """Only the whole store, parsed at once, can tell what it means, or what is wrong with it."""


class Piece(NamedTuple):
    """A part of a file, and which facts of the store are in it."""

    size: int
    """In bytes."""
    digest: bytes
    first: int
    """The position of its first fact in the store."""
    facts: int
    sources: tuple[str, ...]


class Tell(Protocol):
    """Is told how much is done, of how much."""

    def __call__(self, done: int, of: int, /) -> None: ...


def cut(file: BinaryIO) -> Iterator[bytes]:
    """Cut a file before headers into pieces of about SIZE; the first one also has what stands above all headers."""
    held = bytearray()
    line = 0  # where the last line begins; no header above it is new, and long files are looked through but once
    while block := file.read(SIZE):
        start = len(held)
        held += block
        at = _last_header(held, line - 1 if line else start)
        if at > 0:
            yield bytes(held[:at])
            del held[:at]
            start = line = 0
        line = max(line, held.rfind(b"\n", start) + 1)
    if held:
        yield bytes(held)


class Span(NamedTuple):
    """What stands in a file in the place of its pieces from `first` to before `last`, which were there before."""

    first: int
    last: int
    text: bytes


def span_of(data: bytes, pieces: Sequence[Piece]) -> Span:
    """Return what has changed in a file, which holds `data` and was made of `pieces`.

    Raises IndivisibleError if it does not begin and end with a line.
    """
    first, start = 0, 0
    while first < len(pieces) and read.digest(data[start : start + pieces[first].size]) == pieces[first].digest:
        start += pieces[first].size
        first += 1
    last, end = len(pieces), len(data)
    while last > first and end - pieces[last - 1].size >= start:
        if read.digest(data[end - pieces[last - 1].size : end]) != pieces[last - 1].digest:
            break
        last -= 1
        end -= pieces[last].size
    if not (_is_between_lines(data, start) and _is_between_lines(data, end)):
        raise IndivisibleError
    return Span(first, last, data[start:end])


def _is_between_lines(data: bytes, at: int) -> bool:
    return at in (0, len(data)) or data[at - 1 : at] == b"\n" or data[at : at + 2].startswith((b"\n", b"\r\n"))


def parse(data: bytes, *, first: bool) -> validate.Document:
    """Return what a piece of a file holds, which for all but the `first` begins with a header.

    Raises IndivisibleError if it may mean something else among the others, or if something is wrong with it.
    """
    header = _HEADER.search(data)
    above = data[: header.start() if header else len(data)]
    if len(_BRACKET.findall(data)) != len(_HEADER.findall(data)):
        raise IndivisibleError
    if first:
        data, above = data.removeprefix(_BOM), above.removeprefix(_BOM)
    top, values = _parsed(above), _parsed(data)
    if not top.keys() <= ({"version"} if first else set()):
        raise IndivisibleError
    found = validate.document(values if first else {"version": validate.VERSION, **values})
    if found.faults:
        raise IndivisibleError
    return found


class Stream:
    """A store that is read twice: here to see that it is valid, and then for its facts, as they are asked for.

    Memory holds a piece of it, the sources, and in the first reading all ids.
    Raises IndivisibleError if it can't be read so, or is not valid: `read.load` then tells why.
    """

    def __init__(self, path: Path, tell: Tell) -> None:
        self._files = read.files(path)
        self._tell = tell
        self._size = sum(file.stat().st_size for file in self._files if file.exists())
        self.sources: dict[str, Source] = {}
        self.warnings: list[Fault] = []
        self.digests: dict[Path, bytes] = {}
        self.pieces: dict[Path, list[Piece]] = {}
        self._check(path)

    def facts(self) -> Iterator[Fact]:
        """Yield all facts; raises IndivisibleError if the files have changed since."""
        done = 0
        for file in self._files:
            known = iter(self.pieces[file])
            for number, data in enumerate(_cut(file)):
                piece = next(known, None)
                if piece is None or piece.digest != read.digest(data):
                    raise IndivisibleError
                yield from parse(data, first=number == 0).facts.values()
                done += piece.size
                self._tell(self._size + _LONGER * done, (1 + _LONGER) * self._size)
            if next(known, None):
                raise IndivisibleError

    def _check(self, path: Path) -> None:
        ids: set[str] = set()
        cited: set[str] = set()
        superseding: dict[str, Fact] = {}
        for file in self._files:
            for found in self._read(file, len(ids)):
                if not (ids.isdisjoint(found.facts) and self.sources.keys().isdisjoint(found.sources)):
                    raise IndivisibleError
                ids.update(found.facts)
                self.sources |= found.sources
                cited.update(fact.source for fact in found.facts.values())
                superseding |= {key: fact for key, fact in found.facts.items() if fact.supersedes}
        if (
            not ids
            or not cited <= self.sources.keys()
            or validate.references(superseding, self.sources, ids)
            or validate.cycles(superseding)
            or any(read.text_leads_out(path, source) for source in self.sources.values())
        ):
            raise IndivisibleError
        self.warnings = [*read.in_order(self.warnings)]

    def _read(self, file: Path, position: int) -> Iterator[validate.Document]:
        """Yield what the pieces of a file hold, noting all there is to note of them."""
        pieces = self.pieces[file] = []
        whole = blake2b(digest_size=read.DIGEST)
        line = 1
        before = sum(piece.size for read_before in self.pieces.values() for piece in read_before)
        for data in _cut(file):
            found = parse(data, first=not pieces)
            self.warnings += read.located(found.warnings, data.decode("utf-8-sig"), read.display(file), line)
            pieces.append(Piece(len(data), read.digest(data), position, len(found.facts), tuple(found.sources)))
            yield found
            position += len(found.facts)
            line += data.count(b"\n")
            before += len(data)
            whole.update(data)
            self._tell(before, (1 + _LONGER) * self._size)
        self.digests[file] = whole.digest()


def _last_header(data: bytearray, since: int) -> int:
    """Return where the last header begins behind a line end at or above `since`, -1 if there is none."""
    at = len(data)
    while (at := data.rfind(b"\n[", since, at)) >= 0:
        if _HEADER.match(data, at + 1):
            return at + 1
    return -1


def _parsed(data: bytes) -> dict[str, Any]:
    # Not by a faster reader: tomli, compiled, takes a third of tomllib's time and rtoml and toml-rs less than a tenth,
    # but reading is a seventh of making an index, and they take for TOML 1.1 what tomllib refuses (2026-11-28).
    try:
        return tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        raise IndivisibleError from None


def _cut(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as stream:
            yield from cut(stream)
    except OSError:
        raise IndivisibleError from None
