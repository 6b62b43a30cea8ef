"""Table of weekdays: "Monday", "next Friday", "this past Tuesday", "Monday night"."""

import re

from answer.dates.meanings import Known, Meaning, Moment, Weekday
from answer.dates.restraint import weekday_alone, word_before
from answer.dates.rule import Rule, rule
from answer.dates.words import DAY_PART, DAY_PARTS, WEEKDAY_ANY, WEEKDAY_SHORT, WEEKDAYS, direction, weekday

_WHICH = r"(?P<which>(?:the )?(?:last|next|this|that|this past|this coming|previous|following|coming|past))"


_ANY = ("a", "one", "any", "most", "some")


def _weekday(found: re.Match[str]) -> Meaning:
    if found.groupdict().get("which") is None and word_before(found.string, found.start()) in _ANY:
        return Known(f"XXXX-WXX-{weekday(found['w'])}", "which week is not stated")
    return Weekday(weekday(found["w"]), direction(found["which"]) if found["which"] else None)


def _part_of_weekday(found: re.Match[str]) -> Meaning:
    return Moment(DAY_PARTS[found["part"].lower()], _weekday(found))


_FIRST = [*WEEKDAYS, *WEEKDAY_SHORT, "the", "last", "next", "this", "that", "previous", "following", "coming", "past"]

RULES: tuple[Rule, ...] = (
    rule(_FIRST, rf"(?:{_WHICH} )?(?P<w>{WEEKDAY_ANY})", "DATE", _weekday, weekday_alone),
    rule(_FIRST, rf"(?:{_WHICH} )?(?P<w>{WEEKDAY_ANY}) (?P<part>{DAY_PART})", "TIME", _part_of_weekday, weekday_alone),
)
