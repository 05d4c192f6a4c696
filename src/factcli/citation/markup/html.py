"""HTML."""

from __future__ import annotations

from factcli.citation.markup.writer import Writer, address, line

_LINKED = ("https://", "http://", "ftp://")


def _text(text: str) -> str:
    escaped = line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return escaped.replace("'", "&#39;").replace("\u00a0", "&nbsp;")


def _italic(content: str, _before: str, _after: str) -> str:
    return f"<i>{_text(content)}</i>"


def _link(url: str, _before: str, _after: str) -> str:
    """Link an address of the web; any other is text, since an address may be a script."""
    shown = _text(url)
    return f'<a href="{_text(address(url, ""))}">{shown}</a>' if url.lower().startswith(_LINKED) else shown


def _note(_identifier: str, written: str) -> str:
    return f"<p>{written}</p>"


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note)
