"""Anchoring: the calendar value of each meaning, from the day of writing or from the date last told in the text."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from answer.dates.feasts import feast_day
from answer.dates.manner import Manner
from answer.dates.meanings import (
    DayOfMonth,
    Feast,
    Known,
    Meaning,
    Moment,
    Offset,
    Part,
    Range,
    Shift,
    Weekday,
    Within,
    Yearless,
    looks_back,
)
from answer.dates.tense import Leaning
from answer.dates.values import (
    MONTHS_PER,
    Point,
    day_value,
    point_of,
    point_value,
    shifted,
    step_year,
    week_value,
    year_value,
)

Resolved = tuple[str | None, str]
"""A value and the words for what it rests on."""

_SOON = 2
"""How many months ahead a date in a clause without tense can lie and still be the nearest one."""
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NO_DAY = "no publication date"
_NOT_TOLD = "the date it counts from is not told before it"
_QUOTED = "inside quoted speech; the day of speaking is not stated"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mention can be counted from.

    `written` is the day of writing, or the stated day of speaking inside a quotation, and `day_words` its words;
    `told` the date last told in the text and `told_words` the phrase that told it. `leans` says which way the
    clause looks, `unspoken` that the mention stands in a quotation whose day of speaking is not stated.
    """

    written: date | None
    day_words: str
    manner: Manner
    told: Point | None
    told_words: str
    told_here: bool
    leans: Leaning
    unspoken: bool

    @property
    def point(self) -> Point | None:
        """The day of writing as a point."""
        return Point(self.written.year, self.written.month, self.written.day) if self.written else None

    @property
    def follows_told(self) -> bool:
        """Whether a year not named is the one last told: in a narrative, or beside a far year in a sentence of news."""
        if self.told is None or self.written is None:
            return self.told is not None
        return self.manner == "narrative" or (self.told_here and self.told.year != self.written.year)

    @property
    def told_basis(self) -> str:
        """The words for a value that rests on the text before."""
        return f"counted from “{self.told_words}” in the text before"


def full_date(day: date) -> str:
    """A day in words: "Tuesday 11 September 2018"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def resolve(meaning: Meaning, anchor: Anchor) -> Resolved:
    """The value of a meaning as precise as its anchor allows, and in words what it rests on."""
    match meaning:
        case Known(value, why):
            return value, why
        case Yearless():
            return _yearless(meaning, anchor)
        case Feast(name):
            return _feast(name, anchor)
        case DayOfMonth(day):
            return _day_of_month(day, anchor)
        case Weekday():
            return _weekday(meaning, anchor)
        case Shift():
            return _shift(meaning, anchor)
        case _:
            return _compound(meaning, anchor)


def _compound(meaning: Meaning, anchor: Anchor) -> Resolved:
    match meaning:
        case Part(modifier, whole):
            value, basis = resolve(whole, anchor)
            return value, f"{basis}; “{modifier}” in that period"
        case Moment(time, None):
            return _time_alone(time, anchor)
        case Moment(time, day):
            return _time_of(time, *resolve(day, anchor)) if day else (None, _NOT_TOLD)
        case Within(rest, whole):
            return _within(rest, *resolve(whole, anchor))
        case Offset():
            return _offset(meaning, anchor)
        case Range(first, last):
            return _range(first, last, anchor)
    return None, _NOT_TOLD


def _yearless(meaning: Yearless, anchor: Anchor) -> Resolved:
    if meaning.which in ("previous", "following", "same") or (anchor.follows_told and meaning.which is None):
        return _yearless_told(meaning, anchor)
    if anchor.manner == "narrative" and anchor.told and anchor.written:
        return _yearless_told(meaning, anchor)
    if anchor.written is None:
        return f"XXXX-{meaning.rest}", _NO_DAY
    year, words = _year_around(meaning, anchor.written, anchor.leans)
    return f"{year_value(year)}-{meaning.rest}", f"{anchor.day_words}; {words}"


def _year_around(meaning: Yearless, written: date, leans: Leaning) -> tuple[int, str]:
    """The year of the part that "last", "this", "next" or the tense picks around the day of writing."""
    here, now = _order(meaning.rest), (written.month, written.day)
    months = 3 if meaning.rest in _SEASON_MONTH or meaning.rest[0] == "Q" else 6 if meaning.rest[0] == "H" else 1
    current = len(meaning.rest) == 2 and here[0] <= written.month < here[0] + months
    if meaning.which == "this":
        return written.year, "that of the year of publication"
    if meaning.which == "next":
        return written.year + (here < now), "the next one"
    if meaning.which == "last":
        return written.year - (here > now or current), "the last one before"
    if current:
        return written.year, "the one under way"
    if leans == "ahead":
        return written.year + (here < now), "the next one, as the clause looks ahead"
    away = (
        (here[0] - written.month) % 12
        if len(meaning.rest) == 2
        else (here[0] * 31 + here[1] - now[0] * 31 - now[1]) % 372 / 31
    )
    if leans == "open" and away <= _SOON:
        return written.year + (here < now), "the nearest one"
    return written.year - (here > now), "the nearest one on or before"


def _order(rest: str) -> tuple[int, int]:
    """Where in the year "07", "07-14", "SU" or "Q3" begins: month and day."""
    if rest in _SEASON_MONTH:
        return _SEASON_MONTH[rest], 1
    if rest[0] in "QH":
        return (int(rest[1]) - 1) * (3 if rest[0] == "Q" else 6) + 1, 1
    return int(rest[:2]), int(rest[3:] or 1)


def _yearless_told(meaning: Yearless, anchor: Anchor) -> Resolved:
    """The told year; a month more than half a year before the month last told belongs to the year after."""
    if anchor.told is None:
        return f"XXXX-{meaning.rest}", "the year is not stated"
    year, month = anchor.told.year, _order(meaning.rest)[0]
    if anchor.manner == "narrative" and anchor.told.month and meaning.which is None and anchor.told.month - month >= 6:
        year = step_year(year, 1)
    elif anchor.told.month and meaning.which in ("previous", "last") and month >= anchor.told.month:
        year = step_year(year, -1)
    elif anchor.told.month and meaning.which in ("following", "next") and month <= anchor.told.month:
        year = step_year(year, 1)
    return f"{year_value(year)}-{meaning.rest}", f"the year of “{anchor.told_words}” in the text before"


def _feast(name: str, anchor: Anchor) -> Resolved:
    value, basis = _yearless(Yearless("11" if name.startswith("thanks") else "04"), anchor)
    point = point_of(value or "")
    day = feast_day(name, point.year) if point else None
    return (day_value(day), basis) if day else (None, basis)


def _day_of_month(day: int, anchor: Anchor) -> Resolved:
    if anchor.manner == "news" and anchor.written and not (anchor.told_here and anchor.told and anchor.told.month):
        month = Point(anchor.written.year, anchor.written.month)
        if day > anchor.written.day and anchor.leans != "ahead":
            month = point_of(shifted(month, "month", -1) or "") or month
        return f"{point_value(month)}-{day:02d}", f"{anchor.day_words}; the nearest such day"
    if anchor.told is None or anchor.told.month is None:
        return f"XXXX-XX-{day:02d}", "the month is not stated"
    return f"{point_value(Point(anchor.told.year, anchor.told.month))}-{day:02d}", anchor.told_basis


def _weekday(meaning: Weekday, anchor: Anchor) -> Resolved:
    told = anchor.told.date if anchor.told else None
    if meaning.which in ("following", "previous", "same") or (anchor.manner == "narrative" and anchor.written):
        if told is None:
            return f"XXXX-WXX-{meaning.number}", _NOT_TOLD
        return day_value(
            _nearest(told, meaning.number, meaning.which not in ("previous", "last"), False)
        ), anchor.told_basis
    if anchor.written is None:
        return f"XXXX-WXX-{meaning.number}", _NO_DAY
    name = f"{date(2018, 1, meaning.number):%A}"
    if meaning.which == "next" or (meaning.which is None and anchor.leans == "ahead"):
        day = _nearest(anchor.written, meaning.number, True, meaning.which is None)
        words = f"the next {name}"
    elif meaning.which == "this":
        monday = anchor.written - timedelta(days=anchor.written.weekday())
        day, words = monday + timedelta(days=meaning.number - 1), f"{name} of that week"
    else:
        day = _nearest(anchor.written, meaning.number, False, meaning.which is None)
        words = f"nearest {name} " + ("on or before" if meaning.which is None else "before")
    spoken = "; inside quoted speech, taken as spoken then" if anchor.unspoken else ""
    return day_value(day), f"{anchor.day_words}; {words}{spoken}"


def _nearest(day: date, number: int, ahead: bool, same_day: bool) -> date:
    away = (number - day.isoweekday()) % 7 if ahead else (day.isoweekday() - number) % 7
    away = 7 if away == 0 and not same_day else away
    return day + timedelta(days=away if ahead else -away)


def _shift(meaning: Shift, anchor: Anchor) -> Resolved:
    if meaning.count is None:
        past = meaning.backward
        return (
            ("PAST_REF", "some time before; how long is not stated")
            if past
            else ("FUTURE_REF", "some time after; how long is not stated")
        )
    from_told = meaning.since == "told" or anchor.manner == "narrative"
    if meaning.since == "either" and anchor.manner == "news":
        from_told = anchor.told_here
    if not from_told:
        return _shift_written(meaning, anchor)
    if meaning.since == "writing" and anchor.written is None:
        return None, _NO_DAY
    if meaning.since == "writing" and meaning.unit == "day" and meaning.count == 0:
        return "PRESENT_REF", "the present of the text; no day is meant"
    if anchor.told is None:
        if anchor.manner == "news" and meaning.unit in MONTHS_PER and looks_back(meaning):
            return _shift_written(meaning, anchor)
        return None, _NOT_TOLD
    return _count(meaning, anchor.told), anchor.told_basis


def _shift_written(meaning: Shift, anchor: Anchor) -> Resolved:
    if anchor.point is None:
        return None, _NO_DAY
    if anchor.unspoken and meaning.unit not in ("year", "decade", "century", "month", "quarter"):
        return None, _QUOTED
    if meaning.unit == "weekend" and meaning.count == 0 and anchor.written:
        saturday = _nearest(anchor.written, 6, anchor.leans == "ahead", True)
        return week_value(saturday) + "-WE", f"{anchor.day_words}; the nearest weekend"
    return _count(meaning, anchor.point), anchor.day_words


def _count(meaning: Shift | Offset, point: Point) -> str | None:
    if meaning.count is None or meaning.count != int(meaning.count):
        return None
    return shifted(point, meaning.unit, int(meaning.count) * (-1 if meaning.backward else 1))


def _time_alone(time: str, anchor: Anchor) -> Resolved:
    if anchor.told and anchor.told.date and (anchor.told_here or anchor.manner == "narrative") and ":" in time:
        return f"{day_value(anchor.told.date)}T{time}", f"the day of “{anchor.told_words}” in the text before"
    return f"XXXX-XX-XXT{time}", "the day is not stated"


def _time_of(time: str, day: str | None, basis: str) -> Resolved:
    if day is None or day == "PRESENT_REF":
        return (None if day is None else f"XXXX-XX-XXT{time}"), basis
    return re.sub(r"T[\w:.+-]+$", "", day) + f"T{time}", basis


def _within(rest: str, whole: str | None, basis: str) -> Resolved:
    point = point_of(whole or "")
    if point is None:
        return (f"XXXX-{rest}" if rest[0].isdigit() or rest in _SEASON_MONTH else None), basis
    if not (rest[0].isdigit() or rest in _SEASON_MONTH):
        day = feast_day(rest, point.year)
        return (day_value(day) if day else None), basis
    return f"{year_value(point.year)}-{rest}", basis


def _offset(meaning: Offset, anchor: Anchor) -> Resolved:
    value, basis = resolve(meaning.base, anchor)
    point = point_of(value or "")
    words = f"{basis}; counted from it"
    if meaning.count is None or point is None:
        return None, words
    return _count(meaning, point), words


def _range(first: Meaning, last: Meaning, anchor: Anchor) -> Resolved:
    end, basis = resolve(last, anchor)
    start, start_basis = resolve(first, anchor)
    until = point_of(end or "")
    if until and isinstance(first, Yearless) and not isinstance(last, Yearless):
        year = until.year if _order(first.rest)[0] <= (until.month or 12) else step_year(until.year, -1)
        start = f"{year_value(year)}-{first.rest}"
    from_ = point_of(start or "")
    if from_ and isinstance(last, Yearless):
        year = from_.year if _order(last.rest) >= (from_.month or 1, from_.day or 1) else step_year(from_.year, 1)
        end, basis = f"{year_value(year)}-{last.rest}", start_basis
    if start is None or end is None or start.endswith("_REF") or end.endswith("_REF"):
        return None, basis
    return f"{start}/{end}", basis
