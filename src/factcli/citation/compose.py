"""Putting citations together: pieces that may be missing, joined and bracketed, with punctuation put right at the end.

A style joins its pieces with delimiters as its rules say and leaves two things to `finish`: marks that meet ("etc." and
a full stop), and commas and full stops behind a title in quotation marks, which American English puts inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcli.citation.tree import Italic, Link, Node, Text, Tree, merged


@dataclass(frozen=True, slots=True)
class Quoted:
    """A title in quotation marks."""

    text: str


Part = tuple[Node | Quoted, ...]
"""Some of a citation; the empty one is missing, and leaves no trace where it is joined or wrapped."""
Piece = Part | str

# Which marks are dropped behind which. "etc.," and "St.:" stay as they are.
_DROPPED = {".": ".", ",": ".,;:", ";": ".,;:", ":": ".,;:", "?": ".:", "!": ".:"}


def join(delimiter: str, *pieces: Piece) -> Part:
    """Join the pieces that are there."""
    joined: list[Node | Quoted] = []
    for piece in pieces:
        if part := _part(piece):
            joined += [Text(delimiter), *part] if joined else part
    return tuple(joined)


def wrap(before: str, piece: Piece, after: str = "") -> Part:
    """Put text around a piece, if it is there."""
    part = _part(piece)
    return (Text(before), *part, Text(after)) if part else ()


def italic(text: str) -> Part:
    """Set a text in italics."""
    return (Italic(text),) if text else ()


def quoted(text: str) -> Part:
    """Put a text in quotation marks."""
    return (Quoted(text),) if text else ()


def link(url: str) -> Part:
    """Show a web address."""
    return (Link(url),) if url else ()


def capital(piece: Piece) -> Part:
    """Begin a piece with a capital, unless it begins with a title or an address."""
    match _part(piece):
        case (Text(text), *rest):
            return (Text(text[:1].upper() + text[1:]), *rest)
        case part:
            return part


def finish(piece: Piece) -> Tree:
    """Put the punctuation right."""
    nodes: list[Node] = []
    in_quotes = False
    for node in _part(piece):
        match node:
            case Quoted(text):
                nodes.append(Text(_in_quotes(text)))
            case Text(text) if nodes:
                rest = _behind(nodes, text, in_quotes=in_quotes)
                if not rest:
                    continue
                nodes.append(Text(rest))
            case _:
                nodes.append(node)
        in_quotes = isinstance(node, Quoted)
    return merged(nodes)


def _part(piece: Piece) -> Part:
    if isinstance(piece, str):
        return (Text(piece),) if piece else ()
    return piece


def _in_quotes(text: str) -> str:
    """Add quotation marks; those inside become single."""
    inner = text.replace("“", "‘").replace("”", "’")
    inner = re.sub(r'"([^"]*)"', r"‘\1’", inner)
    return f"“{inner}”"


def _behind(nodes: list[Node], text: str, *, in_quotes: bool) -> str:
    """Return what of `text` is to follow `nodes`; a comma or full stop may be moved into their quotation marks."""
    before = _shown(nodes[-1])
    if not in_quotes:
        text = text[1:] if text[:1] in _DROPPED.get(before[-1:], "") and text[:1] else text
        return text.lstrip(" ") if before.endswith(" ") else text
    if text[:1] not in (".", ","):
        return text
    inner = before[:-1]
    # of a title that ends with a title, the mark goes into both
    closing = "’”" if inner.endswith("’") and inner.count("‘") == inner.count("’") else "”"
    inner = before.removesuffix(closing)
    ended = text[0] in _DROPPED.get(inner[-1:], "") or inner.endswith(".")
    nodes[-1] = Text(before if ended else f"{inner}{text[0]}{closing}")
    return text[1:]


def _shown(node: Node) -> str:
    return node.url if isinstance(node, Link) else node.text
