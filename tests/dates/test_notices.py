"""Given a notice, minutes or a calendar and its day, then each day in it is the one that its readers would keep."""

from datetime import date

import pytest

from answer.dates import find_dates

THURSDAY = date(2023, 5, 11)

# What was written on that Thursday, an expression in it and its value; None: it is no date.
CASES: dict[str, list[tuple[str, str, str | None]]] = {
    "the clause that holds the date decides": [
        ("Because the kiln is overheated, the pottery class moves to 8 September.", "8 September", "2023-09-08"),
        ("As the ferry sank, the regatta is on 20 October.", "20 October", "2023-10-20"),
        ("The bazaar, which was rained off in April, is now on 20 October.", "20 October", "2023-10-20"),
        ("The bazaar, which is loved by all, opened on 20 October.", "20 October", "2022-10-20"),
        ("After she had won, early on 20 October she left.", "early on 20 October", "2022-10-20"),
    ],
    "what is on a day in the present tense is to come": [
        ("The pumpkin weighing is on 20 October.", "20 October", "2023-10-20"),
        ("There is a swap of seeds on Saturday.", "Saturday", "2023-05-06"),
        ("There is a seed swap on Saturday.", "Saturday", "2023-05-13"),
        ("Cider is poured in the barn from 20 October.", "20 October", "2023-10-20"),
        ("The attic is closed on Monday.", "Monday", "2023-05-15"),
        ("We have a guest on Sunday.", "Sunday", "2023-05-14"),
        ("The tannery is the scene of the fire on Sunday.", "Sunday", "2023-05-07"),
        ("The tannery is a ruin hit on Sunday.", "Sunday", "2023-05-07"),
        ("Its owner is the victim in the fire on Sunday.", "Sunday", "2023-05-07"),
        ("A lamp is responsible for the fire on Sunday.", "Sunday", "2023-05-07"),
        ("It is unclear how the fire on Sunday began.", "Sunday", "2023-05-07"),
        ("There's been a fire on Sunday.", "Sunday", "2023-05-07"),
        ("Here are the minutes from 3 May.", "3 May", "2023-05-03"),
        ("The barn is open from 20 October.", "20 October", "2023-10-20"),
        ("Pumpkins went on sale on Monday.", "Monday", "2023-05-08"),
        ("Pumpkins on sale on Monday.", "Monday", "2023-05-15"),
        ("She played in the Dorn Games Open on Sunday.", "Sunday", "2023-05-07"),
        ("They saw the ships leave on Monday.", "Monday", "2023-05-08"),
        ("In its open letter on Monday the club thanks all.", "Monday", "2023-05-08"),
    ],
    "what a day that opens its sentence announces in the present tense is to come": [
        ("On Sunday there is a barn dance.", "Sunday", "2023-05-14"),
        ("On Sunday at ten we race our ducks.", "Sunday", "2023-05-14"),
        ("On Sunday the potter fires her kiln.", "Sunday", "2023-05-14"),
        ("On Sunday the potter said she is sorry.", "Sunday", "2023-05-07"),
        ("On Sunday there is a dance, which was loved last year.", "Sunday", "2023-05-14"),
        ("On Sunday no carts run.", "Sunday", "2023-05-14"),
        ("On Sunday the barn is painted.", "Sunday", "2023-05-14"),
        ("On 20 January there is a barn dance.", "20 January", "2024-01-20"),
        ("On 20 January the queen sails home.", "20 January", "2023-01-20"),
        ("On Sunday the potter fired her kiln.", "Sunday", "2023-05-07"),
        ("On Sunday the potter put out her kiln.", "Sunday", "2023-05-07"),
        ("On Sunday potters burn their kiln.", "Sunday", "2023-05-07"),
        ("A kiln on Sunday the potter fires.", "Sunday", "2023-05-07"),
        ("We leave for the coast on Sunday.", "Sunday", "2023-05-14"),
        ("The kiln is turned off on Sunday.", "Sunday", "XXXX-WXX-7"),
    ],
    "a weekday is counted in its month": [
        ("The regatta will be on the second Tuesday in June.", "the second Tuesday in June", "2023-06-13"),
        ("The regatta was on the last Friday of March.", "the last Friday of March", "2023-03-31"),
        ("The regatta was on the first Friday in March 2020.", "the first Friday in March 2020", "2020-03-06"),
        ("The regatta was on the third Sunday of last month.", "the third Sunday of last month", "2023-04-16"),
        ("The regatta was on the 20th of last month.", "the 20th of last month", "2023-04-20"),
        ("The regatta was on the 30th of that month.", "the 30th of that month", None),
        ("The regatta is on the first Friday of the month.", "the first Friday of the month", None),
        ("The regatta is on Saturday 3 and Sunday 4 June.", "Saturday 3", "2023-06-03"),
        ("The regatta is on Sat 3 & Sun 4 June.", "Sun 4 June", "2023-06-04"),
        ("The regatta is on Sat 1 & Sun 2 June.", "Sat 1", "2024-06-01"),
        ("The regatta is on Mon 3-5 June.", "5 June", "2024-06-05"),
        ("The regatta was on the 31st of last month.", "the 31st of last month", None),
    ],
    "a time of day is told with a part of the day": [
        ("The mill burnt at six o'clock on Monday evening.", "six o'clock on Monday evening", "2023-05-08T18:00"),
        ("The mill burnt at 2:30 on Monday afternoon.", "2:30 on Monday afternoon", "2023-05-08T14:30"),
        ("The mill burnt on Monday night at 11pm.", "Monday night at 11pm", "2023-05-08T23:00"),
        ("The mill burnt at 2am on Monday night.", "2am on Monday night", "2023-05-08T02:00"),
        ("The mill burnt at midnight on Monday night.", "midnight on Monday night", "2023-05-08TNI"),
        ("The mill burnt at twelve o'clock on Monday night.", "twelve o'clock on Monday night", "2023-05-08"),
    ],
    "a stretch of time is told by a day": [
        ("The regatta was in the week of 1 May.", "the week of 1 May", "2023-W18"),
        ("The regatta will be in the week beginning Monday 5 June.", "the week beginning Monday 5 June", "2023-W23"),
        ("The regatta was on the weekend of 7 May 2022.", "the weekend of 7 May 2022", "2022-W18-WE"),
        ("The regatta was in the first week of May.", "May", "2023-05"),
        ("The mill burnt in the early hours of Tuesday.", "the early hours of Tuesday", "2023-05-09"),
        ("The mill burnt in spring last year.", "spring last year", "2022-SP"),
        ("The mill burnt 48 hours ago.", "48 hours ago", "2023-05-09"),
        ("The mill burnt at 5pm.", "5pm", "XXXX-XX-XXT17:00"),
    ],
    "a named day has the date that it has in every country": [
        ("The ferry sank on Whit Monday.", "Whit Monday", "2022-06-06"),
        ("On Whit Monday the ferry is back.", "Whit Monday", "2023-05-29"),
        ("At Easter boats sank.", "Easter", "2023-04-09"),
        ("The ferry sank last Easter.", "last Easter", "2023-04-09"),
        ("Last Easter Mum sank.", "Last Easter", "2023-04-09"),
        ("At Easter Mum sank.", "Easter", "2023-04-09"),
        ("The ferry will sail next Easter.", "next Easter", "2024-03-31"),
        ("The ferry sank on Ash Wednesday.", "Ash Wednesday", "2023-02-22"),
        ("The ferry sank on Saint Davids Day.", "Saint Davids Day", "2023-03-01"),
        ("The ferry will sail by this Christmas.", "this Christmas", "2023-12-25"),
        ("The ferry sank on Labour Day.", "Labour Day", None),
        ("On Valentines Day the ferry sank.", "Valentines Day", "2023-02-14"),
        ("The ferry sank at the Orthodox Easter.", "Easter", None),
    ],
    "what is done in the present tense is not past": [
        ("From 3 June lamps are needed.", "3 June", "2023-06-03"),
        ("From 3 June lamps were needed.", "3 June", "2022-06-03"),
        ("As of 3 June lamps cost nine euros.", "3 June", "2023-06-03"),
        ("Starting Sunday, boats are welcome.", "Sunday", "2023-05-14"),
        ("Starting on Sunday, boats came back.", "Sunday", "2023-05-07"),
        ("Rowers needed on Saturday.", "Saturday", "2023-05-13"),
        ("We are looking forward to the dance on Saturday.", "Saturday", "2023-05-13"),
        ("The rent is due on 3 January.", "3 January", "2024-01-03"),
        ("The rent was due on 3 January.", "3 January", "2023-01-03"),
    ],
    "what is moved from a day to another does not last from the one to the other": [
        ("The dance has been moved from 3 June to 1 July.", "3 June", "2023-06-03"),
        ("The dance has been moved from 3 June to 1 July.", "1 July", "2023-07-01"),
        ("The hall is booked from 3 June to 1 July.", "from 3 June to 1 July", "2023-06-03/2023-07-01"),
        ("Tolls changed between 1990 and 1995.", "between 1990 and 1995", "1990/1995"),
    ],
    "days that are joined lie on one side": [
        ("The barn is open in July and August.", "August", "2023-08"),
        ("The fair is on 3 June, 5 July and on 20 October.", "20 October", "2023-10-20"),
        ("The barn was open on Monday. Friday, too.", "Friday", "2023-05-05"),
    ],
    "what is to be done is to come": [
        ("Bring a lantern on Saturday.", "Saturday", "2023-05-13"),
        ("No lessons on Monday.", "Monday", "2023-05-15"),
        ("Keep in mind that on Monday the club was shut.", "Monday", "2023-05-08"),
        ("Bring back the lantern you borrowed on Saturday.", "Saturday", "2023-05-06"),
    ],
    "a told week holds the weekdays behind it": [
        ("Chimneys are swept next week: Mill Lane on Tuesday.", "Tuesday", "2023-05-16"),
        ("Chimneys are swept next week. Mill Lane is done first. Tuesday was dry.", "Tuesday", "2023-05-09"),
        ("The vote is next week, she said on Tuesday.", "Tuesday", "2023-05-09"),
        ("The mill stands still from Tuesday to Friday next week.", "from Tuesday to Friday", None),
        ("It closes on Tuesday and on Friday next week.", "Tuesday", "2023-05-16"),
        ("Last week the well dried up. On Tuesday it filled again.", "Tuesday", "2023-05-02"),
        ("Last week's rain was welcome. On Tuesday the well filled.", "Tuesday", "2023-05-09"),
        ("The well dried up last week. On Tuesday it filled again.", "Tuesday", "2023-05-09"),
        ("The well dried up two weeks ago. On Tuesday it filled again.", "Tuesday", "2023-05-09"),
    ],
    "a week on from a weekday": [
        ("The fair is Friday week.", "Friday week", "2023-05-19"),
        ("They sail on Thursday in a week.", "Thursday in a week", "2023-05-18"),
        ("They sail a week on Sunday.", "a week on Sunday", "2023-05-21"),
        ("They sail twice a week on Sunday.", "a week on Sunday", None),
    ],
    "the name of an event is no part of a date": [
        ("Puzzle night on Saturday!", "Saturday", "2023-05-13"),
        ("Puzzle night on Saturday was loud.", "Saturday", "2023-05-06"),
        ("They left on the night of 3 May.", "the night of 3 May", "2023-05-03TNI"),
        ("The summer fair was loud.", "The summer", None),
        ("The summer was loud.", "The summer", "2022-SU"),
        ("He sells Easter eggs.", "Easter", None),
        ("The New Year's Eve ball was loud.", "The New Year's Eve", None),
        ("The New Year's Eve ball was loud.", "New Year's Eve", "2022-12-31"),
    ],
}


@pytest.mark.parametrize(("text", "phrase", "value"), [row for rows in CASES.values() for row in rows])
def test_a_day_of_a_notice_is_the_one_it_is_for(text: str, phrase: str, value: str | None) -> None:
    found = {expression.phrase: expression.value for expression in find_dates(text, THURSDAY)}
    assert found.get(phrase) == value, found


# The title, the text, an expression in it and its value; all written on that Thursday.
TITLED = [
    ("Skip plan 2024", "Garden waste: 9 April", "9 April", "2024-04-09"),
    ("Skip plan 2023", "Garden waste: 9 April", "9 April", "2023-04-09"),
    ("Season 2024/25", "Garden waste: 9 April", "9 April", "2023-04-09"),
    ("Forge Pro 2000", "The update is out on 9 April.", "9 April", "2024-04-09"),
    ("Skip plan 2024", "The council voted on 9 April.", "9 April", "2023-04-09"),
    ("Skip plan 2022", "The skip moves on 9 April.", "9 April", "2024-04-09"),
    ("The mill that burnt in 2022", "Garden waste: 9 July", "9 July", "2023-07-09"),
    ("", "# Skip plan 2024\n\nGarden waste: 9 April", "9 April", "2024-04-09"),
    ("Skip plan 2022", "# Skip plan 2024\n\nGarden waste: 9 April", "9 April", "2024-04-09"),
    ("", "We plan for 2024.\n\nGarden waste: 9 April", "9 April", "2023-04-09"),
    ("Skip plan 2024", "Garden waste: Tuesday 9 May", "Tuesday 9 May", "2023-05-09"),
    ("Skip plan 2024 - Dorn", "Garden waste: 9 April", "9 April", "2024-04-09"),
    ("Season 2023 – 2024", "Garden waste: 9 April", "9 April", "2023-04-09"),
    ("Copyright 2024 Dorn Council", "Garden waste: 9 April", "9 April", "2023-04-09"),
    ("", "2024: the mill is rebuilt\n\nGarden waste: 9 April", "9 April", "2023-04-09"),
    ("", "- a skip for 2024\n\nGarden waste: 9 April", "9 April", "2023-04-09"),
    ("Regatta 2024", "Boats must be booked by 9 November.", "9 November", "2023-11-09"),
]


@pytest.mark.parametrize(("title", "text", "phrase", "value"), TITLED)
def test_a_title_says_the_year_of_the_days_below_it(title: str, text: str, phrase: str, value: str) -> None:
    found = {expression.phrase: expression.value for expression in find_dates(text, THURSDAY, title)}
    assert found.get(phrase) == value, found


def test_a_year_of_a_title_is_told_with_its_words() -> None:
    (day,) = find_dates("Garden waste: 9 April", None, "Skip plan 2024")
    assert (day.value, day.basis) == ("2024-04-09", "the year of the title “Skip plan 2024”")


def test_a_side_that_nothing_tells_is_assumed() -> None:
    assert [one.assumed for one in find_dates("Puzzles on Monday", THURSDAY)] == [True]
    assert [one.assumed for one in find_dates("They met on Monday.", THURSDAY)] == [False]


@pytest.mark.parametrize(("year", "assumed"), [(2022, True), (2023, False)])
def test_what_is_to_come_under_a_title_of_a_year_gone_by_is_assumed(year: int, assumed: bool) -> None:
    (day,) = find_dates("The skip moves on 9 October.", THURSDAY, f"Skip plan {year}")
    assert (day.value, day.assumed) == ("2023-10-09", assumed)


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("On Sunday a bishop finds her guilty.", True),
        ("On Sunday the heron is shot.", True),
        ("On Sunday the bishop denies that she is guilty.", True),
        ("On 20 April the potter fires her kiln.", True),
        ("Next Sunday the potter fires her kiln.", False),
        ("On Sunday we race our ducks.", False),
        ("On Sunday the barn is closed.", False),
        ("On Sunday there is a barn dance.", False),
    ],
)
def test_what_news_tells_in_the_words_of_a_notice_is_assumed_to_be_to_come(text: str, assumed: bool) -> None:
    assert [one.assumed for one in find_dates(text, THURSDAY)] == [assumed]


@pytest.mark.parametrize(
    "text",
    [
        "On Easter Island the statues stand.",
        "The Whitsun Weddings were read.",
        "The Good Friday Agreement held.",
        "Every Boxing Day boats race.",
        "He had an epiphany.",
    ],
)
def test_what_is_called_by_a_feast_has_not_its_day(text: str) -> None:
    assert not find_dates(text, THURSDAY)
