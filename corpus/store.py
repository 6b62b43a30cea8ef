"""The store of one collection: its documents and the passages that slice them, in one SQLite file."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self

from sqlite_utils import Database

from corpus import bands, database, sources
from corpus.copies import Copies
from corpus.documents import Document, Passage
from corpus.errors import IntakeError, StoreError
from corpus.identity import file_id
from corpus.loading import Added, Change, Loading
from corpus.preparing import digest_of
from corpus.sources import Folder, Source

FILE = "store.db"
# How many documents a store keeps at hand between calls.
_AT_HAND = 128
_COLUMNS = """id, title, publisher, author, published, url, path, marked, pages, language,
    (SELECT id FROM documents AS original WHERE original.number = details.copy_of)"""
_TABLES = "documents LEFT JOIN details ON details.document = documents.number"


class Store:
    """Documents and passages on disk. A thread opens its own; any number of them and of processes may read.

    Passages are known by numbers that grow and are never used twice: a replaced document gets new ones. Every method
    raises StoreError when the file cannot be read or written.
    """

    def __init__(self, db: Database, file: Path) -> None:
        self._db = db
        self._file = file
        self._seen = (-1, -1)
        self._by_number = lru_cache(_AT_HAND)(self._load)

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, patience: float = 5.0) -> Self:
        """The store in `folder`; with `create`, a new one where there is none.

        A writer waits up to `patience` seconds for another one. Raises StoreError when the store is missing, is no
        database or was written by a newer version, LockedError when it must be brought up to date and is in use.
        """
        file = folder / FILE
        return cls(database.connect(file, create=create, patience=patience), file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection; the store cannot be used any more."""
        self._db.close()

    @property
    def version(self) -> int:
        """A number that grows with every change that was committed, by whichever process."""
        return self._number("SELECT version FROM state")

    def count(self) -> int:
        """How many documents there are."""
        return self._number("SELECT count(*) FROM documents")

    def add(
        self, documents: Iterable[Document | IntakeError], told: Callable[[Change], None] = lambda _: None
    ) -> Added:
        """Stores documents as they come, in batches: what is committed stays, whatever happens to the rest.

        `told` is called with every change once it is committed.

        A document whose id is known is replaced, unless it is the same to the letter; errors are passed on in
        `Added.skipped`. A file whose text is stored already under another id counts as unchanged, and its place becomes
        another address of that document. Raises LockedError when another process keeps writing.
        """
        with database.explained(self._file):
            return Loading(self._db, told).run(documents)

    def remove(self, ids: Iterable[str], told: Callable[[Change], None] = lambda _: None) -> tuple[str, ...]:
        """Deletes documents with their passages; returns the ids of those that were there, in the order given.

        Refreshing their sources does not bring them back, adding them again does. A source is forgotten with its last
        document. `told` is called with the change once it is committed, if there is one.
        """
        removed: list[str] = []
        gone: list[int] = []
        with database.explained(self._file), database.transaction(self._db):
            groups = Copies(self._db)
            groups.begin()
            for id_ in ids:
                if number := self._db.execute("SELECT number FROM documents WHERE id = ?", [id_]).fetchone():
                    gone += self._remove(number[0], groups)
                    removed.append(id_)
            if removed:
                self._db.execute("UPDATE state SET version = version + 1")
            version = self.version
        if removed:
            told(Change(version, gone, []))
        return tuple(removed)

    def _remove(self, number: int, groups: Copies) -> list[int]:
        """Deletes one document; returns the numbers of its passages."""
        id_, path = self._db.execute("SELECT id, path FROM documents WHERE number = ?", [number]).fetchone()
        others = self._db.execute("SELECT place FROM addresses WHERE document = ?", [number]).fetchall()
        removed = {file_id(place): place for (place,) in others} | {id_: path or ""}
        self._db.conn.executemany("INSERT OR REPLACE INTO removed VALUES (?, ?)", removed.items())
        gone = self._db.execute("SELECT number FROM passages WHERE document = ?", [number]).fetchall()
        orphans = groups.leave([number])
        self._db.execute("DELETE FROM versions WHERE id = (SELECT id FROM documents WHERE number = ?)", [number])
        self._db.execute("DELETE FROM documents WHERE number = ?", [number])
        for place in removed.values():
            sources.forget(self._db, place)
        groups.regroup(orphans)
        return [row[0] for row in gone]

    def addresses(self) -> dict[str, list[str]]:
        """Where else the very text of a document was found, by its id, in order."""
        query = "SELECT id, place FROM addresses JOIN documents ON number = document ORDER BY number, place"
        found: dict[str, list[str]] = {}
        with database.explained(self._file):
            for id_, place in self._db.execute(query):
                found.setdefault(id_, []).append(place)
        return found

    def versions(self, id: str) -> list[tuple[str, Document]]:
        """What a document was before its text changed, the latest first, each with the moment until which it was so.

        The moments are ISO 8601 in UTC. Old citations point into these texts.
        """
        known = "id, title, publisher, author, published, url, path, marked, pages, NULL, NULL, text"
        with database.explained(self._file):
            query = f"SELECT until, {known} FROM versions WHERE id = ? ORDER BY number DESC"
            return [(row[0], self._document(row[1:])) for row in self._db.execute(query, [id])]

    def changed(self) -> dict[str, str]:
        """When the text of a document last changed, by its id; in ISO 8601, UTC; others are left out."""
        with database.explained(self._file):
            return dict(self._db.execute("SELECT id, max(until) FROM versions GROUP BY id").fetchall())

    def gone(self) -> dict[str, str]:
        """Since when a document is not at its source any more, or that is gone, by its id; in ISO 8601, UTC."""
        with database.explained(self._file):
            return sources.gone(self._db)

    def missing(self, source: Source) -> list[str]:
        """The ids of the documents that a source, as it was read just now, does not give any more."""
        with database.explained(self._file):
            return sources.missing(self._db, source)

    def is_removed(self, id: str) -> bool:
        """Whether somebody removed the document with this id, and it was not added again since."""
        with database.explained(self._file):
            return self._db.execute("SELECT 1 FROM removed WHERE id = ?", [id]).fetchone() is not None

    def misses_some(self, place: str) -> bool:
        """Whether somebody removed a document that came from the source at `place`, and it was not added again."""
        with database.explained(self._file):
            return sources.removed_from(self._db, place)

    def holds(self, text: str) -> bool:
        """Whether some document has this very text."""
        with database.explained(self._file):
            return bands.holds(self._db, digest_of(text))

    def source(self, place: str) -> Source | None:
        """What is remembered of a file or web address, or None."""
        with database.explained(self._file):
            return next(sources.load(self._db, place), None)

    def sources(self) -> list[Source]:
        """All sources that are remembered, in the order of their places."""
        with database.explained(self._file):
            return list(sources.load(self._db))

    def folders(self) -> list[Folder]:
        """All folders that were added, in the order of their places."""
        with database.explained(self._file):
            return sources.folders(self._db)

    def remember(self, read: Iterable[Source], folders: Iterable[Folder] = ()) -> None:
        """Writes down what sources were like when they were read, and marks the documents that they give no more.

        Raises LockedError when another process writes.
        """
        with database.explained(self._file), database.transaction(self._db):
            sources.save_folders(self._db, folders)
            for source in read:
                sources.save(self._db, [source])
                sources.mark(self._db, source)

    def document(self, id: str) -> Document | None:
        """The document with this id, or None."""
        with database.explained(self._file):
            row = self._db.execute("SELECT number FROM documents WHERE id = ?", [id]).fetchone()
            return self._at_hand()(row[0]) if row else None

    def documents(self) -> Iterator[Document]:
        """All documents in the order of arrival, one at a time."""
        return self._listed("text")

    def summaries(self) -> Iterator[Document]:
        """All documents in the order of arrival with an empty text and nothing marked: cheap, for lists."""
        return self._listed("''")

    def passage(self, number: int) -> Passage:
        """The passage with this number; raises StoreError if it is gone."""
        return self.passages([number])[0]

    def passages(self, numbers: Sequence[int]) -> list[Passage]:
        """The passages with these numbers, in the order asked for; raises StoreError if one is gone."""
        query = "SELECT number, document, start, end FROM passages WHERE number IN (SELECT value FROM json_each(?))"
        with database.explained(self._file):
            rows = {row[0]: row for row in self._db.execute(query, [json.dumps([int(n) for n in numbers])])}
            missing = [n for n in numbers if n not in rows]
            if missing:
                raise StoreError(f"{self._file}: passage {missing[0]} is gone; search again, the index was out of date")
            document = self._at_hand()
            return [Passage(document(rows[n][1]), rows[n][2], rows[n][3]) for n in numbers]

    def numbers(self) -> "array[int]":
        """The numbers of all passages, ascending."""
        with database.explained(self._file):
            return array("q", (row[0] for row in self._db.execute("SELECT number FROM passages ORDER BY number")))

    def after(self, number: int) -> Iterator[tuple[int, Passage]]:
        """Every passage with a higher number, ascending, one at a time, as they were when the first was asked for."""
        query = "SELECT number, document, start, end FROM passages WHERE number > ? ORDER BY number"
        with database.explained(self._file):
            for own, document, start, end in self._db.execute(query, [number]):
                yield own, Passage(self._at_hand()(document), start, end)

    def _listed(self, text: str) -> Iterator[Document]:
        with database.explained(self._file):
            for row in self._db.execute(f"SELECT {_COLUMNS}, {text} FROM {_TABLES} ORDER BY number"):
                yield self._document(row)

    def _number(self, query: str) -> int:
        with database.explained(self._file):
            return int(self._db.execute(query).fetchone()[0])

    def _at_hand(self) -> Callable[[int], Document]:
        """Documents by number, read once, unless anything was written since, by this connection or another."""
        (others,) = self._db.execute("PRAGMA data_version").fetchone()
        seen = (others, self._db.conn.total_changes)
        if seen != self._seen:
            self._by_number.cache_clear()
            self._seen = seen
        return self._by_number

    def _load(self, number: int) -> Document:
        row = self._db.execute(f"SELECT {_COLUMNS}, text FROM {_TABLES} WHERE number = ?", [number]).fetchone()
        if row is None:
            raise StoreError(f"{self._file}: a document is gone; search again, the index was out of date")
        return self._document(row)

    def _document(self, row: Sequence[str]) -> Document:
        id_, title, publisher, author, published, url, path, marked, pages, language, copy_of, text = row
        spans = tuple((start, end) for start, end in json.loads(marked)) if text else ()
        starts = tuple(json.loads(pages)) if pages and text else ()
        known = (title, publisher, author, published, url, path)
        return Document(id_, text, *known, spans, starts, language, copy_of, self._file.parent.name)
