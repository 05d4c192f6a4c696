"""Any encoding of the streams: no traceback, JSON stays valid and lossless, text is spelled out where it must be."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SMALL_STORE, environment

C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ENCODINGS = {
    "C locale": ("ascii", C_LOCALE),
    "ascii": ("ascii", {"PYTHONIOENCODING": "ascii"}),
    "ascii, strict": ("ascii", {"PYTHONIOENCODING": "ascii:strict"}),
    "latin-1": ("latin-1", {"PYTHONIOENCODING": "latin-1"}),
    "cp1252": ("cp1252", {"PYTHONIOENCODING": "cp1252"}),
    "cp1251": ("cp1251", {"PYTHONIOENCODING": "cp1251"}),
    "utf-16": ("utf-16", {"PYTHONIOENCODING": "utf-16"}),
    "utf-8": ("utf-8", {"PYTHONIOENCODING": "utf-8"}),
}
STATEMENT = "Ağdam’s harbour cost €5 – “cheap”, said Жанна 🚢 in 2024."
COMMANDS = ["show world", "list", "ask harbour --min-score 0", "cite world --quote", "ask zebra", "show nope"]
Usual = dict[str, subprocess.CompletedProcess[bytes]]
JSON = ["list --json", "show world --json", "ask harbour --jsonl --min-score 0"]


def fact(folder: Path, command: str, variables: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run `fact` and return the bytes of its streams."""
    text = SMALL_STORE + f'\n[fact.world]\nstatement = "{STATEMENT}"\nquote = "“ə”"\nsource = "herald"\n'
    (folder / "facts.toml").write_text(text, encoding="utf-8")
    return subprocess.run(
        ["fact", *command.split()],
        cwd=folder,
        env=environment(folder, **variables),
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Usual:
    """Return what each command prints in UTF-8."""
    folder = tmp_path_factory.mktemp("usual")
    return {command: fact(folder, command, {}) for command in COMMANDS + JSON}


@pytest.mark.parametrize(("encoding", "variables"), ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("command", COMMANDS)
def test_text_is_spelled_out_where_the_encoding_lacks_it(
    tmp_path: Path, usual: Usual, command: str, encoding: str, variables: dict[str, str]
) -> None:
    """What UTF-8 shows, with each character that the encoding lacks as a backslash escape: never dropped, never `?`."""
    ran = fact(tmp_path, command, variables)
    assert ran.returncode == usual[command].returncode
    for stream, expected in ((ran.stdout, usual[command].stdout), (ran.stderr, usual[command].stderr)):
        spelled = expected.decode().encode(encoding, "backslashreplace").decode(encoding)
        assert stream.decode(encoding) == spelled


@pytest.mark.parametrize(("encoding", "variables"), ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("command", JSON)
def test_json_is_lossless(tmp_path: Path, usual: Usual, command: str, encoding: str, variables: dict[str, str]) -> None:
    ran = fact(tmp_path, command, variables)
    assert json.loads(ran.stdout.decode(encoding)) == json.loads(usual[command].stdout)
    assert STATEMENT in json.dumps(json.loads(ran.stdout.decode(encoding)), ensure_ascii=False)
    assert ran.stderr == b""


def test_a_question_in_the_c_locale(tmp_path: Path) -> None:
    """Its bytes can't be read as text; it is still a question, and the answer no traceback."""
    ran = fact(tmp_path, "ask Ağdam --json", C_LOCALE)
    assert ran.returncode in (0, 1)
    assert json.loads(ran.stdout)["schema"] == "factcli.ask/1"
    assert ran.stderr == b""
