"""Merging segments: several become one without the removed passages, in steps of bounded memory."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from index.segments.build import SegmentWriter
from index.segments.files import Array
from index.segments.live import LiveSegment

FAN: Final = 4  # segments of like size that are left alone; one more and they merge
_STEP: Final = 2_000_000  # postings handled at once


def mergeable(parts: Sequence[LiveSegment]) -> list[LiveSegment]:
    """Which segments should become one now (tiered policy, as in Lucene and log-structured merge trees), or none.

    Segments whose sizes have the same magnitude form a tier; one that has lost half of its passages is rewritten.
    """
    tiers: dict[int, list[LiveSegment]] = {}
    for part in parts:
        if part.live is not None and 2 * part.entry.passages < len(part.segment):
            return [part]
        tiers.setdefault(int(math.log(part.segment.size + 1_000, FAN)), []).append(part)
    return next((tier for tier in tiers.values() if len(tier) > FAN), [])


def merge(parts: Sequence[LiveSegment], path: Path) -> None:
    """Write what counts of several segments as one."""
    numbers = np.concatenate([part.numbers for part in parts])
    for part in parts:
        part.segment.file.check("lengths")
    lengths = np.concatenate([part.segment.lengths[_chosen(part)] for part in parts])
    order = np.argsort(numbers, kind="stable")
    rank = np.empty(len(order), np.uint64)
    rank[order] = np.arange(len(order), dtype=np.uint64)
    docs, offset = [], 0
    for part in parts:
        new = np.zeros(len(part.segment), np.uint64)
        count = part.entry.passages
        new[_chosen(part)] = rank[offset : offset + count]
        docs.append(new)
        offset += count
    highest = 256 if any(part.segment.counts.dtype.itemsize > 1 for part in parts) else 1
    writer = SegmentWriter(path, numbers[order], lengths[order], highest)
    for terms, term, doc, counts in _steps(parts, docs):
        if terms:
            writer.add(terms, term, doc, counts)
    writer.close()


def _chosen(part: LiveSegment) -> Array | slice:
    return slice(None) if part.live is None else part.live


def _steps(parts: Sequence[LiveSegment], docs: Sequence[Array]) -> Iterator[tuple[list[bytes], Array, Array, Array]]:
    """The merged postings, sorted, a run of terms at a time: the terms, and term, doc and count of each posting."""
    vocabularies = [[term.encode() for term in part.segment.terms()] for part in parts]
    terms = sorted(set().union(*vocabularies))
    place = {term: at for at, term in enumerate(terms)}
    places = [np.array([place[term] for term in vocabulary], np.int64) for vocabulary in vocabularies]
    sizes = np.zeros(len(terms), np.int64)
    for part, at in zip(parts, places, strict=True):
        for name in ("term_block", "block_start", "block_first"):
            part.segment.file.check(name)
        sizes[at] += np.diff(part.segment.block_start[part.segment.term_block])
    begin, reached = 0, np.cumsum(sizes)
    while begin < len(terms):
        before = reached[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(reached, before + _STEP, "right")))
        yield _step(parts, docs, places, terms, begin, end)
        begin = end


def _step(
    parts: Sequence[LiveSegment],
    docs: Sequence[Array],
    places: Sequence[Array],
    terms: Sequence[bytes],
    begin: int,
    end: int,
) -> tuple[list[bytes], Array, Array, Array]:
    keys, counts = [], []
    for part, new, at in zip(parts, docs, places, strict=True):
        first, last = np.searchsorted(at, (begin, end))
        key, count = _run(part, new, at, int(first), int(last))
        keys.append(key)
        counts.append(count)
    key, count = np.concatenate(keys), np.concatenate(counts)
    order = np.argsort(key, kind="stable")
    key = key[order]
    place = (key >> np.uint64(32)).astype(np.int64)
    begins = np.diff(place, prepend=-1) != 0
    return [terms[at] for at in place[begins]], np.cumsum(begins) - 1, key.astype(np.uint32), count[order]


def _run(part: LiveSegment, new: Array, at: Array, first: int, last: int) -> tuple[Array, Array]:
    """Sorting keys (term above doc) and counts of the live postings of terms first to last (exclusive)."""
    segment = part.segment
    blocks = int(segment.term_block[first]), int(segment.term_block[last])
    held, counts = segment.decode(*blocks)
    sizes = np.diff(segment.block_start[segment.term_block[first : last + 1]])
    key = np.repeat(at[first:last].astype(np.uint64) << np.uint64(32), sizes)
    if part.live is not None:
        kept = part.live[held]
        key, held, counts = key[kept], held[kept], counts[kept]
    return key | new[held], counts
