"""Chicago notes of every source type of the design, written out."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from factcli.citation import chicago, csl_json, markup
from factcli.store import locator, validate
from factcli.store.model import Source

JANE = '[{ family = "Doe", given = "Jane" }]'
TWO = '[{ family = "Doe", given = "Jane" }, { family = "Roe", given = "Richard" }]'
THREE = '[{ family = "Doe", given = "Jane" }, { family = "Roe", given = "R." }, { literal = "Some Agency" }]'


def source(toml: str) -> Source:
    """Return the source that the lines of a [source.s] table describe."""
    found = validate.document(tomllib.loads(f"version = 1\n[source.s]\n{toml}"))
    assert not found.faults
    assert not found.warnings
    return found.sources["s"]


NOTES = [
    (
        f'type = "interview"\ntitle = "On the harbour"\nauthor = {JANE}\ninterviewer = [{{ literal = "Port News" }}]\n'
        'container-title = "PORTPRESS"\nissued = 2025-10-18',
        "para. 17",
        "Jane Doe, “On the harbour,” interview by Port News, PORTPRESS, October 18, 2025, para. 17.",
    ),
    (
        f'type = "article-newspaper"\ntitle = "Is “Ada” safe?"\nauthor = {TWO}\ncontainer-title = "The Herald"\n'
        'issued = 2025-03-01\nURL = "https://herald.example/a-b"',
        None,
        "Jane Doe and Richard Roe, “Is ‘Ada’ safe?” *The Herald*, March 1, 2025, <https://herald.example/a-b>.",
    ),
    (
        'type = "webpage"\ntitle = "About us"\ncontainer-title = "Port Example"\nissued = "2024-05"\n'
        'URL = "https://port.example"',
        None,
        "“About us,” Port Example, May 2024, <https://port.example>.",
    ),
    (
        f'type = "report"\ntitle = "Sea levels"\nauthor = {THREE}\npublisher = "Sea Institute"\nissued = "2024"',
        "pp. 12-15",
        "Jane Doe et al., *Sea levels* (Sea Institute, 2024), 12–15.",
    ),
    (
        f'type = "book"\ntitle = "Night shot"\nauthor = {JANE}\ntranslator = [{{ family = "Poe", given = "E." }}]\n'
        'edition = 2\npublisher = "Harbour Press"\nissued = "1999"',
        "chap. 3",
        "Jane Doe, *Night shot*, trans. E. Poe, 2nd ed. (Harbour Press, 1999), chap. 3.",
    ),
    (
        f'type = "chapter"\ntitle = "Tides"\nauthor = {JANE}\neditor = [{{ family = "Roe", given = "R." }}]\n'
        'container-title = "The Sea"\npublisher = "Harbour Press"\nissued = "1999"',
        "p. 7",
        "Jane Doe, “Tides,” in *The Sea*, ed. R. Roe (Harbour Press, 1999), 7.",
    ),
    (
        f'type = "article-journal"\ntitle = "Tides"\nauthor = {JANE}\ncontainer-title = "Sea Studies"\nvolume = 4\n'
        'issue = 2\nissued = "2020"\nDOI = "10.1000/xyz"',
        "p. 7",
        "Jane Doe, “Tides,” *Sea Studies* 4, no. 2 (2020): 7, <https://doi.org/10.1000/xyz>.",
    ),
    (
        f'type = "speech"\ntitle = "To the port"\nauthor = {JANE}\nevent-title = "Opening Day"\nissued = "2024/2025"',
        None,
        "Jane Doe, “To the port,” Opening Day, 2024–2025.",
    ),
    (
        'type = "broadcast"\ntitle = "Evening news"\ncontainer-title = "Port TV"\nissued = "1985~"',
        "00:12:33",
        "“Evening news,” *Port TV*, ca. 1985, 00:12:33.",
    ),
    (
        'type = "book"\ntitle = "On waves"\nissued = "-0043"\neditor = [{ family = "Roe", given = "R." }]',
        "vol. 2, p. 7",
        "R. Roe, ed., *On waves* (44 BC), vol. 2, p. 7.",
    ),
    ('type = "manuscript"\ntitle = "Undated."', None, "“Undated.”"),
    (
        'type = "article-magazine"\ntitle = "Spring tide"\ncontainer-title = "Sea"\nissued = "2004-21"',
        "sec. 2",
        "“Spring tide,” *Sea*, Spring 2004, sec. 2.",
    ),
    (
        'type = "webpage"\ntitle = "Two days"\nissued = "2024-05-03/2024-05-05"',
        "paras. 3–4",
        "“Two days,” May 3–5, 2024, paras. 3–4.",
    ),
    (
        'type = "webpage"\ntitle = "Who"\n'
        'author = [{ family = "Beethoven", given = "Ludwig", dropping-particle = "van", suffix = "Jr." }]',
        None,
        "Ludwig van Beethoven Jr., “Who.”",
    ),
]


@pytest.mark.parametrize(("toml", "where", "expected"), NOTES)
def test_note(toml: str, where: str | None, expected: str) -> None:
    note = chicago.note(source(toml), locator.parse(where) if where else None)
    assert markup.render(note, markup.Markup.MARKDOWN) == expected


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
