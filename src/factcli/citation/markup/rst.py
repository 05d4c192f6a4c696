"""reStructuredText: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html."""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, address, backslashed, spelled

# ":" makes addresses into links, and "::" the next paragraph into code.
_SPECIAL = r"[\\*`_|@]|:(?=\S)|(?<=:):"
_AT_START = re.compile(r"^(?:(?P<number>\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#))(?=[.)](?:\s|$))|(?=[^\w\s“‘\\(]))")
_BEFORE, _AFTER = " -:/'\"<([{“‘", " -.,:;!?/'\")]}>”’"


def _text(text: str) -> str:
    return spelled(text, _SPECIAL, backslashed)


def _italic(content: str, before: str, after: str) -> str:
    return _apart(f"*{_text(content)}*", before, after)


def _link(url: str, before: str, after: str) -> str:
    target = re.sub("_$", "%5F", address(url, "<>`\\"))  # at the end it would refer to another target
    return _apart(f"`<{target}>`__", before, after)


def _apart(inline: str, before: str, after: str) -> str:
    """Put an escaped space, which is none, where inline markup would touch a word."""
    opening = "" if not before or before[-1] in _BEFORE else r"\ "
    closing = "" if not after or after[0] in _AFTER else r"\ "
    return f"{opening}{inline}{closing}"


def _note(identifier: str, written: str) -> str:
    return f".. [#fact:{identifier}] {written}"


def _start(written: str) -> str:
    return _AT_START.sub(r"\g<number>\\", written)


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note, start=_start)
