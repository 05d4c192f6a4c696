"""How long verifying takes: quotes of a long source, by the CPU time of each, as it grows.

Usage: python -m tests.benchmarks.quotes [CHARACTERS...]     lengths of the sources, 250000 500000 1000000 if none is given

A source of made-up words, one quote for every 100 characters. The last column is the time a quote takes in relation to
the shortest source: 1 where the work grows in proportion. The target is a thousand quotes a second.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from factcli.quote.source_text import SourceText
from factcli.quote.verdict import judge
from tests.benchmarks.speed import vocabulary

LENGTHS = (250_000, 500_000, 1_000_000)
CHARACTERS_A_QUOTE = 100


def source(length: int, chance: random.Random) -> str:
    """Return a text of sentences, frequent words first by Zipf's law."""
    words = vocabulary(20_000, chance)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    text: list[str] = []
    size = 0
    while size < length:
        told = chance.choices(words, weights, k=chance.randint(6, 24))
        sentence = f"{' '.join(told).capitalize()} {chance.randint(1, 9999)}." + chance.choice((" ", " ", " ", "\n\n"))
        text.append(sentence)
        size += len(sentence)
    return "".join(text)[:length]


def passage(text: str, chance: random.Random) -> list[str]:
    """Return the words of a passage, 12 to 30 of them."""
    start = text.index(" ", chance.randrange(len(text) - 400)) + 1
    return text[start : start + 400].split()[: chance.randint(12, 30)]


def verbatim(text: str, chance: random.Random) -> str:
    return " ".join(passage(text, chance))


def altered(text: str, chance: random.Random) -> str:
    words = passage(text, chance)
    at = chance.randrange(len(words))
    return " ".join([*words[:at], chance.choice(("not", "never", words[at][::-1] + "x")), *words[at + 1 :]])


def missing(text: str, chance: random.Random) -> str:
    words = [word for _ in range(20) for word in passage(text, chance)[:1]]
    return " ".join(words)


def gibberish(_text: str, chance: random.Random) -> str:
    return " ".join("".join(chance.choices("qwxzjv", k=6)) for _ in range(3))


def elided(text: str, chance: random.Random) -> str:
    words = passage(text, chance)
    return f"{' '.join(words[:4])} […] {' '.join(words[-4:])}"


def hostile(text: str, chance: random.Random) -> str:
    """Frequent words, each an elision away from the next, and a last one that is not there."""
    words = [word for word in passage(text, chance) if len(word) < 6][:8]
    return " … ".join([*words, "xyzzy"])


KINDS: tuple[Callable[[str, random.Random], str], ...] = (verbatim, altered, missing, gibberish, elided, hostile)


def measure(text: str, quotes: list[str]) -> float:
    """Return how many seconds a quote takes, with what is made of the text but once."""
    prepared = SourceText(text)
    started = time.process_time()
    for quote in quotes:
        judge(prepared, quote)
    return (time.process_time() - started) / len(quotes)


def main() -> None:
    """Measure every length that is asked for."""
    lengths = tuple(map(int, sys.argv[1:])) or LENGTHS
    texts = {length: source(length, random.Random(length)) for length in lengths}
    print(f"{'quotes':12}{'characters':>12}{'number':>9}{'a second':>10}{'ratio':>8}")
    for kind in KINDS:
        first = 0.0
        for length, text in texts.items():
            chance = random.Random(0)
            quotes = [kind(text, chance) for _ in range(length // CHARACTERS_A_QUOTE)]
            taken = measure(text, quotes)
            first = first or taken
            print(f"{kind.__name__:12}{length:12,}{len(quotes):9,}{1 / taken:10,.0f}{taken / first:8.2f}")


if __name__ == "__main__":
    main()
