"""Whether a quote holds the figures that a statement draws from it."""

from __future__ import annotations

from factcli.store.model import Fact
from factcli.text.figures import Figure, figures, missing
from factcli.text.words import MONTH_NAMES, words


def unheld(fact: Fact) -> list[str]:
    """Return the figures of a fact's statement and answer that its quote does not hold, in any notation.

    Years and dates are left out: "this year" in a quote is a year in a statement.
    """
    texts = (fact.statement, fact.answer or "")
    said = [figure for text in texts for figure in figures(text) if not _dates(figure, text)]
    return list(dict.fromkeys(figure.text for figure in missing(said, figures(fact.quote))))


def _dates(figure: Figure, text: str) -> bool:
    """Tell whether a figure is a year, or the day beside the name of a month."""
    beside = [*words(text[: figure.start])[-1:], *words(text[figure.end :])[:1]]
    return figure.kind == "year" or any(word in MONTH_NAMES for word in beside)
