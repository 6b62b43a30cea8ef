"""Writing segments: passages with their terms become sorted postings, and postings become blocks in a file."""

import tempfile
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.segments.files import Array, ArrayWriter
from index.segments.segment import BLOCK
from index.segments.vocabulary import Vocabulary


class SegmentWriter:
    """Writes a segment term by term; `add` takes many terms at once, in the order of their bytes over all calls."""

    def __init__(self, path: Path, numbers: Array, lengths: Array, highest_count: int) -> None:
        self._lengths = lengths
        self._file = ArrayWriter(path)
        self._file.write("numbers", numbers.astype(np.int64))
        self._file.write("lengths", lengths.astype(np.uint32))
        self._file.begin("lows", np.uint16)
        self._postings = 0
        self._width = np.dtype(np.uint8 if highest_count < 256 else np.uint32)
        # Both runs of postings grow together, but a file has one end: the counts wait in a nameless file beside it.
        self._counts = tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115 -- closed in `close`
        self._text: list[bytes] = []
        self._term_blocks: list[Array] = []
        self._starts: list[Array] = []
        self._firsts: list[Array] = []
        self._inverses: list[Array] = []
        self._ratios: list[Array] = []

    def add(self, terms: Sequence[bytes], term: Array, docs: Array, counts: Array) -> None:
        """Append terms; posting i says that terms[term[i]] stands counts[i] times in docs[i].

        Postings are sorted by term, then doc, and each of the terms has at least one.
        """
        position = np.arange(len(term))
        new_term = np.flatnonzero(np.diff(term, prepend=-1))
        position -= np.repeat(new_term, np.diff(new_term, append=len(term)))
        high = docs >> 16
        begins = position % BLOCK == 0
        begins[1:] |= high[1:] != high[:-1]
        starts = np.flatnonzero(begins)
        self._starts.append(self._postings + starts)
        self._firsts.append(docs[starts].astype(np.uint32))
        self._inverses.append(_at_most(1 / np.maximum.reduceat(counts, starts)))
        self._ratios.append(_at_most(np.minimum.reduceat(self._lengths[docs] / counts, starts)))
        self._term_blocks.append(np.bincount(term[starts], minlength=len(terms)))
        self._text += terms
        self._file.extend("lows", docs.astype(np.uint16))
        self._counts.write(counts.astype(self._width).tobytes())
        self._postings += len(docs)

    def close(self) -> None:
        """Write what is left and make the file durable."""
        self._file.begin("counts", self._width)
        self._counts.seek(0)
        while part := self._counts.read(1 << 24):
            self._file.extend("counts", np.frombuffer(part, self._width))
        self._counts.close()
        self._file.write("block_start", _joined([*self._starts, np.array([self._postings])], np.int64))
        self._file.write("block_first", _joined(self._firsts, np.uint32))
        self._file.write("block_inverse", _joined(self._inverses, np.float32))
        self._file.write("block_ratio", _joined(self._ratios, np.float32))
        self._file.write("term_block", _bounds(_joined(self._term_blocks, np.int64)))
        self._file.write("text_start", _bounds(np.array([len(text) for text in self._text], np.int64)))
        self._file.write("text", np.frombuffer(b"".join(self._text), np.uint8))
        self._file.close()


class Pending:
    """Passages taken in but not yet written; only the numbers of their words are held, 4 bytes for each.

    A vocabulary that has served for other segments already need not find out again what their words stand for.
    """

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self._vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._word = self._vocabulary.numbers.__getitem__
        self._numbers = array("q")
        self._lengths = array("I")
        self._words = array("I")

    def __len__(self) -> int:
        """How many words are held."""
        return len(self._words)

    @property
    def passages(self) -> int:
        """How many passages are held."""
        return len(self._numbers)

    def add(self, number: int, words: Sequence[str]) -> None:
        """Hold one passage."""
        self._words.extend(map(self._word, words))
        self._numbers.append(number)
        self._lengths.append(len(words))

    def write(self, path: Path) -> None:
        """Write everything as a segment."""
        terms, term, lengths = self._analysed()
        numbers = np.frombuffer(self._numbers, np.int64)
        order = np.argsort(numbers, kind="stable")
        rank = np.empty(len(order), np.uint64)
        rank[order] = np.arange(len(order), dtype=np.uint64)
        keys = term << np.uint64(32)
        keys |= np.repeat(rank, lengths)
        keys.sort()
        first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
        counts = np.diff(first, append=len(keys))
        keys = keys[first]
        writer = SegmentWriter(path, numbers[order], lengths[order], int(counts.max(initial=0)))
        if len(keys):
            writer.add(terms, (keys >> np.uint64(32)).astype(np.int64), keys.astype(np.uint32), counts)
        writer.close()

    def _analysed(self) -> tuple[list[bytes], Array, Array]:
        """All terms in the order of their bytes, which of them stand in the passages, and how many in each passage."""
        terms, term, counts = self._vocabulary.terms(np.frombuffer(self._words, np.uint32))
        reached = _bounds(counts)[_bounds(np.frombuffer(self._lengths, np.uint32))]
        return terms, term, np.diff(reached)


def _at_most(exact: Array) -> Array:
    """As 4-byte floats, none above its exact value: rounding up would break the score bounds."""
    rounded = exact.astype(np.float32)
    return np.where(rounded > exact, np.nextafter(rounded, np.float32(0)), rounded)


def _joined(parts: Sequence[Array], dtype: type[np.generic]) -> Array:
    return np.concatenate([np.empty(0, dtype), *parts]).astype(dtype)


def _bounds(sizes: Array) -> Array:
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
