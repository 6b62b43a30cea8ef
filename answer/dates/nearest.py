"""Values of months, days, seasons, feasts and weekdays that do not name their year: the nearest one that fits."""

from calendar import monthrange
from datetime import MAXYEAR, date

from answer.dates.anchors import NO_DAY, NOT_TOLD, Anchor, Resolved, days_later, nearest_weekday
from answer.dates.feasts import feast_day
from answer.dates.meanings import Beside, Feast, NthWeekday, Weekday, Yearless
from answer.dates.tense import TO_COME, Leaning
from answer.dates.titles import Title
from answer.dates.values import Point, day_value, point_of, point_value, shifted, step_year, year_value

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SOON, _SOON_A_DAY = 2, 3
"""How many months ahead a date, and a day, in a clause without tense can lie and still be the nearest one."""
_HALF_A_YEAR = 6
_UNSURE = TO_COME - {"ahead"}
_A_YEAR = 365  # days
_BACK_IS_ON = 8
ON_OR_BEFORE = "on or before"
EITHER = "what is said fits a day before it and one after it"


def order_of(rest: str) -> tuple[int, int]:
    """Where in the year "07", "07-14", "SU" or "Q3" begins: month and day."""
    if rest in _SEASON_MONTH:
        return _SEASON_MONTH[rest], 1
    if rest[0] in "QH":
        return (int(rest[1]) - 1) * (3 if rest[0] == "Q" else 6) + 1, 1
    return int(rest[:2]), int(rest[3:] or 1)


def in_year(rest: str, year: int) -> str:
    """The part of a year, or "XXXX-02-29" for a day that the year, or a year that the calendar, has not got."""
    month, day = order_of(rest)
    if year < 0 or (0 < year <= MAXYEAR and day <= monthrange(year, month)[1]):
        return f"{year_value(year)}-{rest}"
    return f"XXXX-{rest}"


def yearless(meaning: Yearless, anchor: Anchor) -> Resolved:
    """A part of the year: of the year told, or the nearest one around the day of writing."""
    told = meaning.which in ("previous", "following", "same") or (meaning.which is None and anchor.follows_told)
    if told or (anchor.narrates and anchor.told and anchor.written):
        return _of_told_year(meaning, anchor)
    if anchor.title and _fits_title(meaning, anchor.title, anchor):
        return in_year(meaning.rest, anchor.title.year), f"the year of the title “{anchor.title.words}”"
    if anchor.written is None:
        return f"XXXX-{meaning.rest}", NO_DAY
    if anchor.leans == "either" and meaning.which is None and meaning.weekday is None:
        return f"XXXX-{meaning.rest}", f"{anchor.day_words}; {EITHER}"
    year, words = _year_around(meaning, anchor.written, anchor.leans)
    return in_year(meaning.rest, year), f"{anchor.day_words}; {words}"


def _fits_title(meaning: Yearless, title: Title, anchor: Anchor) -> bool:
    """Whether the year of a title can be that of a date below it: near the day of writing, and where the clause looks.

    What is told in the past tense need not be of it: "Budget 2025" tells what was said in November 2024. Nor what is to
    come before it: "Summer camp 2025: register by 4 December".
    """
    day = Point(title.year, *order_of(meaning.rest)).date
    if meaning.which or day is None or (meaning.weekday and day.isoweekday() != meaning.weekday):
        return False
    if anchor.written is None:
        return True
    near = abs(title.year - anchor.written.year) <= 1
    return near and anchor.leans != "back" and not _against(anchor.leans, day, anchor.written)


def _of_told_year(meaning: Yearless, anchor: Anchor) -> Resolved:
    """The told year; a month eight or more before the one last told is of the year after."""
    if anchor.told is None:
        return f"XXXX-{meaning.rest}", "the year is not stated"
    step, month = 0, order_of(meaning.rest)[0]
    told_month = anchor.told.month
    if told_month and meaning.which is None:
        step = int(told_month - month >= _BACK_IS_ON)
    elif told_month and meaning.which in ("previous", "last"):
        step = -int(month >= told_month)
    elif told_month and meaning.which in ("following", "next"):
        step = int(month <= told_month)
    year = step_year(anchor.told.year, step) if step else anchor.told.year
    return in_year(meaning.rest, year), anchor.told_year_basis


def _year_around(meaning: Yearless, written: date, leans: Leaning) -> tuple[int, str]:
    """The year that "last", "this", "next" or the tense picks around the day of writing."""
    here, now = order_of(meaning.rest), (written.month, written.day)
    under_way = len(meaning.rest) == 2 and here[0] <= written.month < here[0] + _months(meaning.rest)
    if meaning.weekday and (fitting := _years_with(meaning.weekday, meaning.rest, written.year)):
        return fitting[0], f"the nearest year in which it is a {date(2018, 1, meaning.weekday):%A}"
    if meaning.which == "this":
        return written.year, "that of the year of publication"
    if meaning.which == "next":
        return written.year + (here < now), "the next one"
    if meaning.which == "last":
        return written.year - (here > now or under_way), "the last one before"
    if under_way:
        return written.year, "the one under way"
    if leans == "ahead":
        return written.year + (here < now), "the next one, as the clause looks ahead"
    soon = _HALF_A_YEAR if leans in _UNSURE else _SOON_A_DAY if len(meaning.rest) == len("MM-DD") else _SOON
    if leans in ("open", *_UNSURE) and _months_ahead(here, now) <= soon:
        return written.year + (here < now), "the nearest one"
    return written.year - (here > now), f"the nearest one {ON_OR_BEFORE}"


def _years_with(number: int, rest: str, year: int) -> list[int]:
    """Which of a year, the one before and the one after it have the day on this weekday, in that order."""
    days = ((near, Point(near, *order_of(rest)).date) for near in (year, year - 1, year + 1))
    return [near for near, day in days if day and day.isoweekday() == number]


def _months(rest: str) -> int:
    """How many months "07", "SU", "Q3" or "H1" last."""
    if rest in _SEASON_MONTH or rest[0] == "Q":
        return 3
    return 6 if rest[0] == "H" else 1


def _months_ahead(here: tuple[int, int], now: tuple[int, int]) -> float:
    return (here[0] - now[0] + (here[1] - now[1]) / 31) % 12


def feast(meaning: Feast, anchor: Anchor) -> Resolved:
    """A moving feast, in the year in which a fixed day is found that it falls on about now."""
    year = anchor.written.year if anchor.written else anchor.told.year if anchor.told else 0
    about = feast_day(meaning.name, year) or date(year or 1, 4, 1)
    rest = f"{about:%m-%d}".replace("02-29", "02-28")  # that every year has
    value, basis = yearless(Yearless(rest, meaning.which), anchor)
    point = point_of(value or "")
    day = feast_day(meaning.name, point.year) if point else None
    return day_value(day) if day else None, basis


def day_of_month(day: int, anchor: Anchor) -> Resolved:
    """A day such as "the 15th", of the month told in the sentence or narrative, else of the nearest month."""
    if not anchor.narrates and anchor.written and not (anchor.told_here and anchor.told and anchor.told.month):
        if anchor.leans == "either":
            return f"XXXX-XX-{day:02d}", f"{anchor.day_words}; {EITHER}"
        month, basis = Point(anchor.written.year, anchor.written.month), f"{anchor.day_words}; the nearest such day"
        if day > anchor.written.day and anchor.leans not in TO_COME:
            month, basis = point_of(shifted(month, "month", -1) or "") or month, f"{basis} {ON_OR_BEFORE}"
    elif anchor.told and anchor.told.month:
        month, basis = Point(anchor.told.year, anchor.told.month), anchor.told_basis
    else:
        return f"XXXX-XX-{day:02d}", "the month is not stated"
    when = Point(month.year, month.month, day)
    if month.year > 0 and when.date is None:
        return f"XXXX-XX-{day:02d}", "the month it points to has no such day"
    return point_value(when), basis


def weekday(meaning: Weekday, anchor: Anchor) -> Resolved:
    """A weekday: in news the nearest on or before the day of writing unless a word or the tense says otherwise."""
    if meaning.which in ("following", "previous", "same") or (anchor.narrates and anchor.written):
        told = anchor.told.date if anchor.told else None
        if told is None:
            return f"XXXX-WXX-{meaning.number}", NOT_TOLD
        ahead = meaning.which not in ("previous", "last")
        return day_value(nearest_weekday(told, meaning.number, ahead=ahead, same_day=False)), anchor.told_basis
    if anchor.written is None:
        return f"XXXX-WXX-{meaning.number}", NO_DAY
    if meaning.bare and anchor.week and (day := _day_of_week(meaning.number, anchor.week.monday, anchor)):
        return day_value(day), f"{anchor.day_words}; {day:%A} of “{anchor.week.words}” in the text before"
    if anchor.leans == "either" and meaning.bare:
        return f"XXXX-WXX-{meaning.number}", f"{anchor.day_words}; {EITHER}"
    day, words = _weekday_around(meaning, anchor.written, anchor.leans)
    spoken = "; inside quoted speech, taken as spoken then" if anchor.unspoken else ""
    return day_value(day), f"{anchor.day_words}; {words}{spoken}"


def _day_of_week(number: int, monday: date, anchor: Anchor) -> date | None:
    """The weekday of a week told beside it; None where the clause looks to the other side of the day of writing."""
    day = days_later(monday, number - 1)
    return None if anchor.written is None or _against(anchor.leans, day, anchor.written) else day


def _against(leans: Leaning, day: date, written: date) -> bool:
    """Whether a day lies on the other side of the day of writing than the clause looks, or a year and more ahead."""
    if leans == "back":
        return day > written
    return leans in TO_COME and not 0 <= (day - written).days < _A_YEAR


def beside(meaning: Beside, base: Resolved) -> Resolved:
    """The weekday after or before the day of another expression."""
    value, basis = base
    point = point_of(value or "")
    if point is None or point.date is None:
        return f"XXXX-WXX-{meaning.number}", f"{basis}, which is not precise enough"
    day = nearest_weekday(point.date, meaning.number, ahead=not meaning.backward, same_day=False)
    return day_value(day), f"{basis}; counted from it"


def nth_weekday(meaning: NthWeekday, month: Resolved, anchor: Anchor) -> Resolved:
    """The first, second, third, fourth or last such weekday of a month, unless it may be that of every year."""
    value, basis = month
    point = point_of(value or "")
    if point is None or point.month is None or point.year < 0:
        return f"XXXX-WXX-{meaning.number}", basis
    plain = isinstance(meaning.month, Yearless) and meaning.month.which is None
    if plain and anchor.written and anchor.leans == "open" and basis.startswith(anchor.day_words):
        return f"XXXX-WXX-{meaning.number}", f"{anchor.day_words}; whether it is that of every year is not stated"
    last = meaning.nth < 0
    end = date(point.year, point.month, monthrange(point.year, point.month)[1] if last else 1)
    day = nearest_weekday(end, meaning.number, ahead=not last, same_day=True)
    return day_value(day if last else days_later(day, 7 * (meaning.nth - 1))), f"{basis}; counted in that month"


def _weekday_around(meaning: Weekday, written: date, leans: Leaning) -> tuple[date, str]:
    name = f"{date(2018, 1, meaning.number):%A}"
    plain = meaning.which is None
    if meaning.week_on:
        first = nearest_weekday(written, meaning.number, ahead=True, same_day=True)
        return days_later(first, 7), f"a week after the next {name}"
    if meaning.weeks is not None:
        return days_later(written, meaning.number - written.isoweekday() + 7 * meaning.weeks), f"{name} of that week"
    if meaning.which == "this":
        return days_later(written, meaning.number - written.isoweekday()), f"{name} of that week"
    if meaning.which == "next" or (plain and leans in TO_COME):
        return nearest_weekday(written, meaning.number, ahead=True, same_day=plain), f"the next {name}"
    day = nearest_weekday(written, meaning.number, ahead=False, same_day=plain)
    return day, f"nearest {name} " + (ON_OR_BEFORE if plain else "before")
