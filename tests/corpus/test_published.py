"""Dates of publication, as precise as they were given and never guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.published import date_line, iso


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2018", "2018"),
        (2018, "2018"),
        ("2018-09", "2018-09"),
        ("2018-09-11", "2018-09-11"),
        ("2018-09-11T08:30", "2018-09-11T08:30"),
        ("2018-09-11 08:30:15Z", "2018-09-11T08:30:15Z"),
        ("2018/09/11", "2018-09-11"),
        ("20180911", "2018-09-11"),
        ("11 September 2018", "2018-09-11"),
        ("Sept. 11, 2018", "2018-09-11"),
        ("Tuesday, September 11th, 2018", "2018-09-11"),
        ("September 2018", "2018-09"),
        ("Tue, 11 Sep 2018 08:30:00 +0200", "2018-09-11T08:30:00+02:00"),
        (date(2018, 9, 11), "2018-09-11"),
        (datetime(2018, 9, 11, 8, 30), "2018-09-11T08:30:00"),
    ],
)
def test_a_date_keeps_the_precision_it_was_given(stated: object, expected: str) -> None:
    assert iso(stated) == expected


@pytest.mark.parametrize(
    "stated",
    [
        "09/11/2018",
        "31 September 2018",
        "2018-13",
        "last week",
        "",
        "2018-09-11T25:00",
        "1 Jan 9999999999 10:00:00",
        "May 0000",
    ],
)
def test_what_is_ambiguous_or_no_date_stays_unknown(stated: str) -> None:
    assert iso(stated) is None


@given(st.dates())
def test_every_day_comes_back_as_itself(day: date) -> None:
    assert iso(f"{day:%d %B} {day.year:04}") == iso(day.isoformat()) == day.isoformat()


@given(st.text())
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = iso(text)
    assert found is None or found[:4].isdigit()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 March 2024\n\nDear members,", "2024-03-12"),
        ("Ferry ticker\nTuesday 13 July 2021\n\n03:15 The pier is shut.", "2021-07-13"),
        ("Harbour Office\nQuay 4\n\nMarch 12, 2024\n\nDear members,", "2024-03-12"),
        ("Was the pier safe?\n2024-03-12\nThe pier was shut.", "2024-03-12"),
    ],
)
def test_a_day_alone_on_one_of_the_first_lines_is_that_of_the_text(text: str, day: str) -> None:
    assert date_line(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Ferry ticker\nJuly 2021\n\nThe pier is shut.",
        "Mara Lind\nBorn 12 March 1950\n\nShe was a captain.",
        "The pier was shut on\n12 March 2024\nby the harbour office.",
        "Logbook\n\n1 May 2020\n\nFog.\n\n2 May 2020\n\nRain.",
        "20240312\n\nThe pier is shut.",
        f"{'The pier is shut and the ferry is late. ' * 4}\n\n12 March 2024\n\nIt rained.",
        "One\nTwo\nThree\nFour\nFive\n12 March 2024\n",
        "",
    ],
)
def test_any_other_day_is_no_day_of_publication(text: str) -> None:
    assert date_line(text) is None


@given(st.text("1290 -MarchJuly\n,.", max_size=60))
def test_the_day_of_any_text_is_a_day_of_the_calendar(text: str) -> None:
    found = date_line(text)
    assert found is None or date.fromisoformat(found)
