"""Writing documents into a store: what is new, what replaces, what changes nothing."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from sqlite3 import Cursor

from sqlite_utils import Database

from corpus import copies, sources
from corpus.clean import EDITION, cleaned
from corpus.database import transaction
from corpus.documents import Document, Draft
from corpus.errors import IntakeError
from corpus.identity import file_id
from corpus.language import language
from corpus.passages import passages

# A batch ends at whichever comes first; it bounds memory and the time that other writers wait.
_BATCH_DOCUMENTS = 2000
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


class Loading:
    """One run of adding documents to a database."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._added = self._replaced = self._unchanged = self._copies = 0
        self._skipped: list[IntakeError] = []

    def run(self, documents: Iterable[Document | IntakeError]) -> Added:
        """Adds everything, a transaction for each batch."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS given (id TEXT PRIMARY KEY) WITHOUT ROWID")
        with transaction(self._db):
            self._db.execute("DELETE FROM given")
        for batch in _batches(self._without_errors(documents)):
            with transaction(self._db):
                self._write(batch)
        return Added(self._added, self._replaced, self._unchanged, tuple(self._skipped), self._copies)

    def _without_errors(self, documents: Iterable[Document | IntakeError]) -> Iterator[Document]:
        for item in documents:
            if isinstance(item, IntakeError):
                self._skipped.append(item)
            else:
                yield item

    def _write(self, batch: Sequence[Document]) -> None:
        known = self._stored([document.id for document in batch])
        given = self._given([document.id for document in batch])
        texts = self._stored_texts([digest_of(document.text) for document in batch])
        number = self._last_number()
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
        if changed:
            self._replace(changed)
        self._db.conn.executemany("INSERT OR REPLACE INTO addresses VALUES (?, ?)", addresses)

    def _replace(self, changed: Sequence[tuple[_Row, Document]]) -> None:
        """Writes documents under their numbers; what was there goes, with its passages and other addresses."""
        run = self._db.conn.executemany
        numbers = [row[0] for row, _ in changed if isinstance(row[0], int)]
        orphans = copies.leave(self._db, numbers)
        for (place,) in self._rows("SELECT place FROM addresses WHERE document", numbers).fetchall():
            sources.outdate(self._db, place)
        run("DELETE FROM addresses WHERE place = ?", ((document.path,) for _, document in changed))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        run(_KEEP, ((now, row[0], row[8]) for row, _ in changed))
        run("DELETE FROM documents WHERE number = ?", ((number,) for number in numbers))
        run(f"INSERT INTO documents VALUES ({', '.join('?' * 12)})", (row for row, _ in changed))
        run(
            "INSERT INTO details (document, pages, language) VALUES (?, ?, ?)",
            ((row[0], json.dumps(d.pages) if d.pages else None, language(d.text)) for row, d in changed),
        )
        run(
            "INSERT INTO passages (document, start, end) VALUES (?, ?, ?)",
            ((row[0], p.start, p.end) for row, document in changed for p in passages(document)),
        )
        for number, (_, document) in zip(numbers, changed, strict=True):
            self._copies += copies.group(self._db, number, document.text)
        copies.regroup(self._db, orphans)
        self._db.execute("UPDATE state SET version = version + 1")

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

    def _last_number(self) -> int:
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'documents'").fetchone()
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
    return (number, document.id, *known, text, everything, json.dumps(document.marked), document.text)


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
