"""When something was published, in ISO 8601 and exactly as precise as it was written."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

from corpus.lines import Line, lines_of

_ISO = re.compile(
    r"(?P<day>\d{4}(?:-\d{2}(?:-\d{2})?)?)"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMBERS = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")
_WORDS = re.compile(
    r"(?:[a-z]+,?\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>[a-z]{3,9})\.?"
    r"(?:\s+(?P<day_after>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

_HEAD = 5  # lines among which a text names its day
_LONGEST_TITLE = 25  # words; what is longer is prose, behind which no day of publication stands
_LONGEST_DAY = 40  # characters
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)


def iso(value: object) -> str | None:
    """The date that `value` states, as ISO 8601, or None if it states none that is certain.

    Takes what YAML, JSON, CSV and feeds hold: dates, years as numbers, ISO 8601, RFC 2822, "11 September 2018",
    "Sept. 11, 2018", "September 2018", "2018/09/11". Forms that differ from country to country, such as
    "09/11/2018", are not guessed.
    """
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip()
    return _from_iso(text) or _from_numbers(text) or _from_words(text) or _from_mail(text)


def date_line(text: str) -> str | None:
    """The full day that stands alone on one of the first lines of a text ("12 March 2024"), as ISO 8601, or None.

    A text with several such lines is a journal, whose entries have a day each; a day in a line that goes on in the
    next one belongs to a sentence.
    """
    for line in islice(lines_of(text), _HEAD):
        if line.words > _LONGEST_TITLE:
            return None
        day = _day_alone(line)
        if day:
            goes_on = text[line.span[1] :].lstrip(" \t")[1:2].islower()
            others = {other for one in lines_of(text) if (other := _day_alone(one)) not in (None, day)}
            return None if goes_on or others else day
    return None


def _day_alone(line: Line) -> str | None:
    """The day that is all a line says but for its weekday; nothing that is written in digits alone."""
    if len(line.text) > _LONGEST_DAY:
        return None
    words = _WEEKDAY.sub("", line.text, count=1)
    if words.isdigit() or not (words[0].isdigit() or words[:3].lower() in {name[:3] for name in _MONTHS}):
        return None
    day = _from_iso(words) or _from_numbers(words) or _from_words(words)
    return day if day and len(day) == len("2018-09-11") else None


def _from_iso(text: str) -> str | None:
    found = _ISO.fullmatch(text)
    if not found:
        return None
    padded = found["day"] + "0000-01-01"[len(found["day"]) :]
    normal = found["day"] + (f"T{found['time']}{found['zone'] or ''}" if found["time"] else "")
    try:
        datetime.fromisoformat(padded if not found["time"] else normal)
    except ValueError:
        return None
    return normal


def _from_numbers(text: str) -> str | None:
    found = _NUMBERS.fullmatch(text)
    return _day(*(int(part) for part in found.groups() if part)) if found else None


def _from_words(text: str) -> str | None:
    found = _WORDS.fullmatch(text)
    if not found:
        return None
    # An abbreviation is the start of exactly one month's name: three letters tell them all apart.
    months = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower())]
    days = [int(day) for day in (found["day"], found["day_after"]) if day]
    if len(months) != 1 or len(days) > 1 or not int(found["year"]):  # there was no year 0
        return None
    return _day(int(found["year"]), months[0], days[0]) if days else f"{found['year']}-{months[0]:02}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _from_mail(text: str) -> str | None:
    """RFC 2822, section 3.3: the form of feeds and mail."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):  # the latter for a year of ten digits
        return None
