"""What a person sees, as lines of text with roles; how a role looks is for the terminal to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcli.text.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from factcli.quote.evidence import Evidence
    from factcli.quote.verdict import Verdict
    from factcli.search.entry import Entry
    from factcli.search.explain import Explanation
    from factcli.search.rank import Hit, Near
    from factcli.search.record import Record
    from factcli.store.model import Fact

    Role = Literal[
        "plain",
        "answer",
        "statement",
        "quote",
        "context",
        "citation",
        "id",
        "detail",
        "good",
        "bad",
        "doubt",
        "removed",
        "added",
    ]
    Shape = Literal["wrap", "quote", "cut"]

VERDICTS: dict[str, tuple[str, Role]] = {
    "verbatim": ("quote verbatim", "good"),
    "locked": ("quote unchanged since it was checked on ", "good"),
    "altered": ("quote differs from its source", "bad"),
    "missing": ("quote not in its source", "bad"),
    "ambiguous": ("quote at several places of its source", "doubt"),
    "unchecked": ("quote not checked: its source is not at hand", "detail"),
}


class Span:
    """Text in one role, safe to show."""

    __slots__ = ("role", "text")

    def __init__(self, text: str, role: Role = "plain") -> None:
        self.text = text
        self.role: Role = role


class Line:
    """One logical line: `wrap` flows, `quote` flows behind a bar, `cut` ends at the edge of the screen."""

    __slots__ = ("indent", "shape", "spans")

    def __init__(self, spans: tuple[Span, ...] = (), shape: Shape = "wrap", indent: int = 0) -> None:
        self.spans, self.indent = spans, indent
        self.shape: Shape = shape


BLANK = Line()
TRY = "Try other words, or look through: fact list"
"""The advice where nothing was found."""


def answers(hits: Sequence[Hit], best: Record, verdict: Verdict) -> list[Line]:
    """Lay out the best answer in full, and each further one in a line."""
    lines = [_line("Perhaps:", "doubt"), BLANK] if hits[0].match == "weak" else []
    lines += answer(best, verdict)
    if further := hits[1:]:
        lines += [BLANK, _line("Also:", "detail")]
        lines += listing([hit.fact for hit in further], indent=2, answers_first=True)
    return lines


def answer(fact: Record, verdict: Verdict) -> list[Line]:
    """Lay out one fact: the answer, the statement, the quote, the citation, the details."""
    lines = [_line(fact.answer, "answer"), BLANK] if fact.answer else []
    lines += [_line(fact.statement, "statement" if fact.answer else "answer"), BLANK]
    lines += [_quote(fact.quote)]
    if verdict in ("altered", "missing"):
        lines += [_line("This is not in the source: not to be quoted.", "bad")]
    return [*lines, BLANK, _citation(fact), _details(fact, verdict)]


def full(record: Record, evidence: Evidence, superseded_by: str | None) -> list[Line]:
    """Lay out everything the store has on one fact, its quote in its surroundings."""
    fact, source = evidence.fact, evidence.source
    lines = [_line(fact.answer, "answer"), BLANK] if fact.answer else []
    lines += [_line(fact.statement, "statement" if fact.answer else "answer"), BLANK]
    before, after = evidence.context()
    around = [Line((Span(safe(text.strip()), "context"),), indent=2) for text in (before or "", after or "")]
    lines += [*filter(_filled, around[:1]), _quote(fact.quote), *filter(_filled, around[1:])]
    lines += [BLANK, _citation(record)]
    rows = [
        ("period", fact.period.text if fact.period else ""),
        ("locator", fact.locator.text if fact.locator else ""),
        ("tags", ", ".join(fact.tags)),
        ("asked as", ", ".join(fact.aliases)),
        ("source", source.id),
        ("text", source.text or ""),
        ("supersedes", ", ".join(fact.supersedes)),
        ("superseded by", superseded_by or ""),
        *((key, str(value)) for key, value in fact.extra.items()),
    ]
    verified = _verified(evidence.verdict, evidence.finding.since)
    shown = [(safe(key), Span(safe(value))) for key, value in rows if value]
    shown += [("id", Span(fact.id, "id")), ("verified", verified)]
    width = max(len(key) for key, _ in shown)
    return [*lines, BLANK, *(Line((Span(f"{key:<{width}}  ", "detail"), value)) for key, value in shown)]


def listing(facts: Sequence[Fact | Entry], *, indent: int = 0, answers_first: bool = False) -> list[Line]:
    """Lay out facts in a line each: the id, the short answer if `answers_first`, the statement."""
    width = max((len(fact.id) for fact in facts), default=0)
    lines = []
    for fact in facts:
        spans = [Span(f"{fact.id:<{width}}  ", "id")]
        if answers_first and fact.answer:
            spans.append(Span(f"{safe(fact.answer)}  ", "answer"))
        lines.append(Line((*spans, Span(safe(fact.statement), "statement")), "cut", indent))
    return lines


def nothing(question: str, near: Iterable[Near], hint: str) -> list[Line]:
    """Lay out that the store does not know, and what comes near."""
    shown = safe(question)
    lines = [_line(f"No fact answers “{shown if len(shown) <= 200 else shown[:200] + '…'}”.", "doubt")]
    near = list(near)
    if near:
        lines += [BLANK, _line("Near, but no answer:", "detail")]
    for item in near:
        lines.append(Line((Span(item.fact.id, "id"), Span("  "), Span(safe(item.why), "doubt")), "wrap", 2))
        lines.append(Line((Span(safe(item.fact.statement), "detail"),), "wrap", 4))
    return [*lines, BLANK, _line(hint, "detail")] if hint else lines


def explanations(hits: Sequence[Hit], told: Sequence[Explanation]) -> list[Line]:
    """Lay out why each hit scored what it did."""
    lines = [_line("Why:", "detail")]
    for hit, explained in zip(hits, told, strict=True):
        lines += [*_explanation(hit, explained), BLANK]
    return lines[:-1]


def heading(question: str) -> Line:
    """Lay out a question of many."""
    return _line(f"# {question}", "id")


def no_facts() -> list[Line]:
    """Lay out that the filters left nothing."""
    return [_line("No fact is like that.", "doubt"), _line("See all of them with: fact list", "detail")]


def chosen(fact: Fact) -> list[Line]:
    """Lay out which fact was taken for the answer."""
    return [Line((Span(fact.id, "id"), Span("  "), Span(safe(fact.statement), "detail")))]


def advice(text: str) -> list[Line]:
    """Lay out a next step."""
    return [_line(text, "detail")]


def _line(text: str, role: Role) -> Line:
    return Line((Span(safe(text), role),))


def _quote(text: str) -> Line:
    return Line((Span(safe(text), "quote"),), "quote")


def _filled(line: Line) -> bool:
    return any(span.text for span in line.spans)


def _citation(record: Record) -> Line:
    return Line((Span(record.citation, "citation"),))


def _details(fact: Record, verdict: Verdict) -> Line:
    spans = [Span(fact.id, "id")]
    if fact.period:
        spans.append(Span(f" · {fact.period}", "detail"))
    spans += [Span(" · ", "detail"), _verified(verdict, fact.since)]
    return Line(tuple(spans))


def _explanation(hit: Hit, told: Explanation) -> list[Line]:
    less = "" if hit.score >= round(told.fit * told.certainty, 4) else ", a fifth less as it breaks a binding rule"
    score = f"  {hit.match} {hit.score:.2f} = fit {told.fit:.2f} × certainty {told.certainty:.2f}{less}"
    lines = [Line((Span(hit.fact.id, "id"), Span(score)), indent=2)]
    width = max(len(part.feature) for part in told.parts)
    for part in told.parts:
        product = f"{part.feature:<{width}}  {part.value:.2f} × {part.weight:.2f} = {part.value * part.weight:.3f}"
        lines.append(Line((Span(product), Span(f"  {part.meaning}", "detail")), "cut", 4))
    width = max(len(safe(word.word)) for word in told.words)
    for word in told.words:
        held = "not in this fact" if not word.found else "found" if word.found == word.word else f"as {word.found}"
        less = f", counts {word.sureness:.0%}" if 0 < word.sureness < 0.995 else ""
        share = f"{safe(word.word):<{width}}  {word.share:4.0%} of the question  "
        lines.append(Line((Span(share), Span(safe(held) + less, "detail")), "cut", 4))
    return lines


def _verified(verdict: Verdict, since: str | None) -> Span:
    words, role = VERDICTS[verdict]
    return Span(words + (since or ""), role)
