"""The Chicago Manual of Style, 18th edition: full notes. Titles stay as they are, never re-cased."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcli.citation.tree import Italic, Link, Node, Text, Tree
from factcli.store.locator import Locator
from factcli.store.model import Name, Source
from factcli.text.edtf import Date, Period

_MONTHS = ("January February March April May June July August September October November December").split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
# Works that stand alone have their titles in italics; parts of something larger in quotation marks (CMOS 8.163-177).
_STANDS_ALONE = frozenset("book report thesis periodical motion_picture map standard software collection".split())
_LABELS = {
    "paragraph": ("para.", "paras."),
    "section": ("sec.", "secs."),
    "chapter": ("chap.", "chaps."),
    "volume": ("vol.", "vols."),
    "line": ("line", "lines"),
    "note": ("n.", "nn."),
    "issue": ("no.", "nos."),
    "column": ("col.", "cols."),
    "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."),
    "part": ("pt.", "pts."),
    "verse": ("v.", "vv."),
    "book": ("bk.", "bks."),
    "sub-verbo": ("s.v.", "s.vv."),
    "appendix": ("app.", "apps."),
}
_BARE_LABELS = frozenset({"page", "timestamp"})


def note(source: Source, locator: Locator | None = None) -> Tree:
    """Return the full note for `source`, pointing to `locator` in it."""
    parts: list[list[Node]] = []
    if authors := source.names.get("author") or source.names.get("editor"):
        editors = "author" not in source.names
        suffix = (", eds." if len(authors) > 1 else ", ed.") if editors else ""
        parts.append([Text(_list(authors) + suffix)])
    alone = source.type in _STANDS_ALONE
    parts.append([Italic(source.title)] if alone else [Text(_quoted(source.title))])
    for prefix, role in (("interview by ", "interviewer"), ("trans. ", "translator")):
        if people := source.names.get(role):
            parts.append([Text(prefix + _list(people))])
    if edition := source.variable("edition"):
        parts.append([Text(f"{_ordinal(edition)} ed." if edition.isdigit() else edition)])
    parts += _publication(source, alone=alone)
    where = _locator(locator)
    journal = source.type == "article-journal"
    if where and not journal:
        parts.append([Text(where)])
    if journal:
        parts[-1].append(Text(f": {where}" if where else ""))
    if address := _address(source):
        parts.append([Link(address)])
    return _sentence(parts)


def _publication(source: Source, *, alone: bool) -> list[list[Node]]:
    issued = source.dates.get("issued")
    date = _date(issued) if issued else ""
    container = source.variable("container-title")
    if source.type == "article-journal":
        volume = " ".join(filter(None, (" ", source.variable("volume")))).strip()
        issue = source.variable("issue")
        number = f" {volume}" if volume else ""
        number += (", no. " if number else " no. ") + issue if issue else ""
        year = str(issued.start.year) if issued and issued.start else ""
        return [[Italic(container), Text(number + (f" ({year})" if year else ""))]]
    parts: list[list[Node]] = []
    if source.type == "chapter":
        editors = source.names.get("editor", ()) if "author" in source.names else ()
        parts.append([Text("in "), Italic(container)])
        if editors:
            parts.append([Text(f"ed. {_list(editors)}")])
    elif container:
        parts.append([_container(source, container)])
    if event := source.variable("event-title"):
        parts.append([Text(event)])
    genre = " ".join(filter(None, (source.variable("genre"), source.variable("number"))))
    if genre:
        parts.append([Text(genre)])
    place, publisher = source.variable("publisher-place"), source.variable("publisher")
    if alone or source.type == "chapter":
        imprint = ", ".join(filter(None, (publisher or place, date)))
        if imprint and parts:
            parts[-1].append(Text(f" ({imprint})"))
        elif imprint:
            parts.append([Text(f"({imprint})")])
    else:
        parts += [[Text(part)] for part in (publisher, date) if part]
    return parts


def _container(source: Source, title: str) -> Node:
    """Newspapers, journals and programmes are in italics; agencies and web sites are not (CMOS 14.191, 14.206)."""
    periodical = source.type.startswith(("article", "review", "broadcast", "entry"))
    return Italic(title) if periodical else Text(title)


def _sentence(parts: list[list[Node]]) -> Tree:
    """Join the parts with commas, which go inside closing quotation marks, and end with a full stop."""
    nodes: list[Node] = []
    for part in parts:
        if nodes and not _opens_bracket(part):
            nodes += [Text(", ")]
        elif nodes:
            nodes += [Text(" ")]
        nodes += part
    nodes.append(Text("."))
    merged: list[Node] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = Text(_join(last.text, node.text))
        elif not isinstance(node, Link) and not node.text:
            continue
        else:
            merged.append(node)
    return tuple(merged)


def _opens_bracket(part: list[Node]) -> bool:
    return isinstance(part[0], Text) and part[0].text.startswith("(")


def _join(before: str, after: str) -> str:
    mark = after[:1]
    if before.endswith("”") and mark in (",", "."):
        inner = before[:-1]
        # A title that ends in its own mark keeps it; "?" and "!" replace the comma (CMOS 6.125).
        if inner.endswith((".", "?", "!", "’")) and inner.rstrip("’").endswith((".", "?", "!")):
            mark = ""
        return f"{inner}{mark}”{after[1:]}"
    if before.endswith((".", "?", "!")) and mark == ".":
        return before + after[1:]
    return before + after


def _quoted(title: str) -> str:
    """Put a title in quotation marks; those inside it become single."""
    inner = title.replace("“", "‘").replace("”", "’")
    inner = re.sub(r'"([^"]*)"', r"‘\1’", inner)
    return f"“{inner}”"


def _list(names: Sequence[Name]) -> str:
    """Name up to two people; of more the first and "et al." (CMOS 18, 13.23)."""
    shown = [_name(name) for name in names]
    if len(shown) > 2:
        return f"{shown[0]} et al."
    return " and ".join(shown)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family)
    return " ".join(filter(None, parts)) + (f" {name.suffix}" if name.suffix else "")


def _locator(locator: Locator | None) -> str:
    if not locator:
        return ""
    value = re.sub(r"(?<=\d)-(?=\d)", "–", locator.value)
    if locator.label in _BARE_LABELS:
        return value
    singular, plural = _LABELS.get(locator.label, (locator.label, f"{locator.label}s"))
    several = re.search(r"\d[–,&]|\d and ", value) and locator.label != "volume"
    return f"{plural if several else singular} {value}"


def _address(source: Source) -> str:
    if doi := source.variable("DOI"):
        return doi if doi.startswith("http") else f"https://doi.org/{doi}"
    return source.variable("URL")


def _ordinal(number: str) -> str:
    ending = "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ending


def _date(period: Period) -> str:
    start, end = period.start, period.end
    if not start or not end:
        return f"{_day(start)}–" if start else f"–{_day(end)}" if end else ""
    if not period.interval:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month) and start.day and end.day and start.month:
        return f"{_MONTHS[start.month - 1]} {start.day}–{end.day}, {start.year}"
    if start.year == end.year and start.month and end.month and not start.season and not end.season:
        first = _day(start).removesuffix(f", {start.year}").removesuffix(f" {start.year}")
        return f"{first}–{_day(end)}"
    return f"{_day(start)}–{_day(end)}"


def _day(date: Date) -> str:
    year = str(date.year) if date.year > 0 else f"{1 - date.year} BC"
    if date.decade_digits:
        year = f"{date.year}s" if date.decade_digits == 1 else f"{date.year}–{date.last_day()[0]}"
    circa = "ca. " if date.approximate else ""
    doubt = "?" if date.uncertain else ""
    if date.season:
        return f"{circa}{_SEASONS[date.season - 1]} {year}{doubt}"
    if date.month and date.day:
        return f"{circa}{_MONTHS[date.month - 1]} {date.day}, {year}{doubt}"
    if date.month:
        return f"{circa}{_MONTHS[date.month - 1]} {year}{doubt}"
    return f"{circa}{year}{doubt}"
