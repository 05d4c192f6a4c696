"""Judging the quoted passages of a report: verbatim, altered, or in no source that the store has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from factcli.quote import elision, verdict
from factcli.quote.anchor import Anchor, anchor
from factcli.quote.difference import Segment
from factcli.quote.word_index import words
from factcli.report.document import Document
from factcli.report.finding import Finding
from factcli.report.quotations.corpus import Corpus, Piece
from factcli.report.quotations.passages import Passage
from factcli.report.quotations.wordings import wordings
from factcli.store.model import Fact
from factcli.text import stop_words

_LIKE_IN_REFERENCE = 0.8
"""In a note or a bibliography, where marks hold titles, only what is so like a quote of the store is one."""
_HALF = 0.5
_FEWEST_SHARED = 2
_PARAGRAPH = re.compile(r"paragraph (\d+)\Z")


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a piece that does not have a passage says to it."""

    piece: Piece
    found: verdict.Finding
    likeness: float


def judge(document: Document, passages: Iterable[Passage], corpus: Corpus) -> Iterator[Finding]:
    """Judge quoted passages of a report in their order."""
    for passage in passages:
        start, end = passage.span(document.blocks)
        if judged := _judged(passage, corpus):
            yield Finding(
                start=start, end=end, kind="quote", code=judged.code, text=passage.text, message=judged.message,
                fact=judged.fact.id if judged.fact else None, difference=judged.difference,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Judged:
    code: str
    message: str
    fact: Fact | None = None
    difference: tuple[Segment, ...] = ()


def _judged(passage: Passage, corpus: Corpus) -> _Judged | None:
    """Return the verdict on a passage, None if it stands in a note and is probably a title."""
    tried = list(wordings(passage.text, is_block=passage.is_block))
    proven: _Judged | None = None
    doubtful: Fact | None = None
    for wording in tried:
        holding = [(piece, place) for piece in corpus.holding(wording) if (place := anchor(piece.text, wording))]
        found = _proven(holding, corpus)
        if found and found.fact:
            return found
        proven = proven or found
        doubtful = doubtful or next((piece.facts[0] for piece, _ in holding if piece.kind == "quote"), None)
    return proven or _unproven(tried, doubtful, corpus, in_reference=passage.in_reference)


def _unproven(tried: Sequence[str], doubtful: Fact | None, corpus: Corpus, *, in_reference: bool) -> _Judged | None:
    """Return what is wrong with a passage; `doubtful` is a fact that quotes it, but not from its source."""
    if doubtful and corpus.was_changed(doubtful):
        return _only_in(doubtful, "was changed since it was checked")
    compared = _compared(tried, corpus)
    if in_reference and not _is_like_a_quote(compared):
        return None
    if compared:
        return _beyond(compared[0]) if _goes_beyond(compared[0], corpus) else _altered(compared)
    if doubtful:
        return _only_in(doubtful, "is not in its source")
    return _Judged("Q102", f"in no quote of the store{_not_at_hand(corpus)}")


def _proven(holding: Sequence[tuple[Piece, Anchor]], corpus: Corpus) -> _Judged | None:
    """Return what proves a passage, of several quotes the shortest; a quote proves nothing that its text belies."""
    texts = {piece.source.id: (piece, place) for piece, place in reversed(holding) if piece.kind == "text"}
    quotes = sorted((piece for piece, _ in holding if piece.kind == "quote"), key=lambda piece: len(piece.text.text))
    for piece in quotes:
        fact = piece.facts[0]
        if piece.source.id in texts if corpus.has_text(piece.source) else not corpus.was_changed(fact):
            sure = corpus.has_text(piece.source) or corpus.is_locked(fact)
            return _Judged("Q100", f"in {_quote_of(fact)}{'' if sure else ', which was not checked yet'}", fact)
    for piece, place in (*texts.values(), *((piece, place) for piece, place in holding if piece.kind != "quote")):
        if piece.kind == "text":
            return _Judged("Q100", f"in para. {piece.text.paragraph(place.start)} of {piece.source.id}")
        if piece.kind == "stretch":
            used = _used(piece, place.start, place.end)
            return _Judged("Q100", f"in the quotes of {' and '.join(fact.id for fact in used)} together", used[0])
        return _Judged("Q100", f"in the title of {piece.source.id}")
    return None


def _used(piece: Piece, first: int, last: int) -> list[Fact]:
    """Return the facts of an extract whose quotes [first:last] takes from, the first and the last of them."""
    spans = [(at, at + len(fact.quote), fact) for fact in piece.facts if (at := piece.text.text.find(fact.quote)) >= 0]
    used = [fact for start, end, fact in spans if start < last and first < end] or list(piece.facts)
    return used[:1] + used[1:][-1:]


def _only_in(fact: Fact, why: str) -> _Judged:
    return _Judged("Q102", f"only in the quote of {fact.id}, which {why}: fact verify {fact.id}", fact)


def _compared(tried: Sequence[str], corpus: Corpus) -> list[_Compared]:
    """Hold a passage against the pieces most like it, the most like first, in the wording that makes least of it."""
    pieces = corpus.like(tried[-1])
    compared = [found for piece in pieces if (found := _held_against(piece, tried[-1]))]
    compared.sort(key=lambda found: -found.likeness)
    if compared:
        others = (_held_against(compared[0].piece, wording) for wording in tried[:-1])
        compared[0] = min((compared[0], *filter(None, others)), key=_size)
    return compared


def _held_against(piece: Piece, wording: str) -> _Compared | None:
    found = verdict.judge(piece.text, wording)
    if found.verdict != "altered":
        return None
    there = [part for part in dict.fromkeys(elision.parts(wording)) if anchor(piece.text, part)]
    if found.passage:
        there.append(piece.text.text[found.passage.start : found.passage.end])
        likeness = found.passage.likeness
    elif _speaks_of_nothing_close(found):
        likeness = _HALF
    else:
        return _Compared(piece, found, 1.0)  # it is there letter by letter, but for what it cuts or leaves out
    return _Compared(piece, found, likeness) if _is_made_from(wording, there, piece.source.language or "en") else None


def _speaks_of_nothing_close(found: verdict.Finding) -> bool:
    return bool(found.detail and found.detail.startswith("nothing"))


def _is_made_from(wording: str, there: Iterable[str], language: str) -> bool:
    """Tell whether a passage was made from what is there rather than share the small words that all texts have."""
    content = set(words(wording)) - stop_words.of_languages(("en", language))
    shared = content & {word for text in there for word in words(text)}
    return bool(content) and len(shared) >= max(min(_FEWEST_SHARED, len(content)), _HALF * len(content))


def _size(compared: _Compared) -> int:
    """Return how many characters a passage has more and fewer than what it was made from."""
    return sum(len(segment.text) for segment in compared.found.difference if segment.kind != "same")


def _is_like_a_quote(compared: Sequence[_Compared]) -> bool:
    if not compared or compared[0].likeness < _LIKE_IN_REFERENCE:
        return False
    detail = compared[0].found.detail or ""
    return not detail.startswith("differs in letter case")  # Titles Have Capitals


def _goes_beyond(compared: _Compared, corpus: Corpus) -> bool:
    """Tell whether a passage is right as far as an extract goes, and goes on where only the text could tell."""
    passage, piece = compared.found.passage, compared.piece
    if passage is None or piece.kind not in ("quote", "stretch") or corpus.has_text(piece.source):
        return False
    difference = list(compared.found.difference)
    if passage.start == 0:
        difference = list(dropwhile(lambda segment: segment.kind == "added", difference))
    if passage.end == len(piece.text.text):
        difference = list(dropwhile(lambda segment: segment.kind == "added", reversed(difference)))
    return all(segment.kind == "same" for segment in difference)


def _beyond(compared: _Compared) -> _Judged:
    fact, source = compared.piece.facts[0], compared.piece.source.id
    message = f"goes on beyond the quote of {fact.id}; the text of {source} is not at hand: --text {source}=FILE"
    return _Judged("Q102", message, fact)


def _altered(compared: Sequence[_Compared]) -> _Judged:
    best = compared[0]
    return _Judged("Q101", _said(best), _meant(compared), best.found.difference)


def _meant(compared: Sequence[_Compared]) -> Fact | None:
    """Return the fact that was misquoted: of those that are most like the passage the one with the shortest quote."""
    best = compared[0]
    quotes = [
        found
        for found in compared
        if found.piece.kind == "quote" and found.piece.source.id == best.piece.source.id and found.likeness >= _HALF
    ]
    if quotes:
        return max(quotes, key=lambda held: (round(held.likeness, 2), -len(held.piece.text.text))).piece.facts[0]
    return _at(best)


def _at(compared: _Compared) -> Fact | None:
    """Return the fact of an extract that a passage was made from."""
    piece, place = compared.piece, compared.found.passage
    return _used(piece, place.start, place.end)[0] if place and piece.facts else next(iter(piece.facts), None)


def _said(compared: _Compared) -> str:
    """Say what is wrong, and from where it differs."""
    piece, detail, fact = compared.piece, compared.found.detail or "differs", _at(compared)
    paragraph = _PARAGRAPH.search(detail)
    if paragraph is None:
        return f"{detail} ({fact.id if fact else piece.source.id})"
    if piece.kind == "text":
        where = f"para. {paragraph[1]} of {piece.source.id}"
    elif fact is None:
        where = f"the title of {piece.source.id}"
    else:
        where = f"{fact.locator.text} of {fact.source}" if fact.locator else f"the quote of {fact.id}"
    return detail[: paragraph.start()] + where


def _quote_of(fact: Fact) -> str:
    return f"the quote of {fact.id}, {f'{fact.locator.text} of ' if fact.locator else ''}{fact.source}"


def _not_at_hand(corpus: Corpus) -> str:
    match corpus.without_text:
        case []:
            return " nor in the texts of its sources"
        case [source]:
            return f"; the text of {source} is not at hand: --text {source}=FILE"
        case sources:
            return f"; the texts of {len(sources)} sources are not at hand: --text {sources[0]}=FILE and so on"
