"""The thread of a text: the date last told, and which dates are only glances aside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answer.dates.manner import names_year, stated_year
from answer.dates.meanings import BUSINESS_YEAR, Known, Mention, Shift, looks_back
from answer.dates.restraint import word_before
from answer.dates.values import Point, point_of, span

_SENTENCE = 200
_LONGEST_PARAGRAPH = 2000
_BRACKETS = 60
_LEAP = 10
_PARAGRAPH = re.compile(r"\n\s*\n")
_NEXT_SENTENCE = re.compile(r"[.!?][\"”)]?\s+|\n+")
# "last week, on Monday and on Friday"
_AT_ONCE = re.compile(r"[,:]?\s*(?:on\s+)?(?:[A-Z]\w+day\s*(?:,|and)\s*(?:and\s+)?(?:on\s+)?)*")
_OPENS = re.compile(r"(?:^|\n|[.!?][\"”)]?\s)\s*(?:(?:In|By|On|From|During|Since|At|After)\s)?$")


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has told: the point, the phrase, where it ends, and whether "in", "on" or "by" led it.

    `year_named` says that its year is the text's own, and not the nearest one to the day of writing nor a limit.
    """

    point: Point
    words: str
    at: int
    led: bool
    year_named: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A week that the text has told, "next week": its Monday, its words, and where these stand."""

    monday: date
    words: str
    start: int
    end: int


class Story:
    """Follows the dates that a text tells, in their order."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        """`mentions` are those of the whole text: a year is judged by the years named before and after it."""
        self._text = text
        self._aside = asides(mentions)
        self._leapt: Point | None = None
        self._days: set[date] = set()
        self._repeated = -1
        self.told: Told | None = None
        self._week: Week | None = None

    def told_in_sentence(self, at: int) -> bool:
        """Whether the date last told stands in the sentence of a position, as a date of what happened there."""
        return self.told is not None and self.told.led and self._in_sentence(self.told.at, at)

    def week_told(self, at: int) -> Week | None:
        """The week whose days a position tells: one told in its sentence or in the one right before.

        A week gone by is one only where it opens its sentence or the day follows at once: in "It closed last week. On
        Monday the owner said …", the Monday is that of this week.
        """
        week = self._week
        if week is None or at - week.end > _SENTENCE:
            return None
        between = self._text[week.end : at]
        if len(_NEXT_SENTENCE.findall(between)) > 1:
            return None
        opens = _OPENS.search(self._text[max(0, week.start - 12) : week.start]) or _AT_ONCE.fullmatch(between)
        return week if opens or not week.words.lower().startswith("last") else None

    def one_day_told(self, at: int) -> bool:
        """Whether a time of day at a position can be of the day last told and of none else.

        That is so in the paragraph that tells the day, or where it is the only one told; not beside what is repeated.
        """
        if self.told is None or (self._repeated > self.told.at and self._in_sentence(self._repeated, at)):
            return False
        near = at - self.told.at <= _LONGEST_PARAGRAPH
        return len(self._days) == 1 or (near and not _PARAGRAPH.search(self._text, self.told.at, at))

    def tell(self, mention: Mention, value: str) -> None:
        """Remembers the value of a mention unless it glances aside; a coarser date does not blur a finer one."""
        if mention.type == "SET":
            self._repeated = mention.end
        self._tell_week(mention, value)
        if mention.type not in ("DATE", "TIME"):
            return
        point = point_of(value.split("/")[0])
        if isinstance(mention.meaning, Known) and mention.meaning.why == BUSINESS_YEAR:
            return
        if point is None or looks_back(mention.meaning) or mention.start in self._aside:
            return
        words, lead = self._text[mention.start : mention.end], word_before(self._text, mention.start)
        year_named = names_year(mention.meaning) and lead != "by"
        if self.told and self._digresses(self.told.point, point, mention):
            return
        if self.told and point.covers(self.told.point):
            point, words = self.told.point, self.told.words
            year_named = year_named or self.told.year_named
        self.told = Told(point, words, mention.end, lead not in ("since", "until", "the"), year_named)
        if point.date:
            self._days.add(point.date)

    def _tell_week(self, mention: Mention, value: str) -> None:
        """Remembers a week; not "two weeks ago", and in "last week's storm" it only says which storm."""
        words = self._text[mention.start : mention.end]
        named = isinstance(mention.meaning, Shift) and words.lower().endswith("week")
        if named and (week := span(value)) and self._text[mention.end : mention.end + 1] not in ("'", "’"):
            self._week = Week(week[0], words, mention.start, mention.end)

    def _in_sentence(self, start: int, end: int) -> bool:
        if end - start > _SENTENCE:
            return False
        between = self._text[start:end]
        return "\n" not in between and ". " not in between

    def _digresses(self, told: Point, point: Point, mention: Mention) -> bool:
        """A date in brackets, or a lone leap of many years in the middle of a sentence, is a glance aside."""
        text = self._text
        line = text.rfind("\n", max(0, mention.start - _SENTENCE), mention.start) + 1
        opened = text.rfind("(", max(line, mention.start - _BRACKETS), mention.start)
        if opened >= 0 and text.find(")", opened, mention.start) < 0:
            closed = text.find(")", mention.end, mention.end + _BRACKETS)
            return closed >= 0 and not text[closed + 1 : closed + 3].startswith("\n")
        before, self._leapt = self._leapt, point
        if abs(point.year - told.year) <= _LEAP or (before and abs(point.year - before.year) <= 1):
            return False
        return not _OPENS.search(text[max(0, mention.start - 12) : mention.start])


def asides(mentions: Sequence[Mention]) -> frozenset[int]:
    """Where mentions stand whose year lies off the years named before and after them, which follow on each other.

    "Aid was cut … in 1976" between two dates of 1975 looks ahead; the story stays in 1975.
    """
    named = [(mention.start, year) for mention in mentions if (year := stated_year(mention.meaning)) is not None]
    found = set()
    for (_, before), (start, year), (_, after) in zip(named, named[1:], named[2:], strict=False):
        if before <= after and after - before < min(abs(year - before), abs(year - after)):
            found.add(start)
    return frozenset(found)
