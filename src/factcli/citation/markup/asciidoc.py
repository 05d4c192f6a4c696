"""AsciiDoc: https://docs.asciidoctor.org/asciidoc/latest/subs/."""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, address, percent, reference, spelled

# Pairs and replacements such as (C) and "--" only where they may be; a word and "::" is the term of a list.
_SPECIAL = (
    r"[*_`#^~+\[\]{}<>&|'\"@\\\u00a0]|-(?=-)|(?<=-)-|\.(?=\.)|:(?=[:/])|(?<=:):|;(?=;)|(?<=;);"
    r"|\$(?=\$)|(?<=\$)\$|\((?=\(|C\)|R\)|TM\))|(?<=mailto):"
)
_UNWANTED = "<>[](){}^~`'|\"\\"
_HAZARD = r"(?<=\W)[_*+]|(?<=_)_|(?<=-)-|(?<=\.)\."
_AT_START = re.compile(
    r"^(?:(?P<number>\d+|[A-Za-z]|[ivxIVX]+)(?=[.)](?:\s|$))|(?P<label>NOTE|TIP|IMPORTANT|CAUTION|WARNING)(?=:)"
    r"|(?=[-.=:/%•]|[,!]=))(?P<mark>.)"
)


def _text(text: str) -> str:
    return spelled(text, _SPECIAL, reference).replace(";;", ";&#59;")


def _italic(content: str, _before: str, _after: str) -> str:
    return f"__{_text(content)}__"


def _link(url: str, _before: str, _after: str) -> str:
    # what pandoc and asciidoctor both take for an address, in a footnote too, cannot be escaped otherwise
    return f"<{spelled(address(url, _UNWANTED), _HAZARD, percent)}>"


def _note(_identifier: str, written: str) -> str:
    return f"footnote:[{written}]"


def _start(written: str) -> str:
    return _AT_START.sub(_refer, written)


def _refer(match: re.Match[str]) -> str:
    return (match["number"] or match["label"] or "") + reference(match["mark"])


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note, start=_start)
