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
    "what may, must or was decided to be done lies ahead": [
        (FEBRUARY, "Guests may bring their dogs from 1 July.", "1 July", "2024-07-01"),
        (FEBRUARY, "Forms must reach the office by 30 November.", "30 November", "2024-11-30"),
        (OCTOBER, "The union agreed to take a lower wage from 1 January.", "1 January", "2024-01-01"),
        (OCTOBER, "The harbour signed a deal on Monday to sell its cranes by 30 June.", "30 June", "2024-06-30"),
        (FEBRUARY, "The vote was on a bill to close the mine at the end of June.", "the end of June", "2024-06"),
        (OCTOBER, "The judge ordered the inn to reopen on 14 December.", "14 December", "2023-12-14"),
        (OCTOBER, "The judge ordered the inn to reopen on Monday.", "Monday", "2023-10-09"),
        (OCTOBER, "The cook was ordered to leave on 14 June.", "14 June", "2023-06-14"),
        (OCTOBER, "On 5 December the council voted to sell the hall.", "5 December", "2022-12-05"),
        (OCTOBER, "The watch shop, which closed on 5 December, can pay its debts.", "5 December", "2022-12-05"),
        (FEBRUARY, "After the fire of 10 October the owner must rebuild.", "10 October", "2023-10-10"),
        (FEBRUARY, "The owner must rebuild after the fire of 10 July.", "10 July", "2023-07-10"),
    ],
    "what has been done in the end lies back": [
        (OCTOBER, "She managed to finish the race on 5 December.", "5 December", "2022-12-05"),
        (OCTOBER, "The search had to be broken off on 5 December.", "5 December", "2022-12-05"),
        (OCTOBER, "The rain forced them to stop on 5 December.", "5 December", "2022-12-05"),
        (OCTOBER, "The boat must have sunk on 5 December.", "5 December", "2022-12-05"),
        (OCTOBER, "The wine fair ran from 1 to 14 November.", "from 1 to 14 November", "2022-11-01/2022-11-14"),
        (OCTOBER, "The painter (born 5 December) lives here.", "5 December", "2022-12-05"),
        (OCTOBER, "On 5 December the firm announced a loss.", "5 December", "2022-12-05"),
    ],
    "a time that is given ends ahead": [
        (FEBRUARY, "Tenants have until 27 August to reply.", "27 August", "2024-08-27"),
        (FEBRUARY, "The judge gave them until 27 August to reply.", "27 August", "2024-08-27"),
        (FEBRUARY, "The winner came from Leeds, on loan until the end of June.", "the end of June", "2024-06"),
        (FEBRUARY, "The county closed the lane until 27 June.", "27 June", "2024-06-27"),
        (FEBRUARY, "The county closed the lane until 27 October.", "27 October", "2023-10-27"),
        (FEBRUARY, "Entries: until 27 October", "27 October", "2024-10-27"),
        (FEBRUARY, "The wine fair runs from 1 to 14 November.", "from 1 to 14 November", "2024-11-01/2024-11-14"),
    ],
    "what comes next lies ahead": [
        (FEBRUARY, "Next clean-up: 14 November", "14 November", "2024-11-14"),
        (FEBRUARY, "The next clean-up was on 14 November.", "14 November", "2023-11-14"),
        (FEBRUARY, "The next day, 14 November, it rained.", "14 November", "2023-11-14"),
        (FEBRUARY, "The minister called an election for 14 November.", "14 November", "2024-11-14"),
    ],
    "without a verb the nearer day counts": [
        (FEBRUARY, "Plum market: 1 May", "1 May", "2024-05-01"),
        (FEBRUARY, "Plum market: 1 October", "1 October", "2023-10-01"),
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
