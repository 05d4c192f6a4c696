"""Stands in for what reads reports and judges them until that is here: knows dollars, straight quotes and ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcli.citation.markup import Markup
from factcli.quote.difference import word_diff
from factcli.quote.evidence import Examiner
from factcli.report import footnotes
from factcli.report.document import Block, Document, Kind
from factcli.report.finding import Finding
from factcli.store.model import Store


def read(content: bytes, _name: str) -> Document:
    """Take the blocks between blank lines for paragraphs."""
    text = content.decode()
    blocks = []
    for match in re.finditer(r"[^\n\s](?:[^\n]|\n(?![ \t]*\n))*", text):
        places = list(range(*match.span()))
        for mark in re.finditer(r"\[\^[^\]]*\]:?|<!--.*?-->|^#+ |^> ", match[0], re.DOTALL | re.MULTILINE):
            places = [at for at in places if not mark.start() <= at - match.start() < mark.end()]
        kind: Kind = (
            "heading" if match[0].startswith("#") else "quotation" if match[0].startswith("> ") else "paragraph"
        )
        if places:
            shown = "".join(text[at] for at in places).replace("\n", " ")
            blocks.append(Block(text=shown, starts=places, ends=[at + 1 for at in places], kind=kind))
    return Document(text=text, blocks=tuple(blocks))


def quotes(document: Document, store: Store, _examiner: Examiner) -> Iterator[Finding]:
    """Hold what stands in quotation marks against the quotes of the store."""
    for match in re.finditer(r"[“\"]([^”\"]{20,})[”\"]", document.text):
        if "\n[^fact:" in document.text[: match.start()]:  # in a note
            continue
        words = " ".join(match[1].split())
        best = max(store.facts.values(), key=lambda fact: len(set(fact.quote.split()) & set(words.split())))
        start, end = match.span(1)
        if words in best.quote or best.quote in words:
            yield Finding(start=start, end=end, kind="quote", code="Q100", text=words, message="", fact=best.id)
        elif len(set(best.quote.split()) & set(words.split())) > 4:
            difference = tuple(word_diff(best.quote, words))
            message = "differs from its source"
            yield Finding(
                start=start,
                end=end,
                kind="quote",
                code="Q101",
                text=words,
                message=message,
                fact=best.id,
                difference=difference,
            )
        else:
            yield Finding(
                start=start, end=end, kind="quote", code="Q102", text=words, message="nothing in the store comes close"
            )


def citations(document: Document, markup: Markup | None, store: Store) -> Iterator[Finding]:
    """Look up the ids of footnotes."""
    for mention in footnotes.find(document.text, markup).references if markup else ():
        shown = document.text[mention.start : mention.end]
        known = mention.id in store.facts
        yield Finding(
            start=mention.start,
            end=mention.end,
            kind="footnote",
            code="C300" if known else "C303",
            text=shown,
            message="" if known else f"there is no fact {mention.id!r}",
            fact=mention.id if known else None,
        )


def figures(document: Document, store: Store) -> Iterator[Finding]:
    """Hold dollars against the answers of facts that share most words with the sentence."""
    from factcli.text.sentences import sentences

    for block in document.blocks:
        for first, last in sentences(block.text):
            sentence = block.text[first:last]
            for match in re.finditer(r"\$[\d.,]*\d(?: million| billion)?", sentence):
                words = set(re.findall(r"\w{4,}", sentence.lower()))
                best = max(
                    store.facts.values(),
                    key=lambda fact: len(words & set(re.findall(r"\w{4,}", fact.statement.lower()))),
                )
                start, end = block.span(first + match.start(), first + match.end())
                anchor = block.ends[last - 1]
                if len(words & set(re.findall(r"\w{4,}", best.statement.lower()))) < 3:
                    code, message, fact = "F205", "nothing in the store is about this", None
                elif match[0] in best.statement:
                    code, message, fact = "F200", "", best.id
                else:
                    code, message, fact = (
                        "F201",
                        f"the store says {best.answer} ({best.period.text if best.period else ''})",
                        best.id,
                    )
                yield Finding(
                    start=start,
                    end=end,
                    kind="figure",
                    code=code,
                    text=match[0],
                    message=message,
                    fact=fact,
                    anchor=anchor if code == "F200" else None,
                )
