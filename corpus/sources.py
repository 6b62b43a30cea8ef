"""Sources: the files, folders and web addresses that documents were read from, and what they were like then."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

_COLUMNS = "place, digest, documents, known, etag, modified, read_at, gone_since"
# Everything below a place, which an index finds: "0" is the character after "/".
_BELOW = "({0} > {1} || '/' AND {0} < {1} || '0')"
# What was read from a place itself or, if that is an archive, from within; a page "below" another is its own source.
_OWN = "SELECT 1 FROM sources AS own WHERE own.place = path"
_WITHIN = "(path = {0} OR (" + _BELOW.format("path", "{0}") + f" AND NOT EXISTS ({_OWN})))"
# A place itself, and the archives and folders around it.
_AROUND = "(place = :path OR substr(:path, 1, length(place) + 1) = place || '/')"
# Where the same text was found and still is.
_ELSEWHERE = """SELECT 1 FROM addresses LEFT JOIN sources AS other ON other.place = addresses.place
    WHERE addresses.document = number AND other.gone_since IS NULL"""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or a web address as it was when it was last read whole.

    `place` is an absolute path or an address. `digest` is of its bytes, of `known`, what the metadata table said of it,
    and of how it was read. `documents` is how many it gave. `etag` and `modified` are what a web server called its
    version. `read_at` and `gone_since` are moments in ISO 8601, UTC; the latter is set once it is no longer there.
    `given` holds the ids of all documents that it gave when it was read just now; None where not all are known, or none
    has to stay (as in a feed).
    """

    place: str
    digest: str
    documents: int = 0
    known: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    modified: str | None = None
    read_at: str | None = None
    gone_since: str | None = None
    given: frozenset[str] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was added: what comes into it belongs to it; `metadata` is the table that was given with it."""

    place: str
    metadata: str | None = None


def load(db: Database, place: str | None = None) -> Iterator[Source]:
    """All sources in the order of their places, or the one at `place`."""
    where, values = ("WHERE place = ?", [place]) if place is not None else ("", [])
    for row in db.execute(f"SELECT {_COLUMNS} FROM sources {where} ORDER BY place", values).fetchall():
        place, digest, documents, known, *rest = row
        yield Source(place, digest, documents, json.loads(known), *rest)


def save(db: Database, sources: Iterable[Source]) -> None:
    """Write sources over what was known of the same places."""
    query = f"INSERT OR REPLACE INTO sources ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    db.conn.executemany(query, map(_row, sources))


def folders(db: Database) -> list[Folder]:
    """All folders that were added, in the order of their places."""
    return [Folder(*row) for row in db.execute("SELECT place, metadata FROM folders ORDER BY place")]


def save_folders(db: Database, added: Iterable[Folder]) -> None:
    """Write folders down, in place of what was known of the same ones."""
    rows = ((folder.place, folder.metadata) for folder in added)
    db.conn.executemany("INSERT OR REPLACE INTO folders VALUES (?, ?)", rows)


def missing(db: Database, source: Source) -> list[str]:
    """The ids of the documents that a source gave once and does not give any more, unless they are marked so."""
    return [id_ for _, id_, since in _given_by(db, source) if since is None and id_ not in (source.given or ())]


def mark(db: Database, source: Source) -> None:
    """Mark the documents that a source does not give any more, and take the mark from those that are back."""
    marked = [
        (number, None if id_ in (source.given or ()) else source.read_at)
        for number, id_, since in _given_by(db, source)
        if (since is None) != (id_ in (source.given or ()))
    ]
    query = """INSERT INTO details (document, gone_since) VALUES (?, ?)
        ON CONFLICT (document) DO UPDATE SET gone_since = excluded.gone_since"""
    db.conn.executemany(query, marked)


def gone(db: Database) -> dict[str, str]:
    """Since when documents are not at their source any more, by their ids."""
    within = _WITHIN.format("sources.place")
    lines = "SELECT id, details.gone_since FROM details JOIN documents ON number = document"
    whole = f"SELECT id, sources.gone_since FROM sources JOIN documents ON {within}"
    return {
        id_: since
        for query, table in ((lines, "details"), (whole, "sources"))
        for id_, since in db.execute(f"{query} WHERE {table}.gone_since IS NOT NULL AND NOT EXISTS ({_ELSEWHERE})")
    }


def removed_from(db: Database, place: str) -> bool:
    """Whether somebody removed a document that came from a source."""
    query = f"SELECT 1 FROM removed WHERE place = :place OR {_BELOW.format('place', ':place')} LIMIT 1"
    return db.execute(query, {"place": place}).fetchone() is not None


def outdate(db: Database, place: str) -> None:
    """Have the source that gave a file read again, whether it has changed or not."""
    db.execute(f"UPDATE sources SET digest = '' WHERE {_AROUND}", {"path": place})


def forget(db: Database, path: str) -> None:
    """Drop the source and the folders that a removed document was read from, once they hold no other one."""
    held = [
        f"EXISTS (SELECT 1 FROM {table} WHERE {place} = around.place OR {_BELOW.format(place, 'around.place')})"
        for table, place in (("documents", "path"), ("addresses", "place"))
    ]
    for table in ("sources", "folders"):
        query = f"DELETE FROM {table} AS around WHERE {_AROUND} AND NOT ({' OR '.join(held)})"
        db.execute(query, {"path": path})


def _given_by(db: Database, source: Source) -> list[tuple[int, str, str | None]]:
    """Number, id and mark of the documents that are known to be of a source; none where it need not give them again."""
    if source.given is None:
        return []
    query = f"""SELECT number, id, gone_since FROM documents LEFT JOIN details ON document = number
        WHERE {_WITHIN.format(":place")}"""
    return db.execute(query, {"place": source.place}).fetchall()


def _row(source: Source) -> tuple[Any, ...]:
    known = json.dumps(dict(source.known), ensure_ascii=False)
    return (
        *(source.place, source.digest, source.documents, known),
        *(source.etag, source.modified, source.read_at, source.gone_since),
    )
