"""What an expression means before it is anchored: small nouns that the tables build and the resolver reads."""

from dataclasses import dataclass
from typing import Literal

from answer.dates.expression import STATED, Type

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century",
    "millennium",
]  # fmt: skip
Direction = Literal["this", "last", "next", "previous", "following", "same"]


REPEATED = "repeated"
"""Why a value is known that names no single time."""
BUSINESS_YEAR = "stated; a business year"
"""Why a year is known that is not the one in which things are told to happen."""
MIDNIGHT = "00:00 or 24:00"
"""A time of day that may be the first or the last minute of the day beside it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that needs no anchor: a full date, a year, a duration, a set, PRESENT_REF; None: cannot be known."""

    value: str | None
    why: str = STATED


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, day, season, quarter or half of a year not named: `rest` is "07", "07-14", "SU", "Q3", "H1".

    `which` counts it from the anchor ("last June"); None leaves the nearest one to tense and mode. `weekday`, 1
    (Monday) to 7, is the one that the day is said to be ("Monday, March 18").
    """

    rest: str
    which: Direction | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day that moves from year to year, such as Easter; `which` as with `Yearless`."""

    name: str
    which: Direction | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month not named: "the 15th"."""

    day: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, 1 (Monday) to 7 (Sunday); `weeks` from that of writing if the week is named ("Tuesday last week").

    `week_on` is for the one a week after the next: "Friday week".
    """

    number: int
    which: Direction | None = None
    weeks: int | None = None
    week_on: bool = False

    @property
    def bare(self) -> bool:
        """Whether no word beside it says which one is meant."""
        return self.which is None and self.weeks is None and not self.week_on


@dataclass(frozen=True, slots=True)
class Shift:
    """`count` units away from the day of writing or from the date last told; None: an unknown number of them.

    "either" is for "the week" in "the end of the week": the one told of in the same sentence, else that of writing.
    """

    unit: Unit
    count: float | None
    since: Literal["writing", "told", "either"]
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """`count` units away from another expression: "two days before Christmas"."""

    unit: Unit
    count: float | None
    base: "Meaning"
    backward: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest weekday, 1 (Monday) to 7, after or before another expression: "the Monday after Easter"."""

    number: int
    base: "Meaning"
    backward: bool


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first (1), second … or last (-1) weekday, 1 (Monday) to 7, of a month: "the last Sunday in October"."""

    number: int
    nth: int
    month: "Meaning"


@dataclass(frozen=True, slots=True)
class Within:
    """A part of another expression's year or month: "August of that year", "Easter 1916", "the 7th of last month"."""

    part: Yearless | Feast | DayOfMonth
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day, "21:00" or a TIMEX3 part of the day such as "MO", on `day`; None: the day is not named."""

    time: str
    day: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in a period: the value is the period's, the modifier goes into the basis."""

    modifier: str
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Range:
    """From one expression to another."""

    first: "Meaning"
    last: "Meaning"


Meaning = (
    Known
    | Yearless
    | Feast
    | DayOfMonth
    | Weekday
    | NthWeekday
    | Shift
    | Offset
    | Beside
    | Within
    | Moment
    | Part
    | Range
)


def stated_time(time: str) -> str:
    """The time of day of a moment whose day is not known."""
    return "00:00" if time == MIDNIGHT else time


def looks_back(meaning: Meaning) -> bool:
    """Whether a meaning glances back from the date last told ("the previous year") and so does not move it."""
    match meaning:
        case Shift(count=count, backward=backward):
            return backward or (count is not None and count < 0)
        case Part(whole=whole) | Within(whole=whole):
            return looks_back(whole)
    return False


@dataclass(frozen=True, slots=True)
class Mention:
    """A meaning at `text[start:end]`.

    A range that neither "from" nor "between" leads ("1914-18") has a `cut`, where its first end stops and its last
    one starts: each end is an expression of its own.
    """

    start: int
    end: int
    type: Type
    meaning: Meaning
    cut: tuple[int, int] | None = None
