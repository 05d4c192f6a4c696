"""What a document becomes: the text of a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a source, and what the document itself says of it, in CSL variables as the store has them."""

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
