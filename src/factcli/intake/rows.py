"""Rows of a file to import: JSON Lines, or CSV with a header, told apart by how they begin."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcli.errors import Fault
from factcli.store.validate import FACT_KEYS
from factcli.text.cells import elements, restored
from factcli.text.safe import safe

LISTS = ("tags", "aliases", "supersedes")
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """What one line says of a fact: its keys as in a store, and `id`. What is empty or null is left out."""

    line: int | None
    """Counted from 1; None of what is not from a file."""
    values: dict[str, Any]


def rows(text: str, shown: str) -> tuple[list[Row], list[Fault]]:
    """Read the rows of a text, and what is wrong with its form; `shown` is the file's name in faults."""
    text = text.removeprefix("\ufeff")
    found, faults = [], []
    for item in _json_lines(text, shown) if text.lstrip()[:1] in ("{", "[") else _csv(text, shown):
        if isinstance(item, Fault):
            faults.append(item)
        else:
            found.append(item)
    return found, faults


def _json_lines(text: str, shown: str) -> Iterator[Row | Fault]:
    if text.lstrip().startswith("["):
        mend = "Write one object a line, without [ ] around them: jq -c '.[]' does that."
        yield Fault(file=shown, line=1, problem="is a JSON array, not JSON Lines", mend=mend)
        return
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            values = json.loads(written, object_pairs_hook=_object, parse_constant=_no_number)
        except json.JSONDecodeError as error:
            problem = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
            yield Fault(file=shown, line=line, column=error.colno, problem=problem, mend="Write one object a line.")
            continue
        except (ValueError, RecursionError) as error:
            problem = str(error) if isinstance(error, _JsonError) else "nested too deep, or a number of too many digits"
            yield Fault(file=shown, line=line, problem=problem, mend="Write one object a line.")
            continue
        if isinstance(values, dict):
            yield Row(line, {key: value for key, value in values.items() if value is not None})
        else:
            yield Fault(file=shown, line=line, problem="expected an object", mend='Write {"statement": "…", …}.')


class _JsonError(ValueError):
    """JSON that Python would take in silence."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _JsonError(f'the key "{safe(key)[:60]}" is there twice')
        found[key] = value
    return found


def _no_number(name: str) -> float:
    raise _JsonError(f"{name} is no JSON")


def _csv(text: str, shown: str) -> Iterator[Row | Fault]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    header = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Fault(file=shown, line=line, problem=f"no CSV: {error}", mend='Write a quote in a cell as "".')
            return
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if not columns:
            columns = [restored(cell.strip()) for cell in cells]
            if fault := _header_fault(columns, shown, line):
                yield fault
                return
        elif len(cells) != len(columns):
            problem = f"has {len(cells)} cells, the header has {len(columns)}"
            mend = f'Put quotes around a cell that holds a "{delimiter}".' if delimiter != "\t" else "Add or take away."
            yield Fault(file=shown, line=line, problem=problem, mend=mend)
        else:
            yield Row(line, _cells(columns, cells))


def _header_fault(columns: list[str], shown: str, line: int) -> Fault | None:
    if len(set(columns)) < len(columns):
        double = next(column for column in columns if columns.count(column) > 1)
        problem, mend = f'the column "{safe(double)[:60]}" is there twice', "Take one of them away, or name it."
        return Fault(file=shown, line=line, problem=problem, mend=mend)
    if not {"statement", "quote", "source"} & set(columns):
        mend = f"Begin with a line of column names: id,{','.join(FACT_KEYS)}"
        return Fault(file=shown, line=line, problem="neither JSON Lines nor CSV with a header", mend=mend)
    return None


def _cells(columns: list[str], cells: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=True):
        if column in LISTS:
            if listed := elements(restored(cell)):
                values[column] = listed
        elif cell.strip():
            values[column] = restored(cell)
    return values
