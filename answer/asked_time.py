"""Questions with a time in them: the days that "in April" or "after October 2017" asks about, and what fits them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from answer.dates import DateExpression, find_dates, span

Side = Literal["in", "after", "since", "before", "until"]

_LEAD = re.compile(
    r"\b(?:(?P<after>after|later than|following)|(?P<since>since|from|starting|as of)|(?P<before>before|prior to|"
    r"earlier than)|(?P<until>until|till|by|up to)|(?P<in>in|on|during|at|around|about|for|of|through|throughout))"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "the latest toll", "how many so far", "the final toll", but not "the cup final"
_LATEST = re.compile(
    r"\b(?:latest|newest|current(?:ly)?|now|so far|most recent|final (?:death )?(?:toll|count|tally|figure|number))\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|upcoming)\b(?! (?:to|day|morning|door)\b)", re.IGNORECASE)  # "the next session"
_AHEAD = re.compile(r"^when(?:['’]?s| is| are| does| do| will| can)\b", re.IGNORECASE)  # "when is the convention"
_LONGEST_LEAD = 24  # characters
_ANY_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_REPORTED_WITHIN = timedelta(days=31)
_LONGEST_MONTH = 31  # days
_PRECISE = len("2018-09")  # a year alone is less


@dataclass(frozen=True, slots=True)
class Constraint:
    """The days asked about, both ends included, None for an open end; or a month (and day) of whichever year."""

    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None


def latest(asked: str) -> str:
    """The words by which a question asks for what is so by the last that is known; "" for none."""
    found = _LATEST.search(asked)
    return found[0] if found else ""


def asks_next(asked: str) -> bool:
    """Whether a question asks for the next of what happens again and again."""
    return _NEXT.search(asked) is not None


def asks_ahead(asked: str) -> bool:
    """Whether a question asks when something is, which is still to come."""
    return _AHEAD.search(asked) is not None or asks_next(asked)


def asked_time(asked: str) -> Constraint | None:
    """The time that a question restricts its answer to; None if it names none, or none that is known.

    What counts from the day of asking ("last year") is not known. A year without a preposition belongs to a name
    ("the 2010 final") and restricts nothing.
    """
    for found in find_dates(asked, None):
        if found.points and found.value and (constraint := _constraint(found, found.value, _side(asked, found))):
            return constraint
    return None


def fit(constraint: Constraint, dates: Sequence[DateExpression], written_on: date | None) -> float:
    """How well a text fits the time asked for: 1.0 it does, 0.0 not known, -1.0 it tells of another time.

    `dates` are the expressions in the text, of which the one that fits best decides; where none of them is known,
    the day of publication does, but for a month behind the time asked for, in which it may still be reported.
    """
    verdicts = [verdict for one in dates if one.points and (verdict := _verdict(constraint, one)) is not None]
    if verdicts:
        return max(verdicts)
    if written_on is None:
        return 0.0
    published = _compare(constraint, written_on, written_on)
    if published < 0 and constraint.last and constraint.last < written_on <= constraint.last + _REPORTED_WITHIN:
        return 0.0
    return published


def _side(asked: str, found: DateExpression) -> Side | None:
    """On which side of the expression the time asked for lies, by the word before it; None if there is none."""
    if found.phrase.lower().startswith(("from ", "between ")):
        return "in"
    lead = _LEAD.search(asked[max(0, found.start - _LONGEST_LEAD) : found.start])
    sides: tuple[Side, ...] = ("in", "after", "since", "before", "until")
    return next((side for side in sides if lead and lead[side]), None)


def _constraint(found: DateExpression, value: str, side: Side | None) -> Constraint | None:
    if (any_year := _ANY_YEAR.fullmatch(value)) and side == "in":
        return Constraint(month=int(any_year[1]), day=int(any_year[2]) if any_year[2] else None)
    covered = span(value)
    if covered is None or (side is None and len(value) < _PRECISE):
        return None
    first, last = covered
    match side:
        case "after":
            return Constraint(first=_moved(last, 1))
        case "since":
            return Constraint(first=first)
        case "before":
            return Constraint(last=_moved(first, -1))
        case "until":
            return Constraint(last=last)
    return Constraint(first, last)


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _verdict(constraint: Constraint, found: DateExpression) -> float | None:
    """As `fit` for a single expression; None where it says nothing."""
    value = found.value or ""
    any_year = _ANY_YEAR.match(value)
    if any_year and constraint.month:
        day = int(any_year[2]) if any_year[2] else None
        return 1.0 if int(any_year[1]) == constraint.month and constraint.day in (None, day) else -1.0
    covered = span(value)
    return _compare(constraint, *covered) if covered else None


def _compare(constraint: Constraint, first: date, last: date) -> float:
    """1.0 for days that lie within those asked for, -1.0 for days outside them, 0.0 for some of both."""
    if constraint.month:
        if (last - first).days >= _LONGEST_MONTH:
            return 0.0
        inside = constraint.month in (first.month, last.month)
        return 1.0 if inside and (constraint.day is None or first.day <= constraint.day <= last.day) else -1.0
    low, high = constraint.first or date.min, constraint.last or date.max
    if last < low or first > high:
        return -1.0
    return 1.0 if low <= first and last <= high else 0.0
