"""A finding: a passage of a report that was judged, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcli.quote.difference import Segment
from factcli.report.rules import RULES

Kind = Literal["quote", "figure", "footnote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A passage of a report, as file[start:end], and what the store says to it."""

    start: int
    end: int
    kind: Kind
    code: str
    text: str
    """The passage as its reader sees it."""
    message: str
    fact: str | None = None
    """The id of the fact that it was held against."""
    difference: tuple[Segment, ...] = ()
    """What makes the quote of the report out of the source's words, where it is altered."""
    anchor: int | None = None
    """Where in the file a reference to `fact` would stand."""
    accepted: str | None = None
    """Why its author lets it stand as it is."""

    @property
    def verdict(self) -> str:
        """What its code says of it."""
        return RULES[self.code].verdict

    @property
    def is_problem(self) -> bool:
        """Whether it is to be mended."""
        return RULES[self.code].is_problem and self.accepted is None
