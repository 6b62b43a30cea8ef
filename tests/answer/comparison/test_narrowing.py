"""What narrows a value in its clause: values of a plan, a part or another place are not of the same thing."""

import re
from datetime import date

import pytest

from answer.comparison.narrowing import Narrowed, kind_of_counted, narrowed, tariff
from answer.dates import find_dates, span

WRITTEN = date(2019, 5, 14)


def told(text: str, value: str, asked: str = "") -> Narrowed:
    """What a text tells of the value in it, where these words are the question's."""
    at = text.index(value)
    found = [((one.start, one.end), span(one.value or "")) for one in find_dates(text, WRITTEN) if one.points]
    known = [(place, days) for place, days in found if days and place != (at, at + len(value))]
    matched = [word.span() for name in asked.split() for word in re.finditer(name, text)]
    return narrowed(text, (at, at + len(value)), [place for place, _ in found], known, matched)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("It opened on 20 May 2019.", "20 May 2019"), ("It was due to open on 1 May 2019.", "1 May 2019")),
        (("It cost 3 million.", "3 million"), ("It was planned to cost 2 million.", "2 million")),
        (("It killed 14 people.", "14"), ("It killed another 3 people.", "3")),
        (("It caught 40 men.", "40"), ("It caught 12 more men.", "12")),
        (("It killed 14 people.", "14"), ("Five of the people were cooks.", "Five")),
        (("Of the 51 miners there", "51"), ("There were 23 miners.", "23")),
        (("It killed 34 people.", "34"), ("On Monday alone 9 people died.", "9")),
        (("It was hit on 3 May 2019.", "3 May 2019"), ("It was hit again on 9 May 2019.", "9 May 2019")),
        (("They won 12 games.", "12"), ("They won 3 of their last 4 games.", "4")),
        (("They won 3-2.", "3-2"), ("They led 2-0 at half-time.", "2-0")),
        (("It lasted six hours.", "six"), ("In some streets it lasted nine hours.", "nine")),
        (("It is 64 metres deep.", "64"), ("It is on average 20 metres deep.", "20")),
        (("It does 12 damage.", "12"), ("At level 5 it does 18 damage.", "18")),
        (("It was signed on 3 May 1840.", "3 May 1840"), ("The second one was signed on 4 June 1852.", "4 June 1852")),
        (("It went on until 9 May 2019.", "9 May 2019"), ("It was on 4 May 2019.", "4 May 2019")),
        (("It was built around 1838.", "1838"), ("It was built in 1840.", "1840")),
        (("It began on 3 May 2019.", "3 May 2019"), ("It ended on 8 May 2019.", "8 May 2019")),
        (("It has 31 rooms in Harn.", "31"), ("It has 9 rooms in Lesk.", "9")),
        (("On Monday it killed 14 people.", "14"), ("On Friday it killed 3 people.", "3")),
        (("A pass is 12 marks.", "12"), ("From 1 July a pass is 14 marks.", "14")),
    ],
)
def test_what_is_narrowed_in_another_way_is_not_of_the_same_thing(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not told(*one).like(told(*other))
    assert not told(*other).like(told(*one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("It was due to open on 1 May 2019.", "1 May 2019"), ("It was to open on 3 May 2019.", "3 May 2019")),
        (("It began on 3 May 2019.", "3 May 2019"), ("The day was 4 May 2019.", "4 May 2019")),
        (("On Monday it killed 14 people.", "14"), ("It killed 17 people.", "17")),
        (("On Monday it killed 14 people.", "14"), ("In May 2019 it killed 17 people.", "17")),
        (("It has 31 rooms in Harn.", "31"), ("It has 9 rooms.", "9")),
        (("It killed 14 people.", "14"), ("It killed 17 people, officials in Lesk said on Tuesday.", "17")),
    ],
)
def test_values_are_of_the_same_thing_where_nothing_tells_otherwise(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert told(*one).like(told(*other))


def test_a_place_that_the_question_names_does_not_make_two_others_one() -> None:
    one, other = ("In Harn it has 31 rooms in Lesk.", "31"), ("In Harn it has 9 rooms in Velm.", "9")
    assert told(*one).like(told(*other))
    assert not told(*one, asked="Harn").like(told(*other, asked="Harn"))


def test_a_part_of_what_the_question_names_is_not_the_whole() -> None:
    hall = told("The hall has 400 seats.", "400", asked="hall")
    assert not hall.like(told("The upper gallery of the hall has 60 seats.", "60", asked="hall"))
    assert hall.like(told("The hall of the town has 60 seats.", "60", asked="hall"))
    assert told("Osk has 9 mills.", "9", asked="Osk").like(told("The town of Osk has 4 mills.", "4", asked="Osk"))


def test_what_sentences_of_different_names_tell_is_not_of_the_same_thing() -> None:
    one, other = ("In the Cup of Osk 4 boats sank.", "4"), ("Off Port Vale 9 boats sank.", "9")
    assert not told(*one).like(told(*other))
    assert told(*one).like(told("In the Osk Cup 9 boats sank.", "9"))
    assert told(*one).like(told("Then 9 boats sank.", "9"))
    assert not told("SARS-2 has 9 kinds.", "9").like(told("In MERS-4 are 3 kinds.", "3"))


@pytest.mark.parametrize(
    ("text", "words"), [("40 junior members", {"junior"}), ("40 members", set()), ("40 of our own members", {"own"})]
)
def test_the_words_between_a_number_and_its_noun_tell_which_it_counts(text: str, words: set[str]) -> None:
    assert kind_of_counted(text, (0, 2), [(text.index("members"), len(text))], []) == words


def test_a_tariff_is_read_in_the_clause_of_its_price_alone() -> None:
    assert tariff("A ticket is 4 marks for adults, and 2 for children.", (12, 13), []) == {"adults"}
