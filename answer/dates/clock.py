"""Table of times of day: "9:34 p.m.", "0900 hours", "noon", "that night", "at night"."""

import re

from answer.dates.meanings import MIDNIGHT, Meaning, Moment
from answer.dates.restraint import clock_led, word_after, word_before
from answer.dates.rule import Rule, rule
from answer.dates.words import DAY_PARTS, ONES, listed

ZONES = {"gmt": "Z", "utc": "Z", "z": "Z", "bst": "+01", "cet": "+01", "cest": "+02", "est": "-05", "edt": "-04",
         "cst": "-06", "cdt": "-05", "mst": "-07", "mdt": "-06", "pst": "-08", "pdt": "-07",
         "et": "", "ct": "", "mt": "", "pt": ""}  # fmt: skip
_ZONE = rf"(?: ?\(?(?P<zone>{'|'.join(ZONES)})\b\)?)"
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HALF = r"(?P<half>[ap])(?:\. ?m(?:\.(?!\w)|(?!\w))| ?m(?!\w))"  # the stop behind "5pm." ends the sentence


def _clock(found: re.Match[str]) -> Meaning | None:
    parts = found.groupdict()
    hour = int(parts["h"]) if parts["h"].isdigit() else ONES[parts["h"].lower()]
    minute = int(parts.get("min") or 0)
    half = (parts.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Moment(f"{hour:02d}:{minute:02d}" + ZONES.get((parts.get("zone") or "").lower(), ""))


def _past(found: re.Match[str]) -> Meaning:
    lead, hour = found[0].lower(), ONES[found["h"].lower()]
    if " to " in lead:
        return Moment(f"{hour - 1:02d}:45")
    return Moment(f"{hour:02d}:{30 if lead.startswith('half') else 15}")


def _named(found: re.Match[str]) -> Meaning:
    return Moment({"noon": "12:00", "midday": "12:00", "midnight": MIDNIGHT}[found["w"].lower()])


def _part(found: re.Match[str]) -> Meaning:
    return Moment(DAY_PARTS[found["part"].lower().replace("-", "")])


_BEHIND_PART = frozenset(
    listed(
        "of on in at and or but as to by with from until after before when while that he she it they we i the a his "
        "her its their for without because so then was were is"
    )
)


def _part_led(text: str, start: int, end: int) -> bool:
    """Whether a part of the day is meant: "in the morning", "by dawn"; not "Morning Star" or "night watch"."""
    after = word_after(text, end)
    if after == "of" and text[start:end].lower().endswith("dawn"):
        return False  # of an age
    if after[:1].isupper() or text[end : end + 1] == "-" or (after and after not in _BEHIND_PART):
        return False
    return word_before(text, start) in ("in", "at", "by", "during", "before", "until", "after", "of", "from",
                                        "through", "since", "and", "late", "early")  # fmt: skip


RULES: tuple[Rule, ...] = (
    rule("0", rf"(?P<h>\d{{1,2}})(?:[:.](?P<min>[0-5]\d))?(?:[:.][0-5]\d)? ?{_HALF}{_ZONE}?", "TIME", _clock),
    rule(ONES, rf"(?P<h>{_HOURS}) {_HALF}", "TIME", _clock),
    rule(
        [*ONES, "0"],
        rf"(?P<h>\d{{1,2}}|{_HOURS}) ?o['’]clock",
        "TIME",
        _clock,
    ),
    rule("0", rf"(?P<h>[01]?\d|2[0-4])[:.h](?P<min>[0-5]\d)(?::[0-5]\d)?{_ZONE}", "TIME", _clock),
    rule("0", r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?: hours)?", "TIME", _clock, clock_led),
    rule("0", rf"(?P<h>[01]\d|2[0-4]):?(?P<min>[0-5]\d) ?(?:hours|hrs|h){_ZONE}?", "TIME", _clock),
    rule("0", r"(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)(?P<zone>Z)", "TIME", _clock),
    rule("0", rf"(?P<h>[01]\d|2[0-4]):?(?P<min>[0-5]\d)(?: local time|{_ZONE})", "TIME", _clock),
    rule(["half", "quarter", "a"], rf"(?:half|a? ?quarter) (?:past|to) (?P<h>{_HOURS})", "TIME", _past),
    rule(["noon", "midday", "midnight"], r"(?P<w>noon|midday|midnight)", "TIME", _named),
    rule(
        ["the", "morning", "afternoon", "evening", "night", "dawn", "dusk", "nightfall", "nighttime", "daytime"],
        r"(?:the (?:early |late )?)?(?P<part>morning|afternoon|evening|night(?:-?time)?|dawn|dusk|nightfall|daytime)",
        "TIME",
        _part,
        _part_led,
    ),
)
