"""The passage of a source that comes closest to a quote which is not in it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from factcli.quote.source_text import SourceText
from factcli.quote.word_index import WordIndex, words

CLOSE = 0.4
"""From this likeness on, in [0, 1], a passage is what a quote was made from rather than something else."""

_LEADING, _TRAILING = re.compile(r"[^\w\s]*"), re.compile(r"[^\w\s]*\Z")
_SEEDS = 600
"""At how many places in all the words of a quote are looked up, the rarest words first."""
_TRIES = 3
_MARGIN = 3
_FEW_WORDS, _LIKE_WORD = 3, 75


@dataclass(frozen=True, slots=True)
class Passage:
    """text[start:end] of a source, which is in its paragraph `paragraph`; `likeness` to the quote is in [0, 1]."""

    start: int
    end: int
    paragraph: int
    likeness: float


def closest(source: SourceText, quote: str) -> Passage | None:
    """Return the passage of a source that is most like `quote`, None if nothing comes close.

    The work for a quote depends on its own length, hardly on that of the source.
    """
    index = source.index()
    wanted = _known(index, words(quote))
    # from 1 for a word that is there once or never towards 0
    weights = {word: 1 / (1 + index.count(word).bit_length() / 4) for word in wanted}
    best: tuple[float, int, int] | None = None
    for first, last in _neighbourhoods(index, wanted, weights):
        found = _aligned(index.words, first, last, wanted, weights)
        if found and (best is None or found[0] > best[0]):
            best = found
    if best is None or best[0] < CLOSE:
        return None
    text = source.normalised()
    start, end = text.start(index.starts[best[1]]), text.end(index.ends[best[2] - 1] - 1)
    leading, trailing = len(_LEADING.match(quote)[0]), len(_TRAILING.search(quote)[0])  # type: ignore[index]
    while leading and start and _is_punctuation(source.text[start - 1]):
        start, leading = start - 1, leading - 1
    while trailing and end < len(source.text) and _is_punctuation(source.text[end]):
        end, trailing = end + 1, trailing - 1
    return Passage(start, end, source.paragraph(start), best[0])


def _is_punctuation(char: str) -> bool:
    return not (char.isalnum() or char.isspace())


def _known(index: WordIndex, wanted: list[str]) -> list[str]:
    """Return the words of a quote, of a short one as the source may have them spelled."""
    if len(wanted) > _FEW_WORDS or all(word in index.numbers for word in wanted):
        return wanted
    known = list(index.numbers)
    found = (process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_LIKE_WORD) for word in wanted)
    return [match[0] if match else word for word, match in zip(wanted, found, strict=True)]


def _neighbourhoods(index: WordIndex, wanted: Sequence[str], weights: Mapping[str, float]) -> Iterable[tuple[int, int]]:
    """Return where, in words, the passage may be: where words of the quote stand as far apart as in the quote."""
    width = max(4, len(wanted) // 2)
    votes: dict[int, int] = {}
    left = _SEEDS
    for at, word in sorted(enumerate(wanted), key=lambda item: index.count(item[1])):
        weight = round(1000 * weights[word])
        for place in index.numbers.get(word, array("q"))[:left]:
            bucket = (place - at) // width
            votes[bucket] = votes.get(bucket, 0) + weight
        left -= min(left, index.count(word))
    joint = {bucket: weight + votes.get(bucket + 1, 0) for bucket, weight in votes.items()}
    for bucket in sorted(joint, key=lambda bucket: (-joint[bucket], bucket))[:_TRIES]:
        first = bucket * width - _MARGIN
        yield max(0, first), min(len(index.words), first + 2 * (width + _MARGIN) + len(wanted))


def _aligned(
    held: list[str], first: int, last: int, wanted: list[str], weights: Mapping[str, float]
) -> tuple[float, int, int] | None:
    """Return the likeness and the span, in words, of what is most like the quote in held[first:last]."""
    window = held[first:last]
    aligned = LCSseq.opcodes(wanted, window)
    equal = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in aligned if op.tag == "equal"]
    blocks = _without_stragglers(equal)
    if not blocks:
        return None
    matched = sum(weights[wanted[at]] for start, end, _, _ in blocks for at in range(start, end))
    begin = max(0, blocks[0][2] - blocks[0][0])
    end = min(len(window), blocks[-1][3] + len(wanted) - blocks[-1][1])
    spread = max(0, end - begin - len(wanted)) / (4 * len(wanted))
    return matched / sum(weights[word] for word in wanted) / (1 + spread), first + begin, first + end


Block = tuple[int, int, int, int]
"""wanted[0:1] is window[2:3], by its numbers."""


def _without_stragglers(blocks: list[Block]) -> list[Block]:
    """Drop what matches far from the rest: at either end, the lighter side of a gap that is longer than that side."""
    sizes = [end - start for start, end, _, _ in blocks]
    first, last = 0, len(blocks)
    while last - first > 1:
        total = sum(sizes[first:last])
        if sizes[first] < min(_more(blocks[first], blocks[first + 1]), total / 2):
            first += 1
        elif sizes[last - 1] < min(_more(blocks[last - 2], blocks[last - 1]), total / 2):
            last -= 1
        else:
            break
    return blocks[first:last]


def _more(block: Block, following: Block) -> int:
    """Return how many more words the source has than the quote between two blocks."""
    return (following[2] - block[3]) - (following[0] - block[1])
