"""Tense: whether the clause around an expression looks forward or back from the day of writing."""

import re
from collections.abc import Iterator
from typing import Literal

from answer.dates.cues import (
    ANNOUNCED,
    BIDDING,
    BOUND,
    CUE,
    DONE_THEN,
    EVENT,
    LASTS,
    OF_A_DAY,
    OPENS,
    PASSIVE,
    PRESENT,
    PUT_OFF,
    STOP,
    SUBORDINATE,
    UNTIL,
    WHENEVER,
    lowered,
)

Leaning = Literal["ahead", "back", "open", "either", "nearest", "announced"]
"""Where an expression lies; "open": the clause does not say, "either": what it says fits the past and the future,
"nearest": it looks ahead, though not as surely that a day far ahead were likelier than one not long ago, "announced":
as a notice it does so too, but news tells what is past in the same words ("On Monday a court finds him guilty")."""
TO_COME: frozenset[Leaning] = frozenset({"ahead", "nearest", "announced"})

_BEFORE, _AFTER = 160, 160
_SPOKE_HERE = 12
_AN_ITEM, _A_CLAUSE = 3, 4
"""Words from which on what is left before an expression tells for itself: not ", early on" in "As he left, …"."""


def leaning(text: str, start: int, end: int) -> Leaning:
    """Which way the verb nearest before `text[start:end]` looks, else the first one behind it.

    A participle right behind "will" or "to be" looks ahead with it; a verb of saying dates the saying alone and
    counts only where the expression follows at once ("said on Monday").
    """
    before = text[max(0, start - _BEFORE) : start]
    stops = [stop.end() for stop in STOP.finditer(before)]
    clause = _main(before[stops[-1] if stops else 0 :])
    if put_off := PUT_OFF.search(clause):
        return "either" if put_off["had"] or put_off["been"] else "ahead"
    if lasts := LASTS.search(clause):
        return "ahead" if lasts["now"] else "either" if lasts["was"] else "nearest"
    if WHENEVER.search(clause):
        return "either"
    if PRESENT.search(clause):
        return "ahead"
    leans = _verb_before(clause)
    if leans == "nearest":
        return "open" if OF_A_DAY.search(clause) else "ahead" if BOUND.search(clause) else "nearest"
    if leans == "open":
        leans = _verb_behind(text, end, opens=OPENS.fullmatch(clause) is not None)
    return "ahead" if leans == "open" and (UNTIL.search(clause) or EVENT.match(clause)) else leans


def _main(clause: str) -> str:
    """What stands before an expression without the clauses that end before its own begins.

    What a colon announces is told by itself: "The lanes are swept next week: Mill Lane on Tuesday".
    """
    rest = clause.rpartition(": ")[2]
    clause = rest if len(rest.split()) >= _AN_ITEM else clause
    main = SUBORDINATE.sub(", ", clause)
    return main if len(main.split()) >= _A_CLAUSE else clause


def _verb_before(clause: str) -> Leaning:
    """Which way the last cue of what stands before an expression looks."""
    leans: Leaning = "ahead" if BIDDING.match(clause) else "open"
    at, takes_participle = 0, False
    for cue in _cues(clause):
        if cue["back"] and takes_participle and len(clause[at : cue.start()].split()) <= 1:
            continue
        if cue["spoke"]:
            leans = "back" if len(clause) - cue.end() <= _SPOKE_HERE else leans
            continue
        leans = _told_by(cue)
        at, takes_participle = cue.end(), leans in TO_COME and not cue["noun"]
    return leans


def _cues(clause: str) -> Iterator[re.Match[str]]:
    clause = lowered(clause)
    return (cue for cue in CUE.finditer(clause) if not (cue["back"] and PASSIVE.search(clause, 0, cue.start())))


def _verb_behind(text: str, end: int, *, opens: bool) -> Leaning:
    """Which way the first cue of what stands behind an expression looks; what may or must be done there is no sign.

    What an expression that `opens` its sentence announces lies ahead, unless it is told in the past tense.
    """
    behind = text[end : end + _AFTER]
    stop = STOP.search(behind)
    behind = behind[: stop.start()] if stop else behind
    first, announced = next(_cues(behind), None), ANNOUNCED.match(behind) if opens else None
    if announced and announced["is"] and (not first or first.start() > announced.end()):
        return "announced" if DONE_THEN.match(behind, announced.end()) else "ahead"
    if announced and (not first or first["likely"] or first["now"]):
        return "nearest" if announced["us"] else "announced"
    if not first or first["likely"]:
        return "open"
    if first["spoke"]:  # "On 3 May the court announced"; set off by a comma it is an aside: "By Friday, he said, …"
        return "open" if "," in behind[: first.start()] else "back"
    return "back" if first["decided"] else _told_by(first)


def _told_by(cue: re.Match[str]) -> Leaning:
    if cue["ahead"] or cue["short"] or cue["noun"]:
        return "ahead"
    if cue["likely"] or cue["decided"]:
        return "nearest"
    return "open" if cue["now"] else "back"
