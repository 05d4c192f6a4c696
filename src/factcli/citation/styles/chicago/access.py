"""Where a work can be had: as what, in which archive, at which address."""

from __future__ import annotations

from factcli.citation.compose import Part, join, wrap
from factcli.citation.dates import MONTH_DAY_YEAR
from factcli.citation.styles.chicago.manner import Manner, labelled_locator
from factcli.citation.work import Work


def medium(work: Work, manner: Manner) -> Part:
    """Return medium, scale and size."""
    return join(", ", manner.begin(work["medium"]), work["scale"], work["dimensions"])


def archive(work: Work, manner: Manner) -> Part:
    """Return the place in an archive, and the archive; of pictures the other way round."""
    place, collection = work["archive_location"], work["archive_collection"]
    archived = work.has("archive", "archive_location")
    where = labelled_locator(work) if archived and work.is_at("column", "folio", "page") else ""
    if archived and not work.locator and work["page"]:
        where = work["page"]
    if work.type == "graphic":
        return join(", ", work["archive"], work["archive-place"], collection, place, where)
    located = join(", ", place if place.startswith("http") else manner.begin(place), where)
    kept = join(", ", work["archive"], work["archive-place"])
    return join(" ", join(manner.delimiter, located, collection, kept), wrap("(", _catalogued(work), ")"))


def _catalogued(work: Work) -> str:
    """Return the number under which an archive holds a work."""
    if not work.has("archive") or work.any("archive_collection", "archive_location", "archive-place"):
        return ""
    shown = work.type in ("dataset", "entry", "song") or work.has("genre")
    return "" if shown and work.type != "thesis" else work["number"]


def address(work: Work, manner: Manner) -> Part:
    """Return the address; of undated pages the day of access before it."""
    seen = work.date("accessed", MONTH_DAY_YEAR)
    if work.any("DOI", "available-date", "event-date", "issued", "status") or not work.has("URL"):
        seen = ""
    return join(manner.delimiter, manner.begin(wrap("accessed ", seen)), work.address())
