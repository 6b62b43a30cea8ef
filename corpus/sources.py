"""Sources: the files and web addresses that documents were read from, and what they were like then."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

_COLUMNS = "place, digest, documents, known, etag, modified, read_at, gone_since"


@dataclass(frozen=True, slots=True)
class Source:
    """A file or a web address as it was when it was last read whole.

    `place` is an absolute path or an address. `digest` is of its bytes and of `known`, what the metadata table said of
    it. `documents` is how many it gave. `etag` and `modified` are what a web server called its version. `read_at` and
    `gone_since` are moments in ISO 8601, UTC; the latter is set once it is no longer there.
    """

    place: str
    digest: str
    documents: int = 0
    known: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    modified: str | None = None
    read_at: str | None = None
    gone_since: str | None = None


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


def forget(db: Database, path: str) -> None:
    """Drop the sources of a document that was read from `path`: the file itself, or the archive around it."""
    db.execute("DELETE FROM sources WHERE place = ? OR substr(?, 1, length(place) + 1) = place || '/'", [path, path])


def _row(source: Source) -> tuple[Any, ...]:
    known = json.dumps(dict(source.known), ensure_ascii=False)
    return (
        *(source.place, source.digest, source.documents, known),
        *(source.etag, source.modified, source.read_at, source.gone_since),
    )
