"""Footnotes and citations of a report: finding them, telling whether they are current, writing them."""
