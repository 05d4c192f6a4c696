"""Auditing: what a careful editor would look at again in a store that is valid."""
