"""Reading reports: a file becomes the prose that its reader sees, with the places of its characters."""

from __future__ import annotations

from pathlib import PurePath

from factcli.report.document import Document
from factcli.report.reading import decoding

_MARKDOWN = frozenset({"", ".md", ".markdown", ".qmd", ".rmd"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_PLAIN = frozenset({".txt", ".text"})


def read(content: bytes, name: str) -> Document:
    """Read a report; the ending of its file's name tells what it is, and one that tells nothing is Markdown's.

    Raises FactError if it can't be read.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _HTML:
        from factcli.report.reading import html

        return html.read(decoding.page(content, name))
    if ending in _PLAIN:
        from factcli.report.reading import plain

        return plain.read(decoding.text(content, name))
    if ending not in _MARKDOWN:
        from factcli.report.reading import pandoc

        if ending in pandoc.FORMATS:
            return pandoc.read(content, name)
    from factcli.report.reading import markdown

    return markdown.read(decoding.text(content, name))
