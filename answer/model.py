"""The nouns of answering: a question, a citation, what citations agree on, and the answer that holds them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from answer.dates import DateExpression
from corpus.documents import Document, Passage
from corpus.spans import Span


class Kind(StrEnum):
    """What a question asks for; it decides which kind of expression a quote has to hold."""

    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    HOW_MANY = "how many"
    HOW_LONG = "how long"
    HOW_FAR = "how far"
    HOW = "how"
    WHY = "why"
    SPEECH = "speech"
    WHICH = "which"
    DEFINITION = "definition"
    WHAT = "what"
    TOPIC = "topic"

    @property
    def at_a_glance(self) -> bool:
        """Whether a day or a number answers it, which is seen in a quote at a glance: a short one is enough, and a
        wrong one misleads."""
        return self in (Kind.WHEN, Kind.HOW_MANY, Kind.HOW_LONG, Kind.HOW_FAR)


EVEN = 0.5  # the probability from which an answer is more likely right than not


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words as they came, and what was understood of them.

    `asked` is the question without greetings, mentions and the like. `weights` gives each searched term its weight
    in the query (content words 1.0, words of the question form less). `focus` is the noun asked for ("villages" in
    "which villages…"), as terms. `names` are the capitalised names, as they stand in the question.
    """

    text: str
    asked: str
    kind: Kind
    weights: dict[str, float]
    focus: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote: the slice of a stored text, the dates in it, and where its words match the question's.

    The offsets of the dates, of the matched spans and of the `events`, where the quote names what a question asks the
    time of, point into the text of the document, like the slice's own. `also` are other documents that say it in
    nearly the same words; `under` are slices of the same text that stand above it, the heading of its section and the
    head of its table, where they are known and tell more than the title.
    """

    sentence: Passage
    dates: tuple[DateExpression, ...] = ()
    matched: tuple[Span, ...] = ()
    also: tuple[Document, ...] = ()
    events: tuple[Span, ...] = ()
    under: tuple[Passage, ...] = ()

    @property
    def quote(self) -> str:
        """The quoted words: computed from the stored text, so that a misquote cannot be built."""
        return self.sentence.text

    @property
    def document(self) -> Document:
        """The document that is quoted."""
        return self.sentence.document

    def within(self, start: int, end: int) -> Span:
        """Where a stretch of the document's text stands in the quote, counted from its start."""
        return start - self.sentence.start, end - self.sentence.start


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that the quotes give for what was asked, and the positions of the citations that give it."""

    value: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Newest:
    """The value given by the document that was published last, and the day of that."""

    value: str
    published: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the cited sources say, value by value; they agree when all values can be true together.

    `newest` is one of the values, where sources that disagree were published on different days that are known.
    """

    kind: Literal["date", "number", "score", "name"]
    agrees: bool
    values: tuple[Value, ...]
    newest: Newest | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: quotes, best first. No citations means that nothing was found, which is a value, not an error.

    `confidence` (0 to 1) estimates the probability that the first quote answers the question, or would have, where
    it was withheld. `nearest` are documents worth reading when there is no answer. `missing` are words of the
    question, as typed, that no document holds; `corrected` pairs words as typed with the words searched instead.
    """

    question: Question
    citations: tuple[Citation, ...]
    confidence: float
    agreement: Agreement | None = None
    nearest: tuple[Document, ...] = ()
    missing: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()

    @property
    def answered(self) -> bool:
        """Whether there is anything to quote."""
        return bool(self.citations)

    @property
    def unsure(self) -> bool:
        """Whether something is quoted, and yet the first quote more likely than not answers something else."""
        return self.answered and self.confidence < EVEN
