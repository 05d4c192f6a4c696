"""JSON Schemas (draft 2020-12) of the store and of every envelope. Keys are only ever added to an envelope."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from factcli.report.rules import RULES
from factcli.store import csl
from factcli.store.validate import FACT_KEYS, ID

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_FILLED: Schema = {"type": "string", "pattern": r"\S"}
_MAYBE: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SCORE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_ID: Schema = {"type": "string", "pattern": f"^{ID.pattern}$"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_VERDICTS = ("verbatim", "locked", "altered", "missing", "ambiguous", "unchecked")


def _record(properties: dict[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """Describe an object that has all of `properties` but the optional ones, and may get more some day."""
    required = [key for key in properties if key not in optional]
    return {"type": "object", "required": required, "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _schema(title: str, body: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": title, **body}


def _envelope(command: str, properties: dict[str, Schema]) -> Schema:
    name = f"factcli.{command}/1"
    return _schema(name, _record({"schema": {"const": name}, **properties}))


_CSL_NAME = {"type": "object", "properties": dict.fromkeys(sorted(csl.NAME_PARTS), _TEXT)}
_CSL_DATE = {
    "type": "object",
    "properties": {
        "date-parts": _list(_list({"type": "integer"})),
        "season": {"type": "integer", "minimum": 1, "maximum": 4},
        "circa": {"type": "boolean"},
        "literal": _TEXT,
    },
}
_CSL_ITEM: Schema = {
    "description": "A CSL-JSON item.",
    "type": "object",
    "required": ["id", "type", "title"],
    "properties": {
        "id": _ID,
        "type": {"enum": sorted(csl.TYPES)},
        **{name: _list(_CSL_NAME) for name in sorted(csl.NAMES)},
        **dict.fromkeys(sorted(csl.DATES), _CSL_DATE),
        **{name: {"type": ["string", "integer"]} for name in sorted(csl.NUMBERS)},
        **dict.fromkeys(sorted(csl.STRINGS), _TEXT),
    },
}

_FACT: dict[str, Schema] = {
    "statement": _TEXT,
    "answer": _MAYBE,
    "quote": _TEXT,
    "locator": {"oneOf": [{"type": "null"}, _record({"label": _TEXT, "value": _TEXT})]},
    "period": {"description": "An EDTF date or interval.", **_MAYBE},
    "tags": _TEXTS,
    "aliases": _TEXTS,
    "supersedes": _list(_ID),
    "extra": {"description": "Keys that factcli does not know.", "type": "object"},
    "source": _CSL_ITEM,
    "citation": {"description": "A Chicago note as plain text.", **_TEXT},
    "link": {"description": "The source's URL with a text fragment that finds the quote.", **_MAYBE},
    "verified": {"enum": list(_VERDICTS)},
}

_EXPLANATION: Schema = {
    "description": "With --explain: the score is fit × certainty, a fifth less if a binding rule is broken.",
    **_record(
        {
            "fit": _SCORE,
            "certainty": _SCORE,
            "features": {"type": "object", "additionalProperties": _record({"value": _SCORE, "weight": _SCORE})},
            "words": _list(_record({"word": _TEXT, "share": _SCORE, "found": _MAYBE, "sureness": _SCORE})),
        }
    ),
}
_RESULT = _record(
    {"id": _ID, "score": _SCORE, "match": {"enum": ["strong", "weak"]}, **_FACT, "explanation": _EXPLANATION},
    optional=("explanation",),
)

_ASK = _envelope(
    "ask",
    {
        "query": _TEXT,
        "store": _TEXT,
        "count": _COUNT,
        "results": _list(_RESULT),
        "near": _list(_record({"id": _ID, "score": _SCORE, "statement": _TEXT, "why": _TEXT})),
    },
)
_LIST = _envelope("list", {"count": _COUNT, "facts": _list(_record({"id": _ID, **_FACT}))})
_SHOW = _envelope(
    "show", {"fact": _record({"id": _ID, **_FACT, "context": _record({"before": _MAYBE, "after": _MAYBE})})}
)
_CITE = _envelope(
    "cite",
    {
        "count": _COUNT,
        "citations": _list(_record({"id": _ID, "style": _TEXT, "form": _TEXT, "markup": _TEXT, "text": _TEXT})),
    },
)

_VERIFY = _envelope(
    "verify",
    {
        "checked": _COUNT,
        "problems": _COUNT,
        "facts": _list(
            _record(
                {
                    "id": _ID,
                    "verdict": {"enum": list(_VERDICTS)},
                    "span": {
                        "description": "Where the quote begins and ends in the source's text, in characters.",
                        "oneOf": [{"type": "null"}, {**_list(_COUNT), "minItems": 2, "maxItems": 2}],
                    },
                    "detail": _MAYBE,
                }
            )
        ),
    },
)
_SPAN: Schema = {
    "description": "Where it stands in the text: the first character and the one behind the last, counted from 0.",
    "type": "array",
    "items": _COUNT,
    "minItems": 2,
    "maxItems": 2,
}
_SOURCES = _envelope(
    "sources",
    {"count": _COUNT, "sources": _list(_record({"id": _ID, "facts": _COUNT, "text": _MAYBE, "source": _CSL_ITEM}))},
)
_SOURCE = _envelope(
    "source",
    {
        "source": _CSL_ITEM,
        "text": {"description": "The whole text, null where it is not at hand.", **_MAYBE},
        "quotes": _list(_record({"id": _ID, "span": _SPAN})),
        "astray": {"description": "The facts whose quotes have no certain place in the text.", **_list(_ID)},
        "open": {
            "description": "Sentences with figures that no quote holds.",
            **_list(
                _record(
                    {
                        "span": _SPAN,
                        "paragraph": _COUNT,
                        "sentence": _TEXT,
                        "figures": _list(_record({"span": _SPAN, "text": _TEXT})),
                    }
                )
            ),
        },
        "coverage": {
            "oneOf": [
                {"type": "null"},
                _record(
                    {
                        "characters": {
                            "description": "Without white space.",
                            **_record({"all": _COUNT, "quoted": _COUNT}),
                        },
                        "sentences": _record({"all": _COUNT, "quoted": _COUNT, "open": _COUNT}),
                    }
                ),
            ]
        },
    },
)

_PLACE: Schema = {"type": "integer", "minimum": 1}
_CHECK = _envelope(
    "check",
    {
        "report": _TEXT,
        "checked": _COUNT,
        "problems": _COUNT,
        "findings": _list(
            _record(
                {
                    "line": {"description": "From 1, as is the column, in characters.", **_PLACE},
                    "column": _PLACE,
                    "end_line": _PLACE,
                    "end_column": {"description": "Behind the last character.", **_PLACE},
                    "kind": {"enum": "quote figure footnote".split()},
                    "code": {"enum": list(RULES)},
                    "verdict": {"enum": list(dict.fromkeys(rule.verdict for rule in RULES.values()))},
                    "text": {"description": "The passage, as a reader sees it.", **_TEXT},
                    "fact": {"description": "The fact that it was held against.", **_MAYBE},
                    "message": _TEXT,
                    "difference": {"description": "What makes the quote out of its source's words.", **_MAYBE},
                    "accepted": {"description": "Why it may stand: then it is no problem.", **_MAYBE},
                    "suggestion": {"description": "With --suggest: the footnote that it could have.", **_MAYBE},
                }
            )
        ),
    },
)

_DOCTOR = _envelope(
    "doctor",
    {
        "checked": _COUNT,
        "problems": _COUNT,
        "findings": _list(
            _record(
                {
                    "fact": {"description": "Null where it concerns a source.", **_MAYBE},
                    "kind": {"enum": "doubled contradicting succession figure period length lock unused".split()},
                    "problem": _TEXT,
                    "mend": _TEXT,
                    "other": {"description": "The fact or source that it also concerns.", **_MAYBE},
                }
            )
        ),
    },
)

_STORE_DATE: Schema = {"description": "A TOML date, or EDTF in a string.", **_FILLED}
_STORE_FACT = _record(
    {
        "statement": {"description": "One claim, understandable on its own.", **_FILLED},
        "answer": {"description": "The short answer.", **_FILLED},
        "quote": {"description": "The shortest verbatim passage that proves the statement.", **_FILLED},
        "source": {"description": "The id of a source.", **_ID},
        "locator": {"description": 'Where the quote stands: "p. 12", "para. 3", "00:12:33".', **_FILLED},
        "period": {"description": "The time that the statement is about.", **_STORE_DATE},
        "tags": _list(_FILLED),
        "aliases": {"description": "Other words that people ask with.", **_list(_FILLED)},
        "supersedes": {"description": "The ids of the facts that this one replaces.", **_list(_ID)},
    },
    optional=tuple(key for key in FACT_KEYS if key not in ("statement", "quote", "source")),
)
_STORE_NAME: Schema = {
    "type": "object",
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
    "additionalProperties": False,
    "properties": dict.fromkeys(sorted(csl.NAME_PARTS), _FILLED),
}
_STORE_SOURCE: Schema = {
    "type": "object",
    "required": ["type", "title"],
    "properties": {
        **{name: {**_list(_STORE_NAME), "minItems": 1} for name in sorted(csl.NAMES)},
        **dict.fromkeys(sorted(csl.DATES), _STORE_DATE),
        **{name: {"anyOf": [_FILLED, {"type": "integer"}]} for name in sorted(csl.NUMBERS)},
        **dict.fromkeys(sorted(csl.STRINGS), _FILLED),
        "type": {"description": "A CSL type.", "enum": sorted(csl.TYPES)},
        "URL": {"type": "string", "pattern": r"^(https?|ftp)://\S+$"},
        "text": {"description": "The source's own text, relative to the store's folder.", **_FILLED},
    },
}


def _by_id(record: Schema) -> Schema:
    return {"type": "object", "propertyNames": _ID, "additionalProperties": record}


_STORE = _schema(
    "A factcli store",
    {
        "type": "object",
        "required": ["version", "fact"],
        "properties": {"version": {"const": 1}, "source": _by_id(_STORE_SOURCE), "fact": _by_id(_STORE_FACT)},
    },
)


class Name(StrEnum):
    """What there is a schema of: the store, and the output of each command that prints JSON."""

    STORE = "store"
    ASK = "ask"
    LIST = "list"
    SHOW = "show"
    CITE = "cite"
    CHECK = "check"
    VERIFY = "verify"
    DOCTOR = "doctor"
    SOURCES = "sources"
    SOURCE = "source"


SCHEMAS = {
    Name.STORE: _STORE,
    Name.ASK: _ASK,
    Name.LIST: _LIST,
    Name.SHOW: _SHOW,
    Name.CITE: _CITE,
    Name.CHECK: _CHECK,
    Name.VERIFY: _VERIFY,
    Name.DOCTOR: _DOCTOR,
    Name.SOURCES: _SOURCES,
    Name.SOURCE: _SOURCE,
}
