"""What narrows a value in its clause, as a plan, a part, a tariff or a place: sources may narrow it in different ways
without contradicting each other."""

import operator
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

from answer.clauses import clause_at
from answer.words import FUNCTION_WORDS
from corpus.sentences import sentences
from corpus.spans import Span, overlaps

T = TypeVar("T")
Period = tuple[date, date]
Name = frozenset[str]  # its words, in lower case

# What a clause says beside its value; a mark is the name of its group, or the word itself of those that are "own".
_MARKS = re.compile(
    # "was to reopen on 1 May", "had first been planned to cost 2 million"
    r"\b(?P<planned>(?:was|were|had(?:\ \w+)?\ been)\ (?:(?:first|originally|initially)\ )?"
    r"(?:to|due|planned|scheduled|expected|supposed|meant|intended|budgeted)|originally|initially)\b"
    # "on Monday alone", "led 2-0 at half-time", "in some streets"
    r"|\b(?P<part>alone|half-?time|(?:at|after)\ the\ (?:break|interval)|in\ (?:some|parts|places|many|several))\b"
    r"|\b(?P<average>(?:on\ )?average)\b"
    # "the second treaty", "was hit again", "at level 5"
    r"|\b(?P<own>again|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|level\ \d+)\b",
    re.IGNORECASE | re.VERBOSE,
)
# For whom or for what a price is: "4 euros for adults, 2 for children", "3 euros one way".
_TARIFF = re.compile(
    r"\b(?:adults?|child(?:ren)?|kids?|students?|pupils?|seniors?|pensioners?|members?|non-members?|guests?|residents?"
    r"|visitors?|groups?|famil(?:y|ies)|reduced|concessions?|discount(?:ed)?|one[ -]way|single|return|round[ -]trip"
    r"|online|weekends?|weekdays?|daily|weekly|monthly|yearly|annual(?:ly)?)\b",
    re.IGNORECASE,
)
# Right before and right behind a number that counts a part only, or the whole of which a part is told: "another 3",
# "of the 51 men", "12 more", "five of the people".
_PART_BEFORE = re.compile(
    r"\b(?:another|an?\s(?:further|additional|extra)|the\s(?:first|last|other)|of\s(?:the|its|their|all)(?:\s\w+)?)\s$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\s(?:(?:more|others?|further|additional|extra)\b(?!\sthan)|of\s(?:the|them|these|those|whom|its|their|our)\b)",
    re.IGNORECASE,
)
# Right before a day that is the end or the beginning of something, or that is not sure: "until 9 May", "around 1840".
_LED = re.compile(
    r"\b(?P<until>until|till|through|by|before)\s(?:the\s)?$|\b(?P<since>since|from|after)\s(?:the\s)?$"
    r"|\b(?P<about>about|around|circa|roughly|approximately|probably|perhaps)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "the siege began", "the siege was over"
_PHASES = re.compile(
    r"\b(?:(?P<begin>beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|launch(?:es|ed|ing)?|open(?:s|ed|ing)?|br[eo]a?ks?\sout)"
    r"|(?P<end>end(?:s|ed|ing)?|finish(?:es|ed)?|conclud(?:es|ed)|stop(?:s|ped)|clos(?:es|ed|ing)|over))\b",
    re.IGNORECASE,
)
# Before what the question names, unless it only says what that is: "the gallery of the hall", not "the town of Osk".
_OF = re.compile(r"\b(?:the|an?|its|their)\s(?:[\w-]+\s)?(?P<part>[\w-]+)\sof\s(?:the\s|an?\s)?$", re.IGNORECASE)
_WHOLES = frozenset("town city village island port state province district region people number total".split())
# "in Harn", "near the Old Mill"
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s(?:the\s)?(?P<name>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)")
# The first word of a sentence has a capital by chance, unless there is another in it: "SARS-CoV".
_NAME = re.compile(r"\b[A-Z][\w-]*(?:\s[A-Z][\w-]*)*")
_BY_CHANCE = re.compile(r"\W*[A-Z][^A-Z\s]*(?=\s|$)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a clause tells of its value: marks that another source's has to share, and what may only not differ."""

    marks: frozenset[str]
    phases: frozenset[str]
    places: frozenset[str]
    names: frozenset[Name]
    days: tuple[Period, ...]

    def like(self, other: Self) -> bool:
        """Whether two values, narrowed so, can be meant for the same thing."""
        return (
            self.marks == other.marks
            and _meet(self.phases, other.phases, operator.eq)
            and _meet(self.places, other.places, operator.eq)
            and _meet(self.names, other.names, lambda one, its: one <= its or its <= one)
            and _meet(self.days, other.days, lambda one, its: one[0] <= its[1] and its[0] <= one[1])
        )


def _meet(mine: Collection[T], its: Collection[T], same: Callable[[T, T], bool]) -> bool:
    """Whether one of each can be the same, or either tells none."""
    return not mine or not its or any(same(one, other) for one in mine for other in its)


def narrowed(
    text: str, value: Span, dates: Sequence[Span], days: Sequence[tuple[Span, Period]], matched: Sequence[Span]
) -> Narrowed:
    """What the clause of a value of a text, at a span of it, tells of it.

    `dates` are the spans of all its dates, `days` those whose days are known and are not what is asked; `matched` are
    the words of the question, which narrow nothing.
    """
    start, end = clause = clause_at(text, value[0], dates)
    marks = {mark["own"].lower() if mark["own"] else mark.lastgroup or "" for mark in _MARKS.finditer(text, start, end)}
    if _PART_BEFORE.search(text, start, value[0]) or _PART_BEHIND.match(text, value[1]):
        marks.add("part")
    marks.update(_parts(text, clause, matched))
    dated = [value] if value in dates else [date for date in dates if start <= date[0] < end]
    marks.update(led.lastgroup or "" for date in dated if (led := _LED.search(text, start, date[0])))
    return Narrowed(
        frozenset(marks),
        frozenset(phase.lastgroup or "" for phase in _PHASES.finditer(text, start, end)),
        _places(text, clause, [*dates, *matched]),
        _names(text, value, dates),
        tuple(period for span, period in days if start <= span[0] < end),
    )


def _parts(text: str, clause: Span, matched: Sequence[Span]) -> set[str]:
    """The words of a clause for a part of what the question names: "gallery" in "the gallery of the hall"."""
    of = (_OF.search(text, clause[0], start) for start, _ in matched if clause[0] <= start < clause[1])
    return {part["part"].lower() for part in of if part and not overlaps(part.span("part"), matched)} - _WHOLES


def _places(text: str, clause: Span, taken: Sequence[Span]) -> frozenset[str]:
    """The words of the names of places in a clause, but for those that are dates or the question's."""
    named = [place.span("name") for place in _PLACE.finditer(text, *clause)]
    own = [place for place in named if not overlaps(place, taken)]
    return frozenset(word for s, e in own for word in text[s:e].casefold().split())


def _names(text: str, value: Span, dates: Sequence[Span]) -> frozenset[Name]:
    """The names in the sentence of a value, but for those that are the value or dates."""
    start, end = next(((s, e) for s, e in sentences(text) if s <= value[0] < e), (0, len(text)))
    chance = _BY_CHANCE.match(text, start, end)
    found = _NAME.finditer(text, chance.end() if chance else start, end)
    own = (name[0] for name in found if not overlaps(name.span(), [value, *dates]))
    return frozenset(words for name in own if (words := frozenset(name.casefold().split()) - FUNCTION_WORDS))


def kind_of_counted(text: str, value: Span, nouns: Sequence[Span], matched: Sequence[Span]) -> frozenset[str]:
    """The words that tell which of a noun's things a number before it counts: "junior" in "40 junior members"."""
    behind = [start for start, _ in nouns if start >= value[1]]
    words = _WORD.finditer(text, value[1], min(behind, default=value[1]))
    own = (word[0].lower() for word in words if not overlaps(word.span(), matched))
    return frozenset(own) - FUNCTION_WORDS


def tariff(text: str, value: Span, dates: Sequence[Span]) -> frozenset[str]:
    """The words of a price's clause, in lower case, that tell for whom or for what it is: "children", "one way"."""
    return frozenset(word[0].lower() for word in _TARIFF.finditer(text, *clause_at(text, value[0], dates)))
