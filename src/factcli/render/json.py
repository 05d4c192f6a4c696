"""The JSON that scripts stand on: one envelope a command, keys only ever added. `render.schemas` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from factcli.quote.evidence import Evidence
    from factcli.quote.verdict import Verdict
    from factcli.search.explain import Explanation
    from factcli.search.rank import Answers
    from factcli.search.record import Record


def ask(
    query: str,
    store: str,
    answers: Answers,
    shown: Iterable[tuple[Record, Verdict]],
    explanations: Iterable[Explanation] = (),
) -> dict[str, Any]:
    """Return the envelope of a question's answers; `shown` is what to show of each hit."""
    results = [
        {"id": record.id, "score": hit.score, "match": hit.match} | fact(record, verdict)
        for hit, (record, verdict) in zip(answers.hits, shown, strict=True)
    ]
    for result, told in zip(results, explanations, strict=False):
        result["explanation"] = _explanation(told)
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


def listing(facts: Iterable[tuple[Record, Verdict]]) -> dict[str, Any]:
    """Return the envelope of many facts."""
    shown = [fact(record, verdict) for record, verdict in facts]
    return {"schema": "factcli.list/1", "count": len(shown), "facts": shown}


def show(record: Record, evidence: Evidence) -> dict[str, Any]:
    """Return the envelope of one fact with its surroundings; both are null where the source's text is not at hand."""
    before, after = evidence.context()
    return {
        "schema": "factcli.show/1",
        "fact": fact(record, evidence.verdict) | {"context": {"before": before, "after": after}},
    }


def cite(citations: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """Return the envelope of rendered citations."""
    shown = [dict(citation) for citation in citations]
    return {"schema": "factcli.cite/1", "count": len(shown), "citations": shown}


def fact(record: Record, verdict: Verdict) -> dict[str, Any]:
    """Return one fact as every envelope has it."""
    source = json.loads(record.source)
    # a link to a quote that is not there would lead nowhere
    link = source["URL"] if record.link and verdict in ("altered", "missing") else record.link
    return {
        "id": record.id,
        "statement": record.statement,
        "answer": record.answer,
        "quote": record.quote,
        "locator": {"label": record.label, "value": record.locator} if record.label else None,
        "period": record.period,
        **json.loads(record.lists),
        "source": source,
        "citation": record.citation,
        "link": link,
        "verified": verdict,
    }


def _explanation(told: Explanation) -> dict[str, Any]:
    return {
        "fit": round(told.fit, 4),
        "certainty": round(told.certainty, 4),
        "features": {part.feature: {"value": round(part.value, 4), "weight": part.weight} for part in told.parts},
        "words": [
            {
                "word": word.word,
                "share": round(word.share, 4),
                "found": word.found or None,
                "sureness": round(word.sureness, 4),
            }
            for word in told.words
        ],
    }
