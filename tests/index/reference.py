"""The referee: an engine that hands every search to rank-bm25 as it comes, but for the non-negative idf."""

import math
from collections.abc import Iterable, Mapping, Sequence

from rank_bm25 import BM25Okapi

from index.bm25 import K1, B
from index.engine import Match, Statistics


class PlainBM25(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no annotations
    """rank-bm25 over lists of words; of its own code only the idf is replaced."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {t: math.log(1 + (self.corpus_size - n + 0.5) / (n + 0.5)) for t, n in nd.items()}


class ReferenceEngine:
    """An `Engine` of a few lines, in memory and slow."""

    def __init__(self, *, k1: float = K1, b: float = B) -> None:
        self.version = 0
        self._k1, self._b = k1, b
        self._live: dict[int, list[str]] = {}
        self._changed: dict[int, list[str]] = {}

    def numbers(self) -> Sequence[int]:
        return sorted(self._live)

    def add(self, number: int, terms: Sequence[str]) -> None:
        self._changed[number] = list(terms)

    def remove(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._changed.pop(number, None)

    def commit(self, version: int) -> None:
        self._live = dict(self._changed)
        self.version = version

    def statistics(self, terms: Iterable[str]) -> Statistics:
        texts = self._live.values()
        return Statistics(
            len(texts), sum(map(len, texts)), {term: sum(term in text for text in texts) for term in terms}
        )

    def search(self, terms: Mapping[str, float], limit: int, statistics: Statistics | None = None) -> list[Match]:
        limit = max(limit, 0)
        holders = {n: text for n, text in sorted(self._live.items()) if not terms.keys().isdisjoint(text)}
        if not holders:
            return []
        model = PlainBM25(list(self._live.values()), k1=self._k1, b=self._b)
        if statistics:
            model.corpus_size, model.avgdl = statistics.passages, statistics.length / statistics.passages
            model._calc_idf(statistics.frequencies)
        model.idf = {term: weight * model.idf.get(term, 0) for term, weight in terms.items()}
        model.corpus_size = len(self._live)
        scores = dict(zip(self._live, model.get_scores(list(terms)), strict=True))
        best = sorted(holders, key=lambda n: (-scores[n], n))[:limit]
        return [Match(n, float(scores[n]), tuple(t for t in terms if t in holders[n])) for n in best]

    def close(self) -> None:
        self._live = {}
