"""The lock: one holder at a time, and none that is dead."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from factcli.errors import FactError
from factcli.store.one_writer import NAME, locked
from tests.conftest import Run, environment
from tests.store.test_writers import holding


def silent(folder: Path) -> None:
    raise AssertionError(f"{folder} is held")


def test_the_file_is_there_only_while_the_lock_is_held(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    with locked([other, one, other], silent):
        assert [path.name for path in tmp_path.glob("*/*")] == [NAME, NAME]
    assert not list(tmp_path.glob("*/*"))


def test_a_file_that_is_left_over_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("left over")
    with locked([tmp_path], silent):
        pass
    assert not (tmp_path / NAME).exists()


def test_an_error_inside_gives_it_free(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), locked([tmp_path], silent):
        raise KeyboardInterrupt
    with locked([tmp_path], silent):
        pass


@pytest.mark.parametrize("place", ["nowhere", "file"])
def test_a_folder_that_cannot_be_locked_is_a_message(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FactError, match=f"can't lock .*{place}: "), locked([tmp_path / place], silent):
        pass


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="needs O_NOFOLLOW")
def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / NAME).symlink_to("precious")
    with pytest.raises(FactError, match="can't lock"), locked([tmp_path], silent):
        pass
    assert not (tmp_path / "precious").exists()


def test_who_waits_is_told_for_whom(store: Path, run: Run) -> None:
    """`fact add` says after a second that it waits, and goes on once the other is done; a question does not wait."""
    words = ["--source", "herald", "--statement", "Ships dock.", "--quote", "Ships may dock"]
    with holding(store.parent) as holder:
        waiting = subprocess.Popen(
            [Path(sys.executable).parent / "fact", "add", *words],
            cwd=store.parent,
            env=environment(store.parent),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert waiting.stderr
        assert waiting.stderr.readline() == "warning: waiting for another process that writes to .\n"
        assert run("harbour", "cost", "2024").returncode == 0
        holder.kill()
        said, more = waiting.communicate(timeout=60)
    assert (waiting.returncode, said) == (0, "ships-dock\n")
    assert more == "Added to facts.toml: quote verbatim, para. 3\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may become another user")
def test_another_users_lock_file_can_be_locked() -> None:
    """It can be read at least, and who may write the folder may take it away."""
    code = (
        "import os, sys; from pathlib import Path; from factcli.store.one_writer import locked\n"
        "os.setuid(65534)\nwith locked([Path(sys.argv[1])], print): print('held')"
    )
    with tempfile.TemporaryDirectory() as name:  # pytest keeps its own folders to the user
        folder = Path(name)
        folder.chmod(0o777)
        (folder / NAME).touch(mode=0o644)
        ran = subprocess.run([sys.executable, "-c", code, name], capture_output=True, encoding="utf-8", check=False)
        assert (ran.stdout, ran.stderr) == ("held\n", "")
        assert not (folder / NAME).exists()
