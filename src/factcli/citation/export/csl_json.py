"""CSL-JSON: what pandoc, Zotero and every CSL processor read.

The id of an item is that of the source, so that `[@herald-2025-03-01, p. 4]` in a text cites it: a locator belongs to
the citation, not to the item. The quotes are in `note`, a line each, and once more in `custom`, for programs, with the
fact and the parts of the locator. https://github.com/citation-style-language/schema (csl-data.json)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcli.citation import csl_json as csl
from factcli.citation.export.reference import Reference
from factcli.store.model import Fact
from factcli.text.safe import safe_json


def csl_json(references: Iterable[Reference]) -> Iterator[str]:
    """Write an array of items."""
    before = "["
    for reference in references:
        yield f"{before}\n{safe_json(_item(reference), compact=False, encoding='utf-8')}"
        before = ","
    yield "\n]\n" if before == "," else "[]\n"


def _item(reference: Reference) -> dict[str, Any]:
    item = csl.item(reference.source)
    if notes := [*filter(None, [item.get("note")]), *reference.notes()]:
        item["note"] = "\n".join(notes)
    if reference.facts:
        item["custom"] = {"facts": [_cited(fact) for fact in reference.facts]}
    return item


def _cited(fact: Fact) -> dict[str, str]:
    place = {"label": fact.locator.label, "locator": fact.locator.value} if fact.locator else {}
    return {"id": fact.id, **place, "quote": fact.quote}
