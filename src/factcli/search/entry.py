"""A fact as the ranking sees it: its stems and how heavily each stands in it, its figures, what it may answer.

`factcli.search.analysis` makes the rows that entries are read from.
"""

from __future__ import annotations

from factcli.text.figures import Figure

WEIGHT_SCALE = 0xFFFF
"""Rows hold weights as whole numbers of two bytes, of which this stands for 1."""

FIGURE = "="
"""What a figure's value begins with where it stands among stems."""
REACH = 3
"""How far away facts of the same source still count as neighbours."""

COLUMNS = (
    "position, id, source, statement, answer, period, superseded_by, "
    "sequences, spelled, stems, sureness, weights, names, figures, offers, beside"
)
Row = tuple[int, str, int, str, str | None, str | None, str | None, str, str, str, bytes, bytes, str, str, str, int]


class Entry:
    """One fact, read from a row of the index; words are stems."""

    __slots__ = (
        "_figures", "_names", "answer", "bags", "beside", "id", "language", "makers", "offers", "period", "position",
        "source", "spelled", "statement", "stems", "superseded_by", "texts", "title",
    )  # fmt: skip

    def __init__(self, row: Row, language: str, makers: frozenset[str], title: frozenset[str]) -> None:
        self.position, self.id, self.source, self.statement, self.answer, self.period, self.superseded_by = row[:7]
        sequences, self.spelled, stems, sureness, weights, self._names, self._figures, offers, self.beside = row[7:]
        self.language = language
        self.makers = makers
        """The names of who made and published its source: a question may name them without meaning any one fact."""
        self.title = title
        """The words of its source's title."""
        self.texts = [f" {sequence} " for sequence in sequences.split("\n")]
        """The words of the statement, then of each alias, with a space before and behind each."""
        self.bags = [set(text.split()) for text in self.texts]
        """The same without order."""
        self.stems = dict(zip(stems.split(" "), zip(sureness, memoryview(weights).cast("H"), strict=True), strict=True))
        """Every stem of the fact; what goes with each is for `sureness` and `weight` to tell."""
        self.offers = offers.split(",")
        """The kinds of question that the fact may answer, and "name" if it tells what something is called."""

    def sureness(self, stem: str) -> float:
        """Return how surely a stem of the fact is what it is about, in [0, 1]."""
        return self.stems[stem][0] / 100

    def weight(self, stem: str) -> float:
        """Return BM25's saturated term frequency of a stem, in [0, 1]; 1 for what is no stem of the fact."""
        held = self.stems.get(stem)
        return held[1] / WEIGHT_SCALE if held else 1.0

    @property
    def names(self) -> frozenset[str]:
        """The capitalised words of statement and quote, but for the first of a sentence."""
        return frozenset(self._names.split())

    @property
    def figures(self) -> list[Figure]:
        """Every figure that the fact holds."""
        return [_figure(line) for line in self._figures.split("\n") if line]

    @property
    def has_figures(self) -> bool:
        """Whether the fact holds a figure at all."""
        return bool(self._figures)

    def before(self, reach: int) -> list[int]:
        """Return the positions of the facts of the same source up to `reach` before this one, the nearest first."""
        return [self.position - 1 - step for step in range(reach) if self.beside >> step & 1]

    def behind(self) -> list[int]:
        """Return the position of the fact of the same source right behind this one, if there is one."""
        return [self.position + 1] if self.beside >> REACH & 1 else []


def token(value: float) -> str:
    """Return what stands for the value of a figure among the stems: the same for 470 and 470.0, as for no word."""
    return FIGURE + number(value)


def number(value: float) -> str:
    """Write a number; whole ones in hexadecimal, as Python writes no decimal number of more than 4,300 digits."""
    return f"{int(value):#x}" if value % 1 == 0 else repr(value)


def trigrams(word: str) -> list[str]:
    """Return the runs of three characters of a word with a space at each end."""
    padded = f" {word} "
    return [padded[at : at + 3] for at in range(len(padded) - 2)]


def _figure(line: str) -> Figure:
    kind, currency, binding, values, text = line.split("\t")
    return Figure(
        text=text,
        start=0,
        end=len(text),
        kind=kind,  # type: ignore[arg-type]
        values=frozenset(int(value, 16) if value.startswith("0x") else float(value) for value in values.split(" ")),
        currency=currency or None,
        binding=binding == "1",
    )
