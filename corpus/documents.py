"""The nouns of the corpus: a document, a draft of one, and a passage that is a slice of it."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from corpus.spans import Span

Key = tuple[str, str]

# A file may be named with codes that a terminal obeys, or with line ends.
_NOT_SHOWN = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A stored text and what is known about it; unknown fields are None, never guessed.

    `text` is the stored text, the one that every offset points into. `published` is ISO 8601, as precise as the
    source gave it ("2018", "2018-09", "2018-09-11", "2018-09-11T08:30"). `path` is where it was read from.
    `marked` holds the spans of `text`, as (start, end), that are no part of the story (bylines, licence lines,
    teasers): they are kept and shown, but never indexed and never quoted. `pages` holds where each page of a paged
    document begins, ascending. What the store finds out by itself makes no difference between documents: `language`
    is a code of ISO 639-1, `copy_of` the id of the earliest document that tells the story in nearly the same words,
    `collection` the name of the collection that keeps it, "" as long as none does.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None
    marked: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    language: str | None = field(default=None, compare=False, repr=False)
    copy_of: str | None = field(default=None, compare=False, repr=False)
    collection: str = field(default="", compare=False, repr=False)

    @property
    def key(self) -> Key:
        """What tells it from all other documents: its collection, and its id, which others may have elsewhere."""
        return self.collection, self.id

    @property
    def called(self) -> str:
        """What people know it by: its title, else its file's name, else its id; never where it lies on a machine."""
        return self.title or _NOT_SHOWN.sub(" ", PurePath(self.path or "").name).strip() or self.id

    @property
    def written_on(self) -> date | None:
        """The day of publication, or None where no full day is known."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None

    def page(self, position: int) -> int | None:
        """The number of the page that holds the character at `position`, from 1; None in a document without pages."""
        return bisect_right(self.pages, position) or None


@dataclass(frozen=True, slots=True)
class Draft(Document):
    """A document as it was read: what is no part of the story is still to be marked, which only new ones need."""

    def finished(self, marked: tuple[Span, ...]) -> Document:
        """The document that it becomes, with these spans marked."""
        known = {name: getattr(self, name) for name in Document.__slots__}
        return Document(**known | {"marked": marked})


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a document, `document.text[start:end]`, in characters; a sentence is a passage too."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the passage, to the letter."""
        return self.document.text[self.start : self.end]
