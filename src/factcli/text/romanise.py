"""Spellings of a name in other Latin alphabets: Azerbaijani and Turkish "Naxçıvan" is "Nakhchivan" in English."""

from __future__ import annotations

from itertools import product

# What folding leaves of a letter, and how English writes its sound: c is left of ç (ch) and is c (j), s of ş, g of ğ.
_SOUNDS = {"x": ("kh",), "c": ("ch", "j"), "s": ("sh",), "g": ("gh",), "q": ("g", "k")}
_LETTERS = {"kh": "x", "ch": "c", "sh": "s", "gh": "g", "j": "c"}


def forms(word: str) -> list[str]:
    """Return other spellings of a folded word, each letter spelled alike wherever it stands; a few dozen at most."""
    letters = [letter for letter in _SOUNDS if letter in word]
    ways = product(*((letter, *_SOUNDS[letter]) for letter in letters))
    found = [word.translate({ord(letter): to for letter, to in zip(letters, way, strict=True)}) for way in ways]
    shorter = word
    for sound, letter in _LETTERS.items():
        shorter = shorter.replace(sound, letter)
    return [form for form in dict.fromkeys((*found, shorter)) if form != word]
