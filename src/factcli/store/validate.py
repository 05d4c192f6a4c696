"""From a parsed TOML document to records, noting every fault on the way instead of stopping at the first."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

import tomli_w

from factcli.store import csl, locator
from factcli.store.model import Fact, Name, Source
from factcli.text import edtf
from factcli.text.fold import fold
from factcli.text.safe import safe, unsafe_characters

VERSION = 1
ID = re.compile(r"[a-z0-9][a-z0-9-]*")
URL = re.compile(r"(?:https?|ftp)://\S+")
FACT_KEYS = (
    "statement", "answer", "quote", "source", "locator", "period", "tags", "aliases", "supersedes",
)  # fmt: skip
_FOLDER_VARIABLES = csl.NUMBERS | csl.STRINGS
SOURCE_KEYS = {"type", "text"} | csl.NAMES | csl.DATES | _FOLDER_VARIABLES
_ALL_KEYS = SOURCE_KEYS.union(FACT_KEYS)
_DATE_MEND = 'Write a date such as 2025-10-18, or EDTF in quotes: "2025-10", "2024/2025", "1850~", "-0043".'

Path = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Note:
    """A fault or a warning whose line is not looked up yet."""

    path: Path
    problem: str
    mend: str


@dataclass(slots=True)
class Document:
    """What one TOML document holds, and what is wrong with it."""

    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    faults: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    foreign: bool = False
    """Whether it has none of the tables of a store, as a `pyproject.toml` beside one has not."""


def document(values: Mapping[str, Any]) -> Document:
    """Validate one parsed document, except for what needs the other documents of the store."""
    found = Document(foreign=bool(values) and not {"version", "fact", "source"} & values.keys())
    _version(values, found)
    known = ("version", "fact", "source")
    for key in values:
        if key not in known:
            found.warnings.append(Note((key,), "unknown key", _meant(key, known)))
    found.sources = _keyed(values, "source", _source, found)
    found.facts = _keyed(values, "fact", _fact, found)
    return found


def references(facts: Mapping[str, Fact], sources: Collection[str], all_facts: Collection[str]) -> list[Note]:
    """Find the sources and facts that `facts` name and the store does not have."""
    notes = []
    for fact in facts.values():
        if fact.source and fact.source not in sources:
            mend = _meant(fact.source, sources) or f"Add a table [source.{safe(fact.source)}]."
            notes.append(Note(("fact", fact.id, "source"), f"there is no source {_got(fact.source)}", mend))
        for index, old in enumerate(fact.supersedes):
            if old == fact.id:
                problem, mend = "the fact supersedes itself", "Take its id out of the list."
            elif old not in all_facts:
                problem = f"there is no fact {_got(old)}"
                mend = _meant(old, all_facts) or "Take it out of the list."
            else:
                continue
            notes.append(Note(("fact", fact.id, "supersedes", index), problem, mend))
    return notes


def cycles(facts: Mapping[str, Fact]) -> list[Note]:
    """Find facts that supersede one another in a circle, so that none of them would ever answer."""
    notes = []
    for fact in facts.values():
        seen: set[str] = set()
        follow = [old for old in fact.supersedes if old != fact.id]
        while follow:
            old = follow.pop()
            if old == fact.id:
                mend = "Take one of them out of the other's list."
                notes.append(Note(("fact", fact.id, "supersedes"), "supersedes a fact that supersedes it", mend))
                break
            if old in facts and old not in seen:
                seen.add(old)
                follow += facts[old].supersedes
    return notes


def identifier(text: str) -> str:
    """Turn words into an id: "Trade Turnover, 2024" becomes "trade-turnover-2024"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _version(values: Mapping[str, Any], found: Document) -> None:
    version = values.get("version")
    if version is None:
        found.faults.append(Note(("version",), "missing", f"Begin the file with the line: version = {VERSION}"))
    elif not isinstance(version, int) or isinstance(version, bool) or version < 1:
        found.faults.append(
            Note(("version",), f"expected {VERSION}, got {_got(version)}", f"Write version = {VERSION}.")
        )
    elif version > VERSION:
        mend = "Install a newer factcli, which knows that format."
        found.faults.append(Note(("version",), f"this factcli reads version {VERSION}, not {_got(version)}", mend))


def _keyed(
    values: Mapping[str, Any], kind: str, read: Callable[[str, _Table], T | None], found: Document
) -> dict[str, T]:
    """Read the tables below [fact] or [source], each under its id."""
    tables = values.get(kind, {})
    if not isinstance(tables, dict):
        mend = f"Give each {kind} a table of its own: [{kind}.some-id]"
        found.faults.append(Note((kind,), f"expected tables, got {_got(tables)}", mend))
        return {}
    records = {}
    for key, table in tables.items():
        path = (kind, key)
        if not isinstance(table, dict):
            mend = f"Give it a table of its own: [{kind}.{identifier(key[:60]) or 'some-id'}]"
            found.faults.append(Note(path, f"expected a table, got {_got(table)}", mend))
            continue
        if not ID.fullmatch(key):
            proposal = identifier(key[:60]) or "some-id"
            mend = f"Ids are lower-case letters, digits and hyphens: write [{kind}.{proposal}]."
            found.faults.append(Note(path, f"{_got(key)} can't be an id", mend))
        if record := read(key, _Table(table, path, found)):
            records[key] = record
    return records


def _fact(key: str, table: _Table) -> Fact:
    extra = {name: value for name, value in table.values.items() if name not in FACT_KEYS}
    for name, value in extra.items():
        table.warn(name, "unknown key, kept but not used", _meant(name, FACT_KEYS))
        if _holds_overlong(value):
            table.fault(name, "holds a number of more than 64 bits", "Put quotes around it.")
    return Fact(
        id=key,
        statement=table.string("statement", required="Say in one sentence what is so, understandable on its own."),
        answer=table.string("answer") or None,
        quote=table.string("quote", required="Copy the passage of the source that proves the statement."),
        source=table.string("source", required="Name the id of a [source.…] table."),
        locator=table.parsed("locator", locator.parse, 'Write it like "p. 12", "para. 3", "chap. 2" or "00:12:33".'),
        period=table.date("period"),
        tags=table.strings("tags"),
        aliases=table.strings("aliases"),
        supersedes=table.strings("supersedes"),
        extra=extra,
    )


def _source(key: str, table: _Table) -> Source:
    for name in table.values:
        if name not in SOURCE_KEYS:
            table.warn(name, "no CSL variable, not used", _meant(name, SOURCE_KEYS))
    kind = table.string("type", required='Write a CSL type, such as type = "interview", "webpage" or "book".')
    if kind and kind not in csl.TYPES:
        mend = _meant(kind, csl.TYPES) or 'Use one such as "interview", "article-newspaper", "webpage" or "report".'
        table.fault("type", f"{_got(kind)} is no CSL type", mend)
    present = table.values.keys()
    dates = {name: table.date(name) for name in sorted(csl.DATES & present)}
    return Source(
        id=key,
        type=kind,
        title=table.string("title", required="Copy the title as the source has it."),
        language=table.string("language") or None,
        names={name: table.names(name) for name in sorted(csl.NAMES & present)},
        dates={name: date for name, date in dates.items() if date},
        variables={
            name: table.scalar(name) for name in table.values if name in _FOLDER_VARIABLES - {"title", "language"}
        },
        text=table.relative_path("text"),
    )


class _Table:
    """Typed getters over one table; what is wrong goes to the document's notes, with its path."""

    def __init__(self, values: Mapping[str, Any], path: Path, found: Document) -> None:
        self.values = values
        self.path = path
        self.found = found

    def fault(self, key: str | int, problem: str, mend: str, *deeper: str | int) -> None:
        self.found.faults.append(Note((*self.path, key, *deeper), problem, mend))

    def warn(self, key: str, problem: str, mend: str) -> None:
        self.found.warnings.append(Note((*self.path, key), problem, mend))

    def string(self, key: str, *, required: str = "") -> str:
        """Return a string, "" where it is not given. `required` is the mend for a missing one."""
        if key not in self.values:
            if required:
                close = difflib.get_close_matches(key, self.values.keys() - _ALL_KEYS, n=1, cutoff=0.7)
                self.fault(key, "missing", f"Did you mean it by {close[0]}?" if close else required)
            return ""
        value = self.values[key]
        if not isinstance(value, str):
            self.fault(key, f"expected a string, got {_got(value)}", _quoted(key, value))
            return ""
        if not value.strip():
            self.fault(key, "is empty", required or f"Fill it in, or delete the line {key}.")
        self._visible(key, value)
        return value

    def scalar(self, key: str) -> str | int:
        """Return a CSL variable: a string, or for number variables an integer too."""
        value = self.values[key]
        if key in csl.NUMBERS and isinstance(value, int) and not (isinstance(value, bool) or _overlong(value)):
            return value
        text = self.string(key)
        if key == "URL" and text and not URL.fullmatch(text):
            self.fault(key, f"expected a web address, got {_got(text)}", "Begin it with https:// or http://.")
        return text

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            mend = f"Write a list: {_toml(key, [value])}" if _short(value) else f'Write {key} = ["…"].'
            self.fault(key, f"expected a list of strings, got {_got(value)}", mend)
            return ()
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                self.fault(key, f"expected a string, got {_got(item)}", "Put quotes around it.", index)
            else:
                self._visible(key, item)
        return tuple(item for item in value if isinstance(item, str))

    def parsed(self, key: str, parse: Callable[[str], T], mend: str) -> T | None:
        text = self.string(key)
        if not text:
            return None
        try:
            return parse(text)
        except ValueError as error:
            self.fault(key, f"{_got(text)}: {error}", mend)
            return None

    def date(self, key: str) -> edtf.Period | None:
        """Return a TOML date, the date of a TOML date-time, or an EDTF string."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, dt.datetime):
            value = value.date()
        text = value.isoformat() if isinstance(value, dt.date) else value
        if not isinstance(text, str):
            year = isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999
            self.fault(key, f"expected a date, got {_got(value)}", _quoted(key, value) if year else _DATE_MEND)
            return None
        try:
            return edtf.parse(text)
        except ValueError as error:
            problem = f"expected a date, got {_got(text)}"
            self.fault(key, problem if str(error) == "not an EDTF date" else f"{problem}: {error}", _DATE_MEND)
            return None

    def names(self, key: str) -> tuple[Name, ...]:
        value = self.values[key]
        example = f'Write {key} = [{{ family = "Aliyev", given = "Ilham" }}] or [{{ literal = "Some Agency" }}].'
        if not isinstance(value, list) or not value:
            self.fault(key, f"expected a list of names, got {_got(value)}", example)
            return ()
        return tuple(name for index, item in enumerate(value) if (name := self._name(key, index, item, example)))

    def _name(self, key: str, index: int, item: object, example: str) -> Name | None:
        if not isinstance(item, dict):
            self.fault(key, f"expected a name, got {_got(item)}", example, index)
            return None
        for part, text in item.items():
            if part not in csl.NAME_PARTS:
                mend = _meant(part, csl.NAME_PARTS) or f"Parts of a name: {', '.join(sorted(csl.NAME_PARTS))}."
                self.fault(key, "no part of a name", mend, index, part)
            elif not isinstance(text, str) or not text.strip():
                self.fault(key, f"expected a string, got {_got(text)}", "Put quotes around it.", index, part)
            else:
                self._visible(key, text)
        if not {"family", "literal"} & item.keys():
            self.fault(key, "a name needs `family` or `literal`", example, index)
        parts = {part.replace("-", "_"): text for part, text in item.items() if part in csl.NAME_PARTS}
        return Name(**{part: text for part, text in parts.items() if isinstance(text, str)})

    def relative_path(self, key: str) -> str | None:
        text = self.string(key)
        if not text:
            return None
        windows, posix = PureWindowsPath(text), PurePosixPath(text)
        if windows.drive or windows.root or posix.is_absolute() or text.startswith("~"):
            self.fault(key, f"{_got(text)} is an absolute path", "Write it relative to the store's folder.")
        elif ".." in windows.parts or "\0" in text:
            self.fault(key, f"{_got(text)} leads out of the store's folder", "Put the text into the store's folder.")
        else:
            return text
        return None

    def _visible(self, key: str, value: str) -> None:
        if characters := unsafe_characters(value):
            listed = ", ".join(characters)
            self.warn(key, f"holds invisible control characters ({listed}), shown spelled out", "Delete them.")


def _got(value: object) -> str:
    """Describe a wrong value for a message, never longer than a line."""
    if isinstance(value, str):
        text = safe(value)
        return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return "a number of more than 64 bits" if _overlong(value) else f"the number {value}"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f"the date or time {value}"


def _quoted(key: str, value: object) -> str:
    """Propose the line with the value as a string."""
    if isinstance(value, dict | list) or _overlong(value):
        return f'Write {key} = "…".'
    if isinstance(value, dt.date | dt.time):
        value = value.isoformat()
    return f"Put quotes around it: {_toml(key, str(value).lower() if isinstance(value, bool) else str(value))}"


def _short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 60


def _overlong(value: object) -> bool:
    """Tell a whole number that TOML does not promise to keep; Python refuses to write those of 4,300 digits."""
    return isinstance(value, int) and not -(2**63) <= value < 2**63


def _holds_overlong(value: object) -> bool:
    if isinstance(value, dict | list):
        return any(map(_holds_overlong, value.values() if isinstance(value, dict) else value))
    return _overlong(value)


def _toml(key: str, value: object) -> str:
    return safe(" ".join(tomli_w.dumps({key: value}).split()))


def _meant(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(fold(word), sorted(known), n=1, cutoff=0.7)
    return f"Did you mean {close[0]}?" if close else ""
