"""The tree that a citation is before any markup: text, italics and links, in order."""

from __future__ import annotations

from collections.abc import Iterable
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


def merged(nodes: Iterable[Node]) -> Tree:
    """Make one of texts that follow each other."""
    tree: list[Node] = []
    for node in nodes:
        last = tree[-1] if tree else None
        if isinstance(node, Text) and isinstance(last, Text):
            tree[-1] = Text(last.text + node.text)
        else:
            tree.append(node)
    return tuple(tree)
