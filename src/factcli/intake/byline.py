"""Dates and names as documents' own metadata give them."""

from __future__ import annotations

import re
from email.utils import parsedate

from factcli.text import edtf

_DAY = re.compile(r"(\d{4})([-/.]?)(\d\d)\2(\d\d)(?=[T\s]|\Z)")
_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:[-/.](\d\d))?")
_AND = re.compile(r"\s+(?:and|und|et|y|e|&)\s+")
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)


def date(text: str) -> str:
    """Return a date in EDTF, no more exact than it is given: a year stays a year. "" if it is none for certain."""
    text = text.strip()
    if day := _DAY.match(text):
        given = "-".join(day.group(1, 3, 4))
    elif month := _MONTH_OR_YEAR.fullmatch(text):
        given = "-".join(filter(None, month.groups()))
    elif mailed := parsedate(text):
        given = "{:04}-{:02}-{:02}".format(*mailed)
    else:
        return ""
    try:
        edtf.parse(given)
    except ValueError:
        return ""
    return given


def names(text: str) -> list[str]:
    """Return the names of a byline: "Jane Doe, Richard Roe and Ada Smith", or one "Doe, Jane", or several with ";".

    Addresses, and accounts such as "admin", are no names.
    """
    text = _BY.sub("", " ".join(text.split()))
    if ";" in text:
        found = text.split(";")
    else:
        found = _AND.split(text)
        commas = [part.strip() for part in text.split(",")]
        if len(commas) > 1 and all(" " in part for part in commas):
            found = [name for part in commas for name in _AND.split(part.removeprefix("and "))]
    return [name for name in map(str.strip, found) if _is_name(name)]


def _is_name(text: str) -> bool:
    return bool(text) and "://" not in text and "@" not in text and (" " in text or text != text.lower())
