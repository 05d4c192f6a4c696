"""What a style is: how it writes a bibliography, a note, a reference in the text, and a note for a repeat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from factcli.citation.compose import Part, finish, join, wrap
from factcli.citation.tree import Tree
from factcli.citation.work import Work


class Form(StrEnum):
    """What is written."""

    NOTE = "note"
    BIBLIOGRAPHY = "bibliography"
    INTEXT = "intext"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A citation style, as functions from a work to unfinished pieces.

    A style without notes has `entry`, `reference` and `locator` only: its note is the entry followed by the locator,
    which is what its users put into a footnote, and its note for a repeat is the reference without brackets.
    """

    entry: Callable[[Work], Part]
    """The entry in the bibliography, with its full stop, if it has one."""
    reference: Callable[[Work], Part]
    """The reference in the text, without brackets; of a style with notes the note for a repeat."""
    locator: Callable[[Work], str]
    note: Callable[[Work], Part] | None = None
    """The note, where the style has one."""
    numbered: bool = False
    """Whether works are cited by their numbers, and listed in that order."""

    @property
    def default(self) -> Form:
        """The form that people mean who do not say."""
        return Form.NOTE if self.note else Form.BIBLIOGRAPHY

    def write(self, work: Work, form: Form, number: int = 1) -> Tree:
        """Cite a work. `number` is that of the work in a style that numbers."""
        entered = f"[{number}] " if self.numbered else ""
        match form:
            case Form.BIBLIOGRAPHY:
                return finish(wrap(entered, self.entry(Work(work.source))))
            case Form.NOTE if self.note:
                return finish(wrap("", self.note(work), "."))
            case Form.NOTE:
                entry = self.entry(Work(work.source))
                where = self.locator(work)
                return finish(wrap(entered, _pointed(entry, where)))
            case _ if self.numbered:
                return finish(wrap("[", join(", ", str(number), self.locator(work)), "]"))
            case Form.INTEXT:
                return finish(wrap("(", self.reference(work), ")"))
            case Form.SHORT:
                return finish(wrap("", self.reference(work), "."))


def _pointed(entry: Part, where: str) -> Part:
    """Put a locator before the full stop of an entry, or behind its address."""
    if not where:
        return entry
    match entry:
        case (*rest, last) if getattr(last, "text", "") == ".":
            entry = tuple(rest)
    return wrap("", join(", ", entry, where), ".")
