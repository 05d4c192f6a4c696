"""Finding a word's typos without comparing all words: by keys that it shares with what it may be a typo of.

The keys are what remains of a word when letters are left out (W. Garbe's symmetric delete spelling correction); words
within two edits of each other share one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

LONGEST_PREFIX = 7
"""Only so many letters make keys: what differs behind them is compared, never looked up."""
SHORT = 5
"""Words below this length have at most one edit, and keys of one letter less."""
SHORTEST = 3


def can_be_meant(spelling: str) -> bool:
    """Tell whether a word of the store is one that a typo may stand for."""
    return len(spelling) >= SHORTEST and spelling.isalpha()


def keys(word: str) -> set[int]:
    """Return the keys of a word, as whole numbers of 32 bits that are the same in every process."""
    from zlib import crc32

    return {crc32(left.encode("utf-8", "surrogatepass")) for left in _deletions(word[:LONGEST_PREFIX])}


def _deletions(start: str) -> Iterator[str]:
    for left_out in range(2 if len(start) < SHORT else 3):
        for kept in combinations(start, len(start) - left_out):
            yield "".join(kept)
