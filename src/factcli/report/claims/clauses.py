"""Clauses: which part of a sentence says what a figure is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Span = tuple[int, int]

_JOINT = re.compile(
    r"[;:,(]|\s[–—-]\s|\s(?:while|whereas|but|although|though|versus|vs\.?|compared (?:with|to)|as against|against|and"
    r"|or|up from|down from|from)\s",
    re.IGNORECASE,
)
_STRONG = re.compile(r";|,?\s(?:while|whereas|but)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
"""Fewer words beside a figure are no clause: "at $225 million, Azerbaijani investments …"."""


def clauses(sentence: str, figures: Sequence[Span]) -> list[Span]:
    """Return the clause of each of the spans `figures`, which are in order.

    A sentence is cut at each semicolon, "while" and "but", and once between two figures.
    """
    cuts = {0, len(sentence)}
    cuts.update(match.start() for match in _STRONG.finditer(sentence))
    for (_, left), (right, _) in pairwise(figures):
        if not any(left <= cut <= right for cut in cuts):
            cuts.add(_between(sentence, max(cut for cut in cuts if cut <= left), left, right))
    ordered = sorted(cuts)
    return [
        (max(cut for cut in ordered if cut <= start), min(cut for cut in ordered if cut >= end))
        for start, end in figures
    ]


def _between(sentence: str, first: int, left: int, right: int) -> int:
    """Return the first joint between two figures with a clause before it, else the beginning of the second."""
    joints = [match.start() for match in _JOINT.finditer(sentence, left, right)]
    told = (joint for joint in joints if len(_WORD.findall(sentence, first, joint)) >= _FEWEST_WORDS)
    return next(told, joints[-1] if joints else right)
