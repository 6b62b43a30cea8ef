"""What a sentence holds that could answer something, and what it tells of a word right where it names it."""

import pytest

from answer.facts import facts, told
from index.analysis import Analyzer


def _told(sentence: str, word: str) -> frozenset[str]:
    analyzer = Analyzer()
    return told(sentence, analyzer.tokens(sentence), frozenset(analyzer.terms(word)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The convoy left Seaford, a port of the north, at dawn.",
        "Seaford is a port.",
        "The harbour board (SHB), an alliance of towns, met the mayor of Seaford (the largest port).",
        "Seaford | 12 | Ships that may lie in the harbour",
        "“Seaford” was formerly one of three ports.",
        "A weir means a low dam; a Seaford – the knot – is tied twice.",
    ],
)
def test_a_word_is_defined_by_what_follows_it(sentence: str) -> None:
    assert "defined" in _told(sentence, "Seaford")


@pytest.mark.parametrize(
    "sentence",
    ["The head of the harbour board, Mara Lind, spoke.", "It was Captain Lind.", "Its chief engineer Mara Lind left."],
)
def test_a_name_is_defined_by_the_role_before_it(sentence: str) -> None:
    assert "defined" in _told(sentence, "Lind")


@pytest.mark.parametrize(
    "sentence",
    [
        "Seaford lies on the northern coast.",
        "They marched on Seaford, near the border.",
        "Seaford, a town on the river, was quiet.",
    ],
)
def test_a_word_is_placed_by_what_follows_it(sentence: str) -> None:
    assert "located" in _told(sentence, "Seaford")


@pytest.mark.parametrize(
    "sentence", ["Fighting in Seaford stopped.", "The mayor is a baker of Seaford.", "Seaford won."]
)
def test_a_word_that_is_only_mentioned_is_neither(sentence: str) -> None:
    assert _told(sentence, "Seaford") == frozenset()


@pytest.mark.parametrize(
    ("sentence", "counts"), [("Most of the ferries sailed.", True), ("The most seasoned captains stayed.", False)]
)
def test_most_is_a_number_only_of_something(sentence: str, counts: bool) -> None:
    assert bool(facts(sentence, Analyzer().tokens(sentence), frozenset()).of("number")) is counts


@pytest.mark.parametrize("number", ["", "2. ", "1.3 ", "§ 2 "])
def test_the_number_of_an_item_counts_nothing_and_begins_no_name(number: str) -> None:
    analyzer, sentence = Analyzer(), f"{number}No boat may lie at the pier of Seaford for 9 days."
    found = facts(sentence, analyzer.tokens(sentence), frozenset())
    assert [sentence[fact.start : fact.end] for fact in found.new] == ["Seaford", "9"]


def test_a_measure_that_begins_a_sentence_is_a_number() -> None:
    sentence = "9.5 MW are made by the mill."
    numbers = facts(sentence, Analyzer().tokens(sentence), frozenset()).of("number")
    assert [sentence[one.start : one.end] for one in numbers] == ["9.5"]


@pytest.mark.parametrize(
    ("sentence", "held"),
    [("The wash house is open from 7:00 to 21:30.", ["7:00", "21:30"]), ("We won 3:1, in 1:02:33.", [])],
)
def test_a_time_of_day_by_the_clock_answers_when(sentence: str, held: list[str]) -> None:
    dates = facts(sentence, Analyzer().tokens(sentence), frozenset()).of("date")
    assert [sentence[one.start : one.end] for one in dates] == held
