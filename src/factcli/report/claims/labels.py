"""Figures that claim nothing: numbers of chapters and versions, times of day, parts of names and codes."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\b(?:chapters?|sections?|sec|figures?|fig|tables?|pages?|pp?|paras?|paragraphs?|no|nos|numbers?|nr|versions?|ver|v"
    r"|articles?|arts?|steps?|items?|appendix|appendices|annex(?:es|e)?|rooms?|flights?|routes?|platforms?|channels?"
    r"|volumes?|vol|issues?|questions?|q|gates?|tel|phone|fax|iso|rfc|resolution|regulation|directive|law|decree|line"
    r"|part|act|scene|slide|box|chart|graph|exhibit|footnotes?|notes?|ref|lot|unit|building|apartment|apt|suite"
    r"|clause|rule|option|ext|extension|phase|day|week|verse|python|release|form|bus|highway|lines|bugs?|tickets?"
    r"|ports?|commit|row|seat|street|aged?|born|stability)\.?\s?(?:#|№)?(?:\d+\s?(?:-|–|and|to|,)\s?)*\Z",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(
    r"(?:[#№/+@_=^&~]|§\s?|(?<!\d)(?!(?:19|20)\d\d\s)\d{2,4}\s|[A-Za-z][-.]|\d[:.]|\)\s|\+\d[\d\s()-]*|[A-Z]{2}-\d+-)\Z"
)
_GLUED_BEHIND = re.compile(
    r"[:.]\d|\s\d{3,}|/\d|\s?(?:[ap]\.?m\b|o'clock)|-(?:minute|second|hour|page|point|step|digit|bit|inch)"
    r"|[A-Za-z]\w*|-[A-Z0-9]\w*|\s?[x×*]\s?\d|\^|[-\s]\d{2,4}[-\s]\d{2}|\.[x*]|\+",
)
_LISTED = re.compile(r"[\[(]?\d{1,3}[.)]\s|\[\d{1,3}\]")
_STAMP = re.compile(r"(?:19|20)\d{6}(?!\d)")
_NAME_BEFORE = re.compile(r"(?<![.!?:;•–—|]\s)(?<!^)\b(?P<name>[A-Z][\w’']*)\s\Z")
_VERSION, _FIRST_NAME = re.compile(r"\d+(?:\.\d+)+"), re.compile(r"\W*[A-Z][\w.]*\s")
_NO_NAMES = frozenset(
    "in on at by to of from since about some nearly almost over around only just roughly the a an and or but while usd"
    " eur gbp us azn kzt january february march april may june july august september october november december".split()
)


def is_label(text: str, start: int, end: int) -> bool:
    """Tell whether the figure text[start:end], in digits, is a part of something else than a claim."""
    before = text[max(0, start - 60) : start]
    opened = start - (before[-1:] in ("[", "("))
    if _STAMP.match(text, start) or (
        _LISTED.match(text, opened) and (not text[:opened].strip() or text[opened] == "[")
    ):
        return True
    if _BEFORE.search(before) or _GLUED_BEFORE.search(before) or _GLUED_BEHIND.match(text, end):
        return True
    if _VERSION.fullmatch(text, start, end) and _FIRST_NAME.fullmatch(text, 0, start):
        return True
    name = _NAME_BEFORE.search(text[:start])
    return bool(name and name["name"].lower() not in _NO_NAMES and not name["name"].endswith(("'s", "’s")))
