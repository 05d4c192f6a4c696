"""Where a quote may begin and end: never inside a word or a number, and never between a figure and its sign.

The rules start from word boundaries as Unicode has them (UAX #29) and add what a cut would make false: "unable" cut to
"able", "non-member" to "member", "can't" to "can", "-3" or "$3" to "3", "0.95" to "0", "5 %" to "5", "5–6" to "6",
"(in)valid" to "valid", "2 1/2" to "2".
"""

from __future__ import annotations

import re
import unicodedata

from factcli.quote.normalise import HYPHENS, INVISIBLE, LINE_END
from factcli.quote.word_index import UNSPACED

_HERE = "\uffff"  # the place in question, in a window of the text; no character by definition
_MARK = "\u0300"  # stands for any combining mark
_JOINER = "\ufdd0"  # stands for what makes one sign of several, as emoji are made; no character either
_REACH = 12

_W, _LETTER = rf"[\w{_MARK}]", rf"[^\W\d_{_HERE}]"
_UNSPACED = f"[{UNSPACED}]"
_SPACED_LETTER = rf"(?!{_UNSPACED}){_LETTER}"
_SMALL_LETTER = rf"(?![A-ZÀ-ÖØ-Þ]){_SPACED_LETTER}"
_KATAKANA = "[\u30a1-\u30fa\u30fc]"
_NUMERAL = r"[\d〇零一二三四五六七八九十百千万萬億亿兆两兩几幾壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]"
_CURRENCY = "[$¢£¤¥֏؋৳฿\u20a0-\u20cf﹩＄￠￡￥]"
_RANGE = "[‒–−]"
_SIGN = "[-+‒–−±∓﹣－＋]"
_JOINING = r"[/⁄&@_·⋅‧=+<>*^~\\|﹣－]+"
_TOLERANCE = "(?:±|\\+/[-−–])"
_OPERATOR = "[<>=!~:]"
_CODE = "(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|RUB|AZN|KZT|TRY|INR|KRW|CAD|AUD|BRL|SEK|NOK|DKK|PLN|UAH|ILS|AED|SAR)"
_FRACTION_SIGN = r"(?:[¼-¾⅐-⅞↉]|\d+[/⁄]\d)"
_FLAG = "[\U0001f1e6-\U0001f1ff]"  # two of them make one
_PER = "[%‰‱٪％°]"
# "l'État", "d'acqua": an article or preposition of its own, unlike "n'", which negates
_ELIDED_ARTICLE = r"(?<![\w'])(?:[cdjlmstCJL]|[Qq]u|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|sull|dall|un)'"

_NUMBER = r"\.?\d"
_SUPERSCRIPT_SIGN = "[⁺⁻]"

_CUTS = (
    (rf"(?!{_UNSPACED}){_W}", rf"(?!{_UNSPACED}){_W}"),  # a word, a number
    ("", f"[{_MARK}{_JOINER}\U0001f3fb-\U0001f3ff]"),
    (_JOINER, ""),
    (_FLAG, _FLAG),
    (_KATAKANA, _KATAKANA),
    (_NUMERAL, _NUMERAL),
    ("分之|第|[点點负負]|零下", _NUMERAL),
    (_NUMERAL, f"(?:分之|[多余餘半]|[点點]{_NUMERAL}| ?{_PER})"),
    ("[不没沒無无非未勿莫别別]", _UNSPACED),  # a negation from what it negates
    (_UNSPACED, "(?:ない|なか|なく|ませ|ず|ぬ)"),
    (f"(?:ไม{_MARK}|ບ{_MARK}{_MARK}|ម{_MARK}ន)(?:ได{_MARK}|เคย)?", _UNSPACED),
    ("[\u0e40-\u0e44\u0ec0-\u0ec4]", ""),  # vowels of Thai and Lao from their consonants
    ("", "[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3]"),
    (_LETTER, rf"['′]{_LETTER}"),
    (rf"(?<={_LETTER})(?<!{_HERE})['′]", _LETTER),
    (_W, rf"[{HYPHENS}]{_W}"),
    (rf"{_W}[{HYPHENS}]", _W),
    (r"\d", rf"{_RANGE}{_W}"),
    (_W, rf"{_RANGE}\d"),
    (r"\d", rf"(?:—|…|\.{{2,3}}|{_RANGE}{_CURRENCY}|[{HYPHENS}]{_CURRENCY}|[…]{_SIGN})\d"),
    (rf"\d(?:—|…|\.{{2,3}}|[{HYPHENS}‒–−](?={_HERE}{_CURRENCY}))", rf"{_CURRENCY}?\d"),
    (rf"\b(?:non?|anti|ex|quasi|pseudo|counter|un|mis|vice){_RANGE}", _W),
    (rf"\d{_RANGE}", _W),
    (rf"{_W}{_RANGE}", r"\d"),
    (_W, rf"{_JOINING}{_W}"),
    (rf"{_W}{_JOINING}", _W),
    (_OPERATOR, "[<>=~]"),
    (r"\d", rf" ?{_TOLERANCE} ?\d"),
    (rf"{_TOLERANCE} ?", r"\.?\d"),
    (rf"(?<!\w){_LETTER}", rf"\.{_LETTER}(?!\w)"),  # U.S.
    (rf"(?<!\w){_LETTER}\.", rf"{_LETTER}(?!\w)"),
    (rf"\.{_LETTER}\.", rf"[{HYPHENS}]{_W}"),  # U.S.-led
    (rf"\.{_LETTER}\.[{HYPHENS}]", _W),
    (r"(?<!\w)[^\W\d_]{2}\.", r"[A-Z]\."),  # Ph.D.
    (r"(?<!\w)[^\W\d_]{2}", r"\.[A-Z]\."),
    (_LETTER, rf"\.{_SMALL_LETTER}"),  # example.org
    (rf"{_LETTER}\.", _SMALL_LETTER),
    (_SPACED_LETTER, rf"\((?:{_SMALL_LETTER})+\)"),  # person(s)
    (rf"{_SPACED_LETTER}\(", rf"(?:{_SMALL_LETTER})+\)"),
    (r"[(\[][^\W\d_]+[)\]]", _SMALL_LETTER),  # (in)valid
    (rf"{_SPACED_LETTER}[\"“”]", _SMALL_LETTER),  # “un”able
    (_SPACED_LETTER, rf"[\"“”]{_SMALL_LETTER}"),
    (_LETTER, r"[+#′](?!\w)"),  # C#, A+, f′
    (r"\w", r"\^[-−{(\w]"),  # 10^-5
    ("¬ ?", _W),
    (r"(?<!\w)[A-Z]", r"-(?![-\w])"),  # A-
    (r"(?<!\w)[A-Z][a-z]?", r"−(?![−\w])"),  # Cl−
    (r"\.", r"\."),  # an ellipsis
    (r"\d", r"[.,:'’٫٬．]\d"),
    (r"\d[.,:'’٫٬．]", r"\d"),
    (r"(?<!\w)[.,٫]", r"\d"),
    (r"(?<!\w)'", r"(?:\d\ds|(?:t(?:is|was|were|will|would|ween)|em|neath)\b)"),  # '90s, 'twas
    (r"\d", r"[.,][-–—]{1,2}(?!\w)"),  # 3,–
    (r"\d['′] ?\d{1,2}", '["″”]'),
    (r"(?<!\d)(?<!\d[.,])\d{1,3}", f" {_FRACTION_SIGN}"),
    (r"(?<!\d)(?<!\d[.,])\d{1,3} ", _FRACTION_SIGN),
    (r"(?<!\d)(?<!\d[.,])\d{1,3}(?: \d{3})*", r" \d{3}(?!\d)"),  # 12 500
    (r"(?<!\d)(?<!\d[.,])\d{1,3}(?: \d{3})* ", r"\d{3}(?!\d)"),
    (rf"(?<!\w){_SIGN}", _NUMBER),
    (rf"(?<!\w){_SIGN}", rf"{_CURRENCY} ?\d"),
    (rf"(?<!\d)(?<!\d ){_PER} ?", r"\d"),
    (rf"{_CURRENCY} ?\(?", rf"(?:{_SIGN} ?)?{_NUMBER}"),
    (r"[<>≤≥≲≳≪≫≮≯⩽⩾≈≃∼~≠√#№] ?", rf"(?:{_SIGN}|{_CURRENCY})? ?{_NUMBER}"),
    (r"[=^*×]", _NUMBER),
    (r"\d", r"×\d"),
    (_W, _SUPERSCRIPT_SIGN),  # 10⁻³, Na⁺
    (rf"{_W}{_SUPERSCRIPT_SIGN}", _W),
    (r"\d", "[′″]"),
    (r"\d[′″]", r"\d"),
    (rf"{_CURRENCY} ?\d[\d.,]*", r" (?:[kmb]|[mt]n)\b"),  # $5 m
    (rf"{_CURRENCY} ?\d[\d.,]* ", r"(?:[kmb]|[mt]n)\b"),
    (rf"\b{_CODE} ?", _NUMBER),
    (r"\d", rf" ?{_CODE}\b"),
    (r"\w", rf"{_CURRENCY} ?\d"),  # A$ 5
    (r"\d", rf" ?(?:{_PER}|{_CURRENCY}(?! ?\d))"),
    (r"\d", r"\+"),
)
# Numbers in words, and figures with such words: "one hundred and five", "half a million", "12 million"; and words that
# are written apart as well as together
_UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_SMALL = rf"(?:{_TENS}(?:[\s-]+{_UNIT})?|{_TEEN}|{_UNIT})"
_SCALE = (
    r"(?:hundred|thousand|(?:m|b|tr)illi(?:on|ard)(?:s|en|e)?|dozen|lakh|crore|bn|mln|mlrd|mio|mrd|mi(?:llon(?:es)?|lhões)"
    r"|mil(?:iony?|[iy]ar|yon|yard)|тыс|млн|млрд|тысяч[аи]?|(?:ми|три)лл?и(?:он|ард)(?:а|ов)?|مليون|مليار)"
)
_COUNT = rf"(?:\d[\d.,]*|half\s+an?|{_SMALL})"
_FRACTION = r"and\s+(?:a|one)\s+(?:half|quarter|third)"
_IN_WORDS = re.compile(
    rf"\bminus\s+(?:[\d.]+|{_SMALL})"
    rf"|\b(?:zero|{_SMALL})\s+point\s+(?:zero|{_UNIT})\b"
    r"|\bno\s+one\b|\bcan\s+not\b"
    rf"|(?:\b{_COUNT}[\s-]+)?\b{_SCALE}(?:(?:[\s-]+|,?\s+and\s+){_SMALL}\b(?:[\s-]+{_SCALE}\b)*"
    rf"|[\s-]+{_SCALE}\b)*(?:\s+{_FRACTION}\b|\b)"
    rf"|\b{_COUNT}\s+{_FRACTION}\b"
    rf"|\b{_TENS}[\s-]+{_UNIT}\b"
    r"|\b(?:ten|hundred|dozen|thousand)s\s+of\s+(?:hundred|thousand|million|billion)s\b",
    re.IGNORECASE,
)
_WORDS_REACH = 60
_CUT = re.compile("|".join(f"(?:{left}){_HERE}(?:{right})" for left, right in _CUTS))
_ARTICLE = re.compile(f"{_ELIDED_ARTICLE}{_HERE}")
_CLEAN = str.maketrans(dict.fromkeys("‘’‚‛ʼ`´＇", "'"))
_SOFTLY_BROKEN = re.compile(f"[\u00ad¬]{LINE_END}")
_JOINED = re.compile(r"(?:(?<=[^\w\s])|\A)\ufe0f?\u200d(?=[^\w\s]|\Z)")
# beside what a quote may leave out: overrides of direction, tags, other controls
_CONTROLS = (
    "\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202d\u202e\u206a-\u206f\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_UNSEEN = re.compile(f"[{INVISIBLE}{_CONTROLS}]+")
_BROKEN = re.compile(
    rf"(?<=\w)([{HYPHENS}‒–—−])[ \t]*{LINE_END}\s*|([{HYPHENS}‒–—−])[ \t]*{LINE_END}\s*(?=\w)"
    rf"|([-−])[ \t]*{LINE_END}\s*\Z"
)
_SPACE = re.compile(r"\s+")


def cuts(text: str, offset: int) -> bool:
    """Tell whether a quote that begins or ends at `offset` of `text` would cut apart what belongs together."""
    if offset in (0, len(text)):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isascii() and after.isascii():
        if before.isalnum() and after.isalnum():
            return True
        if (before == " " and after.isalpha() and text[offset - 2].isalnum()) or (before.isalpha() and after == " "):
            return _cuts_number_in_words(text, offset)
    window = f"{_left(text, offset)}{_HERE}{_right(text, offset)}"
    if _CUT.search(window):
        return not _ARTICLE.search(window)
    return _cuts_number_in_words(text, offset)


def _cuts_number_in_words(text: str, offset: int) -> bool:
    first = max(0, offset - _WORDS_REACH)
    for match in _IN_WORDS.finditer(text, first, offset + _WORDS_REACH):
        if match.start() >= offset:
            break
        if offset < match.end():
            return True
    return False


def _left(text: str, offset: int) -> str:
    reach = _REACH
    while True:
        seen = _seen(text[max(0, offset - reach) : offset])
        if len(seen) >= _REACH // 2 or reach >= offset:
            return seen
        reach *= 4


def _right(text: str, offset: int) -> str:
    reach = _REACH
    while True:
        seen = _seen(text[offset : offset + reach])
        if len(seen) >= _REACH // 2 or offset + reach >= len(text):
            return seen
        reach *= 4


def _seen(window: str) -> str:
    """Return a window without what does not count: invisible characters, kinds of space, which mark it is."""
    window = _JOINED.sub(_JOINER, _SOFTLY_BROKEN.sub("-\n", window))
    window = _BROKEN.sub(r"\1\2\3", _UNSEEN.sub("", window))
    window = _SPACE.sub(" ", window).translate(_CLEAN)
    if window.isascii():
        return window
    return "".join(_MARK if unicodedata.category(char)[0] == "M" else char for char in window)
