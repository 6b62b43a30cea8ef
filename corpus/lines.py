"""A text as its lines, which is how the cleaning rules look at it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.spans import Span

# What stands between the cells of a row, which is a line.
BETWEEN_CELLS = " | "
_PLAIN_NUMBER = r"\d{1,3}[.)]"
# "2. Shut it.", "1.3 Dogs …", "1.4 A dog …", "§ 4 Dogs …", but not "1.3 million dogs …" or "2.5 GB are …"
_NUMBER = re.compile(
    rf"(?:{_PLAIN_NUMBER}|§ ?\d++|\d{{1,3}}(?:\.\d{{1,3}})++\.?+(?=\s++(?:A\s|[^\W\d_a-z][^\W\d_A-Z])))\s++"
)
# "- Shut it.", "b) Shut it.", "2. Shut it."
_MARK = re.compile(rf"(?:[•*+–—-]|\(?[a-z]\)|{_PLAIN_NUMBER})\s")
# "E4: it is stuck.", "Lost keys (weekdays): 0555 200", but not "We met at 10:30.", "dogs: none" or "No, he said: go."
_LABEL = re.compile(r"[^\W_a-z][^\s:.?!,;]*+(?: [^\s:.?!,;]++){0,5}+:\s")


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


def is_marked(words: str) -> bool:
    """Whether a mark or a plain number opens a line, so that it is an item of a list wherever it stands."""
    return _MARK.match(words) is not None


def opens_item(words: str) -> bool:
    """Whether a line opens something of its own, as an item of a list does: with a mark, a number or a label."""
    return any(opening.match(words) for opening in (_NUMBER, _MARK, _LABEL))


def item_number(words: str) -> str:
    """The number that opens an item, with the space behind it: "2. ", "1.3 "; empty where there is none."""
    number = _NUMBER.match(words)
    return number[0] if number else ""
