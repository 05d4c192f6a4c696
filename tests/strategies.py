"""Hypothesis strategies that several tests share."""

from __future__ import annotations

import os
from typing import Any

import tomli_w
from hypothesis import settings
from hypothesis import strategies as st

# How long an example takes says more about the machine than about the program.
settings.register_profile("factcli", deadline=None)
# Other examples each time, as many as one likes: FACTCLI_FUZZ=100000 pytest -m hypothesis tests/store tests/quote
settings.register_profile(
    "fuzz", deadline=None, derandomize=False, max_examples=int(os.environ.get("FACTCLI_FUZZ") or 100)
)
settings.load_profile("fuzz" if os.environ.get("FACTCLI_FUZZ") else "factcli")

TEXTS = st.text(max_size=60)
"""Any text, control characters and lone surrogates among it."""
ENCODABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
"""Any text that a file can hold."""

_KEYS = st.sampled_from(["version", "fact", "source", "a", "b-c", "quo.ted", 'q"x', "ü", "", "\\n"]) | ENCODABLE
_SCALARS = (
    ENCODABLE
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.times()
    | st.datetimes()
)
VALUES = st.recursive(
    _SCALARS,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(_KEYS, values, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(_KEYS, VALUES, max_size=5).map(tomli_w.dumps)
"""Valid TOML of any shape, as `tomli_w` writes it."""

_RECORD_KEYS = st.sampled_from(
    "statement answer quote source locator period tags aliases supersedes type title author issued language URL text "
    "volume stray".split()
)
_RECORD_VALUES = (
    st.sampled_from(["a", "p. 3", "2024", "2025-10-18", "webpage", "https://a.example", "a.txt", "../a", ["a"], 3])
    | VALUES
)
_RECORDS = st.dictionaries(st.sampled_from("a b A a_b".split()), st.dictionaries(_RECORD_KEYS, _RECORD_VALUES))


def _store(parts: dict[str, Any]) -> str:
    return tomli_w.dumps(parts)


STORES = st.fixed_dictionaries(
    {}, optional={"version": st.just(1) | _SCALARS, "source": _RECORDS | VALUES, "fact": _RECORDS | VALUES}
).map(_store)
"""TOML that is nearly a store."""

SNIPPETS = st.lists(
    st.sampled_from(
        [*"""[]{}="'#.,-\\\n \t\r""", '"""', "'''", "[[", "]]", "fact", "[fact.a]\n", "version = 1\n", "statement",
         "= 2025-02-30", "0x", "1e9", "inf", "true", "\\u", "\ufeff", "\0", "é", "[source.a]\n", 'title = "x"\n']
    ) | ENCODABLE,
    max_size=30,
).map("".join)  # fmt: skip
"""Text that is nearly TOML."""

NUMBERS = st.integers(0, 10**12)

DATE_LIKE = st.tuples(
    st.integers(0, 40), st.sampled_from("./-"), st.integers(0, 40), st.sampled_from("./-"), st.integers(900, 2300)
).map(lambda parts: "".join(map(str, parts)))
"""What looks like a date in digits, and often is none."""
