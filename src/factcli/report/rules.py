"""The rules that a report is held to, by their codes: Q for quotes, F for figures, C for citations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for: the verdict that comes with it, a line, and what `--explain` says in full."""

    code: str
    verdict: str
    title: str
    explanation: str

    @property
    def is_problem(self) -> bool:
        """Whether what it finds is wrong; codes that end in 00 say that something holds."""
        return not self.code.endswith("00")


_RULES = (
    Rule("Q100", "verbatim", "the quote is verbatim", ""),
    Rule("Q101", "altered", "the quote differs from its source", ""),
    Rule("Q102", "missing", "the quote is in no source of the store", ""),
    Rule("F200", "supported", "a fact says the same", ""),
    Rule("F201", "contradicted", "a fact says another figure", ""),
    Rule("F202", "contradicted", "a fact says another unit or scale", ""),
    Rule("F203", "contradicted", "a fact says another time", ""),
    Rule("F204", "contradicted", "a fact says it the other way round", ""),
    Rule("F205", "unsupported", "no fact is about this", ""),
    Rule("C300", "current", "the note is that of the fact as it is", ""),
    Rule("C301", "stale", "the note is not that of the fact as it is now", ""),
    Rule("C302", "stale", "the fact was superseded", ""),
    Rule("C303", "unknown", "there is no such fact or source", ""),
)
RULES = {rule.code: rule for rule in _RULES}
