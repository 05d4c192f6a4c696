"""Org: https://orgmode.org/worg/org-syntax.html.

What Emacs shows counts: pandoc reads no document with a backslash that begins no command, however it is kept apart.
"""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, address, spelled

NOTHING = "@@x:@@"
"""A snippet for a format that there is not: shown by none, and it keeps characters apart as nothing else does.

Entities do not do for all: Emacs or pandoc reads some of them as mathematics.
"""
_ENTITIES = {"/": "slash", "+": "plus", "<": "lt", ">": "gt", "|": "vert", "$": "dollar", "\u00a0": "nbsp"}
_SPECIAL = r"[*/+<>|$\u00a0\[\]{}\\=~_^@#%]|:(?=\S)|-(?=-)|\.(?=\.)"
_AT_START = re.compile(r"^(?:(?P<number>\d+|[A-Za-z])(?=[.)](?:\s|$))|(?=[-:]))")


def _text(text: str) -> str:
    # pandoc takes what stands in brackets behind an entity for its arguments
    return re.sub(r"(?<=\{\})(?=[{\[])", NOTHING, spelled(text, _SPECIAL, _spell))


def _spell(special: str) -> str:
    if special in _ENTITIES:
        return f"\\{_ENTITIES[special]}{{}}"
    if special == "_":
        return f"{NOTHING}_{NOTHING}"
    return f"{NOTHING}:" if special == ":" else f"{special}{NOTHING}"


def _italic(content: str, before: str, after: str) -> str:
    opening = "" if not before or before[-1] in " -({'\"" else "\u200b"
    closing = "" if not after or after[0] in " -.,;:!?'\")}\\[" else "\u200b"
    return f"{opening}/{_text(content)}/{closing}"


def _link(url: str, _before: str, _after: str) -> str:
    return f"[[{address(url, '[]')}]]"


def _note(identifier: str, written: str) -> str:
    return f"[fn:fact-{identifier}] {written}"


def _start(written: str) -> str:
    return _AT_START.sub(rf"\g<number>{NOTHING}", written)


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note, start=_start)
