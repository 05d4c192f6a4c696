"""Stores that are odd but valid, and that no input makes reading fail other than by a StoreError."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcli.errors import StoreError
from factcli.store import read
from factcli.store.model import Store
from tests.conftest import SMALL_STORE, Run
from tests.store.test_broken_stores import FACT, SOURCE, VALID, in_fact, in_source
from tests.strategies import DOCUMENTS, SNIPPETS, STORES


def loaded(folder: Path, content: str | bytes) -> Store:
    path = folder / "facts.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read.load(path)


ODD = {
    "byte order mark": b"\xef\xbb\xbf" + VALID.encode(),
    "CRLF": VALID.replace("\n", "\r\n"),
    "no line end at the end": VALID.rstrip(),
    "facts before sources": f"version = 1\n{FACT}{SOURCE}",
    "version at the end of the file's head": f"# facts\n\nversion = 1\n{SOURCE}{FACT}",
    "quoted id": VALID.replace("[fact.cost]", '[fact."cost"]'),
    "quoted id with an escape": VALID.replace("[fact.cost]", r'["fact"."co\u0073t"]'),
    "dotted keys": 'version = 1\nsource.herald.type = "article-newspaper"\nsource.herald.title = "Harbour opens"\n'
    'fact.cost.statement = "It cost $12 million."\nfact.cost.quote = "which cost $12 million"\n'
    'fact.cost.source = "herald"\n',
    "inline tables": 'version = 1\n[source]\nherald = { type = "article-newspaper", title = "Harbour opens" }\n[fact]\n'
    'cost = { statement = "It cost $12 million.", quote = "which cost $12 million", source = "herald" }\n',
    "white space and comments": VALID.replace("[fact.cost]", "  [ fact . cost ] # the price").replace(" = ", "\t=  "),
    "long and literal strings": VALID.replace('"It cost $12 million."', "'''\nIt cost $12 million.'''"),
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD.keys())
def test_every_spelling_of_toml_gives_the_same_store(tmp_path: Path, content: str | bytes) -> None:
    plain, odd = loaded(tmp_path, VALID), loaded(tmp_path, content)
    assert (odd.facts, odd.sources, odd.warnings) == (plain.facts, plain.sources, ())


@pytest.mark.parametrize(
    ("value", "text", "bounds"),
    [
        ("2025-10-18", "2025-10-18", ((2025, 10, 18), (2025, 10, 18))),
        ("2025-10-18T23:59:59Z", "2025-10-18", ((2025, 10, 18), (2025, 10, 18))),
        ("2025-10-18 23:59:59.5", "2025-10-18", ((2025, 10, 18), (2025, 10, 18))),
        ("2025-10-18T00:30:00+04:00", "2025-10-18", ((2025, 10, 18), (2025, 10, 18))),
        ('"2025"', "2025", ((2025, 1, 1), (2025, 12, 31))),
        ('"2025-10"', "2025-10", ((2025, 10, 1), (2025, 10, 31))),
        ('"2024/2025"', "2024/2025", ((2024, 1, 1), (2025, 12, 31))),
        ('"1850~"', "1850~", ((1850, 1, 1), (1850, 12, 31))),
        ('"2004-21"', "2004-21", ((2004, 3, 1), (2004, 5, 31))),
        ('"-0043"', "-0043", ((-43, 1, 1), (-43, 12, 31))),
    ],
)
def test_dates_of_toml_and_edtf_are_read(tmp_path: Path, value: str, text: str, bounds: Any) -> None:
    store = loaded(tmp_path, in_source(f"issued = {value}") + f"period = {value}\n")
    for period in (store.sources["herald"].dates["issued"], store.facts["cost"].period):
        assert period is not None
        assert (period.text, period.bounds()) == (text, bounds)


def test_unknown_keys_are_kept_and_warned_of_in_the_order_of_lines(tmp_path: Path, run: Run) -> None:
    content = in_source('shelf = "B"') + 'confidence = "high"\nalias = ["price"]\nnested = { a = [1] }\n[extra]\n'
    store = loaded(tmp_path, content)
    assert store.facts["cost"].extra == {"confidence": "high", "alias": ["price"], "nested": {"a": [1]}}
    result = run("list", "--store", "facts.toml")
    assert result.returncode == 0
    assert result.stdout == "cost\tIt cost $12 million.\n"
    assert result.stderr == WARNINGS
    assert run("list", "--store", "facts.toml", "--quiet").stderr == ""


WARNINGS = """\
warning: facts.toml:5: source.herald.shelf: no CSL variable, not used
    Delete it, or look up its right name with: fact schema
warning: facts.toml:10: fact.cost.confidence: unknown key, kept but not used
    Delete it, or look up its right name with: fact schema
warning: facts.toml:11: fact.cost.alias: unknown key, kept but not used
    Did you mean aliases?
warning: facts.toml:12: fact.cost.nested: unknown key, kept but not used
    Delete it, or look up its right name with: fact schema
warning: facts.toml:13: extra: unknown key
    Delete it, or look up its right name with: fact schema
"""

HOSTILE = r"""\u001b]0;title\u0007 \u001b[31m \u009b2J \u202egnp \u0000 \u007f"""


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["show", "cost"],
        ["show", "cost", "--json"],
        ["ask", "cost $12 million"],
        ["cite", "cost"],
    ],
    ids=" ".join,
)
def test_control_characters_are_warned_of_and_never_printed_raw(tmp_path: Path, run: Run, command: list[str]) -> None:
    content = VALID.replace("It cost", f"It cost {HOSTILE}").replace("Harbour", f"Harbour {HOSTILE}")
    content += f'answer = "{HOSTILE}"\ntags = ["{HOSTILE}"]\naliases = ["{HOSTILE}"]\nperiod = "2024"\n'
    loaded(tmp_path, content.replace("which cost", f"which {HOSTILE} cost") + f'"x{HOSTILE}" = "{HOSTILE}"\n')
    result = run(*command, "--store", "facts.toml")
    assert result.returncode in (0, 1)
    assert result.stderr
    for printed in (result.stdout, result.stderr):
        assert not [char for char in printed if (char < " " and char not in "\t\n") or char in "\x7f\x9b\u202e"]
    if command == ["list"]:
        assert r"fact.cost.statement: holds invisible control characters (\u202e, \x00, \x07, \x1b, \x7f, \x9b)" in (
            result.stderr
        )


def test_files_of_a_folder_are_one_store(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "a-facts.toml").write_text(f'version = 1\n{FACT}supersedes = ["old"]\n', encoding="utf-8")
    (folder / "b-sources.toml").write_text(f"version = 1\n{SOURCE}", encoding="utf-8")
    (folder / "c-more.toml").write_text(f"version = 1\n{FACT.replace('cost]', 'old]')}", encoding="utf-8")
    (folder / "notes.md").write_text("not TOML", encoding="utf-8")
    store = read.load(folder)
    assert list(store.facts) == ["cost", "old"]
    assert store.superseded() == {"old": "cost"}
    assert run("list", "--store", "store").stdout == "cost\tIt cost $12 million.\nold\tIt cost $12 million.\n"


def test_text_of_a_source_is_read_as_it_is(store: Path) -> None:
    (store.parent / "herald.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    facts = read.load(store)
    assert read.read_text(facts, facts.sources["herald"]) == "one\r\ntwo\n"


@pytest.mark.parametrize("name", ["herald.txt", "no/such/folder.txt", ".", "a" * 300])
def test_text_that_is_not_there_is_no_fault(tmp_path: Path, run: Run, name: str) -> None:
    loaded(tmp_path, in_source(f'text = "{name}"'))
    result = run("list", "--store", "facts.toml", "--json")
    assert (result.returncode, json.loads(result.stdout)["facts"][0]["verified"]) == (0, "unchecked")
    assert "Traceback" not in result.stderr


def test_text_that_is_no_text_is_warned_of(store: Path, run: Run) -> None:
    (store.parent / "herald.txt").write_bytes(b"caf\xe9")
    result = run("list", "--json", "--store", "facts.toml")
    assert result.returncode == 0
    assert result.stderr == "warning: herald.txt:1: byte 0xe9 is not UTF-8\n    Save the file as UTF-8.\n"


def test_text_may_stand_behind_a_link_within_the_folder(store: Path) -> None:
    (store.parent / "herald.txt").rename(store.parent / "real.txt")
    (store.parent / "herald.txt").symlink_to("real.txt")
    facts = read.load(store)
    assert "Ada Smith" in (read.read_text(facts, facts.sources["herald"]) or "")


def test_every_csl_kind_of_variable_is_read(store: Path) -> None:
    source = read.load(store).sources["herald"]
    assert source.title == "Harbour opens after ten years"
    assert [(name.family, name.given) for name in source.names["author"]] == [("Doe", "Jane")]
    assert source.variables == {"container-title": "The Harbour Herald", "URL": "https://herald.example/harbour"}
    assert (source.language, source.text) == ("en", "herald.txt")


def outcome(content: bytes) -> Store | StoreError:
    """Read a store of one file; anything raised but a StoreError fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.toml"
        path.write_bytes(content)
        try:
            return read.load(path)
        except StoreError as error:
            return error


@given(st.binary(max_size=200) | SNIPPETS.map(str.encode) | DOCUMENTS.map(str.encode) | STORES.map(str.encode))
@example(b"x = " + b"[" * 489 + b"]" * 489)
@example(f"version = 0x{'f' * 5000}".encode())
@example(b'[fact."\\u001b"]\n[fact."\\u001b"]')
@example(b'[fact.a]\nsource="\\f"')
def test_reading_anything_gives_a_store_or_faults_that_are_safe_to_show(content: bytes) -> None:
    found = outcome(content)
    if isinstance(found, StoreError):
        assert found.faults
        assert all(fault.problem and fault.mend.strip() for fault in found.faults)
        assert all(char == "\n" or char.isprintable() or char > "\x9f" for char in str(found))


@given(st.lists(st.sampled_from(VALID.splitlines(keepends=True)), max_size=12).map("".join))
def test_reading_any_mixture_of_lines_never_fails_otherwise(content: str) -> None:
    outcome(content.encode())


@given(st.integers(0, len(SMALL_STORE)), st.integers(0, 20), SNIPPETS)
def test_reading_a_store_with_any_edit_never_fails_otherwise(at: int, length: int, new: str) -> None:
    outcome((SMALL_STORE[:at] + new + SMALL_STORE[at + length :]).encode())


def test_a_key_that_only_python_can_not_write_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="more than 64 bits"):
        loaded(tmp_path, in_fact(f"mine = {{ a = [0x{'f' * 5000}] }}"))


def test_hidden_files_of_a_folder_are_no_part_of_the_store(tmp_path: Path) -> None:
    """Editors keep locks and copies beside a file; Emacs's is a dangling link."""
    (tmp_path / "facts.toml").write_text(SMALL_STORE, encoding="utf-8")
    (tmp_path / ".copy.toml").write_text("broken", encoding="utf-8")
    (tmp_path / ".#facts.toml").symlink_to("nobody@nowhere")
    assert len(read.load(tmp_path).facts) == 2


def test_other_toml_files_of_a_folder_are_passed_over_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "facts.toml").write_text(SMALL_STORE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    store = read.load(tmp_path)
    assert len(store.facts) == 2
    assert [(Path(fault.file).name, fault.problem) for fault in store.warnings] == [
        ("pyproject.toml", "is no part of a store, passed over")
    ]


def test_facts_may_not_supersede_one_another_in_a_circle(tmp_path: Path) -> None:
    """None of them would ever answer."""
    path = tmp_path / "facts.toml"
    fact = '[fact.{}]\nstatement = "S"\nquote = "Q"\nsource = "s"\nsupersedes = ["{}"]\n'
    source = 'version = 1\n[source.s]\ntype = "webpage"\ntitle = "T"\n'
    path.write_text(source + fact.format("a", "b") + fact.format("b", "c") + fact.format("c", "a"), encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        read.load(path)
    assert [fault.path for fault in caught.value.faults] == [f"fact.{key}.supersedes" for key in "abc"]


def test_a_misspelled_key_is_named_where_it_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text(SMALL_STORE.replace('quote = "Mayor', 'qoute = "Mayor'), encoding="utf-8")
    with pytest.raises(StoreError, match="Did you mean it by qoute"):
        read.load(path)
