"""Table of words for the present, the past and the future that name no day: "now", "recently", "the future"."""

from answer.dates.meanings import Known
from answer.dates.rule import Rule, rule
from answer.dates.words import S

_PRESENT = rf"now(?!{S}and{S}then)|currently|at{S}present|nowadays|presently|these{S}days|right{S}now|at{S}the{S}moment|present{S}day|at{S}this{S}time|the{S}time{S}being"
_PAST = rf"recently|lately|the{S}past(?!{S}(?:\w+{S}){{0,2}}(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|weekend|quarters?|season|summer|winter))(?={S}[a-z]|\W|$)|recent{S}(?:days|weeks|months|years)|the{S}recent{S}past|formerly"
_FUTURE = rf"the{S}(?:near{S}|foreseeable{S})?future|the{S}(?:coming|following){S}(?:days|weeks|months|years)"

RULES: tuple[Rule, ...] = (
    rule(["now", "currently", "at", "nowadays", "presently", "these", "right", "present", "the"], _PRESENT, "DATE",
         lambda _: Known("PRESENT_REF", "the present; no day is named")),
    rule(["recently", "lately", "recent", "the", "formerly"], _PAST, "DATE",
         lambda _: Known("PAST_REF", "the past; no day is named")),
    rule(["the"], _FUTURE, "DATE", lambda _: Known("FUTURE_REF", "the future; no day is named")),
)  # fmt: skip
