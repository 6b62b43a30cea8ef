"""The model: rank-bm25's scores from statistics alone."""

import math

import pytest

from index.bm25 import Model
from index.engine import Statistics
from tests.index.reference import PlainBM25

TEXTS = [["fox", "runs"], ["fox", "fox", "dog", "sleeps"], ["dog"]]
STATISTICS = Statistics(3, 7, {"fox": 2, "dog": 2, "runs": 1, "sleeps": 1, "cat": 0})


def test_scores_are_those_of_rank_bm25_over_the_same_texts() -> None:
    scores = Model(STATISTICS, k1=0.9, b=0.4).scores(TEXTS, {"fox": 1.0, "dog": 1.0})
    assert scores == pytest.approx(PlainBM25(TEXTS, k1=0.9, b=0.4).get_scores(["fox", "dog"]).tolist())


def test_texts_outside_the_collection_are_scored_with_its_statistics() -> None:
    together = Model(STATISTICS).scores(TEXTS, {"fox": 1.0})
    alone = Model(STATISTICS).scores([TEXTS[1]], {"fox": 1.0})
    assert alone == [together[1]]


def test_the_idf_of_a_common_term_is_above_zero() -> None:
    assert Model(Statistics(10, 10, {"the": 10})).idf["the"] == pytest.approx(math.log(1 + 0.5 / 10.5))


def test_unknown_terms_and_weights_of_zero_are_not_asked_for() -> None:
    assert set(Model(STATISTICS).weights({"fox": 1.0, "dog": 0.0, "cat": 1.0, "emu": 1.0})) == {"fox"}


def test_a_weight_multiplies_a_terms_share() -> None:
    model = Model(STATISTICS)
    assert model.scores([["fox"]], {"fox": 3.0})[0] == pytest.approx(3 * model.scores([["fox"]], {"fox": 1.0})[0])


def test_an_empty_collection_scores_nothing() -> None:
    assert Model(Statistics(0, 0, {})).scores([["fox"], []], {"fox": 1.0}) == [0.0, 0.0]


def test_no_texts_give_no_scores() -> None:
    assert Model(STATISTICS).scores([], {"fox": 1.0}) == []
