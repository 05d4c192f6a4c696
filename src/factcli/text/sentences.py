"""Sentences: where a text may be cut so that each piece says something of its own.

A full stop ends one only where nothing speaks against it, because a sentence too long misleads nobody, and half of one
may.
"""

from __future__ import annotations

import re

_CLOSING = "\"'”’»›)\\]}」』）】"
_BREAK = re.compile(
    rf"(?P<stop>(?:[.!?…؟۔։።।॥។]+[{_CLOSING}]*(?=\s))|[。！？｡]+[{_CLOSING}]*)\s*"
    r"|(?P<block>\n[ \t\r]*\n\s*|\n\s*(?=[-–—•*]\s))"
)
_OPENING = re.compile(r"[\"'“‘„«‹(\[{¿¡–—-]*\s*")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
# Behind these a full stop ends no sentence, though a capital or a figure may follow.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sr jr gen col lt capt maj sgt cmdr adm sen rep gov pres rev hon mme mlle
    no nos nr art fig figs eq sec chap vol vols ed eds p pp para paras ch cf approx ca est vs al resp
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri
    inc ltd co corp bros dept univ assn ave blvd rd
    eg ie viz z.b d.h u.a bzw vgl hr hrn frau abb nr bd s.a m.in e.g i.e a.m p.m u.s u.k u.n
    млн млрд тыс руб г гг им ул тов см стр
    """.split()
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`, without the white space around them."""
    spans = []
    start = 0
    for match in _BREAK.finditer(text):
        if match["block"] is not None:
            end = match.start()
        elif _ends(text, match):
            end = match.start() + len(match["stop"])
        else:
            continue
        spans.append(_trimmed(text, start, end))
        start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return [(start, end) for start, end in spans if start < end]


def _ends(text: str, match: re.Match[str]) -> bool:
    """Tell whether a stop ends its sentence: what follows begins one, and what stands before is no abbreviation."""
    opening = _OPENING.match(text, match.end())
    following = text[opening.end() : opening.end() + 1] if opening else ""
    if following.islower():
        return False
    if match["stop"] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    if not word:
        return True
    initial = len(word[0]) == 1 and word[0].isupper()
    return not (initial or word[0].lower() in _ABBREVIATIONS)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
