"""How exactly a figure is meant, and when another may stand for it.

| the report says             | it holds of a fact's figure                                                          |
|-----------------------------|--------------------------------------------------------------------------------------|
| 470                         | that is 470                                                                          |
| about, around, roughly 470  | that is rounded to it, as far as it is rounded itself, and no more than 7 % away     |
| nearly, almost, just under  | that is at most 7 % below it, or the same                                            |
| more than, over, at least   | that is above it, or the same, but not by more than a quarter                        |
| between 400 and 500         | that is neither below the one nor above the other                                    |
| less than, under, up to     | that is below it, or the same, but not by more than a quarter                        |

More than 100 is true of 470 and yet nothing that anybody says of it, so it is taken for another figure.
"""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["exact", "about", "over", "under", "nearly", "between"]

_CLOSE, _FAR = 0.07, 0.25
_WORDS: dict[Bound, str] = {
    "nearly": r"nearly|almost|close to|approaching|nearing|not quite"
    r"|just (?:under|below|short of)|a little (?:under|below)|(?:slightly|a little|just) less than",
    "under": r"(?<!no\s)(?<!not\s)(?:less|fewer|lower|smaller) than|under|below|at most|(?:no|not) more than|up to"
    r"|short of|a maximum of|(?:did|does|has|had) not (?:yet )?(?:exceed|reach|surpass|top)\w*|<|≤",
    "over": r"(?:more|greater|higher|larger) than|over|above|exceed\w*|in excess of|upwards? of|at least|north of"
    r"|(?:no|not) (?:fewer|less) than|surpass\w*|topp?(?:s|ed|ing)|past|beyond|a minimum of|>|≥",
    "about": r"about|around|roughly|approximately|approx\.?|circa|ca?\.|some|~|≈|an estimated|estimated at"
    r"|in the region of",
}
_BEFORE = {
    bound: re.compile(rf"(?<!\w)(?:{listed})\s?(?:the\s)?(?:(?:level|mark) of\s)?\Z", re.IGNORECASE)
    for bound, listed in _WORDS.items()
}
_BEHIND = {
    "about": re.compile(r"\s(?:or so|or thereabouts|odd)\b", re.IGNORECASE),
    "over": re.compile(r"\+|\s(?:or more|plus)\b", re.IGNORECASE),
    "under": re.compile(r"\s(?:or less|or fewer)\b", re.IGNORECASE),
}
_LONGEST = 40


def bound(text: str, start: int, end: int) -> Bound:
    """Tell how exactly the figure text[start:end] is meant, by the words beside it."""
    before, behind = text[max(0, start - _LONGEST) : start], text[end : end + _LONGEST]
    for found, pattern in _BEFORE.items():
        if pattern.search(before):
            return found
    return next((found for found, pattern in _BEHIND.items() if pattern.match(behind)), "exact")  # type: ignore[misc]


def agrees(said: float, meant: Bound, held: float, held_meant: Bound, digits: int) -> bool:
    """Tell whether a report that says `said`, written with so many significant digits, holds of a fact's `held`.

    A fact that says more than 100 is not held to say less than 100.
    """
    if {meant, held_meant} in ({"over", "under"}, {"over", "nearly"}) and abs(said - held) <= _CLOSE * abs(held):
        return False
    if said == held:
        return True
    off = (said - held) / abs(held) if held else float("inf")
    if meant == "about":
        return abs(off) <= _CLOSE and float(f"{held:.{digits}g}"[:40]) == float(f"{said:.{digits}g}")
    if meant == "nearly":
        return 0 < off <= _CLOSE
    if meant == "over":
        return -_FAR <= off < 0
    return meant == "under" and 0 < off <= _FAR
