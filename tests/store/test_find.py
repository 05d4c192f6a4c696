"""Which store is meant: the one named, the variable's, the nearest upwards, the user's, the built-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Run
from tests.store.test_broken_stores import VALID


def put(path: Path, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(VALID.replace("fact.cost", f"fact.{name}"), encoding="utf-8")
    return path


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    """Every place at once, each with one fact named after it."""
    return {
        "named": put(tmp_path / "elsewhere/mine.toml", "named"),
        "variable": put(tmp_path / "other/facts.toml", "variable"),
        "here": put(tmp_path / "project/sub/facts.toml", "here"),
        "upwards": put(tmp_path / "project/facts.toml", "upwards"),
        "user": put(tmp_path / "data/factcli/facts.toml", "user"),
        "default": put(tmp_path / ".local/share/factcli/facts.toml", "default"),
    }


def test_each_place_yields_to_those_before_it(tmp_path: Path, run: Run, places: dict[str, Path]) -> None:
    deep = tmp_path / "project/sub"
    env = {"FACTCLI_STORE": str(places["variable"]), "XDG_DATA_HOME": str(tmp_path / "data")}

    def ids(*args: str) -> list[str]:
        return [line.split("\t")[0] for line in run("list", *args, cwd=deep, env=env).stdout.splitlines()]

    assert ids("--store", str(places["named"])) == ["named"]
    assert ids() == ["variable"]
    env["FACTCLI_STORE"] = ""
    assert ids() == ["here"]
    places["here"].unlink()
    assert ids() == ["upwards"]
    places["upwards"].unlink()
    assert ids() == ["user"]
    del env["XDG_DATA_HOME"]
    assert ids() == ["default"]
    places["default"].unlink()
    shipped = ids()
    assert len(shipped) >= 75
    assert all(f"[fact.{name}]" in SHIPPED.read_text(encoding="utf-8") for name in shipped)


def test_folder_named_like_a_store_is_passed_over(tmp_path: Path, run: Run) -> None:
    put(tmp_path / "facts.toml", "upwards")
    (tmp_path / "sub/facts.toml").mkdir(parents=True)
    assert run("list", cwd=tmp_path / "sub").stdout.startswith("upwards\t")


def test_variable_may_begin_with_the_home_folder(tmp_path: Path, run: Run) -> None:
    put(tmp_path / "kept/facts.toml", "kept")
    (tmp_path / "work").mkdir()
    result = run("list", cwd=tmp_path / "work", env={"FACTCLI_STORE": "~/kept/facts.toml"})
    assert result.stdout.startswith("kept\t")


@pytest.mark.parametrize(
    ("args", "env", "message"),
    [
        (["--store", "no.toml"], {}, "fact: --store: there is no store at no.toml\n"),
        ([], {"FACTCLI_STORE": "no.toml"}, "fact: $FACTCLI_STORE: there is no store at no.toml\n"),
        (
            [],
            {"FACTCLI_STORE": "~nobody-of-that-name/a"},
            "$FACTCLI_STORE: there is no store at ~nobody-of-that-name/a",
        ),
    ],
)
def test_a_store_that_was_named_is_never_replaced_by_another(
    store: Path, run: Run, args: list[str], env: dict[str, str], message: str
) -> None:
    result = run("list", *args, env=env)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "fact init" in result.stderr
