"""What was found in a report, as a good compiler tells it: the place, the rule, the line, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcli.render import difference
from factcli.render.layout import BLANK, Line, Span
from factcli.render.verdicts import ROLES, counts
from factcli.report.check import Checked
from factcli.report.finding import Finding
from factcli.report.notes.suggest import Suggestion
from factcli.report.rules import Rule
from factcli.store.model import Store
from factcli.text.safe import safe


def page(
    checked: Checked, suggestions: Sequence[Suggestion], store: Store, width: int, encoding: str = "utf-8"
) -> list[Line]:
    """Lay out the problems of a report and the footnotes it could have, in their order; lines are cut to `width`."""
    blocks = [(finding, finding.message) for finding in checked.problems]
    blocks += [(item.finding, f"could have the footnote {item.reference.strip()}") for item in suggestions]
    lines: list[Line] = []
    for finding, message in sorted(blocks, key=lambda block: block[0].start):
        lines += [BLANK] if lines else []
        lines += _block(checked, finding, message, store, width, encoding)
    return lines


def summary(reports: Sequence[Checked]) -> list[Line]:
    """Lay out how many passages were checked, and how many of them have a problem."""
    findings = [finding for checked in reports for finding in checked.findings]
    problems = [finding for finding in findings if finding.is_problem]
    checked = f"{len(findings)} passage{'s' * (len(findings) != 1)} checked"
    found = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in counts(findings))
    sums = Span(f": {verdicts}" if verdicts else "")
    lines = [Line((Span(f"{checked}, {found}", "bad" if problems else "good"), sums))]
    if any(finding.difference for finding in problems):
        lines.insert(0, Line((Span(difference.LEGEND, "detail"),)))
    return lines


def explained(rules: Iterable[Rule]) -> list[Line]:
    """Lay out rules in full, one after the other."""
    lines: list[Line] = []
    for rule in rules:
        lines += [BLANK] if lines else []
        lines += _explained(rule)
    return lines


def _explained(rule: Rule) -> Iterator[Line]:
    """Lay out a rule: paragraphs flow, indented examples keep their lines."""
    yield Line((Span(f"{rule.code} {rule.verdict}", ROLES[rule.verdict]), Span(f": {rule.title}")))
    yield BLANK
    for indented, rows in groupby(rule.explanation.strip().split("\n"), key=lambda row: not row[:4].strip()):
        if indented:
            yield from (Line((Span(row.strip(), "quote"),), indent=4) if row.strip() else BLANK for row in rows)
        else:
            yield Line((Span(" ".join(rows)),))


def _block(checked: Checked, finding: Finding, message: str, store: Store, width: int, encoding: str) -> Iterator[Line]:
    role = ROLES[finding.verdict]
    line, column = checked.document.position(finding.start)
    yield Line(
        (
            Span(f"{safe(checked.name)}:{line}:{column}: ", "id"),
            Span(f"{finding.code} {finding.verdict}", role),
            Span(f": {safe(message)}" if message else ""),
        )
    )
    margin = len(str(checked.document.position(max(finding.start, finding.end - 1))[0])) + 2
    yield from _lines(checked, finding, width, encoding, margin)
    yield from _evidence(finding, store, margin + 3)


def _lines(checked: Checked, finding: Finding, width: int, encoding: str, margin: int) -> Iterator[Line]:
    """Lay out the first and the last line of a passage, with carets below it."""
    from factcli.render.excerpt import excerpt  # what it measures cells with takes 20 ms to load

    document, role = checked.document, ROLES[finding.verdict]
    first, column = document.position(finding.start)
    last, end = document.position(max(finding.start, finding.end - 1))
    for number in dict.fromkeys((first, last)):
        text = document.line(number)
        begin = column - 1 if number == first else len(text) - len(text.lstrip())
        shown = excerpt(text, begin, end if number == last else len(text), width - margin - 3, encoding)
        if number == last > first + 1:
            yield Line((Span(f"{'...':>{margin}} | ", "detail"),), "cut")
        parts = (Span(shown.before), Span(shown.passage), Span(shown.after))
        yield Line((Span(f"{number:>{margin}} | ", "detail"), *parts), "cut")
        yield Line((Span(f"{'':{margin}} | ", "detail"), Span(shown.underline, role)), "cut")


def _evidence(finding: Finding, store: Store, indent: int) -> Iterator[Line]:
    fact = store.facts.get(finding.fact or "")
    if fact:
        yield Line((Span(fact.id, "id"), Span("  "), Span(safe(fact.statement), "statement")), indent=indent)
    if finding.difference:
        yield Line(tuple(difference.spans(finding.difference)), "quote", indent)
