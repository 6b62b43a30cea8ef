"""Table of dates without a year: "10 September", "Sept. 10", "July", "the 15th", "Christmas"."""

import re
from calendar import monthrange

from answer.dates.absolute import year_number
from answer.dates.feasts import FIXED_FEASTS, MOVING_FEASTS
from answer.dates.meanings import DayOfMonth, Feast, Known, Meaning, Within, Yearless
from answer.dates.modifiers import no_kind
from answer.dates.restraint import month_alone, month_and_day, month_directed
from answer.dates.rule import Rule, rule
from answer.dates.values import year_value
from answer.dates.words import (
    DAY,
    ERA,
    MONTH,
    MONTHS,
    ORDINALS,
    WEEKDAY_ANY,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR4,
    any_of,
    day,
    direction,
    month,
    ordinal,
    weekday,
)

_FEASTS = (*FIXED_FEASTS, *MOVING_FEASTS)
_FEAST = any_of(_FEASTS).replace("'", "['’]?").replace("st ", r"(?:st\.?|saint) ")
_ORDINAL_DAY = rf"(?:(?:3[01]|[12]?\d)(?:st|nd|rd|th)|{any_of(ORDINALS)})"
_LEAP_YEAR = 2000
_DAYS = [*WEEKDAYS, *WEEKDAY_SHORT]


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower()).replace("saint", "st")


_NAMES = {_letters(name): name for name in _FEASTS}


def _date(found: re.Match[str]) -> Meaning | None:
    number, of = day(found["d"]), month(found["m"])
    if number > monthrange(_LEAP_YEAR, of)[1]:
        return None
    return Yearless(f"{of:02d}-{number:02d}", weekday=weekday(found["w"]) if found["w"] else None)


def _month(found: re.Match[str]) -> Meaning:
    which = found.groupdict().get("which")
    return Yearless(f"{month(found['m']):02d}", direction(which) if which else None)


def _day_of_month(found: re.Match[str]) -> Meaning | None:
    number = ordinal(found["n"])
    return DayOfMonth(number) if number and number <= 31 else None


def _feast(found: re.Match[str]) -> Meaning:
    name = _NAMES[_letters(found["f"])]
    which = direction(found["which"]) if found["which"] else None
    own = Yearless(FIXED_FEASTS[name], which) if name in FIXED_FEASTS else Feast(name, which)
    return Within(own, Known(year_value(year_number(found["y"], found["era"])))) if found["y"] else own


def _on_the(text: str, start: int, end: int) -> bool:
    lead = text[max(0, start - 9) : start].lower()
    follows = text[end : end + 14].lower()
    return lead.endswith(("on ", "by ", "until ", "since ")) and not re.match(
        r"(?: |-)(?!of (?:the|this|that|last) month)[a-z]+", follows
    )


_WHICH = r"(?P<which>(?:the )?(?:last|next|this|that|that same|this past|this coming|previous|following|coming|past)) "
_WHICH_FIRST = ["the", "last", "next", "this", "that", "previous", "following", "coming", "past"]

RULES: tuple[Rule, ...] = (
    rule(
        ["sept", "september", "0"],
        r"9/11(?=\W|$)(?!/)|(?:9/11|sept(?:\.|ember)? 11(?:th)?)(?= (?:attack|terrorist|hijack))",
        "DATE",
        lambda _: Known("2001-09-11", "the attacks known by that day"),
    ),
    rule(
        [*MONTHS, *_DAYS],
        rf"(?:(?P<w>{WEEKDAY_ANY}),? (?:the )?)?(?P<m>{MONTH}) (?:the )?(?P<d>{DAY})",
        "DATE",
        _date,
        month_and_day,
    ),
    rule(
        ["0", "the", *_DAYS],
        rf"(?:(?P<w>{WEEKDAY_ANY}),? )?(?:the )?(?P<d>{DAY})(?: |-)?(?: of )?(?P<m>{MONTH})",
        "DATE",
        _date,
        month_and_day,
    ),
    rule(MONTHS, rf"(?P<m>{MONTH})", "DATE", _month, month_alone),
    rule(_WHICH_FIRST, rf"{_WHICH}(?P<m>{MONTH})", "DATE", _month, month_directed),
    rule(["the"], rf"the (?P<n>{_ORDINAL_DAY})(?: of the month)?", "DATE", _day_of_month, _on_the),
    rule(
        {name.split()[0].replace("'s", plural) for name in _FEASTS for plural in ("'s", "s")}
        | {"saint", *_WHICH_FIRST},
        rf"(?:{_WHICH})?(?P<f>{_FEAST})(?:(?: (?:of |in )?|, )(?P<y>\d{{1,4}}(?P<era>{ERA})|{YEAR4}))?",
        "DATE",
        _feast,
        no_kind,
    ),
)
