"""Finding mentions: the tables tried where one of their words begins, and the ways in which mentions join."""

import re
from collections.abc import Iterator
from typing import Literal

from answer.dates import absolute, clock, durations, partial, periods, relative, sets, vague, weekdays
from answer.dates.meanings import Known, Meaning, Mention, Moment, Offset, Part, Range, Within, Yearless
from answer.dates.rule import Rule
from answer.dates.words import COUNT, COUNT_MANY, DAY_PART, DAY_PARTS, SEASON, SEASONS, MONTH, S, UNIT, month, number, unit

_TABLES = (absolute, partial, weekdays, relative, periods, clock, sets, durations, vague)


def _by_first_word(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    """The rules under the words they can begin with."""
    table: dict[str, list[Rule]] = {}
    for rule in rules:
        for word in {re.split(r"\W", words)[0] for words in rule.first}:
            table.setdefault(word, []).append(rule)
    return {word: tuple(found) for word, found in table.items()}


_RULES = _by_first_word(tuple(rule for table in _TABLES for rule in table.RULES))
_WORD = re.compile(r"[^\W_]+")
_BC = re.compile(r"\d{1,4}\s?B\.?C")

_MODIFIER = re.compile(
    rf"(?:(?:the{S})?(?:very{S})?(?P<stretch>beginning|start|end|middle|close|rest|remainder|(?:early|late|latter|later|first|last){S}(?:part|days|months|weeks|years)){S}of{S}"
    rf"|(?P<mid>mid)(?:-|{S})"
    rf"|(?:as{S}recently{S}as{S})?(?:the{S})?(?P<early>earlier|later|early|late|middle)(?:{S}(?:in|on))?{S})",
    re.IGNORECASE,
)
_MODIFIER_FIRST = frozenset("the mid early late later earlier beginning start end middle close as rest".split())
_PART_OF = re.compile(
    rf"(?:(?P<early>early|late)(?:{S}in)?{S})?(?:the{S})?(?:(?P<early2>early|late){S})?(?P<part>{DAY_PART}|eve)(?:{S}hours)?{S}(?:of|on){S}",
    re.IGNORECASE,
)
_PART_OF_FIRST = frozenset("the morning afternoon evening night early late".split())
_WITHIN = re.compile(rf"(?:(?:the{S})?(?P<s>{SEASON})|(?P<m>{MONTH})(?:{S}(?P<d>\d\d?))?){S}(?:of{S})?(?={'(?:the|that|this|last|next)'}{S})", re.IGNORECASE)
_OFFSET = re.compile(
    rf"(?P<n>{COUNT_MANY}|{COUNT}){S}(?P<unit>{UNIT}){S}(?P<way>before|after|prior{S}to|following){S}", re.IGNORECASE
)
_RANGE_LEAD = re.compile(rf"(?P<lead>from|between){S}(?:about{S}|around{S})?", re.IGNORECASE)
_RANGE_WORD = re.compile(rf"{S}(?P<to>to|until|till|through|and){S}(?:about{S}|around{S})?", re.IGNORECASE)
_RANGE_DASH = re.compile(r"[ \u00a0]?[-–—−][ \u00a0]?")
_SHORT_END = re.compile(r"\d{1,2}(?![\w%]|[.,:/]\d)")
_SHORT_START = re.compile(rf"(?P<lead>between{S}|from{S})?(?:the{S})?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]?[-–—/][ ]?|{S}(?:to|and|until){S}(?:the{S})?)(?=\d{{1,2}}(?:st|nd|rd|th)?{S}(?:of{S})?{MONTH})", re.IGNORECASE)
_CLOCK_JOIN = re.compile(rf",?{S}(?:(?P<zone>local{S}time|[A-Z][a-z]+{S}time){S}?)?(?:on{S})?(?=\S)")
_CLOCK_AFTER = re.compile(rf",?{S}at{S}(?:about{S}|around{S})?", re.IGNORECASE)


def mentions(text: str) -> Iterator[Mention]:
    """The temporal mentions of a text in their order; none overlaps another."""
    counts_bc = _BC.search(text) is not None
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        found = _widest(text, word.start(), word[0].lower(), counts_bc)
        if found is not None:
            end = found.end
            yield found


def _widest(text: str, at: int, word: str, counts_bc: bool) -> Mention | None:
    """The longest mention that begins at a word, with whatever joins it."""
    if word in ("from", "between"):
        return _range_led(text, at)
    found = _days_of_month(text, at) if word[0].isdigit() else None
    found = found or _whole(text, at)
    if found is None and counts_bc and word[0].isdigit():
        found = _match(text, at, absolute.SMALL_YEAR)
    return _range_dashed(text, found) if found else None


def _whole(text: str, at: int) -> Mention | None:
    """A mention with its modifier, its part of the day, its offset or its clock time; no range."""
    word = _key(text, at)
    candidates = [_atom(text, at, word)]
    if word in _MODIFIER_FIRST:
        candidates.append(_modified(text, at))
    if word in _PART_OF_FIRST:
        candidates.append(_part_of_day(text, at))
    if word in _OFFSET_FIRST:
        candidates.append(_offset(text, at))
    if word in _WITHIN_FIRST:
        candidates.append(_within(text, at))
    found = max((c for c in candidates if c), key=lambda c: c.end, default=None)
    return _with_clock(text, found) if found else None


_OFFSET_FIRST = frozenset(re.split(r"\W", words)[0] for words in relative.COUNT_FIRST) | {"the"}
_WITHIN_FIRST = frozenset({"the", *SEASONS, *partial.MONTHS})


def _key(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    if not word:
        return ""
    return "0" if word[0][0].isdigit() else word[0].lower()


def _match(text: str, at: int, rule: Rule) -> Mention | None:
    found = rule.pattern.match(text, at)
    if not found or (rule.reads_as_time and not rule.reads_as_time(text, at, found.end())):
        return None
    meaning = rule.meaning(found)
    return Mention(at, found.end(), _type_of(rule.type, meaning), meaning) if meaning else None


def _type_of(stated: Literal["DATE", "TIME", "DURATION", "SET"], meaning: Meaning) -> Literal["DATE", "TIME", "DURATION", "SET"]:
    return "TIME" if isinstance(meaning, Moment) else stated


def _atom(text: str, at: int, word: str) -> Mention | None:
    """The longest match of a single row; of two as long, the one that stands first."""
    best = None
    for rule in _RULES.get(word, ()):
        found = _match(text, at, rule)
        if found and (best is None or found.end > best.end):
            best = found
    return best


def _base(text: str, at: int) -> Mention | None:
    """What may stand behind a modifier or "before": a row, a part of a year, or "the year"."""
    word = _key(text, at)
    found = _atom(text, at, word)
    if word in _WITHIN_FIRST:
        found = max((c for c in (found, _within(text, at)) if c), key=lambda c: c.end, default=None)
    if word == "the":
        unit_alone = _match(text, at, relative.THE_UNIT)
        found = unit_alone if found is None else found
    return found


def _modified(text: str, at: int) -> Mention | None:
    lead = _MODIFIER.match(text, at)
    if not lead:
        return None
    whole = _base(text, lead.end())
    if whole is None or whole.type not in ("DATE", "TIME"):
        return None
    words = " ".join((lead["stretch"] or lead["mid"] or lead["early"]).lower().split())
    return Mention(at, whole.end, whole.type, Part(words, whole.meaning))


def _part_of_day(text: str, at: int) -> Mention | None:
    lead = _PART_OF.match(text, at)
    day = _base(text, lead.end()) if lead else None
    if not lead or day is None or day.type != "DATE":
        return None
    return Mention(at, day.end, "TIME", Moment(DAY_PARTS.get(lead["part"].lower(), "EV"), day.meaning))


def _within(text: str, at: int) -> Mention | None:
    lead = _WITHIN.match(text, at)
    whole = _atom(text, lead.end(), _key(text, lead.end())) if lead else None
    if not lead or whole is None or whole.type != "DATE":
        return None
    rest = SEASONS[lead["s"].lower()] if lead["s"] else f"{month(lead['m']):02d}"
    if lead["d"]:
        rest += f"-{int(lead['d']):02d}"
    return Mention(at, whole.end, "DATE", Within(rest, whole.meaning))


def _offset(text: str, at: int) -> Mention | None:
    lead = _OFFSET.match(text, at)
    base = _base(text, lead.end()) if lead else None
    if not lead or base is None or base.type != "DATE":
        return None
    backward = lead["way"].lower()[0] in "bp"
    return Mention(at, base.end, "DATE", Offset(unit(lead["unit"]), number(lead["n"]), base.meaning, backward))


def _with_clock(text: str, found: Mention) -> Mention:
    """A clock time joined with the day beside it: "9 p.m. on Monday", "Monday at 9 p.m."."""
    if isinstance(found.meaning, Moment) and found.meaning.day is None and ":" in found.meaning.time:
        join = _CLOCK_JOIN.match(text, found.end)
        day = _atom(text, join.end(), _key(text, join.end())) if join else None
        if day and day.type == "DATE" and not isinstance(day.meaning, Known | Part) or (
            day and isinstance(day.meaning, Known) and len(day.meaning.value or "") == 10
        ):
            return Mention(found.start, day.end, "TIME", Moment(found.meaning.time, day.meaning))
    if found.type == "DATE":
        join = _CLOCK_AFTER.match(text, found.end)
        time = _atom(text, join.end(), _key(text, join.end())) if join else None
        if time and isinstance(time.meaning, Moment) and time.meaning.day is None:
            return Mention(found.start, time.end, "TIME", Moment(time.meaning.time, found.meaning))
    return found


def _range_led(text: str, at: int) -> Mention | None:
    """"from X to Y", "between X and Y"; "from" alone begins no mention."""
    days = _days_of_month(text, at)
    if days:
        return days
    lead = _RANGE_LEAD.match(text, at)
    first = _whole(text, lead.end()) if lead else None
    if not lead or first is None or first.type not in ("DATE", "TIME"):
        return None
    join = _RANGE_WORD.match(text, first.end)
    if not join or (join["to"].lower() == "and") != (lead["lead"].lower() == "between"):
        return None
    last = _whole(text, join.end()) or _short_end(text, join.end(), first)
    return _joined(at, first, last)


def _range_dashed(text: str, first: Mention) -> Mention:
    """"1914-1918", "May-August 1950", "June to August 1990"."""
    if first.type not in ("DATE", "TIME"):
        return first
    join = _RANGE_DASH.match(text, first.end) or _to(text, first.end)
    if not join:
        return first
    last = _whole(text, join.end()) or _short_end(text, join.end(), first)
    return _joined(first.start, first, last) or first


def _to(text: str, at: int) -> re.Match[str] | None:
    join = _RANGE_WORD.match(text, at)
    return join if join and join["to"].lower() in ("to", "through", "until") else None


def _joined(start: int, first: Mention, last: Mention | None) -> Mention | None:
    if last is None or last.type not in ("DATE", "TIME"):
        return None
    return Mention(start, last.end, "DATE", Range(first.meaning, last.meaning))


def _short_end(text: str, at: int, first: Mention) -> Mention | None:
    """The "18" of "1914-18" and the "13" of "11-13" behind a month."""
    digits = _SHORT_END.match(text, at)
    if not digits:
        return None
    meaning = first.meaning
    if isinstance(meaning, Known) and meaning.value and re.fullmatch(r"\d{4}", meaning.value) and len(digits[0]) == 2:
        year = meaning.value[:2] + digits[0]
        return Mention(at, digits.end(), "DATE", Known(year)) if year > meaning.value else None
    if isinstance(meaning, Yearless) and re.fullmatch(r"\d\d-\d\d", meaning.rest) and int(meaning.rest[3:]) < int(digits[0]) <= 31:
        return Mention(at, digits.end(), "DATE", Yearless(f"{meaning.rest[:3]}{int(digits[0]):02d}"))
    return None


def _days_of_month(text: str, at: int) -> Mention | None:
    """"11-13 September 2018", "between 6 and 7 February": the first day shares the month of the last."""
    lead = _SHORT_START.match(text, at)
    last = _atom(text, lead.end(), "0") if lead else None
    if not lead or last is None:
        return None
    first = _same_month(last.meaning, int(lead["d"]))
    return Mention(at, last.end, "DATE", Range(first, last.meaning)) if first else None


def _same_month(meaning: Meaning, day: int) -> Meaning | None:
    if isinstance(meaning, Known) and meaning.value and re.fullmatch(r"\d{4}-\d\d-\d\d", meaning.value):
        return Known(f"{meaning.value[:8]}{day:02d}") if day < int(meaning.value[8:]) else None
    if isinstance(meaning, Yearless) and re.fullmatch(r"\d\d-\d\d", meaning.rest) and day < int(meaning.rest[3:]):
        return Yearless(f"{meaning.rest[:3]}{day:02d}", meaning.which)
    return None
