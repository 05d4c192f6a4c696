"""Filters that `ask`, `list` and `export` share: by tag, source and time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcli.text.edtf import Period
from factcli.text.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What facts must be like; everything empty lets all of them through."""

    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: Period | None = None
    until: Period | None = None

    def __bool__(self) -> bool:
        """Whether any fact is not let through."""
        return bool(self.tags or self.sources or self.since or self.until)

    def keeps(self, source: str, tags: Iterable[str], period: Period | None) -> bool:
        """Tell whether a fact is let through, by its source's id, its tags and its time.

        A fact has all of `tags` and one of `sources`. Its time is its period, or else the date of its source; it
        must touch the span from the first day of `since` to the last of `until`.
        """
        if self.sources and source not in self.sources:
            return False
        if self.tags and {fold(tag) for tag in self.tags} - {fold(tag) for tag in tags}:
            return False
        return self._touches(period)

    def _touches(self, period: Period | None) -> bool:
        if not (self.since or self.until):
            return True
        if period is None:
            return False
        first, last = period.bounds()
        after_start = self.since is None or last >= self.since.bounds()[0]
        return after_start and (self.until is None or first <= self.until.bounds()[1])
