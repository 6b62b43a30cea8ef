"""Tense: whether the clause around an expression looks forward or back from the day of writing."""

import re

_CUE = re.compile(
    r"(?P<ahead>\b(?:will|won['’]t|shall|going to|due|scheduled|slated|set to|expected|plans? to|planned|planning|to be|hopes? to|"
    r"aims? to|upcoming|is to|are to|would|ahead of|next|deadline|begins|starts|opens|takes place|expires)\b|['’]ll\b)"
    r"|(?P<behind>\b(?:said|told|was|were|had|did|has been|have been|began|came|went|took|made|fell|rose|won|lost|met|"
    r"left|held|killed|found|gave|got|saw|led|struck|hit|shot|died|since|[a-z]{3,}ed)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;][\"”’)]?\s|\n")
_REACH = 160


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the verb nearest before `text[start:end]`, else the first one behind it, is about the future."""
    before = text[max(0, start - _REACH) : start]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    clause = before[stops[-1] if stops else 0 :]
    ahead = behind = -1
    for cue in _CUE.finditer(clause):
        if cue["ahead"]:
            ahead = cue.end()
        elif ahead < 0 or len(clause[ahead : cue.start()].split()) > 1:
            behind = cue.end()
    if ahead >= 0 or behind >= 0:
        return ahead > behind
    after = text[end : end + 80]
    stop = _STOP.search(after)
    first = _CUE.search(after, 0, stop.start() if stop else len(after))
    return bool(first and first["ahead"])
