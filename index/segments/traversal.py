"""Exact top-k over one segment in NumPy: bounded term-at-a-time traversal.

MaxScore (Turtle & Flood, "Query evaluation: strategies and optimizations", 1995): terms are taken in falling order of
the most they can add; once the rest cannot lift a new passage over the k-th best, the remaining terms are only looked
up in the passages already found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.segments.files import Array
from index.segments.segment import Postings, Segment

# Bounds and partial sums are added up in another order than scores: a passage is dropped only when it is clearly below.
_SLACK = 1 - 1e-9

Found = tuple[float, int, list[bool]]  # score, doc, and for each term whether the doc holds it


@dataclass(frozen=True, slots=True)
class Formula:
    """BM25 with everything but the passage filled in."""

    k1: float
    b: float
    average: float

    def scores(self, weight: float, counts: Array, lengths: Array) -> Array:
        """What a term adds to passages with these tf and lengths; the same operations in the order of rank-bm25."""
        counts = counts.astype(np.float64)
        scaled = self.k1 * (1 - self.b + self.b * lengths / self.average)
        result: Array = weight * (counts * (self.k1 + 1) / (counts + scaled))
        return result

    def bound(self, weight: float, inverse: float, ratio: float) -> float:
        """The most that a term can add where 1/tf and dl/tf are at least these."""
        return weight * (self.k1 + 1) / (1 + self.k1 * ((1 - self.b) * inverse + self.b / self.average * ratio))


@dataclass(frozen=True, slots=True)
class _Term:
    postings: Postings
    weight: float
    bound: float


def top_k(
    segment: Segment,
    postings: Sequence[Postings],
    weights: Sequence[float],
    formula: Formula,
    live: Array | None,
    limit: int,
    floor: float,
) -> list[Found]:
    """The best `limit` docs of a segment that hold a term, best first; equal scores in the order of docs.

    `live` marks the docs that count (None: all); docs that score below `floor` are of no interest.
    """
    terms = [_term(segment, place, weight, formula) for place, weight in zip(postings, weights, strict=True)]
    docs = _candidates(segment, terms, formula, live, limit, floor)
    scores = np.zeros(len(docs))
    holds = np.zeros((len(terms), len(docs)), np.bool_)
    lengths = segment.lengths[docs]
    for at, term in enumerate(terms):
        counts = _counts(segment, term.postings, docs)
        holds[at] = counts > 0
        scores += formula.scores(term.weight, counts, lengths)
    best = np.lexsort((docs, -scores))[:limit]
    return [(float(scores[at]), int(docs[at]), holds[:, at].tolist()) for at in best if scores[at] >= floor]


def _term(segment: Segment, postings: Postings, weight: float, formula: Formula) -> _Term:
    inverse = float(segment.block_inverse[postings.first : postings.last].min())
    ratio = float(segment.block_ratio[postings.first : postings.last].min())
    return _Term(postings, weight, formula.bound(weight, inverse, ratio))


def _candidates(
    segment: Segment, terms: Sequence[_Term], formula: Formula, live: Array | None, limit: int, floor: float
) -> Array:
    """Docs, ascending, that hold all of the best `limit` (and a few more)."""
    partial = np.zeros(len(segment))
    threshold = floor * _SLACK
    found: list[Array] = []
    terms = sorted(terms, key=lambda term: -term.bound)
    rest = sum(term.bound for term in terms)
    for at, term in enumerate(terms):
        if rest < threshold:
            return _narrowed(segment, terms[at:], formula, partial, found, limit, threshold)
        docs, counts = segment.decode(term.postings.first, term.postings.last)
        if live is not None:
            docs, counts = docs[live[docs]], counts[live[docs]]
        partial[docs] += formula.scores(term.weight, counts, segment.lengths[docs])
        found.append(docs)
        threshold = max(threshold, _kth(partial[docs], limit) * _SLACK)
        rest -= term.bound
    return _narrowed(segment, [], formula, partial, found, limit, threshold)


def _narrowed(
    segment: Segment,
    terms: Sequence[_Term],
    formula: Formula,
    partial: Array,
    found: Sequence[Array],
    limit: int,
    threshold: float,
) -> Array:
    """The found docs that can still be among the best, after looking up the remaining terms in them."""
    rest = sum(term.bound for term in terms)
    docs = np.unique(np.concatenate([np.empty(0, np.uint32), *(d[partial[d] + rest >= threshold] for d in found)]))
    scores = partial[docs]
    for term in terms:
        scores += formula.scores(term.weight, _counts(segment, term.postings, docs), segment.lengths[docs])
        rest -= term.bound
        threshold = max(threshold, _kth(scores, limit) * _SLACK)
        kept = scores + max(rest, 0.0) >= threshold
        docs, scores = docs[kept], scores[kept]
    remaining: Array = docs[scores >= threshold]
    return remaining


def _kth(scores: Array, limit: int) -> float:
    return float(np.partition(scores, -limit)[-limit]) if len(scores) >= limit else 0.0


def _counts(segment: Segment, postings: Postings, docs: Array) -> Array:
    """The tf of a term in each of the docs (ascending), 0 where it is missing; only blocks in question are decoded."""
    first, last, _ = postings
    place = np.searchsorted(segment.block_first[first:last], docs, "right") - 1
    wanted = np.unique(place[place >= 0]) + first
    if not len(wanted):
        return np.zeros(len(docs), np.uint32)
    starts = segment.block_start[wanted]
    sizes = segment.block_start[wanted + 1] - starts
    postings = np.arange(sizes.sum()) + np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    held = np.repeat(segment.block_first[wanted] & 0xFFFF0000, sizes) | segment.lows[postings]
    at = np.minimum(np.searchsorted(held, docs), len(held) - 1)
    counts: Array = np.where(held[at] == docs, segment.counts[postings[at]], 0)
    return counts
