"""Reports: texts that refer to facts by the ids of their footnotes."""
