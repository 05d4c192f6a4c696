"""Citations: a source and a locator become a small tree, which each markup writes in its own way."""
