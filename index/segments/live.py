"""A segment as it stands in one committed state: without the passages removed since it was written."""

from pathlib import Path

import numpy as np

from index.segments.files import Array, ArrayFile, ArrayWriter
from index.segments.manifest import Entry
from index.segments.segment import Segment

_NONE: Array = np.empty(0, np.uint32)


class LiveSegment:
    """A segment and which of its passages count; never changes either (`without` gives a new one)."""

    def __init__(self, segment: Segment, removed: Array, entry: Entry) -> None:
        self.segment = segment
        self.removed = removed
        self.entry = entry
        self.live: Array | None = None
        if len(removed):
            self.live = np.ones(len(segment), np.bool_)
            self.live[removed] = False
        self._frequencies: dict[str, int] = {}

    @classmethod
    def open(cls, folder: Path, entry: Entry) -> "LiveSegment":
        """The segment of an entry; raises StaleIndexError if a file is damaged, FileNotFoundError if one is gone."""
        removed = _NONE
        if entry.removed:
            file = ArrayFile(folder / entry.removed)
            file.check("removed")
            removed = file.arrays["removed"].copy()
        return cls(Segment(folder / entry.file), removed, entry)

    @property
    def numbers(self) -> Array:
        """The numbers of the passages that count, ascending."""
        self.segment.file.check("numbers")
        return self.segment.numbers if self.live is None else self.segment.numbers[self.live]

    def docs(self, numbers: Array) -> Array:
        """Those of the passages with these numbers that are here and count, as docs of the segment."""
        self.segment.file.check("numbers")
        at = np.searchsorted(self.segment.numbers, numbers)
        at[at == len(self.segment)] = 0
        docs = np.unique(at[self.segment.numbers[at] == numbers]) if len(self.segment) else at[:0]
        return docs if self.live is None else docs[self.live[docs]]

    def frequency(self, term: str) -> int:
        """How many of the passages that count hold the term."""
        if self.live is None:
            postings = self.segment.postings(term)
            return postings.frequency if postings else 0
        if term not in self._frequencies:
            postings = self.segment.postings(term)
            docs = self.segment.decode(postings.first, postings.last)[0] if postings else _NONE
            self._frequencies[term] = int(np.count_nonzero(self.live[docs]))
        return self._frequencies[term]

    def lost_since(self, earlier: "LiveSegment") -> Array:
        """The numbers of the passages that counted in an earlier state of the same segment and do no more."""
        numbers: Array = self.segment.numbers[np.setdiff1d(self.removed, earlier.removed)]
        return numbers

    def without(self, docs: Array, folder: Path, file: str) -> "LiveSegment":
        """The segment without these docs too, which are written down in a new file."""
        removed = np.union1d(self.removed, docs).astype(np.uint32)
        writer = ArrayWriter(folder / file)
        writer.write("removed", removed)
        writer.close()
        self.segment.file.check("lengths")
        length = self.entry.length - int(self.segment.lengths[docs].sum(dtype=np.int64))
        entry = Entry(self.entry.file, file, self.entry.passages - len(docs), length)
        return LiveSegment(self.segment, removed, entry)
