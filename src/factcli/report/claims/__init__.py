"""What a sentence claims in figures, and whether a fact says the same.

Figures are read in any language, the words around them in English.
"""
