"""What is wrong with the TOML of a file, and where: the messages of tomllib, for people."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from factcli.errors import Fault
from factcli.text.safe import safe

_TOML_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOML_PATH = re.compile(r"""\((?:(?:'(?:[^'\\]++|\\.)*+'|"(?:[^"\\]++|\\.)*+")(?:, |,?(?=\))))+\)""")
_TOML_MENDS = {
    "Cannot declare": "Each id can be used once: give one of the two another id, or delete it.",
    "Cannot overwrite": "The key is there twice: delete one of the two lines.",
    "Cannot mutate": "The table is complete already: put the line inside it.",
    "Duplicate": "The key is there twice: delete one of the two.",
    "Expected '='": "Write key = value, with quotes around text.",
    "Expected newline": "Something stands behind a complete value: begin a new line, or look for a missing quote.",
    "Expected ']'": "Close the header with ], as in [fact.some-id].",
    "Expected ']]'": "Close the header with ]], or take a single [ as in [fact.some-id].",
    'Expected "\'"': "Close the quote.",
    "Illegal character": 'A text on one line ends on that line: close the quote, or use three quotes (""").',
    "Invalid value": "Put quotes around text; lists go in [ ].",
    "Invalid date": "There is no such day or time.",
    "Invalid statement": "Write key = value, or a header such as [fact.some-id].",
    "Unclosed array": "Close the list with ].",
    "Unclosed inline table": "Close it with }.",
    "Unescaped": r"Write a backslash as \\, or put the text in single quotes.",
    "Unterminated": "Close the quote.",
}


def fault(shown: str, text: str, message: str) -> Fault:
    """Turn a message of tomllib into a fault that shows the line with a caret."""
    match = _TOML_POSITION.search(message)
    problem = message[: match.start()] if match else message
    if match and match[1]:
        line, column = int(match[1]), int(match[2])
    else:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    mend = next((mend for start, mend in _TOML_MENDS.items() if problem.startswith(start)), "")
    if problem.startswith("Exceeds the limit"):
        line, column, problem, mend = 1, 1, "a number has too many digits", "Put quotes around it."
    if "\r" in text and "\n" not in text:
        mend = "Save the file with LF or CRLF line ends; it has bare CR ones."
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    at = start + column - 1
    before, after = text[max(start, at - 40) : at], text[at : at + 40].partition("\n")[0]
    excerpt = f"{safe(before)}{safe(after)}".rstrip()
    pointer = f"{excerpt}\n    {' ' * len(safe(before))}^\n    " if excerpt else ""
    mend = mend or "Mend the TOML there; its rules: https://toml.io"
    return Fault(file=shown, line=line, column=column, problem=f"TOML: {_legible(problem)}", mend=pointer + mend)


def _legible(problem: str) -> str:
    """Write a path in a message of tomllib, ('fact', 'some-id'), as in TOML, and cut what is longer than a line."""
    if match := _TOML_PATH.search(problem):
        problem = f"{problem[: match.start()]}[{dotted(ast.literal_eval(match[0]))}]{problem[match.end() :]}"
    problem = safe(problem)
    return f"{problem[:119]}…" if len(problem) > 120 else problem


def dotted(path: Sequence[str | int]) -> str:
    """Write a path as in TOML: `source.x.author[0].family`."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        else:
            bare = re.fullmatch(r"[A-Za-z0-9_-]+", part)
            written += ("." if written else "") + (part[:200] if bare else f'"{safe(part)[:60]}"')
    return written
