"""Locking quotes: what of a store's quotes a lock file may vouch for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from factcli.quote.evidence import Evidence
from factcli.store.lock_file import Lock, Locked, text_digest
from factcli.store.model import Store
from factcli.store.place import digest_of_quote


def relocated(lock: Lock, examined: Iterable[Evidence]) -> list[str]:
    """Return the ids of sources whose text is not the one that their quotes were locked in."""
    texts = {evidence.source.id: evidence.text.text for evidence in examined if evidence.text}
    return [source for source, text in texts.items() if lock.texts.get(source, text_digest(text)) != text_digest(text)]


def lost(lock: Lock, examined: Iterable[Evidence]) -> dict[str, int]:
    """Return, for sources, how many quotes are locked that are not in the text at hand: it may be a wrong one."""
    gone = (
        evidence.source.id
        for evidence in examined
        if evidence.text and evidence.verdict != "verbatim" and lock.proof(evidence.fact)
    )
    return dict(Counter(gone))


def renewed(lock: Lock, store: Store, examined: Sequence[Evidence], today: dt.date) -> Lock:
    """Return the lock after some facts of a store were examined.

    Quotes found verbatim are locked. Of those whose text was not at hand, or that were not examined, the entries that
    still prove something are kept: the fact is there, its quote is the same, and so is the text it was found in. A text
    that has lost a locked quote changes nothing of what was locked of its source.
    """
    spared = lost(lock, examined)
    quotes: dict[str, Locked] = {}
    texts: dict[str, str] = {}
    checked = set()
    for evidence in examined:
        fact, place = evidence.fact, evidence.finding.anchor
        if evidence.text is None or fact.source in spared:
            continue
        checked.add(fact.id)
        if fact.source not in texts:
            texts[fact.source] = text_digest(evidence.text.text)
        if evidence.verdict == "verbatim" and place:
            digest = digest_of_quote(fact.quote)
            quotes[fact.id] = Locked(source=fact.source, digest=digest, start=place.start, end=place.end, date=today)
    for fact in store.facts.values():
        held = lock.proof(fact)
        known = lock.texts.get(fact.source)
        if held and known and fact.id not in checked and texts.setdefault(fact.source, known) == known:
            quotes[fact.id] = held
    used = {held.source for held in quotes.values()}
    return Lock(texts={source: digest for source, digest in texts.items() if source in used}, quotes=quotes)
