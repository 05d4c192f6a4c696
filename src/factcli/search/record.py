"""What answers show of a fact, ready to be printed: an index keeps it, so that no question reads the store itself."""

from __future__ import annotations

FIELDS = (
    "id",
    "statement",
    "answer",
    "quote",
    "period",
    "label",
    "locator",
    "locator_text",
    "citation",
    "link",
    "lists",
)


class Record:
    """A fact with its citation, and its source as CSL-JSON. What a fact does not have is None."""

    __slots__ = (*FIELDS, "since", "source", "source_id", "text")

    id: str
    statement: str
    answer: str | None
    quote: str
    period: str | None
    label: str | None
    """The locator's CSL label; `locator` is its value, `locator_text` both as the store has them."""
    locator: str | None
    locator_text: str | None
    citation: str
    link: str | None
    lists: str
    """JSON: `tags`, `aliases`, `supersedes` and `extra`."""
    source: str
    """JSON: a CSL-JSON item."""
    source_id: str
    text: str | None
    """The path of the source's own text, relative to the store's folder."""
    since: str | None
    """The date since which the quote is proven to be unchanged, where it is locked; whoever looks that up sets it."""

    def __init__(self, row: tuple[str | None, ...], source: str, source_id: str, text: str | None) -> None:
        for field, value in zip(FIELDS, row, strict=True):
            setattr(self, field, value)
        self.source, self.source_id, self.text, self.since = source, source_id, text, None
