"""The words of citations in American English: labels of locators and numbers, and what people did.

The terms are those of the CSL locale en-US.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Label(NamedTuple):
    """What stands before a locator or a number."""

    singular: str
    plural: str
    short: str
    shorts: str

    def of(self, value: str, *, short: bool = True) -> str:
        """Return the label for `value`, in the plural if that names several."""
        if is_several(value):
            return self.shorts if short else self.plural
        return self.short if short else self.singular


def _label(word: str, short: str, shorts: str = "", plural: str = "") -> Label:
    return Label(word, plural or f"{word}s", short, shorts or short.removesuffix(".") + "s.")


LABELS = {
    "act": Label("act", "acts", "act", "acts"),
    "appendix": _label("appendix", "app.", plural="appendices"),
    "article-locator": _label("article", "art."),
    "book": _label("book", "bk."),
    "canon": _label("canon", "can.", "cann."),
    "chapter": _label("chapter", "chap."),
    "column": _label("column", "col."),
    "elocation": _label("location", "loc."),
    "equation": _label("equation", "eq.", "eqq."),
    "figure": _label("figure", "fig."),
    "folio": _label("folio", "fol."),
    "issue": _label("issue", "no."),
    "line": _label("line", "l.", "ll."),
    "note": _label("note", "n.", "nn."),
    "opus": _label("opus", "op.", "opp.", plural="opera"),
    "page": _label("page", "p.", "pp."),
    "paragraph": _label("paragraph", "para."),
    "part": _label("part", "pt."),
    "rule": _label("rule", "r.", "rr."),
    "scene": _label("scene", "sc."),
    "section": _label("section", "sec."),
    "sub-verbo": _label("sub verbo", "s.v.", "s.vv.", plural="sub verbis"),
    "supplement": _label("supplement", "supp."),
    "surah": Label("surah", "surahs", "surah", "surahs"),
    "table": _label("table", "tbl."),
    "timestamp": Label("", "", "", ""),
    "title-locator": _label("title", "tit.", "titt."),
    "verse": _label("verse", "v.", "vv."),
    "version": Label("version", "versions", "v.", "v."),
    "volume": _label("volume", "vol."),
}
NUMBERS = LABELS | {
    "chapter-number": LABELS["chapter"],
    "collection-number": _label("number", "no."),
    "edition": _label("edition", "ed."),
    "number": _label("number", "no."),
    "number-of-volumes": LABELS["volume"],
    "part-number": LABELS["part"],
    "supplement-number": LABELS["supplement"],
}
"""The labels of CSL's number variables, and of locators."""


class Role(NamedTuple):
    """What is said of people beside the author: what they are, in three forms, and what they did."""

    singular: str
    plural: str
    short: str
    shorts: str
    verb: str

    def label(self, count: int, *, short: bool) -> str:
        """Return what `count` people are: "editor", "eds."."""
        if short:
            return self.short if count == 1 else self.shorts
        return self.singular if count == 1 else self.plural


def _role(word: str, verb: str, short: str = "", shorts: str = "") -> Role:
    plural = f"{word}s" if word else ""
    return Role(word, plural, short or word, shorts or (short.removesuffix(".") + "s." if short else plural), verb)


_NOBODY = _role("", "by")
ROLES = {
    "chair": _role("chair", "chaired by"),
    "collection-editor": _role("editor", "edited by", "ed."),
    "compiler": _role("compiler", "compiled by", "comp."),
    "container-author": _NOBODY,
    "contributor": _role("contributor", "with", "contrib."),
    "curator": _role("curator", "curated by", "cur."),
    "director": _role("director", "directed by", "dir."),
    "editor": _role("editor", "edited by", "ed."),
    "editorial-director": _role("editor", "edited by", "ed."),
    "executive-producer": _role("executive producer", "executive produced by", "exec. prod."),
    "guest": _role("guest", "with guest"),
    "host": _role("host", "hosted by"),
    "illustrator": _role("illustrator", "illustrated by", "ill."),
    "interviewer": _role("interviewer", "interview by"),
    "narrator": _role("narrator", "narrated by", "narr."),
    "organizer": _role("organizer", "organized by", "org."),
    "performer": _role("performer", "performed by", "perf."),
    "producer": _role("producer", "produced by", "prod."),
    "recipient": _role("", "to"),
    "script-writer": _role("writer", "written by", "wrtr."),
    "series-creator": _role("series creator", "created by", "ser. creator"),
    "translator": _role("translator", "translated by", "trans.", "trans."),
}  # fmt: skip
NO_ROLE = _NOBODY
"""That of authors, composers and others who need no label."""

_NUMBER = r"[A-Za-z]*\d+[A-Za-z]*"
_NUMERIC = re.compile(rf"{_NUMBER}(?:\s*[-–,&]\s*{_NUMBER})*")
_ROMAN = r"\b[ivxlcdm]+\s*[-–]\s*[ivxlcdm]+\b"
_SEVERAL = re.compile(rf"\d\w*\s*(?:[-–,&]|and\b)\s*\w*\d(?!.*\.)|{_ROMAN}")
_RANGE = re.compile(r"(?<!\S)(\d+)\s*[-–]\s*(\d+)(?!\S*\w)")


def is_numeric(value: str) -> bool:
    """Tell a number, or several: "2", "12a", "3-5", "7 & 9"; "xii" and "TR-12" are none."""
    return bool(_NUMERIC.fullmatch(value))


def is_several(value: str) -> bool:
    """Tell whether a number names more than one: "3-5", "7 & 9"."""
    return bool(_SEVERAL.search(value))


def ordinal(number: str) -> str:
    """Write "2" as "2nd"."""
    ending = "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th")
    return number + ending


def dashed(value: str) -> str:
    """Put an en dash between numbers."""
    value = re.sub(_ROMAN, lambda roman: re.sub(r"\s*-\s*", "–", roman[0]), value)
    return re.sub(r"(?<=\d)\s*-\s*(?=\w*\d)", "–", value)


def expanded(pages: str) -> str:
    """Write both ends of a range of pages in full: "101-18" as "101–118" (APA)."""
    return _ranges(pages, lambda _, last: last)


def shortened(pages: str) -> str:
    """Write the last page with two digits where they do: "101-118" as "101–18" (MLA)."""
    pages = re.sub(r"\b([A-Za-z]+)(\d+)\s*[-–]\s*\1(\d+)", r"\1\2–\3", pages)
    return _ranges(pages, lambda first, last: _changed(first, last, 2))


def chicago(pages: str) -> str:
    """Write the last page as in CMOS 9.63: "101-108" as "101–8", "321-328" as "321–28", "100-104" in full."""
    return _ranges(pages, lambda first, last: _changed(first, last, _kept(first)))


def _kept(first: str) -> int:
    page = int(first)
    if page < 100 or page % 100 == 0:
        return len(first)
    return 1 if page % 100 < 10 else 2


def _changed(first: str, last: str, least: int) -> str:
    if len(first) != len(last):
        return last
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), len(first))
    return last[min(same, max(len(last) - least, 0)) :]


def _ranges(pages: str, shorten: Callable[[str, str], str]) -> str:
    def written(match: re.Match[str]) -> str:
        first, last = match.groups()
        if len(last) < len(first):
            last = first[: -len(last)] + last
        return f"{first}–{shorten(first, last)}"

    return dashed(_RANGE.sub(written, pages))
