"""Restraint: words and numbers that look like dates and are none where they stand."""

import re

from answer.dates.words import MONTH, WORD_NUMBER, listed, phrase

_BEFORE = re.compile(r"([\w'’.$£€#§№-]+)[ \t\u00a0\n]*[(\[\"“‘]?$")
_AFTER = re.compile(r"[ \t\u00a0]?([-–]?[\w%°$']+)")
_LOOK = 32

TIME_PREPOSITIONS = frozenset(
    listed(
        "in on by since until till before after during from to through throughout between of around about circa ca c "
        "early late mid last next this that every each and or for"
    )
)
_LEADS_TO_MONTH = TIME_PREPOSITIONS - {"for", "about", "or", "to", "on", "that"}
_QUANTITIES = frozenset(
    listed(
        "miles mile km kilometres kilometers metres meters m feet ft yards acres hectares sq square tons tonnes kg "
        "pounds lbs gallons litres liters people men women soldiers troops civilians casualties prisoners deaths dead "
        "killed wounded others more fewer percent per degrees dollars euros rubles francs votes seats points members "
        "residents inhabitants guns tanks aircraft planes ships vehicles horses rifles strong rpm hp mph kph km² cc "
        "fighters militants rebels refugees families homes houses villages students workers employees volunteers "
        "words pages copies metre meter foot yard times hours days weeks months years million billion thousand"
    )
)
_NUMBERED = frozenset(
    listed(
        "no no. nos number section sections chapter page pages p p. pp pp. article paragraph para § # route highway "
        "hwy room line verse psalm version v v. model type figure fig fig. table note item flight bus train lot unit "
        "resolution form rule part vol vol. volume suite apt ext ext. extension phone tel tel. fax code pin channel "
        "boeing airbus rfc std bcp iso directive regulation decree law aged $ £ € us$ than only over "
        "under nearly almost least"
    )
)

_BEFORE_YEAR = TIME_PREPOSITIONS - frozenset(listed("about of to for or and around every each"))
_OLDEST_BARE = 1400
"""Smaller numbers are taken for years only behind a preposition of time."""
_GLUED = re.compile(r"[$£€#§.,:/_+=@–-]$|\d $")
_GLUED_YEAR = re.compile(r"(?:[a-z]{2,}|(?<!\d)(?P<year>\d{4})) ?[-–]$")
_NUMBER_BEHIND = re.compile(r" \d{3}|[-–](?:foot|mile|metre|meter|km|ton|man|seat|strong|page|word|year|hp|\d{5})")
_YEAR_BEHIND = re.compile(r"[-–](\d{4})(?!\d)")
_SEASON_BEHIND = re.compile(r"/(\d\d)")
_ADDRESS = re.compile(r"(?: [A-Z][\w.]*){1,3} (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Drive|Lane|Square)")


def word_before(text: str, at: int) -> str:
    """The lower-case word before a position, without an opening bracket or quote; "" at the start."""
    found = _BEFORE.search(text[max(0, at - _LOOK) : at])
    return found[1].lower() if found else ""


def word_after(text: str, at: int) -> str:
    """The word after a position, or ""."""
    found = _AFTER.match(text, at)
    return found[1] if found else ""


_MONTH_BEHIND = re.compile(r"[-–/](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


_FROM_MONTH = phrase(rf"(?<!\w){MONTH} to $")
_BEHIND_VERB = frozenset(listed("it be he she you we they i not god have also"))


def month_alone(text: str, start: int, end: int) -> bool:
    """A month's name without day or year: not "may" or "march" as a verb, not "Mar" or "Dec" without a full stop."""
    word = text[start:end].lower()
    before, after = word_before(text, start), word_after(text, end)
    if len(word.rstrip(".")) <= 3 and word != "may":
        return text[start].isupper() and (word.endswith(".") or before in _LEADS_TO_MONTH)
    if word in ("may", "march", "august"):
        if before in ("and", "or", "that", "") and after in _BEHIND_VERB:
            return False
        led = before in _LEADS_TO_MONTH or text[start - 1 : start] == "-" or bool(_MONTH_BEHIND.match(text, end))
        led = led or bool(_FROM_MONTH.search(text, max(0, start - _LOOK), start))
        if before in ("a", "the") and text[start].isupper():
            return after.islower() and after not in ("on", "of", "for", "to")
        return led and not (text[start].islower() and before not in ("in", "last", "next", "since", "by", "until"))
    if text[start].islower():
        return before in _LEADS_TO_MONTH or before in ("for", "to")
    return not _is_name(text, start, end)


def _is_name(text: str, start: int, end: int) -> bool:
    """A month that is a woman's name: "April Jones", "June Carter", but not "in June Russia"."""
    after = word_after(text, end)
    led = word_before(text, start) in _BEFORE_YEAR
    return text[start:end].lower() in ("april", "june") and not led and after[:1].isupper() and after[1:].islower()


def unit_or_nth(text: str, start: int, end: int) -> bool:
    """Units repeated: "every second" counts seconds where nothing is counted by it as "every second house" is."""
    second = text[start:end].lower().split() in (["every", "second"], ["each", "second"])
    return not second or not word_after(text, end)[:1].isalpha() or word_after(text, end) in _BEHIND_SECOND


_BEHIND_SECOND = frozenset(listed("of counts that and or for in until when while as is was"))
_SERIAL = re.compile(r"[A-Za-z]-$|[$£€#]$")


def month_and_day(text: str, start: int, end: int) -> bool:
    """A month with a day and no year, and no number of something ("In August 20 people …").

    The month is capitalised unless its name means nothing else.
    """
    letters = re.sub(r"[^A-Za-z]", "", text[start:end])
    ambiguous = re.match(r"(?:may|march|mar|sun|dec|jan|sep)(?:st|nd|rd|th)?$", letters, re.IGNORECASE)
    after = word_after(text, end).lower()
    counted = text[end - 1].isdigit() and (after in _QUANTITIES or after.startswith("%"))
    if counted or _SERIAL.search(text[max(0, start - 2) : start]):
        return False
    return not (ambiguous and letters.islower() and word_before(text, start) not in ("on", "by", "until", "since"))


def bare_year(text: str, start: int, end: int) -> bool:
    """Four digits alone: no quantity ("2000 miles"), amount ("$1999"), section, telephone or model number."""
    before, after = word_before(text, start), word_after(text, end)
    lead = text[max(0, start - _LOOK) : start]
    year = int(text[start:end])
    if _GLUED.search(lead) and not ((first := _GLUED_YEAR.search(lead)) and int(first["year"] or 0) < year):
        return False
    if before in _NUMBERED or before[-1:] in tuple("$£€#") or _NUMBER_BEHIND.match(text, end):
        return False
    if (behind := _YEAR_BEHIND.match(text, end)) and int(behind[1]) < year:
        return False  # "2070-1721" is a serial number
    if (season := _SEASON_BEHIND.match(text, end)) and int(season[1]) != (year + 1) % 100:
        return False  # "2023/24" is a season, "2023/12" may be a month
    if before in ("in", "since", "during", "until") and year % 100:
        return True
    if after.lower() in _QUANTITIES or after[:1] in ("%", "°") or _ADDRESS.match(text, end):
        return False
    if before in _BEFORE_YEAR:
        return True
    plural = after.islower() and after.endswith("s") and not after.endswith(("ss", "us", "is", "was", "as", "has"))
    if plural and (before == "a" or (before != "the" and year % 10 == 0)):
        return False
    return year >= _OLDEST_BARE


def not_glued(text: str, start: int, end: int) -> bool:
    """Whether a number stands apart from what precedes it, unlike the end of a path or of a larger number."""
    return not _GLUED.search(text[max(0, start - _LOOK) : start])


def month_directed(text: str, start: int, end: int) -> bool:
    """A month behind "this" or "next": not the verb of "this may be so" or "all that may come"."""
    words = text[start:end].lower().split()
    a_verb = words[-2] in ("this", "that") and words[-1] in ("may", "march")
    return not a_verb or text[end - len(words[-1])].isupper()


def present_word(text: str, start: int, end: int) -> bool:
    """A word for the present: not the "Now," that only opens a remark."""
    return not (text[start:end] == "Now" and text[end : end + 1] == ",")


def behind_at(text: str, start: int, end: int) -> bool:
    """Whether "at" or "by" leads: "at that time", not "all that time"."""
    return word_before(text, start) in ("at", "by")


def small_year(text: str, start: int, end: int) -> bool:
    """A year of one to three digits is read as one only after "in", "by" and the like, and before no noun."""
    before, after = word_before(text, start), word_after(text, end)
    return (
        before in ("in", "by", "since", "until", "from", "early", "late", "of", "before", "after")
        and not after[:1].isalpha()
    )


_WEEKDAY_SHORT = re.compile(r"\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?", re.IGNORECASE)


def weekday_alone(text: str, start: int, end: int) -> bool:
    """A weekday's abbreviation needs a capital and a full stop or comma: "Sun" and "sat" are words."""
    word = _WEEKDAY_SHORT.search(text[start:end])
    if not word:
        return not _in_title(text, start) and word_after(text, end).lower() not in _NAMED_AFTER_DAYS
    return word[0][0].isupper() and (word[0].endswith(".") or word_before(text, start) in ("on", "last", "next"))


_DAY_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_RUN = (
    rf"(?:[\s,:(–-]|(?:on|at|from|to|and|until|between|are|is|{_DAY_NAME}|weekdays)(?!\w)"
    r"|\d[\d:.]*+(?:\s?[ap]\.?m(?:\.|(?!\w)))?)*+$"
)
_HABIT = re.compile(
    rf"\bhours(?:\s+now)?(?:\s+(?:begin|start|end|run|apply))?(?!\w){_RUN}"
    r"|\b(?:always|usually|normally|regularly)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_OPEN = re.compile(rf"(?:\b(?:is|are|be|stays?)\s+|(?:^|[\n.:])\s*)open(?!\w){_RUN}", re.IGNORECASE)
_DAYS_TOGETHER = re.compile(rf"\s*(?:to|till|through|and|,|–|-)\s*{_DAY_NAME}", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"{_DAY_NAME}\s*(?:to|till|through|and|,|–|-)\s*$", re.IGNORECASE)
_HABIT_LOOK = 80


def repeats(text: str, start: int, end: int) -> bool:
    """Whether a weekday is that of every week: "office hours are Tuesday and Thursday", "open Monday to Friday"."""
    lead = text[max(0, start - _HABIT_LOOK) : start]
    together = _DAYS_TOGETHER.match(text, end) or _DAY_BEFORE.search(lead)
    return bool(_HABIT.search(lead) or (together and _OPEN.search(lead)))


_NAMED_AFTER_DAYS = frozenset(listed("times telegraph mail express mirror herald mosque school"))


def _in_title(text: str, start: int) -> bool:
    """Whether the day is part of a name ("Bloody Sunday", "Black Friday") and not one of this week."""
    before = re.search(r"(\w+) $", text[max(0, start - 20) : start])
    return bool(before and before[1].lower() in ("bloody", "black", "good", "palm", "ash", "easter", "super", "cyber"))


def daily_word(text: str, start: int, end: int) -> bool:
    """Words such as "Daily" or "Weekly": with a capital inside a name they are part of the name."""
    if text[start].islower():
        return True
    after = word_after(text, end)
    return not after[:1].isupper() and not word_before(text, start).istitle() and opens_sentence(text, start)


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, or a quotation, begins at a position."""
    lead = text[max(0, start - 3) : start].strip()
    return not lead or lead[-1] in '.!?"“'


_BEFORE_CLOCK = frozenset(listed("at by from until till around about between to after before since and"))
_BEFORE_DURATION = frozenset(
    listed(
        "for in within over after through than about nearly almost lasted took least up under just every of last spent "
        "the and or throughout during several many by next two only around roughly take takes taking last lasts "
        "spend spent spending require requires"
    )
)


def clock_led(text: str, start: int, end: int) -> bool:
    """Digits such as "21:00" are a time only after "at", "by" and the like; elsewhere they are scores and ratios."""
    return word_before(text, start) in _BEFORE_CLOCK


def bare_duration(text: str, start: int, end: int) -> bool:
    """Bare words such as "days" or "a year" count as a stretch of time only behind a preposition of time."""
    words, before, after = text[start:end].lower(), word_before(text, start), word_after(text, end)
    if before == "the" and (words in ("minutes", "seconds", "hours") or after == "of"):
        return False
    if words == "a second" and before not in ("for", "in", "within", "than"):
        return False
    return before in _BEFORE_DURATION or after in ("before", "after")


def counted_duration(text: str, start: int, end: int) -> bool:
    """A number of units; "one day" is a day of a tale unless a preposition of time leads it."""
    return text[start:end].lower() not in ("one day", "one night") or bare_duration(text, start, end)


_BEFORE_RATE = re.compile(
    r"(?:\b(?:once|twice|thrice|times|[mb]illion|thousand|hundred|dollars|euros|pounds|percent)|\d%?"
    rf"|(?:\d|\b(?:{WORD_NUMBER}))(?:\s[a-z]+)?\s(?:[a-z]+s|people|men|women|children))\s$",
    re.IGNORECASE,
)


def rate(text: str, start: int, end: int) -> bool:
    """Words such as "a day" tell a rate behind "once", "times", an amount of money or a number of things."""
    counted_from = word_after(text, end).lower() in ("after", "before", "from", "to", "of")
    return not counted_from and bool(_BEFORE_RATE.search(text[max(0, start - 40) : start]))


def no_rate(text: str, start: int, end: int) -> bool:
    """Words such as "a week on Monday" that count from that day: not "twice a week on Monday", "for a week"."""
    return not rate(text, start, end) and word_before(text, start) != "for"


def period_alone(text: str, start: int, end: int) -> bool:
    """Words such as "the quarter" name the period at hand behind "in" or "for", where nothing says which one."""
    follows = word_after(text, end).lower()
    return word_before(text, start) in ("in", "for", "during", "throughout") and (
        not follows or follows in ("ended", "ending", "and", "to", "compared", "from", "at") or text[end] in ",.;:)"
    )
