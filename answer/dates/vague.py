"""Table of words for the present, the past and the future that name no day: "now", "recently", "the future"."""

from answer.dates.meanings import Known
from answer.dates.restraint import present_word
from answer.dates.rule import Rule, rule
from answer.dates.words import SEASON, UNIT

_PRESENT = (
    r"now(?! and then)|currently|at present|nowadays|presently|these days|right now|at the moment|present day|"
    r"at this time|the time being"
)
_STRETCH_BEHIND = rf" (?:\w+ ){{0,2}}(?:{UNIT}|season|{SEASON})"
_PAST = (
    rf"recently|lately|formerly|the past(?!{_STRETCH_BEHIND})(?= [a-z]|\W|$)|recent (?:days|weeks|months|years)|"
    r"the recent past"
)
_FUTURE = r"the (?:near |foreseeable )?future|the (?:coming|following) (?:days|weeks|months|years)"

RULES: tuple[Rule, ...] = (
    rule(
        ["now", "currently", "at", "nowadays", "presently", "these", "right", "present", "the"],
        _PRESENT,
        "DATE",
        lambda _: Known("PRESENT_REF", "the present; no day is named"),
        present_word,
    ),
    rule(
        ["recently", "lately", "recent", "the", "formerly"],
        _PAST,
        "DATE",
        lambda _: Known("PAST_REF", "the past; no day is named"),
    ),
    rule(["the"], _FUTURE, "DATE", lambda _: Known("FUTURE_REF", "the future; no day is named")),
)
