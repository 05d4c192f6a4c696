"""Sentences: cut where a reader would, and rather too seldom than too often."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from factcli.text.sentences import sentences
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?", "Four"],
        ["It rose by 3.5 percent to 1.200,50.", "Then it fell."],
        ["Dr. J. R. Smith met Mr. Doe of Acme Inc. Berlin on Oct. 18.", "They agreed."],
        ["The U.S. Army and e.g. No. 5, p. 12, stayed.", "In 2024 they left."],
        ["It ended in 2024.", "5 ships came."],
        ["“Yes, we can.”", "She left."],
        ["“Stop!” he said.", "(It was late.)", "Then…", "Nothing."],
        ["Really?!", "“No.”"],
        ["It goes on… and on.", "It ends."],
        ["Он приехал в 2024 году.", "Товарооборот вырос до 470 млн. Долларов стало больше.", "Да."],
        ["国家主席会见了客人。", "双方交换了意见！", "“好吗？”", "好。"],
        ["यह एक वाक्य है।", "यह दूसरा है।"],
        ["هل وصل؟", "نعم وصل.", "ثم غادر."],
        ["A heading", "A paragraph, broken\nover lines.", "Another."],
        ["- A question?", "— An answer", "- another point"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    """Blank lines and dashes at the beginning of a line part as well as stops do."""
    glue = {"A heading": "\n\n", "— An answer": "\n", "- A question?": "\n\n"}
    text = "".join(part + glue.get(part, "" if "。" in part else " ") for part in parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(TEXTS)
def test_every_character_is_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
