"""Elisions: quotes that leave something out and say so, by `…` or `[…]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from factcli.quote.word_index import UNSPACED, places
from factcli.text.sentences import sentences

LONGEST_GAP = 600
"""How many characters an elision may leave out."""
_ELISION = re.compile(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]|…|\.\s?\.\s?\.(?:\s?\.)?")
_NEGATIONS = frozenset(
    "not no never cannot neither nor without hardly barely scarcely none nobody nothing nowhere "
    "nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder ohne nein "
    "ne pas non jamais sans jamás nunca ni sin nadie ningún não nem sem ninguém né niente nessuno senza "
    "niet geen nooit noch zonder не ни нет без değil hiç yox deyil emes لا لم لن ليس 不 没 沒 未".split()
)
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:'[^\W_{UNSPACED}]+)*")
_QUALIFIERS = frozenset("rarely seldom allegedly purportedly reportedly supposedly angeblich kaum selten".split())
_REVERSAL = re.compile(
    r"\b((?:fail|refus|declin|neglect|ceas|forg[eo]t|omit|hesitat)\w*(?:,[^,]*,)? to"
    r"|(?:unable|unlikely|unwilling|reluctant|too \w+) to"
    r"|(?:stopp|refrain|abstain)\w* from|anything but|far from|instead of|rather than|short of)\s*\Z",
    re.IGNORECASE,
)
"""What turns around what follows it, where that is kept."""
_NO_NEGATION = re.compile(r"\bno\. ?(?=\d)|\bnot (?=(?:only|merely|solely)\b)", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"[,;:)] (?:and|but|then|or|so|yet|while|although|though|because)\b")
_FEW_WORDS = 12
"""In a gap of no more words, a negation anywhere is one of what is kept."""
_QUOTATION = re.compile(
    r"""(?P<opens>(?:\A|(?<=[\s(\[:-]))"(?=\S)|(?<=: )"(?= )|(?<![\w.,!?])'(?=\w))"""
    r"""|(?P<closes>(?<=[^\s(\[:-])"(?!\w)|(?<=[.,!?] )"(?= )|(?<=[.,!?])'(?!\w))"""
)
_LOOKAHEAD = 2
"""How many characters behind a quotation mark tell what it does."""
_CONTEXT = 40
"""How many characters around a gap tell whether a stop in it ends a sentence."""
_TRIES = 20
"""From how many places of a part, the nearest first, the next may go on."""

Span = tuple[int, int]
IsPassage = Callable[[int, int], bool]
"""Tells whether a span of the text may be quoted."""
Objections = dict[str, None]
"""What was found against leaving something out, in words, in the order found."""


def parts(quote: str) -> list[str]:
    """Return what stands between the elisions of a quote; nothing if it has none."""
    found = [part.strip() for part in _ELISION.split(quote)]
    return [part for part in found if part] if len(found) > 1 else []


def passages(
    text: str, parts: list[str], rarest: int, around: Iterable[int], may_be_quoted: IsPassage, objections: Objections
) -> Iterator[Span]:
    """Find spans of `text` that hold all `parts` in order, none further than LONGEST_GAP behind the one before.

    Spans do not overlap. `around` are the places of parts[rarest]. The work grows with what surrounds those and no
    faster: each part's places there are sifted once for those that the part before leads to. Where the parts are there
    but what stands between may not be left out, `objections` gets to know why.
    """
    before = sum(len(part) + LONGEST_GAP for part in parts[:rarest])
    behind = sum(len(part) + LONGEST_GAP for part in parts[rarest:])
    done = 0
    for first, last in _merged((max(0, start - before), min(len(text), start + behind)) for start in around):
        for start, end in _chains(text, parts, first, last, may_be_quoted, objections):
            if start >= done:
                done = end
                yield start, end


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Join spans, which are in order, where they overlap."""
    joined: Span | None = None
    for first, last in spans:
        if joined and first <= joined[1]:
            joined = (joined[0], last)
            continue
        if joined:
            yield joined
        joined = (first, last)
    if joined:
        yield joined


def _chains(
    text: str, parts: list[str], first: int, last: int, may_be_quoted: IsPassage, objections: Objections
) -> list[Span]:
    """Return, by their ends, the shortest spans of text[first:last] that hold the parts in order."""
    spans = list(_spans(text, parts[0], first, last, may_be_quoted))
    for part in parts[1:]:
        led: list[Span] = []
        at = 0
        for start, end in _spans(text, part, first, last, may_be_quoted):
            while at < len(spans) and spans[at][1] <= start:
                at += 1
            # the nearest before it is the one to go on from, but for what it would leave out
            for began, ended in reversed(spans[max(0, at - _TRIES) : at]):
                if start - ended > LONGEST_GAP:
                    break
                if (found := _objection(text, ended, start)) is None:
                    led.append((began, end))
                    break
                objections[found] = None
        spans = led
        if not spans:
            break
    return spans


def _spans(text: str, part: str, first: int, last: int, may_be_quoted: IsPassage) -> Iterator[Span]:
    for start in places(text, part, first, last - len(part) + 1):
        if may_be_quoted(start, start + len(part)):
            yield start, start + len(part)


def _objection(text: str, start: int, end: int) -> str | None:
    """Say why text[start:end] may not be left out of a quote, None if it may."""
    first = max(0, start - _CONTEXT)
    spans = [(first + begin, first + stop) for begin, stop in sentences(text[first : end + _CONTEXT])]
    breaks = [
        (stop, begin)
        for (_, stop), (begin, _) in pairwise(spans)
        if (stop >= start or not _has_word(text[stop:start])) and begin > start and stop < end
    ]
    # what the elision takes from the sentences that are kept in part: all, or the end of one and the beginning of one
    pieces = [text[start : breaks[0][0]], text[breaks[-1][1] : end]] if breaks else [text[start:end]]
    for piece in pieces:
        if negation := _negation(piece):
            return f"leaves out “{negation}”"
    if reversal := _REVERSAL.search(pieces[-1]):
        return f"leaves out “{reversal[1]}”"
    if _changes_quotation(text, start, end):
        return "leaves one quotation and enters another"
    if len(pieces) > 1 and all(map(_has_word, pieces)):
        return "makes one sentence of parts of two"
    return None


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _negation(gap: str) -> str | None:
    """Return a word of a gap that may negate what is kept.

    In a long gap it may as well negate only what is left out with it, so there it counts at the edges: as the first
    word, near the beginning with no other clause behind it, or with at most one word between it and what is kept.
    """
    gap = _NO_NEGATION.sub("", gap)
    found = list(_WORD.finditer(gap))
    for number, match in enumerate(found):
        word = match[0].lower()
        if word in _NEGATIONS or word in _QUALIFIERS or word.endswith("n't") or word.startswith("n'"):
            near = len(found) <= _FEW_WORDS or number == 0 or number >= len(found) - 2
            if near or (number <= 2 and not _NEW_CLAUSE.search(gap, match.end())):
                return match[0]
    return None


def _changes_quotation(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] begins inside one pair of quotation marks and ends inside another."""
    left, depth = False, 0
    for match in _QUOTATION.finditer(text, start, end + _LOOKAHEAD):
        if match.start() >= end:
            break
        if match["opens"]:
            depth += 1
        elif depth:
            depth -= 1
        else:
            left = True
    return left and depth > 0
