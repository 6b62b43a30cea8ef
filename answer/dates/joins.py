"""How mentions join: "the end of March", "the night of 9 May", "two days before Easter", "9 p.m. on Monday"."""

import re

from answer.dates import relative
from answer.dates.meanings import (
    MIDNIGHT,
    REPEATED,
    Beside,
    DayOfMonth,
    Known,
    Meaning,
    Mention,
    Moment,
    NthWeekday,
    Offset,
    Part,
    Shift,
    Unit,
    Within,
    Yearless,
    stated_time,
)
from answer.dates.modifiers import names_event
from answer.dates.tables import can_begin, first_words, key_at, longest, match, words_behind
from answer.dates.words import (
    COUNT,
    COUNT_MANY,
    DAY_PART,
    DAY_PARTS,
    MONTH,
    MONTHS,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    listed,
    month,
    number,
    phrase,
    unit,
    weekday,
)

_PART_NAMES = (
    r"beginning|start|end|middle|close|rest|remainder|(?:early|small) hours|"
    r"(?:early|late|latter) (?:part|days|months|weeks|years)"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_MODIFIER = phrase(
    rf"(?:(?:the )?(?:very )?(?P<stretch>{_PART_NAMES}) of "
    r"|(?P<mid>mid)(?:-| )|(?P<ending>end)-"
    r"|(?:as recently as )?(?:the )?(?P<adverb>earlier|later|early|late|middle)(?: (?:in|on))? )"
)
_MODIFIER_FIRST = frozenset(listed("the mid early late later earlier beginning start end middle close as rest"))
_PART_OF_DAY = phrase(
    rf"(?:(?:early|late)(?: in)? )?(?:the )?(?:(?:early|late) )?(?P<part>{DAY_PART})(?: hours)? (?:of|on) "
)
_PART_OF_DAY_FIRST = frozenset(listed("the morning afternoon evening night early late"))
_WITHIN = phrase(
    rf"(?:(?:the )?(?P<s>{SEASON})|(?P<m>{MONTH})(?: (?P<d>\d\d?))?) (?:of )?(?=(?:the|that|this|last|next) )"
)
_DAY_OF_MONTH = phrase(r"the (?P<n>\d\d?)(?:st|nd|rd|th) of (?=(?:the|that|this|last|next) )")
_WEEK_OF = phrase(r"(?:the )?(?P<unit>week|weekend) (?:of|commencing|beginning|starting|ending)(?: on)? (?=\S)")
_NTH_WEEKDAY = phrase(rf"(?:the )?(?P<nth>{'|'.join(_NTH)}) (?P<w>{WEEKDAY}) (?:of|in) (?=\S)")
_NTH_FIRST = first_words(frozenset(_NTH)) | {"the"}
_WITHIN_FIRST = frozenset({"the", *SEASONS, *MONTHS})
_OFFSET = phrase(rf"(?P<n>{COUNT_MANY}|{COUNT}) (?P<unit>{UNIT}) (?P<way>before|after|prior to|following) ")
_OFFSET_FIRST = first_words(frozenset(relative.COUNT_FIRST)) | {"the"}
_DAY_BEHIND = phrase(r",? (?:\([^()\n]{1,20}\) )?(?:(?:local|[a-z]+) time,? )?(?:on )?(?=\S)")
_PART_ON_DAY = phrase(r" on (?=\S)")
_WEEKDAY_BESIDE = phrase(rf"the (?:first |last )?(?P<w>{WEEKDAY}) (?P<way>before|after|following|preceding) ")
_EVERY_DAY = re.compile(r"(?:XXXX-WXX-\d|XXXX-XX-XX)(?=T[A-Z]{2}$|$)|P1D$")
_NOON = 12
_FROM_NOON = {"AF": 1, "EV": 4, "NI": 5}
"""From which hour on a time in an afternoon, evening or night is counted from noon."""
_CLOCK_BEHIND = phrase(r",? at (?:about |around )?")
_LEADS = (
    *(_MODIFIER, _PART_OF_DAY, _WITHIN, _OFFSET, _WEEKDAY_BESIDE, _WEEK_OF, _NTH_WEEKDAY),
    relative.THE_UNIT.pattern,
)
_BEHIND = {word: words_behind(word, *_LEADS) for word in ("the", "a", "an", "that", "this")}
"""What can follow the words that begin many mentions and far more that are none."""
_NEXT_WORD = re.compile(r"[a-z]+\s{1,2}([^\W\d_]+)", re.IGNORECASE)


def can_begin_mention(text: str, at: int, word: str) -> bool:
    """Whether a mention can begin with the lower-case word at a place: a quick look before the tables are tried."""
    if word in _BEHIND:
        following = _NEXT_WORD.match(text, at)
        return following is None or following[1].lower() in _BEHIND[word]
    return word in _MODIFIER_FIRST or can_begin(word) or word[0].isdigit()


def whole(text: str, at: int) -> Mention | None:
    """The longest mention at a place with all that joins it but a range."""
    word = key_at(text, at)
    candidates = [longest(text, at, word)]
    if word in _MODIFIER_FIRST:
        candidates.append(_modified(text, at))
    if word in _PART_OF_DAY_FIRST:
        candidates.append(_part_of_day(text, at))
    if word in _OFFSET_FIRST:
        candidates.append(_offset(text, at))
    if word in _WITHIN_FIRST:
        candidates.append(_within(text, at))
    if word == "the":
        candidates += [_weekday_beside(text, at), _day_of_month(text, at)]
    if word in ("the", "week", "weekend"):
        candidates.append(_week_of(text, at))
    if word in _NTH_FIRST:
        candidates.append(_nth_weekday(text, at))
    found = max((mention for mention in candidates if mention), key=lambda mention: mention.end, default=None)
    return _with_clock(text, found) if found else None


def _base(text: str, at: int) -> Mention | None:
    """What may stand behind a modifier or "before": a row, a part of a year, or "the year"."""
    word = key_at(text, at)
    found = longest(text, at, word)
    within = _within(text, at) if word in _WITHIN_FIRST else None
    if within and (found is None or within.end > found.end):
        found = within
    if found is None and word == "the":
        return match(text, at, relative.THE_UNIT)
    return found


def _modified(text: str, at: int) -> Mention | None:
    lead = _MODIFIER.match(text, at)
    period = _base(text, lead.end()) if lead else None
    if not lead or period is None or period.type not in ("DATE", "TIME"):
        return None
    words = lead["stretch"] or lead["mid"] or lead["ending"] or lead["adverb"]
    return Mention(at, period.end, period.type, Part(" ".join(words.lower().split()), period.meaning))


def _part_of_day(text: str, at: int) -> Mention | None:
    lead = _PART_OF_DAY.match(text, at)
    day = _base(text, lead.end()) if lead else None
    if not lead or day is None or day.type != "DATE":
        return None
    if lead.start("part") == at and names_event(text, at):
        return None
    return Mention(at, day.end, "TIME", Moment(DAY_PARTS[lead["part"].lower()], day.meaning))


def _within(text: str, at: int) -> Mention | None:
    lead = _WITHIN.match(text, at)
    year = longest(text, lead.end()) if lead else None
    if not lead or year is None or not _is_shift(year.meaning, "year"):
        return None
    if lead[0].lower().rstrip() == "fall":
        return None  # a verb: "will fall next year"
    rest = SEASONS[lead["s"].lower()] if lead["s"] else f"{month(lead['m']):02d}"
    if lead["d"]:
        rest += f"-{int(lead['d']):02d}"
    return Mention(at, year.end, "DATE", Within(Yearless(rest), year.meaning))


def _is_shift(meaning: Meaning, unit: Unit) -> bool:
    return isinstance(meaning, Shift) and meaning.unit == unit


def _names(meaning: Meaning, precise: int) -> bool:
    """Whether a year's part is named as precisely as "05-03", a day, or "05", a month."""
    match meaning:
        case Known(str(value)):
            return value[:4].isdigit() and len(value) == len("2018-") + precise
        case Yearless(rest) | Within(part=Yearless(rest)):
            return rest.replace("-", "").isdigit() and len(rest) == precise
    return False


def _offset(text: str, at: int) -> Mention | None:
    lead = _OFFSET.match(text, at)
    base = _base(text, lead.end()) if lead else None
    if not lead or base is None or base.type != "DATE":
        return None
    backward = lead["way"].lower().startswith(("before", "prior"))
    return Mention(at, base.end, "DATE", Offset(unit(lead["unit"]), number(lead["n"]), base.meaning, backward))


def _weekday_beside(text: str, at: int) -> Mention | None:
    lead = _WEEKDAY_BESIDE.match(text, at)
    base = _base(text, lead.end()) if lead else None
    if not lead or base is None or base.type != "DATE":
        return None
    backward = lead["way"].lower() in ("before", "preceding")
    return Mention(at, base.end, "DATE", Beside(weekday(lead["w"]), base.meaning, backward))


def _day_of_month(text: str, at: int) -> Mention | None:
    lead = _DAY_OF_MONTH.match(text, at)
    month = longest(text, lead.end()) if lead else None
    if not lead or month is None or not _is_shift(month.meaning, "month"):
        return None
    return Mention(at, month.end, "DATE", Within(DayOfMonth(int(lead["n"])), month.meaning))


def _week_of(text: str, at: int) -> Mention | None:
    lead = _WEEK_OF.match(text, at)
    day = longest(text, lead.end()) if lead else None
    if not lead or day is None or not _names(day.meaning, len("MM-DD")):
        return None
    return Mention(at, day.end, "DATE", Offset(unit(lead["unit"]), 0, day.meaning, backward=False))


def _nth_weekday(text: str, at: int) -> Mention | None:
    lead = _NTH_WEEKDAY.match(text, at)
    month = _base(text, lead.end()) if lead else None
    if not lead or month is None or not (_names(month.meaning, len("MM")) or _is_shift(month.meaning, "month")):
        return None
    if isinstance(month.meaning, Shift) and month.meaning.since == "either":
        return None  # "the first Monday of the month" is that of every month
    return Mention(at, month.end, "DATE", NthWeekday(weekday(lead["w"]), _NTH[lead["nth"].lower()], month.meaning))


def _with_clock(text: str, found: Mention) -> Mention:
    """A time of day joined with the day beside it: "9 p.m. on Monday", "Monday at 9 p.m.", "every Friday at noon"."""
    if isinstance(found.meaning, Moment) and found.meaning.day is None:
        join = (_DAY_BEHIND if ":" in found.meaning.time else _PART_ON_DAY).match(text, found.end)
        day = longest(text, join.end()) if join else None
        if day and day.type == "DATE" and _is_day(day):
            return Mention(found.start, day.end, "TIME", Moment(found.meaning.time, day.meaning))
        if day and isinstance(day.meaning, Moment) and day.meaning.day:
            return Mention(found.start, day.end, "TIME", _at(found.meaning.time, day.meaning))
        return _repeated(found.start, day.end, found.meaning.time, day) or found if day else found
    if found.type in ("DATE", "SET") or isinstance(found.meaning, Moment):
        join = _CLOCK_BEHIND.match(text, found.end)
        time = longest(text, join.end()) if join else None
        if time and isinstance(time.meaning, Moment) and time.meaning.day is None:
            if found.type == "SET":
                return _repeated(found.start, time.end, time.meaning.time, found) or found
            return Mention(found.start, time.end, "TIME", _at(time.meaning.time, found.meaning))
    return found


def _at(time: str, day: Meaning) -> Moment:
    """A time of day on a day, or in a part of it: "six o'clock on Friday evening" is 18:00."""
    if not isinstance(day, Moment) or time == MIDNIGHT or ":" not in time:
        return Moment(time, day)
    if day.time == "NI" and time == "12:00":
        return Moment(MIDNIGHT, day.day)
    late = _FROM_NOON.get(day.time, _NOON) <= int(time[:2]) < _NOON
    return Moment(f"{int(time[:2]) + _NOON}{time[2:]}" if late else time, day.day)


def _repeated(start: int, end: int, time: str, day: Mention) -> Mention | None:
    """A time of day on repeated days: "19:00 every Thursday"; None where it is no day that is repeated."""
    value = day.meaning.value if isinstance(day.meaning, Known) and day.type == "SET" else None
    days = _EVERY_DAY.match(value or "")
    if not days:
        return None
    repeated = "XXXX-XX-XX" if days[0] == "P1D" else days[0]
    return Mention(start, end, "SET", Known(f"{repeated}T{stated_time(time)}", REPEATED))


def _is_day(mention: Mention) -> bool:
    return not isinstance(mention.meaning, Known) or len(mention.meaning.value or "") == len("2018-09-10")
