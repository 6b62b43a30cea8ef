"""Which days a question asks about, and how well the dates of a text fit them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.asked_time import Constraint, asked_time, fit
from answer.dates import find_dates

OCTOBER_2017 = Constraint(date(2017, 10, 1), date(2017, 10, 31))


@pytest.mark.parametrize(
    ("question", "constraint"),
    [
        ("What did Trump say in April?", Constraint(month=4)),
        ("what did trump say in april", Constraint(month=4)),
        ("Who was killed on 14 July?", Constraint(month=7, day=14)),
        ("what happened in October 2017", OCTOBER_2017),
        ("who attacked the town during October 2017?", OCTOBER_2017),
        ("what happened after October 2017", Constraint(first=date(2017, 11, 1))),
        ("what has changed since October 2017", Constraint(first=date(2017, 10, 1))),
        ("who held the town before October 2017", Constraint(last=date(2017, 9, 30))),
        ("who held the town until October 2017", Constraint(last=date(2017, 10, 31))),
        ("how many had fled by 2016", Constraint(last=date(2016, 12, 31))),
        ("what happened on September 10, 2018?", Constraint(date(2018, 9, 10), date(2018, 9, 10))),
        ("what happened september 10 2018", Constraint(date(2018, 9, 10), date(2018, 9, 10))),
        ("who attacked in the summer of 2014?", Constraint(date(2014, 6, 1), date(2014, 8, 31))),
        ("what was said between June and August 2017?", Constraint(date(2017, 6, 1), date(2017, 8, 31))),
        ("who ruled from 2014 to 2018", Constraint(date(2014, 1, 1), date(2018, 12, 31))),
        ("who lived there in the 1930s", Constraint(date(1930, 1, 1), date(1939, 12, 31))),
    ],
)
def test_a_time_in_the_question_restricts_it(question: str, constraint: Constraint) -> None:
    assert asked_time(question) == constraint


@pytest.mark.parametrize(
    "question",
    [
        "when did the offensive start",
        "what did the minister say last year",
        "who spoke on Monday?",
        "what is happening now?",
        "who won the 2010 final",
        "how long is two years of service",
        "who may march in the sun",
        "",
    ],
)
def test_what_names_no_known_time_restricts_nothing(question: str) -> None:
    assert asked_time(question) is None


def fits(constraint: Constraint, text: str, written_on: date | None = date(2018, 9, 11)) -> float:
    return fit(constraint, find_dates(text, written_on), written_on)


class TestFit:
    def test_a_day_within_the_time_fits(self) -> None:
        assert fits(OCTOBER_2017, "The town fell on 17 October 2017.") == 1.0

    def test_a_day_outside_it_contradicts(self) -> None:
        assert fits(OCTOBER_2017, "The town fell on 17 June 2017.") == -1.0

    def test_a_year_around_it_is_too_coarse_to_tell(self) -> None:
        assert fits(OCTOBER_2017, "The town fell in 2017.") == 0.0

    def test_the_date_that_fits_best_decides(self) -> None:
        assert fits(OCTOBER_2017, "It was attacked in June 2017 and fell on 17 October 2017.") == 1.0

    def test_a_day_before_an_open_end_contradicts(self) -> None:
        assert fits(Constraint(first=date(2017, 11, 1)), "It fell on 17 October 2017.") == -1.0

    def test_a_month_fits_in_any_year(self) -> None:
        assert fits(Constraint(month=4), "It fell on 3 April 1986.") == 1.0
        assert fits(Constraint(month=4), "It fell in April.", None) == 1.0
        assert fits(Constraint(month=4), "It fell on 3 May 1986.") == -1.0

    def test_a_day_of_any_year_is_that_day_only(self) -> None:
        assert fits(Constraint(month=7, day=14), "It fell on 14 July 1789.") == 1.0
        assert fits(Constraint(month=7, day=14), "It fell on 15 July 1789.") == -1.0

    def test_relative_days_count_from_the_day_of_publication(self) -> None:
        assert fits(Constraint(date(2018, 9, 10), date(2018, 9, 10)), "It fell on Monday.") == 1.0

    def test_without_dates_the_day_of_publication_decides(self) -> None:
        assert fits(Constraint(month=9), "The town fell.") == 1.0
        assert fits(OCTOBER_2017, "The town fell.") == -1.0

    def test_a_report_soon_after_may_still_tell_of_that_time(self) -> None:
        assert fits(OCTOBER_2017, "The town fell.", date(2017, 11, 4)) == 0.0

    def test_lengths_of_time_say_nothing(self) -> None:
        assert fits(Constraint(month=9), "It took three weeks.") == 1.0

    def test_without_any_date_nothing_is_known(self) -> None:
        assert fits(OCTOBER_2017, "The town fell on Monday.", None) == 0.0

    @given(st.dates(), st.dates(), st.dates(), st.dates())
    def test_a_day_fits_exactly_when_it_lies_between_the_ends(self, a: date, b: date, day: date, other: date) -> None:
        constraint = Constraint(min(a, b), max(a, b))
        assert fit(constraint, [], day) == 1.0 if min(a, b) <= day <= max(a, b) else fit(constraint, [], day) <= 0.0

    @given(st.text(max_size=60), st.none() | st.dates())
    def test_any_question_and_text_are_compared(self, text: str, written_on: date | None) -> None:
        constraint = asked_time(f"what happened in May {text}") or Constraint()
        assert fits(constraint, text, written_on) in (-1.0, 0.0, 1.0)
