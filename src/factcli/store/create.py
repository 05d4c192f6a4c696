"""Making a new store."""

from __future__ import annotations

from pathlib import Path

from factcli.errors import FactError
from factcli.store.find import NAME
from factcli.text.safe import safe

TEMPLATE = """\
version = 1

# A source, in CSL variables (https://docs.citationstyles.org): where the quotes come from.
#
# [source.herald-2025-03-01]
# type = "article-newspaper"
# title = "Harbour opens after ten years"
# author = [{ family = "Doe", given = "Jane" }]
# container-title = "The Harbour Herald"
# issued = 2025-03-01
# language = "en"
# text = "sources/herald-2025-03-01.txt"    # optional: the source's own text

# A fact: one claim, and the shortest verbatim passage that proves it.
#
# [fact.harbour-cost]
# statement = "The new harbour of Port Example cost $12 million."
# answer = "$12 million"
# quote = "the harbour, which cost $12 million"
# source = "herald-2025-03-01"
# locator = "para. 4"
# period = "2025"
# tags = ["harbour"]
# aliases = ["price", "port"]
"""


def create(path: Path) -> Path:
    """Write an empty store with a commented example at `path`, a file or a folder, and return the file's path.

    Raises FactError if something is there already or the folder can't be written.
    """
    try:
        file = path / NAME if path.is_dir() or not path.suffix else path
    except OSError:
        file = path
    shown = safe(str(file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        stream = file.open("x", encoding="utf-8", newline="\n")
    except FileExistsError as error:
        if error.filename != str(file):  # a file where a folder should be
            raise FactError(f"can't make {shown}: {safe(str(file.parent))} is a file") from None
        raise FactError(f"{shown} is there already", "Nothing was changed. Name another file: fact init PATH") from None
    except OSError as error:
        raise FactError(f"can't make {shown}: {(error.strerror or str(error)).lower()}") from None
    except ValueError:
        raise FactError(f"not a path: {str(path)!r}") from None
    try:
        with stream:
            stream.write(TEMPLATE)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise FactError(f"can't write {shown}: {(error.strerror or str(error)).lower()}") from None
    return file
