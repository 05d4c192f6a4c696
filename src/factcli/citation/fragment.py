"""Links that open a page at the quote: text fragments.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote as percent_encode

from factcli.text.fold import fold

LONGEST_WHOLE = 300
"""Up to this many characters a passage is linked whole, above it by its first and last words."""
_END_WORDS = 5
_MOST_CONTEXT = 12
"""Words of context on a side; a passage that they don't tell from another is linked without."""
_ELISION = re.compile(r"\s*(?:\[\s*)?(?:…|\.\s?\.\s?\.)(?:\s*\])?\s*")
_BLANK_LINE = re.compile(r"\n\s*\n")
# A browser matches whole words only; in a script without spaces those that end a clause are sure to end.
_WORD = re.compile(r"[^\s、。，；：？！]+[、。，；：？！」』）】”’]*")


@dataclass(frozen=True, slots=True)
class Directive:
    """What a browser is to look for: the passage, or its beginning and its end, and what stands around it."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        parts = [f"{_encode(self.prefix)}-" if self.prefix else "", _encode(self.start)]
        parts += [_encode(self.end), f"-{_encode(self.suffix)}" if self.suffix else ""]
        return ",".join(filter(None, parts))


def link(url: str, quote: str) -> str:
    """Return `url` with a text fragment that finds `quote` on the page, where the source's text is not at hand."""
    parts = [part for piece in _ELISION.split(quote) for part in _BLANK_LINE.split(piece)]
    text = "\n".join(line for line in (" ".join(part.split()) for part in parts) if line)
    return link_to(url, text, 0, len(text)) if text else url


def link_to(url: str, text: str, start: int, end: int) -> str:
    """Return `url` with a text fragment that finds text[start:end], `text` being the source's own.

    Where the passage is not unique in the text, it gets as much context as makes it so.
    """
    passage = _folded(text[start:end])
    candidates = _candidates(text, start, end)
    plain = next(candidates)
    if _finds(text, plain, passage):
        return _with(url, plain)
    return _with(url, next((wider for wider in candidates if _finds(text, wider, passage)), plain))


def _candidates(text: str, start: int, end: int) -> Iterator[Directive]:
    """Propose directives for text[start:end], the plainest first, which may not be unique.

    No part of one crosses the end of a line, because it may be that of a block, in which a browser looks alone.
    """
    lines = [line for line in text[start:end].splitlines() if line.strip()]
    plain = _whole_or_ends(lines)
    yield plain
    if plain.end:
        longest = max(len(_words(line)) for line in (lines[0], lines[-1])) // (2 if len(lines) == 1 else 1)
        for count in (2 * _END_WORDS, 4 * _END_WORDS, longest):
            yield _ends(lines, count)
    before, after = _line_before(text, start), _line_after(text, end)
    for count in range(1, _MOST_CONTEXT + 1):
        prefix, suffix = _last(before, count), _first(after, count)
        yield replace(plain, prefix=prefix)
        yield replace(plain, suffix=suffix)
        yield replace(plain, prefix=prefix, suffix=suffix)


def _whole_or_ends(blocks: list[str]) -> Directive:
    if len(blocks) == 1 and len(whole := " ".join(blocks[0].split())) <= LONGEST_WHOLE:
        return Directive(whole)
    return _ends(blocks, _END_WORDS)


def _ends(blocks: list[str], count: int) -> Directive:
    return Directive(_first(blocks[0], count), _last(blocks[-1], count))


def _first(text: str, count: int) -> str:
    """Return the beginning of `text` up to the end of its word number `count`."""
    words = _words(text)[:count]
    return " ".join(text[: words[-1][1]].split()) if words else ""


def _last(text: str, count: int) -> str:
    words = _words(text)[-count:]
    return " ".join(text[words[0][0] :].split()) if words else ""


def _words(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words of a line; a lone sign is none."""
    return [match.span() for match in _WORD.finditer(text) if any(map(str.isalnum, match[0]))]


def _line_before(text: str, start: int) -> str:
    """Return what stands before `start` in its line, or else the line before."""
    return text[:start].rstrip().rpartition("\n")[2]


def _line_after(text: str, end: int) -> str:
    return text[end:].lstrip().partition("\n")[0]


def _finds(text: str, directive: Directive, passage: str) -> bool:
    """Tell whether a browser that looks through `text` finds the folded passage, and could find nothing else."""
    folded = _haystack(text)
    spans = _matches(folded, *map(_folded, (directive.start, directive.end, directive.prefix, directive.suffix)))
    return [folded[start:end] for start, end in spans] == [passage]


def _matches(text: str, start: str, end: str, prefix: str, suffix: str) -> list[tuple[int, int]]:
    """Return the first two spans of a folded text that a directive means."""
    spans: list[tuple[int, int]] = []
    for first in _places(text, start, 0):
        if not text[max(0, first - len(prefix) - 1) : first].rstrip().endswith(prefix):
            continue
        behind = first + len(start)
        ends = (place + len(end) for place in _places(text, end, behind)) if end else iter([behind])
        last = next((last for last in ends if text[last : last + len(suffix) + 1].lstrip().startswith(suffix)), None)
        if last is not None:
            spans.append((first, last))
        if len(spans) > 1:
            break
    return spans


def _places(text: str, part: str, at: int) -> Iterator[int]:
    """Find where `part` stands as whole words."""
    while part and (at := text.find(part, at)) >= 0:
        if not (
            _joined(text[max(0, at - 1) : at], part[0]) or _joined(part[-1], text[at + len(part) : at + len(part) + 1])
        ):
            yield at
        at += 1


def _joined(left: str, right: str) -> bool:
    """Tell whether two neighbours are of one word; where no spaces part the words, nobody can tell."""
    return left.isalnum() and right.isalnum() and max(left, right) < "\u0e00"


@lru_cache(maxsize=4)
def _haystack(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    """Forgive what a browser forgives, and rather more than less: case, diacritics, white space."""
    return " ".join(fold(text).split())


def _with(url: str, directive: Directive) -> str:
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment}:~:text={directive}"


def _encode(text: str) -> str:
    """Percent-encode everything that has a meaning in a directive, the hyphen too."""
    return percent_encode(text, safe="").replace("-", "%2D")
