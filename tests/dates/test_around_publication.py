"""Given a sentence and its day, then a date without a year lies on the side of that day that its clause tells."""

from datetime import date

import pytest

from answer.dates import find_dates

FEBRUARY = date(2024, 2, 13)
JULY = date(2022, 7, 13)
OCTOBER = date(2023, 10, 4)

# When it was written, what was written, an expression in it and its value.
CASES: dict[str, list[tuple[date, str, str, str | None]]] = {
    "what is put off lies ahead": [
        (JULY, "The concert has been delayed to 20 July.", "20 July", "2022-07-20"),
        (JULY, "The council postponed the vote to 3 March.", "3 March", "2023-03-03"),
        (JULY, "The hearing was put off until Monday.", "Monday", "2022-07-18"),
        (FEBRUARY, "The choice was left to the annual meeting in May.", "May", "2024-05"),
        (JULY, "The storm moved east until Monday.", "Monday", "2022-07-11"),
        (JULY, "The concert had been postponed to 20 July.", "20 July", "XXXX-07-20"),
    ],
    "what lasts in the present ends ahead": [
        (JULY, "Buses are cancelled until at least Friday.", "Friday", "2022-07-15"),
        (FEBRUARY, "The hall has been booked until Easter.", "Easter", "2024-03-31"),
        (JULY, "The pass remains closed until 20 July.", "20 July", "2022-07-20"),
    ],
    "what lasted may have ended or not": [
        (JULY, "Buses were cancelled until Friday.", "Friday", "XXXX-WXX-5"),
        (JULY, "The pass was closed until the 20th.", "the 20th", "XXXX-XX-20"),
        (JULY, "The pass was closed until May.", "May", "XXXX-05"),
        (JULY, "The museum was closed until Easter.", "Easter", None),
        (JULY, "The museum stayed open until Friday.", "Friday", "2022-07-08"),
        (JULY, "He was in prison until May.", "May", "2022-05"),
    ],
    "the present tense plans": [
        (FEBRUARY, "The head teacher leaves in June.", "June", "2024-06"),
        (FEBRUARY, "The blast leaves nine dead in June.", "June", "2023-06"),
        (OCTOBER, "The new fare applies from 1 July.", "1 July", "2024-07-01"),
        (OCTOBER, "The new rules apply from 1 July.", "1 July", "2024-07-01"),
        (OCTOBER, "The new fare applied from 1 July.", "1 July", "2023-07-01"),
        (OCTOBER, "The law comes into force in May.", "May", "2024-05"),
        (OCTOBER, "The pact promises a new bridge by 2027 and lower tolls from July.", "July", "2024-07"),
        (FEBRUARY, "The deal, struck on Sunday, gives all nurses a bonus in April.", "April", "2024-04"),
        (OCTOBER, "Nets are removed in March.", "March", "XXXX-03"),
    ],
    "the year turns": [
        (JULY, "The pool opened to clubs in November and to families in March.", "March", "2022-03"),
        (JULY, "Snow fell from the roof on Christmas Eve and on New Year's Day.", "New Year's Day", "2022-01-01"),
        (JULY, "In December 2014 the pool closed and in March it opened.", "March", "2015-03"),
        (FEBRUARY, "Sales for FY2022 were published on 9 February.", "9 February", "2024-02-09"),
        (FEBRUARY, "Sales for fiscal 2022 were published on 9 February.", "9 February", "2024-02-09"),
    ],
    "a time of day is of the day that it is tied to": [
        (JULY, "They met on Monday. Talks began.\n\nDoors closed at 10 p.m.", "10 p.m.", "2022-07-11T22:00"),
        (JULY, "They met on Monday and on Sunday.\n\nDoors closed at noon.", "noon", "XXXX-XX-XXT12:00"),
        (JULY, "They met on Sunday. The attack began at dawn on Monday.", "dawn on Monday", "2022-07-11TMO"),
        (JULY, "He began on 1 July. Office hours are Tuesday from 8 to 10 a.m.", "10 a.m.", "XXXX-XX-XXT10:00"),
    ],
}


@pytest.mark.parametrize(("written_on", "text", "phrase", "value"), [row for rows in CASES.values() for row in rows])
def test_a_date_lies_where_its_clause_puts_it(written_on: date, text: str, phrase: str, value: str | None) -> None:
    found = {expression.phrase: expression.value for expression in find_dates(text, written_on)}
    assert found.get(phrase, "not found") == value, found


@pytest.mark.parametrize("text", ["It is closed from noon until Tuesday.", "It runs from 6 p.m. on Friday to Monday."])
def test_a_range_without_a_known_week_has_open_ends(text: str) -> None:
    (found,) = find_dates(text, None)
    assert "XXXX-" in (found.value or "")


def test_what_fits_both_sides_says_so() -> None:
    (friday,) = find_dates("Buses were cancelled until Friday.", JULY)
    assert friday.basis == "published Wednesday 13 July 2022; what is said fits a day before it and one after it"
