"""Writing documents into a store: what is new, what replaces, what changes nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Cursor
from typing import NamedTuple

from sqlite_utils import Database

from corpus import sources
from corpus.bands import COLLECTED
from corpus.copies import Copies
from corpus.database import in_bulk, insert, transaction
from corpus.documents import Document, Passage
from corpus.errors import IncompleteError, IntakeError
from corpus.garbage import seldom_collected
from corpus.identity import file_id
from corpus.preparing import Batch, Told, prepared

# What a document was, where its text is about to become another.
_KEEP = """INSERT INTO versions (until, id, title, publisher, author, published, url, path, marked, pages, text)
    SELECT ?, id, title, publisher, author, published, url, path, marked, pages, text
    FROM documents LEFT JOIN details ON details.document = number WHERE number = ? AND content != ?"""

_Row = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the documents that were given to a store; `copies` of the added and replaced were near copies.

    `incomplete` says which of them are stored without something.
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: tuple[IntakeError, ...] = ()
    copies: int = 0
    incomplete: tuple[IncompleteError, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction changed: which passages are gone, and which are new, by their numbers.

    `version` is the store's since then.
    """

    version: int
    gone: Sequence[int]
    new: Sequence[tuple[int, Passage]]


class _New(NamedTuple):
    """A document that is to be written, under this number; `place` is its place in its batch."""

    number: int
    place: int
    document: Document
    told: Told


class Loading:
    """One run of adding documents to a database; `told` is called with each change once it is committed."""

    def __init__(self, db: Database, told: Callable[[Change], None]) -> None:
        self._db = db
        self._told = told
        self._groups = Copies(db)
        self._added = self._replaced = self._unchanged = self._copies = 0
        self._skipped: list[IntakeError] = []
        self._incomplete: list[IncompleteError] = []

    def run(self, documents: Iterable[Document | IntakeError]) -> Added:
        """Adds everything, a transaction for each batch."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS given (document INTEGER PRIMARY KEY)")
        with transaction(self._db):
            self._db.execute("DELETE FROM given")
            self._groups.begin()
        with in_bulk(self._db), seldom_collected(), closing(prepared(self._without_errors(documents))) as batches:
            for batch in batches:
                with transaction(self._db):
                    change = self._write(batch)
                if change:
                    self._told(change)
        with transaction(self._db):
            self._groups.bands.write_down(self._last_number("documents"))
        counts = (self._added, self._replaced, self._unchanged, tuple(self._skipped), self._copies)
        return Added(*counts, tuple(self._incomplete))

    def _without_errors(self, documents: Iterable[Document | IntakeError]) -> Iterator[Document]:
        for item in documents:
            if isinstance(item, IncompleteError):
                self._incomplete.append(item)
            elif isinstance(item, IntakeError):
                self._skipped.append(item)
            else:
                yield item

    def _write(self, batch: Batch) -> Change | None:
        ids = [document.id for document in batch.documents]
        known = self._stored(ids)
        given = self._given([number for number, _ in known.values()])
        pairs = zip(batch.documents, batch.told, strict=True)
        texts = self._stored_texts([told.content for document, told in pairs if is_file(document)])
        number = last = self._last_number("documents")
        changed: list[_New] = []
        addresses: list[tuple[str | None, int]] = []
        for place, (document, told) in enumerate(zip(batch.documents, batch.told, strict=True)):
            old = known.get(document.id)
            if old and old[1] == told.everything:
                self._unchanged += 1
            elif old and old[0] in given:
                self._skipped.append(_given_twice(document))
            elif not old and told.content in texts and is_file(document):
                self._unchanged += 1
                addresses.append((document.path, texts[told.content]))
                continue
            else:
                self._replaced += bool(old)
                self._added += not old
                number += not old
                own = old[0] if old else number
                known[document.id] = (own, told.everything)
                changed.append(_New(own, place, document, told))
            given.add(known[document.id][0])
            texts.setdefault(told.content, known[document.id][0])
        self._db.conn.executemany("INSERT OR IGNORE INTO given VALUES (?)", ((number,) for number in given))
        self._db.conn.executemany("DELETE FROM removed WHERE id = ?", ((id_,) for id_ in ids))
        change = self._replace(changed, batch, last) if changed else None
        self._db.conn.executemany("INSERT OR REPLACE INTO addresses VALUES (?, ?)", addresses)
        return change

    def _replace(self, changed: Sequence[_New], batch: Batch, last: int) -> Change:
        """Writes documents under their numbers; those up to `last` were there before."""
        old = [new for new in changed if new.number <= last]
        gone, orphans = self._take_out(old) if old else ([], [])
        self._insert(changed)
        first = self._last_number("passages") + 1
        cut = [(new, span) for new in changed for span in new.told.passages]
        rows = [(n, new.number, *span) for n, (new, span) in enumerate(cut, first)]
        insert(self._db, "INSERT INTO passages", rows)
        self._groups.bands.add_texts({new.number: new.told.content for new in changed})
        self._copies += self._groups.group({new.number: new.place for new in changed}, batch.runs, batch.bands)
        if orphans:
            self._groups.regroup(orphans)
        # Only of new documents it can be told later that their bands are still to be written down.
        can_wait = not old and batch.is_full
        self._groups.bands.write_down(max(last, changed[-1].number), most=COLLECTED if can_wait else 0)
        (version,) = self._db.execute("UPDATE state SET version = version + 1 RETURNING version").fetchone()
        return Change(version, gone, [(n, Passage(new.document, *span)) for n, (new, span) in enumerate(cut, first)])

    def _insert(self, changed: Sequence[_New]) -> None:
        places = {(new.document.path,) for new in changed}
        self._db.conn.executemany("DELETE FROM addresses WHERE place = ?", places)
        insert(self._db, "INSERT INTO documents", list(map(_row, changed)))
        pages = [json.dumps(new.document.pages) if new.document.pages else None for new in changed]
        details = [(new.number, own, new.told.language) for new, own in zip(changed, pages, strict=True)]
        insert(self._db, "INSERT INTO details (document, pages, language)", details)

    def _take_out(self, replaced: Sequence[_New]) -> tuple[list[int], list[int]]:
        """Deletes what is replaced, with its passages and other addresses, and keeps it as versions.

        Returns the numbers of the passages, and those documents that were copies and are to be grouped anew.
        """
        old = [new.number for new in replaced]
        orphans = self._groups.leave(old)
        for (place,) in self._rows("SELECT place FROM addresses WHERE document", old).fetchall():
            sources.outdate(self._db, place)
        gone = [row[0] for row in self._rows("SELECT number FROM passages WHERE document", old)]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._db.conn.executemany(_KEEP, ((now, new.number, new.told.content) for new in replaced))
        self._db.conn.executemany("DELETE FROM documents WHERE number = ?", ((number,) for number in old))
        return gone, orphans

    def _stored(self, ids: Sequence[str]) -> dict[str, tuple[int, str]]:
        rows = self._rows("SELECT id, number, everything FROM documents WHERE id", ids)
        return {row[0]: (row[1], row[2]) for row in rows}

    def _given(self, numbers: Sequence[int]) -> set[int]:
        """Those of the documents that came earlier in this run."""
        return {row[0] for row in self._rows("SELECT document FROM given WHERE document", numbers)}

    def _stored_texts(self, digests: Sequence[str]) -> dict[str, int]:
        """Which documents have texts with these digests; perhaps some others too."""
        numbers = self._groups.bands.with_texts(digests) if digests else []
        return dict(self._rows("SELECT content, number FROM documents WHERE number", numbers).fetchall())

    def _rows(self, query: str, values: Sequence[str | int]) -> Cursor:
        # Not through json_each(), which ends a string at a NUL.
        return self._db.execute(f"{query} IN ({', '.join('?' * len(values))})", values)

    def _last_number(self, table: str) -> int:
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
        return int(row[0]) if row else 0


def _row(new: _New) -> _Row:
    document, told = new.document, new.told
    known = (document.title, document.publisher, document.author, document.published, document.url, document.path)
    marked = json.dumps(document.marked) if document.marked else "[]"
    return (new.number, document.id, *known, told.content, told.everything, marked, document.text)


def is_file(document: Document) -> bool:
    """Whether the id was made from the place of the file, and not given by the document itself."""
    return document.path is not None and document.id == file_id(document.path)


def _given_twice(document: Document) -> IntakeError:
    return IntakeError(document.path or document.id, "the id {id!r} is given twice; the first is kept", id=document.id)
