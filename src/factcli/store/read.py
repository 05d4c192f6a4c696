"""Reading a store: files to bytes, bytes to TOML, TOML to records."""

from __future__ import annotations

import stat
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from factcli.errors import Fault, StoreError
from factcli.store import place, syntax, validate
from factcli.store.model import Fact, Source, Store, folder_of
from factcli.store.positions import positions

EXAMPLE = """
    [fact.some-id]
    statement = "…"
    quote = "…"
    source = "…"
"""
DIGEST = 16
"""How many bytes a digest has."""


def load(path: Path, *, instead: Mapping[Path, bytes] | None = None, may_be_empty: bool = False) -> Store:
    """Read the store at `path`, a file or a folder of `*.toml` files.

    `instead` is what to take for the content of some of them: the store as it would be. Raises StoreError with all
    the faults of all its files; that it has no facts is none if it `may_be_empty`.
    """
    documents: list[_File] = []
    faults: list[Fault] = []
    for file in files(path):
        try:
            documents.append(_read_file(file, (instead or {}).get(file)))
        except StoreError as error:
            faults += error.faults
    digests = {read.path: read.digest for read in documents}
    foreign = [read for read in documents if read.found.foreign] if len(documents) > 1 else []
    documents = [read for read in documents if read not in foreign]
    faults += _joint_faults(documents, path, whole=not faults, may_be_empty=may_be_empty)
    faults += [fault for read in documents for fault in read.resolve(read.found.faults)]
    if faults:
        raise StoreError(in_order(faults))
    facts: dict[str, Fact] = {}
    sources: dict[str, Source] = {}
    for read in documents:
        facts |= read.found.facts
        sources |= read.found.sources
    warnings = [fault for read in documents for fault in read.resolve(read.found.warnings)]
    mend = "Keep it somewhere else, or name the store's own file with --store."
    warnings += [Fault(file=read.shown, problem="is no part of a store, passed over", mend=mend) for read in foreign]
    return Store(path=path, facts=facts, sources=sources, warnings=in_order(warnings), digests=digests)


def files(path: Path) -> list[Path]:
    """Return the files of the store at `path`: itself, or all `*.toml` files of a folder.

    Raises StoreError if there are none.
    """
    try:
        found = _files_of(path) if path.is_dir() else [path]
    except OSError as error:
        raise StoreError([_unreadable(display(path), error)]) from None
    if not found:
        mend = "Put a facts.toml there, or make one with: fact init"
        raise StoreError([Fault(file=display(path), problem="the folder holds no *.toml file", mend=mend)])
    return found


def _files_of(folder: Path) -> list[Path]:
    """Return the TOML files of a folder; hidden ones are an editor's or a system's."""
    return sorted(file for file in folder.iterdir() if file.suffix == ".toml" and not file.name.startswith("."))


def digest(data: bytes) -> bytes:
    """Return what tells the content of a file from any other."""
    return blake2b(data, digest_size=DIGEST).digest()


def read_text(store: Store, source: Source) -> str | None:
    """Return the source's own text, None where the store has none; line ends as they are in the file.

    Raises StoreError if the file is there but is no UTF-8 text, or is a link out of the store's folder.
    """
    if source.text is None:
        return None
    return source_text(store.path, source.id, source.text)


def source_text(store: Path, source: str, text: str) -> str | None:
    """Do the same for the source of a store that is not at hand: `text` is its path, relative to the store's folder."""
    folder = folder_of(store)
    path = folder / text
    where = f"source.{source}.text"
    try:
        if not path.exists():
            return None
        inside = path.resolve().is_relative_to(folder.resolve())
        is_file = path.is_file()
    except OSError as error:
        raise StoreError([_unreadable(display(path), error)]) from None
    if not inside:
        mend = "Put the text itself into the store's folder."
        raise StoreError([Fault(file=display(store), path=where, problem="leads out of the store's folder", mend=mend)])
    if not is_file:  # a pipe would keep us waiting for good
        mend = "Name a text file."
        raise StoreError([Fault(file=display(store), path=where, problem=f"{display(path)} is no file", mend=mend)])
    return _decoded(path, content(path))


def display(path: Path) -> str:
    """Return `path` as a user would type it: relative where it is below the working folder."""
    return place.display(str(path))


@dataclass(slots=True)
class _File:
    """One file of a store, read."""

    path: Path
    digest: bytes
    shown: str
    text: str
    found: validate.Document

    def resolve(self, notes: Iterable[validate.Note]) -> list[Fault]:
        """Give notes their lines."""
        return located(notes, self.text, self.shown)


def located(notes: Iterable[validate.Note], text: str, shown: str, first: int = 1) -> list[Fault]:
    """Give notes on a TOML text their lines, of which it begins with the `first` of its file, shown by that name.

    A value that is missing has the line of its table.
    """
    notes = list(notes)
    lines = positions(text) if notes else {}
    faults = []
    for note in notes:
        known = next((note.path[:n] for n in range(len(note.path), 0, -1) if note.path[:n] in lines), ())
        mend = note.mend or "Delete it, or look up its right name with: fact schema"
        faults.append(
            Fault(
                file=shown,
                line=first - 1 + lines.get(known, 1),
                path=syntax.dotted(note.path),
                problem=note.problem,
                mend=mend,
            )
        )
    return faults


def text_of(path: Path) -> str:
    """Return the text of a file in UTF-8; line ends as they are there.

    Raises StoreError if it is no such file or can't be read.
    """
    return _decoded(path, content(path))


def toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the text of a TOML file, and its values.

    Raises StoreError if it is no such file or can't be read.
    """
    text = text_of(path)
    return text, _values(path, text)


def _read_file(path: Path, data: bytes | None = None) -> _File:
    data = content(path) if data is None else data
    text = _decoded(path, data)
    if not text.strip():
        mend = "Delete it, then make a store with: fact init"
        raise StoreError([Fault(file=display(path), line=1, problem="the file is empty", mend=mend)])
    return _File(path, digest(data), display(path), text, validate.document(_values(path, text)))


def _values(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        mend = "A store needs two levels of tables and no more."
        raise StoreError([Fault(file=display(path), problem="values are nested too deep", mend=mend)]) from None
    except ValueError as error:
        raise StoreError([syntax.fault(display(path), text, str(error))]) from None


def content(path: Path) -> bytes:
    """Return what a file holds.

    Raises StoreError if it is no file or can't be read.
    """
    shown = display(path)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            mend = "Name a TOML file, or a folder of them."
            raise StoreError([Fault(file=shown, problem="is not a file", mend=mend)])
        return path.read_bytes()
    except OSError as error:
        raise StoreError([_unreadable(shown, error)]) from None


def _decoded(path: Path, data: bytes) -> str:
    shown = display(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StoreError([Fault(file=shown, line=1, problem="is UTF-16", mend="Save it as UTF-8.")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        binary = b"\0" in data[:4096]
        problem = "is not a text file" if binary else f"byte 0x{data[error.start]:02x} is not UTF-8"
        mend = "Name a TOML file." if binary else "Save the file as UTF-8."
        raise StoreError([Fault(file=shown, line=line, problem=problem, mend=mend)]) from None


def _unreadable(shown: str, error: OSError) -> Fault:
    mends: list[tuple[type[OSError], str]] = [
        (FileNotFoundError, "Check the path, or make a store with: fact init"),
        (PermissionError, "Give yourself the right to read it, or name another store with --store."),
    ]
    mend = next((text for kind, text in mends if isinstance(error, kind)), "Name another store with --store.")
    reason = "there is no such file" if isinstance(error, FileNotFoundError) else (error.strerror or str(error)).lower()
    return Fault(file=shown, problem=reason, mend=mend)


def _joint_faults(documents: list[_File], path: Path, *, whole: bool, may_be_empty: bool) -> list[Fault]:
    """Find what only shows when the files of a store are seen together.

    `whole` is False when a file could not be parsed: then nothing is said of what may stand in it.
    """
    faults = _doubled(documents, lambda found: found.facts, "fact")
    faults += _doubled(documents, lambda found: found.sources, "source")
    if not whole:
        return faults
    sources = {key for read in documents for key in read.found.sources}
    facts = {key for read in documents for key in read.found.facts}
    circular = validate.cycles({key: fact for read in documents for key, fact in read.found.facts.items()})
    for read in documents:
        faults += read.resolve(note for note in circular if note.path[1] in read.found.facts)
        faults += read.resolve(validate.references(read.found.facts, sources, facts))
        faults += _escaping_texts(read, path)
    if not (facts or may_be_empty or any(read.found.faults for read in documents)):
        unknown = [note.mend for read in documents for note in read.found.warnings if len(note.path) == 1]
        mend = " ".join(unknown) or f"Add one:{EXAMPLE.rstrip()}"
        where = documents[0].shown if len(documents) == 1 else display(path)
        faults.append(Fault(file=where, problem="the store has no facts", mend=mend))
    return faults


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults in the order in which messages are shown."""
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line or 0)))


def _doubled(documents: list[_File], records: Callable[[validate.Document], dict[str, Any]], kind: str) -> list[Fault]:
    faults: list[Fault] = []
    first: dict[str, str] = {}
    for read in documents:
        for key in records(read.found):
            if key in first:
                note = validate.Note((kind, key), f"is in {first[key]} already", "Give it another id, or delete it.")
                faults += read.resolve([note])
            first.setdefault(key, read.shown)
    return faults


def text_leads_out(path: Path, source: Source) -> bool:
    """Tell whether the path of a source's text is a link that leads out of the folder of the store at `path`."""
    folder = folder_of(path)
    try:
        return source.text is not None and not (folder / source.text).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return True


def _escaping_texts(read: _File, path: Path) -> list[Fault]:
    notes = []
    for source in read.found.sources.values():
        if text_leads_out(path, source):
            problem = "is a link that leads out of the store's folder"
            note = validate.Note(("source", source.id, "text"), problem, "Put the text itself into the store's folder.")
            notes.append(note)
    return read.resolve(notes)
