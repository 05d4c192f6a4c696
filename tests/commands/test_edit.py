"""`fact edit`: the fact's own text in an editor; the rest stays byte for byte, and nothing typed is ever lost."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.commands.terminal import converse
from tests.conftest import SMALL_STORE, Run, environment

COMMENTED = (
    "# The store.\n"
    + SMALL_STORE.replace(
        "[fact.harbour-cost-2024]\n",
        "# a note on its own\n\n# the cost\n[fact.harbour-cost-2024]\n# as the mayor has it\n",
    )
    .replace("\n[fact.harbour-opening]", "# behind the cost\n\n# on the opening\n[fact.harbour-opening]")
    .replace('period = "2025-03-01"\n', 'period = "2025-03-01"   # a Saturday\n')
    + "\n# the end\n"
)
COST = (
    "# the cost\n[fact.harbour-cost-2024]\n# as the mayor has it\n"
    + SMALL_STORE.partition("[fact.harbour-cost-2024]\n")[2].partition("\n[fact.")[0]
    + "# behind the cost\n"
)


def editor(*changes: tuple[str, str], meanwhile: tuple[str, str] = ("", "")) -> dict[str, str]:
    """Return an environment whose editor replaces texts where they stand first, and meanwhile one in the store."""
    code = (
        "import sys; from pathlib import Path; from shutil import copy; file = Path(sys.argv[-1]); copy(file, 'seen');"
        "change = lambda p, old, new: p.write_bytes(p.read_bytes().replace(old.encode(), new.encode(), 1));"
        f"change(Path('facts.toml'), *{meanwhile!r}) if {any(meanwhile)} else None;"
        f"[change(file, old, new) for old, new in {list(changes)!r}]"
    )
    return {"EDITOR": f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}"}


@pytest.fixture
def commented(store: Path) -> Path:
    store.write_bytes(COMMENTED.encode())
    return store


def test_the_editor_sees_the_fact_with_its_comments(run: Run, commented: Path) -> None:
    ran = run("edit", "harbour-cost-2024", env=editor())
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "Nothing changed.\n")
    assert (commented.parent / "seen").read_bytes().decode() == COST
    assert commented.read_bytes() == COMMENTED.encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "BOM"])
@pytest.mark.parametrize("identifier", ["harbour-cost-2024", "harbour-opening"])
def test_only_what_is_edited_changes(run: Run, commented: Path, identifier: str, end: str, mark: str) -> None:
    """Also where the editor makes LF of CRLF."""
    before = (mark + COMMENTED).replace("\n", end).encode()
    commented.write_bytes(before)
    ran = run("edit", identifier, env=editor(('tags = ["harbour"', 'tags = ["port"'), ("\r\n", "\n")))
    assert (ran.returncode, ran.stderr) == (0, f"{identifier} is changed.\n")
    fact = before.index(f"[fact.{identifier}]".encode())
    assert commented.read_bytes() == before[:fact] + before[fact:].replace(b'["harbour"', b'["port"', 1)


def test_a_missing_last_line_end_stays_missing_or_comes_back(run: Run, store: Path) -> None:
    """Missing at the end of the file it is nobody's business; missing between two facts it would weld them."""
    store.write_text(SMALL_STORE.rstrip("\n"))
    run("edit", "harbour-opening", env=editor(("mayor, Ada", "mayor, Eva")))
    assert store.read_text() == SMALL_STORE.rstrip("\n").replace("mayor, Ada", "mayor, Eva")
    run("edit", "harbour-cost-2024", env=editor(('of the port"]\n', 'of it"]')))
    assert 'aliases = ["price of it"]\n\n[fact.harbour-opening]' in store.read_text()


def test_an_id_is_changed_unless_something_refers_to_it(run: Run, store: Path) -> None:
    ran = run("edit", "harbour-opening", env=editor(("[fact.harbour-opening]", "[fact.opening]")))
    assert ran.returncode == 0
    assert run("show", "opening").returncode == 0
    store.write_text(store.read_text() + 'supersedes = ["harbour-cost-2024"]\n')
    before = store.read_bytes()
    ran = run("edit", "harbour-cost-2024", env=editor(("[fact.harbour-cost-2024]", "[fact.cost]")))
    assert ran.returncode == 2
    assert 'fact.opening.supersedes[0]: there is no fact "harbour-cost-2024"' in ran.stderr
    assert store.read_bytes() == before


MISTAKES = {
    "not TOML": ("statement =", "statement", 2, r"-\w+\.toml:2:11: TOML:"),
    "no such source": (
        'source = "herald"',
        'source = "gazette"',
        2,
        r"-\w+\.toml:5: fact.harbour-cost-2024.source: there",
    ),
    "no date": ('period = "2024"', 'period = "last year"', 2, r"-\w+\.toml:7: fact.harbour-cost-2024.period"),
    "an altered quote": (
        '$12 million in 2024"\nsource',
        '$13 million in 2024"\nsource',
        2,
        "is not in its source's text",
    ),
    "an id of another": ("[fact.harbour-cost-2024]", "[fact.harbour-opening]", 2, "TOML: Cannot declare"),
    "no fact": ("[fact.harbour-cost-2024]", "[source.more]", 2, "source.more"),
}


@pytest.mark.parametrize(("old", "new", "code", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_loses_nothing(run: Run, store: Path, old: str, new: str, code: int, problem: str) -> None:
    """Without a terminal the text is kept in a file, which is named."""
    ran = run("edit", "harbour-cost-2024", env=editor((old, new)))
    assert ran.returncode == code
    assert re.search(problem, ran.stderr)
    kept = re.search(r"Your text is kept in (\S+)\n", ran.stderr)
    assert kept
    assert new in Path(kept[1]).read_text(encoding="utf-8")
    Path(kept[1]).unlink()
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_an_emptied_text_deletes_nothing(run: Run, store: Path) -> None:
    ran = run("edit", "harbour-opening", env={"EDITOR": "cp /dev/null"})
    assert ran.returncode == 2
    assert "the fact is gone" in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_an_editor_that_is_killed_loses_nothing(run: Run, store: Path, tmp_path: Path) -> None:
    """What had been written by then is kept; of a file that is deleted that is said."""
    script = tmp_path / "killed"
    script.write_text("#!/bin/sh\necho '# typed' >> \"$1\"\nkill -9 $$\n")
    script.chmod(0o755)
    ran = run("edit", "harbour-opening", env={"EDITOR": str(script)})
    assert ran.returncode == 2
    assert "was killed by signal 9" in ran.stderr
    kept = re.search(r"Your text is kept in (\S+)\n", ran.stderr)
    assert kept
    assert Path(kept[1]).read_text(encoding="utf-8").endswith("# typed\n")
    Path(kept[1]).unlink()
    ran = run("edit", "harbour-opening", env={"EDITOR": "rm"})
    assert ran.returncode == 2
    assert "is gone, and with it what you typed" in ran.stderr
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_a_fact_changed_meanwhile_is_a_conflict(run: Run, store: Path) -> None:
    """What another writer does elsewhere in the store is none."""
    ran = run("edit", "harbour-cost-2024", env=editor(("port", "PORT"), meanwhile=("$12", "$14")))
    assert ran.returncode == 2
    assert "harbour-cost-2024 was changed by somebody else meanwhile" in ran.stderr
    assert "Your text is kept in" in ran.stderr
    theirs = SMALL_STORE.replace("$12", "$14", 1)
    assert store.read_text(encoding="utf-8") == theirs
    ran = run("edit", "harbour-opening", env=editor(("Ada", "Eva"), meanwhile=("$14", "$12")))
    assert ran.returncode == 0
    assert store.read_text(encoding="utf-8") == SMALL_STORE.replace("mayor, Ada", "mayor, Eva")


EDITORS = {
    "none": ({}, "there is no editor"),
    "not there": ({"EDITOR": "no-such-editor -x"}, "can't run the editor no-such-editor: no such file"),
    "failing": ({"EDITOR": "false"}, "the editor false ended with 1"),
    "unclosed": ({"EDITOR": "'vi"}, "$EDITOR: no closing quotation"),
    "$VISUAL first": ({"EDITOR": "true", "VISUAL": "false"}, "the editor false ended with 1"),
}


@pytest.mark.parametrize(("variables", "problem"), EDITORS.values(), ids=EDITORS)
def test_an_editor_that_cannot_be_run_is_a_message(
    run: Run, store: Path, variables: dict[str, str], problem: str
) -> None:
    ran = run("edit", "harbour-opening", env=variables)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"fact: {problem}")
    assert store.read_text(encoding="utf-8") == SMALL_STORE


def test_no_such_fact(run: Run, store: Path) -> None:
    ran = run("edit", "harbour-openning", env=editor())
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Did you mean harbour-opening" in ran.stderr


@pytest.mark.parametrize(
    "text",
    [
        'fact.a.statement = "S"\nfact.a.quote = "Q"\nfact.a.source = "s"\n',
        '[fact]\na = { statement = "S", quote = "Q", source = "s" }\n',
    ],
    ids=["dotted", "inline"],
)
def test_a_fact_that_is_no_table_of_its_own_is_left_alone(run: Run, store: Path, text: str) -> None:
    store.write_text(f'version = 1\n{text}[source.s]\ntype = "book"\ntitle = "T"\n')
    ran = run("edit", "a", env=editor())
    assert ran.returncode == 2
    assert "a is no table of its own" in ran.stderr


def test_the_file_of_a_folder_is_found(run: Run, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    head, _, last = SMALL_STORE.partition("[fact.harbour-opening]")
    (folder / "a.toml").write_text(head.replace('text = "herald.txt"\n', "") + "# harbour-opening is elsewhere\n")
    (folder / "b.toml").write_text("version = 1\n[fact.harbour-opening]" + last)
    assert run("edit", "harbour-opening", "--store", "folder", env=editor(("Ada", "Eva"))).returncode == 0
    assert "Eva" in (folder / "b.toml").read_text()


def test_on_a_terminal_the_editor_is_offered_again(store: Path, tmp_path: Path) -> None:
    """The first time it breaks the text, the second time it mends it; what was typed is still there."""
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\nif grep -q \'$13\' "$1"; then sed -i \'s/period = .*/period = "2025"/\' "$1"; exit; fi\n'
        'sed -i \'s/^answer = .*/answer = "$13 million"/; s/period = .*/period = "soon"/\' "$1"\n'
    )
    script.chmod(0o755)
    env = environment(tmp_path, TERM="xterm", EDITOR=str(script))
    screen, code = converse(
        ["fact", "edit", "harbour-cost-2024"], [("Open the editor again? [Y/n]", "\n")], env=env, cwd=tmp_path
    )
    assert code == 0
    assert 'expected a date, got "soon"' in screen
    assert "harbour-cost-2024 is changed." in screen
    assert 'answer = "$13 million"' in store.read_text()
    script.write_text('#!/bin/sh\nsed -i \'s/period = .*/period = "never"/\' "$1"\n')
    screen, code = converse(
        ["fact", "edit", "harbour-cost-2024"], [("Open the editor again? [Y/n]", "n\n")], env=env, cwd=tmp_path
    )
    assert code == 2
    assert "Your text is kept in" in screen
    assert "never" not in store.read_text()
