"""Which stored documents are copies of others: wire stories with small edits, grouped under the earliest."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from corpus.bands import Bands
from corpus.recent import Recent
from corpus.resemblance import BANDS, Banded, Own, Runs, resembling, runs_and_bands

# Texts that have so much in common are one story.
ALIKE = 0.6
# So many of the likeliest candidates are compared word by word.
_COMPARED = 3

_JOIN = """UPDATE details SET copy_of = nullif(:first, document)
    WHERE document IN (:first, :later) OR copy_of = :later"""
_Numbers = NDArray[np.int64]


class Copies:
    """The groups of copies in a store. Everything happens within a transaction, `begin` before all else.

    The original of a group is the document that was published first, or stored first where days are not known.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self.bands = Bands(db)
        self._recent = Recent()

    def begin(self) -> None:
        """Make sure that every stored document can be found by its bands."""
        self.bands.restore()

    def group(self, place: Mapping[int, int], runs: Runs, bands: Banded) -> int:
        """Note new documents down among the others; returns how many tell the story of an earlier one.

        `place` says where a document, by its number, is among the runs and bands.
        """
        numbers, own = _numbered(place, bands)
        self.bands.add(own.ravel(), np.repeat(numbers, BANDS))
        together = self._grouped(place, runs, self._candidates(numbers, own))
        self._recent.add(place, runs)
        return together

    def leave(self, numbers: Sequence[int]) -> list[int]:
        """Forget documents that are about to go; returns their copies, which are to be grouped anew."""
        self.bands.remove(numbers)
        query = "SELECT document FROM details WHERE copy_of IN (SELECT value FROM json_each(?)) ORDER BY document"
        gone = set(numbers)
        return [row[0] for row in self._db.execute(query, [json.dumps(numbers)]) if row[0] not in gone]

    def regroup(self, numbers: Sequence[int]) -> None:
        """Find the groups of documents whose original has gone or changed."""
        texts = self._texts(numbers)
        runs, bands = runs_and_bands(list(texts.values()))
        place = {number: at for at, number in enumerate(texts)}
        self._grouped(place, runs, self._candidates(*_numbered(place, bands)))

    def _candidates(self, numbers: _Numbers, bands: _Numbers) -> dict[int, list[int]]:
        """The originals that share most bands with each of these documents, if any; the likeliest first.

        Of two documents that come together, the one with the higher number has the other for a candidate.
        """
        rows, others = self.bands.sharing(bands)
        own = numbers[rows]
        chosen = (others < own) | ~np.isin(others, numbers)
        own, others = own[chosen], others[chosen]
        original = self._originals(np.unique(others).tolist())
        counts: dict[int, Counter[int]] = defaultdict(Counter)
        for number, other in zip(own.tolist(), others.tolist(), strict=True):
            counts[number][original.get(other, other)] += 1
        return {number: _likeliest(shared, number) for number, shared in sorted(counts.items())}

    def _grouped(self, place: Mapping[int, int], runs: Runs, candidates: Mapping[int, Sequence[int]]) -> int:
        """Put documents, with their runs, into the groups that they belong to; returns how many there are such."""
        compared = {*candidates, *chain.from_iterable(candidates.values())}
        known = {number: runs[place[number]] for number in compared & place.keys()}
        known |= self._stored_runs(compared - place.keys())
        alike = _alike(known, candidates)
        days = self._days({*candidates, *(other for _, other in alike)})
        joined: dict[int, int] = {}
        for number, others in candidates.items():
            for other in others:
                original = other
                while original in joined:
                    original = joined[original]
                if (number, original) in (alike if original == other else _alike(known, {number: [original]})):
                    first, later = (number, original) if _leads(days, number, original) else (original, number)
                    joined[later] = first
                    break
        self._db.conn.executemany(_JOIN, [{"first": first, "later": later} for later, first in joined.items()])
        return len(joined)

    def _days(self, numbers: Set[int]) -> dict[int, str | None]:
        """On which day these documents were published, as precisely as is known."""
        query = (
            "SELECT number, substr(published, 1, 10) FROM documents WHERE number IN (SELECT value FROM json_each(?))"
        )
        return dict(self._db.execute(query, [json.dumps(list(numbers))]).fetchall())

    def _originals(self, numbers: Sequence[int]) -> dict[int, int]:
        """Of those documents that are copies, the originals."""
        query = """SELECT document, copy_of FROM details
            WHERE copy_of IS NOT NULL AND document IN (SELECT value FROM json_each(?))"""
        return dict(self._db.execute(query, [json.dumps(numbers)]).fetchall())

    def _stored_runs(self, numbers: Set[int]) -> dict[int, Own]:
        known = self._recent.runs(numbers)
        texts = self._texts(numbers - known.keys())
        runs, _ = runs_and_bands(list(texts.values()))
        return known | {number: runs[at] for at, number in enumerate(texts)}

    def _texts(self, numbers: Collection[int]) -> dict[int, str]:
        query = "SELECT number, text FROM documents WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
        return dict(self._db.execute(query, [json.dumps(list(numbers))]).fetchall())


def _numbered(place: Mapping[int, int], bands: Banded) -> tuple[_Numbers, _Numbers]:
    """The numbers of those documents that can be told by their bands, and the bands of each."""
    told, rows = bands
    number = {at: number for number, at in place.items()}
    chosen = np.isin(told, list(number))
    return np.array([number[at] for at in told[chosen].tolist()], np.int64), rows[chosen]


def _alike(known: Mapping[int, Own], candidates: Mapping[int, Sequence[int]]) -> set[tuple[int, int]]:
    """Which documents tell the story of which of their candidates, by the runs that are known of each."""
    pairs = [(number, other) for number, others in candidates.items() for other in others]
    place = {number: at for at, number in enumerate(candidates)}
    others = [(place[number], known[other]) for number, other in pairs]
    return set(compress(pairs, resembling([known[number] for number in candidates], others, ALIKE)))


def _leads(days: Mapping[int, str | None], number: int, original: int) -> bool:
    """Whether a document comes before the original of a group that it is put into."""
    mine, its = days[number], days[original]
    # Only whole days can be put in order.
    earlier = bool(mine and its and len(mine) == len(its) == len("2018-09-11") and mine < its)
    return earlier or (mine == its and number < original)


def _likeliest(shared: Mapping[int, int], own: int) -> list[int]:
    """Those of the documents that share most bands, given how many each shares, but for one's own."""
    return sorted(shared.keys() - {own}, key=lambda other: (-shared[other], other))[:_COMPARED]
