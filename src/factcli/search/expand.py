"""From a word of a question to the stems of the store that may be meant: its own, kindred ones, its typos."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from os.path import commonprefix

from factcli.search.edits import edits
from factcli.text import romanise
from factcli.text.english import COMMON_WORDS, KINDRED, STOP_WORDS
from factcli.text.stems import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.search.plan import Index

# Damerau's edit distance catches most human typos within one edit in short words, two in long ones.
_ONE_EDIT, _TWO_EDITS = 4, 6
_MISTYPABLE = [word for word in STOP_WORDS if len(word) >= _ONE_EDIT]
# Words of three letters with two neighbours swapped: "hwo", "teh".
_JUMBLED = {
    jumbled
    for word in STOP_WORDS
    if len(word) == 3
    for jumbled in (word[1] + word[0] + word[2], word[0] + word[2] + word[1])
}
_PER_EDIT = {0: 0.95, 1: 0.95, 2: 0.7}
_OTHER_START, _OTHER_END = 0.85, 0.93
_MOST_LOOKED_AT, _MOST_TYPOS, _LIKELY_TYPOS = 40, 6, 2
_KINDRED = 0.6
# Words that share a long beginning are often kin: "Kazakh" and "Kazakhstan".
_SHORTEST_START, _SHARED = 5, 0.6
_SAME_START_KNOWN, _SAME_START_UNKNOWN = 0.4, 0.6
_RUN_TOGETHER = 0.6
_WRITTEN_APART, _SHORTEST_COMPOUND = 0.9, 6
_ROMANISED = 0.95
_RARE = 2

_AMERICAN = {"is": "iz", "tre": "ter", "our": "or", "onne": "on", "fibre": "fiber"}
_BRITISH = r"is(?=ations?$|es?$|ed$|ing$|ers?$)|tre(?=s?$)|(?<=\w\w)our(?=s?$|ed$|ing$)|(?<=t)onne(?=s?$)"


def expand(word: str, index: Index) -> dict[str, float]:
    """Return the stems that `word` may mean, each with how likely it is, in (0, 1]."""
    meant: dict[str, float] = {}
    for form, likelihood in _forms(word):
        for language in index.languages:
            stemmed = stem(form, language)
            if index.frequency(stemmed):
                meant[stemmed] = max(likelihood, meant.get(stemmed, 0.0))
    known = bool(meant) and max(meant.values()) > _KINDRED
    _add(meant, _same_start(word, index, known=known))
    rare = all(index.frequency(stemmed) <= _RARE for stemmed in meant) and not index.spelled(word)
    if word.isalpha() and word not in COMMON_WORDS and word not in KINDRED and (not known or rare):
        typos = _typos(word, index)
        _add(meant, typos)
        if not known:
            _add(meant, _romanised(word, index))
        if not meant and not typos:
            _add(meant, _run_together(word, index))
    return meant


def compounds(sequence: Sequence[str], index: Index) -> dict[str, dict[str, float]]:
    """Read "time line" as "timeline": return what either word of such a pair may mean, as `expand` does."""
    found: dict[str, dict[str, float]] = {}
    for left, right in pairwise(sequence):
        joined = left + right
        if len(joined) >= _SHORTEST_COMPOUND and joined.isalpha() and index.spelled(joined):
            stems = [stem(joined, language) for language in index.languages]
            meant = {stemmed: _WRITTEN_APART for stemmed in stems if index.frequency(stemmed)}
            for word in (left, right):
                _add(found.setdefault(word, {}), meant)
    return found


def is_mistyped_stop_word(word: str) -> bool:
    """Tell whether `word` looks like a stop word with one typing error: "wich", "tehre", "hwo"."""
    if len(word) < _ONE_EDIT:
        return word in _JUMBLED
    alike = [meant for meant, errors in zip(_MISTYPABLE, edits(word, _MISTYPABLE, 1), strict=True) if errors <= 1]
    return any(len(meant) >= len(word) or _undoubled(word) == _undoubled(meant) for meant in alike)


def _undoubled(word: str) -> str:
    """Return a word without the second of letters that stand twice: "whhat" is "what", "wheat" is not."""
    return "".join(letter for at, letter in enumerate(word) if letter != word[at - 1 : at])


def _add(meant: dict[str, float], more: dict[str, float]) -> None:
    for stemmed, likelihood in more.items():
        meant[stemmed] = max(likelihood, meant.get(stemmed, 0.0))


def _forms(word: str) -> Iterator[tuple[str, float]]:
    yield word, 1.0
    american = _american(word)
    if american != word:
        yield american, 1.0
    for kindred in KINDRED.get(word, ()):
        yield kindred, _KINDRED


def _american(word: str) -> str:
    """Return the American spelling of a British word: "organise", "centre", "harbour", "tonne"."""
    if len(word) <= 4 or not any(british in word for british in _AMERICAN):
        return word
    import re

    return re.sub(_BRITISH, lambda match: _AMERICAN[match[0]], word)


def _same_start(word: str, index: Index, *, known: bool) -> dict[str, float]:
    if len(word) < _SHORTEST_START or not word.isalpha():
        return {}
    likelihood = _SAME_START_KNOWN if known else _SAME_START_UNKNOWN
    found = {}
    for stemmed in index.beginning(word[:_SHORTEST_START]):
        shared = len(commonprefix((word, stemmed)))  # noqa: RUF071 - characters are what is wanted
        if shared >= _SHARED * max(len(word), len(stemmed)):
            found[stemmed] = likelihood
    return found


def _typos(word: str, index: Index) -> dict[str, float]:
    most = 0 if len(word) < _ONE_EDIT else 1 if len(word) < _TWO_EDITS else 2
    if not most:
        return {}
    alike = list(index.alike(word))
    compared = zip(edits(word, [spelling for spelling, _ in alike], most), alike, strict=True)
    looked_at = sorted((item for item in compared if item[0] <= most), key=lambda item: item[0])[:_MOST_LOOKED_AT]
    ranked = []
    for errors, (spelling, facts) in looked_at:
        same_start, same_end = spelling[0] == word[0], spelling[-1] == word[-1]
        if errors == 2 and len(word) < 8 and not same_start and spelling[1] != word[1]:
            continue
        likelihood = _PER_EDIT[errors]
        likelihood *= (1 if same_start else _OTHER_START) * (1 if same_end else _OTHER_END)
        ranked.append((likelihood + 0.015 * math.log(facts), likelihood, spelling))
    found: dict[str, float] = {}
    for rank, (_, likelihood, spelling) in enumerate(sorted(ranked, reverse=True)[:_MOST_TYPOS]):
        weight = likelihood if rank < _LIKELY_TYPOS else 0.8 * likelihood
        for language in index.languages:
            if index.frequency(stemmed := stem(spelling, language)):
                found[stemmed] = max(weight, found.get(stemmed, 0.0))
    return found


def _romanised(word: str, index: Index) -> dict[str, float]:
    """Read "Naxçıvan" as "Nakhchivan", and the other way round."""
    spellings = [form for form in romanise.forms(word) if index.spelled(form)]
    stems = [stem(form, language) for form in spellings for language in index.languages]
    return {stemmed: _ROMANISED for stemmed in stems if index.frequency(stemmed)}


def _run_together(word: str, index: Index) -> dict[str, float]:
    """Read "tradeturnover" as "trade turnover"."""
    for cut in range(3, len(word) - 2):
        if index.spelled(word[:cut]) and index.spelled(word[cut:]):
            stems = [stem(part, language) for part in (word[:cut], word[cut:]) for language in index.languages]
            return {stemmed: _RUN_TOGETHER for stemmed in stems if index.frequency(stemmed)}
    return {}
