"""Table of dates that name their year: "10 September 2018", "Sept. 10, 2018", "101430Z SEP 18", "480 BC", "1940"."""

import re

from answer.dates.meanings import BUSINESS_YEAR, Known, Meaning, Moment
from answer.dates.restraint import bare_year, not_glued, small_year
from answer.dates.rule import Rule, rule
from answer.dates.values import Point, point_value
from answer.dates.words import (
    DAY,
    DAY_GLUED,
    ERA,
    MONTH,
    MONTHS,
    WEEKDAY_ANY,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR4,
    day,
    month,
)

_OF = r"(?:,? (?:of )?(?:the year )?)"
_LEAD = rf"(?:{WEEKDAY_ANY},? (?:the )?)?"
_YEAR = rf"(?P<y>\d{{1,4}}(?P<era>{ERA})|{YEAR4})"


def year_number(digits: str, era: str | None) -> int:
    """The year, negative for BC; two digits count as 1950 to 2049."""
    plain = int(re.sub(r"\D", "", digits))
    if era and "B" in era.upper():
        return -plain
    if len(re.sub(r"\D", "", digits)) == 2 and not era:
        return plain + (2000 if plain < 50 else 1900)
    return plain


def _date(found: re.Match[str]) -> Meaning | None:
    parts = found.groupdict()
    year = year_number(parts["y"], parts.get("era"))
    point = Point(year, month(parts["m"]) if parts.get("m") else None, day(parts["d"]) if parts.get("d") else None)
    if not year or (point.day and year > 0 and not point.date):
        return None
    return Known(point_value(point))


def _business_year(found: re.Match[str]) -> Meaning | None:
    known = _date(found)
    return Known(known.value, BUSINESS_YEAR) if isinstance(known, Known) else None


def _glued(found: re.Match[str]) -> Meaning | None:
    """Dates run together ("10-Sep-18"); a short year between blanks needs military capitals ("10 SEP 18")."""
    if len(found["y"]) == 2 and found["sep"].isspace() and not found["m"].isupper():
        return None
    return _date(found)


def _iso(found: re.Match[str]) -> Meaning | None:
    if found["sep"] != "-" and not not_glued(found.string, found.start(), found.end()):
        return None  # a part of an address or of a number
    point = Point(int(found["y"]), int(found["m"]), int(found["d"])) if 1 <= int(found["m"]) <= 12 else None
    if not point or not point.date:
        return None
    known = Known(point_value(point))
    return Moment(found["t"], known) if found["t"] else known


def _slashed(found: re.Match[str]) -> Meaning | None:
    """Day first or month first: known only where one of the two exceeds 12, both are equal, or dots part them."""
    first, second, year = int(found["a"]), int(found["b"]), year_number(found["y"], None)
    if found["sep"] == "." or first > 12 or first == second:
        first, second = second, first
    elif second <= 12:
        return Known(f"{year:04d}", "the year is stated; which of the two other numbers is the month is not")
    point = Point(year, first, second) if 1 <= first <= 12 else None
    return Known(point_value(point)) if point and point.date else None


def _military(found: re.Match[str]) -> Meaning | None:
    known = _date(found)
    hour, minute = int(found["t"][:2]), int(found["t"][2:])
    if hour > 23 or minute > 59 or known is None:
        return None
    return Moment(f"{hour:02d}:{minute:02d}" + ("Z" if found["z"].upper() == "Z" else ""), known)


_NAMES = [*MONTHS]
_SHORT_FISCAL = [f"{year:02d}" for year in range(100)] + [f"20{year:02d}" for year in range(100)]
_DAYS = [*WEEKDAYS, *WEEKDAY_SHORT]

RULES: tuple[Rule, ...] = (
    rule(
        "0",
        r"(?P<y>[12]\d{3})(?P<sep>[-/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\.\d)(?:(?:T| )(?P<t>\d\d:\d\d)(?::\d\d)?Z?)?",
        "DATE",
        _iso,
    ),
    rule([*_NAMES, *_DAYS], rf"{_LEAD}(?P<m>{MONTH}) (?P<d>{DAY}){_OF}{_YEAR}", "DATE", _date),
    rule([*_NAMES, *_DAYS], rf"{_LEAD}(?P<m>{MONTH}) (?P<d>{DAY}), ?{_YEAR}", "DATE", _date),
    rule(
        ["0", *_DAYS, "the"], rf"{_LEAD}(?:the )?(?P<d>{DAY})(?: |-)?(?: of )?(?P<m>{MONTH}){_OF}{_YEAR}", "DATE", _date
    ),
    rule(
        "0",
        rf"(?P<d>{DAY_GLUED})(?P<sep>(?: |-)?)(?P<m>{MONTH})(?P=sep)(?P<y>{YEAR4}|\d\d(?![\w%]|[.,]\d))",
        "DATE",
        _glued,
    ),
    rule(_NAMES, rf"(?P<m>{MONTH})(?:{_OF}|[-/]){_YEAR}", "DATE", _date),
    rule(_NAMES, rf"(?P<m>{MONTH})(?: |-)['’](?P<y>\d\d)", "DATE", _date),
    rule("0", r"(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})/(?P<y>\d\d)(?![./]\d)", "DATE", _slashed, not_glued),
    rule(
        ["fy", *(f"fy{digits}" for digits in _SHORT_FISCAL)],
        r"FY(?: |-)?['’]?(?P<y>(?:20)?\d\d)",
        "DATE",
        _business_year,
    ),
    rule("0", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![./]\d)", "DATE", _slashed),
    rule("0", rf"(?P<d>\d\d)(?P<t>\d{{4}})(?P<z>[A-Z]) ?(?P<m>{MONTH}) ?(?P<y>\d\d)", "TIME", _military),
    rule(["0", "ca", "circa", "c"], rf"(?:(?:ca?\.?|circa) ?)?(?P<y>\d{{1,4}})(?P<era>{ERA})", "DATE", _date),
    rule(["ad"], r"(?P<era>A\.?D\.?) (?P<y>\d{1,4})", "DATE", _date),
    rule(["year", "years", "the"], rf"(?:the )?years? {_YEAR}", "DATE", _date),
    rule(["fiscal", "the"], rf"(?:the )?fiscal (?:years? )?{_YEAR}", "DATE", _business_year),
    rule("0", rf"(?P<y>{YEAR4})", "DATE", _date, bare_year),
)

_BC = "stated; the text counts its years BC"
SMALL_YEAR = rule(
    "0", r"(?P<y>\d{2,3})(?![.,]\d)", "DATE", lambda found: Known(f"BC{int(found['y']):04d}", _BC), small_year
)
"""A bare "480"; only for texts that count their years BC."""
