"""Folding: spellings that people mix become one, so that finding forgives what verifying must not."""

from __future__ import annotations

# Letters that decomposition leaves whole. ə is written "a" in English (Əliyev, Aliyev).
_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
    | dict.fromkeys("’‘ʼʻ`′", "'")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640")  # the last only stretches an Arabic word
    | {"ى": "ي", "ٱ": "ا"}  # Arabic letters that are written for one another
)
# Stress is marked on these Cyrillic letters, and only in some texts.
_VOWELS = frozenset("аеиоуыэюяіє")


def fold(text: str) -> str:
    """Lower-case `text` without the diacritics of Latin and Greek letters: "İlham" and "ilham" become one.

    So do Arabic and Hebrew with and without vowel signs, and the forms of alef; Russian with and without stress, ё and
    е; and the digits of any script. Other marks are kept, because й is another letter than и.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    import unicodedata

    folded: list[str] = []
    base = " "
    for char in unicodedata.normalize("NFKD", text.replace("´", "'")).casefold().translate(_LETTERS):
        if unicodedata.combining(char):
            if not _makes_a_letter(base, char):
                continue
        else:
            base = char
        folded.append(str(unicodedata.decimal(char)) if char.isdecimal() else char)
    return unicodedata.normalize("NFC", "".join(folded))


def _makes_a_letter(base: str, mark: str) -> bool:
    """Tell whether a mark on a letter makes another letter of it."""
    if base < "\u0400" or "\u0590" <= base < "\u0700":
        return False
    return not (base in _VOWELS and mark in "\u0300\u0301") and base + mark != "е\u0308"
