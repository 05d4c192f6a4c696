"""BibLaTeX: what LaTeX with biber reads, and JabRef, Zotero and pandoc too.

Titles stand in two braces, so that no style changes their capitals. The quotes are in `annotation`, which standard
styles don't print. Types and fields: https://ctan.org/pkg/biblatex, chapter 2
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from factcli.citation.export.reference import Reference
from factcli.store.model import Name, Source
from factcli.text.safe import safe

_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "bill": "legislation", "book": "book", "broadcast": "video", "chapter": "incollection", "classic": "book",
    "collection": "collection", "dataset": "dataset", "entry": "inreference", "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference", "figure": "image", "graphic": "artwork", "hearing": "legal",
    "legal_case": "jurisdiction", "legislation": "legislation", "manuscript": "unpublished", "map": "image",
    "motion_picture": "movie", "musical_score": "music", "pamphlet": "booklet", "paper-conference": "inproceedings",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "personal_communication": "letter",
    "post": "online", "post-weblog": "online", "regulation": "legislation", "report": "report", "review": "review",
    "review-book": "review", "software": "software", "song": "audio", "speech": "unpublished", "standard": "standard",
    "thesis": "thesis", "treaty": "legal", "webpage": "online",
}  # fmt: skip
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_CONTAINERS = {
    "article": "journaltitle", "periodical": "journaltitle", "review": "journaltitle", "book": "maintitle",
    "incollection": "booktitle", "inproceedings": "booktitle", "inreference": "booktitle", "online": "organization",
}  # fmt: skip
_NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor",
}  # fmt: skip
_DATES = {"issued": "date", "accessed": "urldate", "event-date": "eventdate", "original-date": "origdate"}
_TEXTS = {
    "title-short": "shorttitle", "original-title": "origtitle", "collection-title": "series", "part-title": "parttitle",
    "event-title": "eventtitle", "event-place": "venue", "publisher-place": "location", "genre": "type",
    "original-publisher": "origpublisher", "original-publisher-place": "origlocation", "abstract": "abstract",
    "keyword": "keywords", "status": "pubstate",
}  # fmt: skip
_NUMBERS = {
    "volume": "volume", "number": "number", "issue": "number", "collection-number": "number", "edition": "edition",
    "page": "pages", "number-of-pages": "pagetotal", "number-of-volumes": "volumes", "chapter-number": "chapter",
    "version": "version", "ISBN": "isbn", "ISSN": "issn",
}  # fmt: skip
_VERBATIM = {"DOI": "doi", "URL": "url"}
_BABEL = {
    "ar": "arabic", "az": "azerbaijani", "de": "german", "en": "english", "es": "spanish", "fr": "french",
    "it": "italian", "kk": "kazakh", "pt": "portuguese", "ru": "russian", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "'": r"\textquotesingle{}", '"': r"\textquotedbl{}",
    "`": r"\`{}", "<": r"\textless{}", ">": r"\textgreater{}", "\u00a0": "~",
}  # fmt: skip
# Biber counts braces whether they have a backslash or not, so those without a partner have to be written as words.
_LONELY = _SPECIAL | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_HYPHENS = re.compile("-(?=-)")
_ELIDED = ("’", "'", "-")


def biblatex(references: Iterable[Reference]) -> Iterator[str]:
    """Write an entry for each source, by its id."""
    for reference in references:
        source = reference.source
        fields = "".join(f",\n  {field} = {{{text}}}" for field, text in _fields(reference).items() if text)
        yield f"@{_TYPES.get(source.type, 'misc')}{{{source.id}{fields}\n}}\n\n"


def _fields(reference: Reference) -> dict[str, str]:
    source = reference.source
    kind = _TYPES.get(source.type, "misc")
    fields = {"title": _braced(source.title), "entrysubtype": _SUBTYPES.get(source.type, "")}
    fields |= {field: _names(source.names.get(role, ())) for role, field in _NAMES.items()}
    if any(name.non_dropping_particle for names in source.names.values() for name in names):
        fields["options"] = "useprefix=true"
    fields |= {field: source.dates[date].text for date, field in _DATES.items() if date in source.dates}
    fields[_CONTAINERS.get(kind, "howpublished")] = _braced(source.variable("container-title"))
    fields["institution" if kind in ("report", "thesis") else "publisher"] = _braced(source.variable("publisher"))
    fields |= _present({field: _braced(source.variable(variable)) for variable, field in _TEXTS.items()})
    for variable, field in _NUMBERS.items():
        if not fields.get(field):
            fields[field] = _escaped(source.variable(variable))
    fields |= {field: _verbatim(source.variable(variable)) for variable, field in _VERBATIM.items()}
    fields["langid"] = _BABEL.get((source.language or "").partition("-")[0].lower(), "")
    if source.type == "interview" and not fields.get("type"):
        fields["type"] = "interview"
    fields["note"] = _note(source)
    fields["annotation"] = _escaped(" ".join(reference.notes()))
    return fields


def _present(fields: Mapping[str, str]) -> dict[str, str]:
    return {field: text for field, text in fields.items() if text}


def _note(source: Source) -> str:
    interviewers = " and ".join(
        name.literal or " ".join(filter(None, (name.given, _particle(name), name.family, name.suffix)))
        for name in source.names.get("interviewer", ())
    )
    written = [f"Interview by {interviewers}" if interviewers else "", source.variable("note")]
    return _escaped(". ".join(filter(None, written)))


def _names(names: Iterable[Name]) -> str:
    """Write "van {Gogh}, {Vincent} and {Port Authority}": what stands in braces is not taken apart."""
    return " and ".join(filter(None, map(_name, names)))


def _name(name: Name) -> str:
    if name.literal:
        return _braced(name.literal)
    particle, family = _particle(name), name.family or ""
    if particle and (not particle[0].islower() or re.search("[,{}\\\\]", particle)):
        family = f"{particle}{'' if particle.endswith(_ELIDED) else ' '}{family}"
        particle = ""
    parts = [f"{_escaped(particle)} {_braced(family)}".strip()]
    if name.suffix:
        parts.append(_braced(name.suffix))
    if name.given or name.suffix:
        parts.append(_braced(name.given or ""))
    return ", ".join(parts)


def _particle(name: Name) -> str:
    return " ".join((name.non_dropping_particle or name.dropping_particle or "").split())


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _escaped(text: str) -> str:
    """Write text on one line so that TeX shows it as it is, without its ligatures (-- and the like)."""
    text = safe(text)
    special = _SPECIAL if _is_balanced(text) else _LONELY
    return "".join(special.get(character, character) for character in _HYPHENS.sub("-\0", text)).replace("\0", "{}")


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _verbatim(text: str) -> str:
    """Write an address, which TeX is not to read: what would end it is percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda match: f"%{ord(match[0]):02X}", safe(text))
