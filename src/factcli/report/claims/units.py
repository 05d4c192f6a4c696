"""Units: what a figure may be compared with.

A ton is a tonne: news agencies write either for the metric one.
"""

from __future__ import annotations

import re

_LISTED = {
    "mass": "t ton tons tonne tonnes mt:1 | Mt:1000000 | kt:1000 | kg kilogram kilograms kilo kilos:.001",
    "volume": "m3 m³ cubic bcm:1 | barrel barrels bbl:.158987 | litre litres liter liters:.001",
    "length": "km kilometre kilometres kilometer kilometers:1 | mile miles:1.609344 | metre metres meter meters:.001",
    "area": "hectare hectares ha:1 | acre acres:.404686 | square:1",
    "power": "mw megawatt megawatts:1 | gw gigawatt gigawatts:1000 | kw kilowatt kilowatts:.001",
    "energy": "mwh:1 | kwh:.001 | gwh:1000 | twh:1000000",
    "containers": "teu teus container containers:1",
    "time": "year years yr yrs:12 | month months:1 | decade decades:120 | century centuries:1200 | week weeks:.23"
    " | day days:.033",
}
_UNITS = {
    unit: (dimension, float(factor))
    for dimension, listed in _LISTED.items()
    for units, _, factor in (group.strip().rpartition(":") for group in listed.split("|"))
    for unit in units.split()
}
UNITS = frozenset(_UNITS)
PHYSICAL = frozenset(_LISTED) - {"time"}
"""Dimensions of what is measured: one in place of another is a mistake about the same thing."""
_BEHIND = re.compile(
    r"[\s-]?(?:(?:metric|short|long|cubic|square|calendar|full)[\s-])?([a-z³]+\d?)(?![\w])", re.IGNORECASE
)


def unit(text: str, end: int) -> tuple[str, float, int] | None:
    """Return the dimension of the unit behind text[:end], its factor to the first unit of that, and where it ends."""
    match = _BEHIND.match(text, end)
    if not match:
        return None
    for word in (match[1], match[0].lower().lstrip(" -\u00a0").partition(" ")[0], match[1].lower()):
        if word in _UNITS:
            return *_UNITS[word], match.end()
    return None
