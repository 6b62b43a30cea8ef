"""A segment: the postings of some passages as arrays in one file that never changes.

Passages are counted from 0 in the order of their numbers ("docs" below), terms in the order of their UTF-8 bytes. The
postings of a term are a run of blocks, each of at most 128 docs that share their upper 16 bits:

    numbers[doc], lengths[doc]         the passage's number in its store, and how many terms it has
    text[text_start[t]:text_start[t+1]]      the term t
    term_block[t] .. term_block[t+1]         its blocks
    block_start[k] .. block_start[k+1]       the postings of block k
    block_first[k]                           its first doc
    block_inverse[k], block_ratio[k]         the smallest 1/tf and the smallest dl/tf in it: score bounds, see below
    lows[p], counts[p]                       lower 16 bits of the posting's doc, and tf there

BM25 gives a posting weight * (k1+1) / (1 + k1 ((1-b) 1/tf + b/avgdl dl/tf)). As that falls in both 1/tf and dl/tf, the
smallest of each bound a block's scores from above whatever k1, b, weight and avgdl are, so the bounds stay valid when
statistics change. (Block maxima as in Ding & Suel, "Faster top-k document retrieval using block-max indexes", 2011.)
"""

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from index.segments.files import Array, ArrayFile

BLOCK: Final = 128
# What every search needs, checked before the first one.
_DIRECTORY: Final = (
    "lengths",
    "text",
    "text_start",
    "term_block",
    "block_start",
    "block_first",
    "block_inverse",
    "block_ratio",
)
_REMEMBERED: Final = 20_000  # terms whose place is kept at hand


class Postings(NamedTuple):
    """Where the postings of a term are (its blocks, the last one exclusive), and how many: one for each passage."""

    first: int
    last: int
    frequency: int


class Segment:
    """A read-only view of a segment's file; what has not been asked for is not read."""

    def __init__(self, path: Path) -> None:
        self.file = ArrayFile(path)
        arrays = self.file.arrays
        self.numbers: Array = arrays["numbers"]
        self.lengths: Array = arrays["lengths"]
        self.text: Array = arrays["text"]
        self.text_start: Array = arrays["text_start"]
        self.term_block: Array = arrays["term_block"]
        self.block_start: Array = arrays["block_start"]
        self.block_first: Array = arrays["block_first"]
        self.block_inverse: Array = arrays["block_inverse"]
        self.block_ratio: Array = arrays["block_ratio"]
        self.lows: Array = arrays["lows"]
        self.counts: Array = arrays["counts"]
        self._text = self.text.data
        self._text_start = self.text_start.data
        self._known: dict[str, Postings | None] = {}

    def __len__(self) -> int:
        """How many passages, removed ones included."""
        return len(self.numbers)

    @property
    def size(self) -> int:
        """How many postings."""
        return len(self.lows)

    def postings(self, term: str) -> Postings | None:
        """Where the postings of a term are, checked and safe to read, or None if no passage holds it."""
        if term in self._known:
            return self._known[term]
        if not self._known:
            for name in _DIRECTORY:
                self.file.check(name)
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        found = self._find(term.encode())
        self._known[term] = found
        return found

    def decode(self, first: int, last: int) -> tuple[Array, Array]:
        """The docs of a run of blocks (last exclusive), ascending for each term, and the tf in each."""
        starts = self.block_start[first : last + 1]
        self.file.check("lows", starts[0], starts[-1])
        self.file.check("counts", starts[0], starts[-1])
        docs = np.repeat(self.block_first[first:last] & 0xFFFF0000, np.diff(starts))
        docs |= self.lows[starts[0] : starts[-1]]
        return docs, self.counts[starts[0] : starts[-1]]

    def terms(self) -> Iterator[str]:
        """All terms in the order of their bytes, those of removed passages included."""
        self.file.check("text")
        self.file.check("text_start")
        for term in range(len(self.text_start) - 1):
            yield self._term(term).decode()

    def _term(self, term: int) -> bytes:
        return bytes(self._text[self._text_start[term] : self._text_start[term + 1]])

    def _find(self, key: bytes) -> Postings | None:
        terms = len(self.text_start) - 1
        term = bisect_left(range(terms), key, key=self._term)
        if term == terms or self._term(term) != key:
            return None
        first, last = int(self.term_block[term]), int(self.term_block[term + 1])
        start, end = int(self.block_start[first]), int(self.block_start[last])
        self.file.check("lows", start, end)
        self.file.check("counts", start, end)
        return Postings(first, last, end - start)
