"""CSL-JSON, as pandoc reads it and cites from it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pypandoc

from factcli.citation import csl_json as csl
from factcli.citation.export.csl_json import csl_json
from factcli.text.safe import safe
from tests.citation.export.consumers import NASTY, every_source, pandoc, reference
from tests.citation.sources import source

HERALD = source('type = "article-newspaper"\ntitle = "Harbour"\nnote = "Late edition"\nissued = 2025-03-01')


def test_every_source_comes_back() -> None:
    references = every_source()
    read = {item["id"]: item for item in pandoc("".join(csl_json(references)), "csljson")}
    assert len(read) == len(references) > 150
    for given in references:
        item = read[given.source.id]
        assert item["note"].endswith("\n".join(given.notes()))
        assert item["title"].replace("’", "'") == csl.item(given.source)["title"].replace("’", "'")  # it curls them


def test_quotes_are_notes_with_their_places() -> None:
    items = json.loads("".join(csl_json([reference(HERALD, *NASTY)])))
    assert len(items) == 1
    item = items[0]
    first, *notes = item["note"].split("\n")
    assert first == "Late edition"
    assert notes == [f"“{safe(quote)}” (p. {n})" for n, quote in enumerate(NASTY)]
    assert item["custom"]["facts"][1] == {"id": "f1", "label": "page", "locator": "1", "quote": NASTY[1]}
    assert pandoc(json.dumps(items), "csljson")[0]["note"] == item["note"]


def test_a_text_cites_a_source_at_a_place(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text("".join(csl_json([reference(HERALD, "x")])), encoding="utf-8")
    ran = subprocess.run(
        [pypandoc.get_pandoc_path(), "--citeproc", "--bibliography=facts.json", "--to=plain", "--wrap=none"],
        input="So [@s, para. 4].",
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=tmp_path,
    )
    assert ran.stdout.startswith("So (Harbour 2025, para. 4).\n\nHarbour. 2025.")
    assert not ran.stderr


def test_nothing_gives_an_empty_list() -> None:
    assert json.loads("".join(csl_json([]))) == []
