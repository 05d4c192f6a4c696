"""A finding of the doctor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What there is to look at again in a fact, or, where `fact` is None, in a source.

    `kind` is for scripts: "doubled", "contradicting", "succession", "figure", "period", "length", "lock", "unused".
    `other` is the id of what else it concerns.
    """

    fact: str | None
    kind: str
    problem: str
    mend: str
    other: str | None = None
