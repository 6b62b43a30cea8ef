"""How a text is read as a whole: narrative and news, quoted speech, texts without a day, and what always holds."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.dates import DateExpression, find_dates, span

TUESDAY = date(2018, 9, 11)


def values(text: str, written_on: date | None = TUESDAY) -> dict[str, str | None]:
    return {expression.phrase: expression.value for expression in find_dates(text, written_on)}


def only(text: str, written_on: date | None = TUESDAY) -> DateExpression:
    (expression,) = find_dates(text, written_on)
    return expression


class TestTheDerivationIsSaid:
    def test_a_weekday_names_the_publication_day_and_the_rule(self) -> None:
        assert only("They began on Monday.").basis == "published Tuesday 11 September 2018; nearest Monday on or before"

    def test_a_full_date_is_stated(self) -> None:
        assert only("They began on 3 May 2018.").basis == "stated"

    def test_a_modifier_is_kept_in_the_basis(self) -> None:
        assert only("They began in mid-2014.").basis == "stated; “mid” in that period"

    def test_an_ambiguous_order_of_day_and_month_is_said(self) -> None:
        assert "which of the two" in (only("Signed 03/04/2018.").basis or "")

    def test_an_expression_counted_from_the_text_names_the_phrase_it_counts_from(self) -> None:
        found = find_dates("It began on 3 May 2018. The following day it rained.", TUESDAY)
        assert found[1].basis == "counted from “3 May 2018” in the text before"


class TestWithoutAPublicationDay:
    @pytest.mark.parametrize("phrase", ["yesterday", "today", "last week", "last month", "two years ago", "tonight"])
    def test_what_counts_from_that_day_has_no_value(self, phrase: str) -> None:
        found = only(f"The town fell {phrase}.", None)
        assert (found.value, found.basis) == (None, "no publication date")

    def test_a_weekday_keeps_only_its_name(self) -> None:
        assert only("The town fell on Monday.", None).value == "XXXX-WXX-1"

    def test_a_month_keeps_only_its_name(self) -> None:
        assert only("The town fell in July.", None).value == "XXXX-07"

    def test_a_day_keeps_its_month(self) -> None:
        assert only("The town fell on 14 July.", None).value == "XXXX-07-14"

    def test_a_full_date_is_known_all_the_same(self) -> None:
        assert only("The town fell on 14 July 2017.", None).value == "2017-07-14"

    def test_the_text_itself_can_supply_the_year(self) -> None:
        assert values("It began on 3 May 2018. By July it was over.", None)["July"] == "2018-07"


class TestQuotedSpeech:
    def test_today_inside_a_quotation_is_the_unknown_day_of_speaking(self) -> None:
        found = only("“Our forces today began the attack,” a commander said.")
        assert found.value is None
        assert "day of speaking is not stated" in (found.basis or "")

    def test_a_stated_day_of_speaking_resolves_it(self) -> None:
        assert values("“Our forces today began the attack,” a commander said on Monday.")["today"] == "2018-09-10"

    def test_the_stated_day_may_stand_before_the_quotation(self) -> None:
        assert values("A commander said on Sunday: “We leave tomorrow.”")["tomorrow"] == "2018-09-10"

    def test_straight_quotation_marks_count_too(self) -> None:
        assert values('"Our forces today began," he said.')["today"] is None

    def test_behind_the_closing_mark_the_writer_speaks_again(self) -> None:
        assert values("“We won,” he said today.")["today"] == "2018-09-11"

    def test_a_mark_left_open_ends_with_its_paragraph(self) -> None:
        assert values('He is 6" tall.\nThe town fell today.')["today"] == "2018-09-11"

    def test_a_full_date_in_a_quotation_is_stated(self) -> None:
        assert values("“We won on 3 May 2017,” he said.")["3 May 2017"] == "2017-05-03"


NARRATIVE = (
    "The war began on March 4, 1811. In April the river was crossed. On May 9 the fort was attacked, and two days "
    "later it fell. The next day the army marched on. By November the north was lost. In January a truce was signed. "
    "The previous year had been better. In 1814 the king returned; in the summer he was crowned. That year the harvest "
    "failed, and in 1816 people starved."
)


class TestNarrative:
    """A history counts from the date it has told last, not from the day it was written."""

    @pytest.mark.parametrize(
        ("phrase", "value"),
        [
            ("April", "1811-04"),
            ("May 9", "1811-05-09"),
            ("two days later", "1811-05-11"),
            ("The next day", "1811-05-12"),
            ("November", "1811-11"),
            ("January", "1812-01"),
            ("The previous year", "1811"),
            ("the summer", "1814-SU"),
            ("That year", "1814"),
        ],
    )
    def test_each_expression_hangs_on_the_date_told_before_it(self, phrase: str, value: str) -> None:
        assert values(NARRATIVE)[phrase] == value

    def test_today_means_the_present_and_no_day(self) -> None:
        assert values(NARRATIVE + " Today the fort is a museum.")["Today"] == "PRESENT_REF"

    def test_a_far_year_in_the_news_does_not_draw_weekdays_away(self) -> None:
        text = "On Monday the army advanced. The group seized the town in 2014 after a war in 1991."
        assert values(text)["Monday"] == "2018-09-10"

    @pytest.mark.parametrize(("phrase", "value"), [("9 p.m.", "2018-09-10T21:00"), ("evening", "2018-09-10TEV")])
    def test_a_time_of_day_in_the_news_is_of_the_day_told_before(self, phrase: str, value: str) -> None:
        assert values(f"The assault began on Monday. By {phrase} the town had fallen.")[phrase] == value

    def test_a_time_of_day_in_the_news_is_not_of_a_day_long_past(self) -> None:
        assert values("It fell on 3 May 2011. At 9 p.m. they spoke.")["9 p.m."] == "XXXX-XX-XXT21:00"

    def test_a_month_beside_another_year_in_one_sentence_belongs_to_that_year(self) -> None:
        assert (
            values("The minister said on Monday: in 2014 the town fell and by July it was empty.")["July"] == "2014-07"
        )

    def test_two_dates_after_a_leap_move_the_story(self) -> None:
        text = "The party began in 1984. It took the north in May 2016, the dam in May 2017 and the rest that June."
        assert values(text)["that June"] == "2017-06"

    def test_a_date_in_brackets_does_not_move_the_story(self) -> None:
        text = NARRATIVE + " The bishop (murdered on June 3, 1830) protested. In October he fled."
        assert values(text)["October"] == "1816-10"


class TestQuestions:
    """A question is text too: its dates say which passages it wants."""

    @pytest.mark.parametrize(
        ("question", "phrase", "value"),
        [
            ("what did trump say in april?", "april", "2018-04"),
            ("what happened after october 2017", "october 2017", "2017-10"),
            ("Who was killed on Monday?", "Monday", "2018-09-10"),
            ("what has changed since may", "may", "2018-05"),
            ("who attacked in the summer of 2014?", "the summer of 2014", "2014-SU"),
            ("What was said between June and August 2017?", "between June and August 2017", "2017-06/2017-08"),
        ],
    )
    def test_its_dates_are_found_in_lower_case_as_well(self, question: str, phrase: str, value: str) -> None:
        assert values(question) == {phrase: value}


class TestSpan:
    @pytest.mark.parametrize(
        ("value", "first", "last"),
        [
            ("2018-09-10", date(2018, 9, 10), date(2018, 9, 10)),
            ("2018-09-10T21:00", date(2018, 9, 10), date(2018, 9, 10)),
            ("2018-09-10TNI", date(2018, 9, 10), date(2018, 9, 10)),
            ("2018-09", date(2018, 9, 1), date(2018, 9, 30)),
            ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
            ("2018", date(2018, 1, 1), date(2018, 12, 31)),
            ("2018-W37", date(2018, 9, 10), date(2018, 9, 16)),
            ("2018-W37-WE", date(2018, 9, 15), date(2018, 9, 16)),
            ("2018-Q3", date(2018, 7, 1), date(2018, 9, 30)),
            ("2018-H2", date(2018, 7, 1), date(2018, 12, 31)),
            ("2018-SU", date(2018, 6, 1), date(2018, 8, 31)),
            ("2018-WI", date(2018, 12, 1), date(2019, 2, 28)),
            ("194", date(1940, 1, 1), date(1949, 12, 31)),
            ("19", date(1900, 1, 1), date(1999, 12, 31)),
            ("2014/2018", date(2014, 1, 1), date(2018, 12, 31)),
            ("2017-06/2017-10", date(2017, 6, 1), date(2017, 10, 31)),
        ],
    )
    def test_a_value_covers_its_days(self, value: str, first: date, last: date) -> None:
        assert span(value) == (first, last)

    @pytest.mark.parametrize(
        "value",
        [
            "P4Y",
            "PXD",
            "XXXX-07",
            "XXXX-WXX-1",
            "PRESENT_REF",
            "BC0480",
            "2018-02-30",
            "2018-13",
            "2018-Q9",
            "2018/2014",
            "",
        ],
    )
    def test_what_is_no_stretch_of_the_calendar_covers_nothing(self, value: str) -> None:
        assert span(value) is None

    @given(st.text(max_size=20))
    def test_no_text_breaks_it(self, value: str) -> None:
        covered = span(value)
        assert covered is None or covered[0] <= covered[1]


_WORDS = """
the a an of on in at by from to between and last next this that previous following same early late mid end
Monday Sunday Mon. May may March march September Sept. Sep sun second third 10 10th 31 1 0 99 2018 1939
480 BC AD 9 p.m. a.m. 21:00 25:99 noon night morning day days week weeks month months year years decade
century quarter quarters half past few several two twenty thirty-first ago later earlier before after
every each daily per summer fall winter of the year Christmas Easter Thanksgiving today tomorrow yesterday
tonight now 30/02/2018 2018-02-30 2018-09-10 1914-18 - – ( ) " “ ” . , said will was 9999 10000 1000000
weekend fortnight millennium minutes hours 29 February Feb. 0 0000 '90s 1990s 21st-century Z GMT EST
o'clock overnight fiscal FY17 H1 Q3 former recent coming latest those that one mid-year year's end half past
nine to 1900 GMT local time 2018/09/10 10/25/18 weeklong three-and-a-half-year before last after next long ago
is open hours usually put off until dawn midnight 3 1/2 ½ FY2018 2018/19 2018.09.10 Whit Saint Ash Wednesday moved
back beginning there we are needed starting
"""
WORDS = st.sampled_from(_WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=3)), max_size=30).map("\n".join),
)
DAYS = st.one_of(st.none(), st.dates())


class TestAlways:
    @given(TEXTS, DAYS)
    def test_offsets_slice_to_the_phrase_in_order_without_overlap(self, text: str, written_on: date | None) -> None:
        end = 0
        for expression in find_dates(text, written_on):
            assert expression.phrase == text[expression.start : expression.end] != ""
            assert expression.start >= end
            assert expression.basis
            end = expression.end

    @given(TEXTS, DAYS)
    def test_every_full_date_in_a_value_is_a_day_of_the_calendar(self, text: str, written_on: date | None) -> None:
        for expression in find_dates(text, written_on):
            for day in re.findall(r"(?<![C\d])\d{4}-\d\d-\d\d", expression.value or ""):
                assert date.fromisoformat(day)

    @given(TEXTS.filter(lambda text: not any(character.isnumeric() for character in text)))
    def test_without_a_day_a_text_without_a_digit_gives_no_value_that_names_a_year(self, text: str) -> None:
        assert not [e for e in find_dates(text, None) if re.match(r"\d{4}", e.value or "")]

    @given(st.dates(min_value=date(1900, 1, 10), max_value=date(2100, 1, 1)))
    def test_a_past_weekday_lies_within_the_week_up_to_publication(self, written_on: date) -> None:
        value = only("The town fell on Wednesday.", written_on).value
        assert value is not None
        day = date.fromisoformat(value)
        assert day.isoweekday() == 3
        assert written_on - timedelta(days=7) < day <= written_on

    @given(st.dates(min_value=date(1900, 1, 10), max_value=date(2100, 1, 1)))
    def test_a_past_month_is_the_last_one_begun(self, written_on: date) -> None:
        covered = span(only("The battle started in June.", written_on).value or "")
        assert covered is not None
        assert covered[0] <= written_on < covered[0] + timedelta(days=366)


HOSTILE = {
    "digits": "1" * 1000,
    "numbers": "2018 " * 200,
    "the": "the " * 250,
    "openings": "from the end of the " * 50,
    "late": "early late mid-" * 60,
    "quotes": '" “ said on ' * 80,
    "brackets": "(" * 1000,
    "months": "May March " * 100,
    "days": "10 11-12 and 13 " * 60,
    "blanks": " " * 1000,
    "newlines": "\n" * 1000,
    "counts": "a few of several hundreds of two twenty-" * 25,
    "letters": "a" * 1000,
    "points": "Sept." * 200,
    "hours": "open hours 1:1:1:1:1:1:1:1:1:1:1:1:1:1 Monday and " * 20,
    "until": "had been put off until the 20th is closed until May " * 20,
    "noon": "on Monday or Sunday at noon noon at dawn until midnight " * 20,
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_of_30_kb_is_read_to_its_end(unit: str) -> None:
    text = unit * (30_000 // len(unit)) + " It fell on 3 May 2018."
    assert find_dates(text, TUESDAY)[-1].value == "2018-05-03"


@pytest.mark.slow
def test_a_hostile_text_of_300_kb_gives_ten_times_what_a_tenth_of_it_gives() -> None:
    part = " ".join(HOSTILE.values()) + "\n\n"
    small, large = part * (30_000 // len(part)), part * (30_000 // len(part) * 10)
    assert len(find_dates(large, TUESDAY)) == 10 * len(find_dates(small, TUESDAY))
