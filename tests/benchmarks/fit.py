"""Fit the weights of the ranking to questions with known answers, and print them as the table has them.

Usage: python -m tests.benchmarks.fit FACTS.jsonl[.gz] QUESTIONS.jsonl[.gz] [MOST-PER-KIND]     (needs numpy)

Pairwise logistic regression: the right fact against each other candidate. No weight may be negative, so that each
feature keeps speaking for a fact; and what stands around a fact may not weigh more than its own words, so that a score
stays in [0, 1].
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from factcli.search import query, rank
from factcli.search.features import WEIGHTS
from tests.benchmarks import corpus
from tests.indexes import index_of

OTHERS = 20
"""How many of the other candidates each right fact is held against."""
SHRINKAGE = 1e-3
OWN = 0.92
"""What the weights of the features that a fact has itself add up to; thresholds are for that."""
CAPS = {"neighbourhood": 0.15, "wider_neighbourhood": 0.10}
"""The most that a feature may weigh: beyond that, neighbours of the right fact come first."""


def differences(facts: Path, asked: Path, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return, a row for each pair, the features of the right fact less those of the other, and the pairs' weights."""
    index = index_of(corpus.store_of(facts))
    rows, weights = [], []
    for question in corpus.questions(asked, most):
        relevant = set(question["relevant"])
        if not relevant:
            continue
        read = query.read(question["query"], index.languages)
        terms = rank.understand(index, read)
        views = list(rank.views(index, read, terms)) if terms else []
        features = np.array([[feature(view) for feature in WEIGHTS] for view in views])
        right = [at for at, view in enumerate(views) if view.entry.id in relevant][:1]
        others = [at for at, view in enumerate(views) if view.entry.id not in relevant][:OTHERS]
        if right and others:
            rows.append(features[right[0]] - features[others])
            weights.append(np.full(len(others), 1 / len(others)))
    flat = np.concatenate(weights)
    return np.concatenate(rows), flat / flat.sum()


def fit(pairs: np.ndarray, weights: np.ndarray, steps: int = 4000, rate: float = 0.5) -> np.ndarray:
    """Return weights that are not negative, by projected gradient descent."""
    spread = pairs.std(axis=0) + 1e-9
    scaled = pairs / spread
    found = np.ones(pairs.shape[1])
    caps = np.array([CAPS.get(feature.__name__, 1.0) for feature in WEIGHTS])
    own = np.array([feature.__name__ not in CAPS for feature in WEIGHTS])
    for _ in range(steps):
        wrong = 1 / (1 + np.exp(np.clip(scaled @ found, -30, 30)))
        found = np.maximum(0, found + rate * ((scaled * (wrong * weights)[:, None]).sum(axis=0) - SHRINKAGE * found))
        found = np.minimum(found, caps * (found / spread)[own].sum() / OWN * spread)
    unscaled = found / spread
    return OWN * unscaled / unscaled[own].sum()


def main() -> None:
    """Fit and print."""
    facts, asked, *most = sys.argv[1:]
    pairs, weights = differences(Path(facts), Path(asked), int(most[0]) if most else 400)
    for feature, weight in zip(WEIGHTS, fit(pairs, weights), strict=True):
        print(f"    {feature.__name__}: {weight:.3f},")


if __name__ == "__main__":
    main()
