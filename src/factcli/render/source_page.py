"""What a person sees of sources: which there are, and the text of one with what of it is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcli.intake.document import Document
from factcli.quote.coverage import Coverage, Stretch
from factcli.quote.source_text import SourceText
from factcli.render.layout import BLANK, Line, Span
from factcli.render.record import note
from factcli.store.model import Source
from factcli.text.safe import safe


def listing(sources: Sequence[Source]) -> list[Line]:
    """Lay out sources in a line each: the id, the date, the type, the title."""
    rows = [(source.id, date(source), source.type) for source in sources]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = []
    for source, row in zip(sources, rows, strict=True):
        name, day, kind = (f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=True))
        lines.append(Line((Span(name, "id"), Span(day + kind, "detail"), Span(safe(source.title))), "cut"))
    return lines


def date(source: Source) -> str:
    """Return when a source was issued, in EDTF; "" if it does not say."""
    issued = source.dates.get("issued")
    return issued.text if issued else ""


def added(identifier: str, store: str, place: str, document: Document) -> list[Line]:
    """Lay out that a source and its text were added, what of a page was left out, and what to do next."""
    count = len(SourceText(document.text).paragraphs)
    where = f"Added to {store}; its text, {count} paragraph{'s' * (count != 1)}, is in {place}."
    advice = f"Look it over: fact source show {identifier}"
    lines = [Line((Span(where, "good"),)), Line((Span(advice, "detail"),))]
    if document.left_out:
        omission = (
            f"Left out {document.left_out} of {document.paragraphs} paragraphs of the page; look the text over: {place}"
        )
        lines.insert(1, Line((Span(omission, "doubt"),)))
    return lines


def page(source: Source, text: SourceText, coverage: Coverage, astray: Sequence[str]) -> list[Line]:
    """Lay out a source's text, each passage that facts quote in ⟦ ⟧, and what is still to be entered.

    `astray` are the facts whose quotes have no certain place in the text.
    """
    lines = [Line((Span(note(source), "citation"),)), BLANK]
    for number, (start, end) in enumerate(text.paragraphs, start=1):
        lines += [Line((Span(f"¶{number} ", "detail"), *_marked(text.text, start, end, coverage))), BLANK]
    if coverage.open:
        lines += [Line((Span("Figures that no quote holds:", "detail"),)), *_open(text, coverage), BLANK]
    if astray:
        lines += [Line((Span("Facts whose quotes have no certain place in this text:", "bad"),))]
        lines += [*(Line((Span(fact, "id"),), indent=2) for fact in astray), BLANK]
    return [*lines, *_sums(coverage)]


def _marked(text: str, start: int, end: int, coverage: Coverage) -> Iterator[Span]:
    """Lay out text[start:end]; a stretch that goes on in the next paragraph is marked in both."""
    open_figures = [span for sentence in coverage.open for span in sentence.open]
    at = start
    for stretch in coverage.stretches:
        if stretch.end <= start or end <= stretch.start:
            continue
        first, last = max(start, stretch.start), min(end, stretch.end)
        yield from _unquoted(text, at, first, open_figures)
        yield Span(f"⟦{safe(text[first:last])}⟧", "good")
        if stretch.end <= end:
            yield Span(_facts(stretch), "id")
        at = last
    yield from _unquoted(text, at, end, open_figures)


def _unquoted(text: str, start: int, end: int, figures: Sequence[tuple[int, int]]) -> Iterator[Span]:
    at = start
    for first, last in figures:
        if start <= first and last <= end:
            yield Span(safe(text[at:first]))
            yield Span(safe(text[first:last]), "doubt")
            at = last
    yield Span(safe(text[at:end]))


def _facts(stretch: Stretch) -> str:
    return f" ({', '.join(stretch.facts)})"


def _open(source: SourceText, coverage: Coverage) -> Iterator[Line]:
    for sentence in coverage.open:
        figures = ", ".join(safe(source.text[start:end]) for start, end in sentence.open)
        where = f"para. {source.paragraph(sentence.start)}  "
        yield Line((Span(where, "detail"), Span(figures, "doubt")), indent=2)
        yield Line((Span(safe(source.text[sentence.start : sentence.end])),), indent=4)


def _sums(coverage: Coverage) -> Iterator[Line]:
    quoted, of = sum(sentence.quoted for sentence in coverage.sentences), len(coverage.sentences)
    share = coverage.quoted_characters / coverage.characters if coverage.characters else 0
    rows = [
        ("facts", str(len(coverage.quotations))),
        ("quoted", f"{share:.0%} of the characters, from {quoted} of {of} sentences"),
        ("to enter", _to_enter(len(coverage.open))),
    ]
    for key, value in rows:
        yield Line((Span(f"{key:<8}  ", "detail"), Span(value)))


def _to_enter(count: int) -> str:
    if not count:
        return "no figure: quotes hold them all"
    return f"{count} sentence{'s' * (count > 1)} with figures that no quote holds"
