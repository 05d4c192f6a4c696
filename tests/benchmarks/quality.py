"""How well questions with known answers are answered, and questions without one refused.

Usage: python -m tests.benchmarks.quality FACTS.jsonl[.gz] QUESTIONS.jsonl[.gz] [--most N] [--language xx]

Runs the real program over a store made of the facts. For each kind of question: how many have a right fact first
(R@1) and among five (R@5), the mean reciprocal rank up to ten (MRR), how many get a strong answer; and for kinds
without answers how well their best scores stand apart from those of `clean` (AUROC).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from pathlib import Path
from typing import Any

import tomli_w

from tests.benchmarks import corpus

Rows = list[tuple[dict[str, Any], list[dict[str, Any]], bool]]


def identifier(text: str) -> str:
    """Return an id that a store may have."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def write_store(facts: Path, language: str, folder: Path) -> Path:
    """Write the facts as a store and return its path."""
    store = folder / "facts.toml"
    sources: dict[str, Any] = {}
    tables: dict[str, Any] = {}
    for row in corpus.read_lines(facts):
        source = identifier(row["source_id"])
        sources[source] = {"type": "webpage", "title": row["source_title"], "language": language}
        tables[identifier(row["id"])] = {"statement": row["statement"], "quote": row["quote"], "source": source}
    store.write_text(tomli_w.dumps({"version": 1, "source": sources, "fact": tables}), encoding="utf-8")
    return store


def ask(store: Path, questions: list[dict[str, Any]], *options: str) -> list[dict[str, Any]]:
    """Put all questions to the program and return its envelopes."""
    lines = "".join(" ".join(question["query"].split()) + "\n" for question in questions)
    command = [Path(sys.executable).parent / "fact", "ask", "-", "--jsonl", "--store", store, *options]
    run = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def auroc(answered: list[float], refused: list[float]) -> float:
    """Return how often an answerable question scores above one that is not; a tie counts half."""
    refused = sorted(refused)
    above = sum((bisect_left(refused, score) + bisect_right(refused, score)) / 2 for score in answered)
    return above / (len(answered) * len(refused))


def report(rows: Rows) -> None:
    """Print the table."""
    kinds: dict[str, Rows] = defaultdict(list)
    for row in rows:
        kinds[row[0]["kind"]].append(row)
    best = {kind: [results[0]["score"] if results else 0.0 for _, results, _ in of] for kind, of in kinds.items()}
    print(f"{'kind':12} {'n':>5} {'R@1':>6} {'R@5':>6} {'MRR':>6} {'strong':>6} {'AUROC':>6}")
    for kind, of in kinds.items():
        strong = sum(strong for *_, strong in of) / len(of)
        if not any(question["relevant"] for question, *_ in of):
            apart = f"{auroc(best['clean'], best[kind]):6.3f}" if "clean" in best else ""
            print(f"{kind:12} {len(of):5} {'':20} {strong:6.3f} {apart}")
            continue
        ranks = [rank(question, results) for question, results, _ in of]
        first, five = (sum(at is not None and at < most for at in ranks) / len(of) for most in (1, 5))
        mean = sum(1 / (at + 1) for at in ranks if at is not None) / len(of)
        print(f"{kind:12} {len(of):5} {first:6.3f} {five:6.3f} {mean:6.3f} {strong:6.3f}")


def rank(question: dict[str, Any], results: list[dict[str, Any]]) -> int | None:
    """Return the place of the first right fact, from 0."""
    right = {identifier(relevant) for relevant in question["relevant"]}
    return next((at for at, result in enumerate(results) if result["id"] in right), None)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--most", type=int, default=200, help="questions of each kind")
    parser.add_argument("--language", default="en")
    given = parser.parse_args()
    questions = corpus.questions(given.questions, given.most)
    with tempfile.TemporaryDirectory() as folder:
        store = write_store(given.facts, given.language, Path(folder))
        started = time.perf_counter()
        ranked = ask(store, questions, "-n", "10", "--min-score", "0")
        taken = time.perf_counter() - started
        judged = ask(store, questions, "-n", "1")
    rows = [
        (question, every["results"], any(result["match"] == "strong" for result in answers["results"]))
        for question, every, answers in zip(questions, ranked, judged, strict=True)
    ]
    report(rows)
    print(f"{len(questions)} questions in {taken:.1f} s, indexing included")


if __name__ == "__main__":
    main()
