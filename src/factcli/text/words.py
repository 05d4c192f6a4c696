"""Words: what a question or a fact is made of, for searching."""

from __future__ import annotations

import re

from factcli.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['.,](?=[^\W_])[^\W_]+)*")
_MONTHS = {
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "september",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")

# Words that say how something is asked, not what is asked for.
STOP_WORDS = frozenset(
    """
    a an the of in on at to for from by with and or but as if is are was were be been being am do does did doing
    done has have had having it its this that these those there their they them he she his her him you your i we
    our us my me not no nor so than then too very can could will would shall should may might must about into onto
    over under after before between during through per via while because such what which who whom whose when where
    why how many much kind sort type ones other also any some s t
    tell say says said know please give given show find let want whats
    happen happened happens take taken took place
    """.split()
)

# Frequent English words that carry little of a question's meaning: how rare they are in one small store says nothing.
COMMON_WORDS = frozenset(
    """
    able about above accept according account across act active actual actually add again against ago agree ahead all
    allow almost alone along already although always am amount another answer anybody anyone anything apart appear
    apply area around arrive ask asked asking away back bad base based basis became become becomes been began begin
    behind being believe belong below best better big bit bring brought build building built bunch by call called
    came cannot carried carries carry case cause caused certain chance change changed check choose city clear close
    come comes coming common complete completed concern concerned concluded conclude consider contain contains
    convene convened cost could count countries country couple cover covers create created current currently cut date
    day days deal decide decided describe described detail develop did die differ different difficult direct discuss
    discussed display done down drop due early easy effect either else end ended enough enter especially even event
    ever every everyone everything exact exactly example exist exists expect expected explain express extent face
    facility fact fall famous far fast feel felt few figure figures fill final finally find fine finish finished first
    follow following force form former found free frequent friend front full further future gave general get gets
    getting given gives go goes going gone good got great group grow growing guess guy half hand happen happening hard
    head hear heard held help here high hold home hope host hosted hour house however huge idea important in include
    included includes including increase indeed information inside instead intend involve involved issue item job join
    joint just keep kept key kind knew known lack land large largest last lately later latest lay lead leading learn
    least leave led left less let level lie life light like likely line list little live local located location long
    longer look looking lose lost lot low lower made main major make makes making man manner matter maybe me mean
    means meant meet men mention mentioned met middle mind minute moment money month months more most mostly move
    moved name named names near nearly necessary need needed never new next nice none note nothing notice now number
    numbers occasion occur occurred off offer often ok old on once only onto open opinion order original others
    otherwise out outside overall own paid part particular particularly pass passed past pay people per percent
    perhaps person piece place places plan planned play plus point points possible present pretty previous probably
    problem process produce provide provided purpose put question quick quickly quite raise ran range rate rather
    reach reached read ready real really reason reasons recent recently regard regarding region relate related remain
    report reported result right role room run said same saw saying says second see seem seen sell send sense sent
    serious serve set several shall share she short show showed shown shows side sign signed similar simple simply
    since single situation size small so some somebody someone something soon sort speak special specific spent spoke
    stage stand start started state states stay step still stop story such sum suppose sure table take taken talk
    tells term terms than thank thanks that then there these they thing things think third this those though thought
    through time times title to today together told tomorrow too took top topic total touch toward town tried true
    try trying turn turned type under understand unit until up upon us use used useful uses using usual usually value
    various very via view wait walk want wants was way ways we week weeks well went were what whatever whether whole
    whose wide will with within without wonder word words work worked working works world would write written wrong
    yeah year years yes yesterday yet young
    """.split()
)


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order: "Children’s 3,500.5" gives ["children", "3500.5"]."""
    found = []
    for word in _WORD.findall(_GROUPING.sub("", fold(text))):
        head, _, tail = word.partition("'")
        if not tail or len(tail) <= 2:
            found.append(head if tail in ("", "s") else head + tail)
        else:
            found += [head, *tail.split("'")]
    return [_MONTHS.get(part, part) for word in found for part in _split(word)]


def _split(word: str) -> list[str]:
    """Keep decimals whole ("3.5"), part everything else at its dots and commas ("u.s" is "us")."""
    if "." not in word and "," not in word:
        return [word]
    if re.fullmatch(r"\d+(?:[.,]\d+)+", word):
        return [word]
    parts = re.split(r"[.,]", word)
    return ["".join(parts)] if all(len(part) == 1 for part in parts) else parts
