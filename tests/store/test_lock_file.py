"""The lock file: what is written is what is read, and whatever else is there is refused with its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import FactError, Fault, StoreError
from factcli.store import lock_file
from factcli.store.lock_file import Lock, Locked
from tests.strategies import ENCODABLE, SNIPPETS, VALUES

DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
QUOTES = st.builds(
    lambda source, digest, start, length, date: Locked(
        source=source, digest=digest, start=start, end=start + length, date=date
    ),
    ENCODABLE.filter(bool), DIGESTS, st.integers(0, 2**40), st.integers(1, 2**40), st.dates(),
)  # fmt: skip
LOCKS = st.builds(
    lambda texts, quotes: Lock(texts=texts, quotes=quotes),
    st.dictionaries(ENCODABLE, DIGESTS),
    st.dictionaries(ENCODABLE, QUOTES),
)
_ENTRY = st.dictionaries(
    st.sampled_from("source digest span date sha256".split()),
    st.sampled_from(["herald", "a" * 64, [1, 2], [2, 1], [True, 2], [1, 2, 3], dt.date(2026, 1, 1)]) | VALUES,
)
NEARLY = st.fixed_dictionaries(
    {},
    optional={
        "version": st.just(1) | VALUES,
        "source": st.dictionaries(ENCODABLE, _ENTRY | VALUES, max_size=3) | VALUES,
        "fact": st.dictionaries(ENCODABLE, _ENTRY | VALUES, max_size=3) | VALUES,
    },
).map(tomli_w.dumps)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples: making one for each would take most of the time."""
    return tmp_path_factory.mktemp("lock")


@given(LOCKS)
def test_what_is_written_is_read(folder: Path, lock: Lock) -> None:
    store = folder / "facts.toml"
    file = lock_file.write(store, lock, print)
    assert file.name == "facts.lock"
    assert lock_file.load(store) == lock
    assert list(file.parent.iterdir()) == [file]


@given(LOCKS)
def test_the_order_of_the_facts_does_not_matter(folder: Path, lock: Lock) -> None:
    store = folder / "facts.toml"
    written = lock_file.write(store, lock, print).read_bytes()
    turned = Lock(texts=dict(reversed(lock.texts.items())), quotes=dict(reversed(lock.quotes.items())))
    assert lock_file.write(store, turned, print).read_bytes() == written


@given(NEARLY | SNIPPETS | st.text())
def test_any_lock_file_is_read_or_refused(folder: Path, text: str) -> None:
    store = folder / "facts.toml"
    file = store.with_suffix(".lock")
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    faults: tuple[Fault, ...] = ()
    try:
        assert all(0 <= held.start < held.end for held in lock_file.load(store).quotes.values())
    except StoreError as error:
        faults = error.faults
    for fault in faults:
        assert fault.file.endswith("facts.lock")
        assert fault.problem
        assert fault.mend
        assert fault.line is None or 1 <= fault.line <= text.count("\n") + 1


def test_no_file_is_an_empty_lock(tmp_path: Path) -> None:
    assert lock_file.load(tmp_path / "facts.toml") == Lock()


def test_what_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    store = tmp_path / "facts.toml"
    file = lock_file.write(store, Lock(texts={"a": "0" * 64}), print)
    before = file.read_bytes()
    (tmp_path / "elsewhere").mkdir()
    file.unlink()
    file.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FactError, match=r"facts\.lock: it is not a file"):
        lock_file.write(store, Lock(), print)
    file.unlink()
    file.write_bytes(before)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "facts.lock"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.lock").write_text("version = 1\n")
    link = tmp_path / "facts.lock"
    link.symlink_to("real.lock")
    lock_file.write(tmp_path / "facts.toml", Lock(texts={"a": "0" * 64}), print)
    assert link.is_symlink()
    assert lock_file.load(tmp_path / "facts.toml").texts == {"a": "0" * 64}
