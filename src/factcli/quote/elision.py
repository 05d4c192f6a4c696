"""Elisions: quotes that leave something out and say so, by `…` or `[…]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from factcli.quote.word_index import places

LONGEST_GAP = 600
"""How many characters an elision may leave out."""
_ELISION = re.compile(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]|…|\.\s?\.\s?\.(?:\s?\.)?")
# An elision of these alone turns a sentence into its contrary.
_NEGATIONS = frozenset(
    "not no never cannot neither nor without hardly nicht nie kein keine keinen nein ne pas non jamais nunca jamás ni "
    "não nem mai niet geen не ни нет değil hiç yox deyil emes لا لم لن ليس".split()
)

Span = tuple[int, int]
IsPassage = Callable[[int, int], bool]
"""Tells whether a span of the text may be quoted."""


def parts(quote: str) -> list[str]:
    """Return what stands between the elisions of a quote; nothing if it has none."""
    found = [part.strip() for part in _ELISION.split(quote)]
    return [part for part in found if part] if len(found) > 1 else []


def passages(
    text: str, parts: list[str], rarest: int, around: Iterable[int], may_be_quoted: IsPassage
) -> Iterator[Span]:
    """Find spans of `text` that hold all `parts` in order, none further than LONGEST_GAP behind the one before.

    Spans do not overlap. `around` are the places of parts[rarest]. The work grows with what surrounds those and no
    faster: each part's places there are sifted once for those that the part before leads to.
    """
    before = sum(len(part) + LONGEST_GAP for part in parts[:rarest])
    behind = sum(len(part) + LONGEST_GAP for part in parts[rarest:])
    done = 0
    for first, last in _merged((max(0, start - before), min(len(text), start + behind)) for start in around):
        for start, end in _chains(text, parts, first, last, may_be_quoted):
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


def _chains(text: str, parts: list[str], first: int, last: int, may_be_quoted: IsPassage) -> list[Span]:
    """Return, by their ends, the shortest spans of text[first:last] that hold the parts in order."""
    spans = list(_spans(text, parts[0], first, last, may_be_quoted))
    for part in parts[1:]:
        led: list[Span] = []
        at = 0
        for start, end in _spans(text, part, first, last, may_be_quoted):
            while at < len(spans) and spans[at][1] <= start:
                at += 1
            # the nearest before it is the one to go on from, but for what it would leave out
            for began, ended in reversed(spans[max(0, at - LONGEST_GAP) : at]):
                if start - ended > LONGEST_GAP:
                    break
                if not _negates(text[ended:start]):
                    led.append((began, end))
                    break
        spans = led
        if not spans:
            break
    return spans


def _spans(text: str, part: str, first: int, last: int, may_be_quoted: IsPassage) -> Iterator[Span]:
    for start in places(text, part, first, last - len(part) + 1):
        if may_be_quoted(start, start + len(part)):
            yield start, start + len(part)


def _negates(gap: str) -> bool:
    words = gap.split(maxsplit=3)
    return len(words) <= 3 and any(word.strip(",;:").lower() in _NEGATIONS for word in words)
