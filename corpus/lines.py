"""A text as its lines, which is how the cleaning rules look at it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
# What stands between the cells of a row, which is a line.
BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; `start` is its first character's place."""

    text: str
    start: int
    words: int

    @property
    def span(self) -> Span:
        """Where it is, in characters."""
        return self.start, self.start + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes as prose does; a headline does not."""
        return self.text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":", ";"))


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text, and the starts of those that earlier rules have marked."""

    lines: Sequence[Line]
    marked: frozenset[int] = frozenset()


# A rule names the spans of a page that are no part of the story.
Rule = Callable[[Page], Iterable[Span]]


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank."""
    start = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            yield Line(bare, start + raw.index(bare), len(bare.split()))
        start += len(raw) + 1
