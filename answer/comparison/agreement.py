"""Whether the cited sources say the same: the values they give for what was asked, normalised and compared."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import TypeVar

from answer.aliases import Group
from answer.asked_event import asked_event
from answer.asked_time import asks_ahead
from answer.clauses import clause_at, own_date
from answer.comparison.agents import asked_deed, same
from answer.comparison.asked_amount import Wanted, wanted
from answer.comparison.narrowing import kind_of_counted, tariff
from answer.comparison.said import Said
from answer.comparison.timely import newest, of_one_time, timely
from answer.dates import DateExpression, span
from answer.model import Agreement, Citation, Kind, Question, Value
from answer.numbers import Amount, in_smallest, meant, measure, rate, readings, unit
from answer.words import FUNCTION_WORDS
from corpus.spans import Span

T = TypeVar("T")
Bound = TypeVar("Bound", date, float)
_Reading = tuple[Amount, tuple[float, float]]  # an amount, and the lowest and the highest that it can mean

# What says which thing is meant, before a date: "our report of Thursday"; and, with a noun behind it, "the 2012 cup".
_OF_A_THING = re.compile(r"\w\s+of\s*$", re.IGNORECASE)
_WHICH_THING = re.compile(
    r"(?:(?<!\bin)(?<!\bon)(?<!\bby)(?<!since)(?<!until)(?<!during)\s(?:the|its|his|her|their)|['’]s?)\s$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s([^\W\d_][\w-]*)")


def asked_date(citation: Citation) -> DateExpression | None:
    """The date of a quote that the question's words are dated by; None if its value is not known."""
    offset = citation.sentence.start
    timed = [date for date in citation.dates if date.points or _tells_when(citation.quote[: date.start - offset], date)]
    spans = [citation.within(date.start, date.end) for date in timed]
    matched = [citation.within(*place) for place in citation.matched]
    position = own_date(citation.quote, spans, matched)
    own = None if position is None else timed[position]
    return own if own and own.points and own.value else None


def _tells_when(before: str, date: DateExpression) -> bool:
    """Whether what is no date tells when all the same, as "in two weeks" and the days of every week do."""
    if date.type == "SET":
        return (date.value or "").startswith("XXXX-WXX-")
    return date.type == "DURATION" and f" {before.lower()}".endswith((" in ", " within "))


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


def agreement(
    question: Question, said: Mapping[int, Said], known: Sequence[Group] = (), *, of_any_time: bool = False
) -> Agreement | None:
    """Compare what quotes say, by the positions of their citations, the first quote's first; None unless it and
    another give a value.

    Values agree when all can be true together: "2018-09" and "2018-09-10" do, two different days do not. A date of
    which a part is not known is not compared; nor is an amount that counts something else than the first, or is for
    something else ("an hour", "a day"), nor what its clause narrows in another way. `known` are names of several
    forms. Only where it is asked for values `of_any_time` is one compared with another that has taken its place: that
    of another year or day, or the next session with the one that was next when an older document was written.
    """
    asks = wanted(question)
    if not of_any_time:
        said = of_one_time(question, said)
    if question.kind is Kind.WHEN:
        found = _of_dates(said, question.asked, of_any_time=of_any_time)
    elif question.kind is Kind.WHO:
        found = _of_names(said, asked_deed(question.asked), known)
    elif asks and asks.score:
        found = _of_scores(said, of_any_time=of_any_time)
    elif asks:
        found = _of_amounts(said, asks, of_any_time=of_any_time)
    else:
        return None
    compared = [i for value in found.values for i in value.citations]
    if len(compared) < 2 or min(said) not in compared:
        return None
    return found if found.agrees else replace(found, newest=newest(found.values, said))


def _date_of(said: Said, event: str) -> DateExpression | None:
    """The asked date of a quote, where its own clause names the event asked about: not "the report of Thursday".

    Another word for the event counts only outside of names: a "Manufacturing Company" tells not of what was made.
    """
    date, quote, offset = asked_date(said.citation), said.citation.quote, said.citation.sentence.start
    if date is None or _tells_which(quote, date.start - offset, date.end - offset):
        return None
    start, end = clause_at(quote, date.start - offset, said.dated)
    words = [(s - offset, quote[s - offset : e - offset]) for s, e in said.citation.events]
    told = [s for s, word in words if s == 0 or word[0].islower() or word[:3].lower() == event[:3]]
    return date if any(start <= place < end for place in told) else None


def _tells_which(quote: str, start: int, end: int) -> bool:
    """Whether a date of a quote only tells which thing is meant: "our report of Thursday", "the 2012 cup"."""
    noun = _NOUN.match(quote, end)
    which = noun and noun[1].lower() not in FUNCTION_WORDS and _WHICH_THING.search(quote[:start])
    return bool(which or _OF_A_THING.search(quote[:start]))


def _alike(said: Mapping[int, Said], places: Mapping[int, Span], *, dated: bool = False) -> list[int]:
    """The positions of those whose values, at these places of their quotes, are narrowed as the first one's is."""
    told = {i: said[i].narrowed(place, dated=dated) for i, place in places.items()}
    return [i for i, one in told.items() if one.like(next(iter(told.values())))]


def _of_dates(said: Mapping[int, Said], asked: str, *, of_any_time: bool) -> Agreement:
    event = asked_event(asked) or ""
    found = {i: date for i, one in said.items() if (date := _date_of(one, event)) and span(_day(date.value or ""))}
    found = timely(said, found, ahead=asks_ahead(asked), of_any_time=of_any_time)
    places = {i: said[i].citation.within(date.start, date.end) for i, date in found.items()}
    days = {i: _day(found[i].value or "") for i in _alike(said, places, dated=True)}
    periods = [period for value in days.values() if (period := span(value))]
    return Agreement("date", _all_can_be_true(periods), _group(days, str))


def _of_scores(said: Mapping[int, Said], *, of_any_time: bool) -> Agreement:
    found = {i: score for i, one in said.items() if (score := one.score())}
    places = {i: (score.start, score.end) for i, score in found.items()}
    found = {i: found[i] for i in _alike(said, places, dated=of_any_time)}
    values = _group(found, lambda score: score.value)
    return Agreement("score", len(values) < 2, values)


def _of_amounts(said: Mapping[int, Said], asks: Wanted, *, of_any_time: bool) -> Agreement:
    found = {i: amount for i, one in said.items() if (amount := one.amount(asks))}
    places = {i: (amount.start, amount.end) for i, amount in found.items()}
    found = {i: found[i] for i in _alike(said, places, dated=of_any_time)}
    counted = {i: _counted(said[i], amount, asks) for i, amount in found.items()}
    rates = {i: rate(said[i].citation.quote, amount) for i, amount in found.items()}
    first, told_for = next(iter(counted.values()), ("", "", 1)), next(iter(rates.values()), "")
    alike = {
        i: size
        for i, (*what, size) in counted.items()
        if what == [*first[:2]] and (not told_for or rates[i] in ("", told_for))
    }
    least = min(alike.values(), default=1)
    read = _settled({i: _read(said[i].citation.quote, found[i], size // least) for i, size in alike.items()})
    agrees = _all_can_be_true([bounds for _, bounds in read.values()])
    return Agreement("number", agrees, _group(read, lambda one: one[0].value))


def _read(quote: str, amount: Amount, size: int) -> list[_Reading]:
    """An amount of a quote in a unit of which its own holds `size`, with its bounds, in each way it can be read."""
    each = [(one.times(size), meant(quote, one)) for one in readings(quote, amount)]
    return [(one, (low * size, high * size)) for one, (low, high) in each]


def _settled(read: Mapping[int, Sequence[_Reading]]) -> dict[int, _Reading]:
    """For each amount the reading that another one shares; what can be read in two ways is not compared without."""
    found = {}
    for i, each in read.items():
        others = [bounds for j, other in read.items() if j != i for _, bounds in other]
        shared = [one for one in each if any(_all_can_be_true([one[1], bounds]) for bounds in others)]
        if shared or len(each) == 1:
            found[i] = (shared or each)[0]
    return found


def _counted(said: Said, amount: Amount, asks: Wanted) -> tuple[str, str, int]:
    """What an amount of a quote counts: its measure, and its unit as so many of the smallest of its kind.

    Where a noun was asked for, it is of that one, and of what the words between them make of it.
    """
    quote, place = said.citation.quote, (amount.start, amount.end)
    kind = measure(quote, amount)
    if asks.counts or (asks.noun and kind == "count"):
        return kind, _told(kind_of_counted(quote, place, said.asked, said.matched)), 1
    name, size = in_smallest(unit(quote, amount))
    paid = kind == "money" or asks.price
    return kind, _told({name} | tariff(quote, place, said.dated) if paid else {name}), size


def _told(words: Set[str]) -> str:
    return " ".join(sorted(words))


def _of_names(said: Mapping[int, Said], deed: str | None, known: Sequence[Group]) -> Agreement:
    found = {i: place for i, one in said.items() if (place := one.doer(deed))}
    named = {i: said[i].citation.quote[slice(*found[i])] for i in _alike(said, found)}
    verdicts = {i: same(next(iter(named.values())), name, known) for i, name in named.items()}
    told = {i: name for i, name in named.items() if verdicts[i] is not None}
    return Agreement("name", all(verdicts[i] for i in told), _group(told, str))
