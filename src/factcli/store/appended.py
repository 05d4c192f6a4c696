"""Reading what was appended to a store, without reading again what stood there before.

That is safe where the new text is a piece of its own, by the rules of `factcli.store.pieces`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from factcli.store import csl, validate
from factcli.store.model import Fact, Name, Source
from factcli.store.pieces import IndivisibleError, parse
from factcli.store.read import text_leads_out

_FACT_HEADER = re.compile(rb"^\[fact\.[a-z0-9-]+\][ \t]*\r?$", re.MULTILINE)

Known = Callable[[str, Iterable[str]], set[str]]
"""Tells which ids the store has already, of "fact" or "source"; raises LookupError if it can't."""
Recall = Callable[[Mapping[str, bytes]], Known | None]
"""Recalls a valid store by the digests of its files, under their names in its folder ("" for a store of one file);
None for one that has to be read."""


def read(path: Path, old: bytes, new: bytes, known: Known) -> validate.Document | None:
    """Read `new`, which stands behind `old` in a file of the store at `path`.

    Returns None if only the whole file can tell what it means, or what is wrong with it.
    """
    starts_alone = old.endswith(b"\n") or new.startswith((b"\n", b"\r\n"))
    if not (starts_alone and _FACT_HEADER.search(old)):
        return None
    try:
        found = parse(new, first=False)
    except IndivisibleError:
        return None
    try:
        return found if fits(path, found.facts, found.sources, known) else None
    except LookupError:
        return None


def fits(path: Path, facts: Mapping[str, Fact], sources: Mapping[str, Source], known: Known) -> bool:
    """Tell whether the store at `path`, which is valid, stays so when these are added."""
    if known("fact", facts) or known("source", sources):
        return False
    cited = {fact.source for fact in facts.values()}
    replaced = {old for fact in facts.values() for old in fact.supersedes}
    known_sources = known("source", cited) | sources.keys()
    known_facts = known("fact", replaced) | facts.keys()
    if validate.references(facts, known_sources, known_facts) or validate.cycles(facts):
        return False
    return not any(text_leads_out(path, source) for source in sources.values())


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
    parts = ((part, getattr(name, part.replace("-", "_"))) for part in sorted(csl.NAME_PARTS))
    return {part: text for part, text in parts if text is not None}
