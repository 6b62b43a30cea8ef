"""Table of expressions counted from the day of writing ("two weeks ago") or the text before ("the following day")."""

import re

from answer.dates.durations import no_more_than_a_stretch
from answer.dates.meanings import Direction, Meaning, Moment, Part, Shift, Yearless
from answer.dates.restraint import period_alone, word_after
from answer.dates.rule import Rule, rule
from answer.dates.words import (
    COUNT,
    COUNT_MANY,
    DAY_PART,
    DAY_PARTS,
    ONES,
    SEASON,
    SEASONS,
    TENS,
    UNIT,
    UNIT_ONE,
    any_of,
    direction,
    listed,
    number,
    times,
    unit,
)

_STEPS: dict[Direction, int] = {"this": 0, "last": -1, "next": 1, "previous": -1, "following": 1, "same": 0}
_TOLD: tuple[Direction, ...] = ("previous", "following", "same")
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
_WHICH = (
    r"(?P<which>(?P<the>the )?(?:last|next|this|that|this past|this coming|that same|same|previous|preceding|"
    r"following|ensuing|subsequent|coming|past|prior|current|latest))"
)
_WHICH_FIRST = listed("the last next this that same previous preceding following coming past prior current latest")
_LATER = r"(?:later|after|afterwards?|on|hence)"
_EARLIER = r"(?:earlier|before|beforehand|previously|prior)"
_BACKWARD = ("ago", "back", "earlier", "before", "beforehand", "previously", "prior")
COUNT_FIRST = [
    "0",
    *ONES,
    *TENS,
    *listed("a an half few several many some numerous countless hundreds dozens thousands"),
]


def _named_day(found: re.Match[str]) -> Meaning:
    day = Shift("day", _NAMED_DAYS[" ".join(found["day"].lower().split())], "writing")
    return Moment(DAY_PARTS[found["part"].lower()], day) if found["part"] else day


def shift_of(which: str, the: bool, name: str) -> Meaning | None:
    """What "last month" or "the next day" means: a unit counted from the writing day or from the text before."""
    way, size = direction(which), unit(name)
    if size == "second":
        return None  # "this second question" counts questions
    if way == "last" and the:
        return None  # "the past year" is a stretch up to now, in the table of durations
    told = way in _TOLD or (way == "next" and (the or size == "day")) or (way == "this" and size == "day")
    return Shift(size, _STEPS[way], "told" if told else "writing")


def _directed(found: re.Match[str]) -> Meaning | None:
    the = bool(found["the"]) and not found["which"].lower().endswith(("latest", "coming"))
    return shift_of(found["which"], the, found["unit"])


def _directed_part(found: re.Match[str]) -> Meaning:
    way = direction(found["which"])
    told = way in _TOLD or way == "next" or found["the"]
    return Moment(DAY_PARTS[found["part"].lower()], Shift("day", _STEPS[way], "told" if told else "writing"))


def _directed_season(found: re.Match[str]) -> Meaning:
    return Yearless(SEASONS[found["s"].lower()], direction(found["which"]))


def _counted(found: re.Match[str]) -> Meaning:
    way = found["way"].lower().split()[0]
    written = way in ("ago", "back", "hence", "from")
    count, size = times(number(found["n"]), found["unit"]), unit(found["unit"])
    if size == "hour" and count and count % 24 == 0:
        count, size = count / 24, "day"
    return Shift(size, count, "writing" if written else "told", way in _BACKWARD)


def _half_counted(found: re.Match[str]) -> Meaning:
    return Shift(unit(found["unit"]), None, "writing", True)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not so "two days after the battle", which hangs on the battle and not on the date told before.

    Nor "two days later than planned", which hangs on the plan.
    """
    if word_after(text, end) == "than":
        return False
    if not re.search(r"(?:after|before|prior|on|previously)$", text[start:end], re.IGNORECASE):
        return True
    follows = text[end : end + 2]
    return not follows or follows[0] in ".,;:)!?\n" or text[start:end].lower().endswith("previously")


def _neighbour(found: re.Match[str]) -> Meaning:
    step = -1 if found["way"].lower() in ("before", "previous") else 1
    name = found["unit"].lower()
    if name in DAY_PARTS:
        return Moment(DAY_PARTS[name], Shift("day", step, "told"))
    return Shift(unit(name), step, "told")


def _ago_as_quality(found: re.Match[str]) -> Meaning:
    return Shift(unit(found["unit"]), 1, "writing", True)


def _next_but_one(found: re.Match[str]) -> Meaning:
    return Shift(unit(found["unit"]), 2, "writing", found["way"].lower() == "before last")


def _end_of_unit(found: re.Match[str]) -> Meaning:
    return Part(found[0].lower(), Shift(unit(found["unit"]), 0, "writing"))


def _the_unit(found: re.Match[str]) -> Meaning:
    return Shift(unit(found["unit"]), 0, "either")


RULES: tuple[Rule, ...] = (
    rule(
        [*(name.split()[0] for name in _NAMED_DAYS), "the"],
        rf"(?:the )?(?P<day>{any_of(_NAMED_DAYS)})(?: (?P<part>{DAY_PART}))?",
        "DATE",
        _named_day,
    ),
    rule(["the"], r"the weekend", "DATE", lambda _: Shift("weekend", 0, "writing")),
    rule(["overnight"], r"overnight", "TIME", lambda _: Moment("NI", Shift("day", 0, "writing"))),
    rule(["tonight"], r"tonight", "TIME", lambda _: Moment("NI", Shift("day", 0, "writing"))),
    rule(["last"], r"last night", "TIME", lambda _: Moment("NI", Shift("day", -1, "writing"))),
    rule(_WHICH_FIRST, rf"{_WHICH} (?P<unit>{UNIT_ONE})", "DATE", _directed, no_more_than_a_stretch),
    rule(_WHICH_FIRST, rf"{_WHICH} (?P<part>{DAY_PART})", "TIME", _directed_part),
    rule(_WHICH_FIRST, rf"{_WHICH} (?P<s>{SEASON})", "DATE", _directed_season),
    rule(
        COUNT_FIRST,
        rf"(?P<n>{COUNT_MANY}|{COUNT}) (?:short |full |whole )?(?P<unit>{UNIT}) (?P<way>ago|back|from now|hence)",
        "DATE",
        _counted,
    ),
    rule(
        COUNT_FIRST,
        rf"(?P<n>{COUNT_MANY}|{COUNT}) (?:short |full |whole )?(?P<unit>{UNIT}) (?P<way>{_LATER}|{_EARLIER})",
        "DATE",
        _counted,
        _stands_alone,
    ),
    rule(COUNT_FIRST, rf"(?P<n>{COUNT_MANY}|{COUNT}) and a half (?P<unit>{UNIT}) ago", "DATE", _half_counted),
    rule(
        ["weeks", "months", "years", "days", "decades", "centuries", "hours", "minutes"],
        rf"(?P<n>)(?P<unit>{UNIT}) (?P<way>ago|later|earlier)",
        "DATE",
        _counted,
    ),
    rule(["year", "month", "week"], r"(?P<unit>year|month|week)-(?:earlier|ago)", "DATE", _ago_as_quality),
    rule(["the"], r"the (?P<unit>week|month|quarter|year)", "DATE", _the_unit, period_alone),
    rule(
        ["the"],
        r"the (?P<unit>weekend|week|month|quarter|year) (?P<way>before last|after next)",
        "DATE",
        _next_but_one,
    ),
    rule(["year", "month", "quarter"], r"(?P<unit>year|month|quarter)(?:-|['’]s )end", "DATE", _end_of_unit),
    rule(["mid", "midyear", "midweek"], r"mid-?(?P<unit>year|week|month)", "DATE", _end_of_unit),
    rule(
        ["the"],
        r"the (?P<unit>day|week|month|year|night|evening|morning) (?P<way>before|after|following|previous)",
        "DATE",
        _neighbour,
        _stands_alone,
    ),
)

THE_UNIT = rule(["the"], r"the (?P<unit>day|week|month|year|decade|century)", "DATE", _the_unit)
"""Read only behind "the end of", "later in" and the like."""
