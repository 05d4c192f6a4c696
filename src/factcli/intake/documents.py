"""Documents that become the texts of sources: plain text, Markdown and HTML as paragraphs with blank lines between."""

from __future__ import annotations

import re
from dataclasses import replace

from factcli.errors import FactError
from factcli.intake.document import Document

STANDARD_INPUT = "standard input"
"""The name of what has no file of its own."""
_LONGEST_LINE = 120
"""A text without blank lines that has a longer line has a paragraph a line."""
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def read(data: bytes, name: str) -> Document:
    """Read a document; `name` is its file's, and says what it is where its content does not.

    Raises FactError if it is none of text, Markdown and HTML, or holds no text.
    """
    if data.startswith(b"%PDF-"):
        hint = "Take its text out and look it over first, as in: pdftotext FILE.pdf - | fact source add -"
        raise FactError(f"{name} is a PDF, in which words and figures have no certain order", hint)
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _HTML.match(data):
        from factcli.intake import html

        found = html.read(data)
    elif name.lower().endswith((".md", ".markdown")):
        from factcli.intake import markdown

        found = markdown.read(decoded(data, name))
    else:
        found = Document(_paragraphs(decoded(data, name)))
    if not found.text.strip():
        raise FactError(f"{name} holds no text")
    return replace(found, text=f"{found.text.strip()}\n")


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file, with LF line ends. Raises FactError if it is not UTF-8, nor marked as UTF-16."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        file, rest = ("FILE", " | fact source add -") if name == STANDARD_INPUT else (name, "")
        hint = f"Save it as UTF-8, as in: iconv -f WINDOWS-1252 -t UTF-8 {file}{rest}"
        raise FactError(f"{name}:{line}: byte 0x{data[error.start]:02x} is not UTF-8", hint) from None
    if "\0" in text:
        raise FactError(f"{name} is not a text file", "Give a text, a Markdown or an HTML file.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _paragraphs(text: str) -> str:
    lines = text.strip().split("\n")
    if not _BLANK_LINE.search(text.strip()) and max(map(len, lines)) > _LONGEST_LINE:
        return "\n\n".join(lines)
    return text
