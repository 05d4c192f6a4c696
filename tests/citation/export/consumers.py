"""What other programs make of an export, and references to export."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypandoc

from factcli.citation.export.reference import Reference
from factcli.store.locator import parse
from factcli.store.model import Fact, Source
from tests.citation.sources import facts

NASTY = [
    r"\ { } $x^2$ & # % _ ~ ^ \textbf{x} \% \\",
    "-- --- ... 'single' \"double\" ``tex'' `code` ?` !` << >> ,,",
    "<b>tag</b> <!-- c --> &amp; &#65; *not italic* _nor this_ [x](y)",
    "Türkiye’s “quote” — 3.5 % İıəğş 中文 العربية שלום e\u0301 𝔘 👩\u200d🚀",
    "and others and {braces} , and, family=x",
    "unbalanced }",
    "two\nlines\r\nand\ta tab",
    "TY  - BOOK",
    "DOI: 10.1/x {:volume: 4}",
]


def pandoc(text: str, reader: str) -> list[dict[str, Any]]:
    """Return the CSL items that pandoc reads from a bibliography; a warning of it fails."""
    ran = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from", reader, "--to", "csljson"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not ran.stderr
    items: list[dict[str, Any]] = json.loads(ran.stdout)
    return items


def biber(text: str, folder: Path) -> dict[str, ET.Element]:
    """Return the entries that biber reads from a bibliography, by their ids; an error or a warning of it fails."""
    Path(folder, "facts.bib").write_text(text, encoding="utf-8")
    command = ["biber", "--tool", "--quiet", "--output-format=biblatexml", "--output-file=read.xml", "facts.bib"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    return {entry.attrib["id"]: entry for entry in ET.parse(Path(folder, "read.xml")).getroot()}


def reference(source: Source, *quotes: str) -> Reference:
    """Return a reference with facts that quote it."""
    return Reference(
        source,
        [
            Fact(id=f"f{n}", statement="S.", quote=quote, source=source.id, locator=parse(f"p. {n}"))
            for n, quote in enumerate(quotes)
        ],
    )


def every_source() -> list[Reference]:
    """Return references to all the made-up sources, each quoted once."""
    return [Reference(source, [fact]) for fact, source in facts()]
