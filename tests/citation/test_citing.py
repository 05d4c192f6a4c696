"""Citing several facts: repeats, numbers, and a bibliography without them."""

from __future__ import annotations

from factcli.citation.citing import cite
from factcli.citation.markup import Markup, render
from factcli.citation.styles import STYLES, Name
from factcli.citation.styles.style import Form
from factcli.store.model import Fact, Source
from tests.citation.sources import facts

ALL = {source.id: (fact, source) for fact, source in facts()}
THREE = [ALL["report"], ALL["book"], ALL["report"], ALL["particle"]]


def written(cited: list[tuple[Fact, Source]], style: Name, form: Form, start: int = 1) -> list[str]:
    return [render(citation.tree, Markup.TEXT) for citation in cite(cited, STYLES[style], form, start)]


def test_the_note_of_a_repeat_is_short() -> None:
    assert written(THREE, Name.CHICAGO, Form.NOTE) == [
        "Sea Institute, Sea levels in the bay, Technical report TR-12 (Sea Institute Press, 2024), 12.",
        "Jane Doe, Night shot of the sea, 2nd ed. (Harbour Press, 1999), 12.",
        "Sea Institute, Sea levels in the bay, 12.",
        "Anna van den Berg, Dunes (Dike, 2001), supp. 2.",
    ]
    forms = [citation.form for citation in cite(THREE, STYLES[Name.CHICAGO], Form.NOTE)]
    assert forms == [Form.NOTE, Form.NOTE, Form.SHORT, Form.NOTE]


def test_a_bibliography_lists_each_source_once_sorted() -> None:
    assert written(THREE, Name.CHICAGO, Form.BIBLIOGRAPHY) == [
        "Berg, Anna van den. Dunes. Dike, 2001.",
        "Doe, Jane. Night shot of the sea. 2nd ed. Harbour Press, 1999.",
        "Sea Institute. Sea levels in the bay. Technical report TR-12. Sea Institute Press, 2024.",
    ]


def test_ieee_numbers_sources_as_they_appear() -> None:
    assert written(THREE, Name.IEEE, Form.INTEXT, 7) == ["[7, p. 12]", "[8, p. 12]", "[7, p. 12]", "[9, Supp. 2]"]
    assert written(THREE, Name.IEEE, Form.BIBLIOGRAPHY, 7) == [
        "[7] Sea Institute, “Sea levels in the bay,” Sea Institute Press, Port Example, Technical report TR-12, 2024.",
        "[8] J. Doe, Night shot of the sea, 2nd ed. London: Harbour Press, 1999.",
        "[9] A. van den Berg, Dunes. Utrecht: Dike, 2001.",
    ]


def test_styles_without_notes_put_the_entry_and_the_locator_into_one() -> None:
    cited = [ALL["book"], ALL["book"]]
    assert written(cited, Name.APA, Form.NOTE) == [
        "Doe, J. (1999). Night shot of the sea (2nd ed.). Harbour Press, p. 12.",
        "Doe, 1999, p. 12.",
    ]
    assert written(cited, Name.MLA, Form.NOTE) == [
        "Doe, Jane. Night shot of the sea. 2nd ed., Harbour Press, 1999, p. 12.",
        "Doe 12.",
    ]
    assert written([ALL["journal"]], Name.APA, Form.NOTE) == [
        "Doe, J. (2020). Tidal mixing in narrow bays. Sea Studies, 4(2), 101–115. https://doi.org/10.1000/xyz.123, "
        "Columns 2–3."
    ]
    assert written(cited, Name.IEEE, Form.NOTE) == [
        "[1] J. Doe, Night shot of the sea, 2nd ed. London: Harbour Press, 1999, p. 12.",
        "[1, p. 12]",
    ]
