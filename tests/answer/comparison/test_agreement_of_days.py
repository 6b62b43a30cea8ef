"""Whether sources agree on a day: compared as days, not as words."""

from datetime import date

import pytest

from answer.comparison.agreement import asked_date
from answer.model import Kind, Newest
from tests.answer.comparison.build import cite, compared, values


class TestDates:
    def test_a_month_agrees_with_a_day_in_it(self) -> None:
        found = compared(Kind.WHEN, cite("The town fell in September 2018."), cite("The town fell on Monday."))
        assert (found is not None and found.agrees, values(found)) == (True, [("2018-09", (0,)), ("2018-09-10", (1,))])

    def test_two_days_disagree(self) -> None:
        found = compared(Kind.WHEN, cite("The town fell on Monday."), cite("The town fell on 8 September."))
        assert (found is not None and found.agrees, values(found)) == (
            False,
            [("2018-09-10", (0,)), ("2018-09-08", (1,))],
        )

    def test_a_month_does_not_reconcile_two_days_in_it(self) -> None:
        days = cite("It fell on 8 September."), cite("It fell in September."), cite("It fell on Monday.")
        found = compared(Kind.WHEN, *days)
        assert found is not None
        assert not found.agrees

    def test_the_same_day_in_other_words_is_one_value(self) -> None:
        found = compared(Kind.WHEN, cite("It fell yesterday."), cite("It fell on Sept. 10, 2018."))
        assert values(found) == [("2018-09-10", (0, 1))]

    def test_the_hour_of_the_day_is_no_disagreement(self) -> None:
        found = compared(Kind.WHEN, cite("It fell at 9 p.m. on Monday."), cite("It fell on Monday morning."))
        assert values(found) == [("2018-09-10", (0, 1))]

    def test_a_year_outside_the_range_of_the_other_source_disagrees(self) -> None:
        found = compared(Kind.WHEN, cite("It stood from 1914 to 1918."), cite("It stood in 1920."))
        assert found is not None
        assert not found.agrees

    def test_a_day_that_is_not_known_is_not_compared(self) -> None:
        undated = cite("The town fell on Monday.", published=None)
        assert compared(Kind.WHEN, cite("The town fell on Monday."), undated) is None

    def test_one_dated_source_alone_is_compared_with_nothing(self) -> None:
        assert compared(Kind.WHEN, cite("It fell on Monday."), cite("It fell at last.")) is None

    def test_where_the_first_quote_gives_no_date_the_others_are_not_compared(self) -> None:
        later = cite("It fell on Monday."), cite("It fell on 8 September.")
        assert compared(Kind.WHEN, cite("It fell at last."), *later) is None

    def test_a_date_that_tells_which_thing_is_meant_is_not_compared(self) -> None:
        report = cite("In our report of 3 September on the town we were wrong.", "town")
        assert compared(Kind.WHEN, cite("The town fell on Monday.", "town fell"), report) is None

    def test_a_date_that_only_names_a_thing_is_not_compared(self) -> None:
        named = cite("The town fell to the 2012 champions.", "town fell")
        assert compared(Kind.WHEN, cite("The town fell on Monday.", "town fell"), named) is None

    def test_a_date_in_a_clause_that_tells_nothing_of_what_is_asked_is_not_compared(self) -> None:
        other = cite("The town, which lies on the river, was bombed on 8 September, and fell.", "river")
        assert compared(Kind.WHEN, cite("The town fell on Monday.", "town fell"), other) is None

    def test_other_questions_are_not_compared_by_date(self) -> None:
        assert compared(Kind.WHO, cite("Lind fell on Monday."), cite("Lind fell on 8 September.")) is None


class TestTheAskedDate:
    def test_it_is_the_one_of_the_asked_event(self) -> None:
        found = asked_date(cite("The town fell on Monday after the army attacked in June.", "army attacked"))
        assert found is not None
        assert found.value == "2018-06"

    @pytest.mark.parametrize("text", ["It is now open.", "It took three days.", "They meet every Friday.", "It fell."])
    def test_the_present_lengths_and_repetitions_are_no_dates(self, text: str) -> None:
        assert asked_date(cite(text)) is None

    @pytest.mark.parametrize(
        ("text", "about"),
        [
            ("The game is out today, and it comes to desktops in two weeks.", "game desktops"),
            ("The warden's office hours are Tuesday and Thursday. It was agreed in May.", "warden office hours"),
            ("“The town falls today,” he said. The army came on Monday.", "town falls"),
        ],
    )
    def test_there_is_none_where_another_time_of_unknown_value_is_nearer(self, text: str, about: str) -> None:
        assert asked_date(cite(text, about)) is None


class TestTheNewest:
    def test_the_value_of_the_document_published_last_is_the_newest(self) -> None:
        old, new = cite("It killed 31 men.", "men", "2020-05-11"), cite("It killed 34 men.", "men", "2020-05-13")
        found = compared(Kind.HOW_MANY, new, old, noun="men")
        assert found is not None
        assert found.newest == Newest("34", date(2020, 5, 13))

    @pytest.mark.parametrize(
        ("one", "other"), [("2020-05-11", "2020-05-11"), ("2020-05-11", None), ("2020-05", "2020-05-11")]
    )
    def test_there_is_none_where_the_days_do_not_tell(self, one: str, other: str | None) -> None:
        found = compared(Kind.HOW_MANY, cite("It killed 31 men.", "men", one), cite("It killed 34 men.", "men", other))
        assert found is not None
        assert found.newest is None

    def test_there_is_none_where_the_last_day_gives_two_values(self) -> None:
        days = ("31", "2020-05-11"), ("34", "2020-05-13"), ("36", "2020-05-13")
        found = compared(Kind.HOW_MANY, *(cite(f"It killed {count} men.", "men", day) for count, day in days))
        assert found is not None
        assert found.newest is None

    def test_there_is_none_where_the_sources_agree(self) -> None:
        old, new = cite("It killed 31 men.", "men", "2020-05-11"), cite("It killed 31 men.", "men", "2020-05-13")
        found = compared(Kind.HOW_MANY, old, new)
        assert found is not None
        assert found.newest is None
