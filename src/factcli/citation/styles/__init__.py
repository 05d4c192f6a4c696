"""The citation styles built in, a module each; chicago is a folder, having notes as well.

To add one, write a module with `STYLE` in the manner of harvard.py, the shortest, and name it here.
"""

from __future__ import annotations

from enum import StrEnum

from factcli.citation.styles import apa, chicago, harvard, ieee, mla
from factcli.citation.styles.style import Style


class Name(StrEnum):
    """What the styles are called."""

    CHICAGO = "chicago"
    APA = "apa"
    MLA = "mla"
    IEEE = "ieee"
    HARVARD = "harvard"


STYLES: dict[Name, Style] = {
    Name.CHICAGO: chicago.STYLE,
    Name.APA: apa.STYLE,
    Name.MLA: mla.STYLE,
    Name.IEEE: ieee.STYLE,
    Name.HARVARD: harvard.STYLE,
}
