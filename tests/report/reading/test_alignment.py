"""Finding the words of a text in its source, whatever marks are between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.report.document import Block
from factcli.report.reading.alignment import placed

WORDS = st.sampled_from("the of wine exports rose 540 million 2024 tonnes and said x y".split())
TEXTS = st.lists(st.lists(WORDS | st.sampled_from("“ ” . , —".split()), min_size=1, max_size=12), max_size=6)
MARKS = st.sampled_from(["", "\\emph{", "}", "``", "\\footnote{wine of 2024}", " % the wine\n", "--- ", "540"])


def block(text: str, kind: str = "paragraph") -> Block:
    places = range(len(text))
    return Block(text=text, starts=places, ends=places, kind=kind)  # type: ignore[arg-type]


def words(found: Block, source: str) -> list[str]:
    at, result = 0, []
    for word in found.text.split():
        at = found.text.index(word, at)
        start, end = found.span(at, at + len(word))
        result.append(source[start:end])
        at += len(word)
    return result


@given(TEXTS, st.data())
def test_places_rise_and_are_within_the_source(texts: list[list[str]], data: st.DataObject) -> None:
    """Whatever is shown, and whatever of it is in the source, places are in order."""
    source = "".join(f"{word}{data.draw(MARKS)} " for text in texts for word in text if data.draw(st.integers(0, 5)))
    for found in placed([block(" ".join(text)) for text in texts], source):
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert list(found.starts) == sorted(found.starts)
        assert list(found.ends) == sorted(found.ends)
        assert all(0 <= start <= end <= len(source) for start, end in zip(found.starts, found.ends, strict=True))


@given(st.lists(st.lists(WORDS, min_size=1, max_size=12), max_size=6))
def test_a_source_without_marks_is_found_word_for_word(texts: list[list[str]]) -> None:
    source = "\n\n".join("  ".join(text) for text in texts)
    at = 0
    for text, found in zip(texts, placed([block(" ".join(text)) for text in texts], source), strict=True):
        assert words(found, source) == text
        assert found.starts[0] == source.index(text[0], at)
        at = found.ends[-1]


def test_notes_are_found_wherever_they_stand() -> None:
    source = "It rose^1 in 2024, and\nfell.\n\nLater.\n\n[1] A note of 5 tonnes."
    shown = [block("It rose in 2024, and fell."), block("A note of 5 tonnes.", "note"), block("Later.")]
    text, note, later = placed(shown, source)
    assert words(text, source) == "It rose in 2024, and fell.".split()
    assert note.span(0, len(note.text)) == (source.index("A note"), len(source))
    assert later.span(0, 5) == (source.index("Later"), source.index("Later") + 5)


def test_what_is_not_found_stands_between_its_neighbours() -> None:
    source = 'in K\\"oln it \\macro{} rose'
    (found,) = placed([block("in Köln it has rose")], source)
    assert words(found, source) == ["in", 'K\\"oln', "it", "\\macro{}", "rose"]
    (found,) = placed([block("nowhere")], source)
    assert found.span(0, 7) == (0, 0)
