"""What must hold of the places of every report."""

from __future__ import annotations

import html
import re

from factcli.report.document import UNREAD, Block, Document

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()0123456789+-=()", strict=True)) | {
    "⁻": "-−",
    "₋": "-−",
}
FOR_TAGS = {"“": "<q", "”": "</q", "^": "<sup", "_": "<sub", " ": "<br"}


def assert_exact(document: Document) -> None:
    """Assert that each character stands for itself, for what is written for it, or for the end of a line."""
    for block in document.blocks:
        assert len(block.text) == len(block.starts) == len(block.ends)
        assert block.text == block.text.strip()
        assert list(block.starts) == sorted(block.starts)
        assert list(block.ends) == sorted(block.ends)
        for shown, start, end in zip(block.text, block.starts, block.ends, strict=True):
            assert 0 <= start < end <= len(document.text)
            assert stands_for(shown, document.text[start:end]), (shown, document.text[start:end], block)


def stands_for(shown: str, written: str) -> bool:
    if shown in (written, UNREAD):
        return True
    if written.startswith("&"):
        return shown in html.unescape(written) or shown == "\ufffd"
    if written.startswith("\\"):
        return written[1:] == shown or (shown == " " and bool(re.match(r"\\\r?\n|\\\r", written)))
    if shown == " " and re.match(r"\s*[\r\n]|[ \t\f]+\Z", written):
        return True
    if shown in FOR_TAGS and written.lower().startswith(FOR_TAGS[shown]):
        return True
    return written in RAISED.get(shown, "\0")


def standing(document: Document, block: Block, text: str) -> str:
    """Return what stands in the file where a block says `text`."""
    at = block.text.index(text)
    start, end = block.span(at, at + len(text))
    return document.text[start:end]
