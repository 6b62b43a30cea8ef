"""What every engine promises."""

import pytest

from index.engine import Engine, Statistics

FOX = {"fox": 1.0}


def filled(engine: Engine) -> Engine:
    engine.add(1, ["the", "fox", "runs"])
    engine.add(2, ["the", "dog", "sleeps"])
    engine.add(5, ["fox", "and", "fox", "and", "dog"])
    engine.commit(7)
    return engine


def test_a_new_engine_is_empty_and_shows_version_zero(engine: Engine) -> None:
    assert (engine.version, list(engine.numbers()), engine.search(FOX, 10)) == (0, [], [])
    assert engine.statistics(["fox"]) == Statistics(0, 0, {"fox": 0})


def test_changes_do_not_show_before_the_commit(engine: Engine) -> None:
    filled(engine)
    engine.add(6, ["fox"])
    engine.remove([1])
    assert list(engine.numbers()) == [1, 2, 5]
    assert [match.number for match in engine.search(FOX, 10)] == [5, 1]


def test_a_commit_shows_all_changes_and_its_version(engine: Engine) -> None:
    filled(engine)
    engine.add(6, ["fox"])
    engine.remove([1])
    engine.commit(8)
    assert (engine.version, list(engine.numbers())) == (8, [2, 5, 6])


def test_only_passages_that_hold_a_term_are_found(engine: Engine) -> None:
    assert {match.number for match in filled(engine).search({"dog": 1.0, "cat": 1.0}, 10)} == {2, 5}


def test_a_match_names_the_terms_it_holds_in_the_order_of_the_query(engine: Engine) -> None:
    found = filled(engine).search({"dog": 1.0, "cat": 1.0, "fox": 1.0}, 10)
    assert {match.number: match.matched for match in found} == {1: ("fox",), 2: ("dog",), 5: ("dog", "fox")}


def test_a_term_in_every_passage_still_scores_above_zero(engine: Engine) -> None:
    engine.add(1, ["fox"])
    engine.add(2, ["fox", "fox"])
    engine.commit(1)
    assert all(match.score > 0 for match in engine.search(FOX, 10))


def test_equal_scores_come_in_the_order_of_numbers(engine: Engine) -> None:
    for number in (9, 3, 7):
        engine.add(number, ["fox"])
    engine.commit(1)
    assert [match.number for match in engine.search(FOX, 2)] == [3, 7]


def test_a_heavier_term_counts_for_more(engine: Engine) -> None:
    light = filled(engine).search({"the": 1.0, "dog": 1.0}, 3)
    heavy = engine.search({"the": 1.0, "dog": 3.0}, 3)
    assert heavy[0].score > light[0].score


@pytest.mark.parametrize("limit", [0, -1])
def test_no_room_gives_no_matches(engine: Engine, limit: int) -> None:
    assert filled(engine).search(FOX, limit) == []


def test_an_empty_query_finds_nothing(engine: Engine) -> None:
    assert filled(engine).search({}, 10) == []


def test_statistics_count_live_passages_only(engine: Engine) -> None:
    filled(engine)
    engine.remove([5, 1000])
    engine.commit(8)
    assert engine.statistics(["fox", "dog", "cat"]) == Statistics(2, 6, {"fox": 1, "dog": 1, "cat": 0})


def test_given_statistics_replace_the_engines_own(engine: Engine) -> None:
    filled(engine)
    rare = engine.search(FOX, 1, Statistics(1000, 4000, {"fox": 2}))
    common = engine.search(FOX, 1, Statistics(1000, 4000, {"fox": 900}))
    assert rare[0].score > common[0].score


def test_a_passage_added_and_removed_before_a_commit_never_was(engine: Engine) -> None:
    engine.add(1, ["fox"])
    engine.remove([1])
    engine.commit(1)
    assert engine.search(FOX, 1) == []


def test_passages_without_terms_count_as_passages(engine: Engine) -> None:
    engine.add(1, [])
    engine.commit(1)
    assert engine.statistics([]) == Statistics(1, 0, {})
