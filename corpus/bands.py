"""Which stored documents have which bands: a table, and in memory those that are still to be written down.

Bands are random numbers: to write those of a few documents touches as much of a large table as to write those of many.
So in bulk they are collected first, in sorted arrays that are merged when the last two are of like size (a
log-structured merge tree: O'Neil et al., 1996).
"""

import json
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from corpus.resemblance import Runs

# Those of at most about so many documents are collected; they are worked out again if the process is killed.
COLLECTED = 250_000
_AT_ONCE, _ROWS = 2_000, 100_000

_Numbers = NDArray[np.int64]
_Sorted = tuple[_Numbers, _Numbers]  # bands, ascending, and the document of each


class Bands:
    """The bands of a store. Everything happens within a transaction, `restore` before all else."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._collected: list[_Sorted] = []

    def restore(self) -> None:
        """Work out again the bands that were lost with a process that had collected them."""
        after = "number > (SELECT banded FROM state)"
        lost = f"SELECT number, text FROM documents WHERE {after} ORDER BY number LIMIT {_AT_ONCE}"
        while rows := self._db.execute(lost).fetchall():
            told, bands = Runs([text for _, text in rows]).bands()
            self.add(np.array([number for number, _ in rows], np.int64)[told], bands)
            self.write_down(rows[-1][0])

    def add(self, documents: _Numbers, bands: _Numbers) -> None:
        """Collect the bands of documents, a row for each."""
        self._collected.append(_sorted(bands.ravel(), np.repeat(documents, bands.shape[1])))
        while len(self._collected) > 1 and len(self._collected[-2][0]) < 2 * len(self._collected[-1][0]):
            one, other = self._collected.pop(), self._collected.pop()
            self._collected.append(_sorted(np.concatenate((other[0], one[0])), np.concatenate((other[1], one[1]))))

    def remove(self, documents: Mapping[int, str]) -> None:
        """Forget documents, texts by number, that were written down."""
        told, bands = Runs(list(documents.values())).bands()
        numbers = np.array(list(documents), np.int64)[told]
        pairs = zip(bands.ravel().tolist(), np.repeat(numbers, bands.shape[1]).tolist(), strict=True)
        self._db.conn.executemany("DELETE FROM bands WHERE band = ? AND document = ?", pairs)

    def sharing(self, bands: _Numbers) -> tuple[_Numbers, _Numbers]:
        """For rows of bands: which row shares a band with which document, once for each band."""
        asked, rows = _sorted(bands.ravel(), np.repeat(np.arange(len(bands)), bands.shape[1]))
        found = [_matches(asked, some) for some in [self._written(asked), *self._collected]]
        return rows[np.concatenate([at for at, _ in found])], np.concatenate([documents for _, documents in found])

    def write_down(self, last: int, *, most: int = 0) -> None:
        """Write down what was collected, up to the document with number `last`; with `most`, if of more than that."""
        (banded,) = self._db.execute("SELECT banded FROM state").fetchone()
        if not most or last - banded > most:
            bands, documents = _sorted(*map(np.concatenate, zip(*self._collected, _NONE, strict=True)))
            self._collected = []
            for at in range(0, len(bands), _ROWS):  # as Python's numbers they take eight times the memory
                pairs = zip(bands[at : at + _ROWS].tolist(), documents[at : at + _ROWS].tolist(), strict=True)
                self._db.conn.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", pairs)
            self._db.execute("UPDATE state SET banded = :last WHERE banded < :last", {"last": last})

    def _written(self, asked: _Numbers) -> _Sorted:
        query = "SELECT band, document FROM json_each(?) CROSS JOIN bands ON band = value"
        different = np.append(asked[1:] != asked[:-1], True)[: len(asked)]
        rows = self._db.execute(query, [json.dumps(asked[different].tolist())]).fetchall()
        pairs = np.array(rows, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]


_NONE: _Sorted = (np.empty(0, np.int64), np.empty(0, np.int64))


def _sorted(keys: _Numbers, values: _Numbers) -> _Sorted:
    order = np.argsort(keys, kind="stable")
    return keys[order], values[order]


def _matches(asked: _Numbers, noted: _Sorted) -> _Sorted:
    """All pairs of a place in `asked` and a document that is noted under the band there."""
    bands, documents = noted
    first = np.searchsorted(bands, asked, "left")
    count = np.searchsorted(bands, asked, "right") - first
    at = np.repeat(np.arange(len(asked)), count)
    # The number of a pair among those of its place is its own number less that of the first of them.
    within = np.arange(len(at)) - np.repeat(np.cumsum(count) - count, count)
    return at, documents[np.repeat(first, count) + within]
