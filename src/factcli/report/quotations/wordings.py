"""What a quoted passage may stand for: writers change its first letter, its last stop and its inner marks, and say so.

Nothing here changes a word: what is tried is what editors agree on and a reader can see, or cannot be misled by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

_ROUND_ELISION = re.compile(r"\(\s?(?:…|\.\s?\.\s?\.)\s?\)")
_SIC = re.compile(r"\s?\[sic!?\]")
_FIRST_LETTER = re.compile(r"""(?P<before>["'“”„«»‘’‚‹›…\s]*)\[(?P<letter>[^\W\d_])\](?=\w)""")
_STOP = re.compile(r"(?<![.,…])[.,]\Z")
_INNER = (
    re.compile(r"(?<!\w)‘(?=\S)([^“”]{1,300}?)(?<=\S)’(?!\w)|(?<!\w)'(?=\S)([^\"]{1,300}?)(?<=\S)'(?!\w)"),
    re.compile(
        r"“(?=\S)([^“”]{1,300}?)(?<=\S)”|„(?=\S)([^„“”]{1,300}?)(?<=\S)[“”]|(?<!\w)\"(?=\S)([^\"]{1,300}?)(?<=\S)\"(?!\w)"
    ),
)
_NAME = r"(?:[^\W\d_a-zà-öø-ÿ][^\s.!?…]*[.,]?|\d{1,4},?|of|the|de|la|von|van|der|to|in|on|and|interview)"
_ATTRIBUTION = re.compile(rf"(?<=[.!?…”\"»’])\s*(?:—|–|--?)\s?(?=[^\W\d_a-z])(?:{_NAME}(?:\s+|\Z))+\Z")
"""Behind what ends a sentence, names and dates only: what else is there belongs to the quotation."""


def wordings(text: str, *, is_block: bool = False) -> Iterator[str]:
    """Return a passage as it is, then as it may have been; the last has most of what is the writer's taken away.

    “[t]he” may be “The” or “the”; `[sic]` is the writer's, and so is a comma or full stop at the end, which American
    usage puts inside the marks; marks inside marks are single where the source has double ones, or the other way round.
    A block may end with who said it, after a dash.
    """
    yield text
    plain = _SIC.sub("", _ROUND_ELISION.sub("[…]", text))
    without = _ATTRIBUTION.sub("", plain) if is_block else plain
    tried = {text}
    for ending, case, marks in product(dict.fromkeys((plain, without)), (str.upper, str.lower), (None, *_INNER)):
        wording = _with_first_letter(ending, case)
        if marks:
            wording = marks.sub(_switched, wording)
        for stopped in (wording, _STOP.sub("", wording)):
            if stopped not in tried:
                tried.add(stopped)
                yield stopped


def _with_first_letter(text: str, case: Callable[[str], str]) -> str:
    found = _FIRST_LETTER.match(text)
    return found["before"] + case(found["letter"]) + text[found.end() :] if found else text


def _switched(match: re.Match[str]) -> str:
    inner = next(group for group in match.groups() if group is not None)
    return f"“{inner}”" if match[0][0] in "‘'" else f"‘{inner}’"
