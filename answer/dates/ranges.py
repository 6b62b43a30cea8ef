"""Ranges: "from 2014 to 2018", "between June and October 2017", "1914-18", "11-13 September"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.dates.absolute import year_number
from answer.dates.expression import Type
from answer.dates.joins import whole
from answer.dates.manner import stated_year
from answer.dates.meanings import Known, Meaning, Mention, Range, Weekday, Yearless
from answer.dates.restraint import word_before
from answer.dates.tables import longest
from answer.dates.values import year_value
from answer.dates.words import ERA, MONTH, WEEKDAY_ANY, phrase, weekday

_LEAD = phrase(r"(?P<lead>from|between) (?:about |around )?")
_TO = phrase(r" (?P<to>to|until|till|through|and) (?:about |around )?")
_CHANGED = frozenset({"moved", "shifted", "changed", "postponed", "delayed", "rescheduled", "forward", "back"})
"""What is "moved from 1 March to 8 March" does not last from the one to the other."""
_DASH = phrase(r" ?[-–—−] ?")
AND = phrase(r"/|,? (?:and|or)(?: on)? |, (?:on )?| & ")
_YEARS_OF_ERA = phrase(
    r"(?P<lead>between |from )?(?P<first>\d{1,4})(?: ?[-–—] ?| (?:to|and|until) )"
    rf"(?P<last>\d{{1,4}})(?P<era>{ERA})"
)
_SHORT_END = re.compile(r"\d{1,2}(?![\w%]|[.,:/]\d)")
_DAYS = phrase(
    rf"(?P<lead>between |from )?(?P<first>(?:(?P<w>{WEEKDAY_ANY}),? )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?: ?[-–—/&] ?| (?:to|and|until) (?:the )?)"
    rf"(?=(?:{WEEKDAY_ANY},? )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
)


def led_range(text: str, at: int) -> Mention | None:
    """The range behind "from" or "between"."""
    lead = _LEAD.match(text, at)
    changed = lead and lead["lead"].lower() == "from" and word_before(text, at) in _CHANGED
    first = whole(text, lead.end()) if lead and not changed else None
    if not lead or first is None or first.type not in ("DATE", "TIME"):
        return None
    join = _TO.match(text, first.end)
    if not join or (join["to"].lower() == "and") != (lead["lead"].lower() == "between"):
        return None
    return _joined(at, first, whole(text, join.end()) or _short_end(text, join.end(), first))


def dashed_range(text: str, first: Mention) -> Mention:
    """The range that a mention begins ("1914-1918", "June to August 1990"), cut at its join; else the mention."""
    if first.type not in ("DATE", "TIME"):
        return first
    join = _DASH.match(text, first.end) or _TO.match(text, first.end)
    if not join or join[0].strip().lower() == "and":
        return first
    last = whole(text, join.end()) or _short_end(text, join.end(), first)
    joined = _joined(first.start, first, last)
    if joined is None or last is None:
        return first
    return replace(joined, cut=(first.end, last.start))


def days_of_month(text: str, at: int) -> Mention | None:
    """Days of one month ("11-13 September 2018", "between 6 and 7 February"): both share the month of the last."""
    lead = _DAYS.match(text, at)
    last = longest(text, lead.end()) if lead else None
    if not lead or not last:
        return None
    meaning = _with_weekday(last.meaning, int(lead["d"]), lead["w"]) if lead["w"] else last.meaning
    first = _same_month(meaning, int(lead["d"]))
    return Mention(at, last.end, "DATE", Range(first, meaning), _cut(lead, last.start)) if first else None


def _with_weekday(last: Meaning, first: int, word: str) -> Meaning:
    """The last of some days, with the weekday that it has where the first has that of `word`: "Mon 3-5 June"."""
    if not isinstance(last, Yearless) or last.weekday:
        return last
    return replace(last, weekday=_moved(weekday(word), int(last.rest[3:]) - first))


def _moved(number: int, days: int) -> int:
    """The weekday, 1 to 7, so many days later."""
    return (number - 1 + days) % 7 + 1


def years_of_era(text: str, at: int) -> Mention | None:
    """Years that share an era: "from 499 to 493 BC"."""
    found = _YEARS_OF_ERA.match(text, at)
    if not found:
        return None
    first, last = (Known(year_value(year_number(found[name], found["era"]))) for name in ("first", "last"))
    return Mention(at, found.end(), "DATE", Range(first, last), _cut(found, found.start("last")))


def _cut(found: re.Match[str], last: int) -> tuple[int, int] | None:
    return None if found["lead"] else (found.end("first"), last)


def with_shared_years(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each joined to one that says more with the year or week of that: "April and June 1955"."""
    shared = list(mentions)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        year = stated_year(second.meaning)
        if AND.fullmatch(text, first.end, second.start):
            shared[index] = first = replace(first, meaning=_same_week(first.meaning, second.meaning))
        if isinstance(first.meaning, Yearless) and year and not isinstance(second.meaning, Range):
            joined = AND.fullmatch(text, first.end, second.start) and first.meaning.which is None
            if joined and not text[second.start : second.end].isdigit():
                shared[index] = replace(first, meaning=Known(f"{year_value(year)}-{first.meaning.rest}"))
    return shared


def _joined(start: int, first: Mention, last: Mention | None) -> Mention | None:
    if last is None or last.type not in ("DATE", "TIME"):
        return None
    kind: Type = "TIME" if first.type == last.type == "TIME" else "DATE"
    return Mention(start, last.end, kind, Range(_same_week(first.meaning, last.meaning), last.meaning))


def _same_week(first: Meaning, last: Meaning) -> Meaning:
    """A bare weekday joined to one of a named week is of that week: "from Monday to Wednesday next week"."""
    if isinstance(first, Weekday) and isinstance(last, Weekday) and first.bare:
        return replace(first, weeks=last.weeks)
    return first


def _short_end(text: str, at: int, first: Mention) -> Mention | None:
    """The "18" of "1914-18" and the "13" of "September 11-13"."""
    digits = _SHORT_END.match(text, at)
    meaning = _completed(first.meaning, int(digits[0])) if digits else None
    return Mention(at, digits.end(), "DATE", meaning) if digits and meaning else None


def _completed(meaning: Meaning, end: int) -> Meaning | None:
    match meaning:
        case Known(str(value)) if re.fullmatch(r"\d{4}", value):
            return Known(f"{value[:2]}{end:02d}") if end > int(value[2:]) else None
        case Yearless(rest) if len(rest) == len("09-11"):
            return Yearless(f"{rest[:3]}{end:02d}") if int(rest[3:]) < end <= 31 else None
    return None


def _same_month(meaning: Meaning, day: int) -> Meaning | None:
    match meaning:
        case Known(str(value)) if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return Known(f"{value[:8]}{day:02d}") if 0 < day < int(value[8:]) else None
        case Yearless(rest, which, on) if len(rest) == len("09-11") and 0 < day < int(rest[3:]):
            return Yearless(f"{rest[:3]}{day:02d}", which, _moved(on, day - int(rest[3:])) if on else None)
    return None
