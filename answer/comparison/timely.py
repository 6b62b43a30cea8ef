"""Which values are of one time, so that none has merely taken the place of the other; and which of them is newest."""

from collections.abc import Mapping, Sequence

from answer.asked_time import asks_next
from answer.comparison.said import Said
from answer.dates import DateExpression, span
from answer.model import Kind, Newest, Question, Value

_A_MONTH = len("2019-05")


def of_one_time(question: Question, said: Mapping[int, Said]) -> dict[int, Said]:
    """Those that are not of another year than the first: "the race of 2021" tells nothing of that of 2022.

    What is next is so on the day of writing.
    """
    written = [one.citation.document.written_on for one in said.values()]
    if asks_next(question.asked) and (None in written or len(set(written)) > 1):
        return {}
    years = {i: one.years(question.kind is not Kind.WHEN) for i, one in said.items()}
    first = next(iter(years.values()), frozenset[str]())
    return {i: one for i, one in said.items() if not first or not years[i] or first & years[i]}


def newest(values: Sequence[Value], said: Mapping[int, Said]) -> Newest | None:
    """The value of the document published last; None where a day is not known, or the last day's documents differ."""
    days = {i: said[i].citation.document.written_on for value in values for i in value.citations}
    known = [day for day in days.values() if day]
    if len(known) < len(days) or min(known) == max(known):
        return None
    last = [value.value for value in values if any(days[i] == max(known) for i in value.citations)]
    return Newest(last[0], max(known)) if len(last) == 1 else None


def timely(
    said: Mapping[int, Said], found: Mapping[int, DateExpression], *, ahead: bool, of_any_time: bool
) -> dict[int, DateExpression]:
    """Those of the dates that can be set against each other by the days on which they were written of.

    Where it is asked when something is (`ahead`), a mere year and what is over by then tells nothing, nor, unless dates
    `of_any_time` are compared, what is over by the day of the last document. Else what is announced is not set against
    what has been.
    """
    written = {i: said[i].citation.document.written_on for i in found}
    periods = {i: period for i, one in found.items() if (period := span((one.value or "").partition("T")[0]))}
    if ahead:
        periods = {i: period for i, period in periods.items() if len(found[i].value or "") >= _A_MONTH}
        last = None if of_any_time else max((day for day in written.values() if day), default=None)
        over = {i for i, (_, end) in periods.items() if (day := last or written[i]) and end < day}
        return {i: found[i] for i in periods if i not in over}
    announced = {i: day is not None and periods[i][0] > day for i, day in written.items() if i in periods}
    return {i: found[i] for i in periods if of_any_time or announced[i] == next(iter(announced.values()))}
