"""Table of weekdays: "Monday", "next Friday", "this past Tuesday", "Monday night"."""

import re

from answer.dates.meanings import REPEATED, Known, Meaning, Moment, Weekday
from answer.dates.restraint import no_rate, repeats, weekday_alone, word_before
from answer.dates.rule import Rule, rule
from answer.dates.words import (
    DAY_PART,
    DAY_PARTS,
    MONTH,
    WEEKDAY,
    WEEKDAY_ANY,
    WEEKDAY_SHORT,
    WEEKDAYS,
    direction,
    phrase,
    weekday,
)

_WHICH = r"(?P<which>(?:the )?(?:last|next|this|that|this past|this coming|previous|following|coming|past))"


_ANY = ("a", "one", "any", "most", "some", "first", "second", "third", "fourth")
_OF_MONTH = phrase(rf" (?:of|in) (?:(?:the|each|every|that|this) )?(?:{MONTH}|month|year)(?!\w)")
_BESIDE = phrase(r" (?:before|after|following|preceding)(?!\w)")
_WEEKS = {"last": -1, "this": 0, "next": 1}


def _of_week(found: re.Match[str]) -> Meaning:
    return Weekday(weekday(found["w"]), weeks=_WEEKS[found["week"].lower()])


def _week_on(found: re.Match[str]) -> Meaning:
    return Weekday(weekday(found["w"]), week_on=True)


def _weekday(found: re.Match[str]) -> Meaning:
    if repeats(found.string, found.start(), found.end()):
        return Known(f"XXXX-WXX-{weekday(found['w'])}", REPEATED)
    one_of_many = found.groupdict().get("which") is None and word_before(found.string, found.start()) in _ANY
    beside = word_before(found.string, found.start()) == "the" and _BESIDE.match(found.string, found.end())
    if one_of_many or beside or _OF_MONTH.match(found.string, found.end()):
        return Known(f"XXXX-WXX-{weekday(found['w'])}", "which week is not stated")
    return Weekday(weekday(found["w"]), direction(found["which"]) if found["which"] else None)


def _part_of_weekday(found: re.Match[str]) -> Meaning:
    return Moment(DAY_PARTS[found["part"].lower()], _weekday(found))


_FIRST = [*WEEKDAYS, *WEEKDAY_SHORT, "the", "last", "next", "this", "that", "previous", "following", "coming", "past"]

RULES: tuple[Rule, ...] = (
    rule(_FIRST, rf"(?:{_WHICH} )?(?P<w>{WEEKDAY_ANY})", "DATE", _weekday, weekday_alone),
    rule(WEEKDAYS, rf"(?P<w>{WEEKDAY})(?: of)? (?P<week>last|this|next) week", "DATE", _of_week),
    rule(WEEKDAYS, rf"(?P<w>{WEEKDAY}) (?:in a )?week(?![\w-]| of )", "DATE", _week_on, weekday_alone),
    rule(["a"], rf"a week (?:on|from) (?:the )?(?P<w>{WEEKDAY})", "DATE", _week_on, no_rate),
    rule(_FIRST, rf"(?:{_WHICH} )?(?P<w>{WEEKDAY_ANY}) (?P<part>{DAY_PART})", "TIME", _part_of_weekday, weekday_alone),
)
