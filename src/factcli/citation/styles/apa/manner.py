"""How APA lists names, begins words and writes years."""

from __future__ import annotations

from factcli.citation.dates import YEAR_COMMON_ERA, Format
from factcli.citation.names import Names
from factcli.citation.work import Work

NAMES = Names(conjunction="&", initials=". ", most=20, first=19, last_too=True)
AUTHORS = NAMES.but(inverted="all", last_comma="always")
IN_TEXT = Names(conjunction="&", family_only=True)


def titled(label: str) -> str:
    """Begin each word with a capital."""
    return " ".join(word if word == "and" else word[:1].upper() + word[1:] for word in label.split())


def begun(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


def year_of(work: Work, name: str) -> str:
    """Write the year of a date."""
    return dated(work, name, YEAR_COMMON_ERA)


def dated(work: Work, name: str, form: Format) -> str:
    """Write a date, its year in the common era."""
    text = work.date(name, form[:-1] + YEAR_COMMON_ERA)
    return f"ca. {text}" if text and work.is_uncertain(name) else text
