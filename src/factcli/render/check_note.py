"""The evidence beside a passage on the page of a report: what is said of it, and what the store has."""

from __future__ import annotations

from html import escape

from factcli.citation import fragment
from factcli.quote.difference import Segment
from factcli.render.record import note as citation
from factcli.render.verdicts import ROLES
from factcli.report.check import Checked
from factcli.report.finding import Finding
from factcli.store.model import Fact, Store
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


def note(key: str, finding: Finding, checked: Checked, store: Store) -> str:
    """Write the note of the passage `key`: open if it is a problem."""
    verdict = "accepted" if finding.accepted else finding.verdict
    number = key.rpartition("-")[2]
    head = (
        f'<summary><span class="verdict">{sign(verdict)}{number} {verdict}</span>'
        f'<span class="text"><bdi>{shown(finding.text)}</bdi></span><span class="code">{finding.code}</span></summary>'
    )
    line = checked.document.position(finding.start)[0]
    parts = [f'<a class="back" href="#p{key}">line {line} ↩</a>']
    if finding.accepted:
        parts.append(f'<p class="message">{finding.verdict}, but accepted: {shown(finding.accepted)}</p>')
    if finding.message:
        parts.append(f'<p class="message">{shown(finding.message)}</p>')
    if finding.difference:
        parts.append(f"<blockquote>{''.join(map(_segment, finding.difference))}</blockquote>")
    if fact := store.facts.get(finding.fact or ""):
        parts += _evidence(fact, finding, store)
    opened = " open" if finding.is_problem else ""
    return f'<details class="{CLASSES[verdict]}" id="n{key}"{opened}>{head}{"".join(parts)}</details>\n'


def _evidence(fact: Fact, finding: Finding, store: Store) -> list[str]:
    source = store.sources[fact.source]
    cited = shown(citation(source, fact.locator))
    if (address := source.variable("URL")).startswith(("https://", "http://")):
        link = f'<a href="{escape(fragment.link(address, fact.quote))}" rel="noreferrer">{shown(address)}</a>'
        cited = cited.replace(shown(address), link, 1)
    proof = (
        f'<blockquote dir="auto">{shown(fact.quote)}</blockquote>'
        f'<p class="source">{cited}</p><p class="source"><code>{fact.id}</code></p>'
    )
    if finding.is_problem:  # else the note itself is folded
        proof = f"<details><summary>quote and source</summary>{proof}</details>"
    return [f'<p dir="auto">{shown(fact.statement)}</p>', proof]


def _segment(segment: Segment) -> str:
    tag = _CHANGED.get(segment.kind)
    return f"<{tag}>{escape(spelled(segment.text))}</{tag}>" if tag else shown(segment.text)
