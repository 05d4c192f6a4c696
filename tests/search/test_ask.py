"""Questions to the shipped store: the right fact first, and the plain word that none answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcli.search import query, rank
from factcli.store.model import Fact, Source, Store
from factcli.store.read import load
from tests.conftest import SHIPPED
from tests.indexes import index_of

STORE = load(SHIPPED)
INDEX = index_of(STORE)


def ask(question: str, *, limit: int = 5, min_score: float | None = None) -> rank.Answers:
    return rank.ask(INDEX, query.read(question), limit=limit, min_score=min_score)


ANSWERED = [
    ("trade turnover 2024", "trade-turnover-2024"),
    ("What was the trade turnover between Azerbaijan and Kazakhstan in 2024?", "trade-turnover-2024"),
    ("how much was the trade turnover in January-August 2025", "trade-turnover-2025-jan-aug"),
    ("trade jan–aug 2025", "trade-turnover-2025-jan-aug"),
    ("trade turnover between January and Agust 2025", "trade-turnover-2025-jan-aug"),
    ("tarde turnovr 2024", "trade-turnover-2024"),
    ("$470m trade turnover", "trade-turnover-2024"),
    ("turnover of 470,000,000 dollars", "trade-turnover-2024"),
    ("kazakh investments in azerbaijan", "kazakh-investment-in-azerbaijan"),
    ("azerbaijani investments in kazakhstan", "azerbaijani-investment-in-kazakhstan"),
    ("azerbaijani invesments in kazahkstan", "azerbaijani-investment-in-kazakhstan"),
    ("kazkh investmnets in azerbajan", "kazakh-investment-in-azerbaijan"),
    ("where was the twelfth OTS summit", "ots-12th-summit-gabala"),
    ("12th summit of the Organisation of Turkic States place", "ots-12th-summit-gabala"),
    ("when was the Organization of Turkic States founded", "ots-founded-2009"),
    ("where was the Organization of Turkic States founded", "ots-founded-in-nakhchivan"),
    ("Who wrote Night Shot?", "night-shot-author"),
    ("first turkological congress year", "turkological-congress-date"),
    ("hwo many children does teh Kurmangazy center educate", "kurmangazy-center-children"),
    ("frist turkologcal congres baku", "turkological-congress-place"),
    ("how many children does the Kurmangazy center educate", "kurmangazy-center-children"),
    ("fiber optic cable completion", "fiber-optic-completion"),
    ("when was the fibre-optic contract signed", "fiber-optic-contract-date"),
    ("which countries does the Middle Corridor roadmap cover", "roadmap-countries"),
    ("transit shipments grew by 20 percent", "transit-growth-2024"),
    ("how often did Tokayev visit Azerbaijan", "tokayev-visits-to-azerbaijan"),
    ("Caspian Sea biodiversity", "caspian-biodiversity"),
    ("TURKPA", "turkpa-name"),
    ("shipbuilding", "shipbuilding-partnership"),
    ("how much has Azerbaijan invested in Kazakhstan", "azerbaijani-investment-in-kazakhstan"),
    ("how much has Kazakhstan invested in Azerbaijan", "kazakh-investment-in-azerbaijan"),
    ("trade turnover in twenty twenty-four", "trade-turnover-2024"),
    ("2025-10-18 dateline", "interview-dateline"),
    ("18.10.2025 dateline", "interview-dateline"),
    ("fiber-optic contract 03/2025", "fiber-optic-contract-date"),
    ("470.000.000 trade turnover", "trade-turnover-2024"),
    ("$0.47bn trade turnover", "trade-turnover-2024"),
    ("3,5 million tons transit shipments", "transit-volume-2024"),
    ("VI Caspian Summit", "caspian-summit-2022"),
    ("OTS founding place", "ots-founded-in-nakhchivan"),
    ("OTS founding year", "ots-founded-2009"),
    ("Where will the submarine fiber-optic lines be laid?", "fiber-optic-route"),
    ("Who built the children's center in Fuzuli?", "kurmangazy-center-builder"),
    ("Why has trade between the two countries grown?", "trade-growth-causes"),
    ("How many Kazakh companies work in Azerbaijan?", "kazakh-companies-in-azerbaijan"),
]


@pytest.mark.parametrize(("question", "expected"), ANSWERED)
def test_the_right_fact_comes_first(question: str, expected: str) -> None:
    answers = ask(question)
    assert answers.hits
    assert answers.hits[0].fact.id == expected
    assert answers.hits[0].match == "strong"


@pytest.mark.parametrize(
    ("question", "near", "why"),
    [
        ("trade turnover 2023", "trade-turnover-2024", "says 2024, not 2023"),
        ("13th OTS summit", "ots-12th-summit-gabala", "says 12th, not 13th"),
        ("thirteenth OTS summit in Gabala", "ots-12th-summit-gabala", "says 12th, not thirteenth"),
        ("trade turnover of $480 million", "trade-turnover-2024", "says $470 million, not $480 million"),
        ("transit shipments 25 % higher", "transit-growth-2024", "says 20%, not 25 %"),
        ("seventh Caspian summit", "caspian-summit-2022", "says Sixth, not seventh"),
        ("roadmap 2030", "roadmap-signed-2022", "says 2022, not 2030"),
        ("trade turnover March 2025", "trade-turnover-2025-jan-aug", "says 2025-01/2025-08, not March alone"),
    ],
)
def test_a_figure_binds(question: str, near: str, why: str) -> None:
    answers = ask(question)
    assert not [hit for hit in answers.hits if hit.match == "strong"]
    assert (near, why) in [(item.fact.id, item.why) for item in answers.near]


@pytest.mark.parametrize(
    ("question", "near", "why"),
    [
        ("investments from Azerbaijan to Kazakhstan", "kazakh-investment-in-azerbaijan", "says it the other way round"),
        ("has azerbajan invested in kazahkstan", "kazakh-investment-in-azerbaijan", "says it the other way round"),
        ("kazahk investment in azerbajan", "azerbaijani-investment-in-kazakhstan", "says it the other way round"),
        (
            "how much did Kazakhstan invest in Azerbaijan",
            "azerbaijani-investment-in-kazakhstan",
            "says it the other way round",
        ),
        (
            "how many times has Tokayev visited Kazakhstan",
            "tokayev-visits-to-azerbaijan",
            "says Azerbaijan, not Kazakhstan",
        ),
    ],
)
def test_a_direction_binds(question: str, near: str, why: str) -> None:
    answers = ask(question)
    assert near not in [hit.fact.id for hit in answers.hits]
    assert (near, why) in [(item.fact.id, item.why) for item in answers.near]


@pytest.mark.parametrize(
    "question",
    [
        "trade turnover with Georgia",
        "capital of France",
        "Who is the foreign minister of Armenia?",
        "population of Kazakhstan",
        "how do I bake bread",
        "what time is it",
        "hello",
        "price of oil per barrel",
        "qwertyuiop",
        "Bundesliga results",
        "Uzbek investments in Turkmenistan",
        # names and months that the store has, but not the fact that is about the rest
        "trade turnover between Azerbaijan and Turkey",
        "trade turnover with Uzbekistan 2024",
        "how much has Turkey invested in Kazakhstan",
        "how many times did Tokayev visit Turkey",
        "how many children study in Aktau",
        "when was the roadmap signed in Baku",
        "what did Aliyev say about Armenia",
        "trade turnover August 2024",
        "trade turnover March 2025",
        "trade turnover January 2025",
        "trade turnover first half of 2025",
        "transit volume in 2025",
        "Days of Kazakh Culture 2024",
        "how much does the fiber optic cable cost",
        # a number of children is no price, and neither a place nor a language is somebody
        "how much did the Kurmangazy center cost",
        "which company builds the fiber-optic line",
        "who signed the roadmap",
        "who attended the First Turkological Congress",
        "When did Mir Jalal Pashayev die?",
        "who translated Night Shot into Azerbaijani",
    ],
)
def test_the_unknown_is_refused(question: str) -> None:
    assert not [hit for hit in ask(question).hits if hit.match == "strong"]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "?!…",
        "the of and",
        "🙂 🙃",
        "\x00\x1b[31m\x07",
        "哈萨克斯坦",
        'NEAR("trade" *) OR 1=1; --',
        "^(trade|turnover).*$",
        "\ud800",
        "a" * 100_000,
        "trade " * 100_000,
        " ".join(f"w{n}" for n in range(100_000)),
        "9" * 50_000,
        "1,234" * 10_000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_any_question_is_answered_or_refused(question: str) -> None:
    """No question raises, however long or odd."""
    for hit in ask(question, min_score=0).hits:
        assert 0 <= hit.score <= 1


def test_min_score_0_takes_every_candidate_for_an_answer() -> None:
    answers = ask("trade turnover 2023", limit=200, min_score=0)
    assert len(answers.hits) > 10
    assert not answers.near
    assert {hit.match for hit in answers.hits} == {"weak"}
    assert [hit.score for hit in answers.hits] == sorted((hit.score for hit in answers.hits), reverse=True)


def test_at_most_three_are_near() -> None:
    assert len(ask("trade turnover 2023").near) == 3


def test_a_superseded_fact_is_no_answer() -> None:
    newer = replace(STORE.facts["trade-turnover-2024"], id="newer", supersedes=("trade-turnover-2024",))
    index = index_of(replace(STORE, facts={**STORE.facts, "newer": newer}))
    answers = rank.ask(index, query.read("trade turnover 2024"), limit=5)
    assert answers.hits[0].fact.id == "newer"
    assert "trade-turnover-2024" not in [hit.fact.id for hit in answers.hits]
    assert ("trade-turnover-2024", "superseded by newer") in [(item.fact.id, item.why) for item in answers.near]


DIRECTED = {
    "invested": "Acme invested $40 million in Borealis in 2021.",
    "back": "Borealis invested $15 million in Acme in 2021.",
    "acquired": "Nokton acquired Belvoir Systems in 2016.",
    "lent": "Brazil lent Paraguay $80 million in 2018.",
    "gave": "Norway gave Malawi 200 million kroner in 2022.",
    "sold": "Orion sold its ferry division to Polaris in 2015.",
    "shot": "Anton Greve shot Peter Lang in 1899.",
}


@pytest.mark.parametrize(
    ("question", "first", "refused"),
    [
        ("who invested in Acme", "back", "invested"),
        ("who invested in Borealis", "invested", "back"),
        ("who acquired Belvoir Systems", "acquired", None),
        ("who acquired Nokton", None, "acquired"),
        ("what did Belvoir Systems acquire", None, "acquired"),
        ("was Nokton acquired by Belvoir Systems", None, "acquired"),
        ("how much did Brazil lend Paraguay", "lent", None),
        ("how much did Paraguay lend Brazil", None, "lent"),
        ("who gave kroner to Malawi", "gave", None),
        ("who gave kroner to Norway", None, "gave"),
        ("what did Polaris sell", None, "sold"),
        ("who shot Peter Lang", "shot", None),
        ("who was shot by Peter Lang", None, "shot"),
    ],
)
def test_who_did_what_to_whom_binds(question: str, first: str | None, refused: str | None) -> None:
    facts = {name: Fact(id=name, statement=told, quote=told, source="s") for name, told in DIRECTED.items()}
    source = Source(id="s", type="webpage", title="T", language="en")
    index = index_of(Store(path=Path("facts.toml"), facts=facts, sources={"s": source}))
    answers = rank.ask(index, query.read(question), limit=5)
    assert [hit.fact.id for hit in answers.hits if hit.match == "strong"][:1] == [first] * bool(first)
    assert [near.why for near in answers.near if near.fact.id == refused] == ["says it the other way round"] * bool(
        refused
    )


def test_whom_a_source_cites_is_no_one_that_its_facts_are_about() -> None:
    """The president whose interview it is says that the other one came."""
    assert not [hit for hit in ask("how often did Aliyev visit Azerbaijan").hits if hit.match == "strong"]


def test_a_word_unlike_what_is_no_slip_of_it() -> None:
    assert not [hit for hit in ask("wheat exports").hits if hit.match == "strong"]
