"""How alike two texts are, and numbers that texts which are much alike are likely to share.

The resemblance of two texts is the share of their runs of three words that both have (Broder, "On the resemblance and
containment of documents", 1997). The least of a random hash over all runs of a text is the same for two texts with a
probability that equals their resemblance; three such numbers make a band, and texts that share any of eight bands are
candidates (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4): 86% of those that resemble by
0.6, 99.8% by 0.8, one in 125 by 0.1. The hashes are multiply-shift (Dietzfelbinger et al., 1997).
"""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BANDS, _ROWS = 8, 3
# A text with fewer runs has too little to be told by.
_FEWEST = 16
_RUN = 3
# So many runs are hashed at a time, which bounds memory.
_BLOCK = 1 << 16

_Hashes = NDArray[np.uint64]
_FACTORS: _Hashes = np.random.default_rng(1997).integers(1, 1 << 63, size=BANDS * _ROWS + _RUN, dtype=np.uint64) * 2 + 1


def bands(text: str) -> list[int]:
    """Eight whole numbers of 64 bits, signed; none for a text of less than 18 words."""
    runs = _runs(text)
    if len(runs) < _FEWEST:
        return []
    factors = _FACTORS[_RUN:]
    least = np.full(len(factors), np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(runs), _BLOCK):
        hashed = np.multiply.outer(factors, runs[start : start + _BLOCK])
        np.minimum(least, hashed.min(axis=1), out=least)
    rows = (least >> np.uint64(32)).reshape(BANDS, _ROWS)
    mixed = (rows * _FACTORS[:_ROWS]).sum(axis=1, dtype=np.uint64) + np.arange(BANDS, dtype=np.uint64)
    return [int(band) for band in mixed.view(np.int64)]


def resemblance(one: str, other: str) -> float:
    """From 0, no run of three words in common, to 1, all of them."""
    runs = np.unique(_runs(one)), np.unique(_runs(other))
    common = len(np.intersect1d(*runs, assume_unique=True))
    return common / max(1, len(runs[0]) + len(runs[1]) - common)


def _runs(text: str) -> _Hashes:
    """A hash of each run of three words, without regard to case."""
    words = np.fromiter(map(crc32, text.lower().encode("utf-8", "surrogatepass").split()), np.uint64)
    if len(words) < _RUN:
        return np.empty(0, np.uint64)
    count = len(words) - _RUN + 1
    mixed = np.zeros(count, np.uint64)
    for at in range(_RUN):
        mixed += words[at : at + count] * _FACTORS[at]
    return mixed ^ (mixed >> np.uint64(29))
