"""The repository's own facts: complete, verbatim, and not the interview itself."""

from __future__ import annotations

import re

import pytest

from factcli.quote.evidence import Examiner
from factcli.store import lock_file, read
from factcli.store.model import Fact, Store
from factcli.text.figures import figures, missing
from tests.conftest import INTERVIEW, SHIPPED

interview_at_hand = pytest.mark.skipif(not INTERVIEW.exists(), reason="the interview's text is not ours to publish")


@pytest.fixture(scope="module")
def shipped() -> Store:
    return read.load(SHIPPED)


def test_store_is_whole_and_without_warnings(shipped: Store) -> None:
    assert shipped.warnings == ()
    assert len(shipped.facts) >= 75
    assert all(fact.locator and fact.tags and not fact.extra for fact in shipped.facts.values())


def test_source_is_described_as_the_interview_it_is(shipped: Store) -> None:
    (source,) = shipped.sources.values()
    assert (source.id, source.type, source.language) == ("azertac-2025-10-18", "interview", "en")
    assert source.title.startswith("Over past decades, brotherly nations Azerbaijan and Kazakhstan built relations")
    assert [(name.family, name.given) for name in source.names["author"]] == [("Aliyev", "Ilham")]
    assert [name.literal for name in source.names["interviewer"]] == ["Kazinform News Agency"]
    assert {name: date.text for name, date in source.dates.items()} == {"issued": "2025-10-18"}
    assert source.variables == {"container-title": "AZERTAC", "publisher-place": "Baku"}
    assert source.text == "sources/azertac-2025-10-18.txt"


def test_store_names_no_address() -> None:
    assert not re.search(r"https?://|www\.|\burl\b", SHIPPED.read_text(encoding="utf-8"), re.IGNORECASE)


def test_quotes_are_passages_not_the_text(shipped: Store) -> None:
    assert max(len(fact.quote) for fact in shipped.facts.values()) < 700
    assert not (SHIPPED.parent / "sources").exists()


def test_no_statement_is_said_twice(shipped: Store) -> None:
    assert len({fact.statement for fact in shipped.facts.values()}) == len(shipped.facts)


def test_aliases_hold_no_figure_of_their_own(shipped: Store) -> None:
    """Figures bind: one that only an alias holds would make a fact answer for another year or amount."""
    foreign = [
        (fact.id, alias)
        for fact in shipped.facts.values()
        for alias in fact.aliases
        if missing(figures(alias), figures(f"{fact.statement}; {fact.quote}; {_time(fact)}"))
    ]
    assert foreign == []


def _time(fact: Fact) -> str:
    """Return a fact's period, and how many months it spans: January to August are 8."""
    if fact.period is None:
        return ""
    (since, first, _), (until, last, _) = fact.period.bounds()
    return f"{fact.period.text}; {12 * (until - since) + last - first + 1}"


@interview_at_hand
def test_every_quote_is_verbatim_in_the_paragraph_of_its_locator(shipped: Store) -> None:
    text = INTERVIEW.read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    wrong = [
        (fact.id, fact.locator and fact.locator.text)
        for fact in shipped.facts.values()
        if fact.quote not in text
        or not fact.locator
        or fact.locator.label != "paragraph"
        or not fact.locator.value.isdecimal()
        or fact.quote not in blocks[int(fact.locator.value) - 1]
    ]
    assert wrong == []


@interview_at_hand
def test_quotes_are_far_from_the_whole_interview(shipped: Store) -> None:
    """Merge the quotes' places: what they cover leaves out a good part of the text."""
    text = INTERVIEW.read_text(encoding="utf-8")
    covered: set[int] = set()
    for fact in shipped.facts.values():
        start = text.index(fact.quote)
        covered.update(range(start, start + len(fact.quote)))
    assert len(covered) < 0.85 * len(text)


def test_the_lock_has_every_fact_and_no_other(shipped: Store) -> None:
    lock = lock_file.load(SHIPPED)
    assert lock.quotes.keys() == shipped.facts.keys()
    assert lock.texts.keys() == shipped.sources.keys()
    assert [fact.id for fact in shipped.facts.values() if lock.proof(fact) is None] == []


@interview_at_hand
def test_the_lock_tells_where_each_quote_stands(shipped: Store) -> None:
    """And the lock file is what locking would write now, but for the date."""
    text = INTERVIEW.read_text(encoding="utf-8")
    lock = lock_file.load(SHIPPED)
    assert lock.texts == {source: lock_file.text_digest(text) for source in shipped.sources}
    examiner = Examiner(SHIPPED, dict.fromkeys(shipped.sources, text))
    for fact in shipped.facts.values():
        held = lock.quotes[fact.id]
        assert text[held.start : held.end] == fact.quote
        found = examiner.examine(fact, shipped.sources[fact.source])
        assert (found.verdict, found.finding.detail) == ("verbatim", None)
        assert found.finding.anchor is not None
        assert (found.finding.anchor.start, found.finding.anchor.end) == (held.start, held.end)
    assert examiner.warnings == []
