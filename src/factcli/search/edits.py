"""How many typing errors lie between words, if few: a letter too many, missing, wrong, or swapped with the next.

RapidFuzz counts them twenty times as fast, but takes 14 ms to load, and a word is compared with so few others that
this costs some 0.2 ms without it. So the first words of a process are compared here, and many questions by RapidFuzz.
"""

from __future__ import annotations

from itertools import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LOADING_PAYS = 64
"""After so many words what was spent here has come to what loading RapidFuzz costs."""
_words = count()


def edits(word: str, others: Iterable[str], most: int) -> list[int]:
    """Return the optimal string alignment distance of `word` to each of `others`, `most + 1` if it is above `most`."""
    if next(_words) < LOADING_PAYS:
        return [plainly(word, other, most) for other in others]
    from rapidfuzz.distance import OSA

    return [OSA.distance(word, other, score_cutoff=most) for other in others]


def plainly(word: str, other: str, most: int) -> int:
    """Return the distance of two words, by trying every error at the first letter that differs."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    if word == other:
        return 0
    if not most:
        return 1
    alike = 0
    for letter, its in zip(word, other, strict=False):
        if letter != its:
            break
        alike += 1
    word, other = word[alike:], other[alike:]
    rests = [(word[1:], other), (word, other[1:]), (word[1:], other[1:])]
    if word[:2] == other[1::-1]:
        rests.append((word[2:], other[2:]))
    return 1 + min([plainly(*rest, most - 1) for rest in rests])
