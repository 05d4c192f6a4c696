"""The real readers of each markup: what they show of notes, one a paragraph or a footnote.

Whatever is more than text in what they read, a link, a dash made of two hyphens, shows as its name.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import docutils.core
import docutils.nodes
import pypandoc
import typst
from markdown_it import MarkdownIt

from factcli.citation.markup import Markup

Notes = Sequence[str]
"""Notes as `footnote` writes them for the facts n0, n1, …"""

_REFERENCES = {Markup.MARKDOWN: "[^fact:n{}]", Markup.ORG: "[fn:fact-n{}]", Markup.RST: " [#fact:n{}]_"}


def document(markup: Markup, notes: Notes) -> str:
    """Write a document with these notes; where they are definitions, with references to them first."""
    if markup not in _REFERENCES:
        return "".join(f"{_before(markup)}{note}\n\n" for note in notes)
    references = "".join(f"Text{_REFERENCES[markup].format(number)}.\n\n" for number in range(len(notes)))
    return references + "".join(f"{note}\n\n" for note in notes)


def _before(markup: Markup) -> str:
    return "Text." if markup in (Markup.LATEX, Markup.TYPST, Markup.ASCIIDOC, Markup.MEDIAWIKI) else ""


def pandoc(reader: str, markup: Markup, notes: Notes) -> list[str]:
    shown: list[str] = []
    blocks = _pandoc(reader, document(markup, notes))
    _collect(blocks, "Note" if "Text" in document(markup, ["x"]) else "Para", shown)
    return shown


def pandoc_paragraphs(reader: str, paragraphs: Notes) -> list[str]:
    return [_text(block) for block in _pandoc(reader, "".join(f"{text}\n\n" for text in paragraphs))]


def pandoc_shows(reader: str, text: str) -> str:
    """Return pandoc's HTML of a text."""
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from", reader, "--to", "html", "--wrap=none"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def html_paragraphs(paragraphs: Notes) -> list[str]:
    return pandoc_paragraphs("html", [f"<p>{text}</p>" for text in paragraphs])


def _pandoc(reader: str, text: str) -> list[dict[str, object]]:
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from", reader, "--to", "json"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    blocks: list[dict[str, object]] = json.loads(run.stdout)["blocks"]
    return blocks


def _collect(node: object, kind: str, shown: list[str]) -> None:
    if isinstance(node, dict) and node.get("t") == kind:
        shown.append(_text(node["c"]))
    elif isinstance(node, dict):
        _collect(node.get("c", []), kind, shown)
    elif isinstance(node, list):
        for child in node:
            _collect(child, kind, shown)


def _text(node: object) -> str:
    """Join the plain text of a pandoc tree; any node that is not plain text shows as its name."""
    if isinstance(node, list):
        return "".join(map(_text, node))
    assert isinstance(node, dict)
    match node:
        case {"t": "Str", "c": text}:
            return str(text)
        case {"t": "Space" | "SoftBreak"}:
            return " "
        case {"t": "Para" | "Plain", "c": inlines}:
            return _text(inlines)
        case {"t": "Span", "c": [["", [], []], inlines]}:  # a group of LaTeX's
            return _text(inlines)
        case {"t": "Quoted", "c": [{"t": "DoubleQuote"}, inlines]}:
            return f"“{_text(inlines)}”"
        case {"t": "Quoted", "c": [{"t": "SingleQuote"}, inlines]}:
            return f"‘{_text(inlines)}’"
        case {"t": "RawInline", "c": ["x", ""]}:  # the snippet that is for no format
            return ""
    return f"<<{node['t']}>>"


def docutils_reader(notes: Notes) -> list[str]:
    settings = {"report_level": 2, "halt_level": 2}
    tree = docutils.core.publish_doctree(document(Markup.RST, notes), settings_overrides=settings)
    return [_docutils_text(footnote.children[-1]) for footnote in tree.findall(docutils.nodes.footnote)]


def docutils_paragraphs(paragraphs: Notes) -> list[str]:
    tree = docutils.core.publish_doctree(
        "Text.\n\n" + "".join(f"{text}\n\n" for text in paragraphs),
        settings_overrides={"report_level": 2, "halt_level": 2},
    )
    return [_docutils_text(node) for node in tree.children[1:]]


def _docutils_text(paragraph: docutils.nodes.Node) -> str:
    assert isinstance(paragraph, docutils.nodes.paragraph), paragraph
    return "".join(
        node.astext() if isinstance(node, docutils.nodes.Text) else f"<<{type(node).__name__}>>"
        for node in paragraph.children
    )


def commonmark(paragraphs: Notes) -> list[str]:
    rendered = MarkdownIt("commonmark").render("".join(f"{text}\n\n" for text in paragraphs))
    return _paragraphs(rendered)


def commonmark_notes(notes: Notes) -> list[str]:
    """Read what stands behind the label: CommonMark itself knows no footnotes."""
    return commonmark([note.partition(": ")[2] for note in notes])


def _paragraphs(rendered: str) -> list[str]:
    found = re.findall(r"<p>(.*?)</p>\n?", rendered, re.DOTALL)
    assert "".join(f"<p>{text}</p>" for text in found) == rendered.replace("</p>\n", "</p>"), rendered
    assert not any("<" in text for text in found), rendered
    return [html.unescape(text) for text in found]


def asciidoctor(notes: Notes) -> list[str]:
    rendered = _asciidoctor(document(Markup.ASCIIDOC, notes))
    found = re.findall(r'<div class="footnote" id="\w+">\n<a [^>]*>\d+</a>\. (.*?)\n</div>', rendered)
    assert not any("<" in text for text in found), found
    return [html.unescape(text) for text in found]


def asciidoctor_paragraphs(paragraphs: Notes) -> list[str]:
    rendered = _asciidoctor("Text.\n\n" + "".join(f"{text}\n\n" for text in paragraphs))
    return _paragraphs(re.sub(r'<div class="paragraph">\n|(?<=</p>)\n</div>', "", rendered))[1:]


def _asciidoctor(text: str) -> str:
    run = subprocess.run(
        ["asciidoctor", "--embedded", "--out-file", "-", "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    assert not run.stderr
    return run.stdout


def typst_reader(notes: Notes) -> list[str]:
    return _typst(document(Markup.TYPST, notes))


def typst_paragraphs(paragraphs: Notes) -> list[str]:
    """Read paragraphs; each after a footnote's bracket, where a line begins too."""
    return _typst("".join(f"Text.#footnote[\n{text}\n]\n\n" for text in paragraphs))


def _typst(text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.typ")
        file.write_text(text, encoding="utf-8")
        found = json.loads(typst.query(str(file), "footnote", field="body"))
    return [_typst_text(body).strip(" ") for body in found]


def _typst_text(node: dict[str, object]) -> str:
    match node:
        case {"func": "sequence", "children": list(children)}:
            return "".join(map(_typst_text, children))
        case {"func": "text", "text": str(text)}:
            return text
        case {"func": "symbol", "text": str(text)}:
            return text
        case {"func": "space"}:
            return " "
    return f"<<{node}>>"


def emacs(notes: Notes) -> list[str]:
    rendered = _emacs(document(Markup.ORG, notes))
    found = re.findall(r'<p class="footpara">\s*(.*?)</p></div></div>', rendered, re.DOTALL)
    assert not any("<" in text for text in found), found
    return [html.unescape(text.removesuffix("\n")) for text in found]


def emacs_paragraphs(paragraphs: Notes) -> list[str]:
    rendered = _emacs("".join(f"{text}\n\n" for text in paragraphs))
    return _paragraphs(re.sub(r"<p>\n|\n</p>\n*", lambda match: match[0].strip("\n"), rendered))


def _emacs(text: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.org")
        file.write_text(text, encoding="utf-8")
        export = "(progn (require 'ox-html) (org-export-to-file 'html \"report.html\" nil nil nil t))"
        command = ["emacs", "--batch", "--quick", str(file), "--eval", export]
        ran = subprocess.run(command, capture_output=True, cwd=folder, check=False, encoding="utf-8")
        assert ran.returncode == 0, ran.stderr
        return Path(folder, "report.html").read_text(encoding="utf-8")


_LATEX = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{textcomp,lmodern}
\usepackage[hidelinks]{hyperref}
\input{glyphtounicode}\pdfgentounicode=1
\pagestyle{empty}\parindent=0pt\spaceskip=1em\paperwidth=500cm\textwidth=490cm
\makeatletter\renewcommand\@makefntext[1]{#1}\renewcommand\thefootnote{}\makeatother
\begin{document}
"""


def pdflatex(notes: Notes) -> list[str]:
    return _pdflatex([f"Text.{note}" for note in notes])


def pdflatex_paragraphs(paragraphs: Notes) -> list[str]:
    return _pdflatex(paragraphs)


def _pdflatex(pages: Notes) -> list[str]:
    """Read what the last line of each page shows; the pages are so wide that none is broken."""
    with tempfile.TemporaryDirectory() as folder:
        text = _LATEX + "".join(f"{page}\n\\newpage\n\n" for page in pages) + "\\end{document}\n"
        Path(folder, "report.tex").write_text(text, encoding="utf-8")
        command = ["pdflatex", "-interaction=batchmode", "-halt-on-error", "report.tex"]
        ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert ran.returncode == 0, Path(folder, "report.log").read_text(encoding="utf-8", errors="replace")
        command = ["pdftotext", "-raw", "-enc", "UTF-8", "report.pdf", "-"]
        printed = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return [page.strip("\n").rpartition("\n")[2].strip(" ") for page in printed.stdout.split("\f")[:-1]]


READERS: dict[Markup, dict[str, tuple[Callable[[Notes], list[str]], Callable[[Notes], list[str]]]]] = {
    markup: {f"pandoc {name}": (partial(pandoc, name, markup), partial(pandoc_paragraphs, name)) for name in names}
    for markup, names in {
        Markup.MARKDOWN: ["markdown", "commonmark_x-emoji", "gfm-emoji-autolink_bare_uris"],
        Markup.LATEX: ["latex"],
        Markup.TYPST: ["typst"],
        Markup.ORG: ["org"],
        Markup.ASCIIDOC: ["asciidoc"],
        Markup.RST: ["rst"],
        Markup.MEDIAWIKI: ["mediawiki"],
        Markup.HTML: ["html"],
    }.items()
}
"""For each markup its readers by name: of notes, and of paragraphs as other forms are."""
READERS[Markup.HTML]["pandoc html"] = (partial(pandoc, "html", Markup.HTML), html_paragraphs)
READERS[Markup.MARKDOWN]["CommonMark"] = (commonmark_notes, commonmark)
READERS[Markup.RST]["docutils"] = (docutils_reader, docutils_paragraphs)
READERS[Markup.TYPST]["Typst"] = (typst_reader, typst_paragraphs)
READERS[Markup.ASCIIDOC]["asciidoctor"] = (asciidoctor, asciidoctor_paragraphs)
READERS[Markup.LATEX]["pdflatex"] = (pdflatex, pdflatex_paragraphs)
READERS[Markup.ORG]["emacs"] = (emacs, emacs_paragraphs)
