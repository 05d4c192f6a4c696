"""Who said what a sentence says, which is no part of what it is about."""

from __future__ import annotations

import re

_VERBS = (
    "sa(?:id|ys|ying)|told|tells|add(?:ed|s)|not(?:ed|es)|stress(?:ed|es)|explain(?:ed|s)|recall(?:ed|s)|stated"
    "|acknowledg(?:ed|es)|point(?:ed|s) out|remark(?:ed|s)|declar(?:ed|es)|report(?:ed|s)|announc(?:ed|es)"
    "|emphasi[sz](?:ed|es)|observ(?:ed|es)|mention(?:ed|s)|claim(?:ed|s)|argu(?:ed|es)|insist(?:ed|s)|confirm(?:ed|s)"
)
_SOURCE = "according to|on the (?:account|figures) (?:of|put forward by)|in the (?:words|account) of|citing|as per|per"
_ATTRIBUTION = re.compile(
    rf",\s(?:as\s)?(?:[^,;\d]{{1,60}}?\s)?(?<!was\s)(?<!were\s)(?<!is\s)(?<!been\s)(?:{_VERBS})\b[^;\d]*?[.!]?\Z"
    rf"|,?\s(?:{_SOURCE})\s(?=[A-Z]|the\s|his\s|her\s|its\s|official)[^,;]*?[.!]?(?=,|\Z)"
    rf"|\A(?:{_SOURCE})\s[^,]{{1,80}},"
    rf"|\A(?:[A-Z]\S*\s){{1,6}}(?:[^,]{{0,20}}\s)?(?:{_VERBS})\s(?:reporters\s|journalists\s|[A-Z]\w+\s)?that\b",
    re.IGNORECASE,
)


def unattributed(sentence: str) -> str:
    """Blank out who said what a sentence says; its length stays."""
    return _ATTRIBUTION.sub(lambda match: " " * len(match[0]), sentence)
