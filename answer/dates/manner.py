"""How a text tells time: news counts from the day it was written, a narrative from the date it has told last."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from answer.dates.meanings import Known, Meaning, Mention, Moment, Offset, Part, Range, Shift, Weekday, Within, Yearless
from answer.dates.values import point_of

Manner = Literal["news", "narrative"]
_FAR = 1
_ENOUGH = 3


def manner_of(mentions: Sequence[Mention], written_on: date | None) -> Manner:
    """A narrative names mostly years far from the year of writing, and hardly a word of it counts from that day.

    Without a day of writing there is nothing but the text itself to count from: "narrative".
    """
    if written_on is None:
        return "narrative"
    far = near = deictic = 0
    for mention in mentions:
        year = stated_year(mention.meaning)
        far += year is not None and abs(year - written_on.year) > _FAR
        near += year is not None and abs(year - written_on.year) <= _FAR
        deictic += _is_deictic(mention.meaning)
    return "narrative" if far >= _ENOUGH and far > near and far > 4 * deictic else "news"


def stated_year(meaning: Meaning) -> int | None:
    """The year that an expression names; None where it names none."""
    if isinstance(meaning, Known):
        point = point_of(meaning.value or "")
        return point.year if point else None
    if isinstance(meaning, Part | Within):
        return stated_year(meaning.whole)
    if isinstance(meaning, Moment) and meaning.day:
        return stated_year(meaning.day)
    return stated_year(meaning.first) if isinstance(meaning, Range) else None


def names_year(meaning: Meaning) -> bool:
    """Whether the text itself says which year is meant: it names one or counts years, as "last year" does."""
    match meaning:
        case Part(whole=whole) | Within(whole=whole):
            return names_year(whole)
        case Shift(unit=unit):
            return unit == "year"
    return stated_year(meaning) is not None


def _is_deictic(meaning: Meaning) -> bool:
    if isinstance(meaning, Moment):
        return meaning.day is not None and _is_deictic(meaning.day)
    if isinstance(meaning, Part | Within):
        return _is_deictic(meaning.whole)
    if isinstance(meaning, Shift):
        today = meaning.unit == "day" and meaning.count == 0  # the present, in a history
        return meaning.since == "writing" and meaning.count is not None and not today
    if isinstance(meaning, Yearless):
        return meaning.which in ("last", "next", "this")
    return isinstance(meaning, Weekday) or (isinstance(meaning, Offset) and _is_deictic(meaning.base))
