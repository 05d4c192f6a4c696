"""Quotes: where they stand in their source, and whether they are verbatim."""
