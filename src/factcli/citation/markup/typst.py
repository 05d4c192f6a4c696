"""Typst: https://typst.app/docs/reference/syntax/."""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, backslashed, is_word, line, spelled

# "-" makes dashes, soft hyphens and minus signs, "/" comments, ":" addresses into links.
_SPECIAL = r"""[\\*_`$#\[\]<>@~"']|-(?=[-?\d²³¹¼-¾])|\.(?=\.)|/(?=[/*])|:(?=/)"""
_AT_START = re.compile(r"^(?:(?P<number>\d+)(?=\.)|(?=[-+=/]))")


def _text(text: str) -> str:
    return spelled(text, _SPECIAL, backslashed).replace("\u00a0", "~")


def _italic(content: str, before: str, after: str) -> str:
    if is_word(before[-1:]) or is_word(after[:1]):
        return _ended(f"#emph[{_text(content)}]", after)
    return f"_{_text(content)}_"


def _link(url: str, _before: str, after: str) -> str:
    escaped = re.sub(r'[\\"]', r"\\\g<0>", line(url))
    return _ended(f'#link("{escaped}")', after)


def _ended(code: str, after: str) -> str:
    """Keep what follows from being taken for a part of the code."""
    return f"{code};" if re.match(r"[\[(;]|\.\w", after) else code


def _note(_identifier: str, written: str) -> str:
    return f"#footnote[{written}]"


def _start(written: str) -> str:
    return _AT_START.sub(r"\g<number>\\", written)


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note, start=_start)
