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


def _store(language: str, statements: tuple[str, ...]) -> Store:
    facts = [
        Fact(id=f"fact-{number}", statement=text, quote=text, source="s") for number, text in enumerate(statements)
    ]
    source = Source(id="s", type="webpage", title="T", language=language)
    return Store(path=Path("facts.toml"), facts={fact.id: fact for fact in facts}, sources={"s": source})


@pytest.mark.parametrize(("language", "question", "expected"), QUESTIONS)
def test_the_right_fact_comes_first(language: str, question: str, expected: int) -> None:
    index = index_of(_store(language, FACTS[language]))
    read = query.read(question, index.languages)
    answers = rank.ask(index, read, limit=2)
    assert answers.hits[0].fact.id == f"fact-{expected}"


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("de", "In welchem Jahr wurde der Hafen eröffnet?", "when"),
        ("de", "Wie groß ist der Hafen?", "how many"),
        ("de", "Woher kommt die Bürgermeisterin?", "where"),
        ("es", "¿Cuánto costó el puerto?", "how many"),
        ("es", "¿Por qué cerró la escuela?", "why"),
        ("ru", "В каком году открыли школу?", "when"),
        ("ru", "Кто открыл школу?", "who"),
        ("ru", "Чем покрыта крыша школы?", None),
        ("tr", "Okul kaç yılında açıldı?", "when"),
        ("tr", "Kimya okulu", None),
        ("ar", "من افتتح المدرسة؟", "who"),
        ("ar", "أين تقع المدرسة؟", "where"),
        ("zh", "谁为学校揭幕？", "who"),
        ("zh", "新港口耗资多少？", "how many"),
        ("zh", "学校是什么时候建的", "when"),
        ("nl", "Wanneer opende de school?", None),
    ],
)
def test_question_words_tell_what_is_asked_for(language: str, question: str, kind: str | None) -> None:
    assert query.read(question, (language,)).expects == kind


def test_a_fact_of_the_kind_that_is_asked_for_comes_first() -> None:
    facts = ("Die Brücke wurde im März eröffnet.", "Die Brücke wurde trotz Regen eröffnet.")
    index = index_of(_store("de", facts[::-1]))
    assert rank.ask(index, query.read("Wann wurde die Brücke eröffnet?", ("de",)), limit=1).hits[0].fact.id == "fact-1"


def test_where_nouns_have_capitals_a_noun_is_no_name_that_binds() -> None:
    index = index_of(_store("de", FACTS["de"]))
    read = query.read("Hat die Bürgermeisterin im Sommer eine Schule eröffnet?", ("de",))
    assert rank.ask(index, read, limit=1).hits[0].match == "strong"


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Naxçıvan", "Nakhchivan"),
        ("Nakhchivan", "Naxçıvan"),
        ("Shusha", "susa"),
        ("Xocavənd", "Khojavand"),
        ("İlham", "ilham"),
        ("Türkiye", "turkiye"),
    ],
)
def test_a_name_is_found_by_another_spelling(written: str, asked: str) -> None:
    index = index_of(_store("en", ("The road to Baku was opened.", f"The road to {written} was opened.")))
    (hit, *_) = rank.ask(index, query.read(f"road to {asked}", ("en",)), limit=2).hits
    assert (hit.fact.id, hit.match) == ("fact-1", "strong")
