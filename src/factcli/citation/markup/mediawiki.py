"""MediaWiki: https://www.mediawiki.org/wiki/Help:Formatting."""

from __future__ import annotations

import re

from factcli.citation.markup.writer import Writer, address, reference, spelled

# Also what it links by itself: addresses, and the numbers of books, RFCs and PubMed.
_SPECIAL = r"[\[\]{}<>&'|~_=\\\u00a0]|(?<=[A-Za-z]):(?=\S)|(?<=mailto):|(?<=news):|(?<=ISBN|PMID) |(?<=RFC) "
_AT_START = re.compile(r"^[*#:;-]")


def _text(text: str) -> str:
    return spelled(text, _SPECIAL, reference)


def _italic(content: str, _before: str, _after: str) -> str:
    return f"''{_text(content)}''"


def _link(url: str, _before: str, _after: str) -> str:
    return f"[{address(url, _UNWANTED)} {_text(url)}]"


_UNWANTED = "[]{}<>|\"'"


def _note(_identifier: str, written: str) -> str:
    return f"<ref>{written}</ref>"


def _start(written: str) -> str:
    return _AT_START.sub(lambda match: reference(match[0]), written)


WRITER = Writer(text=_text, italic=_italic, link=_link, note=_note, start=_start)
