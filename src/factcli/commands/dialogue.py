"""The questions of `fact add` on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from factcli.commands import lookup, prompts
from factcli.commands.output import Output
from factcli.errors import NOT_FOUND, FactError, Fault
from factcli.intake.check import Checked
from factcli.intake.identifiers import Proposer
from factcli.quote.evidence import Evidence, Examiner
from factcli.render import entering
from factcli.search.recall import Memory
from factcli.store import locator, tables
from factcli.store.model import Fact, Source
from factcli.store.validate import ID
from factcli.text import edtf
from factcli.text.safe import unsafe_characters

_MOST_SOURCES = 20

Fails = Callable[[str], str]
"""Tells what is wrong with an answer, "" if nothing is."""


def complete(values: dict[str, Any], memory: Memory, output: Output) -> dict[str, Any]:
    """Ask for what a fact needs and `values` lack, and then for what it may have. Return all of it.

    Raises FactError if the person breaks off.
    """
    source = _source(values.get("source"), memory, output)
    said = {**values, "source": source.id}
    if "quote" not in values or "locator" not in values:
        said |= _quote(values, source, memory, output)
    said["statement"] = values.get("statement") or _until("Statement", _fails_as_text)
    optional: list[tuple[str, str, Fails]] = [
        ("answer", "Short answer, if there is one", _visible),
        ("period", "Period it is about, such as 2024 or 2025-03", lambda text: text and _parses(edtf.parse, text)),
    ]
    for key, question, fails in optional:
        if key not in values and (answer := _until(question, fails)):
            said[key] = answer
    for key, question in (("tags", "Tags, with commas"), ("aliases", "Other words to ask with, with commas")):
        if key not in values and (answers := _parts(_until(question, _visible))):
            said[key] = answers
    if "id" not in values:
        proposal = Proposer(lambda name: bool(memory.known("fact", [name]))).propose(said["statement"], source.id)
        said["id"] = _until("Id", lambda text: _fails_as_id(text, memory), proposal)
    return said


def confirm(checked: Checked, likely: Sequence[Fault], output: Output) -> None:
    """Show what would be added, and what it is like; raise FactError if the person does not want it."""
    output.ask_about(entering.preview(tables.text({"fact": checked.tables})))
    output.warn(likely)
    if not prompts.confirm("Add it?", default=not likely):
        raise FactError("nothing was written", exit_code=NOT_FOUND)


def _source(given: str | None, memory: Memory, output: Output) -> Source:
    titles = memory.titles()
    if not titles:
        raise FactError("the store has no sources", "Add a table [source.some-id] with type and title first.")
    if given is None:
        shown = list(titles.items())[-_MOST_SOURCES:]
        output.ask_about(entering.choices([(identifier, title) for identifier, title in shown]))
        numbered = {str(number): identifier for number, (identifier, _) in enumerate(shown, start=1)}
        only = shown[0][0] if len(titles) == 1 else ""

        def fails(text: str) -> str:
            if numbered.get(text, text) in titles:
                return ""
            return f"There is no source {text!r}. {lookup.meant(text, titles)}".rstrip()

        answer = _until("Source, by number or id", fails, only)
        given = numbered.get(answer, answer)
    elif given not in titles:
        raise FactError(f"there is no source {given!r}", lookup.meant(given, titles))
    return memory.sources([given])[given]


def _quote(values: dict[str, Any], source: Source, memory: Memory, output: Output) -> dict[str, Any]:
    """Ask for the quote until it stands in the source's text, where that is at hand, and for its place where not."""
    examiner = Examiner(memory.path)
    quote = values.get("quote") or _until("Quote", _fails_as_text)
    while True:
        evidence = examiner.examine(Fact(id="new", statement="", quote=quote, source=source.id), source)
        output.ask_about(entering.finding(evidence))
        if evidence.verdict not in ("altered", "missing"):
            break
        wording = _wording(evidence)
        if wording and prompts.confirm("Take the source's wording?", default=True):
            quote = wording
        else:
            quote = _until("Quote", _fails_as_text, quote)
    said = {"quote": quote}
    if "locator" not in values and evidence.verdict != "verbatim":
        place = _until(
            "Place in the source, such as p. 12 or para. 3", lambda text: text and _parses(locator.parse, text)
        )
        said |= {"locator": place} if place else {}
    return said


def _wording(evidence: Evidence) -> str:
    """Return what the source says in the place of a quote, "" if that stands for a part of the quote only."""
    finding, text = evidence.finding, evidence.text
    compared = "".join(segment.text for segment in finding.difference if segment.kind != "removed")
    if finding.passage is None or text is None or compared.split() != evidence.fact.quote.split():
        return ""
    return " ".join(text.text[finding.passage.start : finding.passage.end].split())


def _until(question: str, fails: Fails, proposal: str = "") -> str:
    """Ask until nothing is wrong with the answer."""
    while True:
        answer = prompts.ask(question, proposal)
        if not (problem := fails(answer)):
            return answer
        prompts.tell(problem)
        proposal = answer


def _fails_as_text(text: str) -> str:
    return _visible(text) if text else "It is needed; Ctrl-C breaks off."


def _fails_as_id(text: str, memory: Memory) -> str:
    if not ID.fullmatch(text):
        return "Ids are lower-case letters, digits and hyphens."
    return "There is a fact of that id already." if memory.known("fact", [text]) else ""


def _visible(text: str) -> str:
    characters = unsafe_characters(text)
    return f"It holds invisible control characters ({', '.join(characters)})." if characters else ""


def _parses(parse: Callable[[str], object], text: str) -> str:
    try:
        parse(text)
    except ValueError as error:
        return f"{text!r}: {error}."
    return ""


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
