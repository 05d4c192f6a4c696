"""The short path: a plain question, or one fact's note, through a pipe, answered from the index that is kept.

It loads none of the commands and prints the same bytes as `fact ask` and `fact cite`; whatever it does not understand
is left to those. So it loads nothing that takes long: no typer, rich, dataclasses, pathlib, tomllib, and regular
expressions only for questions that need them.
"""

from __future__ import annotations

import os
import sys

from factcli.render import layout, plain
from factcli.search import kept, locks, query, rank
from factcli.store import place
from factcli.text.safe import safe_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.quote.verdict import Verdict
    from factcli.search.kept import Cached
    from factcli.search.record import Record

_FOUND, _NOT_FOUND = 0, 1
_DAMAGE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What else an index raises that holds other bytes than were written."""
_FLAGS = {"--json": "json", "--jsonl": "jsonl", "-q": "quiet", "--quiet": "quiet", "--no-color": "no color"}
_VALUED = {"-n": "limit", "--limit": "limit", "--store": "store"}


class _Request:
    """What is asked for."""

    __slots__ = ("command", "flags", "values", "words")

    def __init__(self) -> None:
        self.command = "ask"
        self.words: list[str] = []
        self.flags: set[str] = set()
        self.values: dict[str, str] = {}


def run(arguments: list[str]) -> int | None:
    """Answer and return the exit code; None, with nothing printed, if this is nothing for the short path."""
    if sys.stdout.isatty() or "_FACT_COMPLETE" in os.environ:
        return None
    request = _read(arguments)
    path = _store(request) if request else None
    if request is None or path is None:
        return None
    try:
        index = kept.opened(path)
        if not index or (index.warnings and "quiet" not in request.flags):
            return None
        return _answer(index, request) if request.command == "ask" else _cite(index, request)
    except Exception as error:  # an index that is damaged or locked: the full path makes it anew
        if type(error).__module__ == "sqlite3" or isinstance(error, _DAMAGE):
            return None
        raise


def _read(arguments: list[str]) -> _Request | None:
    request = _Request()
    rest = iter(arguments)
    for argument in rest:
        name, given, value = argument.partition("=")
        if not argument.startswith("-"):
            request.words.append(argument)
        elif argument in _FLAGS:
            request.flags.add(_FLAGS[argument])
        elif name in _VALUED and (given or argument.startswith("--") or name == "-n"):
            request.values[_VALUED[name]] = value if given else next(rest, "")
        else:
            return None
    if request.words and request.words[0] in commands():
        request.command = request.words.pop(0)
    elif request.words[:1] == ["help"]:
        return None  # it may not be a question
    if request.command == "cite":
        plain_note = len(request.words) == 1 and "limit" not in request.values and "jsonl" not in request.flags
        return request if plain_note else None
    if request.command != "ask":
        return None
    limit = request.values.get("limit", "5")
    return (
        request if any(map(str.strip, request.words)) and limit.isascii() and limit.isdigit() and int(limit) else None
    )


def commands() -> set[str]:
    """Return the names of all commands, and more: those of the modules that they are in."""
    folder = os.path.join(os.path.dirname(__file__), "commands")
    return {name.removesuffix(".py").rstrip("_") for name in os.listdir(folder)}


def _store(request: _Request) -> str | None:
    given = place.named(request.values.get("store"))
    path = given[0] if given else place.unnamed()
    # A path that pathlib would write otherwise is left to it.
    return path if path == os.path.normpath(path) and not path.startswith(("-", "~")) else None


def _answer(index: Cached, request: _Request) -> int | None:
    quiet, as_json = "quiet" in request.flags, bool(request.flags & {"json", "jsonl"})
    question = " ".join(request.words)
    answers = rank.ask(index, query.read(question, index.languages), limit=int(request.values.get("limit", "5")))
    if not answers.hits and not as_json and (len(request.words) == 1 or sys.stderr.isatty()):
        return None  # the advice may be a command, or coloured
    records = index.records([hit.fact.position for hit in answers.hits[: None if as_json else 1]])
    shown = _with_verdicts(index.path, records)
    if shown is None:
        return None
    if as_json:
        from factcli.render import json

        envelope = json.ask(question, place.display(index.path), answers, shown)
        text = safe_json(envelope, compact="jsonl" in request.flags, encoding=sys.stdout.encoding)
        sys.stdout.write(f"{text}\n")
    elif shown:
        sys.stdout.write(plain.text(layout.answers(answers.hits, *shown[0])))
    elif not quiet:
        sys.stderr.write(plain.text(layout.nothing(question, answers.near, layout.TRY)))
    return _FOUND if answers.hits else _NOT_FOUND


def _cite(index: Cached, request: _Request) -> int | None:
    position = index.position(request.words[0])
    if position is None:
        return None  # it may be words, and there is advice to give
    shown = _with_verdicts(index.path, index.records([position]))
    if shown is None:
        return None
    text = shown[0][0].citation
    if "json" in request.flags:
        from factcli.render import json

        cited = {"id": request.words[0], "style": "chicago", "form": "note", "markup": "text", "text": text}
        text = safe_json(json.cite([cited]), compact=False, encoding=sys.stdout.encoding)
    sys.stdout.write(f"{text}\n")
    return _FOUND


def _with_verdicts(path: str, records: list[Record]) -> list[tuple[Record, Verdict]] | None:
    """Hold quotes against their sources' texts or the lock file; None if that needs more, or gives warnings."""
    held = locks.opened(path)
    if held is None:
        return None
    held.look_up(records)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    if not any(record.text and os.path.lexists(os.path.join(folder, record.text)) for record in records):
        return [(record, "locked" if record.since else "unchecked") for record in records]
    from pathlib import Path

    from factcli.quote.evidence import Examiner
    from factcli.render import links

    examiner = Examiner(Path(path))
    shown = links.examined(records, examiner)
    return None if examiner.warnings else shown
