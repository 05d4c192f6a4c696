"""Sources as CSL-JSON items, for any CSL processor.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

from typing import Any

from factcli.store.model import Name, Source
from factcli.text.edtf import Date, Period


def item(source: Source) -> dict[str, Any]:
    """Return `source` as a CSL-JSON item."""
    result: dict[str, Any] = {"id": source.id, "type": source.type, "title": source.title}
    result |= {role: [_name(name) for name in names] for role, names in source.names.items()}
    result |= {variable: _date(period) for variable, period in source.dates.items()}
    if source.language:
        result["language"] = source.language
    return result | dict(source.variables)


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}


def _date(period: Period) -> dict[str, Any]:
    dates = [date for date in (period.start, period.end) if date]
    if (len(dates) == 1 and period.interval) or any(date.decade_digits for date in dates):
        return {"literal": period.text}
    if not period.interval:
        dates = dates[:1]
    result: dict[str, Any] = {"date-parts": [_parts(date) for date in dates]}
    if dates[0].season:
        result["season"] = dates[0].season
    if any(date.approximate or date.uncertain for date in dates):
        result["circa"] = True
    return result


def _parts(date: Date) -> list[int]:
    """CSL counts years without a year 0, EDTF with one: -43 is 44 BC."""
    year = date.year if date.year > 0 else date.year - 1
    month = None if date.season else date.month
    return [part for part in (year, month, date.day if month else None) if part is not None]
