"""The tables of a store, and every change to them since the first release, in order."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from corpus.resemblance import whole

migrations = Migrations("footnote")


@migrations()
def documents_and_passages(db: Database) -> None:
    """The first format.

    The text is the last column of its table: SQLite then reads the others without walking through it. Numbers are
    never reused, because an index may still hold those that are gone.
    """
    db.execute(
        """CREATE TABLE documents (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
            title TEXT, publisher TEXT, author TEXT, published TEXT, url TEXT, path TEXT,
            content TEXT NOT NULL, everything TEXT NOT NULL, marked TEXT NOT NULL, text TEXT NOT NULL)"""
    )
    db.execute("CREATE INDEX documents_by_content ON documents (content)")
    db.execute(
        """CREATE TABLE passages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
            start INTEGER NOT NULL, end INTEGER NOT NULL)"""
    )
    db.execute("CREATE INDEX passages_by_document ON passages (document)")
    db.execute("CREATE TABLE state (version INTEGER NOT NULL)")
    db.execute("INSERT INTO state VALUES (0)")


@migrations()
def sources_and_pages(db: Database) -> None:
    """Sources are not read again while they are as they were; pages are cited by their numbers.

    `details` holds what few documents have or what came later: columns after the text of `documents` would be slow.
    """
    db.execute(
        """CREATE TABLE sources (
            place TEXT PRIMARY KEY, digest TEXT NOT NULL, documents INTEGER NOT NULL, known TEXT NOT NULL,
            etag TEXT, modified TEXT, read_at TEXT, gone_since TEXT) WITHOUT ROWID"""
    )
    db.execute(
        """CREATE TABLE details (
            document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE, pages TEXT)"""
    )


@migrations()
def copies_and_languages(db: Database) -> None:
    """The same text at another place is an address of its document; documents that are much alike share bands."""
    db.execute(
        """CREATE TABLE addresses (
            place TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE)"""
    )
    db.execute("CREATE INDEX addresses_by_document ON addresses (document)")
    db.execute(
        """CREATE TABLE bands (
            band INTEGER, document INTEGER REFERENCES documents (number) ON DELETE CASCADE,
            PRIMARY KEY (band, document)) WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX bands_by_document ON bands (document)")
    db.execute("ALTER TABLE details ADD COLUMN language TEXT")
    db.execute("ALTER TABLE details ADD COLUMN copy_of INTEGER REFERENCES documents (number) ON DELETE SET NULL")
    db.execute("CREATE INDEX details_by_original ON details (copy_of) WHERE copy_of IS NOT NULL")


@migrations()
def versions(db: Database) -> None:
    """What a document was before it changed, so that old citations still resolve; `until` is when it was replaced."""
    db.execute(
        """CREATE TABLE versions (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, until TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT,
            published TEXT, url TEXT, path TEXT, marked TEXT NOT NULL, pages TEXT, text TEXT NOT NULL)"""
    )
    db.execute("CREATE INDEX versions_by_id ON versions (id)")


@migrations()
def folders_and_what_is_missing(db: Database) -> None:
    """Files come into folders, lines leave files, and what somebody removed does not come back by itself."""
    db.execute("CREATE TABLE folders (place TEXT PRIMARY KEY, metadata TEXT) WITHOUT ROWID")
    db.execute("CREATE TABLE removed (id TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID")
    db.execute("CREATE INDEX removed_by_place ON removed (place)")
    db.execute("ALTER TABLE details ADD COLUMN gone_since TEXT")
    db.execute("CREATE INDEX documents_by_path ON documents (path)")


@migrations()
def bands_in_bulk(db: Database) -> None:
    """Bands follow their documents in large steps; those of the documents up to number `banded` are written down.

    They are found by the text of a document that goes, so that nothing but the bands themselves is in their order.
    """
    db.execute("ALTER TABLE bands RENAME TO bands_before")
    db.execute(
        """CREATE TABLE bands (
            band INTEGER, document INTEGER, PRIMARY KEY (band, document)) WITHOUT ROWID"""
    )
    db.execute("INSERT INTO bands SELECT band, document FROM bands_before ORDER BY band, document")
    db.execute("DROP TABLE bands_before")
    db.execute("ALTER TABLE state ADD COLUMN banded INTEGER NOT NULL DEFAULT 0")
    db.execute("UPDATE state SET banded = (SELECT coalesce(max(number), 0) FROM documents)")


@migrations()
def texts_by_bands(db: Database) -> None:
    """A text is found by its digest as one more band: digests are random too, and their index was slow in bulk."""
    db.conn.create_function("whole", 1, whole, deterministic=True)
    db.execute("INSERT OR IGNORE INTO bands SELECT whole(content), number FROM documents ORDER BY 1, 2")
    db.execute("DROP INDEX documents_by_content")
