"""Given a sentence whose words and numbers only look like dates, when it is tagged, then nothing is found."""

from datetime import date

import pytest

from answer.dates import find_dates

TUESDAY = date(2018, 9, 11)

NO_DATES = [
    "The Daily Caller and the Daily Telegraph wrote about it.",
    "The Hebrew Weekly Standard wrote about it.",
    "You may go, and he may stay.",
    "May I come in?",
    "They march to the sea.",
    "The Women's March drew crowds.",
    "They sat in the sun and the Sun wrote about it.",
    "Wait a second.",
    "He came second, she came first.",
    "Call 555-2018 or +44 1632 960961.",
    "Call 020 7946 0018 for help.",
    "See section 2.10 and page 1984.",
    "See Section 1973 of the act.",
    "They won 3-2 and lost 10:2.",
    "The score was 21:15.",
    "They drove 2000 miles.",
    "It covers 1,000 sq km.",
    "It costs $2018.",
    "It weighs 1500 kg and is 1800 metres long.",
    "They lost 1900 men.",
    "About 1,500 people came.",
    "The Boeing 747 and the model T-2000 flew.",
    "He read part 12 of 15.",
    "The ratio is 4/5 and the version is 1.2.2018.3.",
    "Three quarters of the city fell.",
    "Prices may fall further.",
    "They will spring into action.",
    "The fall of Baghdad was quick.",
    "The minutes of the meeting are lost.",
    "April Jones met June Carter.",
    "Theresa May resigned.",
    "He spoke on Bloody Sunday's causes.",
    "Room 2012 is on the left.",
    "The address is 1600 Pennsylvania Avenue.",
    "The file is at https://example.org/2018/09/10/page.",
    "Resolution 1973 was adopted.",
    "The night sky was lit up.",
    "Take Highway 1999 north.",
    "He scored 1900 points.",
    "The Morning Star wrote about it.",
    "Now, where were we?",
    "This may be so.",
    "See RFC 1610 and ISSN: 2070-1721.",
    "The seventy-second night passed.",
    "It was the last day of the term.",
    "Take this second question.",
    "All that may come, and all that march.",
    "May it please the court, and may God help us.",
    "One day he left.",
    "At the moment when she spoke, it fell.",
    "It was the dawn of an age.",
    "It ran on a PDP-10 June Smith had built.",
    "One is for the hall and a second for the yard.",
    "Those were the days of steam.",
    "The Sunday Times and the Friday Mosque.",
    "Every second house stood empty.",
    "The Spring Hill church is old.",
    "The former of the two won.",
]


@pytest.mark.parametrize("sentence", NO_DATES)
def test_what_only_looks_like_a_date_is_left_alone(sentence: str) -> None:
    assert find_dates(sentence, TUESDAY) == []
