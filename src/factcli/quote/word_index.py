"""The words of a text with their places, so that a passage is found without reading the text through."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from factcli.text.fold import fold

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts without spaces between words, as a class of a regular expression: each character counts as a word."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_OFTEN = 500
"""A word that is there more than once in so many characters is found as quickly by reading through the text."""


class WordIndex:
    """The words of a text, folded, in order and by word; no passage that may be quoted cuts one of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts, self.ends = array("q"), array("q")
        self.numbers: dict[str, array[int]] = {}
        folded: dict[str, str] = {}
        for number, match in enumerate(_WORD.finditer(text)):
            raw = match[0]
            word = folded.get(raw)
            if word is None:
                word = folded[raw] = fold(raw)
            self.words.append(word)
            self.starts.append(match.start())
            self.ends.append(match.end())
            if word not in self.numbers:
                self.numbers[word] = array("q")
            self.numbers[word].append(number)

    def count(self, word: str) -> int:
        """Return how many times a folded word is there."""
        return len(self.numbers.get(word, ()))

    def places(self, part: str, first: int, last: int) -> Iterator[int]:
        """Find where `part` begins in text[first:last]."""
        seeds = [(self.count(fold(match[0])), match.start(), fold(match[0])) for match in _WORD.finditer(part)]
        if not seeds or min(seeds)[0] > len(self.text) // _OFTEN:
            yield from places(self.text, part, first, last)
            return
        _, offset, word = min(seeds)
        for number in self.numbers.get(word, ()):
            start = self.starts[number] - offset
            if first <= start < last and self.text.startswith(part, start):
                yield start


def places(text: str, part: str, first: int, last: int) -> Iterator[int]:
    """Find where `part` begins in text[first:last], by reading through the text."""
    start = text.find(part, first, last + len(part) - 1)
    while start >= 0:
        yield start
        start = text.find(part, start + 1, last + len(part) - 1)


def words(text: str) -> list[str]:
    """Return the folded words of a text, as an index has them."""
    return [fold(word) for word in _WORD.findall(text)]
