"""Reports as a page to be looked at: their text, each passage marked by its verdict, and beside it the evidence.

The page is whole in itself: it loads nothing and runs nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from factcli.render.check_note import CLASSES, note, proof, shown, sign
from factcli.render.verdicts import counts
from factcli.report.check import Checked
from factcli.report.document import Block
from factcli.report.finding import Finding
from factcli.store.model import Store

_HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
"""
_TAGS = {"heading": "h2", "quotation": "blockquote", "cell": "span"}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A passage text[start:end] of a block, nothing of it if only a sign stands there; `key` names it on the page."""

    start: int
    end: int
    key: str
    finding: Finding
    first: bool
    last: bool


def page(reports: Sequence[Checked], store: Store) -> str:
    """Return the page of reports that were checked."""
    style = resources.files("factcli.render").joinpath("check.css").read_text(encoding="utf-8")
    title = f"{reports[0].name} – checked" if len(reports) == 1 else f"{len(reports)} reports – checked"
    parts = [_HEAD.format(title=shown(title), style=style)]
    parts += [_report(checked, f"r{number}-", store) for number, checked in enumerate(reports, start=1)]
    return "".join([*parts, "</body>\n</html>\n"])


def _report(checked: Checked, prefix: str, store: Store) -> str:
    keyed = [(f"{prefix}{number}", finding) for number, finding in enumerate(checked.findings, start=1)]
    rows = [*_rows(checked, keyed, store)]
    return f"<article>\n{_header(checked)}{_problems(checked, keyed)}<main>\n{''.join(rows)}</main>\n</article>\n"


def _header(checked: Checked) -> str:
    count, problems = len(checked.findings), len(checked.problems)
    sums = (
        f"{count} passage{'s' * (count != 1)} checked,"
        f' <b class="{"bad" if problems else "good"}">{problems} problem{"s" * (problems != 1)}</b>'
    )
    tally = "".join(
        f'<li class="{CLASSES[verdict]}">{sign(verdict)} <b>{number}</b> {verdict}</li>'
        for verdict, number in counts(checked.findings)
    )
    return f'<header>\n<h1>{shown(checked.name)}</h1>\n<p>{sums}</p>\n<ul class="tally">{tally}</ul>\n</header>\n'


def _problems(checked: Checked, keyed: Iterable[tuple[str, Finding]]) -> str:
    items = "".join(
        f'<li><a class="{CLASSES[finding.verdict]}" href="#p{key}">'
        f'<span class="line">line {checked.document.position(finding.start)[0]}</span>'
        f'<span class="verdict">{sign(finding.verdict)} {finding.verdict}</span>'
        f'<span class="said"><b><bdi>{shown(_brief(finding.text))}</bdi></b> {shown(finding.message)}</span></a></li>\n'
        for key, finding in keyed
        if finding.is_problem
    )
    return f'<nav aria-label="Problems">\n<ol>\n{items}</ol>\n</nav>\n' if items else ""


def _brief(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:80].rpartition(' ')[0] or text[:80]}…"


def _rows(checked: Checked, keyed: Sequence[tuple[str, Finding]], store: Store) -> Iterator[str]:
    """Write the blocks of a report with their notes; the cells of a table that stand on one line are a row of it."""
    document = checked.document
    marks = _marks(document.blocks, keyed)

    @cache
    def proven(fact: str) -> str:
        return proof(store.facts[fact], store.sources[store.facts[fact].source])

    def noted(mark: _Mark) -> str:
        finding = mark.finding
        fact = store.facts.get(finding.fact or "")
        line, _ = document.position(finding.start)
        return note(mark.key, finding, line, fact, proven(fact.id) if fact else "")

    def line_of_cells(item: tuple[int, Block]) -> int:
        number, block = item
        return document.position(block.starts[0])[0] if block.kind == "cell" and block.text else -number

    for line, items in groupby(enumerate(document.blocks), key=line_of_cells):
        group = list(items)
        text = "".join(_block(block, marks[number]) for number, block in group)
        if line > 0:
            text = f'<div class="cells">{text}</div>'
        notes = [noted(mark) for number, _ in group for mark in marks[number] if mark.first]
        aside = f"\n<aside>\n{''.join(notes)}</aside>" if notes else ""
        yield f'<div class="row{" table" if line > 0 else ""}">\n<div>{text}</div>{aside}\n</div>\n'


def _marks(blocks: Sequence[Block], keyed: Iterable[tuple[str, Finding]]) -> list[list[_Mark]]:
    """Return the marks of each block; what stands in none is marked in the one before it."""
    begins = [block.starts[0] if block.text else 0 for block in blocks]
    marks: list[list[_Mark]] = [[] for _ in blocks]
    for key, finding in keyed if blocks else ():
        at = max(0, bisect_right(begins, finding.start) - 1)
        through = max(at + 1, bisect_left(begins, finding.end))
        for number in range(at, through):
            block = blocks[number]
            start, end = bisect_right(block.ends, finding.start), bisect_left(block.starts, finding.end)
            marks[number].append(
                _Mark(start, max(start, end), key, finding, first=number == at, last=number == through - 1)
            )
    return marks


def _block(block: Block, marks: Sequence[_Mark]) -> str:
    tag = _TAGS.get(block.kind, "p")
    return f'<{tag} class="{block.kind}" dir="auto">{"".join(_pieces(block.text, marks))}</{tag}>'


def _pieces(text: str, marks: Sequence[_Mark]) -> Iterator[str]:
    """Write a text, cut wherever a passage begins or ends; where passages overlap the shortest shows."""
    bounds = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for start, end in zip(bounds, [*bounds[1:], len(text)], strict=True):
        # what has no text of its own stands behind what ends where it is
        yield from (_sign(mark) for mark in marks if mark.last and mark.end == start > mark.start)
        for mark in marks:
            if mark.first and mark.start == start:
                yield f'<span class="at" id="p{mark.key}"></span>'
        yield from (_sign(mark) for mark in marks if mark.last and mark.end == start == mark.start)
        over = [mark for mark in marks if mark.start <= start < mark.end]
        if not over:
            yield shown(text[start:end])
            continue
        mark = min(over, key=lambda mark: mark.end - mark.start)
        yield f'<mark class="{_class(mark.finding)}">{shown(text[start:end])}</mark>'


def _sign(mark: _Mark) -> str:
    verdict = "accepted" if mark.finding.accepted else mark.finding.verdict
    number = mark.key.rpartition("-")[2]
    return f'<a class="to {CLASSES[verdict]}" href="#n{mark.key}" title="{verdict}">{sign(verdict)}{number}</a>'


def _class(finding: Finding) -> str:
    return CLASSES["accepted" if finding.accepted else finding.verdict]
