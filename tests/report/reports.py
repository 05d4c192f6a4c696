"""Reports to try things on: a text as it is, with findings at passages of it."""

from __future__ import annotations

import re
from typing import Any

from factcli.citation.markup import Markup
from factcli.report.check import Checked
from factcli.report.document import Block, Document
from factcli.report.finding import Finding

KINDS = {"Q": "quote", "F": "figure", "C": "footnote"}
COST, OPENING = "harbour-cost-2024", "harbour-opening"


def document(text: str) -> Document:
    """Return a report whose blocks stand between blank lines, without references to footnotes and comments."""
    blocks = []
    for match in re.finditer(r"\S(?:.|\n(?![ \t]*\n))*", text):
        hidden = re.finditer(r"\[\^[^\]]*\]|<!--.*?-->", match[0], re.DOTALL)
        gaps = {at for gap in hidden for at in range(match.start() + gap.start(), match.start() + gap.end())}
        places = [at for at in range(*match.span()) if at not in gaps]
        if places:
            shown = "".join(text[at] for at in places).replace("\n", " ")
            blocks.append(Block(text=shown, starts=places, ends=[at + 1 for at in places]))
    return Document(text=text, blocks=tuple(blocks))


def found(text: str, passage: str, code: str, **more: Any) -> Finding:
    """Return a finding at the first place of `passage`."""
    start = text.index(passage)
    more = {"message": "", **more}
    return Finding(
        start=start, end=start + len(passage), kind=KINDS[code[0]], code=code, text=" ".join(passage.split()), **more
    )


def checked(text: str, *findings: Finding, name: str = "report.md") -> Checked:
    """Return a report that was checked."""
    ordered = sorted(findings, key=lambda finding: finding.start)
    return Checked(path=name, name=name, markup=Markup.MARKDOWN, document=document(text), findings=tuple(ordered))
