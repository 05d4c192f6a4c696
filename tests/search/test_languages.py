"""Facts in other languages are found by their own stems and stop words, and by any spelling of their letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.search import query, rank
from factcli.store.model import Fact, Source, Store
from tests.indexes import index_of

FACTS = {
    "de": ("Der neue Hafen der Stadt kostete zwölf Millionen Euro.", "Die Bürgermeisterin eröffnete eine Schule."),
    "es": ("El nuevo puerto de la ciudad costó doce millones.", "La alcaldesa inauguró una escuela."),
    "ru": ("Новый порт города обошёлся в двенадцать миллионов.", "Мэр открыла школу."),
    "tr": ("Şehrin yeni limanı on iki milyona mal oldu.", "Belediye başkanı bir okul açtı."),
    "ar": ("كلف الميناء الجديد للمدينة اثني عشر مليونا.", "افتتحت العمدة مدرسة."),
    "zh": ("城市的新港口耗资一千二百万。", "市长为一所学校揭幕。"),
}
QUESTIONS = [
    ("de", "Was kosteten die neuen Häfen?", 0),
    ("de", "hafen stadt", 0),
    ("de", "Wer eroffnete die Schulen?", 1),
    ("es", "¿Cuánto costaron los nuevos puertos?", 0),
    ("es", "escuelas inauguradas", 1),
    ("ru", "во сколько обошлись новые порты города", 0),
    ("ru", "школы", 1),
    ("tr", "yeni liman", 0),
    ("tr", "okul acti", 1),
    ("ar", "الميناء الجديد", 0),
    ("zh", "新港口耗资多少？", 0),
    ("zh", "谁为学校揭幕", 1),
]


@pytest.mark.parametrize(("language", "question", "expected"), QUESTIONS)
def test_the_right_fact_comes_first(language: str, question: str, expected: int) -> None:
    facts = [
        Fact(id=f"fact-{number}", statement=text, quote=text, source="s") for number, text in enumerate(FACTS[language])
    ]
    source = Source(id="s", type="webpage", title="T", language=language)
    index = index_of(Store(path=Path("facts.toml"), facts={fact.id: fact for fact in facts}, sources={"s": source}))
    read = query.read(question, index.languages)
    answers = rank.ask(index, read, limit=2)
    assert answers.hits[0].fact.id == f"fact-{expected}"
