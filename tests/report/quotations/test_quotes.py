"""The verdicts on quoted passages: against the interview's quotes and their locks, and against its text where it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcli.quote.evidence import Examiner
from factcli.report.document import Kind
from factcli.report.finding import Finding
from factcli.report.quotations.corpus import Corpus
from factcli.report.quotations.passages import FEWEST_WORDS, passages
from factcli.report.quotations.quotes import judge
from factcli.store.model import Store
from factcli.store.read import load
from tests.conftest import INTERVIEW, SHIPPED, SMALL_STORE, SMALL_TEXT
from tests.report.blocks import document

SOURCE = "azertac-2025-10-18"
STORE = load(SHIPPED)
LOCKED = Corpus(STORE, Examiner(SHIPPED, {}))
TURNOVER = "the volume of trade turnover between the two countries amounted to $470 million"

# What the quotes of the store alone can tell: code, fact, passage
BY_QUOTES = [
    ("Q100", "trade-turnover-2024", f"“{TURNOVER}”"),
    ("Q100", "trade-turnover-2024", f"“In 2024, {TURNOVER},” he said."),
    ("Q100", "trade-turnover-2024", f"“In 2024, {TURNOVER}.”"),
    ("Q100", "trade-turnover-2024", "“trade turnover between the two countries”"),
    ("Q100", "trade-turnover-2024", f"“[T]he{TURNOVER[3:]}”"),
    ("Q100", "trade-turnover-2024", f"“[t]he{TURNOVER[3:]}”"),
    ("Q100", "trade-turnover-2024", "“the volume of trade turnover … amounted to $470 million”"),
    ("Q100", "trade-turnover-2024", "“the volume of trade turnover […] amounted to $470 million”"),
    ("Q100", "trade-turnover-2024", "“the volume of trade turnover (...) amounted to $470 million”"),
    ("Q100", "trade-turnover-2024", "“… the volume of trade turnover between the two countries …”"),
    ("Q100", "trade-turnover-2024", "“the volume of trade turnover [sic] between the two countries”"),
    ("Q100", "trade-turnover-2024", "“the volume  of trade\nturnover between the two coun-\ntries”"),
    ("Q100", "trade-turnover-2024", "“the volume of trade turn\u00adover between the two countries”"),
    ("Q100", "trade-turnover-2024", "“the volume of trade turnover between the two countries amounted to $ 470 million”"),
    ("Q100", "roadmap-signed-in-aktau", "“the “Roadmap for 2022–2027 on the Development and Operation of the Middle Corridor” was signed”"),
    ("Q100", "roadmap-signed-in-aktau", "“the ‘Roadmap for 2022-2027 on the Development and Operation of the Middle Corridor’ was signed”"),
    ("Q100", "transit-growth-2024", "“3.5 million tons, which is 20% higher than the previous period”"),
    ("Q101", "trade-turnover-2024", "“In 2024, the volume of trade turnover between the two countries amounted to $457 million”"),
    ("Q101", "trade-turnover-2024", "“In 2024, the volume of trade turnover between the two countries amounted to $740 million”"),
    ("Q101", "trade-turnover-2024", "“In 2024, the volume of trade turnover between the two countries amounted to €470 million”"),
    ("Q101", "trade-turnover-2024", "“In 2024, the volume of trade turnover between the two countries amounted to 470 million”"),
    ("Q101", "trade-turnover-2024", "“In 2024, the volume of trade turnover between the two countries amounted to $470 billion”"),
    ("Q101", "trade-turnover-2024", "“In 2023, the volume of trade turnover between the two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“The volume of trade turnover between the two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of trade turnover between [our] two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of trade turnover between the three countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of trade turnover between the two countries never amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of turnover between the two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of mutual trade turnover between the two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of turnover trade between the two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“olume of trade turnover between the two countries amounted to $470 million”"),
    ("Q101", "trade-turnover-2024", "“the volume of trade turnover between the two countries amounted to $470”"),
    ("Q101", "trade-turnover-2024", "“amounted to $470 million … the volume of trade turnover”"),
    ("Q101", "transit-growth-2024", "“exceeded 3 million tons, which is 20% higher than the previous period”"),
    ("Q101", "transit-growth-2024", "“exceeded 5.3 million tons, which is 20% higher than the previous period”"),
    ("Q101", "transit-growth-2024", "“exceeded 3.5 million tons, which is 20 higher than the previous period”"),
    ("Q101", "transit-growth-2024", "“exceeded 3.5 million tons, which is 20% lower than the previous period”"),
    ("Q101", "roadmap-period", "“Roadmap for 2022–2028 on the Development and Operation of the Middle Corridor”"),
    ("Q101", "roadmap-period", "“Roadmap for 20222027 on the Development and Operation of the Middle Corridor”"),
    ("Q101", "roadmap-period", "“Roadmap for 2022–2027 on the development and operation of the Middle Corridor”"),
    ("Q102", None, "“We are the best of friends and shall always be.”"),
    ("Q102", None, "“Die Zusammenarbeit beider Länder ist enger als je zuvor.”"),
    ("Q102", None, "“Ask not what your country can do for you”"),
    ("Q102", None, "“私たちの国々は永遠に友達であり続けるでしょう”"),
    ("Q102", None, "“12 34 56 78”"),
]  # fmt: skip
# What only the text of the interview can tell
BY_TEXT = [
    ("Q100", "“amounted to $470 million, and in the period from January to August 2025 it reached $547 million”"),
    ("Q100", "“Positive dynamics are also clearly visible in the field of mutual trade.”"),
    ("Q100", "“The document provides for the synchronized development […] and resolution of other key issues.”"),
    ("Q100", "“I am pleased to observe dynamic development and new achievements during each visit to Kazakhstan.”"),
    ("Q100", "“[D]uring each visit to Kazakhstan”"),
    ("Q100", "“reduction of tariffs. To enhance transportation efficiency through the ports of Aktau and Alat”"),
    ("Q100", "“the National Company ‘KazMunayGas.’ In 2024, an agreement was signed”"),
    ("Q101", "“I am pleased to observe dynamic development and old achievements during each visit to Kazakhstan.”"),
    ("Q101", "“am pleased to observe dynamic developments and new achievements during each visit”"),
    ("Q101", "“the Caspian Sea is merely a body of water but has become a symbol of our shared responsibility”"),
    ("Q101", "“the Caspian Sea is … merely a body of water but has become a symbol”"),
    ("Q101", "“the reasons for this lie only in climate change”"),
    ("Q101", "“the reasons for this do not lie only in climate change”"),
    ("Q101", "“Positive dynamics are also clearly visible […] exceeding the same period … by more than twofold.”"),
    ("Q101", "“Our countries support each other in the international arena, having common positions on many issues.”"),
    ("Q101", "“Transport and logistics cooperation … demonstrates significant progress.”"),
    ("Q101", "“Azerbaijani investments in Kazakhstan’s economy have reached $136 million”"),
    ("Q101", "“Kazakh investments in Azerbaijan total $225 million”"),
    ("Q102", "“We are the best of friends and shall always be.”"),
    ("Q102", "“Kazakh oil flows west in ever greater measure”"),
]  # fmt: skip


def look(corpus: Corpus, *blocks: str | tuple[Kind, str]) -> list[Finding]:
    report = document(*blocks)
    return list(judge(report, passages(report.blocks), corpus))


def small(tmp_path: Path, text: str = SMALL_STORE, texts: Mapping[str, str] | None = None) -> Corpus:
    file = tmp_path / "facts.toml"
    file.write_text(text, encoding="utf-8")
    store: Store = load(file)
    return Corpus(store, Examiner(file, texts))


@pytest.fixture(scope="module")
def whole() -> Corpus:
    """Return the corpus with the interview's text, which is not part of the repository."""
    if not INTERVIEW.is_file():
        pytest.skip("the text of the interview is not here")
    return Corpus(STORE, Examiner(SHIPPED, {SOURCE: INTERVIEW.read_text(encoding="utf-8")}))


@pytest.mark.parametrize(("code", "fact", "text"), BY_QUOTES)
def test_without_the_text(code: str, fact: str | None, text: str) -> None:
    """The quotes and their locks tell verbatim, altered and missing passages apart, and whose quote it is."""
    (found,) = look(LOCKED, text)
    assert (found.code, found.fact) == (code, fact)
    assert found.verdict in {"Q100": "verbatim", "Q101": "altered", "Q102": "missing"}[code]


@pytest.mark.parametrize(("code", "fact", "text"), BY_QUOTES)
def test_with_the_text_the_verdict_is_the_same(whole: Corpus, code: str, fact: str | None, text: str) -> None:
    (found,) = look(whole, text)
    assert (found.code, found.fact) == (code, fact)


@pytest.mark.parametrize(("code", "text"), BY_TEXT)
def test_with_the_text(whole: Corpus, code: str, text: str) -> None:
    """The text tells what no quote holds."""
    found = look(whole, text)
    assert code in {one.code for one in found}


def test_a_finding_says_where(whole: Corpus) -> None:
    """The message names the quote or the paragraph; what differs is shown word by word."""
    (found,) = look(LOCKED, f"He said “In 2024, {TURNOVER}” then.")
    assert found.message == f"in the quote of trade-turnover-2024, para. 17 of {SOURCE}"
    assert (found.start, found.end) == (9, 9 + len(f"In 2024, {TURNOVER}"))
    (found,) = look(LOCKED, f"“{TURNOVER.replace('470', '574')}”")
    assert found.message == f"differs from para. 17 of {SOURCE}"
    assert [(part.kind, part.text) for part in found.difference if part.kind != "same"] == [
        ("removed", "470"),
        ("added", "574"),
    ]
    (found,) = look(LOCKED, "“We are the best of friends and shall always be.”")
    assert found.message == f"in no quote of the store; the text of {SOURCE} is not at hand: --text {SOURCE}=FILE"
    (found,) = look(whole, "“Positive dynamics are also clearly visible in the field of mutual trade.”")
    assert (found.fact, found.message) == (None, f"in para. 17 of {SOURCE}")
    (found,) = look(whole, "“We are the best of friends and shall always be.”")
    assert found.message == "in no quote of the store nor in the texts of its sources"


def test_what_goes_on_beyond_a_quote_is_not_called_altered(whole: Corpus) -> None:
    """Without the text nobody can tell; what differs before the quote ends is altered all the same."""
    longer = "“it reached $547 million, exceeding the same period of the previous year by more than threefold. This growth is due to”"
    (found,) = look(LOCKED, longer)
    assert (found.code, found.message.partition(";")[0]) == ("Q102", f"goes on beyond the quote of {found.fact}")
    assert found.message.endswith(f"--text {SOURCE}=FILE")
    assert [one.code for one in look(LOCKED, longer.replace("547", "574"))] == ["Q101"]
    assert [one.code for one in look(whole, longer)] == ["Q100"]


def test_titles_in_notes_are_left_alone() -> None:
    """A title is no quotation; a passage of the store in a note is."""
    title = STORE.sources[SOURCE].title
    assert look(LOCKED, ("note", "Doe, “Harbour Opens After Ten Years,” The Herald, 3.")) == []
    assert look(LOCKED, ("note", "Doe, “Trade Turnover Between the Two Countries,” The Herald, 3.")) == []
    assert [one.code for one in look(LOCKED, ("note", f"Aliyev, “{title},” para. 17."))] == ["Q100"]
    assert [one.code for one in look(LOCKED, ("note", f"Aliyev. “In 2024, {TURNOVER}”"))] == ["Q100"]
    altered = f"Aliyev. “In 2024, {TURNOVER.replace('470', '740')}”"
    assert [one.code for one in look(LOCKED, ("note", altered))] == ["Q101"]


def test_the_title_of_a_source_may_be_quoted(tmp_path: Path) -> None:
    corpus = small(tmp_path)
    (found,) = look(corpus, "“Harbour opens after ten years”")
    assert (found.code, found.fact, found.message) == ("Q100", None, "in the title of herald")
    (found,) = look(corpus, "“Harbour opens after nine years”")
    assert (found.code, found.message) == ("Q101", "differs from the title of herald")


def test_blocks_set_off_are_judged_without_who_said_it() -> None:
    said = f"In 2024, {TURNOVER}."
    assert [one.code for one in look(LOCKED, ("quotation", f"{said} — Ilham Aliyev, 18 October 2025"))] == ["Q100"]
    assert [one.code for one in look(LOCKED, ("quotation", f"{said} — more than ever before"))] == ["Q102"]
    assert [one.code for one in look(LOCKED, ("quotation", f"{said.replace('470', '457')} — Ilham Aliyev"))] == ["Q101"]


OVERLAPPING = """\
version = 1
[source.s]
type = "book"
title = "A title of its own"
text = "s.txt"
[fact.a]
statement = "A."
quote = "the ship left the port at noon"
source = "s"
[fact.b]
statement = "B."
quote = "the port at noon with forty men"
source = "s"
[fact.c]
statement = "C."
quote = ", and nobody was unable to swim"
source = "s"
"""
SHIP = "So the ship left the port at noon with forty men, and nobody was unable to swim.\n"


def lock(run, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(SHIP, encoding="utf-8")
    (tmp_path / "facts.toml").write_text(OVERLAPPING, encoding="utf-8")
    assert run("verify", "--lock").returncode == 0
    (tmp_path / "s.txt").unlink()


def test_locked_quotes_that_overlap_or_touch_make_one_text(run, tmp_path: Path) -> None:
    """A passage that crosses from one quote into the next is proven without the text, and none that cuts a word."""
    lock(run, tmp_path)
    corpus = small(tmp_path, OVERLAPPING)
    (found,) = look(corpus, "“the ship left the port at noon with forty men, and nobody”")
    assert (found.code, found.fact, found.message) == ("Q100", "a", "in the quotes of a and c together")
    (found,) = look(corpus, "“at noon with forty men”")
    assert (found.code, found.fact, found.message) == ("Q100", "b", "in the quote of b, s")
    (found,) = look(corpus, "“able to swim and to sail”, “noon with forty men, and nobody was able to swim”")[1:]
    assert found.code == "Q101"
    (found,) = look(corpus, "“So the ship left the port at noon”")
    assert found.code == "Q102"


def test_a_quote_that_was_changed_proves_nothing(run, tmp_path: Path) -> None:
    """Neither one that no longer matches its lock, nor one that its source's text does not have."""
    lock(run, tmp_path)
    changed = OVERLAPPING.replace("forty", "fifty")
    (found,) = look(small(tmp_path, changed), "“at noon with fifty men”")
    assert (found.code, found.message) == (
        "Q102",
        "only in the quote of b, which was changed since it was checked: fact verify b",
    )
    (found,) = look(small(tmp_path, changed, {"s": SHIP}), "“at noon with fifty men”")
    assert (found.code, found.message) == ("Q101", "differs from para. 1 of s")
    (found,) = look(small(tmp_path, changed, {"s": "It is about something else.\n"}), "“at noon with fifty men”")
    assert (found.code, found.message) == ("Q102", "only in the quote of b, which is not in its source: fact verify b")


def test_a_quote_that_nobody_checked_is_named_as_such(tmp_path: Path) -> None:
    (found,) = look(small(tmp_path, OVERLAPPING), "“the port at noon”")
    assert (found.code, found.message) == ("Q100", "in the quote of a, s, which was not checked yet")


def test_the_shortest_quote_that_holds_a_passage_is_named(tmp_path: Path) -> None:
    corpus = small(tmp_path, texts={"herald": SMALL_TEXT})
    (found,) = look(corpus, "“which cost $12 million in 2024”")
    assert found.fact == "harbour-cost-2024"
    (found,) = look(corpus, "“which cost $12 million in 2024 after many delays”")
    assert (found.fact, found.message) == (None, "in para. 2 of herald")


def test_several_texts_that_are_not_at_hand_are_counted(tmp_path: Path) -> None:
    more = '[source.other]\ntype = "book"\ntitle = "Other"\n'
    (found,) = look(small(tmp_path, SMALL_STORE + more), "“Nobody ever said such a thing.”")
    assert found.message.endswith("the texts of 2 sources are not at hand: --text herald=FILE and so on")


QUOTES = [fact.quote for fact in STORE.facts.values() if len(fact.quote.split()) >= FEWEST_WORDS + 1]
MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("« ", " »"), ("»", "«")])


def varied(text: str, draw: st.DataObject) -> str:
    """Write a text with other typography: what a word processor or a line end makes of it."""
    swaps = draw.draw(
        st.sampled_from([{}, {"’": "'"}, {"–": "-"}, {"—": " — "}, {" ": "\u00a0"}, {" ": "  "}, {" ": "\n"}])
    )
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text + draw.draw(st.sampled_from(["", ",", "."]))


@given(quote=st.sampled_from(QUOTES), marks=MARKS, draw=st.data())
def test_any_quote_between_any_marks_is_verbatim(quote: str, marks: tuple[str, str], draw: st.DataObject) -> None:
    (found,) = look(LOCKED, f"He said: {marks[0]}{varied(quote, draw)}{marks[1]} — and went.")
    assert found.code == "Q100"


@given(quote=st.sampled_from(QUOTES), marks=MARKS, draw=st.data())
def test_no_quote_with_a_word_changed_is_verbatim(quote: str, marks: tuple[str, str], draw: st.DataObject) -> None:
    """Neither one word for another, nor one left out within, nor one too many, nor two that changed places."""
    words = quote.split()
    at = draw.draw(st.integers(1, len(words) - 2))
    other = draw.draw(st.sampled_from([words[at - 1], "never", "471", "Astana", words[at].swapcase(), words[at] + "s"]))
    way = draw.draw(st.sampled_from(["swap", "drop", "add", "turn"]))
    changed = list(words)
    if way == "turn":
        changed[at], changed[at + 1] = words[at + 1], words[at]
    else:
        changed[at : at + (way != "add")] = [] if way == "drop" else [other]
    said = " ".join(changed)
    plain = re.sub(r"\W", "", said)
    assume(all(plain not in re.sub(r"\W", "", held) for held in QUOTES))
    assert "Q100" not in {found.code for found in look(LOCKED, f"He said: {marks[0]}{said}{marks[1]} — and went.")}
