from __future__ import annotations

import pytest

from factcli.text.stems import language_of


@pytest.mark.parametrize(
    ("tag", "sample", "language"),
    [
        ("de-AT", "", "de"),
        ("pt_BR", "", "pt"),
        ("EN", "Новый порт", "en"),
        (None, "Harbour opens", "en"),
        (None, "Größe des Hafens", "en"),
        (None, "Новый порт", "ru"),
        (None, "新港口", "zh"),
        (None, "新しい港", "ja"),
        (None, "الميناء الجديد", "ar"),
        (None, "새 항구", "ko"),
        (None, "Новый port 新", "zh"),
        (None, "", "en"),
    ],
)
def test_a_source_without_a_language_has_that_of_its_script(tag: str | None, sample: str, language: str) -> None:
    assert language_of(tag, sample) == language
