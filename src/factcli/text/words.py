"""Words: what a question or a fact is made of, for searching."""

from __future__ import annotations

from factcli.text.fold import fold

_WORD = r"[^\W_]+(?:['.,](?=[^\W_])[^\W_]+)*"
MONTH_NAMES = ("january february march april may june july august september october november december").split()
_MONTHS = {name[:3]: name for name in MONTH_NAMES} | {"sept": "september"}
_GROUPING = r"(?<=\d),(?=\d{3})"
# Scripts that put no spaces between words: their words are found by pairs of characters.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""The characters of such scripts, as a regular expression has them in brackets."""
# What Turkish puts behind a name and an apostrophe: "Türkiye'nin", "1870'ten".
_TURKISH_ENDINGS = frozenset(
    """
    a e i u ya ye yi yu na ne ni nu in un nin nun yin yun da de ta te nda nde dan den tan ten ndan nden daki deki taki
    teki ndaki ndeki la le yla yle li lu
    """.split()
)
_VOWELS = frozenset("aeiou")
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

_FUNCTION_CHARACTERS = frozenset("的了是在和与與之于為为被把对對从從由吗嗎呢么麼什谁誰哪何多少几幾")


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order: "Children’s 3,500.5" gives ["children", "3500.5"]."""
    if text.isascii():  # words in plain spaces, as most questions are, need no regular expression
        plain = [word for part in text.lower().split() if (word := part.strip(_PUNCTUATION))]
        if all(map(str.isalnum, plain)):
            return [_MONTHS.get(word, word) for word in plain]
    import re

    found = []
    for word in re.findall(_WORD, re.sub(_GROUPING, "", fold(text))):
        head, _, tail = word.partition("'")
        if tail in ("", "s") or _ends_in_turkish(head, tail):
            found.append(head)
        elif len(tail) <= 2:
            found.append(head + tail)
        else:
            found += [head, *tail.split("'")]
    return [_MONTHS.get(part, part) for word in found for part in _split(word)]


def _ends_in_turkish(head: str, tail: str) -> bool:
    """Tell whether `tail` is a Turkish ending of `head`; one of the two has a consonant, unlike in "Hawai'i"."""
    return tail in _TURKISH_ENDINGS and len(head) > 2 and (head[-1] not in _VOWELS or tail[0] not in _VOWELS)


def _split(word: str) -> list[str]:
    """Keep decimals whole ("3.5"), part everything else at its dots and commas ("u.s" is "us").

    Words of scripts without spaces become pairs of characters.
    """
    unspaced = not word.isascii() and max(word) >= "\u0e00"
    if not unspaced and "." not in word and "," not in word:
        return [word]
    import re

    if unspaced and (runs := re.split(f"([{UNSPACED}]+)", word))[1:]:
        spans = [_pairs(run) if re.match(f"[{UNSPACED}]", run) else _split(run.strip(".,'")) for run in runs if run]
        return [part for span in spans for part in span if part]
    if "." not in word and "," not in word:
        return [word]
    if re.fullmatch(r"\d+(?:[.,]\d+)+", word):
        return [word]
    parts = re.split(r"[.,]", word)
    return ["".join(parts)] if all(len(part) == 1 for part in parts) else parts


def _pairs(run: str) -> list[str]:
    """Return the characters of a run and its pairs; a function character joins no pair, as it ends a word."""
    found = []
    for at, char in enumerate(run):
        found.append(char)
        if at + 1 < len(run) and not {char, run[at + 1]} & _FUNCTION_CHARACTERS:
            found.append(run[at : at + 2])
    return found
