"""A source as styles look at it: what it has, what kind it is, what is already said of it."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.citation import terms
from factcli.citation.compose import Part, link
from factcli.citation.dates import Format, is_uncertain, written
from factcli.store.locator import Locator
from factcli.store.model import Name, Source
from factcli.text.edtf import Period

PERIODICALS = frozenset(
    "article-journal article-magazine article-newspaper periodical post-weblog review review-book".split()
)
LEGAL = frozenset("bill hearing legal_case legislation regulation treaty".split())
ENTRIES = frozenset("entry entry-dictionary entry-encyclopedia".split())
_EDITORS = ("collection-editor", "compiler", "editor", "editorial-director")
_PUBLISHED = ("archive", "archive-place", "container-title", "DOI", "number", "publisher", "references", "URL")


class Work:
    """A source, and the place in it that is cited.

    Conditions see all that the source has. What is shown leaves out what stands for something else already, as the
    title does where there is no author.
    """

    def __init__(self, source: Source, locator: Locator | None = None, shown: frozenset[str] = frozenset()) -> None:
        self.source, self.locator, self._shown = source, locator, shown
        self.type = source.type

    def without(self, *names: str) -> Work:
        """Return the work with some variables already shown."""
        return Work(self.source, self.locator, self._shown | set(names))

    def __getitem__(self, name: str) -> str:
        """Return a variable on one line, "" where it is missing or shown already."""
        if name in self._shown:
            return ""
        text = self.source.title if name == "title" else self.source.variable(name)
        return " ".join(text.split())

    def names(self, role: str) -> Sequence[Name]:
        """Return the people in a role who are not shown yet."""
        return () if role in self._shown else self.source.names.get(role, ())

    def has(self, *names: str) -> bool:
        """Tell whether the source has all these variables, dates or roles."""
        return all(map(self._has, names))

    def any(self, *names: str) -> bool:
        """Tell whether the source has one of these."""
        return any(map(self._has, names))

    def _has(self, name: str) -> bool:
        source = self.source
        return name == "title" or name in source.variables or name in source.names or name in source.dates

    def period(self, name: str) -> Period | None:
        """Return a date, None where it is missing or shown already."""
        return None if name in self._shown else self.source.dates.get(name)

    def date(self, name: str, form: Format) -> str:
        """Write a date, "" where it is missing."""
        return written(self.period(name), form)

    def is_uncertain(self, name: str) -> bool:
        """Tell a date that is approximate or doubted."""
        return is_uncertain(self.period(name))

    def is_numeric(self, name: str) -> bool:
        """Tell whether a variable is a number."""
        return terms.is_numeric(self[name])

    def is_at(self, *labels: str) -> bool:
        """Tell whether the locator has one of these labels."""
        return self.locator is not None and self.locator.label in labels

    @property
    def periodical(self) -> bool:
        """Whether it is part of something that appears again and again."""
        return self.type in PERIODICALS

    @property
    def edited(self) -> bool:
        """Whether it has editors."""
        return self.any(*_EDITORS)

    @property
    def serial(self) -> bool:
        """Whether it is cited like an article, as unedited interviews and papers are too."""
        return self.periodical or (not self.edited and self.type in ("interview", "paper-conference"))

    @property
    def in_proceedings(self) -> bool:
        """Whether a paper came out in print."""
        return self.edited or self.any("issue", "page", "supplement-number", "volume")

    @property
    def review(self) -> bool:
        """Whether it is a review."""
        return self.type in ("review", "review-book") or self.any("reviewed-author", "reviewed-genre", "reviewed-title")

    @property
    def untitled_review(self) -> bool:
        """Whether its title is that of what it reviews, as nothing else tells what that is."""
        return self.review and not self.any("reviewed-genre", "reviewed-title")

    @property
    def reviewed(self) -> str:
        """The title of what is reviewed."""
        return self["title"] if self.untitled_review else self["reviewed-title"]

    @property
    def published(self) -> bool:
        """Whether readers can get it somewhere."""
        return self.any(*_PUBLISHED)

    def address(self) -> Part:
        """Return the link to the work: its DOI, or else its URL."""
        if doi := self["DOI"]:
            return link(doi if doi.startswith("http") else f"https://doi.org/{doi}")
        return link(self["URL"])
