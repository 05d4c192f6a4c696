r"""LaTeX, with the package hyperref for \url, and T1 or Unicode fonts, which have straight quotation marks and bars."""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, address, spelled

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\`{}",
    "\u00a0": "~",
    "-": "-{}",  # before another: no dash
    **{sign: f"{sign}{{}}" for sign in "–‘’!?"},  # the fonts join these to dashes, quotation marks, ¡ and ¿
    ",": ",{}",  # before another: no quotation mark
}
_SPECIAL = r"""[\\~^<>"'`\u00a0{}$&#%_]|[-–](?=[-–])|,(?=,)|’(?=’)|[‘!?](?=‘)"""


def _text(text: str) -> str:
    return spelled(text, _SPECIAL, lambda special: _COMMANDS.get(special, f"\\{special}"))


def _italic(content: str, _before: str, _after: str) -> str:
    return rf"\emph{{{_text(content)}}}"


def _link(url: str, _before: str, _after: str) -> str:
    # in the argument of \footnote, a bare % or # would be TeX's
    return rf"\url{{{re.sub('[%#&_]', _escaped, address(url, _UNWANTED))}}}"


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0] in "&_" else f"\\{match[0]}"


_UNWANTED = '\\{}^"<>|`'


def _note(_identifier: str, written: str) -> str:
    return rf"\footnote{{{written}}}"


def _start(written: str) -> str:
    return re.sub(r"^[\[*]", r"{\g<0>}", written)  # no argument of an \item or a \\ before it


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note, start=_start)
