"""Facts, sources and stores as frozen records."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcli.errors import Fault
from factcli.store.locator import Locator
from factcli.text.edtf import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A CSL name: a person (`family`, `given` and their particles) or an institution (`literal`)."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    suffix: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts come from, in CSL variables."""

    id: str
    type: str
    title: str
    language: str | None = None
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, Period] = field(default_factory=dict)
    variables: Mapping[str, str | int] = field(default_factory=dict)
    """Every other CSL variable, such as `container-title`, `URL`, `volume`."""
    text: str | None = None
    """The path of the source's own text, relative to the store's folder."""

    def variable(self, name: str) -> str:
        """Return a CSL variable as text, "" where the source has none."""
        return str(self.variables.get(name, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One atomic fact and the verbatim quote that proves it."""

    id: str
    statement: str
    quote: str
    source: str
    answer: str | None = None
    locator: Locator | None = None
    period: Period | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that this program does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """All facts and sources of a store, in the order of its files."""

    path: Path
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    warnings: tuple[Fault, ...] = ()
    digests: Mapping[Path, bytes] = field(default_factory=dict)
    """What tells the content of each file from any other, as it was read."""

    @property
    def folder(self) -> Path:
        """The folder that the paths of source texts are relative to."""
        return folder_of(self.path)

    def superseded(self) -> dict[str, str]:
        """Map the id of each superseded fact to the fact that replaces it."""
        return {old: fact.id for fact in self.facts.values() for old in fact.supersedes}


def folder_of(path: Path) -> Path:
    """Return the folder that the paths of source texts are relative to, of the store at `path`."""
    return path if path.is_dir() else path.parent


def plain(value: object) -> object:
    """Turn a TOML value into one that JSON has: dates and times become text, as do inf and nan."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, str | int | float) else str(value)
