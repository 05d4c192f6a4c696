"""Pure functions over strings: folding, words, figures, dates, and what is safe to show."""
