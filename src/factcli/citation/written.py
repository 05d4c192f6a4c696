"""A citation as it is pasted: in a markup, by its form, with or without the quote."""

from __future__ import annotations

from factcli.citation.citing import Citation
from factcli.citation.markup import Markup, footnote, markdown, render
from factcli.citation.styles.style import Form
from factcli.citation.tree import Text

NOTES = (Form.NOTE, Form.SHORT)


def written(citation: Citation, markup: Markup, *, quote: bool = False) -> str:
    """Write a citation; a note as footnotes are written in this markup."""
    if markup is Markup.PANDOC:
        return _for_pandoc(citation, quote=quote)
    if citation.form not in NOTES:
        return render(citation.tree, markup)
    quoted = (Text(f" “{citation.fact.quote}”"),) if quote else ()
    return footnote(citation.fact.id, (*citation.tree, *quoted), markup)


def _for_pandoc(citation: Citation, *, quote: bool) -> str:
    """Refer to the source by its id, which pandoc looks up: https://pandoc.org/MANUAL.html#citation-syntax."""
    fact = citation.fact
    locator = None if citation.form is Form.BIBLIOGRAPHY else fact.locator
    where = f", {markdown.escaped(locator.text)}" if locator else ""
    key = f"{{{fact.source}}}" if "--" in fact.source or fact.source.endswith("-") else fact.source
    reference = f"[@{key}{where}]"
    return f"“{markdown.text(fact.quote)}” {reference}" if quote else reference
