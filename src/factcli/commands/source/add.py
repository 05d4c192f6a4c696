"""`fact source add`: a source and its text."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from factcli.commands import options, prompts
from factcli.commands.output import Output
from factcli.errors import FOUND, FactError
from factcli.intake import documents
from factcli.intake.document import Document
from factcli.intake.source_table import faults, table
from factcli.intake.source_table import identifier as proposed_id
from factcli.render import source_page
from factcli.store import add_text, append, csl, find, read, validate
from factcli.text.safe import safe

_QUESTIONS = {
    "type": "type (a CSL type)",
    "title": "title",
    "author": "authors (Family, Given; Family, Given)",
    "container-title": "newspaper, journal, site or book that it is in",
    "issued": "date",
    "URL": "web address",
    "language": "language (en, de, …)",
}


def _text(name: str, description: str) -> Any:
    return typer.Option(f"--{name}", metavar="TEXT", help=description, show_default=False)


def add(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE|-", help="A text, Markdown or HTML file; - is text or HTML from standard input."),
    ],
    identifier: Annotated[str | None, _text("id", "Its id. [default: made from what it is in, and the date]")] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="A CSL type, such as article-newspaper, interview, report. [default: webpage for HTML, else document]",
            autocompletion=lambda: sorted(csl.TYPES),
            show_default=False,
        ),
    ] = None,
    title: Annotated[str | None, _text("title", "The title as the source has it.")] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(
            "--author", metavar='"FAMILY, GIVEN"', help="An author, or an institution without a comma; may be repeated."
        ),
    ] = None,
    container_title: Annotated[
        str | None, _text("container-title", "The newspaper, journal, site or book that it is in.")
    ] = None,
    issued: Annotated[str | None, _text("issued", "When it was published: 2025-03-01, or any EDTF date.")] = None,
    url: Annotated[str | None, _text("url", "Its web address.")] = None,
    language: Annotated[str | None, _text("language", "Its language, such as en.")] = None,
    store: options.Store = None,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Add a source to the store, and its text to the folder sources beside it.

    What an HTML page or a Markdown text says of itself is taken where no option says otherwise; on a terminal it is
    proposed. Of a page only the article is kept: look it over. A plain text that is inside the folder of the store
    already stays where it is. Nothing is fetched from the network.

    \b
    Examples:
      fact source add harbour.html
      fact source add speech.txt --type speech --title "At the harbour" --author "Doe, Jane" --issued 2025-03-01
      pdftotext report.pdf - | fact source add - --type report --title "Port report"
    """
    output = Output(no_color=no_color, quiet=quiet)
    path = find.writable(store)
    name = documents.STANDARD_INPUT if file == "-" else file
    document = documents.read(_content(file), name)
    given = {
        "type": kind,
        "title": title,
        "author": "; ".join(author) if author else None,
        "container-title": container_title,
        "issued": issued,
        "URL": url,
        "language": language,
    }
    values = {key: value for key, value in given.items() if value is not None}
    proposed = {"type": "document", **document.metadata}
    made = table(_asked(values, proposed) if prompts.can_ask() else proposed | values)
    _refuse(made)
    known = read.load(path, may_be_empty=True).sources
    identifier = proposed_id(made, known) if identifier is None else identifier
    _refuse_id(identifier, known)
    with _placed(path, identifier, file, document) as place:
        new = {"source": {identifier: {**made, "text": place}}}
        written = append.append(path, new, lambda _names: None, output.waiting)
    output.data(identifier)
    output.words(source_page.added(identifier, read.display(written), place, document))
    return FOUND


def _placed(store: Path, identifier: str, file: str, document: Document) -> AbstractContextManager[str]:
    """Put the text where it belongs, or leave it where it is, if that is inside the store's folder as it has to be."""
    place = add_text.inside(store, Path(file)) if file != "-" else None
    if place and Path(file).read_bytes().strip() == document.text.strip().encode():
        return nullcontext(place)
    return add_text.added_text(store, identifier, document.text)


def _content(file: str) -> bytes:
    if file == "-":
        if sys.stdin is None:
            raise FactError("there is no standard input to read the text from")
        return sys.stdin.buffer.read()
    path = Path(file)
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            hint = f"Pass what comes from it on: fact source add - < {safe(file)}"
            raise FactError(f"{safe(file)} is no regular file", hint)
        return path.read_bytes()
    except OSError as error:
        raise FactError(f"can't read {file}: {(error.strerror or str(error)).lower()}") from None
    except ValueError:
        raise FactError(f"not a path: {file!r}") from None


def _asked(values: dict[str, str], proposed: Mapping[str, str]) -> dict[str, str]:
    """Ask for what is not given; an empty answer leaves it out, and a wrong one is asked for again."""
    answers = dict(values)
    for key, question in _QUESTIONS.items():
        answer = proposed.get(key, "")
        while key not in answers:
            answer = prompts.ask(question, answer)
            fault = _fault({"title": "…", "type": "document"} | table({key: answer}))
            if not fault and (answer or key not in ("type", "title")):
                answers[key] = answer
            else:
                prompts.tell(fault or "It needs one.")
    return answers


def _refuse(made: dict[str, Any]) -> None:
    if fault := _fault(made):
        raise FactError(fault)


def _fault(made: dict[str, Any]) -> str:
    """Say what is wrong with the values of a source, by their options; "" if nothing is."""
    return "\n".join(f"--{str(note.path[2]).lower()}: {note.problem}\n    {note.mend}" for note in faults(made))


def _refuse_id(identifier: str, known: Collection[str]) -> None:
    if not validate.ID.fullmatch(identifier):
        proposal = validate.identifier(identifier[:60]) or "some-id"
        raise FactError(
            f"--id: {identifier!r} can't be an id", f"Ids are lower-case letters, digits and hyphens: {proposal}"
        )
    if identifier in known:
        raise FactError(f"there is a source {identifier!r} already", "Nothing was changed. Take another --id.")
