"""Places in a report, as an editor counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.report.document import Document


def test_lines_end_as_in_an_editor() -> None:
    document = Document(text="a\r\nb\rc\n\nd\x0be\x85f\u2028g\n", blocks=())
    assert [document.line(number) for number in range(1, 7)] == ["a", "b", "c", "", "d\x0be\x85f\u2028g", ""]
    assert document.position(0) == (1, 1)
    assert document.position(document.text.index("b")) == (2, 1)
    assert document.position(document.text.index("g")) == (5, 7)
    assert document.position(len(document.text)) == (6, 1)


@given(st.text("a\r\n\x0c😀"))
def test_a_place_is_found_by_its_line_and_column(text: str) -> None:
    """Line and column lead back to the character, unless that is a line end itself."""
    document = Document(text=text, blocks=())
    for offset, character in enumerate(text):
        line, column = document.position(offset)
        if character not in "\r\n":
            assert document.line(line)[column - 1] == character
