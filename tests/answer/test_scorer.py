"""The learned model: what a score and a confidence are, and the weights that are bundled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.answering import consider
from answer.model import Kind
from answer.reading import Tools
from answer.scorer import Floors, Scorer, shares
from bot.desk import Shelf


@given(st.lists(st.floats(-50, 50), max_size=20))
def test_the_shares_of_the_belief_add_up_to_one(scores: list[float]) -> None:
    assert not scores or sum(shares(scores)) == pytest.approx(1.0)


@given(st.dictionaries(st.sampled_from(["coverage", "share", "unknown"]), st.floats(-1e6, 1e6)))
def test_confidence_is_a_probability(evidence: dict[str, float]) -> None:
    scorer = Scorer({}, {}, {"coverage": 3.0, "share": 1.0, "unknown": -4.0, "constant": 0.1}, Floors())
    assert 0.0 <= scorer.confidence(evidence) <= 1.0


def test_weights_survive_being_written_and_read() -> None:
    scorer = Scorer({"coverage": 1.5}, {"when": {"has date": 0.25}}, {"constant": -1.0}, Floors(0.3, 0.2))
    assert Scorer.from_json(scorer.to_json()) == scorer


def test_a_question_for_a_day_or_a_number_is_declined_sooner_than_others() -> None:
    floors = Floors(at_a_glance=0.3, others=0.2)
    assert [floors.of(kind) for kind in (Kind.WHEN, Kind.HOW_MANY, Kind.WHO, Kind.WHY)] == [0.3, 0.3, 0.2, 0.2]


def test_the_kind_of_question_adds_its_own_weights() -> None:
    scorer = Scorer({"has date": 1.0}, {"when": {"has date": 2.0}}, {}, Floors())
    assert (scorer.score(Kind.WHEN, {"has date": 1.0}), scorer.score(Kind.WHO, {"has date": 1.0})) == (3.0, 1.0)


def test_the_bundled_weights_name_only_features_that_exist(shelf: Shelf, tools: Tools) -> None:
    considered = consider("when was the bridge closed to lorries", shelf, tools, quotes=1)
    assert set(tools.scorer.shared) <= considered.ranked[0].features.keys()
