"""How alike two texts are, and numbers that texts which are much alike are likely to share.

The resemblance of two texts is the share of their runs of three words that both have (Broder, "On the resemblance and
containment of documents", 1997). The least of a random hash over all runs of a text is the same for two texts with a
probability that equals their resemblance; three such numbers make a band, and texts that share any of eight bands are
candidates (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4): 86% of those that resemble by
0.6, 99.8% by 0.8, one in 125 by 0.1. The hashes are multiply-shift (Dietzfelbinger et al., 1997).
"""

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BANDS, _ROWS = 8, 3
# A text with fewer runs has too little to be told by.
_FEWEST = 16
_RUN = 3

_Hashes = NDArray[np.uint64]
_FACTORS: _Hashes = np.random.default_rng(1997).integers(1, 1 << 63, size=BANDS * _ROWS + _RUN, dtype=np.uint64) * 2 + 1


def bands(texts: Sequence[str]) -> list[list[int]]:
    """For each text eight whole numbers of 64 bits, signed; none for a text of less than 18 words."""
    words, sizes = array("I"), array("q")
    for text in texts:
        before = len(words)
        words.extend(_words(text))
        sizes.append(len(words) - before)
    ends = np.cumsum(sizes)
    begins = ends - sizes
    told = np.flatnonzero(ends - begins >= _FEWEST + _RUN - 1)
    found: list[list[int]] = [[] for _ in texts]
    if len(told):
        # From the first run of each text to its last; the runs between belong to two texts.
        edges = np.stack((begins[told], ends[told] - _RUN + 1), axis=1).ravel()
        for at, own in zip(told, _banded(_runs(words), edges), strict=True):
            found[at] = own
    return found


def runs(text: str) -> frozenset[int]:
    """The runs of three words of a text, as a number each."""
    return frozenset(_runs(array("I", _words(text))).tolist())


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Of the runs of two texts: from 0, none in common, to 1, all of them."""
    common = len(one & other)
    return common / max(1, len(one) + len(other) - common)


def _banded(runs: _Hashes, edges: NDArray[np.int64]) -> list[list[int]]:
    """The bands of several texts; text i has the runs from edges[2 * i] to edges[2 * i + 1] (exclusive)."""
    padded = np.append(runs, runs[:1])  # an edge may lie behind the last run
    least = np.stack([np.minimum.reduceat(padded * factor, edges)[::2] for factor in _FACTORS[_RUN:]], axis=1)
    rows = (least >> np.uint64(32)).reshape(-1, BANDS, _ROWS)
    mixed = (rows * _FACTORS[:_ROWS]).sum(axis=2, dtype=np.uint64) + np.arange(BANDS, dtype=np.uint64)
    bands: list[list[int]] = mixed.view(np.int64).tolist()
    return bands


def _words(text: str) -> Iterator[int]:
    """A hash of each word, without regard to case."""
    return map(crc32, text.lower().encode("utf-8", "surrogatepass").split())


def _runs(words: "array[int]") -> _Hashes:
    """A hash of each run of three words."""
    hashed = np.array(words, np.uint64)
    count = max(0, len(hashed) - _RUN + 1)
    mixed = np.zeros(count, np.uint64)
    for at in range(_RUN):
        mixed += hashed[at : at + count] * _FACTORS[at]
    return mixed ^ (mixed >> np.uint64(29))
