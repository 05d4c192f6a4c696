"""JSON-LD: the shape of the W3C's Web Annotations, and selectors that find what they should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from factcli.citation.export.web_annotations import jsonld
from factcli.quote.evidence import Examiner
from factcli.store import read
from tests.conftest import SHIPPED, SMALL_TEXT

IRI = {"type": "string", "pattern": "^[a-z]+:[^\\s<>]+$"}
SELECTORS = [
    {
        "properties": {"type": {"const": "TextQuoteSelector"}},
        "required": ["type", "exact"],
        "additionalProperties": {"type": "string"},
    },
    {
        "properties": {
            "type": {"const": "TextPositionSelector"},
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 1},
        },
        "required": ["type", "start", "end"],
        "additionalProperties": False,
    },
]
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "assessing"},
        "body": {
            "required": ["type", "schema:claimReviewed", "schema:itemReviewed", "schema:reviewRating"],
            "properties": {"type": {"const": "schema:ClaimReview"}},
        },
        "target": {
            "required": ["type", "source"],
            "properties": {
                "source": IRI,
                "selector": {"type": "array", "items": {"oneOf": SELECTORS}},
                "state": {"required": ["type", "cached"], "properties": {"type": {"const": "TimeState"}}},
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "first": {
            "required": ["id", "type", "startIndex", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}
"""https://www.w3.org/TR/annotation-model/, as far as we write it."""


def exported(path: Path) -> list[dict[str, Any]]:
    store, examiner = read.load(path), Examiner(path)
    found = [examiner.examine(fact, store.sources[fact.source]) for fact in store.facts.values()]
    collection = json.loads("".join(jsonld(found, len(found))))
    jsonschema.validate(collection, COLLECTION)
    assert collection["total"] == len(collection["first"]["items"]) == len(found)
    items: list[dict[str, Any]] = collection["first"]["items"]
    return items


def test_selectors_find_the_quote_in_the_text(store: Path) -> None:
    for annotation in exported(store):
        target = annotation["target"]
        words, place = target["selector"]
        assert SMALL_TEXT[place["start"] : place["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in SMALL_TEXT
        assert len(words["prefix"]) <= 32
        assert target["source"] == "https://herald.example/harbour"
        assert target["state"]["cached"] == "herald.txt"
        assert annotation["body"]["schema:reviewRating"]["schema:alternateName"] == "verbatim"


def test_the_words_are_those_of_the_source(store: Path) -> None:
    store.write_text(
        store.read_text(encoding="utf-8").replace("which cost $12", "which\\n cost … $12"), encoding="utf-8"
    )
    (store.parent / "herald.txt").write_text(SMALL_TEXT.replace("cost $12", "cost the town $12"), encoding="utf-8")
    words = exported(store)[0]["target"]["selector"][0]
    assert words["exact"] == "the harbour, which cost the town $12 million in 2024"


def test_a_quote_that_is_not_there_is_not_selected(store: Path) -> None:
    store.write_text(store.read_text(encoding="utf-8").replace("which cost $12", "which cost $13"), encoding="utf-8")
    annotation = exported(store)[0]
    assert "selector" not in annotation["target"]
    assert "$13" not in json.dumps(annotation)
    assert annotation["body"]["schema:reviewRating"]["schema:alternateName"] == "altered"


def test_without_the_text_places_are_those_of_the_lock() -> None:
    items = exported(SHIPPED)
    assert len(items) > 100
    for annotation in items:
        words, place = annotation["target"]["selector"]
        assert words.keys() == {"type", "exact"}
        assert place["start"] < place["end"]
