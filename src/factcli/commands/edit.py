"""`fact edit`: a fact in the user's editor."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from factcli.commands import completion, editor, lookup, options, prompts
from factcli.commands.output import Output
from factcli.errors import FOUND, FactError, Fault
from factcli.quote.evidence import Examiner
from factcli.render import layout
from factcli.store import edit as editing
from factcli.store import find, read
from factcli.store.model import Store


def edit(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The fact.", autocompletion=completion.ids)],
    store: options.Store = None,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Open a fact in $VISUAL or $EDITOR, and put what comes back into the store.

    It is put there only if the store is valid with it and a new quote is in its source. If not, nothing is lost: on a
    terminal the editor opens again, else the text is kept in a file.

    \b
    Examples:
      fact edit trade-turnover-2024
      EDITOR="code --wait" fact edit trade-turnover-2024
    """
    output = Output(no_color=no_color, quiet=quiet)
    path = find.writable(store)
    before = read.load(path)
    lookup.fact(before, identifier)
    old = editing.block(path, identifier).text
    start = editor.command(on_terminal=prompts.can_ask())
    file = _written(identifier, old)
    shown = read.display(file)

    def put(new: str) -> None:
        editing.put(path, identifier, old, new, lambda after: _faults(before, after, new, shown), output.waiting, shown)

    try:
        changed = _edited(start, file, old, put)
    except FactError as error:
        if _content(file) in (old, None):
            file.unlink(missing_ok=True)
            raise
        raise FactError(f"{error}\nNothing was written. Your text is kept in {shown}", "", error.exit_code) from None
    file.unlink()
    output.words(layout.advice(f"{identifier} is changed." if changed else "Nothing changed."))
    return FOUND


def _edited(start: list[str], file: Path, old: str, put: Callable[[str], None]) -> bool:
    """Run the editor until what comes back could be put into the store; False if it is what was there."""
    while True:
        editor.edit(start, file)
        new = _content(file)
        if new == old:
            return False
        try:
            if new is None:
                problem = "is no UTF-8 text any more" if file.exists() else "is gone, and with it what you typed"
                raise FactError(f"{read.display(file)} {problem}")
            put(new)
        except editing.ConflictError:
            raise
        except FactError as error:
            if not prompts.can_ask():
                raise
            prompts.tell(str(error))
            if not prompts.confirm("Open the editor again?", default=True):
                raise FactError("the fact stays as it was", exit_code=error.exit_code) from None
        else:
            return True


def _faults(before: Store, after: Store, new: str, shown: str) -> Iterator[Fault]:
    """Find what is wrong with the facts of a text though the store is valid with them."""
    held = tomllib.loads(new).get("fact", {})
    if not held:
        yield Fault(file=shown, problem="the fact is gone", mend="To delete a fact, delete it in the store's file.")
    known = {(fact.quote, fact.source) for fact in before.facts.values()}
    examiner = Examiner(after.path)
    for identifier in held:
        fact = after.facts[identifier]
        evidence = examiner.examine(fact, after.sources[fact.source])
        if (fact.quote, fact.source) not in known and evidence.verdict in ("altered", "missing"):
            mend = "Copy the passage of the source as it stands there."
            yield Fault(file=shown, path=f"fact.{identifier}.quote", problem="is not in its source's text", mend=mend)


def _written(identifier: str, text: str) -> Path:
    handle, name = tempfile.mkstemp(prefix=f"{identifier[:60]}-", suffix=".toml")
    with os.fdopen(handle, "wb") as stream:
        stream.write(text.encode())
    return Path(name)


def _content(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
