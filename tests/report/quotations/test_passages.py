"""Which passages of a report are quoted: what marks mean, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.document import Kind
from factcli.report.quotations.passages import passages, spans
from factcli.report.quotations.quotation_marks import pairs
from tests.report.blocks import document

MARKED = [
    ("He said “we have grown this year” then.", ["we have grown this year"]),
    ('He said "we have grown this year" then.', ["we have grown this year"]),
    ("Er sagte: „Wir sind in diesem Jahr gewachsen“, und ging.", ["Wir sind in diesem Jahr gewachsen"]),
    ("»Wir sind gewachsen wie nie«, sagte er, »und noch mehr als das«.", ["Wir sind gewachsen wie nie", "und noch mehr als das"]),
    ("Il a dit : « Nous avons bien grandi cette année. »", ["Nous avons bien grandi cette année."]),
    ("«Biz bu il çox böyüdük», o dedi.", ["Biz bu il çox böyüdük"]),
    ("”Vi har vuxit i år”, sade han.", ["Vi har vuxit i år"]),
    ("彼は「私たちは今年成長しました」と言った。", ["私たちは今年成長しました"]),
    ("‘We have grown this year,’ he said.", ["We have grown this year,"]),
    ("He said ‘we have grown this year’ then.", ["we have grown this year"]),
    ("‘The children’s centre has grown,’ he said.", ["The children’s centre has grown,"]),
    ("'We have grown this year,' he said.", ["We have grown this year,"]),
    ("‚Wir sind in diesem Jahr gewachsen‘, sagte er.", ["Wir sind in diesem Jahr gewachsen"]),
    ("‹Nous avons bien grandi›, dit-il.", ["Nous avons bien grandi"]),
    ("“We are ‘friends and allies’ of old,” he said.", ["We are ‘friends and allies’ of old,"]),
    ("‘We are “friends and allies” of old,’ he said.", ["We are “friends and allies” of old,"]),
    ("“the “Roadmap of the Corridor” was signed” there", ["the “Roadmap of the Corridor” was signed"]),
    ('"the "Roadmap of the Corridor" was signed" there', ['the "Roadmap of the Corridor" was signed']),
    ("“One two three four” and “five six seven eight”", ["One two three four", "five six seven eight"]),
    ('"One two three four" and "five six seven eight"', ["One two three four", "five six seven eight"]),
    ('("One two three four")', ["One two three four"]),
    ("“It cost $12.5 million then”", ["It cost $12.5 million then"]),
]  # fmt: skip
LEFT_ALONE = [
    "The so-called “green deal” and the 'new normal' of \"fair trade now\".",
    "「短い」と言った。",
    'He is 5\' 6" tall, and the board is 24" wide and 36" long for all of us.',
    "It isn't the countries' fault that the '90s were the parents' best years.",
    "The countries’ ports, the cities’ roads and all the villages’ fields",
    "An inch is 1\" and a foot 1' of what we measure here.",
    "A mark that “opens and is never closed by anyone.",
    "A mark that closes what nobody has opened before.” And so on it goes.",
    '5" by 7" prints of the new photographs',
    "« ".strip(),
    "",
    "“”",
    "“ ”",
]
ODD = [
    ('A stray " mark, then "we have grown this year" follows.', ["we have grown this year"]),
    ('The "first is not closed. He said "we have grown this year".', ["we have grown this year"]),
    ('"The 24" screen is the one to buy," he said.', ['The 24" screen is the one to buy,']),
    ('A 24" screen. "We have grown this year," he said.', ["We have grown this year,"]),
    ('"We have grown by 5" and "by six or even seven"', ["We have grown by 5", "by six or even seven"]),
    ("“We have grown this year, he said. “And shall again next year.”", ["And shall again next year."]),
    ("It’s “what we’ve always been told” isn’t it", ["what we’ve always been told"]),
    ("« Ce qu’on nous a dit »", ["Ce qu’on nous a dit"]),
    ("“ what we have been told ”", ["what we have been told"]),
]


def found(*blocks: str | tuple[Kind, str]) -> list[str]:
    return [passage.text for passage in passages(document(*blocks).blocks)]


@pytest.mark.parametrize(("text", "expected"), [*MARKED, *ODD])
def test_marks(text: str, expected: list[str]) -> None:
    """Languages mark quotations in their own ways; marks that are out of balance spoil no other passage."""
    assert found(text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_quotes_nothing(text: str) -> None:
    assert found(text) == []


def test_a_block_set_off_is_a_passage() -> None:
    said: tuple[Kind, str] = ("quotation", "We have grown this year, and it shows.")
    assert found("He said:", said) == [said[1]]
    assert found(("quotation", "We have grown.")) == []


def test_marks_that_cover_a_block_say_what_of_it_is_quoted() -> None:
    assert found(("quotation", "“We have grown this year, and it shows.” — Ada Smith, mayor")) == [
        "We have grown this year, and it shows."
    ]
    whole = "The “Roadmap” was signed in the city of Aktau three years ago."
    assert found(("quotation", whole)) == [whole]


def test_a_block_set_off_may_go_on_in_the_next() -> None:
    assert found(("quotation", "“We have grown this year."), ("quotation", "“And shall again next year.”")) == [
        "We have grown this year.",
        "And shall again next year.",
    ]


def test_who_said_it_and_callouts_are_no_quotations() -> None:
    said: tuple[Kind, str] = ("quotation", "We have grown this year, and it shows.")
    assert found(said, ("quotation", "— Ada Smith, mayor of Port Example")) == [said[1]]
    assert found(("quotation", "[!NOTE] This is only meant to catch the eye.")) == []
    dialogue = "— We have grown this year, and it shows."
    assert found(("quotation", dialogue)) == [dialogue]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    report = document(
        "He said: “We have grown.", "“We shall grow again.", "“And that is all,” he said. “So we think here.”"
    )
    first, second = passages(report.blocks)
    assert first.text == "We have grown.\nWe shall grow again.\nAnd that is all,"
    assert [part.block for part in first.parts] == [0, 1, 2]
    start, end = first.span(report.blocks)
    assert report.text[start:end].startswith("We have grown.\n\n“We shall")
    assert report.text[start:end].endswith("that is all,")
    assert second.text == "So we think here."


def test_a_mark_left_open_joins_nothing_else() -> None:
    assert found("He said: “We have grown.", "Nothing more was said by him.", "“We shall grow again,” said she.") == [
        "We shall grow again,"
    ]


def test_of_quotations_that_go_on_each_is_one_however_long() -> None:
    """Paragraphs that open a mark which none closes are quotations of nothing, however many stand before one."""
    never, long = ["“It never ends here, not once."] * 300, ["“We have grown this year."] * 300
    assert found(*never, "Nothing more was said.", *long, "“That is all.”") == [
        "\n".join([*["We have grown this year."] * 300, "That is all."])
    ]


def test_marks_in_notes_and_bibliographies_may_hold_titles() -> None:
    report = document(
        ("heading", "The harbour"), "“One two three four.”", ("note", "Doe, “Harbour Opens After Ten Years,” 3."),
        ("heading", "Works Cited"), ("item", "Doe. “Harbour Opens After Ten Years.” 2025."),
        ("heading", "Afterword"), "“Five six seven eight.”",
    )  # fmt: skip
    assert [passage.in_reference for passage in passages(report.blocks)] == [False, True, True, False]


def test_spans_within_a_block_cover_its_passages() -> None:
    report = document("“One two three four” and “five”", "“six seven eight nine”")
    held = passages(report.blocks)
    assert spans(held) == {0: [(1, 19)], 1: [(1, 21)]}


@given(st.text(st.sampled_from("ab5 .,\n'\"“”„‟«»‘’‚‹›「」『』—(["), max_size=60))
def test_pairs_are_in_order_and_apart(text: str) -> None:
    """Whatever the marks, no pair reaches into another, none goes beyond the text, and marks stand around each."""
    last = 0
    for start, end in pairs(text).pairs:
        assert last < start <= end < len(text)
        assert text[start - 1] in "“„‟«»”\"‘‚‹›'「『"
        last = end


@given(st.lists(st.text(st.sampled_from("ab5 .\n'\"“”„«»‘’—"), max_size=30), max_size=5))
def test_passages_stand_where_they_say(texts: list[str]) -> None:
    blocks = document(*texts).blocks
    for passage in passages(blocks):
        assert passage.text == "\n".join(blocks[part.block].text[part.start : part.end] for part in passage.parts)
        assert passage.text == passage.text.strip()
        start, end = passage.span(blocks)
        assert 0 <= start < end
