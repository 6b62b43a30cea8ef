"""Writing documents into a store: what is new, what replaces, what changes nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from sqlite3 import Cursor

from sqlite_utils import Database

from corpus import sources
from corpus.bands import COLLECTED
from corpus.clean import EDITION, cleaned
from corpus.copies import Copies
from corpus.database import in_bulk, transaction
from corpus.documents import Document, Draft, Passage
from corpus.errors import IntakeError
from corpus.identity import file_id
from corpus.language import language
from corpus.passages import passages

# A batch ends at whichever comes first; it bounds memory and the time that other writers wait.
_BATCH_DOCUMENTS = 4000
_BATCH_CHARACTERS = 8_000_000

# What a document was, where its text is about to become another.
_KEEP = """INSERT INTO versions (until, id, title, publisher, author, published, url, path, marked, pages, text)
    SELECT ?, id, title, publisher, author, published, url, path, marked, pages, text
    FROM documents LEFT JOIN details ON details.document = number WHERE number = ? AND content != ?"""

_Row = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the documents that were given to a store; `copies` of the added and replaced were near copies."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: tuple[IntakeError, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction changed: which passages are gone, and which are new, by their numbers.

    `version` is the store's since then.
    """

    version: int
    gone: Sequence[int]
    new: Sequence[tuple[int, Passage]]


class Loading:
    """One run of adding documents to a database; `told` is called with each change once it is committed."""

    def __init__(self, db: Database, told: Callable[[Change], None]) -> None:
        self._db = db
        self._told = told
        self._groups = Copies(db)
        self._added = self._replaced = self._unchanged = self._copies = 0
        self._skipped: list[IntakeError] = []

    def run(self, documents: Iterable[Document | IntakeError]) -> Added:
        """Adds everything, a transaction for each batch."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS given (id TEXT PRIMARY KEY) WITHOUT ROWID")
        with transaction(self._db):
            self._db.execute("DELETE FROM given")
            self._groups.begin()
        with in_bulk(self._db):
            for batch in _batches(self._without_errors(documents)):
                with transaction(self._db):
                    change = self._write(batch)
                if change:
                    self._told(change)
        with transaction(self._db):
            self._groups.bands.write_down(self._last_number("documents"))
        return Added(self._added, self._replaced, self._unchanged, tuple(self._skipped), self._copies)

    def _without_errors(self, documents: Iterable[Document | IntakeError]) -> Iterator[Document]:
        for item in documents:
            if isinstance(item, IntakeError):
                self._skipped.append(item)
            else:
                yield item

    def _write(self, batch: Sequence[Document]) -> Change | None:
        known = self._stored([document.id for document in batch])
        given = self._given([document.id for document in batch])
        texts = self._stored_texts([digest_of(document.text) for document in batch])
        number = last = self._last_number("documents")
        changed: list[tuple[_Row, Document]] = []
        addresses: list[tuple[str | None, int]] = []
        for document in batch:
            text, everything = digest_of(document.text), digest_of(_as_given(document))
            old = known.get(document.id)
            if old and old[1] == everything:
                self._unchanged += 1
            elif document.id in given:
                self._skipped.append(_given_twice(document))
            elif not old and text in texts and is_file(document):
                self._unchanged += 1
                addresses.append((document.path, texts[text]))
                continue
            else:
                self._replaced += bool(old)
                self._added += not old
                number += not old
                own = old[0] if old else number
                known[document.id] = (own, everything)
                clean = cleaned(document)
                changed.append((_row(own, clean, text, everything), clean))
            given.add(document.id)
            texts.setdefault(text, known[document.id][0])
        self._db.conn.executemany("INSERT OR IGNORE INTO given VALUES (?)", ((d.id,) for d in batch))
        self._db.conn.executemany("DELETE FROM removed WHERE id = ?", ((d.id,) for d in batch))
        change = self._replace(changed, last) if changed else None
        self._db.conn.executemany("INSERT OR REPLACE INTO addresses VALUES (?, ?)", addresses)
        return change

    def _replace(self, changed: Sequence[tuple[_Row, Document]], last: int) -> Change:
        """Writes documents under their numbers; those up to `last` were there before."""
        run = self._db.conn.executemany
        numbers = [row[0] for row, _ in changed if isinstance(row[0], int)]
        old = [number for number in numbers if number <= last]
        gone, orphans = self._take_out(old, changed) if old else ([], [])
        run("DELETE FROM addresses WHERE place = ?", {(document.path,) for _, document in changed})
        run(f"INSERT INTO documents VALUES ({', '.join('?' * 12)})", (row for row, _ in changed))
        run(
            "INSERT INTO details (document, pages, language) VALUES (?, ?, ?)",
            ((row[0], json.dumps(d.pages) if d.pages else None, language(d.text)) for row, d in changed),
        )
        cut = [(number, p) for number, (_, d) in zip(numbers, changed, strict=True) for p in passages(d)]
        first = self._last_number("passages") + 1
        run("INSERT INTO passages VALUES (?, ?, ?, ?)", ((n, d, p.start, p.end) for n, (d, p) in enumerate(cut, first)))
        texts = (document.text for _, document in changed)
        self._copies += self._groups.group(dict(zip(numbers, texts, strict=True)))
        self._groups.regroup(orphans)
        # Only of new documents it can be told later that their bands are still to be written down.
        can_wait = not old and len(changed) == _BATCH_DOCUMENTS
        self._groups.bands.write_down(max(last, *numbers), most=COLLECTED if can_wait else 0)
        (version,) = self._db.execute("UPDATE state SET version = version + 1 RETURNING version").fetchone()
        return Change(version, gone, [(n, passage) for n, (_, passage) in enumerate(cut, first)])

    def _take_out(self, old: Sequence[int], changed: Sequence[tuple[_Row, Document]]) -> tuple[list[int], list[int]]:
        """Deletes what is replaced, with its passages and other addresses, and keeps it as versions.

        Returns the numbers of the passages, and those documents that were copies and are to be grouped anew.
        """
        orphans = self._groups.leave(old)
        for (place,) in self._rows("SELECT place FROM addresses WHERE document", old).fetchall():
            sources.outdate(self._db, place)
        gone = [row[0] for row in self._rows("SELECT number FROM passages WHERE document", old)]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._db.conn.executemany(_KEEP, ((now, row[0], row[8]) for row, _ in changed))
        self._db.conn.executemany("DELETE FROM documents WHERE number = ?", ((number,) for number in old))
        return gone, orphans

    def _stored(self, ids: Sequence[str]) -> dict[str, tuple[int, str]]:
        rows = self._rows("SELECT id, number, everything FROM documents WHERE id", ids)
        return {row[0]: (row[1], row[2]) for row in rows}

    def _given(self, ids: Sequence[str]) -> set[str]:
        """Those of the ids that came earlier in this run."""
        return {row[0] for row in self._rows("SELECT id FROM given WHERE id", ids)}

    def _stored_texts(self, digests: Sequence[str]) -> dict[str, int]:
        return dict(self._rows("SELECT content, number FROM documents WHERE content", digests).fetchall())

    def _rows(self, query: str, values: Sequence[str | int]) -> Cursor:
        # Not through json_each(), which ends a string at a NUL.
        return self._db.execute(f"{query} IN ({', '.join('?' * len(values))})", values)

    def _last_number(self, table: str) -> int:
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
        return int(row[0]) if row else 0


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= _BATCH_DOCUMENTS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _row(number: int, document: Document, text: str, everything: str) -> _Row:
    known = (document.title, document.publisher, document.author, document.published, document.url, document.path)
    marked = json.dumps(document.marked) if document.marked else "[]"
    return (number, document.id, *known, text, everything, marked, document.text)


def _as_given(document: Document) -> str:
    """All of a document in one string; of a draft also by which rules it is going to be cleaned."""
    return f"{document!r}{EDITION}" if isinstance(document, Draft) else repr(document)


def digest_of(text: str) -> str:
    """Sixteen bytes of SHA-256, in hexadecimal: no two texts of a collection share them by chance."""
    return sha256(text.encode()).hexdigest()[:32]


def is_file(document: Document) -> bool:
    """Whether the id was made from the place of the file, and not given by the document itself."""
    return document.path is not None and document.id == file_id(document.path)


def _given_twice(document: Document) -> IntakeError:
    return IntakeError(document.path or document.id, f"the id {document.id!r} is given twice; the first is kept")
