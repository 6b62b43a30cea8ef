"""Table of words for the present, the past and the future that name no day: "now", "recently", "the future"."""

from answer.dates.meanings import Known
from answer.dates.rule import Rule, rule

_PRESENT = rf"now(?! and then)|currently|at present|nowadays|presently|these days|right now|at the moment|present day|at this time|the time being"
_PAST = rf"recently|lately|the past(?! (?:\w+ ){{0,2}}(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|weekend|quarters?|season|summer|winter))(?= [a-z]|\W|$)|recent (?:days|weeks|months|years)|the recent past|formerly"
_FUTURE = rf"the (?:near |foreseeable )?future|the (?:coming|following) (?:days|weeks|months|years)"

RULES: tuple[Rule, ...] = (
    rule(["now", "currently", "at", "nowadays", "presently", "these", "right", "present", "the"], _PRESENT, "DATE",
         lambda _: Known("PRESENT_REF", "the present; no day is named")),
    rule(["recently", "lately", "recent", "the", "formerly"], _PAST, "DATE",
         lambda _: Known("PAST_REF", "the past; no day is named")),
    rule(["the"], _FUTURE, "DATE", lambda _: Known("FUTURE_REF", "the future; no day is named")),
)
