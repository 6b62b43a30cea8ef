"""Whether the cited sources say the same: the values they give for what was asked, normalised and compared."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from answer.clauses import own_date
from answer.dates import DateExpression, span
from answer.facts import full_names
from answer.model import Agreement, Answer, Citation, Kind, Value
from answer.numbers import Amount, amounts, measure

T = TypeVar("T")
Bound = TypeVar("Bound", date, float)

NUMERIC = frozenset({Kind.HOW_MANY, Kind.HOW_FAR, Kind.HOW_LONG})
BESIDE = 30  # characters at most between a name or an amount and a word of the question that it belongs to


def _distance(start: int, end: int, matched: Sequence[tuple[int, int]]) -> float:
    """Mean distance in characters from an expression to the two nearest words that the question holds."""
    gaps = sorted(max(start - e, s - end, 0) for s, e in matched if e <= start or s >= end)
    return sum(gaps[:2]) / len(gaps[:2]) if gaps else float("inf")


def asked_date(citation: Citation) -> DateExpression | None:
    """The date of a quote that the question's words are dated by; None if its value is not known."""
    offset = citation.sentence.start
    timed = [date for date in citation.dates if date.points or _tells_when(citation.quote[: date.start - offset], date)]
    spans = [(date.start - offset, date.end - offset) for date in timed]
    matched = [(start - offset, end - offset) for start, end in citation.matched]
    position = own_date(citation.quote, spans, matched)
    own = None if position is None else timed[position]
    return own if own and own.points and own.value else None


def _tells_when(before: str, date: DateExpression) -> bool:
    """Whether what is no date tells when all the same, as "in two weeks" and the days of every week do."""
    if date.type == "SET":
        return (date.value or "").startswith("XXXX-WXX-")
    return date.type == "DURATION" and f" {before.lower()}".endswith((" in ", " within "))


def asked_amount(citation: Citation) -> Amount | None:
    """The amount of a quote that stands nearest to the question's words; dates are no amounts, nor is what is far."""
    offset = citation.sentence.start
    dated = [(date.start - offset, date.end - offset) for date in citation.dates if date.type != "DURATION"]
    matched = [(start - offset, end - offset) for start, end in citation.matched]
    free = [a for a in amounts(citation.quote) if not any(s < a.end and a.start < e for s, e in dated)]
    beside = [a for a in free if any(max(a.start - e, s - a.end) <= BESIDE for s, e in matched)] if matched else free
    return min(beside, key=lambda a: _distance(a.start, a.end, matched), default=None)


def asked_name(citation: Citation) -> str | None:
    """The one full name of a quote that stands beside a word of the question and holds none; None for several.

    A sentence names its source and many others; only where a single one can be meant is it compared.
    """
    offset = citation.sentence.start
    matched = [(start - offset, end - offset) for start, end in citation.matched]
    taken = [*matched, *((date.start - offset, date.end - offset) for date in citation.dates)]
    beside = [
        citation.quote[start:end]
        for start, end in full_names(citation.quote)
        if not any(s < end and start < e for s, e in taken)
        and any(max(start - e, s - end) <= BESIDE for s, e in matched)
    ]
    return beside[0] if len(beside) == 1 else None


def _one_person(names: Mapping[int, str]) -> bool:
    """Whether every two names can be one's: each word of the shorter is one of the longer."""
    words = [frozenset(name.casefold().split()) for name in names.values()]
    return all(a <= b or b <= a for a in words for b in words)


def _group(given: Mapping[int, T], value: Callable[[T], str]) -> tuple[Value, ...]:
    positions: dict[str, list[int]] = {}
    for position, one in given.items():
        positions.setdefault(value(one), []).append(position)
    return tuple(Value(name, tuple(at)) for name, at in positions.items())


def _all_can_be_true(bounds: Sequence[tuple[Bound, Bound]]) -> bool:
    """Whether all intervals share a point: on a line they do when no one starts after another has ended."""
    starts = [low for low, _ in bounds]
    ends = [high for _, high in bounds]
    return all(start <= end for start in starts for end in ends)


def _day(value: str) -> str:
    """A value without its time of day: sources that name the same day do not differ by the hour."""
    return value.partition("T")[0]


def agreement(kind: Kind, citations: Sequence[Citation], comparable: Sequence[int]) -> Agreement | None:
    """Compare what the citations at the positions `comparable` say; None unless the first of them and another give a
    value.

    Values agree when all can be true together: "2018-09" and "2018-09-10" do, two different days do not. A date of
    which a part is not known is not compared; nor is an amount in another measure than the first.
    """
    given = [(i, citations[i]) for i in comparable]
    if kind is Kind.WHEN:
        found = _of_dates(given)
    elif kind in NUMERIC:
        found = _of_amounts(given)
    elif kind is Kind.WHO:
        found = _of_names(given)
    else:
        return None
    compared = [i for value in found.values for i in value.citations]
    return found if len(compared) > 1 and comparable[0] in compared else None


def _of_dates(given: Sequence[tuple[int, Citation]]) -> Agreement:
    days = {i: _day(date.value or "") for i, citation in given if (date := asked_date(citation))}
    periods = {i: period for i, value in days.items() if (period := span(value))}
    return Agreement("date", _all_can_be_true([*periods.values()]), _group({i: days[i] for i in periods}, str))


def _of_amounts(given: Sequence[tuple[int, Citation]]) -> Agreement:
    found = {i: amount for i, citation in given if (amount := asked_amount(citation))}
    measures = {i: measure(citation.quote, found[i]) for i, citation in given if i in found}
    alike = {i: found[i] for i, one in measures.items() if one == next(iter(measures.values()))}
    intervals = [(amount.low, amount.high) for amount in alike.values()]
    return Agreement("number", _all_can_be_true(intervals), _group(alike, lambda amount: amount.value))


def _of_names(given: Sequence[tuple[int, Citation]]) -> Agreement:
    persons = {i: name for i, citation in given if (name := asked_name(citation))}
    return Agreement("name", _one_person(persons), _group(persons, str))


def lead(answer: Answer) -> str | None:
    """The date that the first quote gives for what was asked, to be said first; None for questions that ask no date.

    None, too, where the sources disagree, since none of their values may stand above the others, and where it is not
    sure that the quote answers at all.
    """
    disputed = answer.agreement is not None and not answer.agreement.agrees
    if not answer.citations or answer.question.kind is not Kind.WHEN or disputed or answer.unsure:
        return None
    date = asked_date(answer.citations[0])
    return date.value if date else None
