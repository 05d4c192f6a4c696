"""The JSON of sources: which there are, and the text of one with what of it is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcli.citation import csl_json
from factcli.quote.coverage import Coverage, Sentence
from factcli.quote.source_text import SourceText
from factcli.store.model import Source


def listing(sources: Iterable[Source], facts: Mapping[str, int]) -> dict[str, Any]:
    """Return the envelope of sources; `facts` is how many facts each has."""
    shown = [
        {"id": source.id, "facts": facts.get(source.id, 0), "text": source.text, "source": csl_json.item(source)}
        for source in sources
    ]
    return {"schema": "factcli.sources/1", "count": len(shown), "sources": shown}


def page(source: Source, text: SourceText | None, coverage: Coverage | None, astray: Sequence[str]) -> dict[str, Any]:
    """Return the envelope of a source with its text, null where that is not at hand.

    Spans count characters of the text from 0; `astray` are the facts whose quotes have no certain place in it.
    """
    quotations = coverage.quotations if coverage else ()
    return {
        "schema": "factcli.source/1",
        "source": csl_json.item(source),
        "text": text.text if text else None,
        "quotes": [{"id": item.fact, "span": [item.start, item.end]} for item in quotations],
        "astray": list(astray),
        "open": [_open(text, sentence) for sentence in coverage.open] if text and coverage else [],
        "coverage": _sums(coverage) if coverage else None,
    }


def _open(text: SourceText, sentence: Sentence) -> dict[str, Any]:
    return {
        "span": [sentence.start, sentence.end],
        "paragraph": text.paragraph(sentence.start),
        "sentence": text.text[sentence.start : sentence.end],
        "figures": [{"span": [start, end], "text": text.text[start:end]} for start, end in sentence.open],
    }


def _sums(coverage: Coverage) -> dict[str, Any]:
    quoted = sum(sentence.quoted for sentence in coverage.sentences)
    return {
        "characters": {"all": coverage.characters, "quoted": coverage.quoted_characters},
        "sentences": {"all": len(coverage.sentences), "quoted": quoted, "open": len(coverage.open)},
    }
