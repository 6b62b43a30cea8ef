"""Given a sentence of several dates and the words asked about, when they are dated, then by their own clause's date."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.clauses import own_date
from answer.dates import find_dates

# A sentence, the words of the question that stand in it, and the date that belongs to them.
OWN = [
    ("The town fell on Monday after the army attacked in June.", "town fell", "Monday"),
    ("The town fell on Monday after the army attacked in June.", "army attacked", "June"),
    ("After the army attacked in June, the town fell on Monday.", "town fell", "Monday"),
    ("After the army attacked in June, the town fell on Monday.", "army attacked", "June"),
    (
        "The harbour office, which opened in 1931, closed the bridge on Monday.",
        "harbour office closed bridge",
        "Monday",
    ),
    ("The harbour office, which opened in 1931, closed the bridge on Monday.", "harbour office opened", "1931"),
    ("The bridge (opened in 1931) was closed on Monday.", "bridge closed", "Monday"),
    ("The bridge (opened in 1931) was closed on Monday.", "bridge opened", "1931"),
    ("Mara Lind, who joined the office in 2001, resigned on Monday.", "Mara Lind resigned", "Monday"),
    ("Mara Lind, who joined the office in 2001, resigned on Monday.", "Mara Lind joined office", "2001"),
    ("The army said on Tuesday that its attack on the town began on Monday.", "army attack town began", "Monday"),
    ("The army began the attack on Monday, a spokesman said on Tuesday.", "army began attack", "Monday"),
    ("The attack began on Monday, the army said on Tuesday.", "army attack began", "Monday"),
    ("The army said on Tuesday it would leave on Friday.", "army said", "Tuesday"),
    ("On Monday, the office closed the bridge, which was built in 1931.", "office closed bridge", "Monday"),
    ("On Monday, the office closed the bridge, which was built in 1931.", "bridge built", "1931"),
    ("The ferry was launched in 1950 and sank in 1972.", "ferry sank", "1972"),
    ("The ferry was launched in 1950 and sank in 1972.", "ferry launched", "1950"),
    ("Built in 1931, the bridge was closed in 2019.", "bridge closed", "2019"),
    ("Built in 1931, the bridge was closed in 2019.", "bridge Built", "1931"),
    ("In 2014 the group seized the town; in 2017 the army retook it.", "army retook town", "2017"),
    ("In 2014 the group seized the town; in 2017 the army retook it.", "group seized town", "2014"),
    ("Olaf Brenner, born on 3 May 1950 in Oslo, became captain in 1981.", "Olaf Brenner became captain", "1981"),
    ("Olaf Brenner, born on 3 May 1950 in Oslo, became captain in 1981.", "Olaf Brenner born", "3 May 1950"),
    ("Two years after the 2003 invasion, elections were held in January 2005.", "elections held", "January 2005"),
    ("He won the prize in 1998, when he was 40, and died in 2004.", "won prize", "1998"),
    ("He won the prize in 1998, when he was 40, and died in 2004.", "died", "2004"),
    ("The museum closed in 2012 before it reopened in May 2015 with a new wing.", "museum reopened", "May 2015"),
    ("The museum closed in 2012 before it reopened in May 2015 with a new wing.", "museum closed", "2012"),
    ("The law, passed in 2010 and amended in 2013, was repealed on 4 March 2016.", "law repealed", "4 March 2016"),
    ("The law, passed in 2010 and amended in 2013, was repealed on 4 March 2016.", "law amended", "2013"),
    ("The law, passed in 2010 and amended in 2013, was repealed on 4 March 2016.", "law passed", "2010"),
    (
        "Fighters captured Hajin on Thursday, more than two years after the alliance took Raqqa in October 2017.",
        "Fighters captured Hajin",
        "Thursday",
    ),
    (
        "Fighters captured Hajin on Thursday, more than two years after the alliance took Raqqa in October 2017.",
        "alliance took Raqqa",
        "October 2017",
    ),
    ("The town, where a battle raged in July, was freed on Monday, officials said on Tuesday.", "town freed", "Monday"),
    ("Trump said in April that troops would leave in May.", "Trump said", "April"),
    ("Trump said in April that troops would leave in May.", "Trump troops leave", "May"),
    ("Since 2014 the group has held the valley, but the army took the town on Friday.", "army took town", "Friday"),
    ("In 2017, when the city fell, the offensive that began in June 2016 ended.", "offensive began", "June 2016"),
    ("The company, founded in 1999, said on Monday it had bought the mill built in 1870.", "company founded", "1999"),
    ("The company, founded in 1999, said on Monday it had bought the mill built in 1870.", "mill built", "1870"),
    ("The company, founded in 1999, said on Monday it had bought the mill in May.", "company bought mill", "May"),
    ("Last Thursday Mara Lind won the spring cup.", "Mara Lind won", "Last Thursday"),
    ("Last Thursday Mara Lind won the spring cup.", "Mara Lind won spring cup", "Last Thursday"),
    ("The 2014 treaty was signed on 6 May 2015.", "2014 treaty signed", "6 May 2015"),
    ("The pump came last Friday, three days after the fire.", "pump came", "last Friday"),
    ("The game is out on phones in April, and it follows on desktops in May.", "game desktops", "May"),
    ("The owners voted on Monday to close the mill in May 2019.", "mill close", "May 2019"),
    ("The owners voted on Monday to close the mill in May 2019.", "owners voted", "Monday"),
    ("Tenants had until Monday to reply, a letter of 3 May said.", "Tenants reply", "Monday"),
    ("The winner of last month's race was fined on Monday.", "winner fined", "Monday"),
    ("The winner of last month's race was fined on Monday.", "race", "last month"),
]

# A sentence of which no date is that of the words asked about.
NOT_TOLD = [
    ("The pump came last Friday, three days after the fire.", "fire"),
    ("The pump failed on Sunday, two days before the river rose.", "river rose"),
    ("Version 2 appears on phones in April, and on desktops in May.", "Version appears desktops"),
    ("The 2014 treaty failed.", "2014 treaty failed"),
    ("The owners voted on Monday to close the mill.", "close"),
    ("The winner of the parade designs next month's flag.", "parade"),
]


@pytest.mark.parametrize(("sentence", "words", "own"), OWN)
def test_a_date_belongs_to_the_words_of_its_clause(sentence: str, words: str, own: str) -> None:
    found = [(one.start, one.end) for one in find_dates(sentence, date(2018, 9, 11)) if one.points]
    matched = [place.span() for word in words.split() for place in re.finditer(rf"\b{word}\b", sentence)]
    position = own_date(sentence, found, matched)
    assert position is not None
    assert sentence[slice(*found[position])] == own


@pytest.mark.parametrize(("sentence", "words"), NOT_TOLD)
def test_no_date_is_given_to_words_that_none_belongs_to(sentence: str, words: str) -> None:
    found = [(one.start, one.end) for one in find_dates(sentence, date(2018, 9, 11)) if one.points]
    matched = [place.span() for word in words.split() for place in re.finditer(rf"\b{word}\b", sentence)]
    assert own_date(sentence, found, matched) is None


def test_without_dates_there_is_none() -> None:
    assert own_date("The town fell.", [], [(4, 8)]) is None


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: (min(ends), max(ends))), max_size=4)


@given(st.text("ab ,.;:()\n", max_size=60), SPANS, SPANS)
def test_any_text_gives_one_of_its_dates_or_none(
    text: str, dates: list[tuple[int, int]], matched: list[tuple[int, int]]
) -> None:
    position = own_date(text, dates, matched)
    assert position is None or position in range(len(dates))
