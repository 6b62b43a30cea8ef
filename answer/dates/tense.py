"""Tense: whether the clause around an expression looks forward or back from the day of writing."""

import re
from typing import Literal

Leaning = Literal["ahead", "back", "open"]

_CUE = re.compile(
    r"\b(?:(?P<ahead>will|won['’]t|shall|going to|due|scheduled|slated|set to|expected|plans? to|planned|planning|"
    r"to be|hopes? to|aims? to|is to|are to|would|begins|starts|opens|ends|takes place|"
    r"takes effect|expires|expects?|resumes?|convenes?|set for|meets|votes|returns|visits|closes|faces)\b"
    r"|(?P<noun>upcoming|ahead of|deadline)\b"
    r"|(?P<spoke>said|says|told|announced|added|reported|warned|tweeted)\b"
    r"|(?P<back>was|were|had|did|has been|have been|began|came|went|took|made|fell|rose|won|lost|met|left|held|"
    r"killed|found|gave|got|saw|led|struck|hit|shot|died|since|quit|ran|sat|stood|fled|bought|sold|sent|spent|kept|"
    r"paid|grew|knew|drew|flew|threw|broke|spoke|wrote|became|brought|built|caught|felt|fought|taught|thought|heard|"
    r"sank|stole|swore|wore|drove|chose|froze|[a-z]{3,}ed)\b)|['’](?P<short>ll)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;][\"”’)]?\s|\n")
_BEFORE, _AFTER = 160, 80
_SPOKE_HERE = 12


def leaning(text: str, start: int, end: int) -> Leaning:
    """Which way the verb nearest before `text[start:end]` looks, else the first one behind it.

    A participle right behind "will" or "to be" looks ahead with it; a verb of saying dates the saying alone and
    counts only where the expression follows at once ("said on Monday").
    """
    before = text[max(0, start - _BEFORE) : start]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    clause = before[stops[-1] if stops else 0 :]
    ahead = back = -1
    takes_participle = False
    for cue in _CUE.finditer(clause):
        if cue["ahead"] or cue["short"] or cue["noun"]:
            ahead, takes_participle = cue.end(), not cue["noun"]
        elif cue["spoke"]:
            back = cue.end() if len(clause) - cue.end() <= _SPOKE_HERE else back
        elif not takes_participle or len(clause[ahead : cue.start()].split()) > 1:
            back = cue.end()
    if ahead != back:
        return "ahead" if ahead > back else "back"
    behind = text[end : end + _AFTER]
    stop = _STOP.search(behind)
    first = _CUE.search(behind, 0, stop.start() if stop else len(behind))
    if not first or first["spoke"]:
        return "open"
    return "back" if first["back"] else "ahead"
