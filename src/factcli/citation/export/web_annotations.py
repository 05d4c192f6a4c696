"""JSON-LD: each fact a W3C Web Annotation of its source, with a schema.org ClaimReview as what it says.

The target's selectors find the quote: by its words (TextQuoteSelector), and by its place in the source's own text
(TextPositionSelector, counted in characters), which `state` names. The rating is of the quote, not of the claim.
https://www.w3.org/TR/annotation-model/, https://schema.org/ClaimReview
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote as percent_encode

from factcli.citation.markup import Markup, render
from factcli.citation.styles import chicago
from factcli.citation.styles.style import Form
from factcli.citation.work import Work
from factcli.quote.evidence import Evidence
from factcli.store.model import Name, Source
from factcli.text.safe import safe_json

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
_AROUND = 32
"""Characters of context on a side."""


def jsonld(found: Iterable[Evidence], total: int) -> Iterator[str]:
    """Write an AnnotationCollection of one page."""
    head = {"@context": _CONTEXT, "id": "urn:facts", "type": "AnnotationCollection", "total": total}
    page = {"id": "urn:facts:1", "type": "AnnotationPage", "startIndex": 0}
    yield f'{safe_json(head, compact=True)[:-1]},"first":{safe_json(page, compact=True)[:-1]},"items":['
    before = "\n"
    for evidence in found:
        yield f"{before}{safe_json(_annotation(evidence), compact=True, encoding='utf-8')}"
        before = ",\n"
    yield "\n]}}\n"


def _annotation(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": f"urn:fact:{evidence.fact.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": _review(evidence),
        "target": _target(evidence),
    }


def _review(evidence: Evidence) -> dict[str, Any]:
    fact, source = evidence.fact, evidence.source
    note = chicago.STYLE.write(Work(source, fact.locator), Form.NOTE)
    claim = {
        "type": "schema:Claim",
        "schema:text": fact.statement,
        "schema:temporalCoverage": fact.period.text if fact.period else None,
        "schema:keywords": list(fact.tags),
        "schema:appearance": _work(source),
    }
    return _without_nothing({
        "type": "schema:ClaimReview",
        "schema:claimReviewed": fact.statement,
        "schema:reviewBody": fact.answer,
        "schema:itemReviewed": _without_nothing(claim),
        "schema:reviewRating": {
            "type": "schema:Rating",
            "schema:reviewAspect": "quote",
            "schema:alternateName": evidence.verdict,
        },
        "schema:citation": render(note, Markup.TEXT),
    })  # fmt: skip


def _work(source: Source) -> dict[str, Any]:
    return _without_nothing({
        "type": "schema:CreativeWork",
        "schema:name": source.title,
        "schema:author": [_agent(name) for name in source.names.get("author", ())],
        "schema:datePublished": source.dates["issued"].text if "issued" in source.dates else None,
        "schema:inLanguage": source.language,
        "schema:url": source.variable("URL"),
    })  # fmt: skip


def _agent(name: Name) -> dict[str, str]:
    if name.literal:
        return {"type": "schema:Organization", "schema:name": name.literal}
    particle = name.non_dropping_particle or name.dropping_particle
    parts = (name.given, particle, name.family, name.suffix)
    return {"type": "schema:Person", "schema:name": " ".join(filter(None, parts))}


def _target(evidence: Evidence) -> dict[str, Any]:
    source, place = evidence.source, evidence.finding.anchor
    selectors: list[dict[str, Any]] = []
    if evidence.may_be_quoted:
        selectors.append(_words(evidence))
        if place:
            selectors.append({"type": "TextPositionSelector", "start": place.start, "end": place.end})
    has_text = source.text and place
    return _without_nothing({
        "type": "SpecificResource",
        "source": source.variable("URL") or f"urn:source:{source.id}",
        "selector": selectors,
        "state": {"type": "TimeState", "cached": percent_encode(source.text or "")} if has_text else None,
    })  # fmt: skip


def _words(evidence: Evidence) -> dict[str, Any]:
    """Return the selector by the words that the source has, or else by the quote."""
    place = evidence.finding.anchor
    if evidence.text is None or place is None:
        return {"type": "TextQuoteSelector", "exact": evidence.fact.quote}
    text = evidence.text.text
    return {
        "type": "TextQuoteSelector",
        "exact": text[place.start : place.end],
        "prefix": text[max(0, place.start - _AROUND) : place.start],
        "suffix": text[place.end : place.end + _AROUND],
    }


def _without_nothing(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
