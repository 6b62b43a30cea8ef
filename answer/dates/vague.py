"""Table of words for the present, the past and the future that name no day: "now", "recently", "the future"."""

from answer.dates.meanings import Known, Meaning
from answer.dates.modifiers import vague_quality
from answer.dates.restraint import behind_at, present_word
from answer.dates.rule import Rule, rule
from answer.dates.words import SEASON, UNIT, listed

_UNITS = r"(?:days|weeks|months|years|decades)"
_PRESENT = (
    r"now(?! and then)|currently|at present|nowadays|presently|these days|right now|present day|at this time|"
    r"at the moment(?! (?:when|that|of))|the time being|the present"
)
_STRETCH_BEHIND = rf" (?:\w+ ){{0,2}}(?:{UNIT}|season|{SEASON})"
_PAST = (
    rf"recently|lately|formerly|the past(?!{_STRETCH_BEHIND})(?= [a-z]|\W|$)|recent {_UNITS}|the recent past|"
    r"the old days|those days|(?:long|some time|ages) ago"
)
_FUTURE = rf"the (?:near |foreseeable )?future|(?:the )?coming {_UNITS}|the following {_UNITS}"

_PRESENT_REF = Known("PRESENT_REF", "the present; no day is named")
_PAST_REF = Known("PAST_REF", "the past; no day is named")
_FUTURE_REF = Known("FUTURE_REF", "the future; no day is named")
_QUALITIES: dict[str, Meaning] = {
    "former": _PAST_REF,
    "recent": _PAST_REF,
    "current": _PRESENT_REF,
    "future": _FUTURE_REF,
}

RULES: tuple[Rule, ...] = (
    rule(
        listed("now currently at nowadays presently these right present the"),
        _PRESENT,
        "DATE",
        lambda _: _PRESENT_REF,
        present_word,
    ),
    rule(listed("recently lately recent the formerly those long some ages"), _PAST, "DATE", lambda _: _PAST_REF),
    rule(["the", "coming"], _FUTURE, "DATE", lambda _: _FUTURE_REF),
    rule(_QUALITIES, "|".join(_QUALITIES), "DATE", lambda found: _QUALITIES[found[0].lower()], vague_quality),
    rule(["that"], r"that time", "DATE", lambda _: _PAST_REF, behind_at),
)
