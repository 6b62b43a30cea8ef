"""Table of seasons, quarters, halves, decades and centuries: "the summer of 1940", "Q3 2018", "the 1990s"."""

import re

from answer.dates.absolute import year_number
from answer.dates.meanings import Known, Meaning, Yearless
from answer.dates.modifiers import season_alone
from answer.dates.rule import Rule, rule
from answer.dates.values import year_value
from answer.dates.words import ERA, ORDINALS, SEASON, SEASONS, YEAR4, any_of, ordinal

_YEAR = rf"(?P<y>\d{{1,4}}(?P<era>{ERA})|{YEAR4})"
_NAMED_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
                  "eighties": 8, "nineties": 9}  # fmt: skip
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
             "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
_SHORT = "the century is not stated; the 1900s are meant in such short forms"
_NTH_PART = r"(?:first|second|third|fourth|final|1st|2nd|3rd|4th)"
_HALVES = {"1": 1, "2": 2, "first": 1, "1st": 1, "former": 1, "second": 2, "2nd": 2, "latter": 2, "last": 2}


def _of_year(rest: str, found: re.Match[str]) -> Meaning:
    if not found["y"]:
        return Yearless(rest)
    return Known(f"{year_value(year_number(found['y'], found['era']))}-{rest}")


def _season(found: re.Match[str]) -> Meaning:
    return _of_year(SEASONS[found["s"].lower()], found)


def _quarter(found: re.Match[str]) -> Meaning:
    return _of_year(f"Q{found['q'] or _QUARTERS[found['nth'].lower()]}", found)


def _half(found: re.Match[str]) -> Meaning:
    return _of_year(f"H{_HALVES[found['h'].lower()]}", found)


def _decade(found: re.Match[str]) -> Meaning:
    digits = re.sub(r"\D", "", found["y"])
    if len(digits) == 2:
        return Known(f"19{digits[0]}", _SHORT) if digits > "20" else Known(None, "the century is not stated")
    if found["era"]:
        return Known(f"BC{int(digits) // 10:03d}")
    return Known(digits[:2] if digits.endswith("00") and int(digits[:2]) < 20 else digits[:3])


def _named_decade(found: re.Match[str]) -> Meaning:
    return Known(f"19{_NAMED_DECADES[found['d'].lower()]}", _SHORT)


def _century(found: re.Match[str]) -> Meaning | None:
    nth = ordinal(found["n"])
    if not nth or nth > 40:
        return None
    return Known(f"BC{nth - 1:02d}" if found["era"] and "B" in found["era"].upper() else f"{nth - 1:02d}")


RULES: tuple[Rule, ...] = (
    rule(["the", *SEASONS], rf"(?:the )?(?P<s>{SEASON})(?:,? (?:of )?(?:the year )?)(?:{_YEAR})", "DATE", _season),
    rule(
        ["the", *SEASONS], rf"(?:the (?:early |late )?)?(?P<s>{SEASON})(?P<y>)(?P<era>)", "DATE", _season, season_alone
    ),
    rule(
        ["the", *_QUARTERS, "0", "q1", "q2", "q3", "q4"],
        rf"(?:(?:the )?(?P<nth>{_NTH_PART}|last)(?: |-)quarter|Q(?P<q>[1-4]))(?: (?:of )?{_YEAR})?",
        "DATE",
        _quarter,
    ),
    rule(
        ["the", "first", "second", "latter", "last"],
        rf"(?:the )?(?P<h>first|second|latter|last|1st|2nd)(?: |-)half of (?:the year )?{_YEAR}",
        "DATE",
        _half,
    ),
    rule(["h1", "h2"], rf"H(?P<h>[12])(?: (?:of )?{_YEAR})?", "DATE", _half),
    rule(
        ["the", "first", "second"],
        r"(?:the )?(?P<h>first|second|latter|former) half of (?:the|this) year(?P<y>)(?P<era>)",
        "DATE",
        _half,
    ),
    rule(
        ["the", "0"],
        rf"(?:the )?(?P<y>['’]\d0|(?:1\d|20)\d0|\d{{2}}0(?=['’]?s{ERA}))['’]?s(?P<era>{ERA})?",
        "DATE",
        _decade,
    ),
    rule(["the"], rf"the (?:roaring )?(?P<d>{'|'.join(_NAMED_DECADES)})", "DATE", _named_decade),
    rule(
        ["the", "0", *ORDINALS],
        rf"(?:the )?(?:early |late |mid-? ?)?(?P<n>{_NTH})(?: |-)century(?P<era>{ERA})?",
        "DATE",
        _century,
    ),
)
