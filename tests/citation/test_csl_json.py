"""Sources as CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.citation import csl_json
from tests.citation.sources import source


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-10-18", {"date-parts": [[2025, 10, 18]]}),
        ('"2024/2025"', {"date-parts": [[2024], [2025]]}),
        ('"1850~"', {"date-parts": [[1850]], "circa": True}),
        ('"2004-21"', {"date-parts": [[2004]], "season": 1}),
        ('"-0043"', {"date-parts": [[-44]]}),
        ('"201X"', {"literal": "201X"}),
        ('"2024/.."', {"literal": "2024/.."}),
    ],
)
def test_dates_in_csl_json(written: str, expected: dict[str, Any]) -> None:
    """Years before Christ are counted without a year 0: EDTF -0043 is 44 BC."""
    item = csl_json.item(source(f'type = "webpage"\ntitle = "T"\nissued = {written}'))
    assert item["issued"] == expected


def test_csl_json_keeps_every_variable() -> None:
    item = csl_json.item(
        source(
            'type = "book"\ntitle = "T"\nlanguage = "de"\nvolume = 2\nauthor = [{ family = "B", '
            'non-dropping-particle = "van der", given = "A." }]\narchive_location = "Box 3"'
        )
    )
    assert item == {
        "id": "s",
        "type": "book",
        "title": "T",
        "author": [{"family": "B", "given": "A.", "non-dropping-particle": "van der"}],
        "language": "de",
        "volume": 2,
        "archive_location": "Box 3",
    }
