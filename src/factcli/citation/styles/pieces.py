"""Pieces that several styles share."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.citation import terms
from factcli.citation.compose import Part, join, wrap
from factcli.citation.names import Names, listed
from factcli.citation.terms import LABELS, NO_ROLE, NUMBERS, ROLES
from factcli.citation.work import Work

CREDITED = (
    "author", "chair", "collection-editor", "compiler", "composer", "curator", "director", "editor",
    "editorial-director", "executive-producer", "guest", "host", "illustrator", "organizer", "producer",
    "series-creator", "translator",
)  # fmt: skip


def number(work: Work, name: str) -> str:
    """Write a number variable with its label: "vol. 2", or as it is if it is no number."""
    if name == "number":  # a hyphen in it makes no range
        value = work[name]
        return f"{NUMBERS[name].short} {value}" if value and terms.is_numeric(value) else value
    value = terms.dashed(work[name])
    return f"{NUMBERS[name].of(value)} {value}" if value and terms.is_numeric(value) else value


def edition(work: Work) -> str:
    """Write an edition: "2nd ed.", or as it is if it is no number."""
    value = work["edition"]
    return f"{terms.ordinal(value)} ed." if value.isdigit() else value


def done_by(work: Work, roles: Iterable[str], rules: Names, delimiter: str = ", ", *, verbs: dict[str, str]) -> Part:
    """List what people did: "translated by Jane Doe"; `verbs` are those that differ from the terms."""
    return join(
        delimiter,
        *(
            wrap(f"{verbs.get(role) or ROLES[role].verb} ", listed(people, rules))
            for role in roles
            if (people := work.names(role))
        ),
    )


def role_label(role: str, count: int, *, short: bool) -> str:
    """Return what `count` people in a role are, "" for authors."""
    return ROLES.get(role, NO_ROLE).label(count, short=short)


def locator_label(work: Work, *, short: bool = True) -> str:
    """Return the label for the locator."""
    return LABELS[work.locator.label].of(work.locator.value, short=short) if work.locator else ""


def locator_value(work: Work) -> str:
    """Return the locator without its label."""
    return terms.dashed(work.locator.value) if work.locator else ""
