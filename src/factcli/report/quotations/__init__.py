"""Quoted passages of a report: finding them, and looking them up in all text by which a store can prove them."""
