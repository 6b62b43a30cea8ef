"""Values counted in units from the day of writing, from the date last told, or from another expression."""

from answer.dates.anchors import NO_DAY, NOT_TOLD, QUOTED, Anchor, Resolved, nearest_weekday
from answer.dates.meanings import Offset, Shift, looks_back
from answer.dates.values import MONTHS_PER, Point, point_of, shifted, week_value

_CLOCK_UNITS = ("second", "minute", "hour")
_SURE_WHEN_QUOTED = ("month", "quarter", "year", "decade", "century")
"""Units so coarse that a quotation in the news counts them from the same one as the news itself."""


def shift(meaning: Shift, anchor: Anchor) -> Resolved:
    """The value of "two weeks ago", "the following day" or "this month"."""
    if meaning.count is None:
        direction = "before" if meaning.backward else "after"
        return "PAST_REF" if meaning.backward else "FUTURE_REF", f"some time {direction}; how long is not stated"
    if meaning.unit in _CLOCK_UNITS:
        return None, "the time of day it counts from is not stated"
    if not _from_told(meaning, anchor):
        return _from_writing(meaning, anchor)
    if meaning.since == "writing" and anchor.written is None:
        return None, NO_DAY
    if meaning.since == "writing" and meaning.unit == "day" and meaning.count == 0:
        return "PRESENT_REF", "the present of the text; no day is meant"
    if anchor.told:
        return counted(meaning, anchor.told, anchor.told_basis)
    if not anchor.narrates and meaning.unit in MONTHS_PER and looks_back(meaning):
        return _from_writing(meaning, anchor)
    return None, NOT_TOLD


def _from_told(meaning: Shift, anchor: Anchor) -> bool:
    if anchor.narrates or meaning.since == "told":
        return True
    return meaning.since == "either" and anchor.told_here


def _from_writing(meaning: Shift, anchor: Anchor) -> Resolved:
    day = anchor.written
    if day is None:
        return None, NO_DAY
    if anchor.unspoken and meaning.unit not in _SURE_WHEN_QUOTED:
        return None, QUOTED
    if meaning.unit == "weekend" and meaning.count == 0:
        saturday = nearest_weekday(day, 6, ahead=anchor.leans == "ahead", same_day=True)
        return f"{week_value(saturday)}-WE", f"{anchor.day_words}; the nearest weekend"
    return counted(meaning, Point(day.year, day.month, day.day), anchor.day_words)


def offset(meaning: Offset, base: Resolved) -> Resolved:
    """The value of "two days before Easter" from that of Easter."""
    value, basis = base
    point = point_of(value or "")
    return counted(meaning, point, f"{basis}; counted from it") if point else (None, basis)


def counted(meaning: Shift | Offset, point: Point, basis: str) -> Resolved:
    """The value so many units away from a point."""
    if meaning.count is None or meaning.count != int(meaning.count):
        return None, f"{basis}; by how much is not stated in whole units"
    value = shifted(point, meaning.unit, int(meaning.count) * (-1 if meaning.backward else 1))
    return value, basis if value else f"{basis}, which is not precise enough"
