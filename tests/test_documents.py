"""The documents say what the program does today."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcli import __version__
from tests.conftest import LOCK, ROOT, SHIPPED, environment


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with README.md and answer.svg generated anew."""
    folder = tmp_path_factory.mktemp("documents")
    shutil.copy(ROOT / "README.md", folder)
    shutil.copy(SHIPPED, folder)
    shutil.copy(LOCK, folder)
    subprocess.run(
        [sys.executable, ROOT / ".ci" / "document.py", "README.md", "answer.svg"],
        cwd=folder,
        env=environment(folder),
        check=True,
    )
    return folder


def test_the_reference_is_current(regenerated: Path) -> None:
    assert (regenerated / "README.md").read_text() == (ROOT / "README.md").read_text()


def test_the_picture_is_current(regenerated: Path) -> None:
    """The picture shows what a terminal shows; how rich draws it may change from one version to the next."""
    assert _shown(regenerated / "answer.svg") == _shown(ROOT / "tests" / "golden" / "answer.svg")


def _shown(svg: Path) -> list[str]:
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg.read_text(encoding="utf-8"))
    return [html.unescape(text).replace("\u00a0", " ").strip() for text in texts]


def test_every_command_is_in_the_reference() -> None:
    helped = subprocess.run(
        [Path(sys.executable).parent / "fact", "--help"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    commands = re.findall(r"^  (\w+)  ", helped.partition("Commands:")[2], re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(commands) >= 6
    assert [command for command in commands if f"### fact {command}\n" not in readme] == []


def test_the_reference_shows_each_command_its_own_help() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    sections = re.findall(r"^### (fact [a-z ]+)\n\n```text\nUsage: (.*)", readme, re.MULTILINE)
    assert len(sections) > 10
    assert [title for title, usage in sections if not usage.startswith(f"{title} ")] == []


def test_the_changelog_has_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_readme_counts_the_facts() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    facts = SHIPPED.read_text(encoding="utf-8").count("\n[fact.")
    assert f"holds {facts} facts" in readme
