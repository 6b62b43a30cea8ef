"""The desk: the one place where the terminal and Discord put their questions to the corpus."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Self

from answer import commonness
from answer.answering import answer, answered, consider
from answer.explaining import Explained, explain
from answer.model import Answer
from answer.question import understand
from answer.quotation import Check, PlaceId, check, handed_on
from answer.timeline import Timeline, timeline
from bot.tools import load_tools
from corpus.collections import Collections
from corpus.documents import Document, Draft, Key
from corpus.errors import IntakeError, UsageError
from corpus.intake import MOST_LINKS, Reading, read
from corpus.loading import Added
from corpus.refreshing import Outcome, examine
from corpus.store import Store
from corpus.survey import Survey, survey
from index.engine import Hit, Statistics
from index.library import Library

if TYPE_CHECKING:  # aiohttp takes longer to import than a question takes to answer
    from corpus.web import Web

LIBRARY = "library"
SAMPLE = "sample"
LONGEST_QUESTION, LONGEST_QUOTATION = 2_000, 20_000  # characters
_QUESTION_TOO_LONG = "The question has {count:,} characters; ask in at most {most:,}."
_QUOTATION_TOO_LONG = "The quotation has {count:,} characters; check at most {most:,} at once."


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a document: since when it is gone from its source, when its text last changed; ISO 8601, UTC."""

    gone_since: str | None = None
    changed_at: str | None = None


class Shelf:
    """Some collections of a library, as the source that answering reads."""

    def __init__(self, library: Library, collections: Sequence[str]) -> None:
        self._library = library
        self._collections = collections

    def search(self, terms: Mapping[str, float], limit: int) -> list[Hit]:
        """The best passages of these collections."""
        return self._library.search(terms, self._collections, limit)

    def statistics(self, terms: Iterable[str]) -> Statistics:
        """The joint statistics of these collections."""
        return self._library.statistics(terms, self._collections)


class Desk:
    """Questions, look-ups and changes over one data folder. Used by one thread; other threads open their own.

    Where a method takes `collections`, it reads exactly these and nothing else; None means the default: the library,
    or the bundled sample as long as the library is empty. `progress` is told when an index has to be built again.
    """

    def __init__(
        self,
        data: Path,
        *,
        open_web: "Callable[[], Web] | None" = None,
        progress: Callable[[int, int], None] = lambda *_: None,
    ) -> None:
        self._open_web = open_web or _public_web
        self._web: Web | None = None
        self._library = Library(data, progress=progress)
        self._folders = Collections(data)
        self._tools = load_tools(data)

    def ask(self, text: str, *, collections: Sequence[str] | None = None, quotes: int = 3) -> Answer:
        """Answer a question with at most `quotes` citations. Raises UsageError for an empty or overlong question."""
        shelf = Shelf(self._library, self._read(collections))
        return answer(_question(text), shelf, self._tools, quotes=quotes)

    def explain(
        self, text: str, *, collections: Sequence[str] | None = None, quotes: int = 3
    ) -> tuple[Answer, list[Explained]]:
        """The answer to a question, and for the best sentences what carried them and what became of them."""
        shelf = Shelf(self._library, self._read(collections))
        considered = consider(_question(text), shelf, self._tools, quotes=quotes)
        return answered(considered, self._tools.analyzer), explain(considered, self._tools.scorer)

    def search(self, query: str, *, collections: Sequence[str] | None = None, limit: int = 10) -> list[Hit]:
        """The passages that match best, best first. Raises UsageError for an empty or overlong query."""
        return self.ranked(self.terms(query, collections=collections), collections=collections, limit=limit)

    def terms(self, query: str, *, collections: Sequence[str] | None = None) -> dict[str, float]:
        """The terms of a query with their weights in these collections; {} where it has none that they hold."""
        asked = understand(_question(query), self._tools.analyzer).weights
        return commonness.in_query(asked, self._library.statistics(asked, self._read(collections)), self._tools.common)

    def ranked(
        self, terms: Mapping[str, float], *, collections: Sequence[str] | None = None, limit: int = 10
    ) -> list[Hit]:
        """The search alone: the passages that hold any of these weighted terms, best first."""
        return self._library.search(terms, self._read(collections), limit) if terms else []

    def timeline(self, topic: str, *, collections: Sequence[str] | None = None) -> Timeline:
        """The dated quotes about a topic, in calendar order. Raises UsageError for an empty or overlong topic."""
        shelf = Shelf(self._library, self._read(collections))
        return timeline(_question(topic), shelf, self._tools)

    def check(self, quote: str, *, collections: Sequence[str] | None = None) -> Check:
        """Where a quotation, or a place known by its id, comes from. Raises UsageError for an empty or overlong one."""
        if id := PlaceId.read(quote):
            named = self.documents(id.document, collections=collections)
            return handed_on(id, next((document for document in named if id.place(document)), None))
        return check(_quotation(quote), Shelf(self._library, self._read(collections)), self._tools.analyzer)

    def document(self, id: str, *, collections: Sequence[str] | None = None) -> Document | None:
        """The document with this id, with its text, of the first collection that has one; None where none has."""
        return next(self.documents(id, collections=collections), None)

    def documents(self, id: str, *, collections: Sequence[str] | None = None) -> Iterator[Document]:
        """The documents with this id, with their texts, in the order of the collections; each may have one."""
        found = (self._library.document(id, [name]) for name in self._read(collections))
        return (document for document in found if document)

    def summaries(self, *, collections: Sequence[str] | None = None) -> Iterator[Document]:
        """All documents of these collections without their texts, in order of arrival."""
        return self._library.summaries(self._read(collections))

    def count(self, *, collections: Sequence[str] | None = None) -> int:
        """How many documents these collections hold."""
        return self._library.count(self._read(collections))

    def addresses(self, *, collections: Sequence[str] | None = None) -> dict[Key, list[str]]:
        """Where else the very text of a document was found, by its key; documents found only once are left out."""
        stores = self._stores(collections)
        return {(name, id): places for name, store in stores for id, places in store.addresses().items()}

    def version(self, *, collections: Sequence[str] | None = None) -> tuple[tuple[str, int], ...]:
        """What tells whether anything in these collections has changed: their names and versions."""
        return tuple((name, self._library.version(name)) for name in self._read(collections))

    def collections(self) -> list[str]:
        """The names of all collections of this data folder."""
        return self._library.names()

    def add(self, documents: Iterable[Document | IntakeError], *, collection: str = LIBRARY) -> Added:
        """Store and index documents; what is skipped is reported, the rest is kept."""
        return self._library.add(collection, documents)

    def take(
        self,
        paths: Sequence[str],
        metadata: Path | None = None,
        *,
        collection: str = LIBRARY,
        most_links: int = MOST_LINKS,
        through: Callable[[Reading, Iterator[Draft | IntakeError]], Iterator[Draft | IntakeError]] | None = None,
    ) -> Added:
        """Read, store and index files, folders and web pages; sources that are as they were are not read again.

        `metadata` is a table of what is known of them, see `corpus.intake.read`; of the pages that one feed or sitemap
        names, `most_links` are read. `through` may watch the stream of what is read, and end it.
        """
        with Store.open(self._folders.path(collection), create=True) as store:
            # What was removed comes back where somebody asks for it: its source is read as if it were new.
            reading = Reading(
                lambda place: None if store.misses_some(place) else store.source(place),
                web=self._the_web,
                most_links=most_links,
            )
            found = reading.documents(paths, metadata)
            added = self.add(through(reading, found) if through else found, collection=collection)
            faulty = {error.source for error in (*added.skipped, *added.incomplete)}
            read = [replace(one, digest="") if one.place in faulty else one for one in reading.sources]
            store.remember(read, reading.folders)
        return replace(added, unchanged=added.unchanged + reading.unchanged)

    def refresh(self, *, collection: str = LIBRARY, dry_run: bool = False) -> Iterator[Outcome]:
        """Read again what has changed at the sources of a collection; a source's changes are written once told of.

        Raises NoCollectionError where there is no such collection.
        """
        with Store.open(self._folders.existing(collection)) as store:
            for outcome in examine(store, Reading(store.source, web=self._the_web)):
                yield outcome
                if not dry_run:
                    if outcome.documents:
                        self.add(outcome.documents, collection=collection)
                    store.remember(outcome.sources)

    def versions(self, id: str, *, collections: Sequence[str] | None = None) -> list[tuple[str, Document]]:
        """What a document was before its text changed, see `corpus.store.Store.versions`."""
        return next((store.versions(id) for _, store in self._stores(collections) if store.document(id)), [])

    def survey(self, collection: str) -> Survey:
        """What is missing, doubled or badly extracted in a collection. Raises NoCollectionError where there is none."""
        with Store.open(self._folders.existing(collection)) as store:
            return survey(store.documents())

    def fates(self, *, collections: Sequence[str] | None = None) -> dict[Key, Fate]:
        """What became of the documents that changed or are gone, by their keys; the others are left out."""
        found: dict[Key, Fate] = {}
        for name, store in self._stores(collections):
            gone, changed = store.gone(), store.changed()
            found.update({(name, id): Fate(gone.get(id), changed.get(id)) for id in gone | changed})
        return found

    def remove(self, ids: Sequence[str], *, collection: str | None = None) -> tuple[str, ...]:
        """Remove documents by id; returns the ids that were there."""
        names = self._read(None) if collection is None else self._read([collection])
        return tuple(id for name in names for id in self._library.remove(name, ids))

    def delete(self, collection: str) -> None:
        """Delete a collection with everything in it; does nothing where there is none."""
        self._library.delete(collection)

    def load_sample(self) -> int:
        """Load the bundled sample corpus where there is no collection; returns how many documents it has.

        A library that never held a document, such as the first failed addition leaves, is as good as none.
        """
        names = self._library.names()
        if names and (names != [LIBRARY] or self._library.version(LIBRARY)):
            return 0
        with resources.as_file(resources.files("corpus").joinpath("sample")) as folder:
            return self.add(read([str(path) for path in sorted(folder.glob("*.md"))], None), collection=SAMPLE).added

    def close(self) -> None:
        """Release the stores, the indexes and the connections to the web."""
        self._library.close()
        if self._web:
            self._web.close()

    def _the_web(self) -> "Web":
        self._web = self._web or self._open_web()
        return self._web

    def _stores(self, collections: Sequence[str] | None) -> Iterator[tuple[str, Store]]:
        """The stores of those of these collections that exist, one after the other, with their names."""
        for name in filter(self._folders.exists, self._read(collections)):
            with Store.open(self._folders.existing(name)) as store:
                yield name, store

    def _read(self, collections: Sequence[str] | None) -> Sequence[str]:
        if collections is not None:
            return collections
        # Counting reads through the whole collection, and this is asked for every question.
        stocked = self._library.exists(LIBRARY) and next(self._library.summaries([LIBRARY]), None) is not None
        return [SAMPLE] if not stocked and self._library.exists(SAMPLE) else [LIBRARY]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _public_web() -> "Web":
    from corpus.web import Web

    return Web()


def _question(text: str) -> str:
    if not text.strip():
        raise UsageError("There is no question; ask one in a few words.")
    if len(text) > LONGEST_QUESTION:
        raise UsageError(_QUESTION_TOO_LONG, count=len(text), most=LONGEST_QUESTION)
    return text


def _quotation(text: str) -> str:
    if not text.strip():
        raise UsageError("There is no quotation; give the words that somebody quotes.")
    if len(text) > LONGEST_QUOTATION:
        raise UsageError(_QUOTATION_TOO_LONG, count=len(text), most=LONGEST_QUOTATION)
    return text
