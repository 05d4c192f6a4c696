"""A store that is read piece by piece is the store that is read at once, or it is not read piece by piece."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from factcli.errors import StoreError
from factcli.store import pieces, read
from factcli.store.model import Store
from factcli.store.pieces import IndivisibleError, Stream
from tests.conftest import SHIPPED, SMALL_STORE

FACT = 'statement = "S {0}"\nquote = "Q"\nsource = "a"\n'
SOURCE = '[source.{0}]\ntype = "webpage"\ntitle = "T"\n'
HEADER = rb"(?<=\n)\[(fact|source)\.[ab]\](\s?#[^\n]*)?\r?\n"
FACTS = [f"[fact.{name}]\n{FACT.format(name)}" for name in "abcd"]
FRAGMENTS = [
    FACTS[0],
    f"[fact.e] # five\r\n{FACT.format('e')}",
    *(SOURCE.format(name) for name in "ab"),
    'quote = """\n[fact.f]\nstatement = "\n"""\n',
    'aliases = """\n',
    '"""\n',
    "'''\n",
    'tags = [\n "a",\n]\n',
    "tags = [\n",
    "]\n",
    "[fact]\n",
    "[fact.a.more]\nx = 1\n",
    '["fact".g]\n' + FACT,
    "[ fact . h ]\n" + FACT,
    "[[fact.i]]\n" + FACT,
    "[other]\n",
    "[fact.j]",
    "[fact.k]\nfact.x = 1\n" + FACT,
    'supersedes = ["a"]\n',
    'supersedes = ["z"]\n',
    'colour = "blue"\n',
    "# [fact.n]\n",
    "\n",
    "   \n",
    'statement = "twice"\n',
    'fact.l.statement = "S"\n',
    "fact = {}\n",
    "\x00",
]


def in_pieces(path: Path) -> Store:
    stream = Stream(path, lambda done, of: None)
    facts = list(stream.facts())
    return Store(
        path=path,
        facts={fact.id: fact for fact in facts},
        sources=stream.sources,
        warnings=tuple(stream.warnings),
        digests=stream.digests,
    )


def same(one: Store, other: Store) -> bool:
    return one == other and list(one.facts) == list(other.facts) and list(one.sources) == list(other.sources)


@pytest.fixture(params=[10, 100, 1000])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SIZE", request.param)


@pytest.mark.usefixtures("small")
def test_a_store_in_pieces_is_the_store(tmp_path: Path) -> None:
    assert same(in_pieces(SHIPPED), read.load(SHIPPED))
    for end in ("\n", "\r\n"):
        for start in ("", "\ufeff"):
            file = tmp_path / "facts.toml"
            file.write_text(start + SMALL_STORE + 'colour = "blue"\n', encoding="utf-8", newline=end)
            assert same(in_pieces(file), read.load(file))
            assert in_pieces(file).warnings


@pytest.mark.usefixtures("small")
def test_a_folder_in_pieces_is_the_store(tmp_path: Path) -> None:
    text = SMALL_STORE[: SMALL_STORE.index("[fact.")]
    (tmp_path / "b.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a.toml").write_text(f"version = 1\n{SMALL_STORE.removeprefix(text)}", encoding="utf-8")
    assert same(in_pieces(tmp_path), read.load(tmp_path))


def test_pieces_make_up_the_file() -> None:
    data = SHIPPED.read_bytes()
    cut = list(pieces.cut(io.BytesIO(data * 3)))
    assert b"".join(cut) == data * 3
    assert len(cut) > 1
    assert all(piece.startswith(b"[") for piece in cut[1:])


@given(st.lists(st.sampled_from(["[fact.a]", "[source.b] # c", "[", "x", "\r", "\n", "\n\n"])), st.integers(1, 40))
def test_each_piece_ends_before_the_last_header_that_was_read(parts: list[str], size: int) -> None:
    """However the file falls into blocks: what was looked through once is not looked through again, but for its end."""
    data = "".join(parts).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "SIZE", size)
        cut = list(pieces.cut(io.BytesIO(data)))
    expected, held = [], b""
    for start in range(0, len(data), size):
        held += data[start : start + size]
        headers = [match.start() for match in re.finditer(HEADER, held) if match.start()]
        if headers:
            expected.append(held[: headers[-1]])
            held = held[headers[-1] :]
    assert cut == [*expected, *([held] if held else [])]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A store, with things between its facts that make it another, or none."""
    parts = [SOURCE.format("a"), *FACTS]
    for fragment in draw(st.lists(st.sampled_from(FRAGMENTS), max_size=3)):
        parts.insert(draw(st.integers(0, len(parts))), fragment)
    return "version = 1\n" + "".join(parts)


@given(texts(), st.integers(1, 200))
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_can_be_read_in_pieces_is_read_right(tmp_path: Path, text: str, size: int) -> None:
    path = tmp_path / "facts.toml"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "SIZE", size)
        try:
            store = in_pieces(path)
        except IndivisibleError:
            event("at once")
            return
    event("in pieces")
    try:
        whole = read.load(path)
    except StoreError as error:
        pytest.fail(f"{text!r} is no store: {error}")
    assert same(store, whole)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("change", [b"\n", b"[fact.n]", None])
def test_a_store_that_changes_while_it_is_read_is_no_stream(tmp_path: Path, change: bytes | None) -> None:
    file = tmp_path / "facts.toml"
    file.write_bytes(SHIPPED.read_bytes())
    stream = Stream(file, lambda done, of: None)
    file.write_bytes(file.read_bytes() + change if change else file.read_bytes()[:-2000])
    with pytest.raises(IndivisibleError):
        list(stream.facts())
