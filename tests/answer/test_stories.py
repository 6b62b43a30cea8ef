"""Which sentences are one wire story's, and which only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.stories import in_same_words
from index.analysis import Analyzer

ANALYZER = Analyzer()


def same(one: str, other: str) -> bool:
    return in_same_words((one, ANALYZER.tokens(one)), (other, ANALYZER.tokens(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S.-backed alliance took the old harbour.", "The US-backed alliance took the old harbour."),
        ("The harbour office closed its old bridge on Monday.", "The harbour office closed the old bridge on Monday."),
        (
            "The dam above the old mill held on all night long.",
            "The dam above the old mill held on all night long. (MP)",
        ),
        ("The labour party won the vote in the valley.", "The labor party won the vote in the valley."),
        ("The harbour office closed the old iron bridge.", "The harbour office closed the old iron bridge, it said."),
    ],
)
def test_small_words_and_spelling_make_no_other_story(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill on the hill employed 412 men at its end.", "The mill on the hill employed 421 men at its end."),
        ("The dam above the valley was safe, they found.", "The dam above the valley was not safe, they found."),
        ("The dam above the valley will be safe by May.", "The dam above the valley may be safe by May."),
        ("Fourteen men were killed in the old mill today.", "Fourteen men were injured in the old mill today."),
        ("The concert in the mill begins on Tuesday at six.", "The concert in the mill begins on Thursday at six."),
        ("All of the clerks at the mill had signed the paper.", "None of the clerks at the mill had signed the paper."),
        ("The clerk left the mill before the fire began.", "The clerk left the mill after the fire began."),
        ("The prize of the year went to Anna Crow of Lisle.", "The prize of the year went to Edith Crow of Lisle."),
        ("A lorry that came downhill hit a tram at noon.", "A tram that came downhill hit a lorry at noon."),
        ("The mill was sold for 3.1 million crowns in May.", "The mill was sold for 1.3 million crowns in May."),
        ("The ship sailed to the island from the mainland.", "The ship sailed from the island to the mainland."),
    ],
)
def test_what_tells_otherwise_is_another_story(one: str, other: str) -> None:
    assert not same(one, other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)


@given(st.text(max_size=60))
def test_every_text_with_a_letter_is_its_own_story(text: str) -> None:
    assert same(text, text)
