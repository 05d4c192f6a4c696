"""How much CPU time a question takes, as a ratio to `python -c pass`, beside other ways to search the same text.

Usage: python -m tests.benchmarks.speed [FACTS...]     sizes of the stores, 1000 and 10000 if none is given

Each row is measured in the same run, by the CPU time of the whole process and its children, as the median of several
runs; machines are noisy, so only the ratios mean anything. Programs that are not installed are left out.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FACT = Path(sys.executable).parent / "fact"
RUNS = 7
BATCH = 200
SYLLABLES = (
    "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti".split()
)


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """Return so many made-up words of two to four syllables."""
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4))))] = None
    return list(words)


def write_store(path: Path, size: int) -> list[str]:
    """Write a store of `size` made-up facts, frequent words first by Zipf's law, and return their statements."""
    chance = random.Random(size)
    words = vocabulary(max(2000, size // 8), chance)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    statements = []
    with path.open("w", encoding="utf-8") as file:
        file.write('version = 1\n\n[source.s]\ntype = "webpage"\ntitle = "Made up"\n')
        for number in range(size):
            told = chance.choices(words, weights, k=14)
            statement = f"{' '.join(told).capitalize()} {chance.randint(1900, 2025)}."
            statements.append(statement)
            file.write(f'\n[fact.f{number}]\nstatement = "{statement}"\nquote = "{statement}"\nsource = "s"\n')
    return statements


def cpu(command: list[str | Path], *, stdin: Path | None = None, environment: dict[str, str] | None = None) -> float:
    """Return the median CPU time of a command, in seconds."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with stdin.open() if stdin else Path(os.devnull).open() as lines:
            # through a pipe: some programs stop at the first match when their output is thrown away
            subprocess.run(command, stdin=lines, capture_output=True, env=environment, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times)


def others(words: list[str], text: Path) -> dict[str, list[str | Path]]:
    """Return the commands that look for the same words in the same text, of those that are installed."""
    commands: dict[str, list[str | Path]] = {
        "rg -i": ["rg", "-i", "|".join(words), text],
        "grep -iE": ["grep", "-iE", "|".join(words), text],
        "fzf --filter": ["fzf", "--filter", " ".join(words)],
    }
    return {name: command for name, command in commands.items() if shutil.which(str(command[0]))}


def measure(size: int, folder: Path) -> None:
    """Print the rows for a store of `size` facts."""
    store, text, questions = folder / "facts.toml", folder / "facts.txt", folder / "questions.txt"
    statements = write_store(store, size)
    os.utime(store, (time.time() - 3600,) * 2)  # a store that was written just now is compared by its content
    text.write_text("\n".join(statements), encoding="utf-8")
    chance = random.Random(0)
    asked = [
        chance.sample(statement.rstrip(".").lower().split()[:-1], 4) for statement in chance.sample(statements, BATCH)
    ]
    questions.write_text("".join(f"{' '.join(words)}\n" for words in asked), encoding="utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}

    started = time.perf_counter()
    ask: list[str | Path] = [FACT, "ask", *asked[0], "--store", store]
    subprocess.run(ask, capture_output=True, env=environment, check=False)
    cold = time.perf_counter() - started
    bare = cpu([sys.executable, "-c", "pass"])
    rows = {"fact ask": cpu(ask, environment=environment)}
    typo = [asked[0][0][:-1] + "x", *asked[0][1:]]
    rows["fact ask, a typo"] = cpu([FACT, "ask", *typo, "--store", store], environment=environment)
    rows |= {name: cpu(command, stdin=text) for name, command in others(asked[0], text).items()}
    print(f"\n{size:,} facts, {store.stat().st_size / 1e6:.1f} MB; first question after {cold:.2f} s")
    for name, seconds in rows.items():
        print(f"  {name:20} {1000 * seconds:8.1f} ms CPU  {seconds / bare:6.1f} x python -c pass")
    batch = cpu([FACT, "ask", "-", "--jsonl", "--store", store], stdin=questions, environment=environment)
    print(f"  {'fact ask - ':20} {BATCH / batch:8.0f} questions a second of CPU time, start-up included")


def main() -> None:
    """Measure every size that is asked for."""
    for size in map(int, sys.argv[1:] or ("1000", "10000")):
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
