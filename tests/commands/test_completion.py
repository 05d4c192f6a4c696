"""Completion, as real shells do it: bash and zsh with a real TAB on a real terminal, fish by its own `complete -C`.

PowerShell is not at hand where these tests are written and run: of `fact.ps1` only the text is checked.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.commands.stores import HOSTILE_TAGS, write_hostile_store
from tests.commands.terminal import press
from tests.conftest import ROOT, SMALL_STORE, Run, environment, require

COMPLETIONS = ROOT / "completions"
FILES = {"bash": "fact.bash", "zsh": "_fact", "fish": "fact.fish", "powershell": "fact.ps1"}
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], f"source '{COMPLETIONS}/fact.bash'"),
    "zsh": (["zsh", "-f", "-i"], f"bindkey -e; fpath=('{COMPLETIONS}' $fpath); autoload -Uz compinit; compinit -u -D"),
}

LINES = {
    "command": ("fact sho", ["fact", "show"]),
    "other name": ("factcli sho", ["factcli", "show"]),
    "option": ("fact list --lim", ["fact", "list", "--limit"]),
    "option of the program": ("fact --vers", ["fact", "--version"]),
    "id": ("fact show harbour-o", ["fact", "show", "harbour-opening"]),
    "second id": ("fact cite harbour-opening harbour-c", ["fact", "cite", "harbour-opening", "harbour-cost-2024"]),
    "id in quotes": ("fact show 'harbour-o", ["fact", "show", "harbour-opening"]),
    "tag": ("fact list --tag mon", ["fact", "list", "--tag", "money"]),
    "tag of a question": ("fact --tag mon", ["fact", "--tag", "money"]),
    "tag behind =": ("fact list --tag=mon", ["fact", "list", "--tag=money"]),
    "source": ("fact list --source her", ["fact", "list", "--source", "herald"]),
    "store named before": ("fact list --store other.toml --tag oth", ["fact", "list", "--store", "other.toml", "--tag", "other-tag"]),
    "store before the command": ("fact --store=other.toml show oth", ["fact", "--store=other.toml", "show", "other-fact"]),
    "choice": ("fact cite harbour-opening --as med", ["fact", "cite", "harbour-opening", "--as", "mediawiki"]),
    "schema": ("fact schema lis", ["fact", "schema", "list"]),
    "shell": ("fact --show-completion fi", ["fact", "--show-completion", "fish"]),
    "rule": ("fact check --explain Q102", ["fact", "check", "--explain", "Q102"]),
    "rule after a comma": ("fact check --select F201,Q102", ["fact", "check", "--select", "F201,Q102"]),
    "report": ("fact check oth", ["fact", "check", "other.toml"]),
    "file": ("fact list --store oth", ["fact", "list", "--store", "other.toml"]),
    "file behind =": ("fact list --store=oth", ["fact", "list", "--store=other.toml"]),
    "nothing": ("fact show zebra", ["fact", "show", "zebra"]),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, store: Path) -> Path:
    """Return a folder with the small store and another one."""
    other = SMALL_STORE.replace("harbour-opening", "other-fact").replace('["harbour"]', '["other-tag"]')
    (tmp_path / "other.toml").write_text(other, encoding="utf-8")
    return tmp_path


def press_tab(shell: str, line: str, folder: Path, tabs: int = 1) -> tuple[list[str], str]:
    """Type a line and TAB; return the words that then stand there, and the screen."""
    require(shell)
    command, setup = SHELLS[shell]
    return press(command, setup, line + "\t" * tabs, env=environment(folder), cwd=folder)


def fish(line: str, folder: Path, *options: str) -> dict[str, str]:
    """Return what fish offers for a line, with descriptions."""
    script = f"source '{COMPLETIONS}/fact.fish'; complete {' '.join(options)} -C $argv[1]"
    ran = subprocess.run(
        [require("fish"), "--no-config", "-c", script, "--", line],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert ran.stderr == ""
    return dict(offered.partition("\t")[::2] for offered in ran.stdout.splitlines())


@pytest.mark.parametrize(("shell", "file"), FILES.items())
def test_the_files_are_what_the_program_prints(run: Run, shell: str, file: str) -> None:
    """If not: run .ci/regenerate."""
    assert (COMPLETIONS / file).read_text(encoding="utf-8") == run("--show-completion", shell).stdout


def test_there_are_no_other_files() -> None:
    assert {path.name for path in COMPLETIONS.iterdir()} == set(FILES.values())


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("line", "words"), LINES.values(), ids=LINES)
def test_tab(folder: Path, shell: str, line: str, words: list[str]) -> None:
    assert press_tab(shell, line, folder)[0] == words


@pytest.mark.parametrize(("line", "words"), LINES.values(), ids=LINES)
def test_fish_offers_the_same(folder: Path, line: str, words: list[str]) -> None:
    """fish offers the last word, for an option with `=` with the option."""
    offered = list(fish(line, folder))
    assert offered == ([] if line.endswith("zebra") else [words[-1]])


def test_descriptions(folder: Path) -> None:
    """Ids come with their statements, whole and on one line, and tags with their number."""
    statement = "The new harbour of Port Example cost $12 million in 2024."
    assert fish("fact show harbour-", folder) == {
        "harbour-cost-2024": statement,
        "harbour-opening": "The mayor, Ada Smith, opened the new harbour of Port Example on 1 March 2025.",
    }
    assert fish("fact list --tag ", folder) == {"harbour": "2 facts", "money": "1 fact"}
    assert fish("fact list --source ", folder) == {"herald": "Harbour opens after ten years"}
    _, screen = press_tab("zsh", "fact show harbour-", folder)
    assert re.search(rf"harbour-cost-2024 +-- {re.escape(statement)}", screen)


def test_bash_lists_what_is_possible(folder: Path) -> None:
    """With a second TAB, the ids and nothing else."""
    words, screen = press_tab("bash", "fact show harbour-", folder, tabs=2)
    assert words == ["fact", "show", "harbour-"]
    assert re.search(r"^harbour-cost-2024 +harbour-opening *$", screen, re.MULTILINE)


def test_bash_with_bash_completion(folder: Path) -> None:
    """The place that the README names is where bash-completion looks."""
    loader = Path("/usr/share/bash-completion/bash_completion")
    if not loader.exists():
        pytest.skip("bash-completion is not installed")
    installed = folder / ".local/share/bash-completion/completions/fact"
    installed.parent.mkdir(parents=True)
    installed.write_bytes((COMPLETIONS / "fact.bash").read_bytes())
    words, _ = press(
        SHELLS["bash"][0], f"source {loader}", "fact show harbour-o\t", env=environment(folder), cwd=folder
    )
    assert words == ["fact", "show", "harbour-opening"]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("tag", "start"), HOSTILE_TAGS.items())
def test_a_hostile_tag_is_inserted_as_one_word_and_never_run(tmp_path: Path, shell: str, tag: str, start: str) -> None:
    """What stands on the line after TAB is read by the shell as the tag itself: Enter would run nothing either."""
    write_hostile_store(tmp_path)
    words, _ = press_tab(shell, f"fact list --tag {start}", tmp_path)
    assert words == ["fact", "list", "--tag", tag]
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(("start", "tag"), [("'$", "$(touch pwned)"), ("'two", "two words"), ('"two', "two words")])
@pytest.mark.parametrize("shell", SHELLS)
def test_within_quotes_a_tag_stays_one_word_too(tmp_path: Path, shell: str, start: str, tag: str) -> None:
    write_hostile_store(tmp_path)
    assert press_tab(shell, f"fact list --tag {start}", tmp_path)[0][-1] == tag


def test_fish_quotes_hostile_tags(tmp_path: Path) -> None:
    write_hostile_store(tmp_path)
    assert list(fish("fact list --tag ", tmp_path)) == sorted(HOSTILE_TAGS)
    for word in fish("fact list --tag ", tmp_path, "--escape"):
        ran = subprocess.run(
            [require("fish"), "--no-config", "-c", f"printf %s {word}"], capture_output=True, cwd=tmp_path, check=True
        )
        assert ran.stdout.decode() in HOSTILE_TAGS
    assert not (tmp_path / "pwned").exists()


def test_a_line_is_never_evaluated(tmp_path: Path, store: Path) -> None:
    """Substitutions on the line itself are none of completion's business."""
    for line in (
        "fact show $(touch pwned) harbour-",
        "fact show `touch pwned` harbour-",
        'fact show "$(touch pwned)" harbour-',
    ):
        fish(line.replace("`", ""), tmp_path)
        script = (
            f"source '{COMPLETIONS}/fact.bash'; COMP_LINE=$1 COMP_POINT=${{#1}}; read -ra COMP_WORDS <<< \"$1\";"
            " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _fact_completion; printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        subprocess.run(
            [require("bash"), "-c", script, "bash", line],
            cwd=tmp_path,
            env=environment(tmp_path),
            check=True,
            timeout=60,
        )
        assert not (tmp_path / "pwned").exists()


def test_a_store_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    """And no message gets in between."""
    (tmp_path / "facts.toml").write_text("broken")
    assert fish("fact show har", tmp_path) == {}
    words, screen = press_tab("bash", "fact show har", tmp_path)
    assert words == ["fact", "show", "har"]
    assert "broken" not in screen


def test_powershell_script_is_well_formed(run: Run) -> None:
    """Brackets and quotes are balanced, both names are registered, and a value that is no plain word gets quoted."""
    script = run("--show-completion", "powershell").stdout
    bare = re.sub(r"'(?:[^']|'')*'|\"(?:`.|[^\"`])*\"|^#.*$", "", script, flags=re.MULTILINE)
    assert "'" not in bare
    assert '"' not in bare
    depth: list[str] = []
    for character in bare:
        if character in "([{":
            depth.append({"(": ")", "[": "]", "{": "}"}[character])
        elif character in ")]}":
            assert depth.pop() == character
    assert depth == []
    assert "-CommandName fact, factcli" in script
    assert 'Replace("\'", "\'\'")' in script
    assert "Invoke-Expression" not in script
