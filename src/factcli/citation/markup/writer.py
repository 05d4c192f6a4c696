"""What a markup is made of, and what all of them share: text on one line, and addresses without what ends them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcli.text.safe import safe

Embedded = Callable[[str, str, str], str]
"""Writes what stands between two texts; both are told, as they are before they are written."""


def _paragraph(_: str, written: str) -> str:
    return written


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A markup: how it writes text, italics, links, and a note from an id and the note's text.

    `start` guards the beginning of a text that would begin something else than a paragraph.
    """

    text: Callable[[str], str]
    italic: Embedded
    link: Embedded
    note: Callable[[str, str], str] = _paragraph
    start: Callable[[str], str] = str


def line(text: str) -> str:
    """Return `text` safe and on one line, each run of blanks as one: no reader of a markup shows more."""
    return re.sub(" {2,}", " ", safe(text))


def spelled(text: str, special: str, spell: Callable[[str], str]) -> str:
    """Return `text` on one line, with each match of the pattern `special` as `spell` writes it."""
    return re.sub(special, lambda match: spell(match[0]), line(text))


def backslashed(text: str) -> str:
    """Return `text` with a backslash before it."""
    return f"\\{text}"


def reference(text: str) -> str:
    """Return characters as the numeric references that SGML left to HTML and others."""
    return "".join(f"&#{ord(character)};" for character in text)


def percent(text: str) -> str:
    """Return ASCII characters percent-encoded."""
    return "".join(f"%{ord(character):02X}" for character in text)


def address(url: str, unwanted: str) -> str:
    """Return a web address with white space and the ASCII characters of `unwanted` percent-encoded."""
    return "".join(percent(character) if character in f" {unwanted}" else character for character in line(url))


def is_word(character: str) -> bool:
    """Tell whether a character, or none, is one that markups count to words."""
    return character.isalnum() or character == "_"
