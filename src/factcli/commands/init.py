"""`fact init`: a new store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND
from factcli.render import layout
from factcli.store import create
from factcli.store.read import display


def init(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="A file or a folder.", show_default=False)] = Path(),
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Make a new store, with an example to fill in. Nothing is ever overwritten.

    \b
    Examples:
      fact init
      fact init notes/facts.toml
    """
    file = create.create(path)
    output = Output(no_color=no_color, quiet=quiet)
    output.data(display(file))
    output.words(layout.advice("Open it, fill in a source and a fact, then try: fact list"))
    return FOUND
