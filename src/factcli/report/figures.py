"""Judging the figures of a report: which fact is about the same, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcli.report.claims.claims import claims, is_question
from factcli.report.claims.judge import Judge, Verdict
from factcli.report.document import Block, Document
from factcli.report.finding import Finding
from factcli.text.sentences import sentences

Spans = Sequence[tuple[int, int]]


def judge(document: Document, by: Judge, quoted: Callable[[int], Spans]) -> Iterator[Finding]:
    """Judge what a report claims in figures, but for notes and what stands in quotation marks.

    `quoted` returns the spans of a block, by its number, that are judged as quotes.
    """
    for number, block in enumerate(document.blocks):
        if block.kind not in ("note", "quotation"):
            yield from _of_block(block, by, quoted(number))


def _of_block(block: Block, by: Judge, quoted: Spans) -> Iterator[Finding]:
    # a cell and an item say only with what stands around them what they are about
    lead = f"{block.context.replace(';', ',').rstrip(':')} " if block.context and block.kind in ("cell", "item") else ""
    before = "" if lead else block.context
    for start, end in sentences(block.text):
        sentence = lead + block.text[start:end]
        if not is_question(sentence):
            for claim in claims(sentence):
                first, last = (start + at - len(lead) for at in claim.focus)
                if claim.quantity is None and (block.kind in ("cell", "heading") or sentence.endswith(":")):
                    continue  # it says of what time the rest is
                if first < start or any(first < stop and begin < last for begin, stop in quoted):
                    continue
                if verdict := by.verdict(sentence, claim, before):
                    yield _finding(block, (first, last), end, verdict)
        before = sentence


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
        anchor=block.ends[sentence_end - 1] if verdict.code == "F200" else None,
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
