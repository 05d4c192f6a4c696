"""Folding: spellings that people mix become one, and folding again changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from factcli.text.fold import fold
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Trade", "trade"),
        ("İlham", "ilham"),
        ("ILHAM", "ilham"),
        ("ılham", "ilham"),
        ("Əliyev", "aliyev"),
        ("Gəncə", "ganca"),
        ("Tokayev’s", "tokayev's"),
        ("Tokayev`s", "tokayev's"),
        ("Tokayev´s", "tokayev's"),
        ("Şuşa çörək öğüd ü", "susa corak ogud u"),
        ("naïve café", "naive cafe"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Þórr æ œ", "thorr ae oe"),
        ("Ἀθῆναι", "αθηναι"),
        ("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"),
        ("йога", "йога"),
        ("и\u0306ога", "йога"),
        ("за́мок", "замок"),
        ("Ещё ёлка", "еще елка"),
        ("їжак ѓ", "їжак ѓ"),
        ("مُدَرِّسَة", "مدرسة"),
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("كتـــاب", "كتاب"),
        ("שָׁלוֹם", "שלום"),
        ("१९७० ١٩٧٠ ۱۹۷۰", "1970 1970 1970"),
        ("ﬁne", "fine"),
        ("２０２４", "2024"),
        ("co\u00adoperation", "cooperation"),
        ("a\u200bb\ufeffc", "abc"),
        ("", ""),
    ],
)
def test_spelling_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
@example("\u0345")
@example("´")
@example("е\u200d\u0301")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
