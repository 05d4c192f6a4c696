"""Where each value of a TOML document stands: `tomllib` does not say, and messages need the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

Path = tuple[str | int, ...]

# Possessive, because a pattern that may give back keeps a note of each step: gigabytes for a long text.
_KEY = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_KEYS = re.compile(rf"{_KEY}(?:[ \t]*+\.[ \t]*+{_KEY})*+")
_PART = re.compile(_KEY)
_SPACE = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_STRING = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+\'''', re.DOTALL
)
_BARE = re.compile(r"[^,\]}#\n]*+")
_DEEPEST = 20  # No message points deeper, and a key may have a million parts.


def positions(document: str) -> dict[Path, int]:
    """Map the path of each table and value of a valid TOML `document` to its line, counted from 1.

    Elements of arrays have their index in the path: ("fact", "x", "tags", 0). Keys of very many parts are cut, and
    values nested as deep as `tomllib` just can follow may be left out, with what stands behind them.
    """
    found: dict[Path, int] = {}
    line, counted = 1, 0
    with suppress(RecursionError):
        for path, offset in _Scanner(document).tables():
            line += document.count("\n", counted, offset)
            counted = offset
            for length in range(1, len(path) + 1):
                found.setdefault(path[:length], line)
    return found


class _Scanner:
    """Walks a document that is known to be valid, so it may take the shortest way through each construct."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def tables(self) -> Iterator[tuple[Path, int]]:
        table: Path = ()
        arrays: dict[Path, int] = {}
        while self._skip_space() < len(self.text):
            start = self.at
            if self.text[start] != "[":
                yield from self._assignment(table)
                continue
            double = self.text.startswith("[[", start)
            self.at += 2 if double else 1
            self._skip_space()
            table = _last_element(self._keys(), arrays, new=double)
            self._skip_space()
            self.at += 2 if double else 1
            yield table, start

    def _assignment(self, table: Path) -> Iterator[tuple[Path, int]]:
        start = self.at
        path = (*table, *self._keys())
        yield path, start
        self._skip_space()
        self.at += 1  # the equals sign
        yield from self._value(path)

    def _value(self, path: Path) -> Iterator[tuple[Path, int]]:
        self._skip_space()
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            yield from self._array(path)
        elif opening == "{":
            yield from self._inline_table(path)
        else:
            match = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
            self.at = match.end() if match else len(self.text)

    def _array(self, path: Path) -> Iterator[tuple[Path, int]]:
        self.at += 1
        index = 0
        while self._skip_space() < len(self.text) and self.text[self.at] != "]":
            yield (*path, index), self.at
            yield from self._value((*path, index))
            index += 1
            self._skip_comma()
        self.at += 1

    def _inline_table(self, path: Path) -> Iterator[tuple[Path, int]]:
        self.at += 1
        while self._skip_space() < len(self.text) and self.text[self.at] != "}":
            yield from self._assignment(path)
            self._skip_comma()
        self.at += 1

    def _keys(self) -> Path:
        match = _KEYS.match(self.text, self.at)
        if not match:
            raise ValueError(f"not a TOML key at offset {self.at}")
        self.at = match.end()
        return tuple(_unquoted(part[0]) for part in islice(_PART.finditer(match[0]), _DEEPEST))

    def _skip_space(self) -> int:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def _skip_comma(self) -> None:
        if self._skip_space() < len(self.text) and self.text[self.at] == ",":
            self.at += 1


def _last_element(keys: Path, arrays: dict[Path, int], *, new: bool) -> Path:
    """Return the table that a header means: below an array of tables, its last element, or with `new` the next one."""
    path: Path = ()
    for position, key in enumerate(keys, start=1):
        path = (*path, key)
        if new and position == len(keys):
            arrays[path] = arrays.get(path, -1) + 1
        if path in arrays:
            path = (*path, arrays[path])
    return path


def _unquoted(key: str) -> str:
    if key[0] == '"' and "\\" in key:
        return next(iter(tomllib.loads(f"{key} = 0")))
    return key[1:-1] if key[0] in "\"'" else key
