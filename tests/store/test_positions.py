"""Lines of values: whatever tomllib parses has one, and it is the right one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.store.positions import Path, positions
from tests.strategies import DOCUMENTS, ENCODABLE


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


TRICKY = '''\
# [fact.comment]
version = 1 # version = 2

[fact.a] # ] [fact.b]
statement = """
[fact.fake]
answer = "fake" \\"""
"""
quote = \'\'\'
[fact.fake] # "
\'\'\'\'\'
answer = 'a"b#c'
tags = [ # [
    "x]", # ,
    'y', """
z""",
    { deep = [1, [2, 3]] },
]
[ fact . "b.c" . "\\u0064\\"" ]
"k\\n" = { x.y = 1, "z" = { w = "}" } }
a.b . 'c' = 2025-01-01 00:00:00
dotted.d = """"quoted""""
[[list]]
n = 1
  [list.sub]
  n = 2
  [[list.inner]]
  n = 3
  [[list.inner]]
  n = 4
[[list]]
[[list.inner]]
n = 5
[list.inner.leaf]
n = 6
'''
LINES: dict[Path, int] = {
    ("version",): 2,
    ("fact",): 4,
    ("fact", "a"): 4,
    ("fact", "a", "statement"): 5,
    ("fact", "a", "quote"): 9,
    ("fact", "a", "answer"): 12,
    ("fact", "a", "tags"): 13,
    ("fact", "a", "tags", 0): 14,
    ("fact", "a", "tags", 1): 15,
    ("fact", "a", "tags", 2): 15,
    ("fact", "a", "tags", 3): 17,
    ("fact", "a", "tags", 3, "deep"): 17,
    ("fact", "a", "tags", 3, "deep", 0): 17,
    ("fact", "a", "tags", 3, "deep", 1): 17,
    ("fact", "a", "tags", 3, "deep", 1, 0): 17,
    ("fact", "a", "tags", 3, "deep", 1, 1): 17,
    ("fact", "b.c"): 19,
    ("fact", "b.c", 'd"'): 19,
    ("fact", "b.c", 'd"', "k\n"): 20,
    ("fact", "b.c", 'd"', "k\n", "x"): 20,
    ("fact", "b.c", 'd"', "k\n", "x", "y"): 20,
    ("fact", "b.c", 'd"', "k\n", "z"): 20,
    ("fact", "b.c", 'd"', "k\n", "z", "w"): 20,
    ("fact", "b.c", 'd"', "a"): 21,
    ("fact", "b.c", 'd"', "a", "b"): 21,
    ("fact", "b.c", 'd"', "a", "b", "c"): 21,
    ("fact", "b.c", 'd"', "dotted"): 22,
    ("fact", "b.c", 'd"', "dotted", "d"): 22,
    ("list",): 23,
    ("list", 0): 23,
    ("list", 0, "n"): 24,
    ("list", 0, "sub"): 25,
    ("list", 0, "sub", "n"): 26,
    ("list", 0, "inner"): 27,
    ("list", 0, "inner", 0): 27,
    ("list", 0, "inner", 0, "n"): 28,
    ("list", 0, "inner", 1): 29,
    ("list", 0, "inner", 1, "n"): 30,
    ("list", 1): 31,
    ("list", 1, "inner"): 32,
    ("list", 1, "inner", 0): 32,
    ("list", 1, "inner", 0, "n"): 33,
    ("list", 1, "inner", 0, "leaf"): 34,
    ("list", 1, "inner", 0, "leaf", "n"): 35,
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_tricky_document_has_exactly_these_lines(line_end: str) -> None:
    assert set(paths(tomllib.loads(TRICKY))) == LINES.keys()
    assert positions(TRICKY.replace("\n", line_end)) == LINES


@given(DOCUMENTS)
def test_every_path_that_parses_has_a_line_and_no_other_has(document: str) -> None:
    assert positions(document).keys() == set(paths(tomllib.loads(document)))


@given(st.lists(st.sampled_from("[]{}\"'#=,\n") | ENCODABLE, max_size=20).map("".join), st.data())
def test_line_of_a_key_holds_the_key_whatever_stands_around_it(text: str, data: st.DataObject) -> None:
    """Keys that no text can imitate are put between strings and comments of any content."""
    escaped = "".join(f"\\U{ord(char):08x}" for char in text)
    comment = "".join(char for char in text if char.isprintable())
    raw = "".join(char for char in text if char.isprintable() and char != "\\")
    noise = [
        f"# {comment}\n",
        f'"{escaped}" = 1\n',
        f's = "{escaped}"\n',
        f's = """{raw.replace(chr(34), "")}\n[x]\n"""\n',
        f"s = [ # {comment}\n  '''{raw.replace(chr(39), '')}\n''',\n]\n",
        f's = {{ "{escaped}" = [1, 2], t = "{escaped}" }}\n',
    ]
    chosen = data.draw(st.lists(st.sampled_from(noise), min_size=1, max_size=6))
    document = "".join(f"[table-{index}]\n{part}key-{index} = {index}\n" for index, part in enumerate(chosen))
    lines = document.split("\n")
    found = positions(document)
    for index in range(len(chosen)):
        assert lines[found[f"table-{index}",] - 1] == f"[table-{index}]"
        assert lines[found[f"table-{index}", f"key-{index}"] - 1] == f"key-{index} = {index}"


@pytest.mark.parametrize("depth", range(470, 500))
def test_nesting_at_the_limit_of_tomllib_is_cut_not_raised(depth: int) -> None:
    document = f"first = 1\nx = {'[' * depth}{']' * depth}\n"
    assert positions(document)["x",] == 2


def test_keys_of_very_many_parts_are_cut() -> None:
    found = positions(f"[{'.'.join(['a'] * 50_000)}]\nb = 1\n")
    assert found["a",] == found["a", "a"] == 1
    assert len(found) < 50
