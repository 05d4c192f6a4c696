"""What marks within a line make of its words: raised figures stay raised, and what no reader sees is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SUPERSCRIPTS = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "re", "ème"})
_STRUCK = frozenset({"s", "del", "strike"})
_HIDING_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def raised(text: str, before: str = "") -> str:
    """Return the text of a `<sup>` that follows `before`, so that it can't be taken for a part of that.

    Figures become raised ones (2024¹); anything with letters is set off (note^a), but the end of an ordinal (1st).
    """
    if before[-1:].isdigit() and text.strip().lower() in _ORDINALS:
        return text
    return _shifted(text, _SUPERSCRIPTS, "^")


def lowered(text: str) -> str:
    """Return the text of a `<sub>`: H₂O, x_i."""
    return _shifted(text, _SUBSCRIPTS, "_")


def is_unseen(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether what an HTML element holds is struck out or hidden.

    A whole page is hidden only until its script has run.
    """
    if tag in ("html", "body"):
        return False
    return (
        tag in _STRUCK
        or "hidden" in attributes
        or (attributes.get("aria-hidden") or "").strip().lower() == "true"
        or bool(_HIDING_STYLE.search(attributes.get("style") or ""))
    )


def _shifted(text: str, figures: dict[int, int], mark: str) -> str:
    return mark + text.strip() if any(map(str.isalpha, text)) else text.translate(figures)
