"""The embedded engine ranks as rank-bm25 does, whatever is added, removed, merged or asked."""

import importlib.util
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Engine, Match
from index.segments import engine as segments
from index.segments import traversal
from index.segments.engine import SegmentEngine
from tests.index.reference import ReferenceEngine

WORDS = [f"w{n}" for n in range(12)]
# Many words are drawn from few, so that terms are common, scores tie and statistics reach their edges.
texts = st.lists(st.sampled_from(WORDS) | st.sampled_from(WORDS[:2]), max_size=12)
commits = st.lists(st.tuples(st.lists(texts, max_size=30), st.sets(st.integers(1, 60), max_size=20)), max_size=6)
queries = st.dictionaries(st.sampled_from([*WORDS, "unknown"]), st.sampled_from([0.3, 1.0, 2.0]), max_size=6)
limits = st.sampled_from([1, 2, 3, 10, 1000])
settings_of_bm25 = st.tuples(st.sampled_from([0.4, 1.2, 2.0]), st.sampled_from([0.0, 0.75, 0.99]))


def same(found: Sequence[Match], expected: Sequence[Match]) -> None:
    assert [(match.number, match.matched) for match in found] == [(match.number, match.matched) for match in expected]
    assert [match.score for match in found] == pytest.approx([match.score for match in expected], rel=1e-9)


def change(engines: Sequence[Engine], history: list[tuple[list[list[str]], set[int]]]) -> None:
    number = 0
    for version, (added, removed) in enumerate(history, 1):
        for text in added:
            number += 1
            for engine in engines:
                engine.add(number, text)
        for engine in engines:
            engine.remove(removed & set(range(1, number + 1)))
            engine.commit(version)


@pytest.mark.parametrize("numpy", [False, True], ids=["compiled", "numpy"])
@pytest.mark.parametrize("held", [8_000_000, 50], ids=["whole commits", "flushed early"])
@given(commits, queries, limits, settings_of_bm25)
@settings(max_examples=40, deadline=None)
def test_rankings_and_scores_equal_those_of_rank_bm25(
    numpy: bool,
    held: int,
    history: list[tuple[list[list[str]], set[int]]],
    query: dict[str, float],
    limit: int,
    k1_b: tuple[float, float],
) -> None:
    k1, b = k1_b
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if numpy:
            patch.setattr(segments, "top_k", traversal.top_k)
        patch.setattr(segments, "_HELD", held)
        engine, referee = SegmentEngine.open(Path(folder), k1=k1, b=b), ReferenceEngine(k1=k1, b=b)
        change([engine, referee], history)
        same(engine.search(query, limit), referee.search(query, limit))
        assert list(engine.numbers()) == list(referee.numbers())
        assert engine.statistics(query) == referee.statistics(query)


@given(commits, commits, queries, limits)
@settings(max_examples=40, deadline=None)
def test_joint_statistics_rank_two_engines_as_one(
    first: list[tuple[list[list[str]], set[int]]],
    second: list[tuple[list[list[str]], set[int]]],
    query: dict[str, float],
    limit: int,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(SegmentEngine.open(Path(folder) / name), ReferenceEngine()) for name in ("first", "second")]
        for pair, history in zip(pairs, (first, second), strict=True):
            change(pair, history)
        together = pairs[0][0].statistics(query) + pairs[1][0].statistics(query)
        for engine, referee in pairs:
            same(engine.search(query, limit, together), referee.search(query, limit, together))


@given(st.integers(0, 2**32 - 1), st.integers(1, 20))
@settings(max_examples=10, deadline=None)
def test_long_lists_of_postings_rank_as_rank_bm25_ranks_them(seed: int, limit: int) -> None:
    """Enough passages for many blocks and several windows, with words from very common to very rare."""
    chosen = random.Random(seed)
    words = [f"w{n}" for n in range(200)]
    weights = [1 / (n + 1) for n in range(200)]
    query = dict.fromkeys(chosen.sample(words, 5), 1.0)
    with tempfile.TemporaryDirectory() as folder:
        engine, referee = SegmentEngine.open(Path(folder)), ReferenceEngine()
        for number in range(1, 9_000):
            text = chosen.choices(words, weights, k=chosen.choice([1, 5, 30, 300 if number % 1_000 == 0 else 8]))
            engine.add(number, text)
            referee.add(number, text)
        engine.commit(1)
        referee.commit(1)
        same(engine.search(query, limit), referee.search(query, limit))


def test_the_compiled_traversal_is_chosen_where_it_was_built() -> None:
    built = importlib.util.find_spec("index.segments._traversal") is not None
    assert (vars(segments)["top_k"] is traversal.top_k) != built
