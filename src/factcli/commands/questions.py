"""The rule that a first word which is no command begins a question."""

from __future__ import annotations

from collections.abc import Collection

import typer
from typer.core import TyperGroup


class QuestionGroup(TyperGroup):
    """A group of commands that takes everything else for a question.

    Options may stand before the command: `fact --json list` is `fact list --json`.
    """

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the command first, then parse as usual."""
        own = {name for parameter in self.params for name in parameter.opts}
        own |= set(ctx.help_option_names)
        parameters = [parameter for command in self.commands.values() for parameter in command.params]
        flags, valued = (
            {
                name
                for parameter in parameters
                if getattr(parameter, "is_flag", False) is is_flag
                for name in (*parameter.opts, *parameter.secondary_opts)
                if name.startswith("-")
            }
            for is_flag in (True, False)
        )
        groups = {name for name, command in self.commands.items() if isinstance(command, TyperGroup)}
        return super().parse_args(ctx, route(args, self.commands, groups, own, valued - flags))


def route(
    args: list[str], commands: Collection[str], groups: Collection[str], own: Collection[str], valued: Collection[str]
) -> list[str]:
    """Return `args` with the command in front, `ask` if they name none.

    `groups` are the commands that have commands of their own, `own` the options of the program itself, `valued` those
    of the commands that take a value in all of them.
    """
    at = 0
    while at < len(args) and args[at].startswith("-") and args[at] not in ("-", "--"):
        name, _, value = args[at].partition("=")
        if name in own:
            return args
        at += 2 if name in valued and not value else 1
    if args[at:] and args[at] == "help" and all(word in commands for word in args[at + 1 :]):
        return [*args[at + 1 : at + 2], "--help"]
    if not args or (args[at:] and args[at] in commands):
        behind = at + (2 if args[at:] and args[at] in groups else 1)
        return [*args[at:behind], *args[:at], *args[behind:]]
    return ["ask", *args]
