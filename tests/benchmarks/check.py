"""What `fact check` says to sentences whose verdicts are known, and what checking a long report takes.

Usage: python -m tests.benchmarks.check [TABLE...]     tables as tests/report/sentences.tsv, which is taken if none is named

For each table: the verdicts of careful readers by those of the program, against the shipped store. Then a report of 100
pages, 50,000 words of made-up sentences of which every third has a figure, against 10,000 made-up facts: seconds, and
CPU time as a multiple of `python -c pass`. The target is 3 seconds on two cores.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import tomli_w

from tests.benchmarks.speed import FACT, age, median, run, vocabulary

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "report" / "sentences.tsv"
GRAVEST = ("contradicted", "altered", "unsupported", "missing", "supported", "verbatim")
FACTS, WORDS = 10_000, 50_000


def verdicts(table: Path, folder: Path) -> Counter[tuple[str, str]]:
    """Count the verdicts of a table by what the program says instead."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    report = folder / "report.md"
    report.write_text("\n\n".join(row[1] for row in rows) + "\n", encoding="utf-8")
    command = [FACT, "check", report, "--store", ROOT / "facts.toml", "--json"]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    found: dict[int, set[str]] = {}
    for finding in json.loads(checked.stdout)["findings"]:
        found.setdefault(finding["line"] // 2, set()).add(finding["verdict"])
    given = (next((one for one in GRAVEST if one in found.get(number, ())), "none") for number in range(len(rows)))
    return Counter((row[0], verdict) for row, verdict in zip(rows, given, strict=True))


def print_verdicts(table: Path, folder: Path) -> None:
    """Print what a table is judged, a line for each verdict that it expects."""
    counts = verdicts(table, folder)
    shown = [verdict for verdict in (*GRAVEST, "none") if any(verdict in pair for pair in counts)]
    print(f"{table.name}: {sum(number for (one, other), number in counts.items() if one == other)} of {counts.total()}")
    print(f"{'expected':14}" + "".join(f"{verdict:>14}" for verdict in shown))
    for expected in shown:
        print(f"{expected:14}" + "".join(f"{counts[expected, verdict] or '':>14}" for verdict in shown))


def sentence(words: list[str], chance: random.Random, figure: str) -> str:
    """Make a sentence about a few things, the frequent ones first."""
    told = [words[min(int(chance.paretovariate(0.6)), len(words) - 1)] for _ in range(chance.randint(6, 14))]
    return (
        f"The {' '.join(told)} came to {figure} in {chance.randint(2000, 2025)}."
        if figure
        else f"The {' '.join(told)}."
    )


def made(folder: Path) -> tuple[Path, Path]:
    """Write a store and a report that draws on it, and return their paths."""
    chance = random.Random(1)
    words = vocabulary(20_000, chance)
    told = [
        sentence(words, chance, f"${chance.randint(1, 999)} million" if chance.random() < 0.5 else "")
        for _ in range(FACTS)
    ]
    facts = {f"f{number}": {"statement": one, "quote": one, "source": "a"} for number, one in enumerate(told)}
    store, report = folder / "facts.toml", folder / "long.md"
    sources = {"a": {"type": "webpage", "title": "Made up", "language": "en"}}
    store.write_text(tomli_w.dumps({"version": 1, "source": sources, "fact": facts}), encoding="utf-8")
    age(store)
    text: list[str] = []
    count = 0
    while count < WORDS:
        figure = f"${chance.randint(1, 999)} million" if chance.random() < 1 / 3 else ""
        text.append(chance.choice(told) if chance.random() < 0.1 else sentence(words, chance, figure))
        count += len(text[-1].split())
    report.write_text("\n\n".join(" ".join(text[at : at + 6]) for at in range(0, len(text), 6)), encoding="utf-8")
    return store, report


def print_speed(folder: Path) -> None:
    """Print what a long report takes, once the index is there."""
    store, report = made(folder)
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
    run([FACT, "ask", "anything", "-q", "--store", store], environment=environment)
    bare = median([sys.executable, "-c", "pass"])
    cost = run([FACT, "check", report, "--store", store, "--json", "-q"], environment=environment)
    print(
        f"\n{WORDS:,} words against {FACTS:,} facts: {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU, "
        f"{cost.cpu / bare:.0f} x python -c pass, {cost.memory / 1e6:,.0f} MB"
    )


def main() -> None:
    """Measure the tables that are named."""
    with tempfile.TemporaryDirectory() as name:
        for table in map(Path, sys.argv[1:] or [TABLE]):
            print_verdicts(table, Path(name))
        print_speed(Path(name))


if __name__ == "__main__":
    main()
