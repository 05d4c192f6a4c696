"""RIS, as rispy and pandoc read it."""

from __future__ import annotations

import pytest
import rispy

from factcli.citation.export.ris import ris
from factcli.text.safe import safe
from tests.citation.export.consumers import NASTY, every_source, pandoc, reference
from tests.citation.sources import source


def test_every_source_is_read_by_rispy() -> None:
    references = every_source()
    read = rispy.loads("".join(ris(references)))
    assert [entry["id"] for entry in read] == [given.source.id for given in references]
    for entry, given in zip(read, references, strict=True):
        assert entry.get("primary_title", entry.get("title")) == given.source.title
        assert entry["notes"][-1] == next(given.notes())
        assert not entry.get("unknown_tag"), given.source.id


def test_every_source_is_read_by_pandoc() -> None:
    references = every_source()
    read = pandoc("".join(ris(references)), "ris")
    assert [item["id"] for item in read] == [given.source.id for given in references]
    assert [item["title"] for item in read] == [given.source.title for given in references]


def test_each_quote_is_a_note_on_one_line() -> None:
    herald = source(
        'type = "interview"\ntitle = "T\\nof two lines"\nauthor = [{ family = "Berg", given = "Jan", '
        'non-dropping-particle = "van der", suffix = "Jr." }]\ninterviewer = [{ literal = "Port News" }]\npage = "12–15"'
    )
    (entry,) = rispy.loads("".join(ris([reference(herald, *NASTY)])))
    quotes = [f"“{safe(quote)}” (p. {n})" for n, quote in enumerate(NASTY)]
    assert entry["notes"] == ["Interviewed by Port News", *quotes]
    assert entry.get("primary_title", entry.get("title")) == "T of two lines"
    assert entry["authors"] == ["van der Berg, Jan, Jr."]
    assert (entry["start_page"], entry["end_page"]) == ("12", "15")


@pytest.mark.parametrize(
    ("issued", "year", "date"),
    [
        ("2025-10-18", "2025", "2025/10/18/"),
        ("2025-10", "2025", "2025/10//"),
        ("2004-21", "2004", "2004///2004-21"),
        ("1850~", "1850", "1850///1850~"),
        ("2024/2025", "2024", "2024///2024/2025"),
        ("-0043", None, "///-0043"),
        ("201X", None, "///201X"),
    ],
)
def test_dates(issued: str, year: str | None, date: str) -> None:
    (entry,) = rispy.loads("".join(ris([reference(source(f'type = "book"\ntitle = "T"\nissued = "{issued}"'))])))
    assert (entry.get("year"), entry["date"]) == (year, date)
