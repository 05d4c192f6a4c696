"""Markdown: what CommonMark, GitHub and Pandoc agree on, https://spec.commonmark.org and https://pandoc.org/MANUAL.html."""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, address, line

# What CommonMark, its GitHub form or Pandoc may take for markup anywhere in a paragraph.
_SPECIAL = re.compile(r"""[\\`*_{}\[\]<>~^$@|#"']|!(?=\[)|&(?=[#\w])|\.(?=\.\.)|-(?=-)|(?<=[/w]):(?=/)|(?<=www)\.""")
# Behind these Pandoc puts a space that no line breaks at: `pandoc --print-default-data-file abbreviations`.
_ABBREVIATIONS = (
    "aet aetat al Apr Aug bk Bros c Capt cf ch chap chs Co col Corp cp d Dec Dr e.g ed eds esp f fasc Feb ff fig fl "
    "fol fols Fr Gen Gov Hon i.e ill Inc incl Jan Jr Jul Jun Ltd M.A M.D Mar Mr Mrs Ms n n.b nn No Nov Oct p Ph.D pp "
    "Pres Prof pt q.v Rep Rev s.v s.vv saec sec Sen Sep Sept Sgt Sr St univ viz vol vs"
).split()
_ABBREVIATED = re.compile(rf"(?<![^\W_])({'|'.join(map(re.escape, _ABBREVIATIONS))})\.(?= )")
# List items: "1." "(1)" "a)" "iv." and, with two spaces behind it or a bracket, "A."
_NUMBER = r"\d{1,9}(?=[.)])|[a-z](?=[.)])|[ivxlcdm]+(?=[.)])|[IVXLCDM]{2,}(?=[.)])|[A-Z](?=\)|\.\s\s|\.$)"
_AT_START = re.compile(rf"^(?:(?P<bullet>%|[-+=:](?=\s|$|[-=:]))|(?P<number>\(?(?:{_NUMBER}))(?P<mark>[.)])(?=\s|$))")


def text(text: str) -> str:
    """Escape `text` so that any Markdown reader shows it as it is, in a paragraph."""
    return _ABBREVIATED.sub(r"\1\\.", escaped(text))


def escaped(text: str) -> str:
    """Escape what is markup in `text`, though Pandoc may show a blank in it as one that no line breaks at."""
    return _SPECIAL.sub(r"\\\g<0>", line(text)).replace("\u00a0", "&nbsp;")


def start(written: str) -> str:
    """Guard a paragraph that begins as lists do."""
    return _AT_START.sub(_escape_start, written)


def _escape_start(match: re.Match[str]) -> str:
    return rf"\{match['bullet']}" if match["bullet"] else rf"{match['number']}\{match['mark']}"


def _italic(content: str, _before: str, _after: str) -> str:
    return f"*{text(content)}*"


def _link(url: str, _before: str, _after: str) -> str:
    return f"<{address(url, '<>')}>"


def _note(identifier: str, written: str) -> str:
    return f"[^fact:{identifier}]: {written}"


INLINE = Writer(text=text, italic=_italic, link=_link, start=start)
FOOTNOTE = Writer(text=text, italic=_italic, link=_link, start=start, note=_note)
