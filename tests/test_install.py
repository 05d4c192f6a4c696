"""What people install: built as for a release, put into an empty environment, run from an empty folder."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcli import __version__
from tests.conftest import LOCK, ROOT, SHIPPED, environment

PACKAGE = sorted(path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "factcli").rglob("*.py"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the source distribution, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", folder, ROOT]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs' folder of an environment that has the wheel and what it needs, no more."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    (wheel,) = built.glob("*.whl")
    command = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder / "bin"


def run(program: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments], cwd=home, env=environment(home), capture_output=True, encoding="utf-8", check=False
    )


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    (path,) = built.glob("*.whl")
    assert path.name == f"factcli-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        assert wheel.read("factcli/facts.toml") == SHIPPED.read_bytes()
        assert wheel.read("factcli/facts.lock") == LOCK.read_bytes()
        metadata = wheel.read(f"factcli-{__version__}.dist-info/METADATA").decode()
    info = f"factcli-{__version__}.dist-info"
    assert not set(PACKAGE) - set(names)
    assert {name for name in names if not name.endswith(".py")} == {
        "factcli/facts.lock",
        "factcli/facts.toml",
        "factcli/py.typed",
        "factcli/render/check.css",
        *(f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")),
    }
    assert all(name.startswith(("factcli/", f"{info}/")) for name in names)
    assert "License-Expression: MIT" in metadata
    assert "Requires-Python: >=3.11" in metadata


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"facts.toml", "facts.lock", "LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml"} <= names
    assert {"tests/conftest.py", "completions/_fact", "src/factcli/py.typed"} <= names
    assert not [name for name in names if name.startswith(("sources/", ".venv")) or "__pycache__" in name]


@pytest.mark.parametrize("program", ["fact", "factcli"])
def test_it_answers_from_an_empty_folder(installed: Path, tmp_path: Path, program: str) -> None:
    """By the store that comes with it, and without a warning."""
    ran = run(installed / program, "trade", "turnover", "2024", home=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.startswith("$470 million\n")
    assert "quote unchanged since it was checked on" in ran.stdout
    assert ran.stderr == ""
    assert list(tmp_path.iterdir()) in ([], [tmp_path / ".cache"])


def test_it_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "fact", "--version", home=tmp_path).stdout == f"factcli {__version__}\n"


def test_it_needs_no_development_package(installed: Path, tmp_path: Path) -> None:
    """Only what the metadata ask for is there, and every module can be imported, without a warning of Python's."""
    names = "import importlib.metadata as m; print(*(each.name.lower() for each in m.distributions()))"
    listed = run(installed / "python", "-c", names, home=tmp_path).stdout.split()
    assert {"factcli", "typer", "rich", "rapidfuzz"} <= set(listed)
    assert not {"pytest", "hypothesis", "jsonschema", "mypy", "ruff", "build", "click"} & set(listed)
    imports = "; ".join(f"import {name}" for name in _modules(PACKAGE) if not name.endswith("__main__"))
    assert run(installed / "python", "-W", "error", "-c", imports, home=tmp_path).stderr == ""


@pytest.mark.parametrize(
    "command", ["trade turnover 2024", "list --json", "cite trade-turnover-2024", "schema", "--help"]
)
def test_no_warning_of_python(installed: Path, tmp_path: Path, command: str) -> None:
    ran = run(installed / "python", "-W", "error", "-m", "factcli", *command.split(), home=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout


def _modules(files: Iterable[str]) -> list[str]:
    return [file.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in files]
