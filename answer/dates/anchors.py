"""What a value can rest on: the day of writing, the date last told in the text, and the tense of the clause."""

from dataclasses import dataclass
from datetime import date

from answer.dates.manner import Manner
from answer.dates.story import Week
from answer.dates.tense import TO_COME, Leaning
from answer.dates.titles import Title
from answer.dates.values import Point

Resolved = tuple[str | None, str]
"""A value and the words for what it rests on."""

NO_DAY = "no publication date"
NOT_TOLD = "the date it counts from is not told before it"
QUOTED = "inside quoted speech; the day of speaking is not stated"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mention can be counted from.

    `written` is the day of writing, or the stated day of speaking inside a quotation, and `day_words` its words;
    `told` the date last told in the text and `told_words` the phrase that told it, `told_here` says that it stands
    in the same sentence, `told_year` that its year there is the text's own, not the nearest one to the day of writing,
    and `told_day` that a time of day alone can be of no other day. `leans` says which way the clause looks, `unspoken`
    that the mention stands in a quotation whose day of speaking is not stated. `week` is the one told beside it,
    `title` what it stands under that says a year.
    """

    written: date | None
    day_words: str
    manner: Manner
    told: Point | None
    told_words: str
    told_here: bool
    told_year: bool
    told_day: bool
    leans: Leaning
    unspoken: bool
    week: Week | None = None
    title: Title | None = None

    @property
    def narrates(self) -> bool:
        """Whether the text counts from the date it has told last."""
        return self.manner == "narrative"

    @property
    def follows_told(self) -> bool:
        """Whether a year not named is the one last told: in a narrative, or beside a far year in a sentence of news."""
        if self.told is None or self.written is None:
            return self.told is not None
        return self.narrates or (self.told_year and self.told.year != self.written.year)

    @property
    def outdated(self) -> bool:
        """Whether what is to come may have come long ago: it stands under a title of a year gone by."""
        gone_by = self.title is not None and self.written is not None and self.title.year < self.written.year
        return gone_by and self.leans in TO_COME

    @property
    def told_basis(self) -> str:
        """The words for a value that rests on the text before."""
        return f"counted from “{self.told_words}” in the text before"

    @property
    def told_year_basis(self) -> str:
        """The words for a value whose year rests on the text before."""
        return f"the year of “{self.told_words}” in the text before"


def full_date(day: date) -> str:
    """A day in words: "Tuesday 11 September 2018"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def days_later(day: date, count: int) -> date:
    """The day so many days later (negative: earlier); at the calendar's ends, its first or last day."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def nearest_weekday(day: date, number: int, *, ahead: bool, same_day: bool) -> date:
    """The weekday 1 (Monday) to 7 nearest to a day, on one side of it; `same_day` lets it be that day itself."""
    away = (number - day.isoweekday()) % 7 if ahead else (day.isoweekday() - number) % 7
    away = 7 if away == 0 and not same_day else away
    return days_later(day, away if ahead else -away)
