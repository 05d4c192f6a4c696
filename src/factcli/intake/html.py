"""The text of an article in HTML, without what a page has around it; by trafilatura, which is an extra."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from factcli.errors import FactError
from factcli.intake.document import Document

_BLOCKS = frozenset({"p", "head", "item", "row", "code", "ab"})
_SPACE = re.compile(r"[ \t\r\n\f]+")  # a hard space stays one
_LANGUAGE = re.compile(rb"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUBSCRIPTS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_RAISED = {"#sup": _SUPERSCRIPTS, "#sub": _SUBSCRIPTS}


def read(data: bytes) -> Document:
    """Return the main text of a page, and what the page says of itself.

    Raises FactError if the extra is not installed, or if no text is found.
    """
    try:
        import trafilatura
    except ImportError:
        hint = "Install it: pip install 'factcli[html]'. Or save the page as text."
        raise FactError("reading HTML needs an extra", hint) from None
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # a reason without an outcome is nothing to a user
    found: Any = trafilatura.bare_extraction(
        data, include_comments=False, include_formatting=True, deduplicate=False, with_metadata=True
    )
    if found is None or found.body is None:
        raise FactError("no text was found in the HTML", "Save the page as text and add that.")
    language = _LANGUAGE.search(data)
    said = {
        "type": "webpage",
        "title": found.title,
        "author": found.author,
        "container-title": found.sitename,
        "issued": found.date,
        "URL": found.url,
        "language": language[1].decode() if language else None,
    }
    metadata = {key: " ".join(value.split()) for key, value in said.items() if value}
    return Document("\n\n".join(filter(None, _blocks(found.body))), metadata)


def _blocks(element: Any) -> Iterator[str]:
    """Yield the text of each block inside an element; text between blocks is one by itself."""
    loose = element.text or ""
    for child in element:
        if child.tag in _BLOCKS or any(part.tag in _BLOCKS for part in child.iterdescendants()):
            yield _flat(loose)
            yield from [_inline(child)] if _is_leaf(child) else _blocks(child)
            loose = ""
        else:
            loose += _inline(child)
        loose += child.tail or ""
    yield _flat(loose)


def _is_leaf(element: Any) -> bool:
    return element.tag == "row" or not any(part.tag in _BLOCKS for part in element.iterdescendants())


def _inline(element: Any) -> str:
    if element.tag == "row":
        return " | ".join(_flat("".join(cell.itertext())) for cell in element)
    return "\n".join(map(_flat, _spoken(element).split("\0")))


def _spoken(element: Any) -> str:
    """Return the text of an element, "\\0" for its line breaks.

    Figures that are raised stay raised: 2024 with a note 1 must not become 20241.
    """
    if element.tag == "lb":
        return "\0"
    text = (element.text or "") + "".join(_spoken(child) + (child.tail or "") for child in element)
    return text.translate(_RAISED[element.get("rend")]) if element.get("rend") in _RAISED else text


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
