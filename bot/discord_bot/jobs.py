"""What the worker does at the desk for Discord: asking, searching, looking up; every quote is checked again here."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from answer.model import Answer
from answer.timeline import Timeline
from bot.desk import LIBRARY, SAMPLE, Desk, Fate
from bot.discord_bot.access import SERVER_PREFIX
from bot.discord_bot.budget import size
from bot.discord_bot.escape import plain_label
from bot.discord_bot.source import name
from corpus.documents import Document, Passage
from corpus.sentences import sentences
from index.analysis import Analyzer
from index.engine import Hit

log = logging.getLogger(__name__)

Collections = Sequence[str] | None
# Discord's limits for what is offered: how many, and the characters of the value and of the line that is seen.
MOST_CHOICES, LONGEST_VALUE, LONGEST_LINE = 25, 100, 100
LONGEST_KNOWN = 40
_COLLECTION_AND_ID = ":"  # between the two; no collection's name has one
EXCERPT = 300  # characters of a search result: five of them are read on a phone without much scrolling


@dataclass(frozen=True, slots=True)
class Choice:
    """A document offered while somebody types: what `look_up` finds it by, and a line to know it by.

    Both have at most 100 characters.
    """

    value: str
    line: str


@dataclass(frozen=True, slots=True)
class Reads:
    """What may be read for a server: the collection of its `own` documents, and the `shared` ones that it has chosen.

    Both None: what everyone reads, such as in a direct message.
    """

    own: str | None = None
    shared: tuple[str, ...] | None = None

    def collections(self, desk: Desk) -> Collections:
        """The collections to read, which may be none; None for the desk's default, where there is one.

        The bundled sample, which is the default of an empty library, is never mixed with a server's own documents.
        """
        names = desk.collections()
        own = [self.own] if self.own and self.own in names and _stocked(desk, self.own) else []
        if self.shared is not None:
            return [*own, *(name for name in shared(names) if name in self.shared)]
        if not own and (LIBRARY in names or SAMPLE in names):
            return None
        return [*own, LIBRARY] if LIBRARY in names else own


def _stocked(desk: Desk, collection: str) -> bool:
    # Counting reads through the whole collection, and this is asked for every question.
    return next(desk.summaries(collections=[collection]), None) is not None


def shared(names: Iterable[str]) -> list[str]:
    """The collections among these that every server may read: all that are not a server's own, nor the sample."""
    return [name for name in names if name != SAMPLE and not name.startswith(SERVER_PREFIX)]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to a desk, as a job that can be sent to another process."""

    question: str
    reads: Reads
    quotes: int

    def __call__(self, desk: Desk) -> Answer:
        """The answer, each quote of it checked. Raises UsageError for a bad question."""
        return ask(desk, self.question, self.reads.collections(desk), self.quotes)


def ask(desk: Desk, question: str, collections: Collections, quotes: int) -> Answer:
    """The desk's answer without the quotes that the store does not hold. Raises UsageError for a bad question."""
    answer = desk.ask(question, collections=collections, quotes=quotes)
    kept = tuple(citation for citation in answer.citations if holds(desk, citation.sentence))
    if len(kept) == len(answer.citations):
        return answer
    log.error("%d quotes were not in the store as cited and were withheld", len(answer.citations) - len(kept))
    # The agreement counts by position, and the positions have moved.
    return replace(answer, citations=kept, agreement=None)


def search(desk: Desk, query: str, collections: Collections, limit: int) -> list[Hit]:
    """The desk's hits that the store holds as they are, each narrowed to the sentences that match best."""
    analyzer = Analyzer()
    hits = [excerpt(hit, analyzer) for hit in desk.search(query, collections=collections, limit=limit)]
    return [hit for hit in hits if holds(desk, hit.passage)]


def excerpt(hit: Hit, analyzer: Analyzer) -> Hit:
    """A hit whose passage is the sentence that holds most of the matched words, and what follows it within EXCERPT."""
    document, text = hit.passage.document, hit.passage.document.text
    spans = sentences(text, hit.passage.start, hit.passage.end)
    if not spans:
        return hit
    matched = [len(set(hit.matched).intersection(analyzer.terms(text[start:end]))) for start, end in spans]
    best = matched.index(max(matched))
    start, end = spans[best]
    end = max((later for _, later in spans[best:] if later - start <= EXCERPT), default=end)
    return replace(hit, passage=Passage(document, start, end))


def timeline(desk: Desk, topic: str, collections: Collections) -> Timeline:
    """The desk's timeline without the quotes that the store does not hold. Raises UsageError for a bad topic."""
    told = desk.timeline(topic, collections=collections)
    return replace(told, entries=tuple(entry for entry in told.entries if holds(desk, entry.quote)))


def choices(documents: Iterable[Document], typed: str) -> list[Choice]:
    """The first 25 documents whose title (else file name), publisher and id hold every typed word."""
    # A longer id cannot be offered, but it can still be typed.
    short = (document for document in _matching(documents, typed) if size(document.id) <= LONGEST_VALUE)
    return [Choice(_value(document), _line(document)) for document in islice(short, MOST_CHOICES)]


def look_up(desk: Desk, wanted: str, collections: Collections) -> Document | None:
    """The document that was chosen, or has this id, or else the only one that `choices` would offer for these words."""
    collection, _, id = wanted.partition(_COLLECTION_AND_ID)
    chosen = (one for one in desk.documents(id, collections=collections) if one.collection == collection)
    if document := next(chosen, None) or desk.document(wanted, collections=collections):
        return document
    found = list(islice(_matching(desk.summaries(collections=collections), wanted), 2))
    return desk.document(found[0].id, collections=[found[0].collection]) if len(found) == 1 else None


def named(desk: Desk, id: str, collections: Collections, fits: Callable[[Document], bool]) -> Document | None:
    """Of the documents with this id, which each collection may have, the one that fits, else the first."""
    documents = list(desk.documents(id, collections=collections))
    return next(filter(fits, documents), next(iter(documents), None))


def with_fate(desk: Desk, document: Document | None) -> tuple[Document | None, Fate]:
    """The document, and what became of it at its source."""
    if document is None:
        return None, Fate()
    return document, desk.fates(collections=[document.collection]).get(document.key, Fate())


def holds(desk: Desk, passage: Passage) -> bool:
    """Whether the store, asked anew, holds these very words at this place of this document."""
    stored = desk.document(passage.document.id, collections=[passage.document.collection])
    return stored is not None and bool(passage.text) and stored.text[passage.start : passage.end] == passage.text


def _matching(documents: Iterable[Document], typed: str) -> Iterator[Document]:
    words = typed.casefold().split()
    for document in documents:
        text = f"{document.called} {document.publisher or ''} {document.id}".casefold()
        if all(word in text for word in words):
            yield document


def _value(document: Document) -> str:
    """The collection and the id of a document; the id alone, which may mean another one, where both are too long."""
    both = _COLLECTION_AND_ID.join(document.key)
    return both if size(both) <= LONGEST_VALUE else document.id


def _line(document: Document) -> str:
    known = plain_label(" · ".join(part for part in (document.publisher, document.published) if part), LONGEST_KNOWN)
    return f"{name(document, LONGEST_LINE - LONGEST_KNOWN - 3)} · {known}" if known else name(document, LONGEST_LINE)
