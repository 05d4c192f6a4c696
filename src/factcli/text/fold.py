"""Folding: spellings that people mix become one, so that finding forgives what verifying must not."""

from __future__ import annotations

# Letters that decomposition leaves whole. ə is written "a" in English (Əliyev, Aliyev).
_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
    | dict.fromkeys("’‘ʼʻ`′", "'")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def fold(text: str) -> str:
    """Lower-case `text` without the diacritics of Latin and Greek letters: "İlham" and "ilham" become one.

    Marks on other scripts are kept, because й is another letter than и.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    import unicodedata

    folded: list[str] = []
    base_is_plain = False
    for char in unicodedata.normalize("NFKD", text.replace("´", "'")).casefold().translate(_LETTERS):
        if unicodedata.combining(char):
            if base_is_plain:
                continue
        else:
            base_is_plain = char < "\u0400"
        folded.append(char)
    return unicodedata.normalize("NFC", "".join(folded))
