"""Laws, cases and treaties, which Chicago and APA both cite by the Bluebook."""

from __future__ import annotations

from collections.abc import Callable

from factcli.citation import terms
from factcli.citation.compose import Part, capital, italic, join, wrap
from factcli.citation.dates import MONTH_DAY_YEAR, YEAR, Format
from factcli.citation.names import Names, listed
from factcli.citation.styles import pieces
from factcli.citation.work import Work

SYMBOLS = {"chapter": ("c.", "cc."), "paragraph": ("¶", "¶¶"), "section": ("§", "§§")}


Dated = Callable[[Work, str, Format], str]
"""Writes a date of a work as the style does one that is doubted, or before Christ."""


def reference(work: Work, dated: Dated) -> Part:
    """Cite a bill, hearing, case, law, regulation or treaty: "Harbours Act, 44 Stat. 210 (1951)"."""
    at = "at " if work.is_at("page") and work["page"] else ""
    if work.type == "treaty":
        parties = join("-", *(listed([name], Names(family_only=True)) for name in work.names("author")))
        return join(", ", _title(work), parties, _date(work, dated), _source(work), wrap(at, _locator(work)))
    head = join(" ", join(", ", _title(work), _source(work)), _date(work, dated), _status(work))
    return join(", ", head, wrap(at, _locator(work)))


def _locator(work: Work) -> Part:
    if not work.locator:
        return ()
    value = pieces.locator_value(work)
    if work.locator.label == "page":
        return join("", value)
    if work.locator.label in SYMBOLS:
        return join("", symbol(work))
    return join(" ", pieces.locator_label(work), value)


def symbol(work: Work) -> str:
    """Write a locator that has a symbol of its own: "§ 4"."""
    value = pieces.locator_value(work)
    label = work.locator.label if work.locator else ""
    return f"{SYMBOLS[label][terms.is_several(value)]} {value}"


def _title(work: Work) -> Part:
    if work.type == "hearing":
        about = join(" ", wrap("on ", work["number"]), wrap("before the ", work["section"]))
        return join(": ", italic(work["title"]), wrap("Hearing ", about))
    return join("", work["title"])


def _date(work: Work, dated: Dated) -> Part:
    if work.type == "treaty":
        return join("", dated(work, "issued", MONTH_DAY_YEAR))
    if work.type == "legal_case":
        form = YEAR if work.has("container-title") else MONTH_DAY_YEAR
        return wrap("(", join(" ", work["authority"], dated(work, "issued", form)), ")")
    return wrap("(", dated(work, "issued", YEAR) or work.date("submitted", MONTH_DAY_YEAR), ")")


def _status(work: Work) -> Part:
    if work.type == "hearing":
        return wrap("(testimony of ", listed(work.names("author"), Names()), ")")
    return wrap("(", work["status"], ")") if work.type in ("bill", "legislation", "regulation") else ()


def _source(work: Work) -> Part:
    page = work["page-first"] or work["page"].partition("-")[0].partition("–")[0]
    section = wrap("§ ", work["section"])
    match work.type:
        case "legal_case" if work.has("container-title"):
            return join(" ", work["volume"], work["container-title"], section, page or "___")
        case "hearing":
            return join(" ", work["authority"], work["chapter-number"])
        case "legal_case":
            return join("", _number(work))
        case "treaty":
            return join(" ", work["volume"], work["container-title"], page or _number(work))
    bare = work.type == "bill" and work.any("authority", "chapter-number", "container-title")
    named = join(" ", _genre(work), work["number"] if bare else _number(work))
    by_section = work.type == "regulation" or (work.type == "legislation" and not work["number"])
    printed = join(" ", work["volume"], work["container-title"], (by_section and section) or page)
    if work.type == "bill":
        return join(", ", named, join(" ", work["authority"], work["chapter-number"]), printed)
    return join(", ", named, printed)


def _number(work: Work) -> Part:
    labelled = work.type in ("legislation", "regulation") or work.is_numeric("number")
    return wrap("No. " if labelled else "", work["number"])


def _genre(work: Work) -> Part:
    genre = work["genre"] or ("Pub. L." if work.type == "legislation" and work["number"] else "")
    return capital(genre)
