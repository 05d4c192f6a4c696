"""Showing facts: as JSON, as plain text, and on a terminal."""
