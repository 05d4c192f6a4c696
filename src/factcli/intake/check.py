"""Checking new facts as a whole before any of them is written: form, ids, references, quotes, likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factcli.errors import Fault
from factcli.intake.identifiers import Proposer
from factcli.intake.likeness import Claim, How, Register, Traits
from factcli.intake.rows import Row
from factcli.intake.support import unheld
from factcli.quote.evidence import Evidence, Examiner
from factcli.search.recall import Claimed, Memory
from factcli.store import locator, validate
from factcli.store.model import Fact, Source
from factcli.text.safe import safe, unsafe_characters
from factcli.text.stems import language_of

Progress = Callable[[int, int], None]
Found = tuple[Row, str, str, str]
"""A row, the key that is meant (with what is inside it: "tags[0]"), what is wrong, what mends it."""

LIKENESS: Mapping[How, str] = {
    "quote": "may be there already: {id} has the same quote",
    "statement": "may be there already: {id} says nearly the same",
    "figure": "says another figure than {id}",
}


@dataclass(slots=True)
class Checked:
    """New facts, and what there is to say of them. Only without faults and unproven quotes may they be written."""

    shown: str
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By id, ready to be appended; locators are filled in."""
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unproven: list[Fault] = field(default_factory=list)
    """Quotes that are not in their source's text, though that is at hand, or at several places of it."""
    warnings: list[Fault] = field(default_factory=list)

    def fault(self, row: Row, key: str, problem: str, mend: str) -> Fault:
        """Return a fault of a row."""
        return Fault(file=self.shown, line=row.line, path=key, problem=problem, mend=mend)


def check(rows: Iterable[Row], memory: Memory, shown: str, progress: Progress = lambda _done, _of: None) -> Checked:
    """Check rows that are to become facts of a store; `shown` is the name of their file in faults."""
    found = Checked(shown)
    rows = list(rows)
    _identify(rows, memory, found)
    _validate(memory, found)
    _prove(memory, found, progress)
    found.faults.sort(key=lambda fault: fault.line or 0)
    return found


def point_out(found: Checked, memory: Memory, progress: Progress = lambda _done, _of: None) -> list[Fault]:
    """Return what new facts are like, among each other and those of the store."""
    register = Register()
    for known in memory.claims():
        register.enter(traits(known))
    likely = []
    for done, (identifier, fact) in enumerate(found.facts.items()):
        if like := register.enter(traits_of(fact, found.sources[fact.source])):
            how, claim = like
            problem = LIKENESS[how].format(id=claim.id)
            likely.append(found.fault(found.rows[identifier], "statement", problem, f"“{claim.statement}”"))
        if not done % 256:
            progress(done, len(found.facts))
    return likely


def traits(known: Claimed) -> Traits:
    """Take apart what a fact of the store claims."""
    identifier, statement, quote, source, period, language = known
    return Traits.of(Claim(identifier, statement, quote, source, period or None), language)


def traits_of(fact: Fact, source: Source) -> Traits:
    """Take apart what a new fact claims."""
    period = fact.period.text if fact.period else None
    return Traits.of(Claim(fact.id, fact.statement, fact.quote, fact.source, period), language_of(source.language))


def _identify(rows: list[Row], memory: Memory, found: Checked) -> None:
    given = [row.values["id"] for row in rows if isinstance(row.values.get("id"), str)]
    there = memory.known("fact", given)
    free = Proposer(lambda name: name in taken or bool(memory.known("fact", [name])))
    taken = set(given)
    for row in rows:
        values = dict(row.values)
        identifier = values.pop("id", None)
        if identifier is None:
            identifier = free.propose(str(values.get("statement", "")), str(values.get("source", "")))
        elif not isinstance(identifier, str):
            found.faults.append(found.fault(row, "id", "expected a string", "Put quotes around it."))
            identifier = free.propose("", "row")
        elif identifier in there:
            problem = f'there is a fact "{safe(identifier)[:60]}" already'
            found.faults.append(found.fault(row, "id", problem, "Give it another id, or leave it out."))
        elif identifier in found.rows:
            problem = f'"{safe(identifier)[:60]}" is in line {found.rows[identifier].line} already'
            found.faults.append(found.fault(row, "id", problem, "Give it another id, or leave it out."))
            continue
        found.rows[identifier] = row
        found.tables[identifier] = _ordered(values)


def _validate(memory: Memory, found: Checked) -> None:
    for identifier, table in found.tables.items():
        row = found.rows[identifier]
        found.faults += [
            found.fault(row, key, problem, mend)
            for key, value in table.items()
            for problem, mend in dict.fromkeys(_unwritable(value))
        ]
    document = validate.document({"version": validate.VERSION, "fact": found.tables})
    facts = document.facts
    sources = memory.known("source", {fact.source for fact in facts.values()})
    unknown = {fact.source for fact in facts.values()} - sources
    replaced = memory.known("fact", {old for fact in facts.values() for old in fact.supersedes})
    notes = document.faults + validate.references(
        facts, memory.titles().keys() if unknown else sources, replaced | facts.keys()
    )
    notes += validate.cycles(facts)
    found.faults += [_of_note(note, found) for note in notes]
    found.warnings += [_of_note(note, found) for note in document.warnings]
    found.facts = facts
    found.sources = memory.sources(sources)


def _of_note(note: validate.Note, found: Checked) -> Fault:
    identifier, *keys = note.path[1:]
    key = "".join(f"[{part}]" if isinstance(part, int) else part for part in keys) or "id"
    return found.fault(found.rows[str(identifier)], safe(key)[:60], note.problem, note.mend)


def _unwritable(value: object) -> Iterable[tuple[str, str]]:
    """Say what of a value no store should hold, though TOML might."""
    if value is None:
        yield "holds null, which TOML has not", "Leave it out."
    elif isinstance(value, str) and (characters := unsafe_characters(value)):
        yield f"holds invisible control characters ({', '.join(characters[:5])})", "Delete them."
    elif isinstance(value, list):
        for item in value:
            yield from _unwritable(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unwritable(key)
            yield from _unwritable(item)


def _prove(memory: Memory, found: Checked, progress: Progress) -> None:
    """Look up each quote in its source's text, and fill in the locators that are missing."""
    examiner = Examiner(memory.path)
    unchecked: Counter[str] = Counter()
    for done, fact in enumerate(list(found.facts.values())):
        if fact.source in found.sources:  # else that is a fault already
            evidence = found.evidence[fact.id] = examiner.examine(fact, found.sources[fact.source])
            unchecked[fact.source] += evidence.verdict == "unchecked"
            _place(fact, evidence, found)
            _compare(fact, found)
        if not done % 256:
            progress(done, len(found.facts))
    found.warnings += [warning for warning in examiner.warnings if not warning.path.startswith("fact.")]
    for source, count in (+unchecked).items():
        problem = "1 quote is not checked" if count == 1 else f"{count} quotes are not checked"
        found.warnings.append(Fault(file=found.shown, problem=problem, mend=f"The text of {source} is not at hand."))


def _place(fact: Fact, evidence: Evidence, found: Checked) -> None:
    """Find fault with a quote that does not stand in its source, or not where its locator says; else locate it."""
    row, finding = found.rows[fact.id], evidence.finding
    if evidence.verdict in ("altered", "missing"):
        found.unproven.append(found.fault(row, "quote", *_difference(evidence)))
    elif evidence.verdict == "ambiguous":
        mend = "Make the quote longer, or give the right locator."
        found.unproven.append(found.fault(row, "quote", str(finding.detail), mend))
    elif fact.locator is None and finding.anchor and evidence.text:
        _locate(fact, evidence.text.paragraph(finding.anchor.start), found)
    elif fact.locator and finding.paragraph:
        problem = f"says {fact.locator.text}, but the quote stands in paragraph {finding.paragraph}"
        found.faults.append(found.fault(row, "locator", problem, "Leave it out, and it is filled in."))


def _compare(fact: Fact, found: Checked) -> None:
    """Point out figures of the statement that its quote does not prove."""
    if figures := unheld(fact):
        problem = f"says {', '.join(map(safe, figures))}, which the quote does not hold"
        mend = "Correct it, or choose a quote that proves it."
        found.warnings.append(found.fault(found.rows[fact.id], "statement", problem, mend))


def _locate(fact: Fact, paragraph: int, found: Checked) -> None:
    place = f"para. {paragraph}"
    found.tables[fact.id] = _ordered(found.tables[fact.id] | {"locator": place})
    found.facts[fact.id] = located = replace(fact, locator=locator.parse(place))
    found.evidence[fact.id] = replace(found.evidence[fact.id], fact=located)


def _ordered(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with the keys of a fact in their usual order, and other ones behind them."""
    known = [key for key in validate.FACT_KEYS if key in table]
    return {key: table[key] for key in (*known, *(key for key in table if key not in validate.FACT_KEYS))}


def _difference(evidence: Evidence) -> tuple[str, str]:
    """Say that a quote is not in its source, and what is there instead."""
    finding = evidence.finding
    if finding.passage is None or evidence.text is None:
        return f"is not in the text of {evidence.source.id}", f"Copy the passage as it stands there: {finding.detail}."
    passage = " ".join(evidence.text.text[finding.passage.start : finding.passage.end].split())
    shown = safe(passage) if len(passage) <= 300 else f"{safe(passage[:300])}…"
    return f"is not in the text of {evidence.source.id}", f"Paragraph {finding.passage.paragraph} says: “{shown}”"
