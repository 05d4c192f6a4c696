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
    Rule(
        "Q100",
        "verbatim",
        "the quote is verbatim",
        "Every word of the passage stands so in a quote of the store, or in the text of a source, in that order.\n\n"
        "Typography may differ: kinds of white space, quotation marks and dashes, words broken at a line end. An "
        "ellipsis (“…”, “[…]”, “(...)”) may leave out up to 600 characters, but no negation. What a writer adds "
        "in sight of the reader is allowed: a first letter in brackets (“[t]he volume”), “[sic]”, and a comma or "
        "full stop at the end that belongs to the sentence around it. Where the text of a source is not at hand, "
        "quotes that are locked prove it, also several that overlap.\n\n"
        "Example: “the volume of trade turnover (…) amounted to $470 million,” he said.",
    ),
    Rule(
        "Q101",
        "altered",
        "the quote differs from its source",
        "The passage is close to what a source says, but not the same: a word, a figure, a sign, a name or a "
        "capital differs.\n\n"
        "However small the difference is, it is one: “not” dropped, 574 for 547, € for $, two sentences made into "
        "one, a word cut (“able” of “unable”), other words in brackets. The difference is shown word by word "
        "against the passage that comes closest. Quote what the source says, leave out words by “…”, or take the "
        "quotation marks away and say it in your own words.\n\n"
        "Example: “amounted to $457 million”, where the source has “amounted to $470 million”.",
    ),
    Rule(
        "Q102",
        "missing",
        "the quote is in no source of the store",
        "Nothing in the store comes close to the passage, so nothing proves that anybody said it.\n\n"
        "Judged is what stands between quotation marks, or in a block set off as a quotation, and has four words "
        "or more; in footnotes and bibliographies titles are left alone. If the store does not have the text of a "
        "source at hand, the passage may still stand there: give it by --text SOURCE=FILE. The same is said of a "
        "passage that begins as a quote of the store does and goes on beyond it, and of one that stands only in a "
        "quote which is itself not in its source.\n\n"
        "Example: “We will always be the best of friends”, in no quote and no text.",
    ),
    Rule(
        "F200",
        "supported",
        "a fact says the same",
        """
A fact of the store is about the same subject and the same time, and has the same figure. Notations do not matter:
$0.47bn, 470 million dollars and $470,000,000 are one amount, and "twelve" is 12.

Words of rounding are taken at their word:

    470                         the store has 470
    about, around, roughly 470  the store's figure, rounded as far, is 470, and no more than 7 % away
    nearly, almost 500          the store's figure is the same, or at most 7 % below
    more than, over 400         the store's figure is the same or above, but not by more than a quarter
    less than, up to 500        the store's figure is the same or below, but not by more than a quarter

A figure without such a word has to be the store's to the digit. Ton and tonne are one unit. A year may be said of what
the store tells of a month or a day in it, but not of what adds up over several months.
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

A round figure is contradicted too if its word of rounding does not hold: "more than $500 million" where the store says
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
A fact of the store has the same digits for the same subject, but in another unit, by another scale, or for another
length of time.

    report:  Trade turnover was $470 billion in 2024.
    store:   Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024.

So are euros for dollars, barrels for tons, and a month for a year. Tons and tonnes are one unit. Look up the unit in
the quote of the fact, and correct the report.
""",
    ),
    Rule(
        "F203",
        "contradicted",
        "a fact says another time",
        """
A fact of the store has this figure for this subject, but for another time, and none has it for the time of the report;
or it dates what happened otherwise.

    report:  In 2023, trade turnover was $470 million.
    store:   Trade turnover between Azerbaijan and Kazakhstan was $470 million in 2024.

What is told of March 2025 may be said of 2025. What adds up from January to August 2025 may not: it is not the
figure of that year. Correct the time, or the figure.
""",
    ),
    Rule(
        "F204",
        "contradicted",
        "a fact says it the other way round",
        """
A fact of the store has this figure, but who does it and whom it is done to have changed places, or what rises there
falls here.

    report:  Ruritania invested $300 million in Syldavia.
    store:   Syldavia invested $300 million in Ruritania.

So it is with visits, debts and gifts, and with "20 % lower" for "20 % higher". Turn the sentence round.
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
    Rule(
        "C300",
        "current",
        "the note is that of the fact as it is",
        "The footnote refers to a fact that the store has, and its note is a citation of that fact as it is now.\n\n"
        "Any of the built-in styles will do, in the full form, the short one or that for references in the text, "
        "with or without the quote. Compared are the words and figures; marks, italics and escapes may differ. "
        "Notes under other labels that were pasted from `fact cite`, and keys of sources that were exported, are "
        "recognised too.\n\n"
        "Example: [^fact:trade-turnover-2024] with the note that `fact fill` writes, or [@azertac-2025-10-18, "
        "para. 17].",
    ),
    Rule(
        "C301",
        "stale",
        "the note is not that of the fact as it is now",
        "The report refers to a fact, but has no note for it, or one that does not say what a citation of the "
        "fact says now.\n\n"
        "A note grows stale when the title, the date or the locator of what it cites is corrected in the store, "
        "or when somebody edits it by hand. `fact fill REPORT` writes the notes that are missing and refreshes "
        "the others.\n\n"
        "Example: the note says “para. 16”, and the fact has been corrected to para. 17.",
    ),
    Rule(
        "C302",
        "stale",
        "the fact was superseded",
        "The report cites a fact that another one has replaced: it names it under `supersedes`.\n\n"
        "The old fact stays in the store, so that older reports can be checked, but what it says no longer holds. "
        "See what the new one says, change the sentence, and cite the new one.\n\n"
        'Example: [^fact:population-2023], where the fact population-2024 has supersedes = ["population-2023"].',
    ),
    Rule(
        "C303",
        "unknown",
        "there is no such fact or source",
        "The report refers to a fact or a source that the store does not have, most often because of a typing "
        "error.\n\n"
        "Of footnotes every id that is not in the store is reported. Of keys such as [@smith-2020] only those "
        "that are nearly the id of a source, or are the id of a fact, since a report may cite works that are no "
        "business of this store. `fact list` and `fact source list` show the ids.\n\n"
        "Example: [^fact:trade-turnovr-2024].",
    ),
)
RULES = {rule.code: rule for rule in _RULES}
