"""The tables of a store, and every change to them since the first release, in order."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

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
