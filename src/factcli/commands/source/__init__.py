"""`fact source`: the sources of a store and their texts."""

from __future__ import annotations

import typer

from factcli.commands.source import add, list_, show

app = typer.Typer(
    help="Add and list sources, and show what their facts quote of them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("add")(add.add)
app.command("list")(list_.list_sources)
app.command("show")(show.show)
