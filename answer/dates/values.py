"""Calendar values: points in time as precise as they are known, their TIMEX3 notation, arithmetic and extent."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from answer.dates.meanings import Unit

DAYS_PER = {"day": 1, "week": 7, "weekend": 7}
MONTHS_PER = {"month": 1, "quarter": 3, "year": 12, "season": 12, "decade": 120, "century": 1200, "millennium": 12000}
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_SHORT = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "W", "week": "W", "month": "M",
          "quarter": "Q", "season": "Y", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A year (negative: BC), and within it a month and a day as far as they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The calendar day; None where the day is not known or lies outside the years 1 to 9999."""
        if self.month is None or self.day is None or not MINYEAR <= self.year <= MAXYEAR:
            return None
        if self.day > monthrange(self.year, self.month)[1]:
            return None
        return date(self.year, self.month, self.day)

    def covers(self, other: "Point") -> bool:
        """Whether `other` is the same point or a more precise one within this one."""
        if self.year != other.year or self.month not in (None, other.month):
            return False
        return self.day in (None, other.day)


def year_value(year: int) -> str:
    """A year: "1940", or "BC0480" for a negative year."""
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def day_value(when: date) -> str:
    """A day: "2018-09-10"."""
    return when.isoformat()


def week_value(when: date) -> str:
    """The ISO week that holds the day: "2018-W37"."""
    year, week, _ = when.isocalendar()
    return f"{year:04d}-W{week:02d}"


def point_value(point: Point) -> str:
    """The value of a point as precise as it is known."""
    parts = [year_value(point.year)]
    parts += [f"{part:02d}" for part in (point.month, point.day) if part is not None]
    return "-".join(parts)


def point_of(value: str) -> Point | None:
    """The point that a value starts at or lies in; None for decades, durations and whatever has no known year."""
    found = re.match(r"(BC)?(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|(SP|SU|FA|WI)|Q([1-4])|H[12]))?", value)
    if not found or not int(found[2]):
        return None
    year = -int(found[2]) if found[1] else int(found[2])
    if found[5]:
        covered = span(value)
        return Point(covered[0].year, covered[0].month) if covered else Point(year)
    return Point(year, int(found[3]) if found[3] else None, int(found[4]) if found[4] else None)


def step_year(year: int, count: int) -> int:
    """The year `count` years on; there is no year 0 between 1 BC and AD 1."""
    stepped = year + count
    if year < 0 <= stepped:
        return stepped + 1
    return stepped - 1 if stepped <= 0 < year else stepped


def shifted(point: Point, unit: Unit, count: int) -> str | None:
    """The value `count` units after a point, as precise as the unit.

    None where the point is not precise enough, or where it would lie more than 9,999 years from year 1.
    """
    if unit in DAYS_PER:
        return _shifted_days(point, unit, count)
    if unit in ("decade", "century", "millennium"):
        return _shifted_years(point.year, MONTHS_PER[unit] // 12, count)
    if unit == "year":
        year = step_year(point.year, count)
        return year_value(year) if abs(year) <= MAXYEAR else None
    return _shifted_months(point, unit, count) if unit in ("month", "quarter") and point.month else None


def _shifted_months(point: Point, unit: Unit, count: int) -> str | None:
    months = (point.month or 1) - 1 + count * MONTHS_PER[unit]
    year, month = step_year(point.year, months // 12), months % 12
    if abs(year) > MAXYEAR:
        return None
    return f"{year_value(year)}-{month + 1:02d}" if unit == "month" else f"{year_value(year)}-Q{month // 3 + 1}"


def _shifted_years(year: int, size: int, count: int) -> str | None:
    """A decade as "194" or "BC048", a century as "19"."""
    whole = abs(year) // size + (count if year > 0 else -count)
    if whole > MAXYEAR // size:
        return None
    return f"{'' if year > 0 else 'BC'}{whole:0{5 - len(str(size))}d}" if whole > 0 else None


def _shifted_days(point: Point, unit: Unit, count: int) -> str | None:
    if not point.date or abs(count) > 10**6:
        return None
    days = count * DAYS_PER[unit]
    if not MINYEAR < point.year + days // 365 < MAXYEAR:
        return None
    when = point.date + timedelta(days=days)
    if unit == "day":
        return day_value(when)
    return week_value(when) + ("-WE" if unit == "weekend" else "")


def duration(count: float | None, unit: Unit) -> str:
    """A length of time: "P4Y", "PT24H", "P1.5Y"; "PXD" for an unknown number of days."""
    short = _SHORT[unit]
    prefix, letter = ("PT", short[1]) if short[0] == "T" else ("P", short)
    if count is not None and unit == "quarter":
        count, letter = count * 3, "M"
    return f"{prefix}{'X' if count is None else format(count, 'g')}{letter}"


def span(value: str) -> tuple[date, date] | None:
    """The first and the last calendar day that a date, a time or a range covers.

    "2018-09" gives 1 and 30 September 2018, "2014/2018" 1 January 2014 and 31 December 2018. None for
    durations, sets, references, years BC and values that are only partly known.
    """
    if "/" in value:
        first, last = (span(end) for end in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    found = _DAYS.fullmatch(value)
    try:
        return _span(found) if found else None
    except ValueError:  # a day that no calendar has, such as 2018-02-30
        return None


_DAYS = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T[\w:.+-]*)?|(?P<week>\d{4}-W\d\d)(?P<weekend>-WE)?"
    r"|(?P<month>\d{4}-\d\d)|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<part>\d{4}-[QH][1-4])|(?P<years>\d{1,4})"
)


def _span(found: re.Match[str]) -> tuple[date, date]:
    value = found[0]
    if found["day"]:
        day = date.fromisoformat(found["day"])
        return day, day
    if found["week"]:
        year, week = int(value[:4]), int(value[6:8])
        return date.fromisocalendar(year, week, 6 if found["weekend"] else 1), date.fromisocalendar(year, week, 7)
    if found["years"]:
        size = 10 ** (4 - len(value))
        return date(max(MINYEAR, int(value) * size), 1, 1), date(int(value) * size + size - 1, 12, 31)
    year = int(value[:4])
    if found["month"]:
        return _months(year, int(value[5:]), int(value[5:]))
    if found["season"]:
        return _months(year, *_SEASON_MONTHS[value[5:]])
    size = 3 if value[5] == "Q" else 6
    return _months(year, (int(value[6]) - 1) * size + 1, int(value[6]) * size)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    if last > 12 and year == MAXYEAR:
        raise ValueError("beyond the calendar")
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
