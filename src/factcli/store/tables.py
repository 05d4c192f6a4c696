"""Facts and sources as TOML text, a table each, a line a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomli_w

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""What is written: by kind, "source" or "fact", and then by id, the values of each table as `tomllib` reads them."""


def text(tables: Tables) -> str:
    """Write tables, sources first, with a blank line between them and LF line ends.

    A string is always on one line: what stands in it comes back as it was, line ends among it.
    """
    blocks = []
    for kind in ("source", "fact"):
        for identifier, table in tables.get(kind, {}).items():
            lines = [f"{_key(key)} = {value(item)}" for key, item in table.items()]
            blocks.append("\n".join([f"[{kind}.{identifier}]", *lines, ""]))
    return "\n".join(blocks)


def value(item: object) -> str:
    """Write one value, on one line."""
    if isinstance(item, list | tuple):
        return f"[{', '.join(map(value, item))}]"
    if isinstance(item, Mapping):
        pairs = ", ".join(f"{_key(key)} = {value(part)}" for key, part in item.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return tomli_w.dumps({"x": item})[len("x = ") : -1]


def _key(key: str) -> str:
    return tomli_w.dumps({key: 0})[: -len(" = 0\n")]
