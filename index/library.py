"""The library: named collections below a data folder, each a store and the index derived from it, kept in step."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Self, TypeVar

import numpy as np

from corpus.collections import Collections
from corpus.documents import Document, Passage
from corpus.errors import IntakeError, LockedError, StaleIndexError, StoreError
from corpus.loading import Added
from corpus.store import Store
from index.analysis import Analyzer
from index.bm25 import K1, B
from index.engine import Hit, Match, Statistics
from index.filling import Filler
from index.segments.engine import SegmentEngine

Progress = Callable[[int, int], None]  # passages indexed so far, and of how many
T = TypeVar("T")

_FOLDER: Final = "index"
_AT_ONCE: Final = 4_000  # passages


@dataclass(slots=True)
class _Shelf:
    """An open collection: its store, its index, and which folder on disk they were opened in."""

    store: Store
    engine: SegmentEngine
    inode: int


class Library:
    """Read and write access to collections. A library belongs to one thread; other threads open their own.

    Whatever a method returns has been written durably to the store and the index. `progress` is told how far the
    indexing has come where an index is out of date, or damaged and built again. `k1` and `b` are BM25's, see
    `index.bm25.Model`.
    """

    def __init__(self, data: Path, *, k1: float = K1, b: float = B, progress: Progress = lambda *_: None) -> None:
        self._collections = Collections(data)
        self._k1, self._b = k1, b
        self._progress = progress
        self._analyzer = Analyzer()
        self._shelves: dict[str, _Shelf] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release all files."""
        for name in list(self._shelves):
            self._put_away(name)

    def names(self) -> list[str]:
        """The collections that exist, in the order of the alphabet."""
        return self._collections.names()

    def version(self, name: str) -> int:
        """A number that grows with every change of a collection. Raises UsageError for an unknown one."""
        return self._shelf(name).store.version

    def exists(self, name: str) -> bool:
        """Whether there is such a collection."""
        return self._collections.exists(name)

    def add(self, collection: str, documents: Iterable[Document | IntakeError]) -> Added:
        """Store and index documents as they come; a new collection is made. Raises LockedError, StoreError."""
        if not self.exists(collection):
            Store.open(self._collections.path(collection), create=True).close()
        with self._writing(collection) as (shelf, filler):
            added = shelf.store.add(documents, filler.follow)
            if not filler.finish():
                self._catch_up(shelf)
        return added

    def remove(self, collection: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove documents; returns the ids of those that were there. Raises UsageError, LockedError, StoreError."""
        with self._writing(collection) as (shelf, filler):
            removed = shelf.store.remove(ids, filler.follow)
            if not filler.finish():
                self._catch_up(shelf)
        return removed

    def delete(self, collection: str) -> None:
        """Remove a collection with everything in it, damaged or not; does nothing where there is none.

        Raises LockedError, StoreError.
        """
        folder = self._collections.path(collection)
        if not folder.is_dir():
            return
        self._put_away(collection)
        with closing(self._engine(folder, rebuild=True)) as engine:
            # Should the deletion be cut short, no index of what is gone is left to a collection made anew.
            engine.discard()
            self._collections.delete(collection)

    def mend(self, name: str) -> bool:
        """Read the whole index of a collection, and build it again from the store if it is damaged; whether it was.

        Raises UsageError, LockedError, StoreError.
        """
        try:
            with closing(SegmentEngine.open(self._collections.path(name) / _FOLDER, create=False)) as engine:
                engine.verify()
        except StaleIndexError:
            self._put_away(name)
            self._shelf(name, rebuild=True)
            return True
        return False

    def search(self, terms: Mapping[str, float], collections: Sequence[str], limit: int = 10) -> list[Hit]:
        """The best passages of these collections together, ranked as one index over exactly them would rank.

        `terms` maps each term to its weight in the question. Equal scores come in the order of the collections given,
        then of arrival. Raises UsageError for an unknown collection.
        """
        return self._reading(collections, lambda shelves: self._search(shelves, terms, limit))

    def statistics(self, terms: Iterable[str], collections: Sequence[str]) -> Statistics:
        """The joint statistics of these collections; a term that none of them knows has frequency 0."""
        asked = list(terms)
        return self._reading(collections, lambda shelves: _joint(shelves, asked))

    def document(self, id: str, collections: Sequence[str]) -> Document | None:
        """The document with this id in the first collection that has one, or None."""
        found = (self._shelf(name).store.document(id) for name in collections)
        return next((document for document in found if document), None)

    def summaries(self, collections: Sequence[str]) -> Iterator[Document]:
        """All documents without their texts, in the order of the collections and of arrival."""
        for name in collections:
            yield from self._shelf(name).store.summaries()

    def count(self, collections: Sequence[str]) -> int:
        """How many documents there are."""
        return sum(self._shelf(name).store.count() for name in collections)

    def _reading(self, names: Sequence[str], read: Callable[[Sequence[_Shelf]], T]) -> T:
        """What `read` finds in these collections; damage that it meets is mended, and then it reads again."""
        try:
            return read([self._fresh(name) for name in names])
        except StaleIndexError:
            # Damage shows when a part of a file is first read, which may be long after it was opened.
            for name in names:
                self.mend(name)
            return read([self._fresh(name) for name in names])

    def _search(self, shelves: Sequence[_Shelf], terms: Mapping[str, float], limit: int) -> list[Hit]:
        statistics = _joint(shelves, terms)
        found: list[tuple[int, Match]] = []
        for at, shelf in enumerate(shelves):
            found += [(at, match) for match in shelf.engine.search(terms, limit, statistics)]
        found = sorted(found, key=lambda pair: (-pair[1].score, pair[0], pair[1].number))[:limit]
        passages = {}
        for at, shelf in enumerate(shelves):
            numbers = [match.number for owner, match in found if owner == at]
            passages.update({(at, number): passage for number, passage in _passages(shelf.store, numbers)})
        return [
            Hit(passages[at, match.number], match.score, match.matched)
            for at, match in found
            if (at, match.number) in passages
        ]

    @contextmanager
    def _writing(self, name: str) -> Iterator[tuple[_Shelf, Filler]]:
        """An open collection, its index in step and locked by us until the filler finishes, or something fails."""
        shelf = self._fresh(name)
        shelf.engine.begin()
        with ExitStack() as undo:
            undo.callback(self._put_away, name)  # the next opening brings the index in step with what was stored
            if shelf.engine.version != shelf.store.version:
                self._catch_up(shelf)
                shelf.engine.begin()
            with Filler(shelf.engine, self._analyzer) as filler:
                yield shelf, filler
            undo.pop_all()

    def _fresh(self, name: str) -> _Shelf:
        """An open collection, its index in the newest state."""
        shelf = self._shelf(name)
        try:
            shelf.engine.refresh()
        except StaleIndexError:
            self._put_away(name)
            shelf = self._shelf(name)
        return shelf

    def _shelf(self, name: str, *, rebuild: bool = False) -> _Shelf:
        """An open collection, its index built again if it is seen to be damaged when it is opened, or if `rebuild`."""
        folder = self._collections.existing(name)
        inode = folder.stat().st_ino
        shelf = self._shelves.get(name)
        if shelf and shelf.inode == inode:
            return shelf
        self._put_away(name)  # another process has deleted the collection, and perhaps made it anew
        try:
            shelf = self._open(folder, inode, rebuild=rebuild)
        except StaleIndexError:
            shelf = self._open(folder, inode, rebuild=True)
        self._shelves[name] = shelf
        return shelf

    def _open(self, folder: Path, inode: int, *, rebuild: bool) -> _Shelf:
        with ExitStack() as undo:
            store = undo.enter_context(Store.open(folder))
            engine = undo.enter_context(closing(self._engine(folder, rebuild=rebuild)))
            shelf = _Shelf(store, engine, inode)
            if rebuild or engine.version != store.version:
                try:
                    engine.begin(patience=0)
                except LockedError:
                    pass  # whoever is writing will bring the index in step; until then its old state is whole
                else:
                    self._catch_up(shelf)
            undo.pop_all()
        return shelf

    def _engine(self, folder: Path, *, rebuild: bool) -> SegmentEngine:
        return SegmentEngine.open(folder / _FOLDER, rebuild=rebuild, k1=self._k1, b=self._b)

    def _catch_up(self, shelf: _Shelf, *, apart: bool = True) -> None:
        """Make the index show the store, whatever has happened to either; `apart` as for a filler."""
        engine, store = shelf.engine, shelf.store
        engine.begin()
        version = store.version
        kept, held = np.array(store.numbers()), np.array(engine.numbers())
        gone = np.setdiff1d(held, kept, assume_unique=True).tolist()
        done, total = 0, int(np.count_nonzero(kept > engine.highest))
        new = store.after(engine.highest)
        with Filler(engine, self._analyzer, apart=apart) as filler:
            filler.take([], engine.version, gone)
            while some := list(islice(new, _AT_ONCE)):
                filler.take(some, engine.version)
                done += len(some)
                self._progress(done, total)
            whole = filler.finish(version)
        if not whole:
            self._catch_up(shelf, apart=False)  # the process that helped has died

    def _put_away(self, name: str) -> None:
        shelf = self._shelves.pop(name, None)
        if shelf:
            shelf.engine.close()
            shelf.store.close()


def _joint(shelves: Sequence[_Shelf], terms: Iterable[str]) -> Statistics:
    return sum((shelf.engine.statistics(terms) for shelf in shelves), Statistics(0, 0, {}))


def _passages(store: Store, numbers: Sequence[int]) -> list[tuple[int, Passage]]:
    """The passages with these numbers, but for those that a writer removed a moment ago."""
    try:
        return list(zip(numbers, store.passages(numbers), strict=True))
    except StoreError:
        found = []
        for number in numbers:
            try:
                found.append((number, store.passage(number)))
            except StoreError:
                continue
        return found
