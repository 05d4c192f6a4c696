"""Reading what was appended to a store, without reading again what stood there before.

That is safe where the new text begins with the header of a table and holds new facts and sources only: such a text
means the same alone as behind the old one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from factcli.store import csl, validate
from factcli.store.model import Name, Source
from factcli.store.read import text_leads_out

_HEADER = re.compile(r"\s*(?:#[^\n]*\n\s*)*\[(?!\[)")
_FACT_HEADER = re.compile(rb"^\[fact\.[a-z0-9-]+\][ \t]*\r?$", re.MULTILINE)

Known = Callable[[str, Iterable[str]], set[str]]
"""Tells which ids the store has already, of "fact" or "source"."""


def read(path: Path, old: bytes, new: bytes, known: Known) -> validate.Document | None:
    """Read `new`, which stands behind `old` in a file of the store at `path`.

    Returns None if only the whole file can tell what it means, or what is wrong with it.
    """
    try:
        text = new.decode("utf-8")
        starts_alone = old.endswith(b"\n") or text.startswith(("\n", "\r\n"))
        if not (starts_alone and _HEADER.match(text) and _FACT_HEADER.search(old)):
            return None
        values = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    if not values.keys() <= {"fact", "source"}:
        return None
    found = validate.document({"version": validate.VERSION, **values})
    if found.faults or found.warnings or known("fact", found.facts) or known("source", found.sources):
        return None
    sources = {fact.source for fact in found.facts.values()}
    replaced = {old for fact in found.facts.values() for old in fact.supersedes}
    known_sources = known("source", sources) | found.sources.keys()
    known_facts = known("fact", replaced) | found.facts.keys()
    if validate.references(found.facts, known_sources, known_facts) or validate.cycles(found.facts):
        return None
    return None if any(text_leads_out(path, source) for source in found.sources.values()) else found


def table_of(source: Source) -> dict[str, Any]:
    """Return the TOML table of a source, dates as EDTF; `source_of` reads it back."""
    table: dict[str, Any] = {"type": source.type, "title": source.title, **source.variables}
    table |= {role: list(map(_name, names)) for role, names in source.names.items()}
    table |= {variable: period.text for variable, period in source.dates.items()}
    optional = {"language": source.language, "text": source.text}
    return table | {key: value for key, value in optional.items() if value is not None}


def source_of(identifier: str, table: Mapping[str, Any]) -> Source:
    """Return the source of a table that `table_of` made."""
    values = {"version": validate.VERSION, "source": {identifier: table}}
    return validate.document(values).sources[identifier]


def _name(name: Name) -> dict[str, str]:
    parts = ((part, getattr(name, part.replace("-", "_"))) for part in csl.NAME_PARTS)
    return {part: text for part, text in parts if text is not None}
