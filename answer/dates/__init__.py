"""The temporal tagger: every date, time, duration and repetition in English text, with its calendar value."""

from answer.dates.expression import DateExpression
from answer.dates.tagger import find_dates
from answer.dates.values import span

__all__ = ["DateExpression", "find_dates", "span"]
