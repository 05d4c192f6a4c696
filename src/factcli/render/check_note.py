"""The evidence beside a passage on the page of a report: what is said of it, and what the store has."""

from __future__ import annotations

from html import escape

from factcli.citation import fragment
from factcli.quote.difference import Segment
from factcli.render.record import note as citation
from factcli.render.verdicts import ROLES
from factcli.report.finding import Finding
from factcli.store.model import Fact, Source
from factcli.text.safe import safe, spelled

CLASSES: dict[str, str] = {**ROLES, "accepted": "let"}
"""The class of each verdict, and of what is accepted in spite of it."""
_SIGNS = {"good": "✓", "bad": "✗", "doubt": "?", "let": "○"}
_CHANGED = {"removed": "del", "added": "ins"}


def shown(text: str) -> str:
    """Return a text for a page: it can be neither markup nor turn around what stands beside it."""
    return escape(safe(text))


def sign(verdict: str) -> str:
    """Return the sign of a verdict, which tells it without colour."""
    return _SIGNS[CLASSES[verdict]]


def note(key: str, finding: Finding, line: int, fact: Fact | None, proof: str) -> str:
    """Write the note of the passage `key` in `line`, held against `fact`, which has that `proof`: open if a problem."""
    verdict = "accepted" if finding.accepted else finding.verdict
    number = key.rpartition("-")[2]
    head = (
        f'<summary><span class="verdict">{sign(verdict)}{number} {verdict}</span>'
        f'<span class="text"><bdi>{shown(finding.text)}</bdi></span><span class="code">{finding.code}</span></summary>'
    )
    parts = [f'<a class="back" href="#p{key}">line {line} ↩</a>']
    if finding.accepted:
        parts.append(f'<p class="message">{finding.verdict}, but accepted: {shown(finding.accepted)}</p>')
    if finding.message:
        parts.append(f'<p class="message">{shown(finding.message)}</p>')
    if finding.difference:
        parts.append(f"<blockquote>{''.join(map(_segment, finding.difference))}</blockquote>")
    if fact:
        # of what is no problem the note itself is folded
        folded = f"<details><summary>quote and source</summary>{proof}</details>" if finding.is_problem else proof
        parts += [f'<p dir="auto">{shown(fact.statement)}</p>', folded]
    opened = " open" if finding.is_problem else ""
    return f'<details class="{CLASSES[verdict]}" id="n{key}"{opened}>{head}{"".join(parts)}</details>\n'


def proof(fact: Fact, source: Source) -> str:
    """Write what proves a fact: its quote and where that stands."""
    cited = shown(citation(source, fact.locator))
    if (address := source.variable("URL")).startswith(("https://", "http://")):
        link = f'<a href="{escape(fragment.link(address, fact.quote))}" rel="noreferrer">{shown(address)}</a>'
        cited = cited.replace(shown(address), link, 1)
    return (
        f'<blockquote dir="auto">{shown(fact.quote)}</blockquote>'
        f'<p class="source">{cited}</p><p class="source"><code>{fact.id}</code></p>'
    )


def _segment(segment: Segment) -> str:
    tag = _CHANGED.get(segment.kind)
    return f"<{tag}>{escape(spelled(segment.text))}</{tag}>" if tag else shown(segment.text)
