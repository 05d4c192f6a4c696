"""The commands, one file a verb: parse, call, print. Nothing else knows typer."""

from __future__ import annotations

from typing import Annotated

import typer

from factcli import __version__
from factcli.commands import (
    add,
    ask,
    check,
    cite,
    completion,
    doctor,
    edit,
    export,
    fill,
    import_,
    init,
    list_,
    schema,
    show,
    source,
    verify,
)
from factcli.commands.questions import QuestionGroup

app = typer.Typer(
    cls=QuestionGroup,
    name="fact",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcli {__version__}")
        raise typer.Exit


def _print_completion(shell: str | None) -> None:
    if shell is None:
        return
    if shell not in completion.SCRIPTS:
        raise typer.BadParameter(f"{shell!r} is none of {', '.join(completion.SCRIPTS)}.")
    typer.echo(completion.SCRIPTS[shell], nl=False)
    raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="SHELL",
            callback=_print_completion,
            is_eager=True,
            autocompletion=lambda: list(completion.SCRIPTS),
            help="Print the completion script for bash, zsh, fish or powershell.",
        ),
    ] = None,
) -> None:
    """Look up facts, each with the quote that proves it, and cite them.

    A first word that is no command begins a question: "fact trade turnover 2024" asks.

    \b
    Examples:
      fact trade turnover 2024
      fact cite trade-turnover-2024 --as markdown
      fact list --tag trade
    """


app.command("ask")(ask.ask)
app.command("show")(show.show)
app.command("list")(list_.list_facts)
app.command("cite")(cite.cite)
app.command("export")(export.export)
app.command("fill")(fill.fill)
app.command("check")(check.check)
app.command("verify")(verify.verify)
app.command("add")(add.add)
app.command("import")(import_.import_facts)
app.command("edit")(edit.edit)
app.command("doctor")(doctor.doctor)
app.add_typer(source.app, name="source")
app.command("init")(init.init)
app.command("schema")(schema.schema)
