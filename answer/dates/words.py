"""The vocabulary of the tables: months, weekdays, numbers and units, as data and as pattern fragments."""

import re
from collections.abc import Iterable

from answer.dates.meanings import Direction, Unit


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


def phrase(pattern: str) -> re.Pattern[str]:
    """Compiles a pattern in which a blank stands for one or two blanks or one line break; case is ignored.

    A date wraps at the end of a line, but never runs from one paragraph into the next.
    """
    return re.compile(pattern.replace(" ", r"(?:[\x20\t\xa0]{1,2}|\n)"), re.IGNORECASE)


def listed(words: str) -> tuple[str, ...]:
    """The words of a line."""
    return tuple(words.split())


_MONTH_NAMES = listed("january february march april may june july august september october november december")
MONTHS = (
    {name: n for n, name in enumerate(_MONTH_NAMES, 1)}
    | {name[:3]: n for n, name in enumerate(_MONTH_NAMES, 1)}
    | {"sept": 9}
)
_WEEKDAY_NAMES = listed("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS = {name: n for n, name in enumerate(_WEEKDAY_NAMES, 1)}
WEEKDAY_SHORT = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip
DAY_PARTS = {"morning": "MO", "dawn": "MO", "midday": "MI", "noon": "MI", "afternoon": "AF", "evening": "EV",
             "dusk": "EV", "night": "NI", "nighttime": "NI", "nightfall": "NI", "daytime": "DT"}  # fmt: skip

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
ONES = {word: n for n, word in enumerate(listed(_ONES))}
TENS = {word: 10 * n for n, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
ORDINALS = {word: n for n, word in enumerate(listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"), 1)} | {
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "thirtieth": 30, "thirty-first": 31}  # fmt: skip
SINGLE = {"a", "an", "one", "another", "the"}
VAGUE_NUMBERS = ("a few", "few", "several", "many", "some", "a number of", "a handful of", "numerous", "countless")

UNITS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "day", "weekend": "weekend",
    "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "centurie": "century", "millennium": "millennium",
}  # fmt: skip
DIRECTIONS: dict[str, Direction] = {
    "this": "this", "current": "this", "this past": "last", "last": "last", "past": "last", "latest": "last",
    "next": "next", "this coming": "next", "coming": "next", "upcoming": "next", "previous": "previous",
    "preceding": "previous", "prior": "previous", "following": "following", "ensuing": "following",
    "subsequent": "following", "succeeding": "following", "same": "same", "that": "same", "that same": "same",
}  # fmt: skip


MONTH = rf"(?:(?:{'|'.join(_MONTH_NAMES)})|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\.?)"
WEEKDAY = rf"(?:{'|'.join(_WEEKDAY_NAMES)})"
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:{any_of(WEEKDAY_SHORT)})\b\.?)"
SEASON = rf"(?:{any_of(SEASONS)})"
DAY_PART = r"(?:morning|afternoon|evening|night)"
DAY_GLUED = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DAY = rf"{DAY_GLUED}(?!\w|[.,]\d)"
YEAR4 = r"(?:1\d{3}|20\d{2})(?![\w%]|[.,:]\d|/\d(?!\d(?![\d/])))"  # "2023/24", neither "2023/4" nor "2023/04/05"
ERA = r" ?(?:B\.C\.(?:E\.)?|BCE?|C\.E\.|CE|A\.D\.|AD)(?!\w)"
_TENS = "|".join(TENS)
WORD_NUMBER = rf"(?:(?:{_TENS})(?:(?: |-)(?:one|two|three|four|five|six|seven|eight|nine))?|{any_of(ONES)})"
DIGITS = r"\d{1,3}(?: [1-9]/[2-9](?!\d)|[¼½¾])|\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,2})?|\d{4,6}"
COUNT = rf"(?:{DIGITS}|{WORD_NUMBER}|half|a|an|the)"
COUNT_MANY = (
    rf"(?:{DIGITS}|{WORD_NUMBER}|{any_of(VAGUE_NUMBERS)}|a dozen|a hundred|a couple(?: of)?|hundreds of|dozens of|"
    r"thousands of)"
)
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|"
    r"century|centuries|millennium)"
)
UNIT_ONE = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|millennium)"


_FRACTION = re.compile(r"(\d{1,3})(?: (\d)/(\d)|([¼½¾]))")
_QUARTERS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def month(word: str) -> int:
    """The number of a month's name or abbreviation, 1 to 12."""
    return MONTHS[word.lower().rstrip(".")]


def weekday(word: str) -> int:
    """The number of a weekday's name or abbreviation, 1 (Monday) to 7."""
    word = word.lower().rstrip(".")
    return WEEKDAYS.get(word) or WEEKDAY_SHORT[word]


def day(word: str) -> int:
    """The number of a day such as "9" or "9th"."""
    return int(word.lower().rstrip("stndrh"))


def unit(word: str) -> Unit:
    """The unit that a singular or plural noun names."""
    word = word.lower()
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]


def times(count: float | None, noun: str) -> float | None:
    """The count in the unit that stands for a noun: two weeks to a fortnight."""
    return 2 * count if count is not None and noun.lower().startswith("fortnight") else count


def direction(words: str) -> Direction:
    """The direction that words such as "last" or "the following" name."""
    plain = " ".join(words.lower().split()).removeprefix("the ")
    return DIRECTIONS[plain]


def number(words: str) -> float | None:
    """The number that digits or words name; None where they leave it open ("a few")."""
    plain = " ".join(words.lower().split()).removesuffix(" of")
    if fraction := _FRACTION.fullmatch(plain):
        return int(fraction[1]) + (int(fraction[2]) / int(fraction[3]) if fraction[2] else _QUARTERS[fraction[4]])
    if plain[:1].isdigit():
        return float(plain.replace(",", ""))
    if plain in SINGLE:
        return 1.0
    fixed = {"half": 0.5, "a couple": 2.0, "a dozen": 12.0, "a hundred": 100.0}
    if plain in fixed:
        return fixed[plain]
    tens, _, ones = plain.replace("-", " ").partition(" ")
    if tens in TENS and (not ones or ones in ONES):
        return float(TENS[tens] + ONES.get(ones, 0))
    return float(ONES[plain]) if plain in ONES else None


def ordinal(words: str) -> int | None:
    """The number of "19th" or "nineteenth"; None for other words."""
    plain = words.lower()
    if plain[:1].isdigit():
        return int(re.sub(r"\D", "", plain))
    return ORDINALS.get(plain)
