"""Calendar values and their derivations in German words."""

import re
from calendar import day_name, month_name
from datetime import date

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
PARTS = {"MO": "morgens", "MI": "mittags", "AF": "nachmittags", "EV": "abends", "NI": "nachts", "DT": "tagsüber"}
SEASONS = {"SP": "Frühling", "SU": "Sommer", "FA": "Herbst", "WI": "Winter"}
ORDINALS = {"1": "erstes", "2": "zweites", "3": "drittes", "4": "viertes"}
UNITS = {
    "Y": ("Jahr", "Jahre"), "M": ("Monat", "Monate"), "W": ("Woche", "Wochen"), "D": ("Tag", "Tage"),
    "TH": ("Stunde", "Stunden"), "TM": ("Minute", "Minuten"), "TS": ("Sekunde", "Sekunden"),
    "DE": ("Jahrzehnt", "Jahrzehnte"), "CE": ("Jahrhundert", "Jahrhunderte"),
}  # fmt: skip
REFERENCES = {"PAST_REF": "vor einiger Zeit", "PRESENT_REF": "jetzt", "FUTURE_REF": "in einiger Zeit"}

_DAY = re.compile(r"(?P<day>(\d{4})-\d\d-\d\d)(?:T(?P<time>\d\d:\d\d|[A-Z]{2})\S*)?")
_MONTH = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_DURATION = re.compile(r"P(?P<clock>T?)(?P<count>\d+(?:\.\d+)?|X)(?P<unit>[A-Z]{1,2})")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?P<end>-WE)?")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4}|XXXX)-(?:(?P<season>SP|SU|FA|WI)|(?P<kind>[QH])(?P<number>[1-4]))")
_NO_DAY = re.compile(r"XXXX-(?:WXX-(?P<weekday>[1-7])|XX-(?P<day>\d\d|XX))(?:T(?P<time>\d\d:\d\d|[A-Z]{2})\S*)?")

_NAMES = rf"(?P<weekday>{'|'.join(day_name)})"
_DATE = rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(month_name[1:])}) (?P<year>\d{{4}})"
_TOLD = "(?P<told>“.*”)"
# The parts of a derivation, which are joined by semicolons, and how each is said. A part that is not here is left out.
_SAID = [
    (re.compile(english), german)
    for english, german in (
        (rf"published (?:\w+ )?{_DATE}", "gerechnet ab der Veröffentlichung am {day}. {month} {year}"),
        (rf"spoken (?:\w+ )?{_DATE} \({_TOLD}\)", "gesagt am {day}. {month} {year} ({told})"),
        ("no publication date", "ohne Datum der Veröffentlichung"),
        (rf"nearest {_NAMES} on or before", "der letzte {weekday} bis dahin"),
        (rf"nearest {_NAMES} before", "der letzte {weekday} davor"),
        (rf"the next {_NAMES}", "der nächste {weekday}"),
        (rf"{_NAMES} of that week", "{weekday} derselben Woche"),
        (rf"the nearest year in which it is a {_NAMES}", "das nächstliegende Jahr, in dem es ein {weekday} ist"),
        ("the nearest one on or before", "der letzte Zeitpunkt dieser Art bis dahin"),
        ("the last one before", "der letzte davor"),
        ("the nearest such day on or before", "der letzte solche Tag bis dahin"),
        ("the nearest one|the nearest such day|the nearest weekend", "der nächstliegende"),
        ("the next one(?:, as the clause looks ahead)?", "der nächste"),
        ("the one under way", "der laufende"),
        ("that of the year of publication", "im Jahr der Veröffentlichung"),
        (rf"the year of {_TOLD} in the text before", "das Jahr von {told} weiter oben im Text"),
        (rf"the day of {_TOLD} in the text before", "der Tag von {told} weiter oben im Text"),
        (
            rf"counted from {_TOLD} in the text before(?P<vague>, which is not precise enough)?",
            "gerechnet ab {told} weiter oben im Text",
        ),
        (rf"{_TOLD} in that period", "{told} in diesem Zeitraum"),
        ("counted from it", "davon aus gezählt"),
        ("counted in that month", "in diesem Monat gezählt"),
        ("whether it is that of every year is not stated", "ob der jedes Jahres gemeint ist, ist nicht gesagt"),
        ("which week is not stated", "welche Woche, ist nicht gesagt"),
        (rf"a week after the next {_NAMES}", "eine Woche nach dem nächsten {weekday}"),
        (rf"{_NAMES} of {_TOLD} in the text before", "{weekday} in der Woche von {told} weiter oben im Text"),
        (rf"the year of the title {_TOLD}", "das Jahr der Überschrift {told}"),
        ("what is said fits a day before it and one after it", "es kann davor oder danach gewesen sein"),
        ("the date it counts from is not told before it", "wovon aus gezählt wird, ist vorher nicht gesagt"),
        ("the time of day it counts from is not stated", "von welcher Tageszeit aus gezählt wird, ist nicht gesagt"),
        ("inside quoted speech", "in wörtlicher Rede"),
        ("the day of speaking is not stated", "der Tag der Rede ist nicht genannt"),
        ("inside quoted speech, taken as spoken then", "in wörtlicher Rede, als damals gesprochen genommen"),
        ("the year is not stated", "das Jahr ist nicht genannt"),
        ("the month is not stated", "der Monat ist nicht genannt"),
        ("the day is not stated", "der Tag ist nicht genannt"),
        ("the year is stated", "das Jahr ist genannt"),
        ("which of the two other numbers is the month is not", "welche der beiden anderen Zahlen der Monat ist, nicht"),
        (
            "whether the midnight before or after it is meant is not stated",
            "ob die Mitternacht davor oder danach gemeint ist, ist nicht gesagt",
        ),
        ("the 1900s are meant in such short forms", "in so kurzer Form ist das 20. Jahrhundert gemeint"),
        ("the attacks known by that day", "die Anschläge, die nach diesem Tag heißen"),
        ("a business year", "ein Geschäftsjahr"),
        ("the month it points to has no such day", "diesen Tag gibt es in dem Monat nicht"),
        ("the century is not stated", "das Jahrhundert ist nicht genannt"),
        ("no day is named|no day is meant", "kein Tag ist gemeint"),
        ("a length of time", "eine Dauer"),
        ("how long is not stated|by how much is not stated in whole units", "wie lange, ist nicht gesagt"),
        ("some time before", "einige Zeit davor"),
        ("some time after", "einige Zeit danach"),
        ("repeated", "wiederholt"),
        ("the past", "die Vergangenheit"),
        ("the present(?: of the text)?", "die Gegenwart"),
        ("the future", "die Zukunft"),
        ("it would end before it begins", "das Ende läge vor dem Anfang"),
        ("stated", "so geschrieben"),
        ("the text counts its years BC", "der Text zählt Jahre vor Christus"),
    )
]


def in_german(value: str, weekday: bool = True) -> str:
    """An ISO 8601 or TIMEX3 value in German words; one of an unknown form is given back as it is."""
    first, slash, last = value.partition("/")
    if slash:
        return f"{in_german(first, weekday)} bis {in_german(last, weekday)}"
    if found := _DAY.fullmatch(value):
        return _day(value, found["day"], found["time"], weekday)
    if found := _MONTH.fullmatch(value):
        name = MONTHS[int(found["month"]) - 1]
        day = f"{int(found['day'])}. " if found["day"] else ""
        return f"{day}{name} " + ("(Jahr unbekannt)" if found["year"] == "XXXX" else found["year"])
    if found := _DURATION.fullmatch(value):
        names = UNITS.get(found["clock"] + found["unit"])
        count = "einige" if found["count"] == "X" else found["count"]
        return f"{count} {names[count != '1']}" if names else value
    return _larger(value)


def _day(value: str, day: str, time: str | None, weekday: bool) -> str:
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return value
    name = f"{WEEKDAYS[when.weekday()]}, " if weekday else ""
    at = f", {_time(time)}" if time else ""
    return f"{name}{when.day}. {MONTHS[when.month - 1]} {when.year}{at}"


def _time(time: str) -> str:
    return PARTS.get(time, f"{time} Uhr")


def _no_day(weekday: str | None, day: str | None, time: str | None) -> str:
    """A weekday, a day of the month or a time of day of which no more is known."""
    at = f" {_time(time)}" if time else ""
    if weekday:
        return f"{WEEKDAYS[int(weekday) - 1]}{at} (Woche unbekannt)"
    if day == "XX":
        return f"{at.lstrip()} (Tag unbekannt)" if time else "jeden Tag"
    return f"{int(day or 0)}.{at} (Monat unbekannt)"


def _larger(value: str) -> str:
    """Weeks, seasons, quarters, decades, centuries, and values of which a part is not known."""
    if found := _WEEK.fullmatch(value):
        name = "Wochenende der Kalenderwoche" if found["end"] else "Kalenderwoche"
        return f"{name} {int(found['week'])} {found['year']}"
    if found := _PART_OF_YEAR.fullmatch(value):
        year = "(Jahr unbekannt)" if found["year"] == "XXXX" else found["year"]
        kind = "Quartal" if found["kind"] == "Q" else "Halbjahr"
        return f"{SEASONS[found['season']]} {year}" if found["season"] else f"{ORDINALS[found['number']]} {kind} {year}"
    if found := _NO_DAY.fullmatch(value):
        return _no_day(found["weekday"], found["day"], found["time"])
    if found := re.fullmatch(r"BC(\d{2,4})", value):
        return f"{int(found[1]) if len(found[1]) == 4 else _larger(found[1])} v. Chr."
    if found := re.fullmatch(r"(\d{3})X?", value):
        return f"die {int(found[1])}0er Jahre"
    if re.fullmatch(r"\d\d", value):
        return f"das {int(value) + 1}. Jahrhundert"
    return REFERENCES.get(value, value)


def basis_in_german(basis: str) -> str:
    """The derivation of a date; "" where no part of it is known here."""
    # A semicolon inside the words that a text is quoted with is theirs.
    parts = (_part(part) for part in re.split(r"; (?![^“”]*”)", basis))
    return "; ".join(part for part in parts if part)


def _part(english: str) -> str:
    for pattern, german in _SAID:
        if found := pattern.fullmatch(english):
            named = found.groupdict()
            if "month" in named:
                named["month"] = MONTHS[list(month_name).index(named["month"]) - 1]
            if "weekday" in named:
                named["weekday"] = WEEKDAYS[list(day_name).index(named["weekday"])]
            return german.format(**named)
    return ""
