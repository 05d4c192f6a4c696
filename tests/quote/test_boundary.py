"""Where a quote may not begin or end: cuts that would make another word, figure or claim of what is there."""

from __future__ import annotations

import pytest

from factcli.quote.anchor import anchor
from factcli.quote.source_text import SourceText

CUT = [
    # a text, and a part of it that is no quote
    ("It rose 2 ½ times", "It rose 2"),
    ("It rose 2 1/2 times", "It rose 2"),
    ("It rose 2 1/2 times", "1/2 times"),
    ("where x <= 5 holds", "= 5 holds"),
    ("where x != 5 holds", "= 5 holds"),
    ("where x := 5 holds", "= 5 holds"),
    ("the '90s were", "90s were"),
    ("’twas good", "twas good"),
    ("a $5 m deal", "a $5"),
    ("a ₹5 crore deal", "a ₹5"),
    ("a loss of $(5) million", "5) million"),
    ("USD 5 were paid", "5 were paid"),
    ("he paid 5 EUR then", "he paid 5"),
    ("costs 3,– € there", "costs 3"),
    ("from $5-$6 million", "from $5"),
    ("from 1—3 others", "3 others"),
    ("from 1…3 others", "3 others"),
    ("from 1...3 others", "from 1"),
    ("is 5 ± 1 mm", "is 5"),
    ("is 5 ± 1 mm", "1 mm"),
    ("is 5 +/- 1 mm", "1 mm"),
    ("he is 5'10\" tall", "he is 5'10"),
    ("%5 arttı", "5 arttı"),
    ("٪٥ من", "٥ من"),
    ("5 миллионов рублей", "5"),
    ("5 milyon dolar", "5"),
    ("5 millones", "5"),
    ("5 millions d’euros", "5"),
    ("5 مليون دولار", "5"),
    ("five point two men", "five"),
    ("zero point five men", "five men"),
    ("No one was hurt", "one was hurt"),
    ("he can not go", "he can"),
    ("a Ph.D. holder", "D. holder"),
    ("at example.org now", "at example"),
    ("the U.S.-led war", "led war"),
    ("the U.S.-led war", "the U.S."),
    ("in C++ then", "in C"),
    ("in C# then", "in C"),
    ("an A+ grade", "an A"),
    ("an A- grade", "an A"),
    ("the person(s) came", "the person"),
    ("an in(valid) claim", "valid"),
    ("(un)able to go", "able to go"),
    ("[un]able to go", "able to go"),
    ("“un”able to go", "able to go"),
    ("‘un’able to go", "able to go"),
    ("**un**able to go", "able to go"),
    ("the non–member state", "member state"),
    ("the anti–war men", "war men"),
    ("they mis-  \n  led them", "led them"),
    ("they mis¬\nled them", "led them"),
    ("they mis-\u2028led them", "led them"),
    ("don＇t go", "don"),
    ("the fo'c's'le", "s'le"),
    ("un\u180eable to go", "able to go"),
    ("un\u2061able to go", "able to go"),
    ("un\u202eable to go", "able to go"),
    ("the 👨‍👩‍👧 came", "👧 came"),
    ("the 👍🏿 counts", "the 👍"),
    ("the flag 🇦🇿 up", "🇿 up"),
    ("in\u206avalid claim", "valid"),
    ("in\x08valid claim", "valid"),
    ("from −3…−5 degrees", "−3"),
    ("some ∼3 points", "3 points"),
    ("some ⩽3 points", "3 points"),
    ("some ≪ 3 points", "3 points"),
    ("if ¬A holds", "A holds"),
    ("is 3⋅10⁵ m", "is 3"),
    ("is 10^-5 m", "is 10"),
    ("is 10^{-5} m", "is 10"),
    ("an Na⁺ ion", "an Na"),
    ("a Cl− ion", "a Cl"),
    ("the f′(x) of it", "the f"),
    ("some 12．5 men", "some 12"),
    ("they re－elected her", "elected her"),
    ("百分之五", "五"),
    ("三分之一", "三"),
    ("五％的人", "五"),
    ("第三十回", "三十回"),
    ("十二点五", "十二"),
    ("负五度", "五度"),
    ("零下五度", "五度"),
    ("两百人", "百人"),
    ("五十多人", "五十"),
    ("壹佰元", "佰元"),
    ("ไม่ไป", "ไป"),
    ("ไม่ได้ไป", "ไป"),
]
FREE = [
    # a text, and a part of it that may be quoted
    ("in 2024 1/3 of them", "in 2024"),
    ("rose 5% 10 times", "rose 5%"),
    ("between 5 and 6", "between 5"),
    ("the word[1] next", "the word"),
    ("the word[a] next", "the word"),
    ("the word† next", "the word"),
    ("in Paris(France) then", "in Paris"),
    ("he left—and she", "he left"),
    ("the end.The next", "the end."),
    ("her ‘90 percent’ claim", "90 percent"),
    ("all'altra volta", "altra volta"),
    ("他说：两国", "两国"),
    ("在2024，500人来", "在2024"),
    ("the plan − it failed", "the plan"),
    ("a 👍 b", "👍 b"),
]


@pytest.mark.parametrize(("text", "quote"), CUT)
def test_a_quote_cuts_nothing_apart(text: str, quote: str) -> None:
    for around in ("{}", "So {} it is.", "So\n{}\nit is."):
        assert anchor(SourceText(around.format(text)), quote) is None


@pytest.mark.parametrize(("text", "quote"), FREE)
def test_a_quote_may_end_elsewhere(text: str, quote: str) -> None:
    for around in ("{}", "So {} it is.", "So\n{}\nit is."):
        assert anchor(SourceText(around.format(text)), quote) is not None
