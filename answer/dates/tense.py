"""Tense: whether the clause around an expression looks forward or back from the day of writing."""

import re
from typing import Literal

Leaning = Literal["ahead", "back", "open", "either"]
"""Where an expression lies; "open": the clause does not say, "either": what it says fits the past and the future."""

_CUE = re.compile(
    r"\b(?:(?P<ahead>will|won['’]t|shall|going to|due|scheduled|slated|set to|expected|plans? to|planned|planning|"
    r"to be|hopes? to|aims? to|is to|are to|would|begins|starts|opens|ends|takes place|"
    r"takes (?:effect|office|over)|expires|expects?|resumes?|convenes?|set for|meets|votes|returns|visits|closes|faces|"
    r"reopens|applies|(?<=s )(?:apply|begin|arrive|expire|retire)|arrives|joins|retires|becomes|promises|pledges|"
    r"leaves(?! [\w-]+ (?:dead|wounded|injured|homeless|without))|steps down|comes (?:to|in|out|back)|goes (?:to|live)|"
    r"(?:comes?|goes|go|enters?) into (?:force|effect))\b"
    r"|(?P<now>gives|gets|receives|brings|costs|lets|allows|means|wants)\b"
    r"|(?P<noun>upcoming|ahead of|deadline)\b"
    r"|(?P<spoke>said|says|told|announced|added|reported|warned|tweeted)\b"
    r"|(?P<back>was|were|had|did|has been|have been|began|came|went|took|made|fell|rose|won|lost|met|left|held|"
    r"killed|found|gave|got|saw|led|struck|hit|shot|died|since|quit|ran|sat|stood|fled|bought|sold|sent|spent|kept|"
    r"paid|grew|knew|drew|flew|threw|broke|spoke|wrote|became|brought|built|caught|felt|fought|taught|thought|heard|"
    r"sank|stole|swore|wore|drove|chose|froze|[a-z]{3,}ed)\b)|['’](?P<short>ll)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;][\"”’)]?\s|\n")
_LIMIT = r"(?:until|till)(?: at least)?(?: the)?(?: early| late)? $"
_PUT_OFF = re.compile(
    r"(?P<had>\bhad\b[^.;]{0,40} )?\b(?:(?:(?:delay|postpon|deferr|adjourn|reschedul|extend|prolong)ed|"
    rf"(?:put|pushed) (?:off|back)|brought forward)(?: [\w'’-]+){{0,5}}? (?:to(?: the)? $|{_LIMIT})"
    r"|(?:moved|shifted)(?: [\w'’-]+){0,5}? to(?: the)? $)"
    r"|\b(?:is|are|was|were|(?P<been>had been)|been|be) (?:left|referred|deferred|adjourned|postponed|put off) "
    r"(?:to|until|till) (?:[\w'’-]+ ){1,5}?(?:in|on)(?: the)? $",
    re.IGNORECASE,
)
"""A putting off ends with the day to which it is: "delayed its start to 12 July", "left to the council in May"."""
_LASTS = re.compile(
    r"\b(?:(?P<now>is|are|has been|have been|remains?|stays?|lasts?)|(?:was|were|had been)(?: \w+ly)? "
    rf"(?:[a-z]{{3,}}ed|shut|sold|cut|held))(?: [\w'’-]+){{0,4}} {_LIMIT}",
    re.IGNORECASE,
)
"""What lasts until a day still does in the present tense; in the past, what "was closed until" it may."""
_WHENEVER = re.compile(
    r"\b(?:is|are) (?:\w+ly )?(?!expected|scheduled|slated|planned)(?:[a-z]{3,}ed|held|shut|paid|cut|sold|given|taken) "
    r"(?:in|on|at|each|by)(?: the| early| late)? $",
    re.IGNORECASE,
)
"""What is done on a day in the present tense is still to come or done on every such day: "fees are paid in May"."""
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
    if put_off := _PUT_OFF.search(clause):
        return "either" if put_off["had"] or put_off["been"] else "ahead"
    if lasts := _LASTS.search(clause):
        return "ahead" if lasts["now"] else "either"
    if _WHENEVER.search(clause):
        return "either"
    return _by_verbs(clause, text, end)


def _by_verbs(clause: str, text: str, end: int) -> Leaning:
    ahead = back = -1
    takes_participle = False
    for cue in _CUE.finditer(clause):
        if cue["ahead"] or cue["short"] or cue["noun"]:
            ahead, takes_participle = cue.end(), not cue["noun"]
        elif cue["now"]:
            ahead = back = -1
        elif cue["spoke"]:
            back = cue.end() if len(clause) - cue.end() <= _SPOKE_HERE else back
        elif not takes_participle or len(clause[ahead : cue.start()].split()) > 1:
            back = cue.end()
    if ahead != back:
        return "ahead" if ahead > back else "back"
    behind = text[end : end + _AFTER]
    stop = _STOP.search(behind)
    first = _CUE.search(behind, 0, stop.start() if stop else len(behind))
    if not first or first["spoke"] or first["now"]:
        return "open"
    return "back" if first["back"] else "ahead"
