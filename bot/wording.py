"""English words for calendar values ("2018-09-10" is "Monday 10 September 2018"), for counts and for sources."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from corpus.documents import Document

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "ML": "millennium"}
CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d|[A-Z]{2})\S*)?")
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([A-Z]{1,2})")
_NO_DAY = re.compile(r"XXXX-XX-(\d\d|XX)(?:T(\d\d:\d\d|[A-Z]{2})\S*)?|XXXX-WXX-([1-7])(?:T(\d\d:\d\d|[A-Z]{2})\S*)?")
REFERENCES = {"PAST_REF": "some time ago", "PRESENT_REF": "now", "FUTURE_REF": "some time to come"}
_IN_TEXT = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def in_words(value: str, *, weekday: bool = True) -> str:
    """An ISO 8601 or TIMEX3 value in English words; a value of an unknown form is given back as it is."""
    first, slash, last = value.partition("/")
    if slash:
        return f"{in_words(first, weekday=weekday)} to {in_words(last, weekday=weekday)}"
    if found := _DAY.fullmatch(value):
        words = _day(*found.groups())
        return words if weekday else words.split(" ", 1)[-1]
    if found := _DURATION.fullmatch(value):
        return _duration(*found.groups())
    if found := _NO_DAY.fullmatch(value):
        return _no_day(*found.groups())
    return _partial(value)


def basis_in_words(basis: str) -> str:
    """The derivation of a date with every ISO day in it put into words."""
    return _IN_TEXT.sub(lambda found: in_words(found[0]), basis)


def _day(year: str, month: str, day: str, time: str | None) -> str:
    try:
        when = date(int(year), int(month), int(day))
    except ValueError:
        return f"day {year}-{month}-{day}"
    words = f"{calendar.day_name[when.weekday()]} {when.day} {calendar.month_name[when.month]} {when.year}"
    return f"{words}, {PARTS.get(time, time)}" if time else words


def _duration(clock: str, count: str, unit: str) -> str:
    name = (CLOCK_UNITS if clock else UNITS).get(unit)
    if name is None:
        return f"P{clock}{count}{unit}"
    several = {"CE": "centuries", "ML": "millennia"}.get("" if clock else unit, f"{name}s")
    return f"{count} {name}" if count == "1" else f"{'some' if count == 'X' else count} {several}"


def _no_day(day: str | None, time: str | None, weekday: str | None, part: str | None) -> str:
    """A weekday, a day of the month or a time of day of which no more is known."""
    if weekday:
        name, at = calendar.day_name[int(weekday) - 1], part or ""
        return f"{name} {PARTS.get(at, at)}".strip() + " (week not known)"
    words = PARTS.get(time or "", time or "")
    if day == "XX":
        return f"{words} (day not known)" if words else "every day"
    return f"day {int(day or 0)} (month not known)" + (f", {words}" if words else "")


def _partial(value: str) -> str:
    """Weeks, months, quarters, seasons, and values of which a part is not known (X)."""
    year, _, part = value.partition("-")
    of_year = "" if year == "XXXX" else f" {year}"
    if found := re.fullmatch(r"W(\d\d)(-WE)?", part):
        return _week(year, found[1], bool(found[2]))
    if found := re.fullmatch(r"(0[1-9]|1[0-2])(?:-(\d\d))?", part):
        day = f"{int(found[2])} " if found[2] else ""
        return f"{day}{calendar.month_name[int(found[1])]}{of_year or ' (year not known)'}"
    if part in SEASONS:
        return f"{SEASONS[part]}{of_year or ' (year not known)'}"
    if found := re.fullmatch(r"Q([1-4])|H([12])", part):
        ordinal, name = (ORDINALS[found[1]], "quarter") if found[1] else (ORDINALS[found[2]], "half")
        return f"{ordinal} {name} of{of_year or ' a year not known'}"
    if found := re.fullmatch(r"(\d{3})X?", value):
        return f"the {found[1]}0s"
    if found := re.fullmatch(r"BC(?:(\d{4})|(\d{3})|(\d\d))", value):
        return _before_christ(*found.groups())
    if re.fullmatch(r"\d\d", value):
        return f"the {_nth(int(value) + 1)} century"
    return REFERENCES.get(value, value)


def _before_christ(year: str | None, decade: str | None, century: str | None) -> str:
    if century:
        return f"the {_nth(int(century) + 1)} century BC"
    return f"{int(year)} BC" if year else f"the {int(decade or 0)}0s BC"


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _week(year: str, week: str, weekend: bool) -> str:
    try:
        sunday = date.fromisocalendar(int(year), int(week), 7)
    except ValueError:
        return f"{year}-W{week}"
    first = sunday - timedelta(days=1 if weekend else 6)
    name = "the weekend of" if weekend else "the week of"
    return f"{name} {_short(first)} to {_short(sunday)} {sunday.year}"


def _short(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]}"


def also_in_words(documents: Sequence[Document]) -> str:
    """That other documents say nearly the same, on one line."""
    names = ", ".join(dict.fromkeys(one.publisher or one.called for one in documents))
    return f"Also in {counted(len(documents), 'other document')}: {names}"


def counted(count: int, thing: str) -> str:
    """How many things there are: "1 document", "1,200 documents"."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def source_in_words(document: Document) -> str:
    """Where a quote comes from, on one line: title, publisher, author, date of publication."""
    published = in_words(document.published) if document.published else "no date"
    return " — ".join(part for part in (document.called, document.publisher, document.author, published) if part)
