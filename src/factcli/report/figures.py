"""Judging the figures of a report: which fact is about the same, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcli.report.claims.claims import claims, is_question
from factcli.report.claims.judge import Judge, Verdict, decide
from factcli.report.document import Block, Document
from factcli.report.finding import Finding
from factcli.text.sentences import sentences


def judge(document: Document, judge: Judge, quoted: Callable[[Block], Sequence[tuple[int, int]]]) -> Iterator[Finding]:
    """Judge what the blocks of a report claim in figures, but for notes and what is `quoted` in a block."""
    for block in document.blocks:
        if block.kind in ("note", "quotation"):
            continue
        before = ""
        spans = quoted(block)
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if not is_question(sentence):
                for claim in claims(sentence):
                    first, last = (start + at for at in claim.focus)
                    if any(first < stop and begin < last for begin, stop in spans):
                        continue
                    candidates = judge.candidates(sentence, claim, f"{before} {block.context}")
                    if verdict := decide(sentence, claim, candidates):
                        yield _finding(block, (first, last), end, verdict)
            before = sentence


def _finding(block: Block, span: tuple[int, int], sentence_end: int, verdict: Verdict) -> Finding:
    start, end = block.span(*span)
    return Finding(
        start=start,
        end=end,
        kind="figure",
        code=verdict.code,
        text=block.text[slice(*span)],
        message=_message(verdict),
        fact=verdict.entry.id if verdict.entry else None,
        anchor=block.ends[sentence_end - 1] if verdict.code == "F200" else None,
    )


def _message(verdict: Verdict) -> str:
    entry, comparison = verdict.entry, verdict.comparison
    if entry is None or comparison is None:
        return "nothing in the store is about this"
    shown = comparison.quantity.text if comparison.quantity else comparison.time.text if comparison.time else ""
    period = f" ({entry.period})" if entry.period and entry.period != shown else ""
    match verdict.code:
        case "F200":
            return f"the store says the same: {shown}{period}"
        case "F203" if comparison.quantity and comparison.time:
            return f"the store says this of {comparison.time.text}"
        case "F204":
            return f"the store says the opposite: {entry.statement}"
        case _:
            return f"the store says {shown}{period}"
