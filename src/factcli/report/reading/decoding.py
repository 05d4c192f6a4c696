"""The characters of a file: UTF-8, in HTML also what the page declares. Line ends stay as they are."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from factcli.errors import FactError
from factcli.text.safe import safe

_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_LATIN = frozenset({"ascii", "iso8859-1"})
"""What browsers take for Windows-1252."""
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def text(content: bytes, name: str) -> str:
    """Return the characters of a text file, without a mark of its byte order.

    Raises FactError if it is not UTF-8, or no text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FactError(f"{safe(name)} is UTF-16, not UTF-8", _mend(name, "UTF-16"))
    if content.startswith(b"%PDF-"):
        hint = "Check what it was made from: the Markdown, LaTeX, .docx or .odt."
        raise FactError(f"{safe(name)} is a PDF, in which words and figures have no certain order", hint)
    if b"\0" in content:
        raise FactError(
            f"{safe(name)} is not a text file", "Give a report in Markdown, HTML, plain text, .docx or .odt."
        )
    return _decoded(content.removeprefix(codecs.BOM_UTF8), name, "utf-8")


def page(content: bytes, name: str) -> str:
    """Return the characters of a page, by its byte order mark, by what it declares, else by UTF-8.

    Raises FactError if it is not so encoded.
    """
    for bom, encoding in _BOMS.items():
        if content.startswith(bom):
            return _decoded(content.removeprefix(bom), name, encoding)
    declared = _declared(content)
    return _decoded(content, name, declared) if declared else text(content, name)


def _declared(content: bytes) -> str | None:
    """Return the encoding that a page declares, if that is one in which it could declare it, and not UTF-8."""
    if match := _DECLARED.search(content[:2048]):
        with suppress(LookupError, UnicodeError):
            encoding = codecs.lookup((match[1] or match[2]).decode()).name
            if b"<".decode(encoding) == "<" and encoding != "utf-8":
                return encoding
    return None


def _decoded(content: bytes, name: str, encoding: str) -> str:
    try:
        return content.decode("windows-1252" if encoding in _LATIN else encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = f"{safe(name)}:{line}: byte 0x{content[error.start]:02x} is not {encoding.upper()}"
        raise FactError(problem, _mend(name, "WINDOWS-1252")) from None


def _mend(name: str, encoding: str) -> str:
    return f"Save it as UTF-8, as in: iconv -f {encoding} -t UTF-8 {'FILE' if name == '-' else safe(name)}"
