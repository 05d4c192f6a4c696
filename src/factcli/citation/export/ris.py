"""RIS: what EndNote, Mendeley, Zotero and library catalogues read. Each quote is a note of its own (N1).

https://en.wikipedia.org/wiki/RIS_(file_format)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcli.citation.export.reference import Reference
from factcli.store.model import Name, Source
from factcli.text.edtf import Period
from factcli.text.safe import safe

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK",
    "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK", "collection": "BOOK", "dataset": "DATA",
    "entry": "ENCYC", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART",
    "hearing": "HEAR", "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT",
    "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP", "paper-conference": "CPAPER",
    "patent": "PAT", "periodical": "SER", "personal_communication": "PCOMM", "post": "ELEC", "post-weblog": "BLOG",
    "regulation": "STAT", "report": "RPRT", "review": "JOUR", "review-book": "JOUR", "software": "COMP",
    "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES", "treaty": "STAT", "webpage": "ELEC",
}  # fmt: skip
_NAMES = {"author": "AU", "editor": "A2", "collection-editor": "A3", "translator": "A4"}
_VARIABLES = {
    "title-short": "ST", "container-title": "T2", "collection-title": "T3", "publisher": "PB", "publisher-place": "CY",
    "volume": "VL", "issue": "IS", "number": "M1", "edition": "ET", "genre": "M3", "ISBN": "SN", "ISSN": "SN",
    "DOI": "DO", "URL": "UR", "abstract": "AB", "archive": "DB", "archive_location": "AN", "call-number": "CN",
    "note": "N1",
}  # fmt: skip
_PAGES = re.compile(r"([^\s–-]+)\s*[–-]+\s*([^\s–-]+)")


def ris(references: Iterable[Reference]) -> Iterator[str]:
    """Write records, each ended by an empty line."""
    for reference in references:
        yield "".join(f"{tag}  - {safe(text)}\n" for tag, text in _fields(reference)) + "ER  - \n\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    source = reference.source
    yield "TY", _TYPES.get(source.type, "GEN")
    yield "ID", source.id
    yield "TI", source.title
    for role, tag in _NAMES.items():
        for name in source.names.get(role, ()):
            yield tag, _name(name)
    yield from _dates(source)
    for variable, tag in _VARIABLES.items():
        if text := source.variable(variable):
            yield tag, text
    if pages := source.variable("page"):
        first, last = match.groups() if (match := _PAGES.fullmatch(pages)) else (pages, "")
        yield "SP", first
        if last:
            yield "EP", last
    if source.language:
        yield "LA", source.language
    if interviewers := source.names.get("interviewer"):
        yield "N1", f"Interviewed by {'; '.join(map(_name, interviewers))}"
    for note in reference.notes():
        yield "N1", note


def _name(name: Name) -> str:
    """Write "van der Berg, Jan, Jr."."""
    if name.literal:
        return name.literal
    particle = name.non_dropping_particle or name.dropping_particle or ""
    space = "" if not particle or particle.endswith(("’", "'", "-")) else " "
    return ", ".join(filter(None, (f"{particle}{space}{name.family or ''}", name.given, name.suffix)))


def _dates(source: Source) -> Iterator[tuple[str, str]]:
    if (issued := source.dates.get("issued")) and (start := issued.start or issued.end):
        if start.year > 0 and not start.decade_digits:
            yield "PY", f"{start.year:04}"
        yield "DA", _date(issued)
    if accessed := source.dates.get("accessed"):
        yield "Y2", _date(accessed)


def _date(period: Period) -> str:
    """Write YYYY/MM/DD/ and what that can't say as EDTF behind it."""
    date = period.start or period.end
    if date is None or date.year <= 0 or date.decade_digits:
        return f"///{period.text}"
    month = f"{date.month:02}" if date.month and not date.season else ""
    day = f"{date.day:02}" if date.day else ""
    exact = not (period.interval or date.season or date.approximate or date.uncertain)
    return f"{date.year:04}/{month}/{day}/{'' if exact else period.text}"
