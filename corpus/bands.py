"""Which stored documents have which bands: a table, and in memory those that are still to be written down.

Bands are random numbers: to write those of a few documents touches as much of a large table as to write those of many.
So in bulk they are collected first, in sorted arrays that are merged when the last two are of like size (a
log-structured merge tree: O'Neil et al., 1996). Digests of whole texts, by which the very same text is found again, are
kept among the bands: they are random too.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from corpus.database import insert
from corpus.resemblance import BANDS, runs_and_bands, whole

# Those of about so many documents at most are collected, in 150 MB; they are worked out again if the process is killed.
COLLECTED = 1_000_000
_AT_ONCE, _ROWS = 2_000, 100_000  # documents that are worked out again, and bands that are written, in one go
_TEXTS = "SELECT number, content, text FROM documents WHERE"
_HOLDS = """SELECT 1 FROM bands CROSS JOIN documents ON number = document WHERE band = :band AND content = :digest
    UNION ALL SELECT 1 FROM documents WHERE number > (SELECT banded FROM state) AND content = :digest"""

_Numbers = NDArray[np.int64]
_Sorted = tuple[_Numbers, _Numbers]  # bands, mostly ascending, and the document of each


class Bands:
    """The bands of a store. Everything happens within a transaction, `restore` before all else."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._collected: list[_Sorted] = []

    def restore(self) -> None:
        """Work out again the bands that were lost with a process that had collected them."""
        lost = f"{_TEXTS} number > (SELECT banded FROM state) ORDER BY number LIMIT {_AT_ONCE}"
        while rows := self._db.execute(lost).fetchall():
            self.add(*_all_bands(rows))
            self.write_down(rows[-1][0])

    def add(self, bands: _Numbers, documents: _Numbers) -> None:
        """Collect bands, and the document that has each."""
        self._collected.append(_sorted(bands, documents))
        while len(self._collected) > 1 and len(self._collected[-2][0]) < 2 * len(self._collected[-1][0]):
            self._collected.append(_merged([self._collected.pop(), self._collected.pop()]))

    def add_texts(self, digests: Mapping[int, str]) -> None:
        """Collect the digests of documents' texts, by the documents' numbers."""
        self.add(_wholes(digests.values()), np.array(list(digests), np.int64))

    def remove(self, documents: Sequence[int]) -> None:
        """Forget the bands of stored documents, which were written down."""
        rows = self._db.execute(f"{_TEXTS} number IN (SELECT value FROM json_each(?))", [json.dumps(documents)])
        pairs = zip(*(numbers.tolist() for numbers in _all_bands(rows.fetchall())), strict=True)
        self._db.conn.executemany("DELETE FROM bands WHERE band = ? AND document = ?", pairs)

    def sharing(self, bands: _Numbers) -> tuple[_Numbers, _Numbers]:
        """For rows of bands: which row shares a band with which document, once for each band."""
        asked, rows = _sorted(bands.ravel(), np.repeat(np.arange(len(bands)), bands.shape[1]))
        found = [_matches(asked, some) for some in [self._written(asked), *self._collected]]
        return rows[np.concatenate([at for at, _ in found])], np.concatenate([documents for _, documents in found])

    def with_texts(self, digests: Sequence[str]) -> list[int]:
        """For each digest the latest document that has such a text, if any, and perhaps one with another text."""
        asked, documents = self.sharing(_wholes(digests)[:, np.newaxis])
        return list(dict(zip(asked.tolist(), documents.tolist(), strict=True)).values())

    def write_down(self, last: int, *, most: int = 0) -> None:
        """Write down what was collected, up to the document with number `last`; with `most`, if of more than that."""
        (banded,) = self._db.execute("SELECT banded FROM state").fetchone()
        if not most or last - banded > most:
            for bands, documents in _in_parts(self._collected):
                insert(self._db, "INSERT OR IGNORE INTO bands", np.stack((bands, documents), axis=1).tolist())
            self._collected = []
            self._db.execute("UPDATE state SET banded = :last WHERE banded < :last", {"last": last})

    def _written(self, asked: _Numbers) -> _Sorted:
        query = "SELECT band, document FROM json_each(?) CROSS JOIN bands ON band = value"
        different = np.append(asked[1:] != asked[:-1], True)[: len(asked)]
        rows = self._db.execute(query, [json.dumps(asked[different].tolist())]).fetchall()
        pairs = np.array(rows, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]


def holds(db: Database, digest: str) -> bool:
    """Whether a text with this digest is stored."""
    return db.execute(_HOLDS, {"digest": digest, "band": whole(digest)}).fetchone() is not None


def _all_bands(rows: Sequence[tuple[int, str, str]]) -> _Sorted:
    """The bands of documents, by the number, digest and text of each, and the document that has each band."""
    _, (enough, bands) = runs_and_bands([text for _, _, text in rows])
    documents = np.array([number for number, _, _ in rows], np.int64)
    wholes = _wholes([digest for _, digest, _ in rows])
    return np.append(bands.ravel(), wholes), np.append(np.repeat(documents[enough], BANDS), documents)


def _wholes(digests: Iterable[str]) -> _Numbers:
    return np.array(list(map(whole, digests)), np.int64)


def _sorted(keys: _Numbers, values: _Numbers) -> _Sorted:
    order = np.argsort(keys, kind="stable")
    return keys[order], values[order]


def _merged(parts: Iterable[_Sorted]) -> _Sorted:
    keys, values = zip(*parts, strict=True)
    return _sorted(np.concatenate(keys), np.concatenate(values))


def _in_parts(collected: Sequence[_Sorted]) -> Iterator[_Sorted]:
    """All that was collected, ascending, a part at a time: as Python's numbers they take eight times the memory."""
    cuts = [np.searchsorted(bands, collected[0][0][_ROWS::_ROWS]) for bands, _ in collected]
    both = zip(collected, cuts, strict=True)
    parts = [zip(np.split(bands, at), np.split(documents, at), strict=True) for (bands, documents), at in both]
    return map(_merged, zip(*parts, strict=True))


def _matches(asked: _Numbers, noted: _Sorted) -> _Sorted:
    """All pairs of a place in `asked` and a document that is noted under the band there."""
    bands, documents = noted
    first = np.searchsorted(bands, asked)
    known = np.flatnonzero(first < len(bands))
    known = known[bands[first[known]] == asked[known]]
    first = first[known]
    count = np.searchsorted(bands, asked[known], "right") - first
    at = np.repeat(known, count)
    # The number of a pair among those of its place is its own number less that of the first of them.
    within = np.arange(len(at)) - np.repeat(np.cumsum(count) - count, count)
    return at, documents[np.repeat(first, count) + within]
