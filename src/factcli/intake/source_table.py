"""The table of a new source, made of what a person or its own document says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from factcli.store import validate

KEYS = ("type", "title", "author", "container-title", "issued", "URL", "language")
_LONGEST = 40


def table(values: Mapping[str, str]) -> dict[str, Any]:
    """Return the table of a source in the usual order; authors are "Family, Given; Family, Given" in `values`."""
    made: dict[str, Any] = {key: values[key] for key in KEYS if values.get(key)}
    if "author" in made:
        made["author"] = [_name(name) for name in made["author"].split(";") if name.strip()]
    if "issued" in made:
        made["issued"] = _date(made["issued"])
    return made


def faults(made: Mapping[str, Any]) -> list[validate.Note]:
    """Return what is wrong with the table of a source."""
    return validate.document({"version": validate.VERSION, "source": {"new": made}}).faults


def identifier(made: Mapping[str, Any], known: Collection[str]) -> str:
    """Return an id that is not `known`, from what the source is in, or else its first author or title, and its date."""
    author = (made.get("author") or [{}])[0]
    named = made.get("container-title") or author.get("family") or author.get("literal") or made["title"]
    parts = (validate.identifier(named)[:_LONGEST].strip("-"), validate.identifier(str(made.get("issued", ""))))
    base = "-".join(filter(None, parts)) or "source"
    proposals = [base, *(f"{base}-{number}" for number in range(2, len(known) + 2))]
    return next(proposal for proposal in proposals if proposal not in known)


def _name(text: str) -> dict[str, str]:
    family, _, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if family and given else {"literal": text.strip()}


def _date(text: str) -> dt.date | str:
    """Return a TOML date for a whole day, the text for every other."""
    try:
        return dt.date.fromisoformat(text) if len(text) == len("2025-03-01") else text
    except ValueError:
        return text
