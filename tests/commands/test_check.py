"""`fact check`: reports against the store, in every format, with exit codes and streams that scripts stand on."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest

from factcli.commands import check as check_command
from factcli.report.rules import RULES
from factcli.text.safe import safe
from tests.commands.terminal import on_terminal, without_style
from tests.conftest import ROOT, SHIPPED, Run, environment

GOOD = "# The harbour\n\nThe new harbour of Port Example cost $12 million in 2024.\n"
BAD = GOOD.replace("$12", "$13")
COLUMN = BAD.splitlines()[2].index("$") + 1
CITED = GOOD.replace("2024.", "2024.[^fact:harbour-cost-2024]")
CODES = ", ".join(RULES)


@pytest.fixture
def folder(store: Path) -> Path:
    """A folder with the small store, a report that is right and one that is wrong."""
    (store.parent / "good.md").write_text(GOOD, encoding="utf-8")
    (store.parent / "bad.md").write_text(BAD, encoding="utf-8")
    return store.parent


def findings(run: Run, *args: str, stdin: str = "") -> list[tuple[str, str]]:
    envelope = json.loads(run("check", "--json", *args, stdin=stdin).stdout)
    return [(finding["code"], finding["text"]) for finding in envelope["findings"]]


def test_all_good(run: Run, folder: Path) -> None:
    ran = run("check", "good.md")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "1 passage checked, 0 problems: 1 supported\n"


def test_problems_are_data_and_counts_are_words(run: Run, folder: Path) -> None:
    ran = run("check", "bad.md", "good.md")
    assert ran.returncode == 1
    first, source, carets, evidence = ran.stdout.splitlines()
    assert first.startswith(f"bad.md:3:{COLUMN}: F201 contradicted: ")
    assert source == f"  3 | {BAD.splitlines()[2]}"
    assert carets == "    | " + " " * (COLUMN - 1) + "^^^^^^^^^^^"
    assert evidence == "      harbour-cost-2024  The new harbour of Port Example cost $12 million in 2024."
    assert ran.stderr == "2 passages checked, 1 problem: 1 contradicted, 1 supported\n"
    quiet = run("check", "bad.md", "good.md", "-q")
    assert (quiet.stdout, quiet.stderr) == (ran.stdout, "")


def test_standard_input(run: Run, folder: Path) -> None:
    ran = run("check", "-", stdin=BAD)
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"-:3:{COLUMN}: F201 contradicted: ")


def test_json_has_every_passage(run: Run, folder: Path) -> None:
    ran = run("check", "bad.md", "--json")
    assert ran.returncode == 1
    envelope = json.loads(ran.stdout)
    assert list(envelope) == ["schema", "report", "checked", "problems", "findings"]
    assert (envelope["schema"], envelope["report"]) == ("factcli.check/1", "bad.md")
    assert (envelope["checked"], envelope["problems"]) == (1, 1)
    [finding] = envelope["findings"]
    assert finding.pop("message")
    assert finding == {
        "line": 3,
        "column": COLUMN,
        "end_line": 3,
        "end_column": COLUMN + 11,
        "kind": "figure",
        "code": "F201",
        "verdict": "contradicted",
        "text": "$13 million",
        "fact": "harbour-cost-2024",
        "difference": None,
        "accepted": None,
        "suggestion": None,
    }
    assert findings(run, "good.md") == [("F200", "$12 million")]
    assert run("check", "bad.md", "--format", "json").stdout == ran.stdout


def test_many_reports_are_an_envelope_a_line(run: Run, folder: Path) -> None:
    """In the order of the command, each once."""
    lines = run("check", "--json", "bad.md", "good.md", "bad.md").stdout.splitlines()
    assert [json.loads(line)["report"] for line in lines] == ["bad.md", "good.md"]


def test_the_schema_knows_every_key(run: Run, folder: Path) -> None:
    schema = json.loads(run("schema", "check").stdout)
    (folder / "bad.md").write_text(BAD + "\n<!-- fact: ignore F -->\n“not a word of it”[^fact:no]\n", encoding="utf-8")
    for report in ("good.md", "bad.md"):
        envelope = json.loads(run("check", report, "--json", "--suggest").stdout)
        jsonschema.Draft202012Validator(schema).validate(envelope)
        known = schema["properties"]["findings"]["items"]["properties"].keys()
        assert all(finding.keys() == known for finding in envelope["findings"])


def test_github(run: Run, folder: Path) -> None:
    ran = run("check", "bad.md", "good.md", "--format", "github")
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        f"::error file=bad.md,line=3,endLine=3,col={COLUMN},endColumn={COLUMN + 11},title=F201::"
    )
    assert ran.stdout.count("\n") == 1
    assert ran.stderr.startswith("2 passages checked, 1 problem")


def test_sarif_is_one_log_of_all_reports(run: Run, folder: Path) -> None:
    ran = run("check", "good.md", "bad.md", "--format", "sarif")
    log = json.loads(ran.stdout)
    assert log["version"] == "2.1.0"
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["F201"]


def test_a_page(run: Run, folder: Path) -> None:
    """It goes beside what is printed, or instead of it."""
    ran = run("check", "bad.md", "--html", "page.html", "--json", "-q")
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["problems"] == 1
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "$13 million" in page
    printed = run("check", "bad.md", "--html", "-")
    assert (printed.returncode, printed.stdout) == (1, page)
    assert printed.stderr == "1 passage checked, 1 problem: 1 contradicted\n"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), ["F201", "C303"]),
        (("--select", "F"), ["F201"]),
        (("--select", "f2"), ["F201"]),
        (("--select", "C303,F200"), ["C303"]),
        (("--select", "C3", "--select", "F2"), ["F201", "C303"]),
        (("--ignore", "F201"), ["C303"]),
        (("--ignore", "C,F20"), []),
        (("--select", "F,C", "--ignore", "C"), ["F201"]),
    ],
)
def test_rules_can_be_chosen(run: Run, folder: Path, options: tuple[str, ...], codes: list[str]) -> None:
    text = BAD.replace("2024.", "2024.[^fact:no]")
    (folder / "bad.md").write_text(text, encoding="utf-8")
    assert [code for code, _ in findings(run, "bad.md", *options)] == codes
    assert run("check", "bad.md", *options).returncode == (1 if codes else 0)


def test_what_is_accepted_is_no_problem(run: Run, folder: Path) -> None:
    (folder / "bad.md").write_text(
        BAD.replace("2024.", "2024. <!-- fact: ignore F201 – by the port's own count -->"), encoding="utf-8"
    )
    ran = run("check", "bad.md")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "1 passage checked, 0 problems: 1 accepted\n"
    envelope = json.loads(run("check", "bad.md", "--json").stdout)
    assert envelope["problems"] == 0
    assert envelope["findings"][0]["accepted"] == "by the port's own count"


def test_a_comment_that_does_nothing_is_a_warning(run: Run, folder: Path) -> None:
    """Chosen rules do not make it one."""
    text = BAD.replace("2024.", "2024. <!-- fact: ignore F201 -->")
    (folder / "bad.md").write_text(text, encoding="utf-8")
    ran = run("check", "bad.md")
    assert ran.returncode == 1
    place = f"bad.md:3:{text.splitlines()[2].index('<') + 1}"
    assert f"warning: {place}: the comment names no reason, and is passed over\n" in ran.stderr
    (folder / "bad.md").write_text(text.replace("F201", "F201 – why"), encoding="utf-8")
    assert "warning" not in run("check", "bad.md", "--select", "Q").stderr
    (folder / "good.md").write_text(GOOD.replace("2024.", "2024. <!-- fact: ignore – why -->"), encoding="utf-8")
    ran = run("check", "good.md")
    assert ran.returncode == 0
    assert "nothing is here to be ignored" in ran.stderr
    assert run("check", "good.md", "-q").stderr == ""


def test_suggestions(run: Run, folder: Path) -> None:
    ran = run("check", "good.md", "--suggest")
    assert ran.returncode == 0
    assert "F200 supported: could have the footnote [^fact:harbour-cost-2024]\n" in ran.stdout
    assert ran.stderr.endswith("--fix would put in 1 footnote.\n")
    envelope = json.loads(run("check", "good.md", "--suggest", "--json").stdout)
    assert envelope["findings"][0]["suggestion"] == "[^fact:harbour-cost-2024]"
    assert (folder / "good.md").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fixing(run: Run, folder: Path, start: str, line_end: str) -> None:
    """The footnotes are put in, once, and nothing else changes; `fact fill` writes what they say, and all is well."""
    report = folder / "good.md"
    report.write_bytes((start + GOOD).replace("\n", line_end).encode())
    report.chmod(0o640)
    ran = run("check", "good.md", "--fix")
    assert "Put 1 footnote into good.md. Now write the notes: fact fill good.md\n" in ran.stderr
    fixed = (start + CITED).replace("\n", line_end).encode()
    assert report.read_bytes() == fixed
    assert report.stat().st_mode & 0o777 == 0o640
    assert "Put" not in run("check", "good.md", "--fix").stderr
    assert report.read_bytes() == fixed
    assert run("fill", "good.md").returncode == 0
    filled = report.read_bytes()
    ran = run("check", "good.md", "--fix")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert report.read_bytes() == filled


def test_what_has_no_footnotes_cannot_be_fixed(run: Run, folder: Path) -> None:
    """It is said, nothing is written, and the other reports are fixed all the same."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    refusals = {
        "good.txt": "good.txt: no markup whose footnotes are known\n    Name it .md, .org, .rst, .adoc, .tex or .typ.\n",
        "-": "standard input can't be changed\n    Name the file of the report.\n",
    }
    for name, refusal in refusals.items():
        ran = run("check", name, "--fix", stdin=GOOD)
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"fact: {refusal}")
    assert run("check", "good.txt", "good.md", "--fix").returncode == 2
    assert (folder / "good.txt").read_text(encoding="utf-8") == GOOD
    assert (folder / "good.md").read_text(encoding="utf-8") == CITED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_report_that_cannot_be_written(run: Run, folder: Path) -> None:
    (folder / "good.md").chmod(0o444)
    ran = run("check", "good.md", "--fix")
    assert ran.returncode == 2
    assert "can't write good.md: it is read-only" in ran.stderr


def test_an_unreadable_report_hides_no_other(run: Run, folder: Path) -> None:
    (folder / "folder").mkdir()
    ran = run("check", "none.md", "bad.md", "folder", "-q")
    assert ran.returncode == 2
    assert ran.stdout.startswith("bad.md:3:")
    assert (
        ran.stderr == "fact: can't read none.md: no such file or directory\nfact: can't read folder: is a directory\n"
    )
    assert run("check", "none.md", "bad.md", "--json").stdout.count("\n") == 1
    for options in ((), ("--json",), ("--format", "sarif"), ("--html", "-")):
        assert run("check", "none.md", *options).stdout == ""


@pytest.mark.parametrize("code", RULES)
def test_explain(run: Run, tmp_path: Path, code: str) -> None:
    """Without a report and without a store."""
    ran = run("check", "--explain", code.lower(), env={"FACTCLI_STORE": "none.toml"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"{code} {RULES[code].verdict}: {RULES[code].title}\n")


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (("q",), [code for code in RULES if code.startswith("Q")]),
        (("C3,Q1", "--explain", "f201"), [code for code in RULES if code[:2] in ("C3", "Q1") or code == "F201"]),
        (("F2, F201,F203",), [code for code in RULES if code.startswith("F2")]),
    ],
)
def test_explain_takes_what_select_takes(run: Run, tmp_path: Path, args: tuple[str, ...], codes: list[str]) -> None:
    """Rules come in their own order, each once, whatever the order of what names them."""
    together = run("check", "--explain", *args)
    assert together.returncode == 0
    assert together.stdout == "\n".join(run("check", "--explain", code).stdout for code in codes)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "name a report, or - for standard input."),
        (("--explain", "F2,F9"), f"'F9' begins none of {CODES}."),
        (("--explain", ""), f"'' begins none of {CODES}."),
        (("bad.md", "--select", "F9"), f"'F9' begins none of {CODES}."),
        (("bad.md", "--ignore", "F2,,Q"), f"'' begins none of {CODES}."),
        (("bad.md", "--json", "--format", "sarif"), "it is another than --format sarif."),
        (("bad.md", "--json", "--html", "-"), "the page and json can't both be printed."),
        (("bad.md", "--format", "xml"), "'xml' is not one of"),
        (("bad.md", "--text", "herald"), "'herald' is not of the form SOURCE=FILE."),
        (("bad.md", "--text", "gazette=bad.md"), "there is no source 'gazette'"),
        (("bad.md", "--store", "none.toml"), "there is no store at none.toml"),
        (("bad.md", "--html", "none/page.html"), "can't write none/page.html: no such file or directory"),
    ],
)
def test_wrong_use(run: Run, folder: Path, args: tuple[str, ...], message: str) -> None:
    ran = run("check", *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_on_a_terminal(folder: Path, columns: int) -> None:
    """A long line is cut around the passage, the carets stand below it, and colour is all that colour adds."""
    long = "It has rained for days. " * 20
    text = f"{long}The new harbour of Port Example cost $13 million in 2024. {long}日本。\n"
    (folder / "bad.md").write_text(text, encoding="utf-8")
    env = environment(folder, TERM="xterm-256color")
    command = ["fact", "check", "bad.md"]
    colored = on_terminal(command, env=env, cwd=folder, columns=columns)
    shown = without_style(colored)
    lines = shown.splitlines()
    assert max(map(len, lines)) <= columns
    source = next(line for line in lines if line.startswith("  1 | …"))
    carets = lines[lines.index(source) + 1]
    assert source[carets.index("^") : carets.rindex("^") + 1] == "$13 million"
    assert source.endswith("…")
    assert "\x1b[1;31mF201 contradicted\x1b[0m" in colored
    plain = on_terminal(command, env=env | {"NO_COLOR": "1"}, cwd=folder, columns=columns)
    assert plain == shown


def test_in_a_pipe_lines_are_cut_too(run: Run, folder: Path) -> None:
    (folder / "bad.md").write_text(BAD + "It has rained. " * 50, encoding="utf-8")
    (folder / "bad.md").write_text(f"{BAD.rstrip()} {'It has rained for days. ' * 20}", encoding="utf-8")
    assert max(map(len, run("check", "bad.md").stdout.splitlines())) <= 100


def test_the_hook_is_one(tmp_path: Path) -> None:
    """What pre-commit needs is there, and its entry is a command that there is."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    hook = dict(re.findall(r"^(?:- |  )(\w+): (.+)$", text, re.MULTILINE))
    assert hook.keys() == {"id", "name", "description", "entry", "language", "types_or"}
    assert (hook["id"], hook["language"], hook["types_or"]) == ("fact-check", "python", "[markdown]")
    subprocess.run([*hook["entry"].split(), "--help"], env=environment(tmp_path), capture_output=True, check=True)


def test_nothing_acts_on_the_terminal(run: Run, folder: Path) -> None:
    name = "b\x1b[2Jad.md"
    (folder / name).write_text(BAD.replace("Port", "P\x1b[31mort\u202e"), encoding="utf-8")
    for options in ((), ("--json",), ("--format", "sarif"), ("--html", "-")):
        ran = run("check", name, *options)
        assert "\x1b" not in ran.stdout + ran.stderr
        assert "\u202e" not in ran.stdout + ran.stderr
    command = ["fact", "check", name, "--format", "github"]
    shown = on_terminal(command, env=environment(folder, TERM="xterm"), cwd=folder, columns=80)
    assert " file=b\\x1b[2Jad.md," in shown
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"b\x1b[2J\xe2\x80\xae.md", b"new\nline, 5%: a.md"])
def test_programs_are_told_a_file_by_its_name(run: Run, folder: Path, name: bytes) -> None:
    """Whatever is in it, so that they find the file by it; people are shown a name that can be shown."""
    given = os.fsdecode(name)
    (folder / "bad.md").rename(folder / given)
    assert os.fsencode(json.loads(run("check", given, "--json").stdout)["report"]) == name
    [result] = json.loads(run("check", given, "--format", "sarif").stdout)["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == name
    written = run("check", given, "--format", "github").stdout
    if given.isascii():
        assert f"file={given}".translate({37: "%25", 10: "%0A", 58: "%3A", 44: "%2C"}) + ",line=3," in written
    assert run("check", given).stdout.startswith(f"{safe(given)}:3:{COLUMN}: F201 contradicted: ")


def test_documents_about_other_things_contradict_nothing(run: Run) -> None:
    """The project's own pages, full of figures and quotation marks, are about no fact of the interview."""
    pages = [str(ROOT / name) for name in ("README.md", "CHANGELOG.md", "LICENSE")]
    checked = run("check", *pages, "--store", str(SHIPPED), "--select", "F200,F201,F202,F203,F204,Q101,C", "--quiet")
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices")
def test_what_has_no_end_is_refused(run: Run, folder: Path) -> None:
    """A device by what it is, standard input by its length; other reports are checked all the same."""
    ran = run("check", "/dev/zero", "bad.md")
    assert ran.returncode == 2
    assert ran.stderr.startswith(
        "fact: /dev/zero is neither a file nor a pipe\n    Name a file, or - for standard input.\n1 passage checked"
    )
    assert ran.stdout.startswith(f"bad.md:3:{COLUMN}: F201")
    with Path("/dev/zero").open("rb") as endless:
        refused = subprocess.run(
            ["fact", "check", "-"], env=environment(folder), cwd=folder, stdin=endless, capture_output=True, check=False
        )
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == b"fact: - is longer than 256 MB\n    Check it in parts.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_read_as_a_file_is(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    with subprocess.Popen(["sh", "-c", "cat bad.md > pipe.md"], cwd=folder):
        ran = run("check", "pipe.md")
    assert ran.stdout == run("check", "bad.md").stdout.replace("bad.md", "pipe.md")


def test_a_page_takes_no_report_s_and_no_store_s_place(run: Run, folder: Path) -> None:
    """Nothing is written over what is read, by whatever name the page is called."""
    report, store, text = folder / "bad.md", folder / "facts.toml", folder / "herald.txt"
    (folder / "link.html").symlink_to(report)
    (folder / "other.html").hardlink_to(report)
    before = [file.read_bytes() for file in (report, store, text)]
    for page in ("bad.md", "./bad.md", "link.html", "other.html", "facts.toml", "herald.txt"):
        ran = run("check", "bad.md", "--html", page)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "would take the place of" in ran.stderr
    assert [file.read_bytes() for file in (report, store, text)] == before


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_page_takes_no_place_that_is_the_lock_s(run: Run, folder: Path, is_folder: bool) -> None:
    """A page there would be read as the lock by the next command, and what proves quotes would have no place."""
    store = folder / "facts.toml"
    if is_folder:
        (folder / "store").mkdir()
        store = store.rename(folder / "store" / "facts.toml").parent
    lock = (store if is_folder else folder) / "facts.lock"
    (folder / "link.html").symlink_to(lock)
    for page in (str(lock), f"./{lock.relative_to(folder)}", "link.html"):
        ran = run("check", "bad.md", "--html", page, "--store", str(store))
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"would take the place of {lock.relative_to(folder)}" in ran.stderr
        assert not lock.exists()


def test_what_was_written_meanwhile_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody saves the report while it is checked: after it was read, and before the footnotes are put in."""
    report = folder / "good.md"
    read = check_command._read

    def read_and_save(path: Path, name: str) -> bytes:
        content = read(path, name)
        report.write_text(content.decode() + "Later.\n", encoding="utf-8")
        return content

    monkeypatch.setattr(check_command, "_read", read_and_save)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    assert check_command.check([report], fix=True, store=folder / "facts.toml", quiet=True) == 2
    assert "changed meanwhile" in capsys.readouterr().err
    assert "[^fact" not in report.read_text(encoding="utf-8")


def test_a_comment_may_be_in_capitals(run: Run, folder: Path) -> None:
    (folder / "loud.md").write_text(f"{BAD.strip()} <!-- FACT: IGNORE f201 – agreed -->\n", encoding="utf-8")
    assert run("check", "loud.md").returncode == 0
