"""The SQLite file of a store: opening it, its format, its transactions, and its errors in words."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from time import monotonic, sleep

from sqlite_utils import Database

from corpus.errors import LockedError, StoreError
from corpus.migrations import migrations

_PAUSE = 0.01  # seconds
_TOGETHER = 50
_Value = str | int | None
# Kibibytes, as a negative number; pages of 4 KiB.
_BULK = {"cache_size": -192_000, "wal_autocheckpoint": 16_000}


def connect(file: Path, *, create: bool, patience: float) -> Database:
    """Opens a store's file, makes it if `create`, and brings an older format up to date.

    `patience` is how many seconds a writer waits for another one. Raises StoreError when the file is missing, is no
    database, or was written by a newer version.
    """
    if not create and not file.is_file():
        raise StoreError(f"{file}: there is no store here; add documents to this collection first")
    with explained(file):
        if create:
            _make_folder(file.parent)
        db = Database(sqlite3.connect(file, timeout=patience))
        with ExitStack() as undo:
            undo.callback(db.close)
            _check_format(db, file)
            db.execute("PRAGMA foreign_keys = ON")
            if migrations.pending(db):
                _log_ahead(db, patience)
                # Whoever waited here for another one who makes the same store finds nothing left to do.
                with transaction(db):
                    migrations.apply(db)
            # With NORMAL, a power cut could take back what was acknowledged, and its passage numbers be used again.
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA temp_store = MEMORY")
            undo.pop_all()
    return db


def _log_ahead(db: Database, patience: float) -> None:
    """Switch to a write-ahead log; SQLite itself may refuse at once where another one does the same."""
    until = monotonic() + patience
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() >= until:
                raise
            sleep(_PAUSE)
        else:
            return


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """One change, whole or not at all; the lock is taken at once.

    A transaction that begins as a reader, as `db.atomic()` does, fails without waiting when another writer was
    faster.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    with ExitStack() as undo:
        undo.callback(db.conn.rollback)
        yield
        undo.pop_all()
    db.conn.commit()


@contextmanager
def in_bulk(db: Database) -> Iterator[None]:
    """Means for many transactions in a row: room for what they touch again and again, and fewer checkpoints."""
    usual = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in _BULK}
    with ExitStack() as undo:
        for name, value in _BULK.items():
            db.execute(f"PRAGMA {name} = {value}")
            undo.callback(db.execute, f"PRAGMA {name} = {usual[name]}")
        yield


def insert(db: Database, into: str, rows: Sequence[Sequence[_Value]]) -> None:
    """Runs `into`, an INSERT up to its VALUES, for rows of one length; fifty to a statement take half the time."""
    if not rows:
        return
    together = len(rows) - len(rows) % _TOGETHER
    row = f"({', '.join('?' * len(rows[0]))})"
    parts = (list(chain.from_iterable(rows[at : at + _TOGETHER])) for at in range(0, together, _TOGETHER))
    db.conn.executemany(f"{into} VALUES {', '.join([row] * _TOGETHER)}", parts)
    db.conn.executemany(f"{into} VALUES {row}", rows[together:])


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turns SQLite's errors into the project's own."""
    try:
        yield
    except sqlite3.Error as error:
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LockedError(f"{file}: another process is writing to this collection; try again later") from error
        if code == sqlite3.SQLITE_NOTADB:
            raise StoreError(f"{file}: this is not a store; move it away and add the documents again") from error
        raise StoreError(f"{file}: {error}; check the disk and the file's permissions") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({error.strerror}); choose another data folder") from error


def _check_format(db: Database, file: Path) -> None:
    """The format is the number of migrations; a name unknown here comes from a newer version."""
    theirs = {migration.name for migration in migrations.applied(db)}
    with Database(memory=True) as empty:
        ours = {migration.name for migration in migrations.pending(empty)}
    if theirs - ours:
        raise StoreError(
            f"{file}: written by a newer Footnote (format {len(theirs)}, this one knows up to {len(ours)}); "
            "update Footnote, or choose another data folder"
        )
