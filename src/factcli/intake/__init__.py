"""Facts on their way into a store: rows of a file, ids, what is checked before anything is written."""
