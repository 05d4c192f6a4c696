"""Locators: CSL labels in their usual forms, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.store import locator
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("p. 12", "page", "12"),
        ("pp. 12–15", "page", "12–15"),
        ("pp. 12-15, 20", "page", "12-15, 20"),
        ("p.12", "page", "12"),
        ("p 12", "page", "12"),
        ("P. xii", "page", "xii"),
        ("page 12", "page", "12"),
        ("pages 12-15", "page", "12-15"),
        ("para. 3", "paragraph", "3"),
        ("paras. 3–4", "paragraph", "3–4"),
        ("par. 3", "paragraph", "3"),
        ("Paragraph 3", "paragraph", "3"),
        ("sec. 4", "section", "4"),
        ("§ 4.2", "section", "4.2"),
        ("§4.2", "section", "4.2"),
        ("§§ 4-5", "section", "4-5"),
        ("chap. 2", "chapter", "2"),
        ("vol. 2, p. 7", "volume", "2, p. 7"),
        ("l. 4", "line", "4"),
        ("n. 17", "note", "17"),
        ("no. 3", "issue", "3"),
        ("art. 5", "article-locator", "5"),
        ("fig. 3a", "figure", "3a"),
        ("tbl. 2", "table", "2"),
        ("tables 2 and 3", "table", "2 and 3"),
        ("s.v. harbour", "sub-verbo", "harbour"),
        ("S.v. harbour", "sub-verbo", "harbour"),
        ("sub-verbo harbour", "sub-verbo", "harbour"),
        ("act 2", "act", "2"),
        ("00:12:33", "timestamp", "00:12:33"),
        ("12:33", "timestamp", "12:33"),
        ("1:02:03.5", "timestamp", "1:02:03.5"),
        ("00:12:33–00:12:40", "timestamp", "00:12:33–00:12:40"),
        ("  p. 12  ", "page", "12"),
    ],
)
def test_locator_has_label_and_value(text: str, label: str, value: str) -> None:
    assert locator.parse(text) == locator.Locator(label, value, text.strip())


@pytest.mark.parametrize(
    "text", ["", " ", "12", "p.", "para", "p12", "blob 3", "page", "12:99", "1:2:3:4", "p. 1\n2", "§", ". 3", "s. 3"]
)
def test_what_has_no_csl_label_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="label"):
        locator.parse(text)


@given(TEXTS | st.from_regex(r"[a-z.§]{0,6}\s?.{0,9}"))
def test_any_text_is_a_locator_or_a_value_error(text: str) -> None:
    try:
        found = locator.parse(text)
    except ValueError:
        return
    assert found.label in locator.LABELS
    assert found.value
    assert locator.parse(found.text) == found
