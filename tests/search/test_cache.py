"""The index is a cache: whatever happens to it, answers stay right."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import SMALL_STORE, Run, environment

ASKED = ("ask", "harbour", "cost", "2024")
HOUR = 3600


@pytest.fixture
def answer(run: Run, store: Path) -> str:
    """The answer, with the index kept and the store old enough for its time stamp to be trusted."""
    age(store)
    ran = run(*ASKED)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def age(*files: Path) -> None:
    for file in files:
        os.utime(file, (time.time() - HOUR, time.time() - HOUR))


def cache(home: Path) -> Path:
    (file,) = (home / ".cache" / "factcli").iterdir()
    return file


def test_a_warm_question_does_not_read_the_store(run: Run, store: Path, tmp_path: Path, answer: str) -> None:
    before = store.stat()
    store.write_bytes(b"?" * before.st_size)
    os.utime(store, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run(*ASKED).stdout == answer


def test_the_index_is_for_its_user_alone(tmp_path: Path, answer: str) -> None:
    assert cache(tmp_path).stat().st_mode & 0o077 == 0


def test_a_change_is_seen_at_once(run: Run, store: Path, answer: str) -> None:
    for cost in range(13, 18):  # each of the same size, and within the same tick of a coarse clock
        store.write_text(SMALL_STORE.replace("$12 million", f"${cost} million"), encoding="utf-8")
        assert run(*ASKED).stdout.startswith(f"${cost} million\n")


def test_a_change_within_the_time_stamp_of_the_index_is_seen(run: Run, store: Path) -> None:
    before = store.stat()
    run(*ASKED)
    store.write_text(SMALL_STORE.replace("$12 million", "$13 million"), encoding="utf-8")
    os.utime(store, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run(*ASKED).stdout.startswith("$13 million\n")


def test_a_touched_store_is_not_indexed_again(run: Run, store: Path, tmp_path: Path, answer: str) -> None:
    inode = cache(tmp_path).stat().st_ino
    age(store)
    assert run(*ASKED).stdout == answer
    assert cache(tmp_path).stat().st_ino == inode


def test_a_store_that_breaks_is_a_mistake_and_no_old_answer(run: Run, store: Path, answer: str) -> None:
    store.write_text("version = 1\nfact", encoding="utf-8")
    assert run(*ASKED).returncode == 2


def test_files_of_a_folder_come_and_go(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "a.toml").write_text(SMALL_STORE, encoding="utf-8")
    more = folder / "b.toml"
    more.write_text(SMALL_STORE.replace(".harbour-", ".port-").replace("herald", "times"), encoding="utf-8")
    age(*folder.iterdir())

    def found() -> list[str]:
        return [line.split("  ")[0] for line in run("list", "--store", "many").stdout.splitlines()] and sorted(
            set(run("ask", "harbour", "--min-score", "0", "-n", "9", "--store", "many").stdout.split())
            & {"harbour-cost-2024", "port-cost-2024"}
        )

    assert found() == ["harbour-cost-2024", "port-cost-2024"]
    more.unlink()
    assert found() == ["harbour-cost-2024"]
    more.write_text(SMALL_STORE.replace(".harbour-", ".port-").replace("herald", "times"), encoding="utf-8")
    assert found() == ["harbour-cost-2024", "port-cost-2024"]


def truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def garbled(file: Path) -> None:
    file.write_bytes(b"no database " * 1000)


def zeroed(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:8192] + bytes(len(data) - 8192))


def scrambled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for at in range(4096, len(data), 97):
        data[at] ^= 0x5A
    file.write_bytes(data)


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE meta (stamp TEXT)")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE meta SET stamp = '99 factcli 99.0'")


def without_a_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE posting")


def with_damaged_rows(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE fact SET weights = x'00'")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGED = pytest.mark.parametrize(
    "damage",
    [truncated, emptied, garbled, zeroed, scrambled, foreign, newer, without_a_table, with_damaged_rows],
    ids=lambda damage: damage.__name__,
)


@DAMAGED
def test_a_damaged_index_is_made_again(
    run: Run, store: Path, tmp_path: Path, answer: str, damage: Callable[[Path], None]
) -> None:
    damage(cache(tmp_path))
    ran = run(*ASKED)
    assert (ran.stdout, ran.stderr, ran.returncode) == (answer, "", 0)
    with closing(sqlite3.connect(cache(tmp_path))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert run(*ASKED).stdout == answer


@DAMAGED
def test_a_damaged_index_keeps_nothing_from_being_added(
    run: Run, store: Path, tmp_path: Path, answer: str, damage: Callable[[Path], None]
) -> None:
    """Nor lets anything be added twice."""
    damage(cache(tmp_path))
    new = ("add", "--source", "herald", "--quote", "Ships may dock", "--id")
    ran = run(*new, "docking", "--statement", "Ships dock.")
    assert (ran.stdout, ran.stderr) == ("docking\n", "Added to facts.toml: quote verbatim, para. 3\n")
    assert run(*new, "docking", "--statement", "Ships dock.").returncode == 2
    assert store.read_text().count("[fact.docking]") == 1


def test_an_index_that_can_not_be_replaced_is_done_without(run: Run, store: Path, tmp_path: Path, answer: str) -> None:
    a_folder(cache(tmp_path))
    ran = run(*ASKED)
    assert ran.stdout == answer
    assert ran.stderr.startswith("warning: can't keep the index")
    assert ran.stderr.count("\n") == 1


def test_a_locked_index_is_done_without(run: Run, store: Path, tmp_path: Path, answer: str) -> None:
    with closing(sqlite3.connect(cache(tmp_path), isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        ran = run(*ASKED)
    assert (ran.stdout, ran.returncode) == (answer, 0)
    assert ran.stderr.count("\n") <= 1


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_without_a_place_for_the_index_answers_are_the_same(
    run: Run, store: Path, tmp_path: Path, quiet: tuple[str, ...]
) -> None:
    answer = run(*ASKED).stdout
    file = tmp_path / "file"
    file.touch()
    ran = run(*ASKED, *quiet, env={"XDG_CACHE_HOME": str(file)})
    assert (ran.stdout, ran.returncode) == (answer, 0)
    assert ran.stderr == (
        "" if quiet else "warning: can't keep the index of facts.toml, so each question takes longer: Not a directory\n"
    )


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="a folder in which even root may not write")
def test_a_folder_that_can_not_be_written_is_done_without(run: Run, store: Path) -> None:
    answer = run(*ASKED).stdout
    ran = run(*ASKED, env={"XDG_CACHE_HOME": "/sys/kernel"})
    assert (ran.stdout, ran.returncode) == (answer, 0)
    assert ran.stderr.startswith("warning: can't keep the index of facts.toml")
    assert ran.stderr.count("\n") == 1


def test_a_full_disk_is_done_without(store: Path, tmp_path: Path, answer: str) -> None:
    """No file may grow beyond eight blocks; what was written of an index is not left behind."""
    cache(tmp_path).unlink()
    command = ["bash", "-c", f"ulimit -f 8; exec fact {' '.join(ASKED)} | cat"]
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout == answer
    assert ran.stderr.startswith("warning: can't keep the index of facts.toml")
    assert ran.stderr.count("\n") == 1
    assert not list((tmp_path / ".cache" / "factcli").iterdir())


def interrupted(file: Path) -> None:
    """As a process leaves it that was killed while it wrote: pages are half new, and the journal has the old ones."""
    journal = file.with_name(f"{file.name}-journal")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE fact SET statement = hex(randomblob(9000)), id = hex(randomblob(9)), weights = NULL")
        connection.execute("INSERT INTO posting SELECT -1, randomblob(1000000)")  # so that all before is written
        left = {path: path.read_bytes() for path in (file, journal)}
        connection.rollback()
    for path, data in left.items():
        path.write_bytes(data)


@pytest.mark.parametrize("damage", [None, garbled, Path.unlink], ids=["whole", "garbled", "gone"])
def test_what_an_interrupted_change_left_behind_does_no_harm(
    run: Run, store: Path, tmp_path: Path, answer: str, damage: Callable[[Path], None] | None
) -> None:
    """Its journal is played back, unless it is that of another file: one that is made anew."""
    file = cache(tmp_path)
    interrupted(file)
    if damage:
        damage(file)
        store.write_text(SMALL_STORE.replace("$12 million", "$13 million"), encoding="utf-8")
        answer = answer.replace("$12 million", "$13 million")
    for _ in range(2):
        ran = run(*ASKED, "-q")
        assert (ran.stdout.split("\n")[:3], ran.stderr) == (answer.split("\n")[:3], "")
    with closing(sqlite3.connect(cache(tmp_path))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_place_is_the_one_of_the_xdg_specification(run: Run, store: Path, tmp_path: Path) -> None:
    run(*ASKED, env={"XDG_CACHE_HOME": str(tmp_path / "elsewhere")})
    assert len(list((tmp_path / "elsewhere" / "factcli").iterdir())) == 1
    run(*ASKED, env={"XDG_CACHE_HOME": "relative"})
    assert not (tmp_path / "relative").exists()
    assert cache(tmp_path).is_file()


def test_many_processes_at_once_all_answer(store: Path, tmp_path: Path) -> None:
    """Some read, some write, and half of them are asked while the store changes under them."""

    def ask() -> Iterator[subprocess.Popen[str]]:
        for _ in range(6):
            yield subprocess.Popen(
                ["fact", *ASKED],
                cwd=tmp_path,
                env=environment(tmp_path),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )

    processes = list(ask())
    changed = tmp_path / "changed"
    changed.write_text(SMALL_STORE.replace("$12 million", "$13 million"), encoding="utf-8")
    changed.replace(store)
    processes += ask()
    said = [process.communicate(timeout=60) for process in processes]
    assert {stdout.split("\n")[0] for stdout, _ in said} <= {"$12 million", "$13 million"}
    assert {stdout.split("\n")[0] for stdout, _ in said[6:]} == {"$13 million"}
    assert not [stderr for _, stderr in said if "index" in stderr]
    assert cache(tmp_path).is_file()


def test_a_store_that_is_no_ordinary_file_is_not_kept(run: Run, store: Path, tmp_path: Path) -> None:
    ran = run(*ASKED, "--store", "/dev/stdin", stdin=SMALL_STORE)
    assert ran.stdout.startswith("$12 million\n")
    assert not (tmp_path / ".cache").exists()


def test_warnings_of_the_store_are_kept_and_name_its_file_as_seen_from_here(run: Run, store: Path) -> None:
    store.write_text(f'{SMALL_STORE}colour = "blue"\n', encoding="utf-8")
    age(store)
    here = store.parent / "here"
    here.mkdir()
    for _ in range(2):
        assert run(*ASKED).stderr.startswith("warning: facts.toml:30: fact.harbour-opening.colour: unknown key")
        assert run(*ASKED, cwd=here).stderr.startswith(f"warning: {store}:30: fact.harbour-opening.colour")
    assert run(*ASKED, "-q").stderr == ""
