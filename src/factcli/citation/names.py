"""Names of people and institutions as styles list them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcli.citation.compose import Part, italic, join
from factcli.citation.tree import Text
from factcli.store.model import Name

# Names in these scripts begin with the family and have no space: Han, kana, Hangul.
_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")

# A family name that begins with small words begins with a particle: "de la Cruz".
_PARTICLE = re.compile(r"((?:[^\W\dA-Z]+\s)+)(?=[^\W\d_])(?![a-zà-ÿ])(.*)")
_CLOSE_INITIALS = re.compile(r"(?<=\b\w\.)(?=\w\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How a style lists names."""

    conjunction: str = "and"
    inverted: Literal["none", "first", "all"] = "none"
    """Whose family name comes first."""
    initials: str | None = None
    """What follows an initial, ". " or "."; None for given names in full."""
    family_only: bool = False
    particle_last: bool = False
    """Whether a particle that belongs to the family name still stands behind the given name: "Gogh, Vincent van"."""
    last_comma: Literal["always", "of three", "never"] = "of three"
    """Whether a comma stands before the conjunction."""
    most: int = 2
    """Up to this many names all are listed."""
    first: int = 1
    """How many are listed of more."""
    et_al_comma: bool = False
    """Whether a comma stands before "et al." behind a single name too."""
    et_al_italic: bool = False
    last_too: bool = False
    """Whether "et al." is an ellipsis and the last name (APA)."""

    def but(self, **changes: object) -> Names:
        """Return these rules with some changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def are_institutions(names: Sequence[Name]) -> bool:
    """Tell a pair of institutions: neither is inverted, so no comma parts them."""
    return len(names) == 2 and all(name.literal for name in names)


def listed(names: Sequence[Name], rules: Names) -> Part:
    """List `names`."""
    shown = [_one(name, rules, first=not at) for at, name in enumerate(names)]
    if len(names) > rules.most:
        return _abridged(shown, rules)
    if len(shown) < 2:
        return join("", *shown)
    comma = rules.last_comma == "always" or (rules.last_comma == "of three" and len(shown) > 2)
    return join(f"{',' if comma else ''} {rules.conjunction} ", ", ".join(shown[:-1]), shown[-1])


def _abridged(shown: list[str], rules: Names) -> Part:
    kept = ", ".join(shown[: rules.first])
    if rules.last_too:
        return (Text(f"{kept}, … {shown[-1]}"),)
    comma = ", " if rules.et_al_comma or rules.first > 1 else " "
    return join(comma, kept, italic("et al.") if rules.et_al_italic else "et al.")


def _one(name: Name, rules: Names, *, first: bool) -> str:
    if name.literal:
        return _spaced(name.literal)
    family, given = _spaced(name.family), _spaced(name.given)
    particle, dropping, suffix = map(_spaced, (name.non_dropping_particle, name.dropping_particle, name.suffix))
    if not particle and (begun := _PARTICLE.match(family)):
        particle, family = map(str.strip, begun.groups())
    if _FAMILY_FIRST.search(family + given):
        return family if rules.family_only else family + given
    whole = _after(particle, family)
    if rules.family_only:
        return whole
    given = _CLOSE_INITIALS.sub(" ", given) if rules.initials is None else _initials(given, rules.initials)
    if rules.inverted == "none" or (rules.inverted == "first" and not first):
        return " ".join(filter(None, (given, dropping, whole, suffix)))
    if rules.particle_last:
        given, whole = " ".join(filter(None, (given, dropping, particle))), family
    else:
        given = " ".join(filter(None, (given, dropping)))
    return ", ".join(filter(None, (whole, given, suffix)))


def _after(particle: str, family: str) -> str:
    return particle + family if particle.endswith(("’", "'", "-")) else " ".join(filter(None, (particle, family)))


def _initials(given: str, after: str) -> str:
    """Abbreviate given names: "Jean-Luc M." becomes "J.-L. M.", "Min-jun" "M."; words in small letters stay ("de")."""
    written = ""
    for word in filter(None, re.split(r"\s+|(?<=\.)(?=\w)", given)):
        first, *rest = [part[0] for part in word.split("-") if part] or word
        initial = word if word[0].islower() else ".-".join((first, *filter(str.isupper, rest))) + "."
        close = after == "." and written.endswith(".") and initial.endswith(".")
        written += initial if close or not written else f" {initial}"
    return written


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())
