"""Rows: what JSON Lines and CSV say of facts, and what is wrong with a line."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.intake.rows import LISTS, Row, rows
from factcli.text.cells import defused, joined
from tests.strategies import ENCODABLE, SNIPPETS

WANTED = [
    {"id": "a", "statement": "One, two.", "quote": 'He said "no".\nTwice.', "source": "s", "tags": ["x", "y z"]},
    {"statement": "Three.", "quote": "three", "source": "s", "period": "2024"},
]
COLUMNS = ["id", "statement", "quote", "source", "period", "tags"]


def as_csv(delimiter: str = ",", end: str = "\r\n") -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows({**row, "tags": ";".join(row.get("tags", []))} for row in WANTED)
    return stream.getvalue()


def as_lines(end: str = "\n") -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + end for row in WANTED)


WRITTEN = {
    "JSON Lines": (as_lines(), [1, 2]),
    "with CRLF": (as_lines("\r\n"), [1, 2]),
    "with a byte order mark": ("\ufeff" + as_lines(), [1, 2]),
    "with blank lines": ("\n" + as_lines("\n\n"), [2, 4]),
    "without a last line end": (as_lines().rstrip(), [1, 2]),
    "with null": (as_lines().replace('"period"', '"answer": null, "period"'), [1, 2]),
    "CSV": (as_csv(), [2, 4]),
    "CSV with LF": (as_csv(end="\n"), [2, 4]),
    "CSV with a byte order mark": ("\ufeff" + as_csv(), [2, 4]),
    "CSV with semicolons": (as_csv(";"), [2, 4]),
    "CSV with tabs": (as_csv("\t"), [2, 4]),
    "CSV with empty lines": (as_csv().replace("\r\nThree", "\r\n,,,,,\r\nThree").replace("\r\n,", "\r\n\r\n,"), [2, 5]),
}


@pytest.mark.parametrize(("text", "lines"), WRITTEN.values(), ids=WRITTEN)
def test_rows_say_the_same_however_they_are_written(text: str, lines: list[int]) -> None:
    assert rows(text, "f") == ([Row(line, values) for line, values in zip(lines, WANTED, strict=True)], [])


FAULTS = {
    "no JSON": ('{"id": "a"}\n{"id": a}\n', ["f:2:8: no JSON: expecting value"]),
    "no object": ('{}\n["a"]\n3\n', ["f:2: expected an object", "f:3: expected an object"]),
    "a doubled key": ('{"id": "a", "id": "b"}', ['f:1: the key "id" is there twice']),
    "NaN": ('{"id": NaN}', ["f:1: NaN is no JSON"]),
    "too deep": ('{"id": ' + "[" * 100_000 + "]" * 100_000 + "}", ["f:1: nested too deep"]),
    "too many digits": ('{"id": ' + "1" * 5000 + "}", ["f:1: nested too deep, or a number of too many digits"]),
    "an array": ('[{"id": "a"}]', ["f:1: is a JSON array, not JSON Lines"]),
    "no header": ("a,b\n1,2\n", ["f:1: neither JSON Lines nor CSV with a header"]),
    "binary": ("\x00\x01", ["f:1: neither JSON Lines nor CSV with a header"]),
    "a doubled column": ("quote,source,quote\n", ['f:1: the column "quote" is there twice']),
    "a cell too many": ("quote,source\na,b\na,b,c\nd\n", ["f:3: has 3 cells, the header has 2", "f:4: has 1 cells"]),
    "a quote in a cell": ('quote,source\n"a"b,c\n', ["f:2: no CSV: "]),
    "an open quote": ('quote,source\nd,e\n"a,b\n', ["f:3: no CSV: unexpected end of data"]),
}


@pytest.mark.parametrize(("text", "problems"), FAULTS.values(), ids=FAULTS)
def test_faults_have_their_line(text: str, problems: list[str]) -> None:
    found = [str(fault) for fault in rows(text, "f")[1]]
    assert len(found) == len(problems)
    assert [fault[: len(problem)] for fault, problem in zip(found, problems, strict=True)] == problems
    assert all("\n    " in fault for fault in found)


def test_a_cell_may_be_huge() -> None:
    (row,), faults = rows("quote,source\n" + "x" * 1_000_000 + ",s\n", "f")
    assert (len(row.values["quote"]), faults) == (1_000_000, [])


@given(SNIPPETS | st.text())
def test_any_text_gives_rows_or_faults(text: str) -> None:
    found, faults = rows(text, "f")
    assert all(isinstance(row.values, dict) and row.line for row in found)
    assert all(fault.line and fault.mend for fault in faults)


FILLED = ENCODABLE.filter(lambda text: text.strip() and "\0" not in text)
ELEMENTS = st.lists(FILLED, min_size=1)
TABLES = st.lists(
    st.fixed_dictionaries(
        {"statement": FILLED, "quote": FILLED, "source": FILLED}, optional={"tags": ELEMENTS, "answer": FILLED}
    ),
    min_size=1,
)


@given(TABLES)
def test_json_lines_come_back(table: list[dict[str, object]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=bool(n % 2)) + "\n" for n, row in enumerate(table))
    assert [row.values for row in rows(text, "f")[0]] == table


@given(TABLES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(",;\t"))
def test_csv_comes_back(table: list[dict[str, object]], end: str, delimiter: str) -> None:
    """Quoted throughout, as a spreadsheet writes cells that need it, and defused, as `fact export` writes them."""
    stream = io.StringIO(newline="")
    columns = ["statement", "quote", "source", "tags", "answer"]
    writer = csv.DictWriter(stream, columns, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(
        {key: defused(joined(value) if key in LISTS else value) for key, value in row.items()}  # type: ignore[arg-type]
        for row in table
    )
    assert [row.values for row in rows(stream.getvalue(), "f")[0]] == table
