"""Links of facts whose sources' texts are at hand: they find the passage as it stands there, and no other."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcli.citation import fragment
from factcli.quote.evidence import Examiner
from factcli.quote.verdict import Verdict
from factcli.search.record import Record


def examined(records: Iterable[Record], examiner: Examiner) -> list[tuple[Record, Verdict]]:
    """Return records with the verdicts on their quotes, and with links as good as can be."""
    verdicts = [(record, examiner.verdict(record)) for record in records]
    return [(linked(record, examiner), verdict) for record, verdict in verdicts]


def linked(record: Record, examiner: Examiner) -> Record:
    """Give a record that was examined a link to the very passage that its quote stands for."""
    if record.link and (place := examiner.places.get(record.id)):
        text, passage = place
        record.link = fragment.link_to(json.loads(record.source)["URL"], text.text, passage.start, passage.end)
    return record
