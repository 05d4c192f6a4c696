"""Appending to a store: what stands there stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace as replaced
from pathlib import Path

from factcli.errors import FactError, StoreError
from factcli.store import appended, read, tables
from factcli.store.appended import Recall
from factcli.store.model import folder_of
from factcli.store.one_writer import Waiting, locked
from factcli.store.replace import replace
from factcli.store.tables import Tables

_SOURCE_HEADER = re.compile(rb"^\[source\.([a-z0-9-]+)\]", re.MULTILINE)
_FACT_HEADER = re.compile(rb"^\[fact\.", re.MULTILINE)
_NOTHING = "Nothing was written."
_VERSION = re.compile(rb"^version\b", re.MULTILINE)


def append(path: Path, new: Tables, recall: Recall, waiting: Waiting) -> Path:
    """Append tables to the store at `path` and return the file that has them now.

    Of a folder that is the file that holds their source, else the last one that holds facts. All of them are written
    or none. `recall` spares reading again what was read before. Raises FactError if the store would not be valid, or
    can't be written.
    """
    with writing(path, waiting) as files:
        file = _place(files, new)
        old = files[file]
        added = _following(old, tables.text(new))
        names = {file.name if path.is_dir() else "": read.digest(data) for file, data in files.items()}
        known = recall(names)
        if known is None or appended.read(path, old, added, known) is None:
            _check(path, file, old, added, new)
        replace(file, old + added)
    return file


@contextmanager
def writing(path: Path, waiting: Waiting) -> Iterator[dict[Path, bytes]]:
    """Keep other writers off the store at `path` while the block runs; yield its files as they are now."""
    found = read.files(path)
    for file in found:
        if not file.is_file() and file.exists():
            raise FactError(f"can't write {read.display(file)}: it is not a file")
    folders = {file.resolve().parent for file in found}
    if path.is_dir():
        folders.add(folder_of(path).resolve())
    with locked(folders, waiting):
        yield {file: read.content(file) for file in read.files(path)}


def _place(files: Mapping[Path, bytes], new: Tables) -> Path:
    if len(files) == 1:
        return next(iter(files))
    cited = {str(table.get("source")).encode() for table in new.get("fact", {}).values()}
    holding = [file for file, data in files.items() if not cited.isdisjoint(_SOURCE_HEADER.findall(data))]
    if len(holding) == 1:
        return holding[0]
    ours = [file for file, data in files.items() if _FACT_HEADER.search(data)]
    ours = ours or [file for file, data in files.items() if _VERSION.search(data)]
    return (ours or list(files))[-1]


def _following(old: bytes, text: str) -> bytes:
    """Return `text` as it has to follow `old`: behind a blank line, with the line ends that are usual there."""
    last = old.rfind(b"\n")
    end = b"\r\n" if old[max(0, last - 1) : last] == b"\r" else b"\n"
    try:
        lines = text.encode().replace(b"\n", end)
    except UnicodeEncodeError as error:
        character = f"\\u{ord(text[error.start]):04x}"
        raise FactError(f"a text holds {character}, which is half a character", _NOTHING) from None
    if old.endswith(end * 2):
        return lines
    return (end if old.endswith(b"\n") else end * 2) + lines


def _check(path: Path, file: Path, old: bytes, added: bytes, new: Tables) -> None:
    """Raise FactError if the store would not be valid."""
    try:
        read.load(path, instead={file: old + added}, may_be_empty=True)
    except StoreError as error:
        there = read.load(path, may_be_empty=True)  # its own faults come first
        for kind, records in (("fact", there.facts), ("source", there.sources)):
            if doubled := [identifier for identifier in new.get(kind, {}) if identifier in records]:
                raise FactError(f"there is a {kind} {doubled[0]} already", f"Give it another id. {_NOTHING}") from None
        lines = old.count(b"\n") + 1
        faults = [fault if (fault.line or 0) <= lines else replaced(fault, line=None) for fault in error.faults]
        raise StoreError(faults) from None
