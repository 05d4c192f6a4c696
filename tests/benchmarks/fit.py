"""Fit the weights of the ranking to questions with known answers, and print them as the table has them.

Usage: python -m tests.benchmarks.fit FACTS.jsonl[.gz] QUESTIONS.jsonl[.gz] [MOST-PER-KIND [LANGUAGE]]     (needs numpy)

Listwise softmax regression: how likely the right fact is the one among the candidates. No weight may be negative, so
that each feature keeps speaking for a fact.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from factcli.search import query, rank
from factcli.search.features import WEIGHTS
from tests.benchmarks import corpus
from tests.indexes import index_of

SHRINKAGE = 1e-3
OWN = 0.92
"""What the weights of the features that a fact has itself add up to; thresholds are for that."""
AROUND = ("preceding", "lead_up", "following")
"""Those that it has by the facts around it."""


def candidates(facts: Path, asked: Path, most: int, language: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the features of all candidates, a row for each, which of them are right, and where each question begins.

    Questions whose right fact is no candidate are left out.
    """
    index = index_of(corpus.store_of(facts, language))
    rows: list[list[float]] = []
    right: list[bool] = []
    starts: list[int] = []
    for question in corpus.questions(asked, most):
        relevant = set(question["relevant"])
        read = query.read(question["query"], index.languages)
        views = list(rank.views(index, read, rank.understand(index, read)))
        if any(view.entry.id in relevant for view in views):
            starts.append(len(rows))
            rows += [[feature(view) for feature in WEIGHTS] for view in views]
            right += [view.entry.id in relevant for view in views]
    return np.array(rows), np.array(right), np.array(starts)


def fit(rows: np.ndarray, right: np.ndarray, starts: np.ndarray, steps: int = 3000, rate: float = 1.0) -> np.ndarray:
    """Return weights that are not negative, by projected gradient descent."""
    spread = rows.std(axis=0) + 1e-9
    scaled = rows / spread
    question = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
    found = np.ones(rows.shape[1])

    def shares(scores: np.ndarray) -> np.ndarray:
        return scores / np.maximum(np.add.reduceat(scores, starts), 1e-300)[question]

    for _ in range(steps):
        fits = scaled @ found
        scores = np.exp(fits - np.maximum.reduceat(fits, starts)[question])
        wanted = shares(scores * right) - shares(scores)
        found = np.maximum(0, found + rate * (scaled.T @ wanted / len(starts) - SHRINKAGE * found))
    unscaled = found / spread
    own = [feature.__name__ not in AROUND for feature in WEIGHTS]
    return OWN * unscaled / unscaled[own].sum()


def main() -> None:
    """Fit and print."""
    facts, asked, most, language = (*sys.argv[1:], *("400", "en")[len(sys.argv) - 3 :])
    for feature, weight in zip(WEIGHTS, fit(*candidates(Path(facts), Path(asked), int(most), language)), strict=True):
        print(f"    {feature.__name__}: {weight:.3f},")


if __name__ == "__main__":
    main()
