"""The year that a title or a heading says, "Waste calendar 2025": that of the dates below it that name none."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from answer.dates.words import MONTH, SEASON

_LONGEST = 8  # words
_LONGEST_LINE = 120  # characters
# "Waste calendar 2025", "Flower show 2023: rules", "Plan 2024 - Osk"; neither "Season 2024/25" nor "Room 2025-B".
_YEAR = re.compile(r"(?<![\w$£€.,:/–—-])(?:19|20)\d\d(?![\w%]|[.,:/]\d|[–—/-]|\s[–—/-]\s?\d)")
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Built in 1998"; the dates of "Newsletter December 2024" may be of the year after.
_OF_AN_EVENT = re.compile(
    rf"(?:\b(?:in|since|until|by|from|to|founded|copyright|reserved|{MONTH}|{SEASON})|©),?\s*$", re.IGNORECASE
)
# A sentence, the row of a table, an item of a list, an entry of a chronicle ("2021: the mill burnt").
_NO_HEADING = re.compile(r"[.!?;,][\"”’)]?\s*$|\||^\s*(?:[-•*]\s|\W*\d{4}:)")


@dataclass(frozen=True, slots=True)
class Title:
    """A title or heading, and the one year that it says."""

    words: str
    year: int


class Titles:
    """The titles of a text, in their order: short lines of words and one year, closed by no stop."""

    def __init__(self, text: str) -> None:
        self._titles: list[Title] = []
        self._ends: list[int] = []
        for year in _YEAR.finditer(text):
            start = text.rfind("\n", max(0, year.start() - _LONGEST_LINE), year.start()) + 1
            stop = text.find("\n", year.end(), start + _LONGEST_LINE)
            if stop >= 0 and (title := _title(text[start:stop])):
                self._titles.append(title)
                self._ends.append(stop)

    def over(self, position: int) -> Title | None:
        """The nearest title above a position."""
        above = bisect_right(self._ends, position)
        return self._titles[above - 1] if above else None


def _title(line: str) -> Title | None:
    words = line.strip("#*= \t\n").split()
    if not 1 < len(words) <= _LONGEST or _NO_HEADING.search(line):
        return None
    year = _YEAR.search(line)
    if not year or len(_ANY_YEAR.findall(line)) > 1 or _OF_AN_EVENT.search(line, 0, year.start()):
        return None
    return Title(" ".join(words), int(year[0]))
