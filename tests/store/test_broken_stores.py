"""Broken stores, read by the program itself: each is refused with the place, the reason and what mends it."""

from __future__ import annotations

import os
import random
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, environment, require

SOURCE = """\
[source.herald]
type = "article-newspaper"
title = "Harbour opens"
"""
FACT = """\
[fact.cost]
statement = "It cost $12 million."
quote = "which cost $12 million"
source = "herald"
"""
VALID = f"version = 1\n{SOURCE}{FACT}"
"""Lines 2 to 4 are the source, 5 to 8 the fact; what a test adds is line 9 (or 5, in the source)."""


def in_source(line: str) -> str:
    return f"version = 1\n{SOURCE}{line}\n{FACT}"


def in_fact(line: str) -> str:
    return f"{VALID}{line}\n"


SYNTAX: dict[str, tuple[str, tuple[str, ...]]] = {
    "no value": ("version =\n", ("facts.toml:1:", "Put quotes around text")),
    "no equals sign": ("version 1\n", ("facts.toml:1:9", "Write key = value")),
    "no key": ("version = 1\n= 2\n", ("facts.toml:2:1", "Write key = value")),
    "open header": ("version = 1\n[fact.a\n", ("facts.toml:2:8", "Close the header with ]")),
    "space in a header": ("[fact my fact]\n", ("facts.toml:1:7", "Close the header with ]")),
    "open header of an array": ("[[fact]\n", ("facts.toml:1:", "Close the header with ]]")),
    "open string": ('version = "1', ("facts.toml:1:13", "Close the quote")),
    "open literal string": ("version = '1", ("facts.toml:1:13", "Close the quote")),
    "open long string": ('a = """x\ny\n', ("facts.toml:3:1", "Close the quote")),
    "string over two lines": ('a = "x\ny"\n', ("facts.toml:1:7", 'three quotes (""")')),
    "open list": ("tags = [1,\n2", ("facts.toml:2:", "Close the list with ]")),
    "open inline table": ("a = { b = 1", ("facts.toml:1:", "Close it with }")),
    "text without quotes": ("title = Harbour\n", ("facts.toml:1:9", "Put quotes around text")),
    "Python's True": ("version = True\n", ("facts.toml:1:11", "Put quotes around text")),
    "two statements on a line": ("a = 1 b = 2\n", ("facts.toml:1:7", "begin a new line")),
    "leading zero": ("version = 01\n", ("facts.toml:1:12", "begin a new line")),
    "quote within a quote": ('statement = "He said "yes" to it"\n', ("facts.toml:1:23", "missing quote")),
    "backslash": ('path = "C:\\new\\quote"\n', ("facts.toml:1:", r"Write a backslash as \\")),
    "key twice": ("version = 1\nversion = 1\n", ("facts.toml:2:", "The key is there twice")),
    "key twice in an inline table": ("a = { b = 1, b = 2 }\n", ("facts.toml:1:", "The key is there twice")),
    "id twice": (f"{VALID}{FACT}", ("facts.toml:9:", "[fact.cost] twice", "Each id can be used once")),
    "no such day": ("[source.a]\nissued = 2025-02-30\n", ("facts.toml:2:10", "There is no such day")),
    "no such hour": ("[source.a]\nissued = 2025-02-03T25:00:00\n", ("facts.toml:2:", "")),
    "huge number": (f"version = {'9' * 5000}\n", ("facts.toml:1:1", "too many digits", "Put quotes around it")),
    "JSON": ('{"version": 1}\n', ("facts.toml:1:1", "Write key = value")),
    "YAML": ("version: 1\nfact:\n  - id: a\n", ("facts.toml:1:8", "Write key = value")),
    "CR line ends": (VALID.replace("\n", "\r"), ("facts.toml:1:", "Save the file with LF or CRLF line ends")),
    "NUL in the text": ("version = 1\n\0\n", ("facts.toml:2:1", "Write key = value")),
    "escape sequences": ("version = 1\n\x1b[31mred\x1b]0;title\x07\n", ("facts.toml:2:1", r"\x1b[31mred\x1b]0;title\x07")),
    "right-to-left override": ("version = 1\n\u202egnp.exe\n", ("facts.toml:2:1", r"\u202egnp.exe")),
    "Git conflict": ("version = 1\n<<<<<<< HEAD\n", ("facts.toml:2:1", "<<<<<<< HEAD", "Write key = value")),
}  # fmt: skip

VALUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "empty file": ("", ("facts.toml:1: the file is empty", "fact init")),
    "white space only": ("\n \n\t\n", ("facts.toml:1: the file is empty", "fact init")),
    "comments only": ("# soon\n# more\n", ("facts.toml:1: version: missing", "version = 1")),
    "no facts": (f"version = 1\n{SOURCE}", ("facts.toml: the store has no facts", "[fact.some-id]")),
    "no version": (f"{SOURCE}{FACT}", ("facts.toml:1: version: missing", "version = 1")),
    "newer version": (VALID.replace("version = 1", "version = 2"), ("facts.toml:1: version: this factcli reads version 1, not the number 2", "Install a newer factcli")),
    "version 0": (VALID.replace("version = 1", "version = 0"), ("facts.toml:1: version: expected 1, got the number 0", "version = 1")),
    "version as text": (VALID.replace("version = 1", 'version = "1"'), ('facts.toml:1: version: expected 1, got "1"', "version = 1")),
    "version as truth": (VALID.replace("version = 1", "version = true"), ("facts.toml:1: version: expected 1, got true", "version = 1")),
    "version of 6,000 digits": (VALID.replace("version = 1", f"version = 0x{'f' * 5000}"), ("facts.toml:1: version:", "more than 64 bits")),
    "facts as a list": (f"version = 1\n{SOURCE}{FACT.replace('[fact.cost]', '[[fact]]')}", ("facts.toml:5: fact: expected tables, got a list", "[fact.some-id]")),
    "facts as text": ('version = 1\nfact = "none"\n', ('facts.toml:2: fact: expected tables, got "none"', "[fact.some-id]")),
    "a fact that is text": ('version = 1\n[fact]\ncost = "much"\n', ('facts.toml:3: fact.cost: expected a table, got "much"', "[fact.cost]")),
    "no statement": (VALID.replace('statement = "It cost $12 million."\n', ""), ("facts.toml:5: fact.cost.statement: missing", "Say in one sentence")),
    "no quote": (VALID.replace('quote = "which cost $12 million"\n', ""), ("facts.toml:5: fact.cost.quote: missing", "Copy the passage")),
    "no source": (VALID.replace('source = "herald"\n', ""), ("facts.toml:5: fact.cost.source: missing", "Name the id of a [source.…] table")),
    "no type": (VALID.replace('type = "article-newspaper"\n', ""), ("facts.toml:2: source.herald.type: missing", 'type = "interview"')),
    "no title": (VALID.replace('title = "Harbour opens"\n', ""), ("facts.toml:2: source.herald.title: missing", "Copy the title")),
    "blank statement": (VALID.replace("It cost $12 million.", " "), ("facts.toml:6: fact.cost.statement: is empty", "Say in one sentence")),
    "blank answer": (in_fact('answer = ""'), ("facts.toml:9: fact.cost.answer: is empty", "delete the line answer")),
    "statement as a number": (VALID.replace('"It cost $12 million."', "12"), ("facts.toml:6: fact.cost.statement: expected a string, got the number 12", 'statement = "12"')),
    "answer as a number": (in_fact("answer = 12_000"), ("facts.toml:9: fact.cost.answer: expected a string, got the number 12000", 'answer = "12000"')),
    "answer as infinity": (in_fact("answer = inf"), ("facts.toml:9: fact.cost.answer: expected a string, got the number inf", 'answer = "inf"')),
    "answer as truth": (in_fact("answer = true"), ("facts.toml:9: fact.cost.answer: expected a string, got true", 'answer = "true"')),
    "answer as a date-time": (in_fact("answer = 2025-01-02T03:04:05Z"), ("facts.toml:9: fact.cost.answer: expected a string, got the date or time 2025-01-02 03:04:05+00:00", "2025-01-02T03:04:05+00:00")),
    "answer as a time": (in_fact("answer = 03:04:05"), ("facts.toml:9: fact.cost.answer: expected a string, got the date or time 03:04:05", 'answer = "03:04:05"')),
    "answer as a huge number": (in_fact(f"answer = 0x{'f' * 5000}"), ("facts.toml:9: fact.cost.answer: expected a string, got a number of more than 64 bits", 'answer = "…"')),
    "quote as a list": (VALID.replace('"which cost $12 million"', '["which", "cost"]'), ("facts.toml:7: fact.cost.quote: expected a string, got a list", 'quote = "…"')),
    "quote as a table": (VALID.replace('"which cost $12 million"', "{ a = 1 }"), ("facts.toml:7: fact.cost.quote: expected a string, got a table", 'quote = "…"')),
    "huge number under an unknown key": (in_fact(f"mine = [0x{'f' * 5000}]"), ("facts.toml:9: fact.cost.mine: holds a number of more than 64 bits", "Put quotes around it")),
    "tags as text": (in_fact('tags = "money"'), ('facts.toml:9: fact.cost.tags: expected a list of strings, got "money"', "Write a list: tags = [")),
    "a number among the tags": (in_fact('tags = [\n"money",\n7]'), ("facts.toml:11: fact.cost.tags[1]: expected a string, got the number 7", "Put quotes around it")),
    "blank alias": (in_fact('aliases = [" "]'), ('facts.toml:9: fact.cost.aliases[0]: expected a string, got " "', "Put quotes around it")),
    "locator without a label": (in_fact('locator = "16"'), ('facts.toml:9: fact.cost.locator: "16": no label', 'like "p. 12"')),
    "locator with a strange label": (in_fact('locator = "blob 16"'), ('facts.toml:9: fact.cost.locator: "blob 16": "blob" is no CSL locator label', 'like "p. 12"')),
    "period in words": (in_fact('period = "last year"'), ('facts.toml:9: fact.cost.period: expected a date, got "last year"', "Write a date such as 2025-10-18")),
    "period as a number": (in_fact("period = 2024"), ("facts.toml:9: fact.cost.period: expected a date, got the number 2024", 'period = "2024"')),
    "period of three ends": (in_fact('period = "2023/2024/2025"'), ("fact.cost.period: expected a date", "an interval has two ends")),
    "period backwards": (in_fact('period = "2025/2024"'), ("fact.cost.period: expected a date", "ends before it starts")),
    "date in words": (in_source('issued = "yesterday"'), ('facts.toml:5: source.herald.issued: expected a date, got "yesterday"', "Write a date such as")),
    "date of another country": (in_source('issued = "18.10.2025"'), ('facts.toml:5: source.herald.issued: expected a date, got "18.10.2025"', "Write a date such as")),
    "date without a zero": (in_source('issued = "2025-1-5"'), ("facts.toml:5: source.herald.issued: expected a date", "Write a date such as")),
    "month 13": (in_source('issued = "2025-13"'), ("source.herald.issued: expected a date", "there is no month 13")),
    "30 February": (in_source('issued = "2025-02-30"'), ("source.herald.issued: expected a date", "there is no day 30 in that month")),
    "29 February of a common year": (in_source('issued = "1900-02-29"'), ("source.herald.issued", "there is no day 29")),
    "month 00": (in_source('issued = "2025-00"'), ("source.herald.issued", "there is no month 00")),
    "date as a time": (in_source("issued = 12:00:00"), ("facts.toml:5: source.herald.issued: expected a date, got the date or time 12:00:00", "Write a date such as")),
    "date as a list": (in_source("issued = [2025, 1]"), ("facts.toml:5: source.herald.issued: expected a date, got a list", "Write a date such as")),
    "blank date": (in_source('issued = ""'), ('facts.toml:5: source.herald.issued: expected a date, got ""', "Write a date such as")),
    "digits of another script": (in_source('issued = "２０２５"'), ("facts.toml:5: source.herald.issued: expected a date", "Write a date such as")),
    "unknown type": (VALID.replace("article-newspaper", "newspaper-article"), ('facts.toml:3: source.herald.type: "newspaper-article" is no CSL type', "article-newspaper")),
    "mistyped type": (VALID.replace("article-newspaper", "artcle-newspaper"), ('"artcle-newspaper" is no CSL type', "Did you mean article-newspaper?")),
    "author as text": (in_source('author = "Jane Doe"'), ('facts.toml:5: source.herald.author: expected a list of names, got "Jane Doe"', "Write author = [{ family =")),
    "author as a table": (in_source('author = { family = "Doe" }'), ("facts.toml:5: source.herald.author: expected a list of names, got a table", "Write author = [{ family =")),
    "no authors": (in_source("author = []"), ("facts.toml:5: source.herald.author: expected a list of names, got a list", "Write author = [{ family =")),
    "author among names as text": (in_source('author = ["Jane Doe"]'), ('facts.toml:5: source.herald.author[0]: expected a name, got "Jane Doe"', "Write author = [{ family =")),
    "part of a name": (in_source('author = [{ family = "Doe", firstname = "Jane" }]'), ("facts.toml:5: source.herald.author[0].firstname: no part of a name", "Parts of a name:")),
    "mistyped part of a name": (in_source('author = [{ famly = "Doe" }]'), ("source.herald.author[0].famly: no part of a name", "Did you mean family?", "source.herald.author[0]: a name needs `family` or `literal`")),
    "name as a number": (in_source("author = [{ family = 7 }]"), ("facts.toml:5: source.herald.author[0].family: expected a string, got the number 7", "Put quotes around it")),
    "address without a scheme": (in_source('URL = "herald.example"'), ('facts.toml:5: source.herald.URL: expected a web address, got "herald.example"', "https://")),
    "address of a script": (in_source('URL = "javascript:alert(1)"'), ("facts.toml:5: source.herald.URL: expected a web address", "https://")),
    "volume as a fraction": (in_source("volume = 1.5"), ("facts.toml:5: source.herald.volume: expected a string, got the number 1.5", 'volume = "1.5"')),
    "volume as a huge number": (in_source(f"volume = 0x{'f' * 5000}"), ("facts.toml:5: source.herald.volume: expected a string, got a number of more than 64 bits",)),
    "absolute text": (in_source('text = "/etc/passwd"'), ('facts.toml:5: source.herald.text: "/etc/passwd" is an absolute path', "relative to the store's folder")),
    "text above the folder": (in_source('text = "../secret.txt"'), ('facts.toml:5: source.herald.text: "../secret.txt" leads out', "Put the text into the store's folder")),
    "text above the folder, hidden": (in_source('text = "a/../../secret.txt"'), ("facts.toml:5: source.herald.text:", "leads out of the store's folder")),
    "text above the folder, Windows": (in_source("text = '..\\secret.txt'"), ("facts.toml:5: source.herald.text:", "leads out of the store's folder")),
    "text in the home folder": (in_source('text = "~/secret.txt"'), ("facts.toml:5: source.herald.text:", "is an absolute path")),
    "text on a drive": (in_source("text = 'C:\\secret.txt'"), ("facts.toml:5: source.herald.text:", "is an absolute path")),
    "text on a drive, relative": (in_source('text = "C:secret.txt"'), ("facts.toml:5: source.herald.text:", "is an absolute path")),
    "text on a server": (in_source("text = '\\\\server\\share\\secret.txt'"), ("facts.toml:5: source.herald.text:", "is an absolute path")),
    "text with NUL": (in_source(r'text = "a\u0000b"'), ("facts.toml:5: source.herald.text:", r"a\x00b")),
    "dangling source": (VALID.replace('source = "herald"', 'source = "times"'), ('facts.toml:8: fact.cost.source: there is no source "times"', "Add a table [source.times]")),
    "mistyped source": (VALID.replace('source = "herald"', 'source = "heralt"'), ('there is no source "heralt"', "Did you mean herald?")),
    "dangling supersedes": (in_fact('supersedes = ["old"]'), ('facts.toml:9: fact.cost.supersedes[0]: there is no fact "old"', "Take it out of the list")),
    "superseding itself": (in_fact('supersedes = ["cost"]'), ("facts.toml:9: fact.cost.supersedes[0]: the fact supersedes itself", "Take its id out")),
    "capitals in an id": (VALID.replace("[fact.cost]", "[fact.Cost]"), ('facts.toml:5: fact.Cost: "Cost" can\'t be an id', "write [fact.cost]")),
    "underscore in an id": (VALID.replace("[fact.cost]", "[fact.the_cost]"), ("facts.toml:5: fact.the_cost:", "write [fact.the-cost]")),
    "hyphen before an id": (VALID.replace("[fact.cost]", "[fact.-cost]"), ("facts.toml:5: fact.-cost:", "write [fact.cost]")),
    "letters of another script in an id": (VALID.replace("[fact.cost]", '[fact."qiymət"]'), ('facts.toml:5: fact."qiymət":', "write [fact.qiymat]")),
    "empty id": (VALID.replace("[fact.cost]", '[fact.""]'), ('facts.toml:5: fact."":', "write [fact.some-id]")),
    "escape in an id": (VALID.replace("[fact.cost]", r'[fact."\u001b[31m"]'), (r'facts.toml:5: fact."\x1b[31m":', "write [fact.31m]")),
    "bad id of a source": (VALID.replace("[source.herald]", "[source.The-Herald]"), ("facts.toml:2: source.The-Herald:", "write [source.the-herald]")),
    "escape in a value": (VALID.replace('source = "herald"', r'source = "\u001b[31m\u0007"'), (r'facts.toml:8: fact.cost.source: there is no source "\x1b[31m\x07"',)),
    "deepest nesting that parses": (f"version = 1\n{FACT}x = {'[' * 480}{']' * 480}\n", ('there is no source "herald"',)),
    "deeper nesting still": (f"version = 1\n{FACT}x = {'[' * 489}{']' * 489}\n", ("facts.toml",)),
    "key of many parts": (f"version = 1\n{'.'.join(['a'] * 2000)} = 1\n", ("facts.toml: the store has no facts",)),
}  # fmt: skip

BYTES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "not UTF-8": (b'version = 1\ntitle = "caf\xe9"\n', ("facts.toml:2: byte 0xe9 is not UTF-8", "Save the file as UTF-8")),
    "UTF-16": (VALID.encode("utf-16"), ("facts.toml:1: is UTF-16", "Save it as UTF-8")),
    "UTF-16, big end first": (b"\xfe\xff" + VALID.encode("utf-16-be"), ("facts.toml:1: is UTF-16", "Save it as UTF-8")),
    "UTF-16 without its mark": (VALID.encode("utf-16-le"), ("facts.toml:1:2:", "Write key = value")),
    "surrogate": (b"version = 1\n\xed\xa0\x80", ("facts.toml:2: byte 0xed is not UTF-8", "Save the file as UTF-8")),
    "overlong": (b"\xc0\xaf", ("facts.toml:1: byte 0xc0 is not UTF-8", "Save the file as UTF-8")),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("facts.toml:1: is not a text file", "Name a TOML file")),
    "SQLite": (b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20\xff\xff", ("facts.toml:1: is not a text file", "Name a TOML file")),
    "50 MB of noise": (random.Random(7).randbytes(50_000_000), ("facts.toml:1:", "Name a TOML file")),
    "50 MB on one line": (b"a" * 50_000_000, ("facts.toml:1:50000001", "Write key = value")),
    "50 MB of brackets": (b"x = " + b"[" * 50_000_000, ("facts.toml: values are nested too deep", "two levels of tables")),
    "1 MB of digits": (b"x = " + b"9" * 1_000_000, ("facts.toml:1:1", "too many digits")),
    "a million line ends": (b"\n" * 1_000_000 + b"?", ("facts.toml:1000001:1:", "Write key = value")),
    "50 MB of NUL": (bytes(50_000_000), ("facts.toml:1:1", "Write key = value")),
    "20,000 tables in tables": (b"x = " + b"{a=" * 20_000, ("facts.toml: values are nested too deep", "two levels of tables")),
}  # fmt: skip
"""Sizes are there to show that neither time nor memory nor the message grows out of hand."""

CONTENTS = {
    **{name: (content.encode(), fragments) for name, (content, fragments) in {**SYNTAX, **VALUES}.items()},
    **BYTES,
}


def refused(result: subprocess.CompletedProcess[str], *fragments: str) -> None:
    """Assert that the program failed as it should: a message with these fragments, nothing else, nothing raw."""
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", result.stderr), ascii(result.stderr)
    for fragment in fragments:
        assert fragment in result.stderr
    assert len(result.stderr) < 4000
    *_, mend = result.stderr.splitlines()
    assert mend.startswith("    ")
    assert mend.strip()


@pytest.mark.parametrize(("content", "fragments"), CONTENTS.values(), ids=CONTENTS.keys())
def test_broken_content_is_refused_with_place_and_mend(
    tmp_path: Path, run: Run, content: bytes, fragments: tuple[str, ...]
) -> None:
    (tmp_path / "facts.toml").write_bytes(content)
    refused(run("list", "--store", "facts.toml"), *fragments)


def _folder(path: Path, **files: str) -> None:
    path.mkdir()
    for name, content in files.items():
        (path / f"{name}.toml").write_text(content, encoding="utf-8")


def _nothing(path: Path) -> None:
    pass


def _without_toml(path: Path) -> None:
    _folder(path)
    (path / "notes.txt").write_text("none", encoding="utf-8")


def _folder_named_toml(path: Path) -> None:
    _folder(path)
    (path / "sub.toml").mkdir()


def _dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.toml")


def _endless_link(path: Path) -> None:
    path.symlink_to(path.name)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket is limited to about 100 characters
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def _text_behind_link(path: Path) -> None:
    _folder(path, facts=in_source('text = "herald.txt"'))
    (path / "herald.txt").symlink_to("../outside.txt")
    (path.parent / "outside.txt").write_text("secret", encoding="utf-8")


def _text_behind_linked_folder(path: Path) -> None:
    _folder(path, facts=in_source('text = "sources/herald.txt"'))
    (path / "sources").symlink_to("..")


def _text_behind_endless_link(path: Path) -> None:
    _folder(path, facts=in_source('text = "herald.txt"'))
    (path / "herald.txt").symlink_to("/herald-that-is-not-there.txt")


SETUPS: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "missing": (_nothing, ("--store: there is no store at X", "fact init X")),
    "empty folder": (_folder, ("X: the folder holds no *.toml file", "fact init")),
    "folder without TOML": (_without_toml, ("X: the folder holds no *.toml file", "fact init")),
    "folder in place of a file": (_folder_named_toml, ("X/sub.toml: is not a file", "Name a TOML file")),
    "dangling link": (_dangling_link, ("X: there is no such file", "Check the path")),
    "endless link": (_endless_link, ("X: ", "symbolic links", "--store")),
    "socket": (_socket, ("X: ", "Name ")),
    "id of a fact in two files": (
        lambda path: _folder(path, a=VALID, b=f"version = 1\n\n{FACT}"),
        ("X/b.toml:3: fact.cost: is in X/a.toml already", "Give it another id"),
    ),
    "id of a source in two files": (
        lambda path: _folder(path, a=VALID, b=f"version = 1\n{SOURCE}"),
        ("X/b.toml:2: source.herald: is in X/a.toml already", "Give it another id"),
    ),
    "source in no file": (
        lambda path: _folder(path, a=f"version = 1\n{FACT}", b=f"version = 1\n{SOURCE.replace('herald', 'times')}"),
        ('X/a.toml:5: fact.cost.source: there is no source "herald"', "[source.herald]"),
    ),
    "faults in each file": (
        lambda path: _folder(path, a="version = 1\n[fact.a\n", b='version = 1\nfact = "x"\n', c=f"version = 3\n{SOURCE}"),
        ("X/a.toml:2:8: TOML", "X/b.toml:2: fact: expected tables", "X/c.toml:1: version: this factcli reads version 1"),
    ),
    "no facts in any file": (
        lambda path: _folder(path, a=f"version = 1\n{SOURCE}", b="version = 1\n"),
        ("X: the store has no facts", "[fact.some-id]"),
    ),
    "text behind a link": (_text_behind_link, ("X/facts.toml:5: source.herald.text: is a link that leads out",)),
    "text behind a linked folder": (_text_behind_linked_folder, ("X/facts.toml:5: source.herald.text: is a link",)),
    "text behind a link to nothing outside": (
        _text_behind_endless_link,
        ("X/facts.toml:5: source.herald.text: is a link that leads out", "Put the text itself into the store's folder"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("set_up", "fragments"), SETUPS.values(), ids=SETUPS.keys())
def test_broken_file_or_folder_is_refused(
    tmp_path: Path, run: Run, set_up: Callable[[Path], None], fragments: tuple[str, ...]
) -> None:
    set_up(tmp_path / "X")
    refused(run("list", "--store", "X"), *fragments)


@pytest.mark.parametrize(
    ("path", "fragments"),
    [
        ("/dev/null", ("/dev/null: is not a file", "Name a TOML file")),
        ("facts.toml/facts.toml", ("there is no store at facts.toml/facts.toml",)),
        ("n" * 300, ("name too long",)),
        ("a\x1b[31m\nb", (r"there is no store at a\x1b[31m b",)),
    ],
    ids=["device", "below a file", "too long", "escape sequence"],
)
def test_strange_path_is_refused(store: Path, run: Run, path: str, fragments: tuple[str, ...]) -> None:
    refused(run("list", "--store", path), *fragments)


def as_common_user(*args: str, store: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `fact` as a user whom permissions bind; root is told to give up reading everything."""
    bound = [require("setpriv"), "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*bound, Path(sys.executable).parent / "fact", *args],
        cwd=cwd,
        env=environment(cwd, FACTCLI_STORE=store),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_file_without_permission_is_refused(store: Path) -> None:
    store.chmod(0o000)
    refused(as_common_user("list", store="facts.toml", cwd=store.parent), "facts.toml: permission denied", "--store")


def test_folder_without_permission_is_refused(tmp_path: Path) -> None:
    _folder(tmp_path / "X", a=VALID)
    (tmp_path / "X").chmod(0o000)
    try:
        refused(as_common_user("list", store="X", cwd=tmp_path), "X: permission denied", "--store")
        refused(as_common_user("list", store="X/a.toml", cwd=tmp_path), "X/a.toml: permission denied", "--store")
    finally:
        (tmp_path / "X").chmod(0o700)


DOZEN = """\
version = "1"
facts = []

[source.Herald]
type = "paper"
author = "Jane Doe"
issued = "yesterday"
text = "/herald.txt"

[source.times]
type = "webpage"
title = 1984
accessed = "2025-02-30"
URL = "times.example"
editor = [{ given = "Jane" }, "Doe"]

[fact.cost]
statement = ""
answer = 12
quote = "which cost $12 million"
source = "tims"
locator = "16"
tags = ["money", 7]
supersedes = ["cost", "price"]
"""
EVERY_FAULT = """\
fact: facts.toml:1: version: expected 1, got "1"
    Write version = 1.
facts.toml:4: source.Herald: "Herald" can't be an id
    Ids are lower-case letters, digits and hyphens: write [source.herald].
facts.toml:4: source.Herald.title: missing
    Copy the title as the source has it.
facts.toml:5: source.Herald.type: "paper" is no CSL type
    Use one such as "interview", "article-newspaper", "webpage" or "report".
facts.toml:6: source.Herald.author: expected a list of names, got "Jane Doe"
    Write author = [{ family = "Aliyev", given = "Ilham" }] or [{ literal = "Some Agency" }].
facts.toml:7: source.Herald.issued: expected a date, got "yesterday"
    Write a date such as 2025-10-18, or EDTF in quotes: "2025-10", "2024/2025", "1850~", "-0043".
facts.toml:8: source.Herald.text: "/herald.txt" is an absolute path
    Write it relative to the store's folder.
facts.toml:12: source.times.title: expected a string, got the number 1984
    Put quotes around it: title = "1984"
facts.toml:13: source.times.accessed: expected a date, got "2025-02-30": there is no day 30 in that month
    Write a date such as 2025-10-18, or EDTF in quotes: "2025-10", "2024/2025", "1850~", "-0043".
facts.toml:14: source.times.URL: expected a web address, got "times.example"
    Begin it with https:// or http://.
facts.toml:15: source.times.editor[0]: a name needs `family` or `literal`
    Write editor = [{ family = "Aliyev", given = "Ilham" }] or [{ literal = "Some Agency" }].
facts.toml:15: source.times.editor[1]: expected a name, got "Doe"
    Write editor = [{ family = "Aliyev", given = "Ilham" }] or [{ literal = "Some Agency" }].
facts.toml:18: fact.cost.statement: is empty
    Say in one sentence what is so, understandable on its own.
facts.toml:19: fact.cost.answer: expected a string, got the number 12
    Put quotes around it: answer = "12"
facts.toml:21: fact.cost.source: there is no source "tims"
    Did you mean times?
facts.toml:22: fact.cost.locator: "16": no label such as p., para., sec. or chap.
    Write it like "p. 12", "para. 3", "chap. 2" or "00:12:33".
facts.toml:23: fact.cost.tags[1]: expected a string, got the number 7
    Put quotes around it.
facts.toml:24: fact.cost.supersedes[0]: the fact supersedes itself
    Take its id out of the list.
facts.toml:24: fact.cost.supersedes[1]: there is no fact "price"
    Take it out of the list.
"""


def test_all_faults_are_reported_at_once_in_the_order_of_lines(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts.toml").write_text(DOZEN, encoding="utf-8")
    result = run("list", "--store", "facts.toml")
    assert result.stderr == EVERY_FAULT
    assert (result.returncode, result.stdout) == (2, "")


SYNTAX_MESSAGE = """\
fact: facts.toml:3:23: TOML: Expected newline or end of document after a statement
    statement = "He said "yes" to it"
                          ^
    Something stands behind a complete value: begin a new line, or look for a missing quote.
"""


def test_syntax_error_shows_the_line_with_a_caret(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts.toml").write_text('version = 1\n[fact.a]\nstatement = "He said "yes" to it"\n', encoding="utf-8")
    assert run("list", "--store", "facts.toml").stderr == SYNTAX_MESSAGE


@pytest.mark.parametrize(
    "command", [["ask", "cost"], ["show", "cost"], ["list", "--json"], ["cite", "cost"], ["ask", "cost", "--json"]]
)
def test_every_command_refuses_a_broken_store(tmp_path: Path, run: Run, command: list[str]) -> None:
    (tmp_path / "facts.toml").write_text(f"version = 1\n{FACT}", encoding="utf-8")
    refused(run(*command, "--store", "facts.toml"), 'facts.toml:5: fact.cost.source: there is no source "herald"')
