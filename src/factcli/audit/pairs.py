"""Pairs of facts that say the same, or of the same another figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcli.intake.likeness import How, Traits, likeness

_LARGEST_BLOCK = 200
"""A word that more facts of one time share tells nothing of them, and comparing them all would take long."""


def alike(claims: Iterable[Traits]) -> Iterator[tuple[How, Traits, Traits]]:
    """Find the pairs among `claims`, each with the earlier claim first.

    Only facts about the same time are compared, that share a word. One passage often proves several facts, so it is no
    sign of a doubled one.
    """
    blocks: dict[tuple[object, str], list[int]] = defaultdict(list)
    known = [replace(claim, passage=("", str(number))) for number, claim in enumerate(claims)]
    for number, claim in enumerate(known):
        for word in set(claim.subject):
            blocks[claim.time, word].append(number)
    near = {
        (first, second)
        for block in blocks.values()
        if len(block) <= _LARGEST_BLOCK
        for place, second in enumerate(block)
        for first in block[:place]
    }
    for first, second in sorted(near):
        how = likeness(known[second], known[first])
        if how and (how != "figure" or _comparable(known[first], known[second])):
            yield how, known[first], known[second]


def _comparable(one: Traits, other: Traits) -> bool:
    """Tell whether two claims have figures of one kind, as an amount and a percentage are not."""
    kinds = ({(figure.kind, figure.currency) for figure in claim.figures} for claim in (one, other))
    return not next(kinds).isdisjoint(next(kinds))
