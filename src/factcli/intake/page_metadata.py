"""When an HTML page was published and by whom, by what is marked as that, never by its prose, foot or address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from factcli.intake import byline

_DATES = (
    "article:published_time", "og:published_time", "citation_publication_date", "citation_date", "datepublished",
    "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "date",
)  # fmt: skip
_AUTHORS = (
    "citation_author", "dcterms.creator", "dc.creator", "author", "article:author", "parsely-author", "sailthru.author",
    "byl",
)  # fmt: skip
_ONE_NAME_EACH = frozenset({"citation_author", "dcterms.creator", "dc.creator"})
_ARTICLES = ("Article", "Posting", "Report", "WebPage", "Book", "CreativeWork", "Dataset")
_MARKED_TIMES = (
    "//time[@datetime][@pubdate or @itemprop='datePublished']",
    "//article//header[count(.//time[@datetime]) = 1]//time[@datetime]",
)


def issued(tree: Any) -> str:
    """Return when the page says that it was published, in EDTF; "" if it does not say."""
    told = chain(
        (content for name in _DATES for content in _meta(tree, name)),
        (article["datePublished"] for article in _articles(tree) if isinstance(article.get("datePublished"), str)),
        (time.get("datetime") for path in _MARKED_TIMES for time in tree.xpath(path)),
    )
    return next(filter(None, map(byline.date, told)), "")


def author(tree: Any) -> str:
    """Return who the page says that it is by, "; " between the names; "" if it does not say."""
    for name in _AUTHORS:
        if found := [one for content in _meta(tree, name) for one in _names(name, content)]:
            return "; ".join(dict.fromkeys(found))
    for article in _articles(tree):
        if found := [one for told in _people(article.get("author")) for one in byline.names(told)]:
            return "; ".join(dict.fromkeys(found))
    marked = tree.xpath("//*[self::a[@rel='author'] or @itemprop='author'][not(self::meta)]")
    return "; ".join(dict.fromkeys(one for element in marked for one in byline.names(element.text_content())))


def _names(kind: str, content: str) -> list[str]:
    return [" ".join(content.split())] if kind in _ONE_NAME_EACH else byline.names(content)


def _meta(tree: Any, wanted: str) -> list[str]:
    return [
        element.get("content").strip()
        for element in tree.iter("meta")
        if wanted in (element.get(key, "").strip().lower() for key in ("property", "name", "itemprop"))
        and element.get("content", "").strip()
    ]


def _articles(tree: Any) -> list[dict[str, Any]]:
    """Return the articles that the JSON-LD of the page describes, the page itself last."""
    found = [
        item
        for script in tree.xpath("//script[@type='application/ld+json']")
        for item in _items(_parsed(script.text or ""))
        if str(_first(item.get("@type"))).endswith(_ARTICLES)
    ]
    return sorted(found, key=lambda item: str(_first(item["@type"])).endswith("WebPage"))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            if isinstance(graph := item.get("@graph"), list):
                yield from (one for one in graph if isinstance(one, dict))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _people(value: Any) -> Iterator[str]:
    for person in value if isinstance(value, list) else [value]:
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, str):
            yield name
