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
    Rule("F200", "supported", "a fact says the same", ""),
    Rule("F201", "contradicted", "a fact says another figure", ""),
    Rule("F202", "contradicted", "a fact says another unit or scale", ""),
    Rule("F203", "contradicted", "a fact says another time", ""),
    Rule("F204", "contradicted", "a fact says it the other way round", ""),
    Rule("F205", "unsupported", "no fact is about this", ""),
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
