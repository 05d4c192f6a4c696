"""The JSON that scripts stand on: one envelope a command, keys only ever added. `render.schemas` describes it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from factcli.citation import chicago, csl_json, fragment, markup
from factcli.quote.evidence import Evidence, Examiner
from factcli.search.rank import Answers

# JSON leaves these raw; a terminal or a reader of right-to-left text would act on them.
_RAW = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def dumps(envelope: Mapping[str, Any], *, compact: bool, ascii_only: bool = False) -> str:
    """Write an envelope: on one line if `compact`, else indented; control characters are escaped either way."""
    text = json.dumps(
        envelope,
        ensure_ascii=ascii_only,
        indent=None if compact else 2,
        separators=(",", ":") if compact else None,
    )
    return _RAW.sub(lambda match: json.dumps(match[0])[1:-1], text)


def ask(query: str, store: str, answers: Answers, examiner: Examiner) -> dict[str, Any]:
    """Return the envelope of a question's answers."""
    results = []
    for hit in answers.hits:
        shown = fact(examiner.examine(hit.fact))
        results.append({"id": shown.pop("id"), "score": hit.score, "match": hit.match} | shown)
    near = [
        {"id": item.fact.id, "score": item.score, "statement": item.fact.statement, "why": item.why}
        for item in answers.near
    ]
    return {
        "schema": "factcli.ask/1",
        "query": query,
        "store": store,
        "count": len(results),
        "results": results,
        "near": near,
    }


def listing(facts: Iterable[Evidence]) -> dict[str, Any]:
    """Return the envelope of many facts."""
    shown = [fact(evidence) for evidence in facts]
    return {"schema": "factcli.list/1", "count": len(shown), "facts": shown}


def show(evidence: Evidence) -> dict[str, Any]:
    """Return the envelope of one fact with its surroundings; both are null where the source's text is not at hand."""
    before, after = evidence.context()
    return {"schema": "factcli.show/1", "fact": fact(evidence) | {"context": {"before": before, "after": after}}}


def cite(citations: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """Return the envelope of rendered citations."""
    shown = [dict(citation) for citation in citations]
    return {"schema": "factcli.cite/1", "count": len(shown), "citations": shown}


def fact(evidence: Evidence) -> dict[str, Any]:
    """Return one fact as every envelope has it."""
    record, source = evidence.fact, evidence.source
    locator = record.locator
    return {
        "id": record.id,
        "statement": record.statement,
        "answer": record.answer,
        "quote": record.quote,
        "locator": {"label": locator.label, "value": locator.value} if locator else None,
        "period": record.period.text if record.period else None,
        "tags": list(record.tags),
        "aliases": list(record.aliases),
        "supersedes": list(record.supersedes),
        "extra": {key: _plain(value) for key, value in record.extra.items()},
        "source": csl_json.item(source),
        "citation": markup.render(chicago.note(source, locator), markup.Markup.TEXT),
        "link": _link(evidence),
        "verified": evidence.verdict,
    }


def _link(evidence: Evidence) -> str | None:
    """Return the source's URL, with the quote where that is not known to be missing from it."""
    address = evidence.source.variable("URL")
    if not address:
        return None
    return address if evidence.verdict == "altered" else fragment.link(address, evidence.fact.quote)


def _plain(value: object) -> object:
    """Turn a TOML value into one that JSON has: dates and times become text, as do inf and nan."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, str | int | float) else str(value)
