"""Facts and sources as answers show them: with the citation written out, ready to be kept in an index."""

from __future__ import annotations

import json

from factcli.citation import csl_json, fragment, markup
from factcli.citation.styles import chicago
from factcli.citation.styles.style import Form
from factcli.citation.work import Work
from factcli.search.build import Describe
from factcli.search.record import Record
from factcli.store.locator import Locator
from factcli.store.model import Fact, Source, plain


def record(fact: Fact, source: Source) -> Record:
    """Return what answers show of a fact."""
    return Record(_fact(fact, source), _source(source), source.id, source.text)


def note(source: Source, locator: Locator | None = None) -> str:
    """Return the citation that is shown where none was asked for: a Chicago note."""
    return markup.render(chicago.STYLE.write(Work(source, locator), Form.NOTE), markup.Markup.TEXT)


def _fact(fact: Fact, source: Source) -> tuple[str | None, ...]:
    address = source.variable("URL")
    lists = {
        "tags": fact.tags,
        "aliases": fact.aliases,
        "supersedes": fact.supersedes,
        "extra": {key: plain(value) for key, value in fact.extra.items()},
    }
    return (
        fact.id,
        fact.statement,
        fact.answer,
        fact.quote,
        fact.period.text if fact.period else None,
        fact.locator.label if fact.locator else None,
        fact.locator.value if fact.locator else None,
        fact.locator.text if fact.locator else None,
        note(source, fact.locator),
        fragment.link(address, fact.quote) if address else None,
        json.dumps(lists, ensure_ascii=False),
    )


def _source(source: Source) -> str:
    return json.dumps(csl_json.item(source), ensure_ascii=False)


DESCRIBE = Describe(_fact, _source)
