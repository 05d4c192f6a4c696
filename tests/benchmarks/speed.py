"""What questions and the index cost, beside other ways to search the same text.

Usage: python -m tests.benchmarks.speed [FACTS...]     sizes of the stores, 1000 and 10000 if none is given

For each size it prints what making the index takes and what a change of the store does, then what a question costs,
as a ratio to `python -c pass` in the same run: machines are noisy, so of times only the ratios mean anything. CPU
time is that of the whole process and its children; the median of several runs is taken where a run is short. Memory
is the most that a process held. A store of 1,000,000 facts takes ten minutes and 3 GB of disk. Programs that are not
installed are left out.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

FACT = Path(sys.executable).parent / "fact"
RUNS = 7
ENOUGH = 3.0
"""A command that has taken so many seconds is not run again."""
BATCH = 200
WORDS = 4
"""How many words a question has."""
SYLLABLES = (
    "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti".split()
)

Command = Sequence[str | Path]


class Cost(NamedTuple):
    """What a process took."""

    cpu: float
    """Seconds."""
    wall: float
    memory: int
    """Bytes."""


class Corpus(NamedTuple):
    """The same facts for every program, and questions about them."""

    store: Path
    text: Path
    table: Path
    questions: list[list[str]]


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """Return so many made-up words of two to four syllables."""
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4))))] = None
    return list(words)


def statements(size: int) -> Iterator[str]:
    """Yield made-up statements, frequent words first by Zipf's law."""
    chance = random.Random(size)
    words = vocabulary(min(40_000, max(2000, size // 8)), chance)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    for _ in range(size):
        told = chance.choices(words, weights, k=14)
        yield f"{' '.join(told).capitalize()} {chance.randint(1900, 2025)}."


def write(folder: Path, size: int) -> Corpus:
    """Write a store of so many facts, the same as lines of text, and the same as a table with a full-text index."""
    corpus = Corpus(folder / "facts.toml", folder / "facts.txt", folder / "facts.sqlite", [])
    asked = set(random.Random(0).sample(range(size), min(BATCH, size)))
    with corpus.store.open("w", encoding="utf-8") as store, corpus.text.open("w", encoding="utf-8") as text:
        store.write('version = 1\n\n[source.s]\ntype = "webpage"\ntitle = "Made up"\n')
        for number, statement in enumerate(statements(size)):
            store.write(f'\n[fact.f{number}]\nstatement = "{statement}"\nquote = "{statement}"\nsource = "s"\n')
            text.write(f"{statement}\n")
            if number in asked:
                corpus.questions.append(random.Random(number).sample(statement.lower().split()[:-1], WORDS))
    age(corpus.store)
    with closing(sqlite3.connect(corpus.table)) as connection, connection, corpus.text.open(encoding="utf-8") as lines:
        connection.execute("CREATE VIRTUAL TABLE facts USING fts5 (statement, tokenize = 'porter')")
        connection.executemany("INSERT INTO facts VALUES (?)", ((line,) for line in lines))
    return corpus


def age(file: Path) -> None:
    """Make a file look old: one that was written just now is compared by its content."""
    os.utime(file, (time.time() - 3600,) * 2)


def run(command: Command, stdin: Path | None = None, environment: dict[str, str] | None = None) -> Cost:
    """Run a command through pipes: some programs stop at the first match when their output is thrown away."""
    started = time.perf_counter()
    with stdin.open() if stdin else Path(os.devnull).open() as lines:
        process = subprocess.Popen(
            command, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
        )
        assert process.stdout
        while process.stdout.read(1 << 16):
            pass
        _, _, used = os.wait4(process.pid, 0)
        process.stdout.close()
        process.returncode = 0
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss * unit)


def median(command: Command, stdin: Path | None = None, environment: dict[str, str] | None = None) -> float:
    """Return the median CPU time of some runs of a command, in seconds; files are read from memory by then."""
    started = time.perf_counter()
    costs: list[float] = []
    while len(costs) < RUNS and (not costs or time.perf_counter() - started < ENOUGH):
        costs.append(run(command, stdin, environment).cpu)
    return statistics.median(costs)


def others(corpus: Corpus) -> dict[str, tuple[Command, Path | None]]:
    """Return the commands that look for the words of the first question, of those that are installed."""
    words = corpus.questions[0]
    match = " OR ".join(words)
    query = f"SELECT statement FROM facts WHERE facts MATCH '{match}' ORDER BY rank LIMIT 5"
    commands: dict[str, tuple[Command, Path | None]] = {
        "sqlite3, FTS5 by bm25": (["sqlite3", corpus.table, query], None),
        "rg -i": (["rg", "-i", "|".join(words), corpus.text], None),
        "grep -iE": (["grep", "-iE", "|".join(words), corpus.text], None),
        "fzf --filter": (["fzf", "--filter", " ".join(words)], corpus.text),
    }
    return {name: command for name, command in commands.items() if shutil.which(str(command[0][0]))}


def measure_index(corpus: Corpus, environment: dict[str, str]) -> None:
    """Print what the index takes: when it is made, and when the store changes."""
    ask: Command = [FACT, "ask", *corpus.questions[0], "--store", corpus.store]
    cache = Path(environment["XDG_CACHE_HOME"]) / "factcli"

    def show(name: str) -> None:
        cost = run(ask, environment=environment)
        print(f"  {name:32} {cost.cpu:9.2f} s CPU {cost.wall:9.2f} s {cost.memory / 1e6:9,.0f} MB of memory")

    show("first question, no index")
    size = sum(file.stat().st_size for file in cache.iterdir())
    print(f"  {'index':32} {size / 1e6:9,.0f} MB of disk")
    show("the same question again")
    with corpus.store.open("a", encoding="utf-8") as store:
        store.write('\n[fact.new]\nstatement = "Something new."\nquote = "Something new."\nsource = "s"\n')
    show("after one fact was appended")
    data = corpus.store.read_bytes()
    middle = data.index(b'\nquote = "', len(data) // 2)
    corpus.store.write_bytes(data[:middle] + b'\nanswer = "Changed"' + data[middle:])
    show("after one fact was changed")
    age(corpus.store)
    show("after the file was touched")


def measure(size: int, folder: Path) -> None:
    """Print the tables for a store of `size` facts."""
    corpus = write(folder, size)
    questions = folder / "questions.txt"
    questions.write_text("".join(f"{' '.join(words)}\n" for words in corpus.questions), encoding="utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run([FACT, "list", "--limit", "1"], environment=environment)  # so that modules are compiled
    print(f"\n{size:,} facts, {corpus.store.stat().st_size / 1e6:,.1f} MB")
    measure_index(corpus, environment)

    first = corpus.questions[0]
    typo = [first[0][:-1] + "x", *first[1:]]
    rows = {
        "fact ask": median([FACT, "ask", *first, "--store", corpus.store], environment=environment),
        "fact ask, a typo": median([FACT, "ask", *typo, "--store", corpus.store], environment=environment),
    }
    rows |= {name: median(command, stdin) for name, (command, stdin) in others(corpus).items()}
    bare = median([sys.executable, "-c", "pass"])
    for name, seconds in rows.items():
        print(f"  {name:32} {1000 * seconds:9.1f} ms CPU {seconds / bare:8.1f} x python -c pass")
    batch = run([FACT, "ask", "-", "--jsonl", "--store", corpus.store], questions, environment)
    rate = len(corpus.questions) / batch.cpu
    print(f"  {'fact ask -':32} {rate:9.0f} questions a second of CPU, start-up included")


def main() -> None:
    """Measure every size that is asked for."""
    for size in map(int, sys.argv[1:] or ("1000", "10000")):
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
