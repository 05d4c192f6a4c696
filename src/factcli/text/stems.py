"""Stems: the forms of a word become one, by the rules of its language (Snowball, https://snowballstem.org)."""

from __future__ import annotations

import Stemmer

_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "nb": "norwegian",
    "nn": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


# The language that most texts in a script are in; Japanese has Chinese characters too, so its own come first.
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u3400", "\u9fff"),
    ("ko", "\uac00", "\ud7a3"),
    ("ar", "\u0620", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("hy", "\u0530", "\u058f"),
    ("hi", "\u0900", "\u097f"),
    ("ta", "\u0b80", "\u0bff"),
)


def language_of(tag: str | None, sample: str = "") -> str:
    """Return the primary language of a BCP 47 tag: "de-AT" is "de".

    Where there is none, it is the one that the script of `sample` is most used for, "en" for Latin.
    """
    if tag:
        return tag.lower().replace("_", "-").partition("-")[0]
    if sample.isascii():
        return "en"
    found = (language for language, first, last in _SCRIPTS if any(first <= char <= last for char in sample))
    return next(found, "en")


_STEMMERS: dict[str, Stemmer.Stemmer] = {}
_KNOWN: dict[tuple[str, str], str] = {}
_MOST_KNOWN = 200_000


def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; figures, and words of a language without a stemmer, stay as they are."""
    found = _KNOWN.get((word, language))
    if found is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        found = _KNOWN[word, language] = _stemmed(word, language)
    return found


def _stemmed(word: str, language: str) -> str:
    algorithm = _ALGORITHMS.get(language)
    if not (algorithm and word.isalpha()):
        return word
    if algorithm not in _STEMMERS:
        _STEMMERS[algorithm] = Stemmer.Stemmer(algorithm)
    stemmed: str = _STEMMERS[algorithm].stemWord(_with_article(word) if algorithm == "arabic" else word)
    return stemmed


def _with_article(word: str) -> str:
    """Write an Arabic noun with its article alone, by which Snowball tells it from a verb.

    Without it, "محرك" and "المحرك" have different stems. Verbs of the form of "استخدم" stay as they are.
    """
    import re

    bare = re.sub(r"^(?:[وف]?(?:[بك]?ال|لل)(?=\w\w)|و(?=\w{4}))", "", word)
    return bare if re.match(r"[ايتن]?ست", bare) else f"ال{bare}"
