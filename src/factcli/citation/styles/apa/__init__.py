"""APA: Publication Manual of the American Psychological Association, 7th edition (2020), chapters 8 to 10.

An entry is author. (date). title (number) [kind]. source. address.
"""

from __future__ import annotations

from factcli.citation import terms
from factcli.citation.compose import Part, join, wrap
from factcli.citation.dates import MONTH_DAY, MONTH_DAY_YEAR
from factcli.citation.styles import legal, pieces
from factcli.citation.styles.apa import authors, source
from factcli.citation.styles.apa.manner import dated, year_of
from factcli.citation.styles.apa.titles import title_and_kind
from factcli.citation.styles.style import Style
from factcli.citation.work import LEGAL, Work

_DATED_TO_THE_DAY = frozenset(
    "article-magazine article-newspaper broadcast collection document event motion_picture pamphlet performance "
    "personal_communication post post-weblog song speech webpage".split()
)


def entry(work: Work) -> Part:
    """Return the entry in the list of references."""
    if work.type in LEGAL:
        return join(" ", wrap("", legal.reference(work, dated), "."), work.address(), work["references"])
    author, rest = authors.author(work)
    told = join(". ", author, _date(work), title_and_kind(rest), source.source(rest))
    return join(" ", wrap("", told, "."), source.address(work), source.history(work))


def reference(work: Work) -> Part:
    """Return author, year and locator."""
    return join(", ", authors.in_text(work), _date_in_text(work), locator(work))


def locator(work: Work) -> str:
    """Write the locator: pages and paragraphs abbreviated, other labels in full."""
    if not work.locator:
        return ""
    label, value = work.locator.label, pieces.locator_value(work)
    if work.type in LEGAL and label in legal.SYMBOLS:
        return legal.symbol(work)
    if label == "page":
        return f"{pieces.locator_label(work)} {terms.expanded(value)}"
    if label in ("chapter", "line", "verse") and not terms.is_numeric(value):
        return value
    written = pieces.locator_label(work, short=label == "paragraph")
    return f"{written if label == 'paragraph' else written.capitalize()} {value}".strip()


def _date(work: Work) -> Part:
    if not work.has("issued"):
        return wrap("(", work["status"].lower() or "n.d.", ")")
    exact = work.type in _DATED_TO_THE_DAY
    if work.type in ("interview", "paper-conference") and not work.in_proceedings and not work.has("number"):
        exact = True
    return wrap("(", join(", ", year_of(work, "issued"), work.date("issued", MONTH_DAY) if exact else ""), ")")


def _date_in_text(work: Work) -> Part:
    if not work.has("issued"):
        return join("", work["status"].lower() or "n.d.")
    if work.type in ("interview", "personal_communication") and not work.published:
        return join("", dated(work, "issued", MONTH_DAY_YEAR))
    return join("/", year_of(work, "original-date"), year_of(work, "issued"))


STYLE = Style(entry=entry, reference=reference, locator=locator)
