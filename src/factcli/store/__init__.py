"""The store: facts and their sources in TOML. Only these modules read or write files."""
