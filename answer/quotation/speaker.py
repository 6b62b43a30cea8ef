"""Who speaks: the name that a text gives beside quoted speech, by its verb of saying."""

import re
from collections.abc import Sequence

from answer.dates.speech import enclosing, quotations

_SAY = (
    "said|says|told|tells|added|adds|stated|states|announced|wrote|writes|tweeted|declared|declares|warned|warns|"
    "claimed|claims|argued|argues|explained|explains|insisted|insists|replied|replies|answered|asked|asks|testified|"
    "recalled|recalls|noted|notes|remarked|cried|shouted|whispered|exclaimed|continued|concluded|observed|admitted|"
    "confirmed|reported|commented|responded|returned"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|St)\.?\s)?"
_NAME = (
    rf"{_TITLE}(?!(?:He|She|It|They|We|I|You|The|This|That|But|And|In|On|At|As|His|Her|Who|There)\b)"
    r"[A-Z][\w'’-]*(?:\s(?:(?:de|van|von|al|bin|da|du|la|of)\s)?(?:[A-Z]\.|[A-Z][\w'’-]*))*"
)
_ROLE_ALONE = r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er)\s(?:[a-z-]+\s){0,3}[a-z-]+"  # "the commander"
_ROLE = r"(?:,[^,.\"“”]{3,80},)?"  # "Mara Lind, the chief engineer, said"
_AFTER = re.compile(
    rf"[,.!?…—-]*[\"”»’']?,?\s*(?:(?:{_SAY})\s(?:the\s(?:[a-z-]+\s){{0,3}})?(?P<after>{_NAME}|{_ROLE_ALONE})"
    rf"|(?P<before>{_NAME}|{_ROLE_ALONE}){_ROLE}\s(?:(?:also|later|then|had)\s)?(?:{_SAY})\b)"
)
_BEFORE = re.compile(
    rf"(?P<name>{_NAME}|{_ROLE_ALONE}){_ROLE}\s(?:(?:also|later|then|had|has)\s)?(?:{_SAY})\b[^.!?\n\"“”]{{0,80}}[\"“«‘']?\s*$"
    rf"|(?:[Aa]ccording\sto|[Ii]n\sthe\swords\sof)\s(?P<source>{_NAME}){_ROLE}[,:]?\s*[\"“«‘']?\s*$"
)
_BETWEEN = re.compile(r"[^.!?\n\"“”«»]{0,60}[.,]\s[\"“«]")
_REACH = 200  # characters on either side
_AROUND = 4000  # characters in which the quotation marks are paired


def speaker(text: str, start: int, end: int) -> str | None:
    """Who says `text[start:end]`: None unless it is quoted speech and the text names somebody beside it.

    Where the text gives no name, but a role ("the commander"), that is who.

    Half of the words at least have to stand inside quotation marks.
    """
    begin = text.rfind("\n", 0, max(0, start - _AROUND)) + 1 if start > _AROUND else 0
    stretches = [(a + begin, b + begin) for a, b in quotations(text[begin : end + _AROUND])]
    inside = [(max(a, start), min(b, end)) for a, b in stretches if a < end and start < b]
    if 2 * sum(b - a for a, b in inside) < end - start:
        return None
    opening = enclosing(stretches, inside[0][0])
    closing = enclosing(stretches, inside[-1][0])
    if opening is None or closing is None:
        return None
    named = _after(text, closing[1]) or _before(text, opening[0]) or _after(text, opening[1])
    return named or _goes_on(text, stretches, opening[0])


def _after(text: str, at: int) -> str | None:
    found = _AFTER.match(text, at, at + _REACH)
    return (found["after"] or found["before"]) if found else None


def _before(text: str, at: int) -> str | None:
    found = _BEFORE.search(text[max(0, at - _REACH) : at])
    return (found["name"] or found["source"]) if found else None


def _goes_on(text: str, stretches: Sequence[tuple[int, int]], opening: int) -> str | None:
    """Who says the speech before this one, where only that is between them: “…,” said Mara Lind. “…”"""
    before = max((end for _, end in stretches if end < opening), default=None)
    found = _AFTER.match(text, before, before + _REACH) if before is not None else None
    if found is None or not _BETWEEN.fullmatch(text, found.end(), opening):
        return None
    return found["after"] or found["before"]
