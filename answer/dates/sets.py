"""Table of repeated times: "every Friday", "daily", "twice a week", "per month", "Sundays"."""

import re

from answer.dates.meanings import REPEATED, Known, Meaning, Unit
from answer.dates.restraint import daily_word, rate, unit_or_nth
from answer.dates.rule import Rule, rule
from answer.dates.values import duration
from answer.dates.words import (
    DAY_PART,
    DAY_PARTS,
    MONTH,
    ORDINALS,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    WORD_NUMBER,
    any_of,
    month,
    number,
    ordinal,
    unit,
    weekday,
)

_OF_UNIT: dict[Unit, str] = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
                             "quarter": "XXXX-QX", "year": "XXXX", "hour": "XXXX-XX-XXTXX"}  # fmt: skip
ADVERBS: dict[str, Unit] = {
    "daily": "day", "nightly": "day", "everyday": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year", "annual": "year", "hourly": "hour",
}  # fmt: skip


_NTH = "(?:other|second|third|fourth|2nd|3rd|4th)"


def _adverb(found: re.Match[str]) -> Meaning:
    return Known(_OF_UNIT[ADVERBS[found[0].lower()]], REPEATED)


def _every_unit(found: re.Match[str]) -> Meaning:
    words = (found["n"] or "1").lower()
    count = 2.0 if words == "other" else float(ordinal(words) or number(words) or 1)
    return Known(duration(count, unit(found["unit"])), REPEATED)


def _weekday(found: re.Match[str]) -> Meaning:
    value = f"XXXX-WXX-{weekday(found['w'].lower().removesuffix('s'))}"
    return Known(value + (f"T{DAY_PARTS[found['part'].lower()]}" if found["part"] else ""), REPEATED)


def _every_month(found: re.Match[str]) -> Meaning:
    return Known(f"XXXX-{month(found['m']):02d}", REPEATED)


def _every_season(found: re.Match[str]) -> Meaning:
    return Known(f"XXXX-{SEASONS[found['s'].lower()]}", REPEATED)


def _every_part(found: re.Match[str]) -> Meaning:
    return Known(f"XXXX-XX-XXT{DAY_PARTS[found['part'].lower()]}", REPEATED)


def _per(found: re.Match[str]) -> Meaning:
    return Known(duration(1, unit(found["unit"])), REPEATED)


RULES: tuple[Rule, ...] = (
    rule(ADVERBS, "|".join(ADVERBS), "SET", _adverb, daily_word),
    rule(
        ["every", "each"],
        rf"(?:every|each) (?:single )?(?:(?P<n>other|\d{{1,3}}(?:st|nd|rd|th)?|{any_of(ORDINALS)}|{WORD_NUMBER}) )?"
        rf"(?P<unit>{UNIT})",
        "SET",
        _every_unit,
        unit_or_nth,
    ),
    rule(["every", "each"], rf"(?:every|each) (?:{_NTH} )?(?P<w>{WEEKDAY})(?: (?P<part>{DAY_PART}))?", "SET", _weekday),
    rule(["every", "each"], rf"(?:every|each) (?P<m>{MONTH})", "SET", _every_month),
    rule(["every", "each"], rf"(?:every|each) (?P<s>{SEASON})", "SET", _every_season),
    rule(["every", "each"], rf"(?:every|each) (?P<part>{DAY_PART})", "SET", _every_part),
    rule([f"{name}s" for name in WEEKDAYS], rf"(?P<w>{WEEKDAY}s)(?P<part>)", "SET", _weekday),
    rule(WEEKDAYS, rf"(?P<w>{WEEKDAY}) (?P<part>{DAY_PART})s", "SET", _weekday),
    rule(["per"], r"per (?P<unit>day|week|month|quarter|year|hour)", "SET", _per),
    rule(["a", "an"], r"an? (?P<unit>day|week|month|quarter|year|hour)", "SET", _per, rate),
)
