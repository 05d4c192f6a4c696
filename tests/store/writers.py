"""What tests of writing run as processes of their own: `python -m tests.store.writers STORE ID...`.

Appends one fact after the other and says so, id by id.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcli.store.append import append


def table(identifier: str) -> dict[str, Any]:
    return {"statement": f"The {identifier} burns.", "quote": f"burns {identifier}", "source": "herald", "tags": ["x"]}


def write(store: Path, identifiers: Iterable[str]) -> None:
    for identifier in identifiers:
        append(store, {"fact": {identifier: table(identifier)}}, lambda _: None, lambda _: None)
        print(identifier, flush=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2:])
