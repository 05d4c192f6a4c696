"""Filters that `ask`, `list` and `export` share: by tag, source and time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcli.store.model import Fact, Store
from factcli.text.edtf import Period
from factcli.text.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What facts must be like; everything empty lets all of them through."""

    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: Period | None = None
    until: Period | None = None

    def of(self, store: Store) -> Callable[[Fact], bool]:
        """Return the test for facts of `store`.

        A fact has all of `tags` and one of `sources`. Its time is its period, or else the date of its source; it
        must touch the span from the first day of `since` to the last of `until`.
        """
        tags = {fold(tag) for tag in self.tags}

        def keeps(fact: Fact) -> bool:
            if self.sources and fact.source not in self.sources:
                return False
            if tags - {fold(tag) for tag in fact.tags}:
                return False
            return self._touches(fact.period or store.sources[fact.source].dates.get("issued"))

        return keeps

    def _touches(self, period: Period | None) -> bool:
        if not (self.since or self.until):
            return True
        if period is None:
            return False
        first, last = period.bounds()
        after_start = self.since is None or last >= self.since.bounds()[0]
        return after_start and (self.until is None or first <= self.until.bounds()[1])
