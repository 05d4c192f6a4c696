"""Workflow commands: one line each, whatever the report says, and read back as GitHub's runner reads them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from factcli.render import check_github
from factcli.store.model import Store
from factcli.store.read import load
from tests.report.reports import COST, checked, found

EMPTY = Store(path=Path("facts.toml"), facts={}, sources={})


def read(command: str) -> tuple[str, dict[str, str], str]:
    """Return the level, the properties and the message of a command, as the runner's ActionCommand.cs takes it apart."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", command, re.DOTALL)
    assert match
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(match[3])


def unescaped(text: str) -> str:
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda match: unquote(match[0]), text)


def test_a_command_for_each_problem(store: Path) -> None:
    text = "It cost\n50%, “$13\nmillion”, $12 and $5."
    report = checked(
        text,
        found(text, "50%", "F205"),
        found(text, "$13\nmillion", "F201", fact=COST, message="the store says $12 million (2024)"),
        found(text, "$12", "F200", fact=COST),
        found(text, "$5", "F201", accepted="so"),
        name="a, b: 5%.md",
    )
    assert list(check_github.commands(report, load(store))) == [
        "::warning file=a%2C b%3A 5%25.md,line=2,endLine=2,col=1,endColumn=4,title=F205::“50%25” is unsupported",
        "::error file=a%2C b%3A 5%25.md,line=2,endLine=3,title=F201::“$13 million” is contradicted: the store says "
        "$12 million (2024)%0Aharbour-cost-2024: The new harbour of Port Example cost $12 million in 2024.",
    ]


@given(st.text(min_size=1), st.text(), st.text())
def test_whatever_is_said(passage: str, message: str, name: str) -> None:
    """It stays one command, of the same place, and says the same but for what is spelled out; the file is as it is."""
    text = f"{passage} is so"
    [command] = check_github.commands(checked(text, found(text, passage, "F201", message=message), name=name), EMPTY)
    assert not set(command) & set("\r\n")
    level, properties, said = read(command)
    assert level == "error"
    assert properties.keys() <= {"file", "line", "endLine", "col", "endColumn", "title"}
    assert properties["title"] == "F201"
    assert properties["file"] == name
    if message.isprintable() and message:
        assert said.endswith(f" is contradicted: {message}")
