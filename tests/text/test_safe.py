"""Showing text: nothing acts on a terminal, nothing hides, and legible text stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.text.safe import safe, unsafe_characters
from tests.strategies import TEXTS

CONTROLS = st.text(
    st.sampled_from(
        "\0\t\n\v\f\r\x1b\x7f\x85\x9b\u2028\u2029\u202a\u202e\u2066\u2069\ud800\U000e0041 a\u200b\u200c\u200f\u061c\ufeffש"
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("“İlham” — №5 😀 नमस्ते", "“İlham” — №5 😀 नमस्ते"),
        ("a\nb", "a b"),
        ("a \r\n\t b", "a b"),
        ("a\tb", "a b"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("\x7f", r"\x7f"),
        ("\0", r"\x00"),
        ("\u202egnp", r"\u202egnp"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        ("\u2028", r"\u2028"),
        ("\ud83d", r"\ud83d"),
        ("\U000e0041", r"\U000e0041"),
        ("no\u200bt \ufeffa\u2060b", r"no\u200bt \ufeffa\u2060b"),
        ("1\u200d2\u200c\u200c3", r"1\u200d2\u200c\u200c3"),
        ("می\u200cخواهد क्\u200dष 👩\u200d🚀 ไทย\u200bไทย", "می\u200cخواهد क्\u200dष 👩\u200d🚀 ไทย\u200bไทย"),
        ("שלום\u200f! \u200fשלום", "שלום\u200f! \u200fשלום"),
        ("12\u200f3\u200e", r"12\u200f3\u200e"),
    ],
)
def test_text_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(TEXTS | CONTROLS)
def test_what_is_shown_holds_no_control_character_and_stays_so(text: str) -> None:
    shown = safe(text)
    assert not [char for char in shown if char < " " or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029\u202e"]
    assert shown.encode().decode() == shown
    assert safe(shown) == shown


@given(TEXTS | CONTROLS)
def test_unsafe_characters_are_those_that_showing_spells_out(text: str) -> None:
    found = unsafe_characters(text)
    assert all(spelled in safe(text) for spelled in found)
    assert bool(found) == (len(safe(text)) > len(text) or any(spelled in safe(text) for spelled in found))
