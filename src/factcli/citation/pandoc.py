"""Any other citation style: pandoc cites by a CSL file, and what it writes is read back as trees.

https://pandoc.org/MANUAL.html#citation-rendering
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcli import pandoc
from factcli.citation import csl_json
from factcli.citation.citing import Citation
from factcli.citation.styles.style import Form
from factcli.citation.tree import Italic, Link, Node, Text, Tree, merged
from factcli.errors import FactError
from factcli.store.model import Fact, Source
from factcli.text.safe import safe

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_SPACES = ("Space", "SoftBreak", "LineBreak")


def find(wanted: str) -> Path:
    """Return the CSL file at a path, or of a name among pandoc's and Zotero's styles.

    Raises FactError if there is none.
    """
    if (file := Path(wanted).expanduser()).is_file():
        return file
    data = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share")
    named = f"{wanted.removesuffix('.csl')}.csl"
    for folder in (data / "pandoc" / "csl", Path("~/.pandoc/csl"), Path("~/Zotero/styles")):
        if (file := folder.expanduser() / named).is_file():
            return file
    hint = f"Name its file, or put {safe(named)} into {data / 'pandoc' / 'csl'}; styles are at https://www.zotero.org/styles"
    raise FactError(f"there is no CSL style {wanted!r}", hint)


def default_form(style: Path) -> Form:
    """Return the form that people mean who do not say: a note, if it is a style of notes."""
    text = style.read_text(encoding="utf-8", errors="replace")
    return Form.NOTE if re.search(r"<style\b[^>]*\bclass\s*=\s*[\"']note", text) else Form.BIBLIOGRAPHY


def cite(facts: Sequence[tuple[Fact, Source]], style: Path, form: Form) -> list[Citation]:
    """Cite facts in their order, as `citing.cite` does; notes and references in the text are what the style cites with.

    Raises FactError if pandoc is missing or can't use the style.
    """
    cited = [fact for fact, _ in facts]
    repeated = [*cited, *cited] if form is Form.SHORT else cited
    sources = list({source.id: source for _, source in facts}.values())
    *paragraphs, references = _run(_document(repeated), sources, style)
    if form is not Form.BIBLIOGRAPHY:
        trees = [_tree(_cited(paragraph["c"])) for paragraph in paragraphs]
        return [Citation(fact, form, tree) for fact, tree in zip(cited, trees[-len(cited) :], strict=True)]
    first = {fact.source: fact for fact in reversed(cited)}
    return [
        Citation(first[identifier.removeprefix("ref-")], form, _tree(_inlines(blocks)))
        for identifier, blocks in ((entry["c"][0][0], entry["c"][1]) for entry in references["c"][1])
    ]


def _document(facts: Sequence[Fact]) -> dict[str, Any]:
    """Return a pandoc document that cites each fact in a paragraph of its own."""
    blocks = [{"t": "Para", "c": [_citation(fact)]} for fact in facts]
    return {"pandoc-api-version": [1, 23], "meta": {}, "blocks": blocks}


def _citation(fact: Fact) -> dict[str, Any]:
    where = f", {fact.locator.text}".split(" ") if fact.locator else []
    suffix: list[dict[str, Any]] = []
    for word in where:
        suffix += [{"t": "Space"}, {"t": "Str", "c": word}] if suffix else [{"t": "Str", "c": word}]
    citation = {
        "citationId": fact.source,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], []]}


def _run(document: dict[str, Any], sources: Sequence[Source], style: Path) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder, "items.json")
        items.write_text(json.dumps([csl_json.item(source) for source in sources]), encoding="utf-8")
        arguments = ["--from=json", "--to=json", "--citeproc", f"--csl={style}", f"--bibliography={items}"]
        problem = f"{safe(str(style))}: pandoc can't use this style"
        ran = pandoc.run(arguments, json.dumps(document).encode(), needed_by="--csl", problem=problem)
    blocks: list[Any] = json.loads(ran)["blocks"]
    if blocks[-1]["t"] != "Div":
        blocks.append({"t": "Div", "c": [["refs", [], []], []]})
    return blocks


def _cited(inlines: list[Any]) -> list[Any]:
    """Return what stands in the note of a citation, or in the text where there is none."""
    for inline in inlines:
        if inline["t"] == "Note":
            return _inlines(inline["c"])
        if inline["t"] == "Cite" and (inside := _cited(inline["c"][1])):
            return inside
    return inlines


def _inlines(blocks: list[Any]) -> list[Any]:
    return [inline for block in blocks for inline in (block["c"] if block["t"] in ("Para", "Plain") else [])]


def _tree(inlines: list[Any]) -> Tree:
    tree = merged(_nodes(inlines))
    match tree:
        case (*nodes, Text(text)):
            return (*nodes, Text(text.rstrip()))
    return tree


def _nodes(inlines: list[Any]) -> Iterator[Node]:
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            yield Text(content)
        elif kind in _SPACES:
            yield Text(" ")
        elif kind == "Emph":
            yield Italic(_plain(content))
        elif kind == "Link":
            yield Link(content[2][0]) if _plain(content[1]) == content[2][0] else Text(_plain(content[1]))
        elif kind == "Quoted":
            opening, closing = _QUOTES[content[0]["t"]]
            yield from (Text(opening), *_nodes(content[1]), Text(closing))
        elif kind == "Span" and "csl-left-margin" in content[0][1]:
            yield Text(f"{_plain(content[1]).rstrip()} ")
        elif kind in ("Span", "Cite"):
            yield from _nodes(content[1])
        elif isinstance(content, list):
            yield from _nodes(content)


def _plain(inlines: list[Any]) -> str:
    return "".join(node.url if isinstance(node, Link) else node.text for node in _nodes(inlines))
