"""Many writers, killed writers, full disks: the store is the old one or the new one, whole."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcli.errors import FactError
from factcli.store import read
from tests.conftest import ROOT, SMALL_STORE
from tests.store.writers import table, write

COMMENTED = "# Nobody touches this.\n" + SMALL_STORE.replace("\n\n", "\n\n# Nor this: é “…”\n")
WRITERS, EACH, KILLS = 50, 20, 200

# Forks a writer and kills it at a random moment, again and again; prints how many facts it had written each time, and
# fails if the store is anything else than what it was with that many whole facts behind it.
KILLING = """
import os, random, signal, sys, time
from itertools import count
from pathlib import Path
from factcli.store import tables
from tests.store.writers import table, write
store, kills, old = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[1]).read_bytes()
for _ in range(kills):
    store.write_bytes(old)
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        write(store, (f"k{n}" for n in count()))
    time.sleep(random.uniform(0, 0.03))
    os.kill(child, 9)
    os.waitpid(child, 0)
    whole = store.read_bytes()
    written = whole.count(b"[fact.k")
    new = "".join("\\n" + tables.text({"fact": {f"k{n}": table(f"k{n}")}}) for n in range(written))
    assert whole == old + new.encode(), whole[len(old):]
    print(written, (store.parent / ".facts.toml.new").exists(), flush=True)
"""


def writer(store: Path, *identifiers: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writers", store, *identifiers]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def test_50_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """1,000 facts are there, each as it was given, and what stood there before is untouched."""
    store = tmp_path / "facts.toml"
    store.write_text(COMMENTED, encoding="utf-8")
    wanted = [[f"w{n}-{m}" for m in range(EACH)] for n in range(WRITERS)]
    processes = [writer(store, *identifiers) for identifiers in wanted]
    said = [process.communicate(timeout=300) for process in processes]
    assert [(out.split(), error) for out, error in said] == [(identifiers, "") for identifiers in wanted]
    text = store.read_text(encoding="utf-8")
    assert text.startswith(COMMENTED)
    facts = tomllib.loads(text)["fact"]
    assert {key: facts[key] for identifiers in wanted for key in identifiers} == {
        key: table(key) for identifiers in wanted for key in identifiers
    }
    assert [path.name for path in tmp_path.iterdir()] == ["facts.toml"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where processes fork")
def test_a_writer_killed_at_any_moment_leaves_the_old_store_or_the_new(tmp_path: Path) -> None:
    """Nothing it leaves behind is read as a part of a folder store, nor keeps the next writer waiting."""
    store = tmp_path / "facts.toml"
    store.write_text(COMMENTED, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", KILLING, store, str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    ends = [line.split() for line in ran.stdout.splitlines()]
    assert len(ends) == KILLS
    assert any(int(written) for written, _ in ends)
    assert any(left == "True" for _, left in ends), "no writer was killed while it wrote"
    before = len(read.load(tmp_path).facts)
    assert writer(store, "after").communicate(timeout=60) == ("after\n", "")
    assert len(read.load(tmp_path).facts) == before + 1
    assert [path.name for path in tmp_path.iterdir()] == ["facts.toml"]


def test_a_writer_that_died_holding_the_lock_blocks_nobody(tmp_path: Path) -> None:
    store = tmp_path / "facts.toml"
    store.write_text(COMMENTED, encoding="utf-8")
    with holding(tmp_path) as holder:
        next_one = writer(store, "next")
        with pytest.raises(subprocess.TimeoutExpired):
            next_one.communicate(timeout=1)
        holder.kill()
        assert next_one.communicate(timeout=60) == ("next\n", "")
    assert "next" in read.load(store).facts


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
@pytest.mark.parametrize("room", [0, 64 * 1024], ids=["at once", "after some writes"])
def test_a_full_disk_leaves_the_old_store(tmp_path: Path, room: int) -> None:
    """A disk of a megabyte on which there is no room for a copy of the store, or soon will be none."""
    with mounted(tmp_path / "disk", "size=1m") as disk:
        store = disk / "facts.toml"
        store.write_text(COMMENTED, encoding="utf-8")
        disk_state = os.statvfs(disk)
        (disk / "ballast").write_bytes(bytes(disk_state.f_bavail * disk_state.f_frsize - room))
        process = writer(store, *(f"f{n}" for n in range(1000)))
        said, error = process.communicate(timeout=60)
        assert "can't write" in error
        assert "no space left on device" in error
        assert bool(said) == bool(room)
        assert store.read_text(encoding="utf-8").startswith(COMMENTED)
        facts = tomllib.loads(store.read_text(encoding="utf-8"))["fact"]
        assert [key for key in facts if key.startswith("f")] == said.split()
        assert sorted(path.name for path in disk.iterdir()) == ["ballast", "facts.toml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
def test_a_read_only_disk_is_a_clear_message(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=1m") as disk:
        (disk / "facts.toml").write_text(COMMENTED, encoding="utf-8")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        _, error = writer(disk / "facts.toml", "x").communicate(timeout=60)
        assert "can't lock" in error
        assert "read-only file system" in error
        assert (disk / "facts.toml").read_text(encoding="utf-8") == COMMENTED


def test_a_read_only_file_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Renaming another file over it would not mind; root may write everything, so it is asked for."""
    store = tmp_path / "facts.toml"
    store.write_text(COMMENTED, encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(FactError, match="it is read-only"):
        write(store, ["x"])
    assert store.read_text(encoding="utf-8") == COMMENTED
    assert [path.name for path in tmp_path.iterdir()] == ["facts.toml"]


@contextmanager
def holding(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process that takes the lock of a folder and keeps it."""
    code = (
        "import sys, time; from pathlib import Path; from factcli.store.one_writer import locked\n"
        "with locked([Path(sys.argv[1])], print): print('held', flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, folder], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False).returncode:
        pytest.skip("may not mount here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
