"""What of a report is shown as it is typed, or not at all: code and comments, in which no footnote is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcli.citation.markup import Markup

_CODE = {
    Markup.MARKDOWN: r"(?P<ticks>(?<!`)`+(?!`))(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
    Markup.ORG: (
        r"(?i:^[ \t]*#\+begin_(?P<block>src|example|export|comment)\b.*?^[ \t]*#\+end_(?P=block)\b)"
        r"|^[ \t]*#[ \t][^\n]*|^[ \t]*:[ \t][^\n]*|(?<![^\s(\"'{-])(?P<mark>[=~])\S(?:[^\n]*?\S)??(?P=mark)(?![\w=~])"
    ),
    Markup.RST: (
        r"(?:(?<=::\n)|(?<=::[ ]\n))(?:[ \t]*\n)+(?P<indent>[ \t]+)[^\n]*(?:\n(?:(?P=indent)[^\n]*|[ \t]*(?=\n)))*"
        r"|^\.\.[ \t]+(?:code|code-block|sourcecode|raw)::[^\n]*(?:\n(?:[ \t]+[^\n]*|(?=\n)))*"
        r"|^\.\.[ \t]+(?![\[_|])(?![^\n]*::)[^\n]*(?:\n[ \t]+[^\n]+)*"
        r"|``.+?``"
    ),
    Markup.ASCIIDOC: (
        r"^(?P<fence>-{4,}|\.{4,}|/{4,}|\+{4,}|```)[^\n]*\n.*?^(?P=fence)[ \t]*$|^//(?!/)[^\n]*"
        r"|`\+.*?\+`|\+\+\+.*?\+\+\+"
    ),
    Markup.LATEX: (
        r"\\begin\{(?P<environment>verbatim\*?|lstlisting|minted|comment)\}.*?\\end\{(?P=environment)\}"
        r"|\\(?:verb|lstinline)\*?(?P<bar>[^\w\s*{]).*?(?P=bar)|\\[\\%](?!begin)|%[^\n]*"
    ),
    Markup.TYPST: r"(?P<ticks>`{3,}|(?<!`)`(?!`)).*?(?P=ticks)|(?<![:\\])//[^\n]*|/\*.*?\*/|\\[\\`]",
}
_COMMENT: dict[Markup, str | tuple[str, ...]] = {
    Markup.MARKDOWN: "<!--",
    Markup.ORG: "#",
    Markup.RST: "..",
    Markup.ASCIIDOC: "//",
    Markup.LATEX: "%",
    Markup.TYPST: ("//", "/*"),
}
_PATTERNS = {markup: re.compile(pattern, re.DOTALL | re.MULTILINE) for markup, pattern in _CODE.items()}
_LINE_END = re.compile(r"\r\n?|\n")


def blanked(text: str, markup: Markup) -> str:
    """Return `text`, as long as it was, with NUL for every character of code and comments but line ends."""
    return _PATTERNS[markup].sub(_blank, _without_blocks(text, markup))


def comments(text: str, markup: Markup) -> Iterator[tuple[int, int]]:
    """Return where the comments of `text` stand, with the signs that make them such."""
    for match in _PATTERNS[markup].finditer(_without_blocks(text, markup)):
        if match[0].lstrip(" \t").startswith(_COMMENT[markup]):
            yield match.span()


def _without_blocks(text: str, markup: Markup) -> str:
    """Return `text` without blocks of code that only a parser finds; a line end of two characters is another of two."""
    if markup is Markup.MARKDOWN:
        text = _without_code_blocks(text)
    return text.replace("\r\n", " \n")


def _without_code_blocks(text: str) -> str:
    from markdown_it import MarkdownIt

    starts = [0, *(end.end() for end in _LINE_END.finditer(text)), len(text)]
    pieces, at = [], 0
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in ("fence", "code_block") and token.map:
            first, last = (starts[min(number, len(starts) - 1)] for number in token.map)
            pieces += [text[at:first], re.sub(r"[^\r\n]", "\0", text[first:last])]
            at = last
    return "".join([*pieces, text[at:]])


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\0", match[0])
