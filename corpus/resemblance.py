"""How alike two texts are, and numbers that texts which are much alike are likely to share.

The resemblance of two texts is the share of their runs of three words that both have (Broder, "On the resemblance and
containment of documents", 1997). The least of a random hash over all runs of a text is the same for two texts with a
probability that equals their resemblance; three such numbers make a band, and texts that share any of eight bands are
candidates (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4): 86% of those that resemble by
0.6, 99.8% by 0.8, one in 125 by 0.1. The hashes are multiply-shift (Dietzfelbinger et al., 1997).
"""

from array import array
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BANDS, _ROWS = 8, 3  # of a text, and least hashes in each
# A text with fewer runs has too little to be told by.
_FEWEST = 16
_RUN = 3  # words
_MARKS = 2048  # bits of a filter

Own = NDArray[np.uint32]  # the runs of a text
_Hashes = NDArray[np.uint64]
_Places = NDArray[np.int64]
Banded = tuple[_Places, NDArray[np.int64]]
_NO_RUNS: Own = np.empty(0, np.uint32)
_FACTORS: _Hashes = np.random.default_rng(1997).integers(1, 1 << 63, size=BANDS * _ROWS + _RUN, dtype=np.uint64) * 2 + 1


class Runs:
    """The runs of three words of several texts, without regard to case, as a number of 32 bits each."""

    def __init__(self, begins: _Places, ends: _Places, numbers: NDArray[np.uint32]) -> None:
        self._begins = begins
        self._ends = ends
        self._numbers = numbers

    def __len__(self) -> int:
        """How many runs there are in all."""
        return len(self._numbers)

    def __getitem__(self, text: int) -> Own:
        """The runs of the text in this place, in their order, some perhaps more than once."""
        return self._numbers[self._begins[text] : self._ends[text]]


def runs_and_bands(texts: Sequence[str]) -> tuple[Runs, Banded]:
    """The runs of some texts, and the bands of those texts that can be told by them; the others are too short."""
    words, sizes = array("I"), array("q")
    for text in texts:
        before = len(words)
        words.extend(map(crc32, text.lower().encode("utf-8", "surrogatepass").split()))
        sizes.append(len(words) - before)
    # The runs of text i are those from begins[i] to ends[i]; the two that follow belong to it and the next text.
    last = np.cumsum(sizes, dtype=np.int64)
    begins = last - sizes
    ends = np.maximum(begins, last - _RUN + 1)
    hashes = _hashed(words)
    # Half of a hash is enough to compare two texts by.
    return Runs(begins, ends, (hashes >> np.uint64(32)).astype(np.uint32)), _banded(begins, ends, hashes)


def whole(digest: str) -> int:
    """The band that only the very same text has, however short it is, from the digest of the text in hexadecimal."""
    return int.from_bytes(bytes.fromhex(digest[:16]), signed=True)


def resemblance(one: Own, other: Own) -> float:
    """Of the runs of two texts: from 0, none in common, to 1, all of them."""
    mine, its = frozenset(one.tolist()), frozenset(other.tolist())
    common = len(mine & its)
    return common / max(1, len(mine) + len(its) - common)


def resembling(ones: Sequence[Own], others: Sequence[tuple[int, Own]], least: float) -> list[bool]:
    """Which of the others, each with the place of the one it is compared to, resemble that by `least` (above 0).

    The resemblance is no more than the share of one's runs that the other has too. Most pairs fall short of that, and
    it is seen at once for many from marks that the runs of each one leave (a Bloom filter of one hash function: Bloom,
    1970), which some runs of the other may find by chance.
    """
    marks = np.zeros((len(ones), _MARKS), np.bool_)
    row, runs = _together(ones)
    marks[row, runs % _MARKS] = True
    pair, runs = _together([own for _, own in others])
    places = np.array([place for place, _ in others], np.int64)
    shared = np.bincount(pair, weights=marks[places[pair], runs % _MARKS], minlength=len(others))
    enough = shared / np.maximum(1, marks.sum(axis=1))[places] >= least
    return [
        bool(may) and resemblance(ones[place], own) >= least for may, (place, own) in zip(enough, others, strict=True)
    ]


def _together(texts: Sequence[Own]) -> tuple[_Places, Own]:
    """The runs of several texts behind each other, and to which text each of them belongs."""
    sizes = np.array([len(own) for own in texts], np.int64)
    return np.repeat(np.arange(len(texts)), sizes), np.concatenate([_NO_RUNS, *texts])


def _hashed(words: "array[int]") -> _Hashes:
    """A hash of each run of three words."""
    hashed = np.array(words, np.uint64)
    count = max(0, len(hashed) - _RUN + 1)
    mixed = np.zeros(count, np.uint64)
    for at in range(_RUN):
        mixed += hashed[at : at + count] * _FACTORS[at]
    return mixed ^ (mixed >> np.uint64(29))


def _banded(begins: _Places, ends: _Places, hashes: _Hashes) -> Banded:
    """Which texts, by their places, have runs enough, and the eight bands of each."""
    enough = np.flatnonzero(ends - begins >= _FEWEST)
    if not len(enough):
        return enough, np.empty((0, BANDS), np.int64)
    edges = np.stack((begins[enough], ends[enough]), axis=1).ravel()
    padded = np.append(hashes, hashes[:1])  # an edge may lie behind the last run
    least = np.stack([np.minimum.reduceat(padded * factor, edges)[::2] for factor in _FACTORS[_RUN:]], axis=1)
    rows = (least >> np.uint64(32)).reshape(-1, BANDS, _ROWS)
    mixed = (rows * _FACTORS[:_ROWS]).sum(axis=2, dtype=np.uint64) + np.arange(BANDS, dtype=np.uint64)
    return enough, mixed.view(np.int64)
