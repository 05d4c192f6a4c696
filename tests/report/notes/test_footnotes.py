"""Where notes end that stand within the text."""

from __future__ import annotations

import pytest

from factcli.citation.markup import Markup
from factcli.report.notes import footnotes


@pytest.mark.parametrize(
    ("markup", "opening", "closing"),
    [
        (Markup.LATEX, r"\footnote{\label{fact:%s}", "}"),
        (Markup.TYPST, "#footnote[", "] <fact:%s>"),
        (Markup.ASCIIDOC, "footnote:fact-%s[", "]"),
    ],
)
def test_a_note_ends_where_its_own_bracket_does(markup: Markup, opening: str, closing: str) -> None:
    """One that is never closed is none, and takes nothing from those that are."""

    def written(identifier: str, said: str) -> str:
        return "".join(part.replace("%s", identifier) for part in (opening, said, closing))

    escaped = r"a \} \] b"
    closed = f"One.{written('one', escaped)} Two.{written('two', '')} " * 200
    left_open = f"{opening.replace('%s', 'open')} and so on " * 200
    # in AsciiDoc what is open ends with the next bracket of all
    for text in (closed + left_open, *((left_open + closed,) if markup is not Markup.ASCIIDOC else ())):
        notes = footnotes.find(text, markup).notes
        assert [(note.id, text[note.start : note.end]) for note in notes] == [("one", escaped), ("two", "")] * 200
