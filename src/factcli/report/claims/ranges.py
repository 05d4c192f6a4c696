"""Ranges: two figures that are the ends of one quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factcli.report.claims.quantities import Quantity

_DASH = re.compile(r"\s?[-–—]\s?|\sto\s")
_FROM, _BETWEEN = re.compile(r"\bfrom\s\Z", re.IGNORECASE), re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_POWERS = (1e9, 1e6, 1e3, 1.0)


def with_ranges(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """Make one quantity of two that are the ends of a range: "$400–500 million", "between 460 and 480"."""
    merged: list[Quantity] = []
    for quantity in found:
        left = merged[-1] if merged else None
        if left and left.dimension in (quantity.dimension, "count") and _is_range(text, left, quantity):
            high = max(quantity.values)
            # the scale is often said at the end alone
            low = next((max(left.values) * power for power in _POWERS if max(left.values) * power <= high), high)
            shown = text[left.start : quantity.end]
            merged[-1] = replace(quantity, start=left.start, text=shown, values=frozenset((low, high)), bound="between")
        else:
            merged.append(quantity)
    return merged


def _is_range(text: str, left: Quantity, right: Quantity) -> bool:
    """Tell whether two quantities are ends; what goes "from" one "to" another is no range but a change."""
    between, before = text[left.end : right.start], text[: left.start]
    if between == " and ":
        return bool(_BETWEEN.search(before))
    return bool(_DASH.fullmatch(between)) and not _FROM.search(before)
