"""Links to the quote, opened in Chromium: what it highlights is the quote, and at its own place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.citation.fragment import link, link_to
from tests.citation.browser import Browser, Seen, browser
from tests.conftest import require

LONG = " ".join(f"The committee agreed, in session {n}, on what its members had asked for." for n in range(6))
PASSAGES = {
    "plain": ("Before. ", "The harbour cost $12 million.", " After."),
    "commas, dashes and ampersands": ("So: ", "a, b & c - d, – e — f-g, 5–6", ", more & more."),
    "percent, plus, hash and equals": ("See ", "100% + #1 = a=b?c:~:text=d", " there."),
    "quotation marks": ("He said: ", '“Yes, it’s ‘done’,” "she" said.', " Then he left."),
    "brackets": ("A ", "(small [very small] {thing})", " there."),
    "Azerbaijani": ("Prezident ", "İlham Əliyev çıxış etdi: “Bakı–Astana”", " dedi."),
    "Russian": ("В 2024 году ", "товарооборот составил 470 млн долларов", ", сказал он."),
    "Arabic": ("قال الرئيس: ", "بلغ حجم التجارة بين البلدين 470 مليون دولار", " في عام 2024."),
    "Hebrew": ("הנשיא אמר: ", "היקף הסחר עמד על 470 מיליון דולר", " בשנה."),
    "Chinese": ("昨日，", "国家主席在人民大会堂会见了来访的客人。", "双方交换了意见。"),
    "Japanese": ("昨年の", "貿易額は四億七千万ドル", "に達した。"),
    "Hindi": ("कल ", "राष्ट्रपति ने समझौते पर हस्ताक्षर किए", " और कहा।"),
    "Persian with joiners": ("او ", "می‌خواهد کتاب‌ها را بخواند", " فردا."),
    "soft hyphens and hard spaces": ("Some ", "inter\u00adnational 12\u00a0million", " words."),
    "said twice, the second meant": ("Costs rose. They rose in May. Again: ", "costs rose", " by half."),
    "said twice, the first meant": ("At first ", "costs rose", " by half. Then costs rose by a third."),
    "said thrice": ("One: costs rose fast. Two: costs rose. Three: ", "costs rose", " fast. Four: costs rose fast."),
    "again in other case": ("The Harbour opened. Later ", "the harbour", " closed."),
    "again at the start of a block": ("It opened.\n\nYes.\n\n", "It opened.", "\n\nNo."),
    "part of a longer word elsewhere": ("Partition is no ", "part", " of it."),
    "over 300 characters": ("Before. ", LONG + " It is done.", " After."),
    "over 300 characters, beginning alike": (LONG + "\n\n", LONG + " It is done.", "\n\nAfter."),
    "over 300 characters, ending in a word that it holds": ("So. ", LONG + " They had asked for it.", " Then."),
    "over 300 Chinese characters": (
        "前言。",
        "国家主席在人民大会堂会见了来访的客人，" * 20 + "双方交换了意见。",
        "结束。",
    ),
    "two paragraphs": ("Before. ", "One two three four.\n\nFive six seven eight.", " After."),
    "three paragraphs with a repeated end": ("A. ", "The end.\n\nNot the end.\n\nThe end.", " B."),
    "lines of a poem": ("Title\n\n", "Roses are red,\nviolets are blue", ",\nsugar is sweet."),
    "two paragraphs, beginning alike": ("It began.\n\nThen: ", "It began.\n\nIt went on.", "\n\nIt went on."),
    "after a dash, as in an interview": ("- Yes?\n\n— ", "Yes, of course.", "\n\n- Yes?\n\n— Yes, of course not."),
}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(require("chromium"), require("chromedriver"), tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.mark.parametrize("case", PASSAGES)
def test_the_passage_is_highlighted(chromium: Browser, case: str) -> None:
    before, passage, after = PASSAGES[case]
    text = before + passage + after
    url = link_to(chromium.serve(text), text, len(before), len(before) + len(passage))
    assert chromium.follow(url) == Seen(*map(bare, (before, passage, after)))


WORDS = st.sampled_from("a the harbour cost rose - & , fell 12 3.5 Əliyev “so” (it) 会见了， и".split())


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text that repeats itself much, and the span of some of its words; each paragraph has a number."""
    paragraphs = draw(st.lists(st.lists(WORDS, min_size=2, max_size=10), min_size=1, max_size=4))
    text = "\n\n".join(f"№{number} {' '.join(words)} x." for number, words in enumerate(paragraphs, start=1))
    places = [at for at in range(len(text)) if text[at] == " "]
    start, end = sorted(draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True)))
    return text, start + 1, end


@given(pages())
@settings(max_examples=60, deadline=None)
def test_any_words_are_highlighted_where_they_stand(chromium: Browser, page: tuple[str, int, int]) -> None:
    text, start, end = page
    seen = chromium.follow(link_to(chromium.serve(text), text, start, end))
    assert seen == Seen(*map(bare, (text[:start], text[start:end], text[end:])))


@pytest.mark.parametrize(
    ("text", "quote", "marked"),
    [
        (
            "It cost, all in all, $12 & more – so they say.",
            "all in all, $12 & more – so",
            "all in all, $12 & more – so",
        ),
        ("A. One two three four five six seven. B.", "One two […] six seven.", "One two three four five six seven."),
        ("A. One two three four.\n\nFive six. B.", "three four. … Five six.", "three four.\n\nFive six."),
        ("A. One two.\n\nThree four. B.", "One two.\n\nThree four.", "One two.\n\nThree four."),
        (f"A. {LONG} B.", LONG, LONG),
        (f"A. {LONG} They had asked for. B.", f"{LONG} They had asked for.", f"{LONG} They had asked for."),
    ],
)
def test_a_quote_is_found_without_its_source(chromium: Browser, text: str, quote: str, marked: str) -> None:
    assert chromium.follow(link(chromium.serve(text), quote)).marked == bare(marked)


def test_the_check_can_fail(chromium: Browser) -> None:
    """A link that leads to something else, or to nothing, is seen to do so."""
    text = "One two. One two three."
    assert chromium.follow(f"{chromium.serve(text)}#:~:text=One%20two") == Seen("", "Onetwo", ".Onetwothree.")
    assert chromium.follow(f"{chromium.serve(text)}#:~:text=zebra") == Seen("Onetwo.Onetwothree.", "", "")


def bare(text: str) -> str:
    """Return what is visible of a text, as the browser tells it."""
    return "".join(text.replace("\u00ad", "").replace("\u200c", "").split())
