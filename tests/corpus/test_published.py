"""Dates of publication, as precise as they were given and never guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.published import iso


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
