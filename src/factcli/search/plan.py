"""The plan of a search, which every engine carries out alike: what ranking asks of an index.

A plan is groups of stems with whole-number weights. The rarest groups alone select facts, until they have selected
enough; then all groups score those. Whole numbers, and the position as the tie-break, make the order the same in any
engine.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from factcli.search.entry import FIGURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from factcli.search.entry import Entry

    class Index(Protocol):
        """What ranking needs of an index. A fact goes by its position in the store, from 0."""

        size: int
        """How many facts there are."""
        languages: Sequence[str]

        def frequency(self, stem: str) -> int:
            """Return in how many facts a stem stands."""

        def named(self, stem: str) -> int:
            """Return in how many facts a stem is capitalised within a sentence."""

        def spelled(self, word: str) -> int:
            """Return in how many facts a word stands as it is spelled."""

        def beginning(self, start: str) -> Sequence[str]:
            """Return the stems that begin so, in the order of their first use."""

        def alike(self, word: str) -> Iterable[tuple[str, int]]:
            """Return spellings that `word` may be a typo of, and more, each with its frequency."""

        def candidates(self, groups: Sequence[Group], budget: int | None, most: int | None) -> Sequence[int]:
            """Carry out a plan: return the positions of facts, best first, of `most` facts where it is given.

            With no budget all groups select.
            """

        def holding(self, stem: str, positions: set[int]) -> set[int]:
            """Return those of `positions` whose facts have a stem."""

        def entries(self, positions: Sequence[int]) -> Sequence[Entry]:
            """Return facts as ranking sees them, in the order of `positions`."""


BUDGET = 4000
"""How many facts the rarest groups may select; the first two groups always do."""

_BOUNDS = (0.3, 0.5, 0.7)
IMPACTS = (20, 45, 65, 80)
"""How much a fact is about a stem, in hundredths, by level."""
LEVELS = len(IMPACTS)
TOP = LEVELS - 1


class Group:
    """The stems that one word of the question may mean, each with a weight."""

    __slots__ = ("most", "size", "weights")

    def __init__(self, weights: dict[str, int], frequency: Callable[[str], int]) -> None:
        self.weights = weights
        self.size = sum(map(frequency, weights))
        """How many facts it selects at most."""
        self.most = max((weight * impact(stem, TOP) for stem, weight in weights.items()), default=0)
        """What a fact gains by it at most."""


def impact(stem: str, level: int) -> int:
    """Return how much a fact is about a stem that it has at a level, in hundredths; a figure it is all about."""
    return 100 if stem.startswith(FIGURE) else IMPACTS[level]


def level(sureness: float, frequency: float) -> int:
    """Return the level, below LEVELS, at which a fact has a stem: by its surest field and BM25's term frequency."""
    impact = sureness * (0.6 + 0.4 * frequency)
    return bisect_right(_BOUNDS, impact)


def selecting(groups: Sequence[Group], budget: int | None) -> int:
    """Return how many of `groups`, which are sorted by size, select facts."""
    total = 0
    for count, group in enumerate(groups):
        total += group.size
        if budget is not None and count >= 2 and total > budget:
            return count
    return len(groups)
