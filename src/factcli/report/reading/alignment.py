"""Where the words that a reader of a markup shows stand in its source.

Anchors are the runs of words that both have once, in the same order; between anchors shorter runs are, and so on.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcli.report.document import Block

_WORD = re.compile(r"[^\W_]+|``|''|-{1,3}|[^\w\s]|_")
_LIKE = (
    dict.fromkeys("‘’`", "'") | dict.fromkeys(("“", "”", "``", "''"), '"') | dict.fromkeys("– — -- ---".split(), "-")
)
_RUNS = ((4, 3), (3, 2), (2, 2), (1, 1))
"""The lengths of runs, and how many words they must hold."""
_NEAR = 30
"""So many words on what is there several times is looked for."""
_NEXT = 12
"""So many characters behind a word its full stop may stand, with marks between."""
_FAR = 60
"""So many characters between two words that are found are not what the words between them stand for."""
_MARKS_BEFORE, _MARKS = re.compile(r"[^\w\s]+\Z"), re.compile(r"[^\w\s]{1,2}")

_Span = tuple[int, int, int, int]
"""A word that is found: text[first:last] stands as source[start:end]."""


def placed(blocks: Sequence[Block], source: str) -> list[Block]:
    """Return blocks, in the order of the source but for notes, with the places of their characters in it.

    What can't be found takes the place between its neighbours, or that of the nearest.
    """
    words = [(number, match) for number, block in enumerate(blocks) for match in _WORD.finditer(block.text)]
    written = list(_WORD.finditer(source))
    found = _find(
        [_LIKE.get(match[0], match[0]) for _, match in words],
        [_LIKE.get(match[0], match[0]) for match in written],
        [number for number, _ in words],
        {number for number, block in enumerate(blocks) if block.kind == "note"},
    )
    spans: list[list[_Span]] = [[] for _ in blocks]
    for index, place in sorted(found.items()):
        number, match = words[index]
        start, end = written[place].span()
        if match[0].isalnum() or not spans[number] or start - spans[number][-1][-1] <= _NEXT:
            spans[number].append((*match.span(), start, end))
    last, result = 0, []
    for block, known in zip(blocks, spans, strict=True):
        starts, ends = _places(block.text, known or [(0, 0, last, last)], source)
        result.append(replace(block, starts=starts, ends=ends))
        last = ends[-1]
    return result


def _find(shown: Sequence[str], source: Sequence[str], numbers: Sequence[int], moved: set[int]) -> dict[int, int]:
    """Return which word of the source each that is shown is; `numbers` are those of their blocks.

    What is moved, or is mostly not found, is looked for in what of the source is left then: notes may stand anywhere.
    """
    within = [index for index, number in enumerate(numbers) if number not in moved]
    found = {within[at]: place for at, place in _aligned([shown[index] for index in within], source).items()}
    total, hits = Counter(numbers), Counter(numbers[index] for index in found)
    lost = [index for index, number in enumerate(numbers) if hits[number] * 2 < total[number]]
    for index in lost:
        found.pop(index, None)
    taken = set(found.values())
    left = [index for index in range(len(source)) if index not in taken]
    again = _aligned([shown[index] for index in lost], [source[index] for index in left])
    return found | {lost[index]: left[place] for index, place in again.items()}


def _aligned(shown: Sequence[str], source: Sequence[str]) -> dict[int, int]:
    """Return for words that are shown which of the source they are, both rising."""
    found: dict[int, int] = {}
    parts = [(0, len(shown), 0, len(source))]
    while parts:
        first, last, start, end = parts.pop()
        while first < last and start < end and shown[first] == source[start]:
            found[first] = start
            first, start = first + 1, start + 1
        while first < last and start < end and shown[last - 1] == source[end - 1]:
            last, end = last - 1, end - 1
            found[last] = end
        anchors = _anchors(shown, source, first, last, start, end)
        for index, place in anchors:
            found[index] = place
            parts.append((first, index, start, place))
            first, start = index + 1, place + 1
        if anchors:
            parts.append((first, last, start, end))
    return found


def _anchors(
    shown: Sequence[str], source: Sequence[str], first: int, last: int, start: int, end: int
) -> list[tuple[int, int]]:
    """Return which words are the same for sure: those of the longest runs that are there but once, in order."""
    if first == last or start == end:
        return []
    for length, words in _RUNS:
        here = _once(shown, first, last, length, words)
        there = _once(source, start, end, length, words) if here else {}
        if pairs := [(index, there[run]) for run, index in here.items() if run in there]:
            return _rising(pairs)
    return _nearest(shown, source, first, last, start, end)


def _once(texts: Sequence[str], first: int, last: int, length: int, words: int) -> dict[tuple[str, ...], int]:
    """Return the runs that are there once and hold so many words, and where they begin, in order."""
    places: dict[tuple[str, ...], int] = {}
    again = set()
    for index in range(first, last - length + 1):
        run = tuple(texts[index : index + length])
        if run in places:
            again.add(run)
        places[run] = index
    return {run: index for run, index in places.items() if run not in again and sum(map(str.isalnum, run)) >= words}


def _nearest(
    shown: Sequence[str], source: Sequence[str], first: int, last: int, start: int, end: int
) -> list[tuple[int, int]]:
    """Return for words that are there several times the next place of each; where there is no word, for other marks."""
    for is_word in (True, False):
        pairs, at = [], start
        for index in range(first, last):
            near = source[at : min(end, at + _NEAR)]
            if shown[index].isalnum() is is_word and shown[index] in near:
                at += near.index(shown[index]) + 1
                pairs.append((index, at - 1))
        if pairs:
            return pairs
    return []


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs, whose first is rising, in which the second is rising too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(tails, place)
        before.append(ends[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [place]
        ends[rank : rank + 1] = [number]
    chosen = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _places(text: str, known: Sequence[_Span], source: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return the places of all characters of a text of which some words are found."""
    starts, ends = array("q"), array("q")

    def stand(count: int, start: int, end: int, *, is_same: bool = False) -> None:
        starts.extend(range(start, end) if is_same else [start] * count)
        ends.extend(range(start + 1, end + 1) if is_same else [end] * count)

    at, place = 0, None
    for first, last, start, end in known:
        if place is None:
            stand(first - at, *_before(start, source))
        else:
            for count, *bounds in _between(text[at:first], place, start, source):
                stand(count, *bounds)
        stand(last - first, start, end, is_same=last - first == end - start)
        at, place = last, end
    stand(len(text) - at, *_after(place or 0, source))
    return starts, ends


def _between(text: str, start: int, end: int, source: str) -> Iterator[tuple[int, int, int]]:
    """Yield the lengths and places of the space before a text that is not found, of itself, and of the space behind."""
    gap = source[start:end]
    shown, inner = text.strip(), gap.strip()
    if not gap or len(gap) > _FAR or bool(shown) > bool(inner):
        yield len(text), max(0, start - 1), start
    elif not shown:
        yield len(text), start, end
    else:
        before, begin = text.index(shown), start + gap.index(inner)
        yield before, min(begin, start), begin if start < begin else begin + len(inner)
        yield len(shown), begin, begin + len(inner)
        yield len(text) - before - len(shown), begin, end


def _before(end: int, source: str) -> tuple[int, int]:
    marks = _MARKS_BEFORE.search(source, max(0, end - 2), end)
    return (marks.start(), end) if marks else (end, min(end + 1, len(source)))


def _after(start: int, source: str) -> tuple[int, int]:
    marks = _MARKS.match(source, start)
    return marks.span() if marks else (max(0, start - 1), start)
