"""Stores that several tests ask: what a hostile hand may write into one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

HOSTILE_TAGS = {
    "$(touch pwned)": r"\$",
    "`touch pwned`": r"\`",
    "';touch pwned;'": r"\'",
    '"; touch pwned; "': r"\"",
    "[bold]": r"\[",
    "back\\slash": "ba",
    "it's": "it",
    "two words": r"two\ ",
    "topic:trade": "topic:",
    "*": r"\*",
    "!!": r"\!",
}
"""Each with the beginning that a shell needs to be told it by."""

HOSTILE_STORE = r"""
version = 1

[source.hostile]
type = "webpage"
title = "Title \u001b]0;pwned\u0007 [bold]t[/] \u202e $(touch pwned) `touch pwned`"
author = [{ family = "O'\u001b[2JDoe", given = "\u009b31m[red]" }]
container-title = "News\nand \u001b[35mviews\U000e0041 n\u200bo\u2060t\ufeff 1\u200d2\u200e3"
URL = "https://hostile.example/a?b=[c]&d='$(touch${IFS}pwned)"
issued = 2024-01-02

[fact.hostile]
statement = "Harbour \u001b]0;pwned\u0007 [bold]x[/bold] [/] \u009b31m \u202eabc\u2066 \n next $(touch pwned) `touch pwned`; \"q' \\[x] \u2028 \U000e0041"
answer = "[/] \u001b[2J answer\r\nin two lines \u0000"
quote = "Quote \u001b[2J [link=x]y[/link] \u2067z\u2069 \u0085 end \t tab \u007f"
source = "hostile"
locator = "para. \u001b[35m3"
period = "2024"
tags = ["esc\u001b[1mape", TAGS]
aliases = ["alias\u001b[35m", "[/]"]
unknown = "x\u001b[35m"
"key\u001b[35m" = { a = "\u001b[2J", b = 2020-01-01 }

[fact.plain]
statement = "The lighthouse burns."
quote = "burns"
source = "hostile"
"""


def write_hostile_store(folder: Path) -> dict[str, Any]:
    """Write the hostile store into a folder as `facts.toml`, and return what it holds."""
    quoted = ["'''" + tag + "'''" if not tag.endswith("'") else f'"{tag}"' for tag in HOSTILE_TAGS]
    text = HOSTILE_STORE.replace("TAGS", ", ".join(quoted))
    (folder / "facts.toml").write_text(text, encoding="utf-8")
    stored = tomllib.loads(text)
    assert stored["fact"]["hostile"]["tags"][1:] == list(HOSTILE_TAGS)
    return stored
