"""Who speaks: the name that a text gives beside quoted speech, by its verb of saying."""

import re
from collections.abc import Iterable, Iterator, Sequence

from answer.dates.speech import enclosing, quotations
from corpus.spans import Span

_SAY = (
    "said|says|told|tells|added|adds|stated|states|announced|wrote|writes|tweeted|declared|declares|warned|warns|"
    "claimed|claims|argued|argues|explained|explains|insisted|insists|replied|replies|answered|asked|asks|testified|"
    "recalled|recalls|noted|notes|remarked|cried|shouted|whispered|exclaimed|continued|concluded|observed|admitted|"
    "confirmed|reported|commented|responded|returned"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|St)\.?\s)?"
_NAME = (
    rf"{_TITLE}(?!(?:He|She|It|They|We|I|You|The|An?|This|That|But|And|So|Yet|In|On|At|As|To|For|From|With|By|His|Her|My"
    r"|Our|Their|Its|Who|What|How|Why|Where|When|While|After|Before|If|Then|Later|Now|Still|Also|However|There)\b)"
    r"[A-Z][\w'’-]*(?:\s(?:(?:de|van|von|al|bin|da|du|la|of)\s)?(?:[A-Z]\.|[A-Z][\w'’-]*))*"
)
_WORD = r"(?!(?:that|who|whom|which|and|or|but|when|as|the|an?|his|her|had|has|also|later|then)\s)[a-z-]+"
_ROLE_ALONE = rf"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er)\s(?:{_WORD}\s){{0,3}}{_WORD}"  # "the commander"
_ROLE = r"(?:,[^,.\"“”]{3,80},)?"  # "Mara Lind, the chief engineer, said"
_LATER = r"(?:(?:also|later|then|had|has)\s)?"
_AFTER = re.compile(
    rf"[\"”»]?(?P<ended>[.!?]*),?\s*"
    rf"(?:(?:{_SAY})\s(?:the\s(?:[a-z-]+\s){{0,3}})?(?P<after>{_NAME}|{_ROLE_ALONE})"
    rf"|(?P<before>{_NAME}|{_ROLE_ALONE}){_ROLE}\s{_LATER}(?:{_SAY})\b)"
)
_BEFORE = re.compile(rf"(?P<name>{_NAME}|{_ROLE_ALONE}){_ROLE}\s{_LATER}(?:{_SAY})\b")
_SOURCE = re.compile(rf"(?:[Aa]ccording\sto|[Ii]n\sthe\swords\sof)\s(?P<name>{_NAME}){_ROLE}[,:]?\s*$")
_SAYING = re.compile(rf"\b(?:{_SAY})\b")
_CLAUSE = re.compile(r"[^.!?\n\"“”«»]*$")
_PAUSE = re.compile(r"(?:\s\w+ly)?\s*(?:[.,;:]|$)|\s(?:in|on|at|to|during|after|when|as|from)\b")
_NAMES = re.compile(_NAME)
_NOT_SPEAKING = re.compile(  # names after the verb: to whom it is said, where and when
    rf"^(?:told|tells|asked|asks|warned|warns)\s(?:the\s)?{_NAME}|\b[A-Z][a-z]+day\b"
    rf"|\b(?:on|in|at|to|of|from|for|with|by|about|near|last)\s(?:the\s)?{_NAME}"
)
_AND_ANOTHER = re.compile(r"\s(?:and|or)\s(?:the\s)?[A-Z]")
_ANOTHER_AND = re.compile(r"[A-Z][\w'’-]*,?\s(?:and|or)\s$")
_BETWEEN = re.compile(r"[^.!?\n\"“”«»]{0,60}[.,]\s[\"“«]")
_INNER = re.compile(r"(?P<opens>(?<![\w.,!?…])['‘](?=\w))|(?<=[\w.,!?…])['’](?!\w)")
_REACH = 200  # characters on either side
_AROUND = 4000  # characters in which the quotation marks are paired
_NOT_NAMED = ""  # a verb of saying stands there, and whose it is cannot be told


def speaker(text: str, start: int, end: int) -> str | None:
    """Who says `text[start:end]`: None unless it is quoted speech and a verb of saying joins one name with it.

    Half of the words at least have to stand inside quotation marks, and not inside those of a quotation within. Where
    the text gives no name, but a role ("the commander"), that is who. Where it can be read in two ways, nobody is.
    """
    begin = text.rfind("\n", 0, max(0, start - _AROUND)) + 1 if start > _AROUND else 0
    stretches = [(a + begin, b + begin) for a, b in quotations(text[begin : end + _AROUND])]
    inside = [(max(a, start), min(b, end)) for a, b in stretches if a < end and start < b]
    if not _mostly(inside, start, end):
        return None
    opening = enclosing(stretches, inside[0][0])
    closing = enclosing(stretches, inside[-1][0])
    if opening is None or closing is None or _mostly(_within(text, opening[0], closing[1]), start, end):
        return None
    given = {_before(text, opening[0]), _after(text, opening[1]), _after(text, closing[1])} - {None}
    if not given:
        return _goes_on(text, stretches, opening[0]) or None
    return given.pop() or None if len(given) == 1 else None


def _mostly(stretches: Iterable[Span], start: int, end: int) -> bool:
    """Whether half of `start` to `end` at least lies in the stretches."""
    return 2 * sum(max(0, min(b, end) - max(a, start)) for a, b in stretches) >= end - start


def _within(text: str, begin: int, stop: int) -> Iterator[Span]:
    """The quotations in single marks within speech: “My father said: ‘It warns you once.’”"""
    opened: int | None = None
    for mark in _INNER.finditer(text, begin, stop):
        if mark["opens"]:
            opened = mark.end()
        elif opened is not None:
            yield opened, mark.start()
            opened = None


def _after(text: str, at: int) -> str | None:
    """Whom the words after a quotation name; _NOT_NAMED where that is not one, None where nobody says it there."""
    found = _said_after(text, at)
    return _name_of(text, found) if found else None


def _said_after(text: str, at: int) -> re.Match[str] | None:
    found = _AFTER.match(text, at, at + _REACH)
    if found is None or found["after"]:
        return found
    ended = text[max(0, at - 3) : at].rstrip("'’")[-1:] + found["ended"]
    # Who is named may begin another sentence: “Will it hold?” Mara Lind said nothing.
    if "." in ended or (ended.endswith(("!", "?")) and not _PAUSE.match(text, found.end())):
        return None
    return found


def _name_of(text: str, found: re.Match[str]) -> str:
    name = found["after"] or found["before"]
    several = found["after"] and _AND_ANOTHER.match(text, found.end())
    return _NOT_NAMED if several or name.endswith(("'s", "’s")) else name


def _before(text: str, at: int) -> str | None:
    """The same of the words before a quotation that begins at `at`, after its mark."""
    lead = text[max(0, at - _REACH) : at - 1]
    if source := _SOURCE.search(lead):
        return source["name"]
    clause = _CLAUSE.search(lead)
    begin = clause.start() if clause else len(lead)
    verbs = list(_SAYING.finditer(lead, begin))
    # A verb that begins its clause goes with the speech before it: “…,” said Mara Lind, “…”
    if not verbs or not lead[begin : verbs[-1].start()].strip(" ,"):
        return None
    named = [found for found in _BEFORE.finditer(lead) if found.end() == verbs[-1].end()]
    if not named or _ANOTHER_AND.search(lead[: named[0].start()]):
        return _NOT_NAMED
    others = _NAMES.search(_NOT_SPEAKING.sub(" ", lead[verbs[-1].start() :]))
    return _NOT_NAMED if others else named[0]["name"]


def _goes_on(text: str, stretches: Sequence[Span], opening: int) -> str | None:
    """Who says the speech before this one, where only that is between them: “…,” said Mara Lind. “…”"""
    before = max((end for _, end in stretches if end < opening), default=None)
    found = _said_after(text, before) if before is not None else None
    if found is None or not _BETWEEN.fullmatch(text, found.end(), opening):
        return None
    return _name_of(text, found)
