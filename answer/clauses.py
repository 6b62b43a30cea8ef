"""Which date of a sentence belongs to the words that are asked about: the one in their clause, not merely nearby."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.spans import Span, overlaps

_BOUNDARY = re.compile(
    r"(?P<open>\()|(?P<close>\))|(?P<stop>[;:]|[.!?](?=\s)|\s[–—-]\s|—)"
    r"|(?:,\s*)?\b(?P<relative>which|who|whom|whose|where)\b"
    r"|(?:,\s*)?\b(?:(?:days?|weeks?|months?|years?|hours?|shortly|soon|just)\s+)?"
    r"(?P<subordinate>after|before|when|while|since|until|because|although|though|that)\b(?!\s+\d)"
    r"|\s(?P<infinitive>to)\s(?=[a-z])"
    r"|(?P<comma>,)(?!\d)(?:\s*(?:and|but)\b)?|\b(?P<and>and|but)\b",
    re.IGNORECASE,
)
_WEAK, _STRONG = 0.7, 0.35
"""What a matched word still counts across a comma or "and", and across any other end of a clause."""
_SAID = re.compile(
    r"\b(?P<verb>said|says|told|announced|reported|added|wrote|tweeted|stated|claimed|confirmed)(?:\s+\w+){0,2}?"
    r"(?:\s+on)?\s*$",
    re.IGNORECASE,
)
_OF_SAYING = 0.4
"""What a date counts that tells when something was said: "he said on Monday"."""
_ATTRIBUTE = re.compile(
    r"(?P<led>\b(?:in|on|by|during|since|until|of)\s+)?\b(?:the|an?|its|his|her|their)\s*$", re.IGNORECASE
)
_NOUN = re.compile(
    r"\s(?!(?:of|in|on|at|and|or|to|that|when|was|were|is|are|by|for|with|after|before|had|has|as|but|while|until|from|"
    r"the|an?|it|he|she|they|we)\b)[a-z]"
)
_OF_A_NAME = 0.5
"""What a date counts that only tells which thing is meant: "the spring tournament", "the 2014 treaty"."""
_OWNED = re.compile(r"['’]s?(?:\s[\w-]+){1,2}")
_UNTIL = re.compile(r"\b(?:until|till|by)\s+(?:the\s+)?\Z", re.IGNORECASE)
_NO_VERB = re.compile(r"(?:,\s*)?(?:and|but)\s+(?:to|in|on|for|at|from|by|with)\b", re.IGNORECASE)
_SMALL = frozenset({"the", "of", "in", "on", "at", "a"})
_LEAD = 40
"""Characters before a date in which what leads to it stands."""
_REACH = 100
"""Characters over which a matched word loses half of what it counts."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a sentence; `aside` is one in brackets or led by "which", `weakly` how it joins the one before.

    What is told `apart`, behind "after", "before" or the "to" that follows a date ("voted on Monday to close it"),
    happened at another time than what it is joined to.
    """

    start: int
    end: int
    aside: bool
    weakly: bool
    apart: bool


def own_date(text: str, dates: Sequence[Span], matched: Sequence[Span]) -> int | None:
    """Which of the dates, by position, the matched words of a text are dated by; None if it cannot be told.

    Dates and words are spans of the text. Each matched word speaks for every date, most for one in its own clause and
    near to it; the one that speaks loudest for a date, mostly the verb, counts twice. A date right behind a verb of
    saying dates the saying, unless that verb is a matched word. No date that the matched words name is asked for, and
    none dates what is only told to have happened before or after it.
    """
    clauses = list(_clauses(text, dates))
    undated = {clause.start for clause in clauses if clause.apart and not _holds(clause, dates)}
    told = [word for word in matched if clauses[_at(clauses, word[0])].start not in undated]

    def weight(date: Span) -> float:
        each = [_weight(clauses, date, word) for word in told]
        return _reporting(text, date, matched) * _naming(text, date) * (sum(each) + max(each, default=0.0))

    asked = [at for at, date in enumerate(dates) if not _named(text, date, matched) and not _owned(text, date, matched)]
    best = max(asked, key=lambda position: weight(dates[position]), default=None)
    if best is None or len(matched) - len(told) > weight(dates[best]):
        return None
    rivals = (date for date in dates if _reporting(text, date, matched) == 1.0)
    return None if any(_as_likely(text, clauses, dates[best], date, matched) for date in rivals) else best


def clause_at(text: str, position: int, dates: Sequence[Span]) -> Span:
    """The clause of a text that holds a position; `dates` are the spans of its dates, of which none is cut apart."""
    clauses = list(_clauses(text, dates))
    found = clauses[_at(clauses, position)]
    return found.start, found.end


def _as_likely(text: str, clauses: Sequence[_Clause], best: Span, other: Span, matched: Sequence[Span]) -> bool:
    """Whether a later clause joined to that of the best date holds as many matched words, and a date of its own.

    The earlier one names what both are about, so that its words speak for either date: "Version 2 is out today on
    phones, and comes to desktops in May." Where the later one lacks a verb ("and on desktops in May"), it takes the
    whole of the earlier one over, and one word of its own is enough.
    """
    first, later = _at(clauses, best[0]), _at(clauses, other[0])
    if later <= first or clauses[later].aside or not clauses[later].weakly:
        return False
    places = [_at(clauses, start) for start, _ in matched]
    least = 1 if _NO_VERB.match(text, clauses[later].start) else max(1, places.count(first))
    return places.count(later) >= least


def _holds(clause: _Clause, dates: Sequence[Span]) -> bool:
    return any(clause.start <= start < clause.end for start, _ in dates)


def _named(text: str, date: Span, matched: Sequence[Span]) -> bool:
    """Whether the matched words are all that a date says, so that the question names it."""
    words = [word for word in re.finditer(r"\w+", text[date[0] : date[1]]) if word[0].lower() not in _SMALL]
    places = [(date[0] + word.start(), date[0] + word.end()) for word in words]
    return bool(places) and all(overlaps(place, matched) for place in places)


def _owned(text: str, date: Span, matched: Sequence[Span]) -> bool:
    """Whether a date only says whose a thing is, and of another thing than the matched words: "next month's prize"."""
    thing = _OWNED.match(text, date[1])
    return thing is not None and not any(date[1] < start < thing.end() for start, _ in matched)


def _naming(text: str, date: Span) -> float:
    """What a date counts by its place: less where it stands between "the" and a noun."""
    start = date[0] + len("the ") * text[date[0] : date[1]].lower().startswith("the ")
    lead = _ATTRIBUTE.search(text[max(0, start - _LEAD) : start])
    return _OF_A_NAME if lead and not lead["led"] and _NOUN.match(text, date[1]) else 1.0


def _weight(clauses: Sequence[_Clause], date: Span, word: Span) -> float:
    if overlaps(word, [date]):
        return 0.0  # a date does not speak for itself
    gap = max(word[0] - date[1], date[0] - word[1], 0)
    return _joined(clauses, date[0], word[0]) / (1 + gap / _REACH)


def _joined(clauses: Sequence[_Clause], one: int, other: int) -> float:
    """How closely the clauses of two positions are joined, from 1 (the same); an aside between them is no distance."""
    first, last = sorted((_at(clauses, one), _at(clauses, other)))
    if first == last:
        return 1.0
    way = [clauses[first], *(clause for clause in clauses[first + 1 : last] if not clause.aside), clauses[last]]
    factor = 1.0
    for before, after in pairwise(way):
        resumed = clauses[clauses.index(after) - 1].aside and not before.aside and not after.aside
        factor *= 1.0 if resumed else _WEAK if after.weakly and not before.aside else _STRONG
    return factor


def _at(clauses: Sequence[_Clause], position: int) -> int:
    return max((i for i, clause in enumerate(clauses) if clause.start <= position), default=0)


def _reporting(text: str, date: Span, matched: Sequence[Span]) -> float:
    since = max(0, date[0] - _LEAD)
    said = _SAID.search(text[since : date[0]])
    if not said:
        return 1.0
    verb = since + said.start("verb")
    return 1.0 if any(start <= verb < end for start, end in matched) else _OF_SAYING


def _clauses(text: str, dates: Sequence[Span]) -> Iterator[_Clause]:
    """The clauses of a text in order; a date set off by commas ("On Monday, …") ends no clause."""
    begun, aside, weakly, bracket, apart = 0, False, False, False, False
    for found in _BOUNDARY.finditer(text):
        if overlaps(found.span(), dates):
            continue
        if found["infinitive"] and not _follows_date(text, found.start(), dates):
            continue
        weak = bool(found["comma"] or found["and"])
        if weak and not aside and _only_dates(text, begun, found.start(), dates):
            continue
        if bracket and not found["close"]:
            continue
        yield _Clause(begun, found.start(), aside, weakly, apart)
        apart = (found["subordinate"] or found["infinitive"] or "").lower() in ("after", "before", "to")
        begun, weakly = found.start(), weak
        bracket = bool(found["open"])
        aside = bracket or bool(found["relative"])
    yield _Clause(begun, len(text), aside, weakly, apart)


def _follows_date(text: str, position: int, dates: Sequence[Span]) -> bool:
    """Whether a date ends at a position, and is not the limit of what follows: "you have until Monday to reply"."""
    return any(end == position and not _UNTIL.search(text[max(0, start - _LEAD) : start]) for start, end in dates)


def _only_dates(text: str, start: int, end: int, dates: Sequence[Span]) -> bool:
    """Whether a stretch says no more than when: a date and a preposition or two."""
    inside = [text[first:last] for first, last in dates if start <= first and last <= end]
    words = len(text[start:end].split()) - sum(len(phrase.split()) for phrase in inside)
    return bool(inside) and words <= 2
