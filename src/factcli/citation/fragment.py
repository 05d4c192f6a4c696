"""Links that open a page at the quote: text fragments.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode

LONGEST_WHOLE = 300
"""Up to this many characters a quote is linked whole, above it by its first and last words."""
_END_WORDS = 5
_ELISION = re.compile(r"\s*(?:\[\s*)?(?:…|\.\s?\.\s?\.)(?:\s*\])?\s*")


def link(url: str, quote: str) -> str:
    """Return `url` with a text fragment that finds `quote` on the page."""
    parts = [part for part in (" ".join(part.split()) for part in _ELISION.split(quote)) if part]
    if not parts:
        return url
    if len(parts) == 1 and len(parts[0]) <= LONGEST_WHOLE:
        directive = _encode(parts[0])
    else:
        first, last = parts[0].split(" "), parts[-1].split(" ")
        directive = f"{_encode(' '.join(first[:_END_WORDS]))},{_encode(' '.join(last[-_END_WORDS:]))}"
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment}:~:text={directive}"


def _encode(text: str) -> str:
    """Percent-encode everything that has a meaning in a directive, the hyphen too."""
    return percent_encode(text, safe="").replace("-", "%2D")
