"""Judging the figures of a report: which fact is about the same, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcli.report.claims.claims import Claim, claims, is_question, is_stamp
from factcli.report.claims.judge import Judge, Verdict
from factcli.report.claims.times import Time, times
from factcli.report.document import Block, Document
from factcli.report.finding import Finding
from factcli.report.spans import Spans
from factcli.text.sentences import sentences

# Columns that are kept apart by blanks alone: which figure is of what can't be told.
_LAYOUT = re.compile(r"\S[ \t]{3,}\S")
_BARE = re.compile(r"\s*\d[\d.,\u00a0\u202f]*\s*")
_UNIT = re.compile(
    r"(?P<before>[$€£₸₼₽]|\b(?:US\$|USD|EUR|GBP))?,?\s?(?P<scale>thousand|million|billion|mln|bn|mn)\b"
    r"(?:(?<=\w)\s(?P<behind>USD|EUR|GBP|dollars|euros)\b)?|(?:,\s|\()(?:%|per ?cent)",
    re.IGNORECASE,
)
_DATING = ("cell", "heading", "note")


def judge(document: Document, by: Judge, quoted: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Finding]:
    """Judge what a report claims in figures, but for what stands in quotation marks.

    `quoted` has the spans of blocks, by their numbers, that are judged as quotes. Of a note, which mostly says where
    something stands, only what a fact speaks of is judged.
    """
    for number, block in enumerate(document.blocks):
        if block.kind != "quotation" and (block.kind != "cell" or block.context):
            for finding in _of_block(block, by, Spans(quoted.get(number, ()))):
                if block.kind != "note" or finding.code != "F205":
                    yield finding


def _of_block(block: Block, by: Judge, quoted: Spans) -> Iterator[Finding]:
    dated = tuple(times(block.context))
    before = block.context
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        if measured := _measured(sentence, block):
            read = claims(measured)[:1]
            places = [(start, end) for _ in read]
            sentence = measured
        elif is_question(sentence) or is_stamp(sentence) or _LAYOUT.search(sentence):
            continue
        else:
            read = claims(sentence)
            places = [(start + first, start + last) for first, last in (claim.focus for claim in read)]
        for claim, (first, last) in zip(read, places, strict=True):
            if quoted.overlap(first, last):
                continue
            if claim.quantity is None and (block.kind in _DATING or sentence.endswith(":")):
                continue  # it says of what time the rest is
            if verdict := by.verdict(sentence, _dated(claim, dated), before, block.heading):
                yield _finding(block, (first, last), end, verdict)
        before = block.context if block.kind in ("cell", "item") else sentence


def _dated(claim: Claim, dated: tuple[Time, ...]) -> Claim:
    """Give a claim that names no time the one that it completes: a column's, a list's."""
    return claim if claim.times else replace(claim, times=dated)


def _measured(text: str, block: Block) -> str:
    """Return a bare figure of a table in the unit that its headings name, "" if there is nothing to add."""
    unit = _UNIT.search(block.context) if block.kind == "cell" and _BARE.fullmatch(text) else None
    if unit is None:
        return ""
    if not unit["scale"]:
        return f"{text.strip()}%"
    currency = (unit["before"] or unit["behind"] or "").replace("dollars", "USD").replace("euros", "EUR")
    return f"{currency} {text.strip()} {unit['scale']}".strip()


def _finding(block: Block, passage: tuple[int, int], sentence_end: int, verdict: Verdict) -> Finding:
    start, end = block.span(*passage)
    return Finding(
        start=start,
        end=end,
        kind="figure",
        code=verdict.code,
        text=block.text[slice(*passage)],
        message=_message(verdict),
        fact=verdict.entry.id if verdict.entry else None,
        # a note in a heading breaks some markups, and tables of contents
        anchor=block.ends[sentence_end - 1] if verdict.code == "F200" and block.kind != "heading" else None,
    )


def _message(verdict: Verdict) -> str:
    entry, comparison = verdict.entry, verdict.comparison
    if entry is None or comparison is None:
        return "nothing in the store is about this"
    quantity, time = comparison.quantity, comparison.time
    shown = quantity.text if quantity else time.text if time else ""
    period = f" ({entry.period})" if entry.period and entry.period != shown else ""
    match verdict.code:
        case "F200":
            return f"the store says the same: {shown}{period}"
        case "F203" if quantity and time:
            return f"the store says this of {time.text}"
        case "F203" if quantity:
            return f"the store says this of another length of time: {entry.statement}"
        case "F204":
            return f"the store says it the other way round: {entry.statement}"
    return f"the store says {shown}{period}"
