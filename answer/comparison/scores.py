"""Scores and the results of votes in a text, in digits or words: "3-2", "ten votes to seven"."""

import re
from dataclasses import dataclass

from answer.numbers import amounts
from answer.words import NUMBER_WORDS

_SIDE = rf"(?:\d{{1,4}}|(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?:-\w+)?)"
_SCORE = re.compile(
    rf"(?<![\w.,:/–-])(?:(?P<one>\d{{1,3}})\s?[-–:]\s?(?P<other>\d{{1,3}})"
    rf"|(?P<ayes>{_SIDE})(?:\s[a-z]+)?\s(?:to|against)\s(?P<noes>{_SIDE}|nil|love))"
    r"(?![\w%]|[.,:/–-]\d|\s(?:hundred|thousand|million|billion|trillion)\b)",
    re.IGNORECASE,
)
_NIL = frozenset({"nil", "love"})


@dataclass(frozen=True, slots=True)
class Score:
    """A score as it stands at [start, end) of a text; the higher side first, as either team may be named first."""

    start: int
    end: int
    sides: tuple[int, int]

    @property
    def value(self) -> str:
        """The score in digits, the higher side first: "3-2"."""
        return f"{self.sides[0]}-{self.sides[1]}"


def scores(text: str) -> list[Score]:
    """All that can be a score in a text, in order; ranges ("28-35") and times of day are scores too, as far as seen."""
    found = []
    for match in _SCORE.finditer(text):
        sides = [_count(side) for side in (match["one"] or match["ayes"], match["other"] or match["noes"])]
        if sides[0] is not None and sides[1] is not None:
            found.append(Score(match.start(), match.end(), (max(sides[0], sides[1]), min(sides[0], sides[1]))))
    return found


def _count(side: str) -> int | None:
    """The points of one side; None for what only looks like a number ("most to many")."""
    if side.lower() in _NIL:
        return 0
    held = amounts(side)
    return int(held[0].low) if len(held) == 1 and held[0].low == held[0].high else None
