"""The verdict on a quote: what its source's text says to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from factcli.quote import elision
from factcli.quote.anchor import Anchor, anchor, anchors, objection
from factcli.quote.boundary import cuts
from factcli.quote.normalise import trimmed
from factcli.quote.source_text import SourceText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.quote.closest import Passage
    from factcli.quote.difference import Segment

Verdict = Literal["verbatim", "locked", "altered", "missing", "ambiguous", "unchecked"]
GOOD = ("verbatim", "locked")
"""The verdicts with which a quote may stand."""

_MOST_PLACES = 4
_LONG = 60
"""Reading a text through for every altered quote that long would take most of the time."""
_SENTENCE_START = re.compile(r"(?:[.!?…。！？][\"'”’»)\]]*\s+|[。！？]|\n\s*)[\"'“‘«(\[]*\Z")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What became of looking up a quote in a text."""

    verdict: Verdict
    detail: str | None = None
    """What there is to say beside the verdict, in words."""
    anchor: Anchor | None = None
    """Where a verbatim quote stands."""
    paragraph: int | None = None
    """The paragraph in which a verbatim quote begins, where its locator names none that it touches."""
    passage: Passage | None = None
    """Where something close to an altered quote stands."""
    difference: tuple[Segment, ...] = ()
    """What makes the quote out of that passage."""
    since: str | None = None
    """The date since which a locked quote is proven to be unchanged."""


def judge(source: SourceText, quote: str, paragraphs: str | None = None) -> Finding:
    """Look up `quote` in the text of its source; `paragraphs` is a locator's value: "3", "12–15"."""
    named = _span(source, paragraphs) if paragraphs else None
    if named and (found := next(anchors(source, quote, named), None)):
        return Finding(verdict="verbatim", anchor=found, detail=_how(found))
    places = list(islice(anchors(source, quote), _MOST_PLACES))
    if len(places) > 1 and not all(_is_sentence(source.text, place) for place in places):
        return Finding(verdict="ambiguous", detail=_several(source, places))
    if places:
        place = places[0]
        touches = named and place.start < named[1] and named[0] < place.end
        number = None if touches or not paragraphs else source.paragraph(place.start)
        return Finding(verdict="verbatim", anchor=place, paragraph=number, detail=_how(place))
    return _altered(source, quote)


def _span(source: SourceText, paragraphs: str) -> tuple[int, int] | None:
    """Return the span of the paragraphs that a locator names, None if the text has not all of them."""
    numbers = [int(number) for number in re.findall(r"\d{1,9}", paragraphs)]
    if not numbers or not 1 <= min(numbers) <= max(numbers) <= len(source.paragraphs):
        return None
    return source.paragraphs[min(numbers) - 1][0], source.paragraphs[max(numbers) - 1][1]


def _how(place: Anchor) -> str | None:
    return None if place.how == "exact" else place.how


def _is_sentence(text: str, place: Anchor) -> bool:
    """Tell whether a passage is made of whole sentences, which say the same wherever they stand."""
    before = "\n" + text[: place.start] if place.start < 20 else text[place.start - 20 : place.start]
    return bool(_SENTENCE_START.search(before) and _SENTENCE_END.search(text[place.start : place.end]))


def _several(source: SourceText, places: list[Anchor]) -> str:
    numbers = sorted({source.paragraph(place.start) for place in places})
    if len(numbers) == 1:
        return f"stands in paragraph {numbers[0]} more than once"
    more = " and elsewhere" if len(places) == _MOST_PLACES else ""
    listed = " and ".join([", ".join(map(str, numbers[:-1])), str(numbers[-1])])
    return f"stands in paragraphs {listed}{more}, and no locator tells which is meant"


def _altered(source: SourceText, quote: str) -> Finding:
    # RapidFuzz takes long to load, and a quote that is verbatim has no need of it
    from factcli.quote.closest import closest
    from factcli.quote.difference import word_diff

    wanted = quote
    if parts := elision.parts(quote):
        wanted = next((part for part in parts if anchor(source, part) is None), "")
        if not wanted:
            return Finding(verdict="altered", detail=_fault_of_elision(source, quote))
    passage = closest(source, wanted)
    if passage is None and wanted == quote:
        return Finding(verdict="missing", detail="nothing in the text comes close")
    if cut := _cut(source, wanted, passage):
        return Finding(verdict="altered", detail=cut)
    if passage is None:
        return Finding(verdict="altered", detail=f"nothing in the text comes close to “{wanted}”")
    difference = tuple(word_diff(source.text[passage.start : passage.end], wanted.strip()))
    return Finding(verdict="altered", passage=passage, difference=difference, detail=_nature(difference, passage))


def _cut(source: SourceText, quote: str, passage: Passage | None) -> str | None:
    """Say what a quote cuts that stands there letter by letter: a long one where it comes closest, else anywhere."""
    wanted = trimmed(quote)
    first, last = 0, len(source.text)
    if passage and len(wanted) > _LONG:
        first, last = max(0, passage.start - len(wanted)), passage.end + len(wanted)
    start = source.text.find(wanted, first, last) if wanted else -1
    if start < 0:
        return None
    for offset in (start, start + len(wanted)):
        if cuts(source.text, offset):
            left = re.findall(r"\S*\s?\Z", source.text[max(0, offset - 60) : offset])[0]
            right = re.findall(r"\A\s?\S*", source.text[offset : offset + 60])[0]
            whole = " ".join((left + right).split()).rstrip(".,;:!?")
            return f"cuts “{whole}” in paragraph {source.paragraph(start)}"
    return None


def _fault_of_elision(source: SourceText, quote: str) -> str:
    if found := objection(source, quote):
        return f"its “…” {found}"
    return f"its parts are there, but not in this order with gaps of at most {elision.LONGEST_GAP} characters"


def _nature(difference: tuple[Segment, ...], passage: Passage) -> str:
    """Say what kind of difference there is, where it is one of letter case or punctuation alone."""
    removed = "".join(segment.text for segment in difference if segment.kind != "added")
    added = "".join(segment.text for segment in difference if segment.kind != "removed")
    if removed.casefold() == added.casefold():
        nature = "differs in letter case"
    elif _words(removed) == _words(added):
        nature = "differs in punctuation"
    else:
        nature = "differs"
    return f"{nature} from paragraph {passage.paragraph}"


def _words(text: str) -> list[str]:
    return re.findall(r"[-+<>=$€£¥%]*\w+%?", re.sub(r"(?<=\d),(?=\d{3})", "", text))
