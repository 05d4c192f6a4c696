"""The made-up sources of golden/citations, read as a store is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from factcli.store import validate
from factcli.store.model import Fact, Source

FOLDER = Path(__file__).parents[1] / "golden" / "citations"
GOLDENS = FOLDER / "goldens.json"


def facts() -> Iterator[tuple[Fact, Source]]:
    """Yield each fact with its source."""
    found = validate.document(tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8")))
    assert not found.faults
    assert not found.warnings
    for fact in found.facts.values():
        yield fact, found.sources[fact.source]


def source(toml: str) -> Source:
    """Return the source that the lines of a [source.s] table describe."""
    found = validate.document(tomllib.loads(f"version = 1\n[source.s]\n{toml}"))
    assert not found.faults
    assert not found.warnings
    return found.sources["s"]
