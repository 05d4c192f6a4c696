"""Changing the text of one fact in a store: everything around it stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from factcli.errors import FactError, Fault, StoreError
from factcli.store import read
from factcli.store.append import writing
from factcli.store.model import Store
from factcli.store.one_writer import Waiting
from factcli.store.positions import positions
from factcli.store.replace import replace as replace_file

_COMMENT = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one fact in a file: its table, and the comments that stand in it and right above it."""

    file: Path
    text: str
    start: int
    """Where it begins in the file, in characters behind the byte order mark."""
    line: int


class ConflictError(FactError):
    """Somebody else changed the fact since it was read."""


def block(path: Path, identifier: str) -> Block:
    """Return the text of a fact of the store at `path`.

    Raises FactError if it is not a table of its own, which alone can be taken out and put back.
    """
    return _find({file: read.content(file) for file in read.files(path)}, identifier)


def put(
    path: Path,
    identifier: str,
    old: str,
    new: str,
    accept: Callable[[Store], Iterable[Fault]],
    waiting: Waiting,
    shown: str,
) -> Store:
    """Put `new` into the place of `old`, the text of a fact; return the store as it is then.

    Raises StoreError, with nothing written, if the store would not be valid or `accept` finds fault with it: faults in
    the new text have its own lines and the name `shown`. Raises ConflictError if the fact's text is not `old`.
    """
    with writing(path, waiting) as files:
        found = _found_again(files, identifier, old)
        data = files[found.file]
        mark, text = data[: 3 if data.startswith(b"\xef\xbb\xbf") else 0], data.decode("utf-8-sig")
        new = _like(old, new)
        whole = mark + (text[: found.start] + new + text[found.start + len(old) :]).encode()
        try:
            store = read.load(path, instead={found.file: whole})
            faults = tuple(accept(store))
        except StoreError as error:
            faults = error.faults
        if faults:
            raise StoreError(_in_block(fault, found, new, shown) for fault in faults)
        replace_file(found.file, whole)
    return store


def _found_again(files: Mapping[Path, bytes], identifier: str, old: str) -> Block:
    problem = f"{identifier} was changed by somebody else meanwhile"
    try:
        found = _find(files, identifier)
    except FactError:
        raise ConflictError(problem) from None
    if found.text != old:
        raise ConflictError(problem)
    return found


def _find(files: Mapping[Path, bytes], identifier: str) -> Block:
    header = re.compile(rf"[ \t]*\[[ \t]*fact[ \t]*\.[ \t]*([\"']?){re.escape(identifier)}\1[ \t]*\][ \t]*(?:#.*)?\r?")
    for file, data in files.items():
        if identifier.encode() not in data:
            continue
        text = data.decode("utf-8-sig")
        lines = text.split("\n")
        known = positions(text)
        own = known.get(("fact", identifier))
        if own is None:
            continue
        if not header.fullmatch(lines[own - 1]):
            hint = f"Change it by hand, or write it as a table [fact.{identifier}] of its own."
            raise FactError(f"{read.display(file)}:{own}: {identifier} is no table of its own", hint)
        others = (line for key, line in known.items() if len(key) <= 2 and line > own)
        end = min(others, default=len(lines) + 1) - 1
        first, last = _comments_above(lines, own - 1), _end(lines, own, end)
        start = sum(map(len, lines[:first])) + first
        taken = "\n".join(lines[first:last]) + ("\n" if last < len(lines) else "")
        return Block(file, taken, start, first + 1)
    raise FactError(f"there is no fact {identifier}")


def _comments_above(lines: list[str], at: int) -> int:
    """Return where the comment right above a line begins, the line itself if there is none."""
    while at and _COMMENT.match(lines[at - 1]):
        at -= 1
    return at


def _end(lines: list[str], own: int, end: int) -> int:
    """Return where a table ends whose next one has its header in line `end`: before the comment right above that."""
    end = _comments_above(lines, end) if end < len(lines) else end
    while end > own and not lines[end - 1].strip():
        end -= 1
    return end


def _like(old: str, new: str) -> str:
    """Return `new` with the line ends of `old`, and ended like it."""
    if "\r\n" in old:
        new = re.sub(r"\r?\n", "\r\n", new)
    if old.endswith("\n") and not new.endswith("\n"):
        new += "\r\n" if "\r\n" in old else "\n"
    return new


def _in_block(fault: Fault, found: Block, new: str, shown: str) -> Fault:
    """Give a fault that lies in the new text its line there."""
    if fault.file != read.display(found.file) or fault.line is None:
        return fault
    line = fault.line - found.line + 1
    return replace(fault, file=shown, line=line) if 1 <= line <= new.count("\n") + 1 else fault
