"""Direction in English: whether a sentence has something come from a party or go to it.

"Azerbaijani investments in Kazakhstan" and "how much did Kazakhstan invest in Azerbaijan" have the same words, and say
the opposite.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, takewhile

from factcli.text.countries import COUNTRIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Role = Literal["origin", "goal"]

_TO_ORIGIN = frozenset(("from", "by"))
_TO_GOAL = frozenset(("to", "in", "into", "towards", "for"))
# What has its goal as an object: "visited Kazakhstan", "helping Kazakhstan".
_TRANSITIVE = (
    "visit",
    "help",
    "support",
    "pay",
    "paid",
    "suppl",
    "invit",
    "thank",
    "aid",
    "owe",
    "lend",
    "lent",
    "trip",
    "journey",
    "travel",
    "give",
    "gave",
    "acquir",
    "bought",
    "buy",
    "sued",
    "suing",
    "shot",
    "shoot",
    "taught",
    "teach",
    "defeat",
    "attack",
    "invad",
    "kill",
)
# What goes from its subject to somebody, with a preposition.
_PASSING = ("invest", "export", "sell", "sold", "send", "sent", "donat", "transfer")
_DIRECTED = _TRANSITIVE + _PASSING
_PRESENT = {
    "gave": "give",
    "bought": "buy",
    "sold": "sell",
    "shot": "shoot",
    "taught": "teach",
    "lent": "lend",
    "paid": "pay",
    "sent": "send",
    "suing": "sued",
    "trip": "visit",
    "travel": "visit",
    "journey": "visit",
}
# What is done where its subject is: "Kazakhstan staged the festival", "Azerbaijan has received the president".
_HOSTING = ("host", "stage", "staging", "welcom", "receiv", "played")
_WITH_EACH_OTHER = frozenset(("and", "or", "between", "with", "both", "among"))
_NO_NOUNS = (
    _TO_ORIGIN | _TO_GOAL | _WITH_EACH_OTHER | frozenset("is was are were has had have on at of as that".split())
)
_SKIPPED = frozenset(("the", "republic", "president", "mr", "mrs", "his", "her", "its", "s"))
SHORTEST_START = 5
"""A name and what is derived from it share this much: "Kazakh" and "Kazakhstan", "Russia" and "Russian"."""


def roles(words: Sequence[str], is_party: Callable[[str], bool]) -> dict[str, Role]:
    """Return the roles of the parties in a sentence, by their words; those with none or with both are left out.

    `words` are folded, in order. A party without a preposition is where a thing comes from, as a subject and an
    adjective are ("Kazakh investments"), but for the object of a verb such as "visit".
    """
    found: dict[str, set[Role | None]] = {}
    role: Role | None = None
    for place, word in enumerate(words):
        if is_party(word):
            if not (place and is_party(words[place - 1])) or _is_of_country(word):  # "Belvoir Systems" is one party
                role = _role(words, place)
            found.setdefault(word, set()).add(role)
    return {word: role for word, held in found.items() if len(held) == 1 and (role := held.pop())}


def _is_of_country(word: str) -> bool:
    """Tell whether a word is a country or derived from one: "Kazakhstan, Azerbaijani money" are two parties."""
    return any(kin(word, country) for country in COUNTRIES)


def reversed_in(asked: Mapping[str, Role], told: Mapping[str, Role], *, alone: bool = False) -> bool:
    """Tell whether two parties have changed places between two sentences; or one has, if it stands `alone`."""
    pairs = [(role, told_role) for word, role in asked.items() for other, told_role in told.items() if kin(word, other)]
    sides = len({role for role, _ in pairs})
    return sides >= (1 if alone else 2) and all(role != told_role for role, told_role in pairs)


def verbs(words: Sequence[str]) -> set[str]:
    """Return the verbs of a sentence that something passes by from one party to another."""
    return {_verb(word) for word in words if word.startswith(_DIRECTED)}


def _verb(word: str) -> str:
    start = next(start for start in _DIRECTED if word.startswith(start))
    return _PRESENT.get(start, start)


def other_object(asked: Sequence[str], told: Sequence[str], is_party: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return whom or what a question has visited, helped or the like, and whom a sentence has instead."""
    for verb, wanted in _objects(asked, is_party).items():
        held = _objects(told, is_party).get(verb, ())
        if held and not any(kin(word, other) for word in wanted for other in held):
            return wanted[0], held[0]
    return None


def kin(word: str, other: str) -> bool:
    """Tell whether two words are one name, or one is derived from the other."""
    return word == other or (len(word) >= SHORTEST_START and word[:SHORTEST_START] == other[:SHORTEST_START])


def _objects(words: Sequence[str], is_party: Callable[[str], bool]) -> dict[str, list[str]]:
    """Return the parties that are objects of each transitive verb, or behind it and "to": "a visit to Kazakhstan"."""
    found: dict[str, list[str]] = {}
    for place, word in enumerate(words):
        if not word.startswith(_TRANSITIVE):
            continue
        behind = [other for other in words[place + 1 :] if other not in _SKIPPED and other not in ("to", "and")]
        if behind and is_party(behind[0]):
            found.setdefault(_verb(word), []).extend(takewhile(is_party, behind))
    return found


def _role(words: Sequence[str], place: int) -> Role | None:
    before = place - 1
    while before >= 0 and (words[before] in _SKIPPED or words[max(0, before - 1) : before + 1] == ["republic", "of"]):
        before -= 1
    word = words[before] if before >= 0 else ""
    if word == "of":
        return _role_of_whole(words, before, place)
    if word in _TO_ORIGIN:
        return "goal" if words[max(0, before - 1)].startswith(_HOSTING) else "origin"
    if word in _TO_GOAL or word.startswith(_TRANSITIVE):
        return "goal"
    hosts = any(verb.startswith(_HOSTING) for verb in words[place + 1 : place + 3])
    if hosts or any(verb.startswith(_TRANSITIVE) and by == "by" for verb, by in pairwise(words[place + 1 :])):
        return "goal"  # "was sued by" Acme
    if word in _WITH_EACH_OTHER or (place + 1 < len(words) and words[place + 1] in _WITH_EACH_OTHER):
        return None
    return "origin"


def _role_of_whole(words: Sequence[str], of: int, place: int) -> Role | None:
    """Return the role of a party behind "of".

    An adjective has its own, "to the days of Kazakh culture", a country that of what is of it, "in the economy of
    Kazakhstan".
    """
    if not of or words[of - 1] in _SKIPPED:
        return None
    if words[place] not in COUNTRIES and not _NO_NOUNS.intersection(words[place + 1 : place + 2]):
        return "origin"
    before = of - 2
    while before >= 0 and words[before] == "the":
        before -= 1
    word = words[before] if before >= 0 else ""
    if word in _TO_GOAL:
        return "goal"
    return "origin" if word in _TO_ORIGIN else None
