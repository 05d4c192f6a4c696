"""The tree that a citation is before any markup: text, italics and links, in order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Italic:
    """Text in italics, as titles of books are."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address, shown as it is."""

    url: str


Node = Text | Italic | Link
Tree = tuple[Node, ...]
