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
    Rule(
        "F200",
        "supported",
        "a fact says the same",
        """
A fact of the store is about the same subject and the same time, and has the same figure. Notations do not matter:
$0.47bn, 470 million dollars and $470,000,000 are one amount, and "twelve" is 12.

Words of rounding are taken at their word. What they allow is read of the store's exact figure:

    about, around, some, roughly: the store's figure rounds to it
    nearly, almost: the same, and it is not more than what the report says
    more than, over, above: the store's figure is greater
    less than, under, below: the store's figure is smaller
    at least, no less than: it is as great or greater
    up to, at most, no more than: it is as great or smaller

A figure without such a word has to be the store's to the digit. Where the store itself has such a word ("more than 100
projects"), the report may have the same one, or none that says more.
""",
    ),
    Rule(
        "F201",
        "contradicted",
        "a fact says another figure",
        """
A fact of the store is about the same subject and the same time, and has another figure. It is given only where the
sentence and the fact speak of the same thing; a figure that merely stands near is F205 or nothing.

    report:  Trade turnover was $457 million in 2024.
    store:   Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024.

A round figure is contradicted too if its word of rounding does not hold: "more than $470 million" where the store says
$470 million. For how such words are read, see: fact check --explain F200

Correct the report; or if the report knows better, add the newer fact with supersedes. If both may stand, accept it by a
comment with the reason.
""",
    ),
    Rule(
        "F202",
        "contradicted",
        "a fact says another unit or scale",
        """
A fact of the store has the same digits for the same subject, but counts something else, or by another scale.

    report:  Trade turnover was $470 billion in 2024.
    store:   Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024.

So are euros for dollars, per cent for percentage points, and tons for tonnes where that changes the amount. Look up
the unit in the quote of the fact, and correct the report.
""",
    ),
    Rule(
        "F203",
        "contradicted",
        "a fact says another time",
        """
A fact of the store has this figure for this subject, but for another time, and none has it for the time of the report.

    report:  In 2023, trade turnover was $470 million.
    store:   Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024.

Periods that hold one another are not at odds: a fact about January to August 2025 is about 2025. Correct the year, or
the figure.
""",
    ),
    Rule(
        "F204",
        "contradicted",
        "a fact says it the other way round",
        """
A fact of the store has this figure, but who does it and whom it is done to have changed places.

    report:  Ruritania invested $300 million in Syldavia.
    store:   Syldavia invested $300 million in Ruritania.

So it is with exports and imports, visits, debts and gifts. Turn the sentence round.
""",
    ),
    Rule(
        "F205",
        "unsupported",
        "no fact is about this",
        """
The sentence claims a figure of a subject that no fact of the store is about. It may be right: the store does not know.

    report:  Wine exports brought in $540 million.
    store:   nothing about wine exports, though something else is $540 million

Figures that claim nothing, such as the number of a chapter or the date of writing, are passed over.

Add the fact with its quote (fact add), take the figure out, or accept it by a comment with the reason. Where a report
draws on other sources than the store, leave the rule out: --ignore F205
""",
    ),
    Rule("C300", "current", "the note is that of the fact as it is", ""),
    Rule("C301", "stale", "the note is not that of the fact as it is now", ""),
    Rule("C302", "stale", "the fact was superseded", ""),
    Rule("C303", "unknown", "there is no such fact or source", ""),
)
RULES = {rule.code: rule for rule in _RULES}
