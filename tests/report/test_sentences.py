"""Sentences about the interview, each with the verdict that a careful reader gives, judged by the shipped store.

`sentences.tsv` has in each line the verdict, the sentence, and where the program is known to miss it, what it says
instead; "none" is for sentences in which nothing is to be judged. Where several passages of a sentence are judged, the
gravest verdict counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, environment

ROWS = [line.split("\t") for line in (Path(__file__).parent / "sentences.tsv").read_text("utf-8").splitlines()]
GRAVEST = ("contradicted", "altered", "unsupported", "missing", "supported", "verbatim")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Check all sentences at once, each a paragraph of one report."""
    folder = tmp_path_factory.mktemp("sentences")
    (folder / "report.md").write_text("\n\n".join(row[1] for row in ROWS) + "\n", encoding="utf-8")
    program = [str(Path(sys.executable).parent / "fact"), "check", "report.md", "--store", os.fspath(SHIPPED), "--json"]
    checked = subprocess.run(
        program, cwd=folder, capture_output=True, encoding="utf-8", env=environment(folder), check=False
    )
    assert checked.returncode == 1, checked.stderr
    found: dict[int, set[str]] = {}
    for finding in json.loads(checked.stdout)["findings"]:
        found.setdefault(finding["line"] // 2, set()).add(finding["verdict"])
    return {
        row[1]: next((verdict for verdict in GRAVEST if verdict in found.get(number, ())), "none")
        for number, row in enumerate(ROWS)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_sentence(row: list[str], verdicts: Mapping[str, str]) -> None:
    assert verdicts[row[1]] == row[-1 if len(row) == 3 else 0]


def test_no_contradicted_figure_is_called_supported_but_where_it_is_known() -> None:
    """A table that grows may not hide what must never happen: these are the only ones, and few."""
    wrong = [row[1] for row in ROWS if row[0] in ("contradicted", "altered") and row[-1] in ("supported", "verbatim")]
    assert len(wrong) <= 2


def test_the_table_is_large_enough_to_tell() -> None:
    counts = Counter(row[0] for row in ROWS)
    assert sum(counts.values()) >= 150
    assert min(counts[verdict] for verdict in (*GRAVEST, "none")) >= 14
    assert sum(len(row) == 3 for row in ROWS) <= 0.06 * len(ROWS)
