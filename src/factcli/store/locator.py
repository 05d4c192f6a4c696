"""Locators: where in a source a quote stands, as a CSL label and a value.

The labels and their short forms are those of the CSL 1.0.2 locale en-US.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHORT = {
    "p": "page",
    "pp": "page",
    "para": "paragraph",
    "paras": "paragraph",
    "par": "paragraph",
    "sec": "section",
    "secs": "section",
    "§": "section",
    "§§": "section",
    "chap": "chapter",
    "chaps": "chapter",
    "vol": "volume",
    "vols": "volume",
    "l": "line",
    "ll": "line",
    "n": "note",
    "nn": "note",
    "no": "issue",
    "nos": "issue",
    "art": "article-locator",
    "app": "appendix",
    "bk": "book",
    "bks": "book",
    "can": "canon",
    "cann": "canon",
    "col": "column",
    "cols": "column",
    "eq": "equation",
    "eqq": "equation",
    "fig": "figure",
    "figs": "figure",
    "fol": "folio",
    "fols": "folio",
    "loc": "elocation",
    "op": "opus",
    "opp": "opus",
    "pt": "part",
    "pts": "part",
    "r": "rule",
    "rr": "rule",
    "sc": "scene",
    "s.v": "sub-verbo",
    "supp": "supplement",
    "tbl": "table",
    "tit": "title-locator",
    "titt": "title-locator",
    "v": "verse",
    "vv": "verse",
}
LABELS = frozenset(_SHORT.values()) | {
    "act", "canon", "elocation", "equation", "scene", "surah", "table", "timestamp", "title-locator", "version",
}  # fmt: skip
_LABELLED = re.compile(r"(?P<label>§§?|[Ss]\.[Vv](?=[.\s])|[A-Za-z][A-Za-z-]*+)\.?\s*(?P<value>(?<=[\s.§])\S.*)")
_TIMESTAMP = re.compile(r"(?:\d+:)?[0-5]?\d:[0-5]\d(?:\.\d+)?(?:[-–](?:\d+:)?[0-5]?\d:[0-5]\d(?:\.\d+)?)?")


@dataclass(frozen=True, slots=True)
class Locator:
    """A CSL locator. `value` is without the label: "12–15" of "pp. 12–15"."""

    label: str
    value: str
    text: str
    """As it stands in the store."""


def parse(text: str) -> Locator:
    """Read "p. 12", "para. 3", "vol. 2, p. 7" (label volume, value "2, p. 7") or "00:12:33".

    Raises ValueError if the label is not a CSL one.
    """
    text = text.strip()
    if _TIMESTAMP.fullmatch(text):
        return Locator("timestamp", text, text)
    match = _LABELLED.fullmatch(text)
    if not match:
        raise ValueError("no label such as p., para., sec. or chap.")
    word = match["label"].lower()
    label = _SHORT.get(word, word if word in LABELS else _SHORT.get(word.removesuffix("s"), ""))
    if not label and word.removesuffix("s") in LABELS:
        label = word.removesuffix("s")
    if not label:
        raise ValueError(f'"{match["label"]}" is no CSL locator label')
    return Locator(label, match["value"].strip(), text)
