"""Finding mentions: a walk over the words of a text, with the tables, joins and ranges tried at each of them."""

import re
from collections.abc import Iterator

from answer.dates.absolute import SMALL_YEAR
from answer.dates.joins import can_begin_mention, whole
from answer.dates.meanings import Mention
from answer.dates.ranges import dashed_range, days_of_month, led_range, years_of_era
from answer.dates.tables import WORD, match
from answer.dates.words import WEEKDAY_SHORT, WEEKDAYS

_RANGE_FIRST = frozenset({"from", "between"})
_DAYS = frozenset({*WEEKDAYS, *WEEKDAY_SHORT})
_COUNTS_BC = re.compile(r"\d{1,4}\s?B\.?C")


def mentions(text: str) -> Iterator[Mention]:
    """The temporal mentions of a text in their order; none overlaps another."""
    counts_bc = _COUNTS_BC.search(text) is not None
    end = 0
    for word in WORD.finditer(text):
        if word.start() < end:
            continue
        lower = word[0].lower()
        if lower in _RANGE_FIRST or can_begin_mention(text, word.start(), lower):
            found = _mention(text, word.start(), lower, counts_bc)
            if found is not None:
                end = found.end
                yield found


def _mention(text: str, at: int, word: str, counts_bc: bool) -> Mention | None:
    if word in _RANGE_FIRST:
        return days_of_month(text, at) or years_of_era(text, at) or led_range(text, at)
    if word[0].isdigit() or word in _DAYS:
        found = days_of_month(text, at) or years_of_era(text, at) or whole(text, at)
        if found is None and counts_bc:
            found = match(text, at, SMALL_YEAR)
    else:
        found = whole(text, at)
    return dashed_range(text, found) if found else None
