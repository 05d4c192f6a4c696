"""How names are listed."""

from __future__ import annotations

import pytest

from factcli.citation.compose import finish
from factcli.citation.markup import Markup, render
from factcli.citation.names import Names, listed
from factcli.store.model import Name

JANE = Name(family="Doe", given="Jane")
VAN = Name(family="Berg", given="Anna", non_dropping_particle="van den")
VON = Name(family="Hagen", given="Friedrich", dropping_particle="von")
JR = Name(family="Brown", given="Charles Edward", suffix="Jr.")
OFFICE = Name(literal="Sea Office")
INVERTED = Names(inverted="all", initials=". ")


def written(names: list[Name], rules: Names) -> str:
    return render(finish(listed(names, rules)), Markup.MARKDOWN)


@pytest.mark.parametrize(
    ("name", "plain", "inverted", "short"),
    [
        (JANE, "Jane Doe", "Doe, J.", "Doe"),
        (VAN, "Anna van den Berg", "van den Berg, A.", "van den Berg"),
        (VON, "Friedrich von Hagen", "Hagen, F. von", "Hagen"),
        (JR, "Charles Edward Brown Jr.", "Brown, C. E., Jr.", "Brown"),
        (OFFICE, "Sea Office", "Sea Office", "Sea Office"),
        (Name(family="de la Cruz", given="María"), "María de la Cruz", "de la Cruz, M.", "de la Cruz"),
        (Name(family="Arc", given="Léonie", non_dropping_particle="d’"), "Léonie d’Arc", "d’Arc, L.", "d’Arc"),
        (Name(family="Strand", given="Jean-Luc"), "Jean-Luc Strand", "Strand, J.-L.", "Strand"),
        (Name(family="Kim", given="Min-jun"), "Min-jun Kim", "Kim, M.", "Kim"),
        (Name(family="Smith", given="J.R.R."), "J. R. R. Smith", "Smith, J. R. R.", "Smith"),
        (Name(family="Иванов", given="Пётр Сергеевич"), "Пётр Сергеевич Иванов", "Иванов, П. С.", "Иванов"),
        (Name(family="王", given="小明"), "王小明", "王小明", "王"),
        (Name(family="Finn"), "Finn", "Finn", "Finn"),
    ],
)
def test_one(name: Name, plain: str, inverted: str, short: str) -> None:
    assert written([name], Names()) == plain
    assert written([name], INVERTED) == inverted
    assert written([name], Names(family_only=True)) == short


@pytest.mark.parametrize(
    ("count", "rules", "expected"),
    [
        (1, Names(), "Jane Doe"),
        (2, Names(), "Jane Doe and Anna van den Berg"),
        (3, Names(), "Jane Doe et al."),
        (3, Names(most=3), "Jane Doe, Anna van den Berg, and Sea Office"),
        (3, Names(most=3, last_comma="never"), "Jane Doe, Anna van den Berg and Sea Office"),
        (2, Names(inverted="first", last_comma="always"), "Doe, Jane, and Anna van den Berg"),
        (2, Names(inverted="all", particle_last=True, conjunction="&"), "Doe, Jane & Berg, Anna van den"),
        (3, Names(inverted="first", et_al_comma=True), "Doe, Jane, et al."),
        (3, Names(most=2, first=2), "Jane Doe, Anna van den Berg, et al."),
        (3, Names(et_al_italic=True), "Jane Doe *et al.*"),
        (3, Names(last_too=True), "Jane Doe, … Sea Office"),
    ],
)
def test_several(count: int, rules: Names, expected: str) -> None:
    assert written([JANE, VAN, OFFICE][:count], rules) == expected
