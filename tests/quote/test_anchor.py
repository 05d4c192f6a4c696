"""Finding the passage that a quote claims to be: what may differ, and what never."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcli.quote.anchor import Anchor, anchor, anchors
from factcli.quote.elision import LONGEST_GAP
from factcli.quote.normalise import trimmed
from factcli.quote.source_text import SourceText
from tests.strategies import ENCODABLE

TEXT = """\
First block.

Mayor Ada Smith said: “The harbour – Türkiye’s oldest – cost $12.5 million, not −3 °C, in 2024…” She was un\u00adable
to co-
operate with 5–6 others. The profit fell by -7 percent.

Last block, with 470 million.
"""

VERBATIM = [
    ("Mayor Ada Smith said", "exact"),
    ("cost $12.5 million", "exact"),
    ("\"The harbour - Türkiye's oldest - cost", "normalised"),
    ("She was unable to cooperate", "normalised"),
    ("She was unable to co-operate", "normalised"),
    ("unable\u00a0to", "normalised"),
    (unicodedata.normalize("NFD", "Türkiye’s oldest"), "normalised"),
    ("Mayor Ada […] in 2024", "elided"),
    ("Mayor Ada … cost $12.5 million", "elided"),
    ("Mayor Ada... She was unable", "elided"),
    ("in 2024…” … 5-6 others", "elided"),
    ("… cost $12.5 million …", "elided"),
    ("Mayor [...] […] Smith", "elided"),
    ("  Last block  ", "exact"),
]
NOT_VERBATIM = [
    "mayor Ada Smith said",
    "Mayor Ada Smiths said",
    "cost $12.6 million",
    "cost $12",
    "5 million",
    "12.5 million, 3 °C",
    "3 °C, in 2024",
    "able to cooperate",
    "7 percent",
    "56 others",
    "cost 12.5 million",
    "arbour",
    "470 millio",
    "not […] Mayor",
    "Mayor Ada […] dog",
    "cost €12.5 million",
    "",
    "   ",
    "…",
]

SAME = [
    # a text, a quote of it, and what may differ between them
    ("the “Blue” ‘Line’", "the \"Blue\" 'Line'", "typographic quotation marks"),
    ("le « Figaro »", 'le " Figaro "', "guillemets"),
    ("he won—again", "he won–again", "dashes"),
    ("a policy‐making body", "a policy-making body", "kinds of hyphen"),
    ("−3 degrees", "-3 degrees", "kinds of minus"),
    ("−3 degrees", "–3 degrees", "kinds of minus"),
    ("and so… it ended", "and so... it ended", "an ellipsis sign"),
    ("an oﬃce ﬁnds", "an office finds", "ligatures"),
    ("café au lait", "cafe\u0301 au lait", "NFC and NFD"),
    ("5 Å long", "5 A\u030a long", "the Ångström sign, which NFC makes a letter"),
    ("in an hour", "in\u202fan\u00a0hour", "kinds of space"),
    ("one\r\ntwo\r\n\r\nthree", "one two three", "line ends"),
    ("one\ntwo", "one\r\n   two", "line ends and indents"),
    ("in\u200bformation", "information", "zero-width spaces"),
    ("co\u00adope\u00adrate", "cooperate", "soft hyphens"),
    ("they co\u00ad\noperate", "they cooperate", "a soft hyphen at a line end"),
    ("they co-\n  operate", "they cooperate", "a word broken over a line end"),
    ("they cooperate", "they co-\noperate", "a word broken over a line end of the quote"),
    ("they co-\roperate", "they cooperate", "a word broken over a line end of old"),
    ("they co-\n\x0coperate", "they cooperate", "a word broken over a page end"),
    ("they co¬\noperate", "they cooperate", "a soft hyphen as it comes out of scanned pages"),
    ("Mr \u845b\U000e0100 came", "Mr \u845b came", "variation selectors of ideographs"),
    ("a well-\nknown man", "a well-known man", "a hyphen that stands at a line end anyway"),
    ("a well-known man", "a well-\nknown man", "a hyphen that stands at a line end anyway"),
    ("pre- and post-war", "pre-\nand post-war", "a hyphen before a space that became a line end"),
    ("the Anglo-\nSaxon", "the Anglo-Saxon", "a capital is never the second half of a broken word"),
    ("pages 5-\n6", "pages 5-6", "a range is not a broken word"),
    ("\u200fאבג\u200e דהו", "אבג דהו", "marks of direction"),
    ("\u2067abc\u2069 def", "abc def", "isolates of direction"),
    ("☺\ufe0f fine", "☺ fine", "variation selectors"),
    ("0.95 % of GDP", "0.95% of GDP", "white space before a percent sign"),
    ("0.95% of GDP", "0.95\u202f% of GDP", "white space before a percent sign"),
    ("paid €4,500,000", "paid € 4,500,000", "white space behind a currency"),
    ("paid 45 € then", "paid 45€ then", "white space before a currency"),
    ("at 80 °F then", "at 80°F then", "white space before a degree sign"),
    ("at 80 °F then", "at 80 ° F then", "white space around a degree sign"),
    ("no—never", "no – never", "spaces around a dash"),
    ("no – never", "no—never", "spaces around a dash"),
    ("it is over", "“it is over”", "quotation marks of the quote's own"),
    ("it is over", '"it … over"', "quotation marks of the quote's own"),
    ("it is over", "„it is over“", "quotation marks of the quote's own"),
]
ALTERED = [
    # a text, what is no quote of it, and why not
    ("It fell to -3 degrees.", "3 degrees", "the sign is lost"),
    ("It fell to −3 degrees.", "3 degrees", "the sign is lost, whichever it is"),
    ("It fell to –3 degrees.", "3 degrees", "an en dash for a minus"),
    ("It fell by -$3.", "$3", "the sign is before the currency"),
    ("It fell by $-3.", "-3", "the currency is before the sign"),
    ("It is ±3 mm.", "3 mm", "the tolerance is lost"),
    ("where x < 5 holds", "x = 5", "another relation"),
    ("where x < 5 holds", "5 holds", "the relation is lost"),
    ("more than ~5 tons", "5 tons", "what makes it approximate is lost"),
    ("cost $5 then", "cost €5", "another currency"),
    ("cost $5 then", "5 then", "the currency is lost"),
    ("cost $ 5 then", "5 then", "the currency is lost behind a space"),
    ("cost A$5 then", "$5 then", "another dollar"),
    ("cost 5€ then", "cost 5", "the currency stands behind"),
    ("cost 5 € then", "cost 5", "the currency stands behind a space"),
    ("rose by 5% then", "rose by 5", "the percent sign is lost"),
    ("rose by 5 % then", "rose by 5", "the percent sign is lost behind a space"),
    ("rose by 5‰ then", "rose by 5%", "another sign"),
    ("at 5° north", "at 5", "the degrees are lost"),
    ("ages 18+ only", "ages 18", "the plus is lost"),
    ("about 0.95 of it", "about 0.9", "a decimal is cut"),
    ("about 0.95 of it", "about 0", "the decimals are cut"),
    ("about 0.95 of it", "95 of it", "the whole part is cut"),
    ("about .95 of it", "95 of it", "the point is cut"),
    ("about 0,95 of it", "about 0", "a decimal comma"),
    ("about 0,95 of it", "about 0.95", "a point for a comma"),
    ("about 1,500 of it", "about 1", "thousands are cut"),
    ("about 1,500 of it", "500 of it", "thousands are cut off"),
    ("about 12 500 of it", "about 12", "thousands behind a space"),
    ("about 12\u202f500 of it", "500 of it", "thousands before a thin space"),
    ("about 1'500 of it", "about 1", "the Swiss way to write thousands"),
    ("at 12:30 sharp", "at 12", "a time is cut"),
    ("10² is a hundred", "102 is a hundred", "superscripts are no digits"),
    ("10² is a hundred", "10", "the exponent is cut"),
    ("5½ years", "5", "the half is cut"),
    ("5–6 others", "56 others", "two numbers welded"),
    ("5–6 others", "6 others", "the range is cut"),
    ("5–6 others", "5", "the range is cut"),
    ("from 5-\n6 others", "from 56 others", "a range over a line end is no broken word"),
    ("5 $10 bills", "5$ bills", "the sign belongs to the other figure"),
    ("5 $10 bills", "5$ 10 bills", "the sign belongs to the other figure"),
    ("in 3 – 4 weeks", "in 3–4 weeks", "spaces around a dash between figures"),
    ("The level is 10⁻³ m", "The level is 10", "the exponent is cut"),
    ("The load is 5×10⁻³ mol", "The load is 5×10", "the exponent is cut"),
    ("The load is 5×10⁻³ mol", "The load is 5", "the power is cut"),
    ("rose by -\n5 points", "5 points", "a minus at the line end"),
    ("rose by −\r\n5 points", "5 points", "a minus at the line end"),
    ("Half a million people", "a million people", "the half is cut"),
    ("Half a million people", "million people", "the half is cut"),
    ("One hundred and five men", "five men", "a number in words is cut"),
    ("One hundred and five men", "and five men", "a number in words is cut"),
    ("One hundred and five men", "One hundred", "a number in words is cut"),
    ("One hundred and\nfive men", "One", "a number in words is cut"),
    ("some twenty five thousand men", "some twenty", "a number in words is cut"),
    ("some twenty five thousand men", "thousand men", "a number in words is cut"),
    ("two and a half years", "two", "the half is cut"),
    ("cost $12 million then", "cost $12", "the millions are cut"),
    ("tens of thousands of men", "thousands of men", "the tens are cut"),
    ("Minus 6 degrees", "6 degrees", "a minus in words is cut"),
    ("an arc of 45′ there", "an arc of 45", "the minutes are cut"),
    ("an arc of 45″ there", "an arc of 45", "the seconds are cut"),
    ("100 km/h fast", "100 km", "half a unit"),
    ("٣ دول", "3 دول", "digits of another script"),
    ("He was unable to go", "able to go", "the prefix is lost"),
    ("He was un\u00adable to go", "able to go", "the prefix before a soft hyphen"),
    ("He was un" + "\u200b" * 50 + "able to go", "able to go", "the prefix before many zero-width spaces"),
    ("He was un-\nable to go", "able to go", "the prefix on the line above"),
    ("a non-member state", "member state", "the prefix before a hyphen"),
    ("a smoke-free zone", "a smoke", "what stands behind the hyphen"),
    ("they re-sign it", "they resign it", "other words"),
    ("they resign it", "they re-sign it", "other words"),
    ("I can't go", "I can", "what negates is cut"),
    ("I can’t go", "I can", "what negates is cut"),
    ("Europe’s debt", "Europe", "an apostrophe is inside its word"),
    ("Mr O'Brien said", "Brien said", "half a name"),
    ("il n'est pas", "est pas", "n' negates"),
    ("at AT&T now", "at AT", "half a name"),
    ("the U.S. army", "the U", "half an abbreviation"),
    ("rose. Profits fell", "rose Profits fell", "two sentences welded"),
    ("The cost rose. Profits fell", "The cost rose, profits fell", "two sentences made one"),
    ("“I did” it", "“I did it”", "a quotation mark moved"),
    ("he said 'no'", 'he said "no"', "single and double quotation marks are not the same"),
    ("wait… now", "wait.", "an ellipsis made a full stop"),
    ("wait... now", "wait.", "an ellipsis made a full stop"),
    ("ﬁnd it", "ind it", "half a ligature"),
    ("ﬁnd it", "f", "half a ligature"),
    ("cafe\u0301", "cafe", "a mark cut off"),
    ("the q\u0303 sound", "the q", "a mark that makes no letter, cut off"),
    ("हिन्दी भाषा", "हिन्द", "a vowel sign cut off"),
    ("한국어 말", "한국", "half a word"),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "\u1112\u1161", "half a syllable"),
    ("他不能去", "能去", "the negation is lost, where no word has a boundary"),
    ("三十五人", "五人", "half a number"),
    ("有5万人", "有5", "the ten thousands are lost"),
    ("プログラム", "プロ", "half a word in Katakana"),
    ("できない", "でき", "a negation behind"),
    ("He did not resign.", "He did … resign.", "an elision of the negation alone"),
    ("He will never, ever resign.", "He will […] resign.", "an elision of little more than the negation"),
    (
        "The minister said: “The plan is dead.” A critic said: “The plan is great.”",
        "The minister said: “The plan is … great.”",
        "an elision from one quotation into another",
    ),
    (
        "It was “dead” to one, “a great plan” to all.",
        "It was “dead … plan” to all",
        "out of one quotation, into another",
    ),
    ("Il dit : « Il est mort. » Elle dit : « Il est là. »", "Il dit : « Il est … là. »", "guillemets with spaces"),
    ("He said: ‘It is dead.’ She said: ‘It is great.’", "He said: ‘It is … great.’", "single quotation marks"),
    ("The price was $12 million. The cost was £12 million.", "The price was … £12 million", "two sentences made one"),
    ("The drug isn't safe.", "The drug … safe", "an elision of a contraction that negates"),
    ("The drug isn’t safe.", "The drug … safe", "an elision of a contraction that negates"),
    ("He was never, ever guilty.", "He … guilty", "an elision of a negation between commas"),
    (
        "The firm did not, despite repeated demands, pay its workers.",
        "The firm did … pay its workers",
        "an elision of a negation and more",
    ),
    (
        "the mayor, who in the past year had been accused of fraud by three former aides, was not guilty on any counts",
        "the mayor … guilty on any counts",
        "a long elision with a negation at its end",
    ),
    (
        "The mayor was not, in the opinion of the court that heard the case for more than three years, guilty.",
        "The mayor … guilty",
        "a long elision with a negation at its beginning",
    ),
    ("The mayor, Jane Roe, was not guilty. He is innocent.", "The mayor … He is innocent", "a negation before a stop"),
    ("The mayor, Jane Roe, was not guilty. He is innocent.", "The mayor … innocent", "over a stop"),
    ("He failed to pay the tax.", "He … pay the tax", "an elision of what turns it around"),
    ("He refused, in the end, to resign.", "He … resign", "an elision of what turns it around"),
    ("He was anything but guilty.", "He was … guilty", "an elision of what turns it around"),
    ("He allegedly stole cash.", "He … stole cash", "an elision of what makes it doubtful"),
    ("He rarely, if ever, drank.", "He … drank", "an elision of what makes it rare"),
    ("Le maire n'est pas, dit-on, coupable.", "Le maire … coupable", "a French negation"),
    ("Der Mann hat das Geld niemals an sich genommen.", "Der Mann hat … genommen", "a German negation"),
    ("a b", "a  […] c", "a part that is not there"),
    ("b then a", "a … b", "parts in another order"),
    ("unable to go", "able … go", "a part that cuts a word"),
    ("abc\u202edef", "abcdef", "an override turns around what is read"),
    ("Istanbul", "İstanbul", "another letter"),
    ("naive", "naïve", "another letter"),
    ("the Сhair", "the Chair", "a letter of another script that looks the same"),
    ("Ａ１", "A1", "full width: NFC, not NFKC"),
]
FREE = [
    # a text, a quote that ends where it may, and why
    ("L'État, c'est moi", "État", "an article of its own"),
    ("of the harbour—the oldest—now", "the oldest", "an em dash stands between words"),
    ("(see below)", "see below", "brackets"),
    ("he said “yes”.", "yes", "quotation marks"),
    ("in 2024: growth", "in 2024", "a colon behind a figure"),
    ("in 2024, 5 of", "in 2024", "a comma behind a figure"),
    ("in 2024.5 of", "5 of", None),
    ("我们今天开会", "今天开会", "a script without spaces"),
    ("有5人", "5人", "scripts side by side"),
    ("bought 5 €10 notes", "bought 5", "the currency belongs to what follows"),
    ("in 2024 500 people", "500 people", "a year and a count are not one number"),
    ("dogs' tails", "dogs", "an apostrophe at the end"),
    ("He was not only guilty, he fled.", "He was … guilty", "“not only” negates nothing"),
    ("The choir, in hall No. 5, sang.", "The choir … sang", "the short form of a number"),
    (
        "The law, which the states that joined later had not signed when the first war broke out, but which all of "
        "them know, stands.",
        "The law … stands",
        "a negation of what is left out with it",
    ),
    ("He will resign. He did not say when. It is over.", "He will resign. … It is over", "a sentence with a negation"),
    ("He failed to win, and resigned.", "He … resigned", "what is turned around is left out too"),
    ("It was “dead” to one, “great” to all of them.", "It was … to all of them", "whole quotations left out"),
    ("Es kostet 5 €.", "Es kostet 5 €", "a currency before a full stop"),
    ("Es war 70¢.", "Es war 70¢", "a currency before a full stop"),
    ("Es kostet 12 Mio. €.", "12 Mio. €", "a currency before a full stop"),
    ("one and five others", "five others", "two numbers"),
    ("In 2024 five men", "five men", "two numbers"),
    ("x – 5 of", "5 of", "a dash between spaces is no minus"),
]


@pytest.mark.parametrize(("quote", "how"), VERBATIM)
def test_verbatim(quote: str, how: str) -> None:
    found = find(TEXT, quote)
    assert found is not None
    assert found.how == how


@pytest.mark.parametrize("quote", NOT_VERBATIM)
def test_not_verbatim(quote: str) -> None:
    assert find(TEXT, quote) is None


@pytest.mark.parametrize(("text", "quote", "reason"), SAME)
def test_what_may_differ(text: str, quote: str, reason: str) -> None:
    for around in ("{}", "So {} it is.", "So\n{}\nit is."):
        whole = around.format(text)
        found = find(whole, quote)
        assert found is not None, reason
        assert whole[found.start : found.end].strip("\u200e\u200f\u2067\u2069") in text


@pytest.mark.parametrize(("text", "quote", "reason"), ALTERED)
def test_what_never_differs(text: str, quote: str, reason: str) -> None:
    for around in ("{}", "So {} it is.", "So\n{}\nit is."):
        assert find(around.format(text), quote) is None, reason


@pytest.mark.parametrize(("text", "quote", "reason"), FREE)
def test_where_a_quote_may_begin_and_end(text: str, quote: str, reason: str | None) -> None:
    assert (find(text, quote) is not None) == (reason is not None)


def find(text: str, quote: str) -> Anchor | None:
    """Look a quote up as one of few and as one of many, which has to come to the same."""
    source = SourceText(text)
    found = list(anchors(source, quote))
    for _ in range(25):
        source.is_worth_an_index()
    assert list(anchors(source, quote)) == found
    return found[0] if found else None


def test_an_anchor_is_a_span_of_the_original() -> None:
    found = find(TEXT, "\"The harbour - Türkiye's oldest")
    assert found is not None
    assert TEXT[found.start : found.end] == "“The harbour – Türkiye’s oldest"


def test_a_span_takes_in_what_is_not_seen() -> None:
    text = "x cafe\u0301 o\u00adﬃce y"
    found = find(text, "café office")
    assert found is not None
    assert text[found.start : found.end] == "cafe\u0301 o\u00adﬃce"


def test_all_places_are_found_in_the_strictest_way() -> None:
    source = SourceText('A “b” c. A “b” c. A "b" c. A dog.')
    assert [(found.start, found.how) for found in anchors(source, "A “b” c")] == [(0, "exact"), (9, "exact")]
    assert [found.start for found in anchors(source, "A „b“ c")] == [0, 9, 18]
    assert [found.start for found in anchors(source, "A “b” c", within=(5, 12))] == [9]
    assert [(found.start, found.end) for found in anchors(source, "A … c")] == [(0, 7), (9, 16), (18, 25)]


def test_a_gap_has_a_limit() -> None:
    filler = "word " * (LONGEST_GAP // 5)
    assert find(f"Start here {filler[:-20]}end there.", "Start here […] end there") is not None
    assert find(f"Start here {filler * 2}end there.", "Start here […] end there") is None


def test_an_elision_goes_on_from_the_place_that_leads_on() -> None:
    """The first place of a part may be too far from the next part, and a later one not."""
    far = "x " * 200
    found = find(f"a start {far} a middle {far} a start {far} a middle {far} the end", "a start … a middle … the end")
    assert found is not None
    assert found.start == 819


def test_elisions_by_the_dozen_take_no_time_that_explodes() -> None:
    """Each of the parts stands at thousands of places, and the last at none: trying all ways would not end."""
    source = SourceText("a b " * 2000)
    assert anchor(source, " … ".join(["a", "b"] * 15 + ["a b a b", "c"])) is None
    assert anchor(source, " … ".join(["a", "b"] * 15)) is not None


def test_paragraphs_are_blocks_between_blank_lines() -> None:
    source = SourceText(TEXT)
    blocks = [TEXT[start:end] for start, end in source.paragraphs]
    assert [block.split()[0] for block in blocks] == ["First", "Mayor", "Last"]
    assert [source.paragraph(TEXT.index(word)) for word in ("First", "operate", "470")] == [1, 2, 3]
    assert len(SourceText("\n\n\r\n \r\na\r\n\t\r\nb\n\n").paragraphs) == 2


WORDS = st.lists(st.text("abcdeÄß", min_size=1, max_size=8), min_size=5, max_size=40)
SIGNS = st.text(st.sampled_from("abcnotÄé0123456789 .,-–−$€%<=/'’\"“”…\u00ad\u200b\u00a0\n不能"), max_size=60)


@given(WORDS, st.data())
def test_any_run_of_words_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    text, quote = "\n".join(words), " ".join(words[start:end])
    found = find(text, quote)
    assert found is not None
    assert text[found.start : found.end].split() == quote.split()


@given(WORDS, st.data())
def test_a_changed_word_is_never_verbatim(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "x" + words[at], *words[at + 1 :]]
    assert find(" ".join(words), " ".join(changed)) is None


@given(st.lists(ENCODABLE).map(" ".join))
@example("À¬\r0")
@example("À-\na")
def test_any_text_is_verbatim_in_itself(text: str) -> None:
    """Whatever it is made of, decomposed and with the line ends of another system too."""
    if any(char.isalnum() for char in text):
        for other in (text, unicodedata.normalize("NFD", text), text.replace("\n", "\r\n")):
            found = find(other, text)
            assert found is not None
            start = other.index(trimmed(other))
            assert (found.start, found.end) == (start, start + len(trimmed(other)))


@given(SIGNS, st.data())
def test_one_letter_digit_or_sign_changed_is_not_verbatim(text: str, data: st.DataObject) -> None:
    """Of a text as a whole: a part of it might stand elsewhere too."""
    at = [number for number, char in enumerate(text) if char.isalnum() or char in "$€%<=/"]
    if at:
        number = data.draw(st.sampled_from(at))
        changed = text[:number] + data.draw(st.sampled_from("xyz789&#@")) + text[number + 1 :]
        if changed[number] != text[number]:
            assert find(text, changed) is None


@given(SIGNS, SIGNS, SIGNS)
def test_a_quote_is_never_found_inside_a_word_or_number(before: str, quote: str, after: str) -> None:
    """Wherever it is found, no letter or digit touches it, seen or unseen."""
    text = before + quote + after
    for found in anchors(SourceText(text), quote):
        left = text[: found.start].rstrip("\u00ad\u200b")
        right = text[found.end :].lstrip("\u00ad\u200b")
        spaced = [char for char in (left[-1:], text[found.start : found.end].strip("\u00ad\u200b")[:1]) if char]
        assert len(spaced) < 2 or not all(char.isalnum() and char.isascii() for char in spaced)
        ending = [char for char in (text[found.start : found.end].strip("\u00ad\u200b")[-1:], right[:1]) if char]
        assert len(ending) < 2 or not all(char.isalnum() and char.isascii() for char in ending)
