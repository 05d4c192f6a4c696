"""What there is to look at again in a store: each check is a pure function from a store to findings.

A check that cries wolf is worse than none, so each of them keeps silent where it can't be nearly sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcli.audit import length, pairs, periods
from factcli.audit.finding import Finding
from factcli.intake.likeness import Claim, How, Traits
from factcli.intake.support import unheld
from factcli.store.lock_file import Lock
from factcli.store.model import Fact, Store
from factcli.text.fold import fold
from factcli.text.stems import language_of
from factcli.text.words import words

_LOCK = "Look at it, and lock it again: fact verify --lock"
_LIKE: dict[How, tuple[str, str, str]] = {
    "statement": ("doubled", "says nearly the same as {id}", "Delete one, or say in which they differ."),
    "figure": (
        "contradicting",
        "says another figure than {id}",
        'Mend the wrong one, or let the newer one say: supersedes = ["{id}"]',
    ),
}


def examine(store: Store, lock: Lock | None = None, texts: Mapping[str, str] | None = None) -> list[Finding]:
    """Return all findings, in the order of the store's facts, those on sources and on the lock alone last.

    `texts` are the sha256 of the sources' texts that are at hand.
    """
    lock = lock or Lock()
    found = [
        *_likeness(store),
        *_successions(store),
        *_figures(store),
        *_periods(store),
        *_lengths(store),
        *_changed(store, lock),
    ]
    order = {fact: place for place, fact in enumerate(store.facts)}
    return [
        *sorted(found, key=lambda finding: order[finding.fact or ""]),
        *_unused(store),
        *_left(store, lock, texts or {}),
    ]


def _likeness(store: Store) -> Iterator[Finding]:
    """Find facts that say the same, or of the same another figure, unless one has replaced the other."""
    replaced = store.superseded()
    valid = [fact for fact in store.facts.values() if fact.id not in replaced]
    for how, old, new in pairs.alike(_traits(store, fact) for fact in valid):
        answers = store.facts[old.claim.id].answer, store.facts[new.claim.id].answer
        if how == "statement" and not _one_claim(old, new, *answers):
            continue
        kind, problem, mend = _LIKE[how]
        other = old.claim.id
        yield Finding(new.claim.id, kind, problem.format(id=other), mend.format(id=other), other)


def _one_claim(old: Traits, new: Traits, old_answer: str | None, new_answer: str | None) -> bool:
    """Tell whether neither of two facts says what the other does not, as one does of the place of an event."""
    if old_answer and new_answer:
        one, other = set(words(old_answer)), set(words(new_answer))
    else:
        one, other = set(old.subject), set(new.subject)
    return one <= other or other <= one


def _traits(store: Store, fact: Fact) -> Traits:
    period = fact.period.text if fact.period else None
    language = language_of(store.sources[fact.source].language)
    return Traits.of(Claim(fact.id, fact.statement, fact.quote, fact.source, period), language)


def _successions(store: Store) -> Iterator[Finding]:
    """Find what is wrong between facts that replace others: two heirs, an elder heir, aliases left behind."""
    heirs: dict[str, list[Fact]] = defaultdict(list)
    for fact in store.facts.values():
        for old in fact.supersedes:
            heirs[old].append(fact)
    for old, new in heirs.items():
        if len(new) > 1 and not _in_line(new):
            listed = " and ".join(fact.id for fact in new)
            mend = "Let one of them supersede the other, or only one of them this."
            yield Finding(old, "succession", f"is superseded by {listed}, and both answer", mend, new[0].id)
        yield from _elder(store, store.facts[old], new[-1])
        yield from _orphaned(store.facts[old], new[-1])


def _in_line(heirs: list[Fact]) -> bool:
    """Tell whether all but one of the heirs of a fact have been superseded by another of them."""
    superseded = {old for fact in heirs for old in fact.supersedes}
    return sum(fact.id not in superseded for fact in heirs) == 1


def _elder(store: Store, old: Fact, new: Fact) -> Iterator[Finding]:
    issued = [store.sources[fact.source].dates.get("issued") for fact in (old, new)]
    if issued[0] and issued[1] and issued[1].bounds()[1] < issued[0].bounds()[0]:
        problem = f"supersedes {old.id}, whose source is newer ({issued[0].text}, not {issued[1].text})"
        yield Finding(new.id, "succession", problem, "Turn it around, or take it out of supersedes.", old.id)


def _orphaned(old: Fact, new: Fact) -> Iterator[Finding]:
    known = {fold(alias) for alias in new.aliases}
    if lost := [alias for alias in old.aliases if fold(alias) not in known]:
        listed = ", ".join(f"“{alias}”" for alias in lost)
        problem = f"supersedes {old.id}, which was asked for as {listed}"
        yield Finding(
            new.id, "succession", problem, "Give it these aliases too, as the old one answers no more.", old.id
        )


def _figures(store: Store) -> Iterator[Finding]:
    for fact in store.facts.values():
        if figures := unheld(fact):
            problem = f"says {', '.join(figures)}, which its quote does not hold"
            yield Finding(fact.id, "figure", problem, "Correct the statement, or choose a quote that proves it.")


def _periods(store: Store) -> Iterator[Finding]:
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in store.facts.values():
        if fact.locator:
            places[fact.source, fact.locator.text].append(fact.quote)
    for fact in store.facts.values():
        nearby = places[fact.source, fact.locator.text] if fact.locator else []
        if problem := periods.doubt(fact, store.sources[fact.source].dates.get("issued"), nearby):
            mend = "Correct the period, or choose a quote that names it."
            yield Finding(fact.id, "period", problem, mend)


def _lengths(store: Store) -> Iterator[Finding]:
    for fact in store.facts.values():
        language = language_of(store.sources[fact.source].language)
        if idle := length.idle_sentences(fact, language):
            problem = f"its quote holds more than it needs: “{idle[0]}”"
            mend = "Shorten the quote to what proves the statement; … stands for what is left out inside."
            yield Finding(fact.id, "length", problem, mend)


def _changed(store: Store, lock: Lock) -> Iterator[Finding]:
    for fact in store.facts.values():
        held = lock.quotes.get(fact.id)
        if held and not lock.proof(fact):
            yield Finding(fact.id, "lock", f"its quote was changed since it was locked on {held.date}", _LOCK)


def _left(store: Store, lock: Lock, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Find what is locked and no longer there, or there in another wording."""
    for fact in lock.quotes:
        if fact not in store.facts:
            yield Finding(None, "lock", "is locked, and no longer in the store", _LOCK, fact)
    for source, digest in lock.texts.items():
        if texts.get(source, digest) != digest:
            yield Finding(None, "lock", "its text was changed since it was locked", _LOCK, source)


def _unused(store: Store) -> Iterator[Finding]:
    used = {fact.source for fact in store.facts.values()}
    for source in store.sources:
        if source not in used:
            mend = f"Enter a fact of it, or delete [source.{source}]."
            yield Finding(None, "unused", "no fact is of this source", mend, source)
