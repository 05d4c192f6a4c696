"""What a document becomes: the text of a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a source, and what the document itself says of it, in CSL variables as the store has them.

    `left_out` of all `paragraphs` of a page are not in the text; both are 0 where all of a document is taken.
    """

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    left_out: int = 0
    paragraphs: int = 0
