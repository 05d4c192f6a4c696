"""Likeness: whether two facts are probably one, or contradict each other.

It is for pointing out to a person, who decides; nothing else follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import Indel

from factcli.quote.normalise import normalise
from factcli.text import edtf, stop_words
from factcli.text.figures import Figure, figures, missing
from factcli.text.stems import stem
from factcli.text.words import words

How = Literal["quote", "statement", "figure"]
"""The same passage of the same source; nearly the same statement; the same but for another figure."""

SAME_SUBJECT = 0.75
"""From this likeness of their words on, in order and without figures, two statements are about the same."""
SAME_STATEMENT = 0.85
SAME_CLAIM_OF_A_QUOTE = 0.6
"""One passage often proves several facts, so it alone is no sign of a doubled one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is compared of a fact. `period` is in EDTF."""

    id: str
    statement: str
    quote: str
    source: str
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Traits:
    """A claim, taken apart."""

    claim: Claim
    passage: tuple[str, str]
    """Its source and its quote, but for typography."""
    subject: tuple[str, ...]
    """The stems of its statement in order, without stop words and figures."""
    names: frozenset[str]
    """Those of them that are capitalised, but for the first word."""
    figures: tuple[Figure, ...]
    """What its statement says in figures, but for years."""
    time: object
    """What time it is about; equal times are the same."""

    @classmethod
    def of(cls, claim: Claim, language: str = "en") -> Traits:
        """Take a claim apart. Raises ValueError if its period is none."""
        found = [figure for figure in figures(claim.statement) if figure.binding]
        text = claim.statement
        for figure in reversed(found):
            text = f"{text[: figure.start]} {text[figure.end :]}"
        stops = stop_words.of_languages(("en", language))
        capitalised = (word for word in text.split()[1:] if word.lstrip("“\"'(")[:1].isupper())
        years = frozenset(value for figure in found if figure.kind == "year" for value in figure.values)
        return cls(
            claim=claim,
            passage=(claim.source, " ".join(normalise(claim.quote).text.split())),
            subject=tuple(stem(word, language) for word in words(text) if word not in stops),
            names=frozenset(stem(word, language) for word in words(" ".join(capitalised)) if word not in stops),
            figures=tuple(figure for figure in found if figure.kind != "year"),
            time=edtf.parse(claim.period).bounds() if claim.period else years,
        )

    @property
    def about(self) -> tuple[frozenset[str], object]:
        """What two claims share that say something of the same, in whatever order."""
        return frozenset(self.subject), self.time


def likeness(new: Traits, old: Traits) -> How | None:
    """Tell how `new` is like `old`, None if it is not."""
    similarity = Indel.normalized_similarity(new.subject, old.subject)
    if new.time == old.time and (new.names <= old.names or old.names <= new.names):
        lacking = missing(new.figures, old.figures), missing(old.figures, new.figures)
        if similarity >= SAME_SUBJECT and all(lacking):
            return "figure"
        if similarity >= SAME_STATEMENT and not any(lacking):
            return "statement"
    return "quote" if new.passage == old.passage and similarity >= SAME_CLAIM_OF_A_QUOTE else None


def alike(new: Traits, known: Iterable[Traits]) -> list[tuple[How, Claim]]:
    """Return those of `known` that `new` is like."""
    found = ((likeness(new, old), old.claim) for old in known)
    return [(how, claim) for how, claim in found if how]


@dataclass(slots=True)
class Register:
    """Finds likeness among very many claims in time that grows with their number: each meets the first of its kind."""

    _passages: dict[tuple[str, str], Traits] = field(default_factory=dict)
    _subjects: dict[tuple[frozenset[str], object], Traits] = field(default_factory=dict)

    def enter(self, new: Traits) -> tuple[How, Claim] | None:
        """Take up a claim; return what entered before it is like, if anything is."""
        for known in (self._passages.setdefault(new.passage, new), self._subjects.setdefault(new.about, new)):
            how = likeness(new, known) if known is not new else None
            if how:
                return how, known.claim
        return None
