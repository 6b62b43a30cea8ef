"""The runs of the documents that were stored last: they need not be read and worked out again to compare others to."""

from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from corpus.resemblance import Own, Runs

MOST = 64_000_000  # runs, of four bytes each


class _Batch(NamedTuple):
    """Documents by their numbers, ascending, and the place of each among the runs."""

    first: int
    numbers: "array[int]"
    places: "array[int]"
    runs: Runs


class Recent:
    """Remembers the runs of the documents with the highest numbers, up to `most` runs or so."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held = 0
        self._batches: deque[_Batch] = deque()

    def add(self, place: Mapping[int, int], runs: Runs) -> None:
        """Remember those of some documents, each at its place among the runs, whose numbers are the highest so far."""
        last = self._batches[-1].numbers[-1] if self._batches else 0
        numbers = array("q", sorted(number for number in place if number > last))
        if numbers:
            places = array("q", map(place.__getitem__, numbers))
            self._batches.append(_Batch(numbers[0], numbers, places, runs))
            self._held += len(runs)
        while self._held > self._most:
            self._held -= len(self._batches.popleft().runs)

    def runs(self, numbers: Iterable[int]) -> dict[int, Own]:
        """The runs of those of the documents that are remembered, by their numbers."""
        return {number: own for number in numbers if (own := self._runs(number)) is not None}

    def _runs(self, number: int) -> Own | None:
        at = bisect_right(self._batches, number, key=attrgetter("first")) - 1
        if at < 0:
            return None
        batch = self._batches[at]
        within = bisect_left(batch.numbers, number)
        known = within < len(batch.numbers) and batch.numbers[within] == number
        return batch.runs[batch.places[within]] if known else None
