"""Calendar values read out in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording import basis_in_words, in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-09-10", "Monday 10 September 2018"),
        ("2018-09-10T14:30", "Monday 10 September 2018, 14:30"),
        ("2018-09-10TMO", "Monday 10 September 2018, morning"),
        ("2018-09", "September 2018"),
        ("2018", "2018"),
        ("2018-W37", "the week of 10 September to 16 September 2018"),
        ("2018-W37-WE", "the weekend of 15 September to 16 September 2018"),
        ("2018-Q3", "third quarter of 2018"),
        ("2018-H1", "first half of 2018"),
        ("2018-SU", "summer 2018"),
        ("201", "the 2010s"),
        ("20", "the 21st century"),
        ("11", "the 12th century"),
        ("BC0480", "480 BC"),
        ("BC048", "the 480s BC"),
        ("BC04", "the 5th century BC"),
        ("2014/2018", "2014 to 2018"),
        ("P4Y", "4 years"),
        ("P1D", "1 day"),
        ("PT24H", "24 hours"),
        ("P2CE", "2 centuries"),
        ("PXM", "some months"),
        ("XXXX-07", "July (year not known)"),
        ("XXXX-07-14", "14 July (year not known)"),
        ("XXXX-SU", "summer (year not known)"),
        ("XXXX-XX-15", "day 15 (month not known)"),
        ("XXXX-WXX-1", "Monday (week not known)"),
        ("XXXX-WXX-4T19:00", "Thursday 19:00 (week not known)"),
        ("XXXX-WXX-4TEV", "Thursday evening (week not known)"),
        ("XXXX-XX-XXT21:00", "21:00 (day not known)"),
        ("PAST_REF", "some time ago"),
    ],
)
def test_a_value_is_read_out_as_people_say_it(value: str, words: str) -> None:
    assert in_words(value) == words


def test_the_weekday_can_be_left_out() -> None:
    assert in_words("2018-09-10", weekday=False) == "10 September 2018"


def test_days_in_a_derivation_are_read_out_too() -> None:
    assert basis_in_words("published 2018-09-11") == "published Tuesday 11 September 2018"


@given(
    st.text(max_size=20) | st.from_regex(r"(XXXX|\d{4})-(XX|\d\d|W\d\d|WXX)(-\d\d?)?(T[A-Z0-9:]{2,5})?", fullmatch=True)
)
def test_any_other_value_is_given_back_in_some_words(value: str) -> None:
    assert bool(in_words(value)) == bool(value)
