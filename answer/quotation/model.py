"""The nouns of a check: the verdict on a quotation, the places it comes from, and every edit made on the way."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.documents import Document, Passage


class Verdict(StrEnum):
    """What is found out about a quotation."""

    EXACT = "exact"
    ALTERED = "altered"
    ABSENT = "absent"


class Act(StrEnum):
    """What whoever quoted did with some words of the source."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    ADDED = "added"
    REPLACED = "replaced"


class About(StrEnum):
    """What an edit concerns: first what can turn the meaning, then matters of form."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    DATE = "date"
    WORDS = "words"
    SPELLING = "spelling"
    SPACING = "spacing"
    DIACRITICS = "diacritics"
    CASE = "case"
    PUNCTUATION = "punctuation"


# Differences of form: the same words, written in another way.
FORM = frozenset({About.SPELLING, About.SPACING, About.DIACRITICS, About.CASE, About.PUNCTUATION})


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the quotation beside its stretch of the source, as both are written.

    `quoted` is empty for what was left out, `stored` for what was added. `marked` says that whoever quoted owned up
    to it, by an ellipsis or brackets.
    """

    act: Act
    quoted: str
    stored: str
    about: tuple[About, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place of the corpus, and what the quotation made of it.

    `quoted` is the part of the quotation that this place accounts for, `similarity` (0 to 1) the share of words that
    both have (Dice's coefficient), 1 where there is nothing but form and honest marks between them. `edits` cover
    the part from its first word to its last. `speaker` is who says these words in the source, if it is speech and
    the source names somebody. `copies` are other documents in which the same story holds the same words.
    """

    place: Passage
    quoted: str
    similarity: float
    edits: tuple[Edit, ...]
    speaker: str | None = None
    copies: tuple["Match", ...] = ()

    @property
    def document(self) -> Document:
        """The document that holds the place."""
        return self.place.document

    @property
    def changes(self) -> tuple[Edit, ...]:
        """What is not as in the source, honest marks included."""
        return tuple(edit for edit in self.edits if edit.act is not Act.KEPT)

    @property
    def exact(self) -> bool:
        """Whether the words stand there to the letter, but for what the quotation itself marks."""
        return all(edit.marked for edit in self.changes)


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a quotation. A quotation spliced from several places has several parts, in its own order.

    `parts` holds for each part all its places, the earliest published first. `spliced` says that the parts come
    from different places without an honest mark between them. `nearest` is a passage that shares some words where
    the verdict is absent; it is no match. `too_short` says that it was not looked for: so few words stand anywhere.
    """

    quote: str
    verdict: Verdict
    parts: tuple[tuple[Match, ...], ...] = ()
    spliced: bool = False
    nearest: Match | None = None
    too_short: bool = False

    @property
    def matches(self) -> tuple[Match, ...]:
        """All places, part by part, every copy right after its earliest."""
        return tuple(each for part in self.parts for match in part for each in (match, *match.copies))
