"""Facts for other programs, a module each format.

Reference managers know sources, so `csl_json`, `biblatex` and `ris` write each source once, under its own id, with the
quotes of its facts and their places as notes. The others know facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from factcli.citation.export import biblatex, csl_json, reference, ris, rows, web_annotations
from factcli.quote.evidence import Evidence
from factcli.store.model import Fact


class Format(StrEnum):
    """What facts can be exported to."""

    CSL_JSON = "csl-json"
    BIBLATEX = "biblatex"
    RIS = "ris"
    JSONLD = "jsonld"
    CSV = "csv"
    JSONL = "jsonl"


def write(to: Format, facts: Sequence[Fact], examine: Callable[[Fact], Evidence]) -> Iterator[str]:
    """Write facts, piece by piece.

    CSV and JSON Lines are for `fact import` and hold facts as they are. The others have no quote that was looked up
    and is not in its source.
    """
    match to:
        case Format.CSV:
            return rows.csv(facts)
        case Format.JSONL:
            return rows.jsonl(facts)
        case Format.JSONLD:
            return web_annotations.jsonld(map(examine, facts), len(facts))
        case Format.CSL_JSON:
            return csl_json.csl_json(reference.references(map(examine, facts)))
        case Format.BIBLATEX:
            return biblatex.biblatex(reference.references(map(examine, facts)))
        case Format.RIS:
            return ris.ris(reference.references(map(examine, facts)))
