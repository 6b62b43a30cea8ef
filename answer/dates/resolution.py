"""Resolution: the value of every meaning from its anchor, with the parts, times, offsets and ranges built of them."""

import re
from datetime import date, timedelta

from answer.dates.anchors import NOT_TOLD, Anchor, Resolved, days_later
from answer.dates.counting import offset, shift
from answer.dates.feasts import feast_day
from answer.dates.meanings import (
    MIDNIGHT,
    Beside,
    DayOfMonth,
    Feast,
    Known,
    Meaning,
    Moment,
    NthWeekday,
    Offset,
    Part,
    Range,
    Shift,
    Weekday,
    Within,
    Yearless,
    stated_time,
)
from answer.dates.nearest import beside, day_of_month, feast, in_year, nth_weekday, order_of, weekday, yearless
from answer.dates.values import Point, day_value, point_of, point_value, step_year

_NEWS = timedelta(days=7)


def resolve(meaning: Meaning, anchor: Anchor) -> Resolved:
    """The value of a meaning as precise as its anchor allows, and in words what it rests on."""
    match meaning:
        case Known(value, why):
            return value, why
        case Yearless():
            return yearless(meaning, anchor)
        case Feast():
            return feast(meaning, anchor)
        case DayOfMonth(day):
            return day_of_month(day, anchor)
        case Weekday():
            return weekday(meaning, anchor)
        case Shift():
            return shift(meaning, anchor)
        case _:
            return _compound(meaning, anchor)


def _compound(meaning: Meaning, anchor: Anchor) -> Resolved:
    match meaning:
        case Part(modifier, whole):
            value, basis = resolve(whole, anchor)
            return value, f"{basis}; “{modifier}” in that period"
        case Moment(time, None):
            return _time_alone(time, anchor)
        case Moment(time, day) if day:
            return _time_of(time, resolve(day, anchor))
        case Within(part, whole):
            return _within(part, resolve(whole, anchor))
        case Beside(base=base):
            return beside(meaning, resolve(base, anchor))
        case NthWeekday(month=month):
            return nth_weekday(meaning, resolve(month, anchor), anchor)
        case Offset(base=base):
            return offset(meaning, resolve(base, anchor))
        case Range(first, last):
            return _range(first, last, anchor)
    return None, NOT_TOLD


def _time_alone(time: str, anchor: Anchor) -> Resolved:
    """A time of the day told before it: in a narrative whichever it is, in news one of the days around publication."""
    told = anchor.told.date if anchor.told else None
    if anchor.narrates or anchor.written is None:
        told = told if ":" in time else None
    elif told and (time == "NI" or not (anchor.told_day and (anchor.told_here or abs(told - anchor.written) <= _NEWS))):
        told = None  # "at night" is mostly any night
    if told:
        return _time_of(time, (day_value(told), f"the day of “{anchor.told_words}” in the text before"))
    return f"XXXX-XX-XXT{stated_time(time)}", "the day is not stated"


def _time_of(time: str, day: Resolved) -> Resolved:
    value, basis = day
    if value is None:
        return None, basis
    if value.endswith("_REF"):
        return f"XXXX-XX-XXT{stated_time(time)}", basis
    if time == MIDNIGHT:
        return value, f"{basis}; whether the midnight before or after it is meant is not stated"
    return re.sub(r"T[\w:.+-]+$", "", value) + f"T{time}", basis


def _within(part: Yearless | Feast | DayOfMonth, whole: Resolved) -> Resolved:
    value, basis = whole
    point = point_of(value or "")
    if isinstance(part, Feast):
        day = feast_day(part.name, point.year) if point else None
        return day_value(day) if day else None, basis
    if isinstance(part, DayOfMonth):
        when = Point(point.year, point.month, part.day) if point and point.month else None
        return point_value(when) if when and when.date else None, basis
    return in_year(part.rest, point.year) if point else f"XXXX-{part.rest}", basis


def _range(first: Meaning, last: Meaning, anchor: Anchor) -> Resolved:
    """Both ends; an end without a year, or a time without a day, takes it from the other one."""
    if isinstance(first, Moment) and first.day is None and isinstance(last, Moment):
        first = Moment(first.time, last.day)
    start, start_basis = resolve(first, anchor)
    end, basis = resolve(last, anchor)
    if isinstance(first, Yearless) and not isinstance(last, Yearless) and (until := point_of(end or "")):
        before = order_of(first.rest)[0] <= (until.month or 12)
        start = in_year(first.rest, until.year if before else step_year(until.year, -1))
    if isinstance(last, Yearless) and (since := point_of(start or "")):
        after = order_of(last.rest) >= (since.month or 1, since.day or 1)
        end, basis = in_year(last.rest, since.year if after else step_year(since.year, 1)), start_basis
    if not start or not end or "_REF" in start + end:
        return None, basis
    if isinstance(last, Weekday) and "X" not in start + end and end < start:
        end = day_value(days_later(date.fromisoformat(end), 7))
    if "BC" not in start and "X" not in start + end and end < start[: len(end)]:
        return None, "it would end before it begins"
    return f"{start}/{end}", basis
