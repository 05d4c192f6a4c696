"""`fact schema`: the JSON Schemas."""

from __future__ import annotations

from typing import Annotated

import typer

from factcli.commands.output import Output
from factcli.errors import FOUND
from factcli.render import schemas


def schema(
    name: Annotated[
        schemas.Name, typer.Argument(help="The store, or a command whose JSON it describes.")
    ] = schemas.Name.STORE,
) -> int:
    """Print the JSON Schema of the store, or of a command's output.

    \b
    Examples:
      fact schema > facts.schema.json
      fact schema ask
    """
    Output().envelope(schemas.SCHEMAS[name])
    return FOUND
