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
from collections.abc import Iterator, Mapping, Sequence
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
_SOURCES = re.compile(rb"^\[source\..*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)
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
    held = b""
    while block := file.read(SIZE):
        held += block
        at = _last_header(held)
        if at > 0:
            yield held[:at]
            held = held[at:]
    if held:
        yield held


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
    """The facts of a store, read from its files as they are asked for; the sources are known from the start.

    Raises IndivisibleError, here and as facts are read, if the store can't be read so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files = read.files(path)
        self._size = sum(file.stat().st_size for file in self._files if file.exists())
        self.sources: dict[str, Source] = {}
        for file in self._files:
            for source in _sources(file):
                if self.sources.setdefault(source.id, source) is not source or read.text_leads_out(path, source):
                    raise IndivisibleError
        self.warnings: list[Fault] = []
        self.replaced: set[str] = set()
        """The ids of superseded facts, which who knows all ids has to look for."""
        self.digests: dict[Path, bytes] = {}
        self.pieces: dict[Path, list[Piece]] = {}

    def facts(self, tell: Tell) -> Iterator[Fact]:
        """Yield all facts; then `warnings`, `replaced`, `digests` and `pieces` are complete."""
        superseding: dict[str, Fact] = {}
        seen: set[str] = set()
        position = done = 0
        for file in self._files:
            pieces = self.pieces[file] = []
            whole = blake2b(digest_size=read.DIGEST)
            line = 1
            for data in _cut(file):
                found = parse(data, first=not pieces)
                replaced = {old for fact in found.facts.values() for old in fact.supersedes}
                if validate.references(found.facts, self.sources, replaced) or not self._has(found.sources, seen):
                    raise IndivisibleError
                self.replaced |= replaced
                self.warnings += read.located(found.warnings, data.decode("utf-8-sig"), read.display(file), line)
                superseding |= {key: fact for key, fact in found.facts.items() if fact.supersedes}
                piece = Piece(len(data), read.digest(data), position, len(found.facts), tuple(found.sources))
                pieces.append(piece)
                yield from found.facts.values()
                position += piece.facts
                done += piece.size
                line += data.count(b"\n")
                whole.update(data)
                tell(done, self._size)
            self.digests[file] = whole.digest()
        if not position or len(seen) != len(self.sources) or validate.cycles(superseding):
            raise IndivisibleError
        self.warnings = [*read.in_order(self.warnings)]

    def _has(self, sources: Mapping[str, Source], seen: set[str]) -> bool:
        """Tell whether sources of a piece are those that were found at first, and none twice."""
        new = seen.isdisjoint(sources)
        seen.update(sources)
        return new and all(self.sources.get(key) == source for key, source in sources.items())


def _last_header(data: bytes) -> int:
    """Return where the last header begins behind a line end, -1 if there is none."""
    at = len(data)
    while (at := data.rfind(b"\n[", 0, at)) >= 0:
        if _HEADER.match(data, at + 1):
            return at + 1
    return -1


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        raise IndivisibleError from None


def _sources(file: Path) -> Iterator[Source]:
    """Yield the sources of a file; reading it in pieces shows whether these are all, and whether they are right."""
    for data in _cut(file):
        if b"[source." in data:
            found = parse(b"".join(_SOURCES.findall(data)), first=False)
            yield from found.sources.values()


def _cut(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as stream:
            yield from cut(stream)
    except OSError:
        raise IndivisibleError from None
