"""The text of an article in HTML, without what a page has around it; by trafilatura, which is an extra."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from factcli.errors import FactError
from factcli.intake import inline, page_metadata
from factcli.intake.document import Document

_BLOCKS = frozenset({"p", "head", "item", "row", "code", "ab"})
_SPACE = re.compile(r"[ \t\r\n\f]+")  # a hard space stays one
_LANGUAGE = re.compile(rb"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE)
_PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li dt dd td th pre figcaption caption div section article main aside blockquote body".split()
)
_AROUND = frozenset("nav header footer form button select noscript iframe script style template svg".split())
_NOT_A_WORD = re.compile(r"[\W_]+")


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
    page: Any = trafilatura.load_html(data)
    if page is None:
        raise _no_text()
    issued, author = page_metadata.issued(page), page_metadata.author(page)
    _prepare(page)
    paragraphs = [paragraph for body in page.iter("body") for paragraph in _page_paragraphs(body)]
    found: Any = trafilatura.bare_extraction(
        page, include_comments=False, include_formatting=True, deduplicate=False, with_metadata=True
    )
    if found is None or found.body is None:
        raise _no_text()
    language = _LANGUAGE.search(data)
    said = {
        "type": "webpage",
        "title": found.title,
        "author": author,
        "container-title": found.sitename,
        "issued": issued,
        "URL": found.url,
        "language": language[1].decode() if language else None,
    }
    metadata = {key: " ".join(value.split()) for key, value in said.items() if value}
    text = "\n\n".join(filter(None, _blocks(found.body)))
    kept = _words(text)
    left_out = sum(_words(paragraph) not in kept for paragraph in paragraphs)
    return Document(text, metadata, left_out, len(paragraphs))


def _no_text() -> FactError:
    return FactError("no text was found in the HTML", "Save the page as text and add that.")


def _prepare(page: Any) -> None:
    """Make of a page what a reader sees: nothing struck out or hidden, captions as paragraphs, figures raised."""
    for element in list(page.iterfind(".//*")):
        if element.getparent() is not None and inline.is_unseen(element.tag, element.attrib):
            _replace(element, "")
    for element in list(page.iter("sup", "sub")):
        text = element.text_content()
        _replace(element, inline.raised(text, _before(element)) if element.tag == "sup" else inline.lowered(text))
    for element in page.xpath("//figure//figcaption | //blockquote//footer"):
        if not any(child.tag in _PARAGRAPHS for child in element.iterdescendants()):
            element.tag = "p"
    for element in page.xpath("//figure[.//p]"):
        element.tag = "div"


def _replace(element: Any, text: str) -> None:
    """Put `text` in the place of an element."""
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:  # inside another that was replaced
        return
    text += element.tail or ""
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text
    parent.remove(element)


def _before(element: Any) -> str:
    previous = element.getprevious()
    if previous is None:
        return str(element.getparent().text or "")
    return str(previous.tail or previous.text_content())


def _page_paragraphs(element: Any) -> Iterator[str]:
    """Yield what the paragraphs of a page say, without those of its menus, head and foot."""
    loose = [element.text or ""]
    for child in element:
        if child.tag not in _AROUND:
            if child.tag in _PARAGRAPHS or any(part.tag in _PARAGRAPHS for part in child.iterdescendants()):
                yield from filter(_words, ["".join(loose)])
                yield from _page_paragraphs(child)
                loose = []
            else:
                loose.append(child.text_content())
        loose.append(child.tail or "")
    yield from filter(_words, ["".join(loose)])


def _words(text: str) -> str:
    return _NOT_A_WORD.sub("", text)


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
    """Return the text of an element, "\\0" for its line breaks."""
    if element.tag == "lb":
        return "\0"
    return (element.text or "") + "".join(_spoken(child) + (child.tail or "") for child in element)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
