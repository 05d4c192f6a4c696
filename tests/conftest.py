"""What many tests share: a small store, and the program as a real process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "facts.toml"
LOCK = ROOT / "facts.lock"
INTERVIEW = ROOT.parent / "shared" / "sources" / "azertac-2025-10-18.txt"
"""The text of the shipped store's source, which is not ours to publish; tests that need it run where it is."""

SMALL_STORE = """\
version = 1

[source.herald]
type = "article-newspaper"
title = "Harbour opens after ten years"
author = [{ family = "Doe", given = "Jane" }]
container-title = "The Harbour Herald"
issued = 2025-03-01
language = "en"
URL = "https://herald.example/harbour"
text = "herald.txt"

[fact.harbour-cost-2024]
statement = "The new harbour of Port Example cost $12 million in 2024."
answer = "$12 million"
quote = "the harbour, which cost $12 million in 2024"
source = "herald"
locator = "para. 2"
period = "2024"
tags = ["harbour", "money"]
aliases = ["price of the port"]

[fact.harbour-opening]
statement = "The mayor, Ada Smith, opened the new harbour of Port Example on 1 March 2025."
answer = "Ada Smith"
quote = "Mayor Ada Smith opened"
source = "herald"
period = "2025-03-01"
tags = ["harbour"]
"""
SMALL_TEXT = """\
Harbour opens after ten years

On Saturday Mayor Ada Smith opened the harbour, which cost $12 million in 2024 after many delays.

Ships may dock from Monday.
"""


def environment(home: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which nothing of the machine's own user plays a part."""
    kept = {
        key: value for key, value in os.environ.items() if key in ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
    }
    kept["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error", **variables}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return the path of a small store whose source has its text."""
    path = tmp_path / "facts.toml"
    path.write_text(SMALL_STORE, encoding="utf-8")
    (tmp_path / "herald.txt").write_text(SMALL_TEXT, encoding="utf-8")
    return path


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `fact` with arguments as a user would, in `tmp_path` unless told otherwise."""

    def run_fact(
        *args: str, cwd: Path = tmp_path, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).parent / "fact", *args],
            cwd=cwd,
            input=stdin,
            env=environment(tmp_path, **(env or {})),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run_fact


@pytest.fixture
def ask_json(run: Run) -> Callable[..., dict[str, Any]]:
    """Run `fact` with `--json` and return the envelope."""

    def run_json(*args: str, **options: Any) -> dict[str, Any]:
        result: dict[str, Any] = json.loads(run(*args, "--json", **options).stdout)
        return result

    return run_json


def require(program: str) -> str:
    """Return the path of a program; without it skip the test, but fail in CI, which installs all of them."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is not installed")
        pytest.skip(f"{program} is not installed")
    return path
