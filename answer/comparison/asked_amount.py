"""Which amount or score of a quote is asked for: told by what the question measures, and by the noun it counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from answer.asked_event import first_run
from answer.comparison.scores import Score, scores
from answer.model import Kind, Question
from answer.numbers import Amount, amounts, former, measure, unit, without_old
from answer.words import AUXILIARIES, FUNCTION_WORDS, PREPOSITIONS, UNITS_OF_TIME
from corpus.spans import Span, overlaps

T = TypeVar("T", Amount, Score)

BESIDE = 30  # characters at most between a value and a word of the question that it belongs to
COUNTED = 4  # words at most from a number to the noun that it counts: "145 people their jobs"

# Words that name the value asked for; a quote that gives the value need not hold them.
_PRICE = frozenset("cost costs costing price prices priced fee fees fare fares charge charges".split())
_HEIGHT = frozenset("height depth width length distance tall deep wide".split())
_SHARE = frozenset("percentage percent proportion share".split())
_CONTEST = frozenset("score scores scoreline result results vote votes voted voting".split())
_QUANTITY = frozenset("many much number amount total".split())
# Words of paying that also tell what is paid for, or by whom.
_WAGES = frozenset("rent wage wages salary salaries budget".split())
_PAYING = frozenset("pay pays paid worth spend spends spent sell sells sold earn earns earned".split())

# Measures that a value may have; a later group counts only where a text has nothing of the ones before.
_Groups = tuple[frozenset[str], ...]
_MONEY: _Groups = (frozenset({"money"}), frozenset({"count"}))
_SCORE: _Groups = (frozenset({"score"}),)
_ANY: _Groups = (frozenset({"count", "money", "share", "length", "time"}),)
_NAMED: tuple[tuple[frozenset[str], _Groups], ...] = (
    (_CONTEST, _SCORE),
    (_PRICE | _WAGES, _MONEY),
    (_SHARE, (frozenset({"share"}),)),
    (_HEIGHT, (frozenset({"length"}),)),
)
_OF_KIND: Mapping[Kind, _Groups] = {
    Kind.HOW_LONG: (frozenset({"time", "length"}),),
    Kind.HOW_FAR: (frozenset({"length"}), frozenset({"count"})),
    Kind.HOW_MANY: _ANY,
}
# A noun that none of these knows: "what is the death toll in Osk", "magnitude of the Osk quake".
_NOUN = re.compile(
    r"^(?:what(?:['’]?s| is| was| are| were)\s+)?(?:the|its|their)\s(?P<what>.+)|^(?P<of>[\w'’ -]+? of\b.+)",
    re.IGNORECASE,
)
# What is told by the clock, from one time to another: "opening hours".
_TIMES = UNITS_OF_TIME | {"time", "times"}
# "how strong was the quake"
_NOUN_OF = {"strong": "magnitude", "hot": "temperature", "cold": "temperature", "warm": "temperature"}
_HOW = re.compile(rf"\bhow ({'|'.join(_NOUN_OF)})\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\bhow (\w+)", re.IGNORECASE)  # "how far is the camp"
_MAY_NAME = frozenset({Kind.WHAT, Kind.WHICH, Kind.DEFINITION, Kind.TOPIC, Kind.HOW, Kind.HOW_MANY})
_WORD = re.compile(r"[\w'’-]+")
_APART = re.compile(
    r"[;:.!?](?=\s)|\n|\s[|–—-]\s|,\s|\b(?:which|who|whose|where|when|while|after|before|because|but)\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
_OF_A_WORD = re.compile(r"-[^\W\d_]")  # "two-thirds", "a 30-day pass"
_AT_ONCE = re.compile(r"[\s*]*[:|–-]?[\s*]*")  # "Depth: 40 metres", "a 40-metre depth"
# What tells that digits are a part of more, before them, at their start and behind them: "030 12 34".
_GROUPED = re.compile(r"(?:(?<!\d)\d{1,3} |[^\W\d_]-)$"), re.compile(r"0\d"), re.compile(r" \d")
_CONVERTED = re.compile(r"\([^()]{0,12}$")  # before what is told in another unit: "64 metres (210 ft)"
_AND = re.compile(r"\s\w+,?(?:\sand)?\s")  # between the numbers of "1 hour and 30 minutes"
_GIVING = FUNCTION_WORDS.union(
    "least most around nearly almost roughly now currently stands stood reached rose".split()
)
_NOT_GIVING = frozenset("in on by for from with after before during between and or not into per within".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question measures: groups of measures, and whether it asks for the number of a noun.

    `noun` is the word for a measure that has no group ("magnitude"), which a value has to belong to; "" for others.
    `given` are the amounts that the question itself holds, and does not ask for ("the price of one wash").
    """

    measures: _Groups
    counts: bool = False
    noun: str = ""
    given: frozenset[str] = frozenset()

    @property
    def score(self) -> bool:
        """Whether a score is asked for, or the result of a vote."""
        return self.measures == _SCORE

    @property
    def price(self) -> bool:
        """Whether a price is asked for, or another amount of money."""
        return self.measures == _MONEY


def wanted(question: Question) -> Wanted | None:
    """What amount or score a question asks for, by its kind or by a word that names one ("price", "vote")."""
    kind = question.kind
    given = frozenset(one.value for one in amounts(question.asked))
    if how := _HOW.search(question.asked):
        return Wanted(_ANY, noun=_NOUN_OF[how[1].lower()], given=given)
    if kind is Kind.HOW_MANY and question.focus:
        return Wanted(_ANY, counts=True, given=given)
    said = _words(question.asked)
    if kind is Kind.HOW_MANY and said & _PAYING:
        return Wanted(_MONEY, given=given)
    named = (measures for words, measures in _NAMED if kind in _MAY_NAME and said & words)
    if measures := next(named, _OF_KIND.get(kind)):
        return Wanted(measures, given=given)
    noun = _noun(question.asked) if kind in _MAY_NAME else ""
    return Wanted(_ANY, noun=noun, given=given) if noun else None


def _noun(asked: str) -> str:
    """The noun that a question asks the value of, in lower case; "" if it is not seen to ask for one."""
    named = _NOUN.search(asked)
    words = [word.lower() for word in _WORD.findall(named["what"] or named["of"])] if named else []
    run = first_run(words) if words and words[0] not in AUXILIARIES else []
    return run[-1] if run and run[-1] not in _TIMES else ""


def naming(question: Question) -> frozenset[str]:
    """The words of a question, in lower case, that only name the value it asks for: a quote need not hold them."""
    asks = wanted(question)
    if asks is None:
        return frozenset()
    if asks.counts:
        return _words(question.asked) & _QUANTITY
    known = _QUANTITY | _PRICE | _HEIGHT | _SHARE | _CONTEST | _NOUN_OF.keys()
    return _words(question.asked) & known | {word.lower() for word in _HOW_MUCH.findall(question.asked)}


def counted(question: Question) -> frozenset[str]:
    """The noun whose number a question asks for, as terms; a verb may follow it ("how many civilians fled")."""
    return frozenset(question.focus[:1])


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def asked_amount(
    text: str, asks: Wanted, dated: Sequence[Span], matched: Sequence[Span], nouns: Sequence[Span]
) -> Amount | None:
    """The amount of a text that is asked for: the nearest to the question's words of those it can be.

    It has a measure that is asked for, or counts the noun that is, and is no date, nor a value that was replaced or
    is denied ("instead of 15"), nor one that the question holds. `dated`, `matched` and `nouns` are the spans of the
    dates, of the question's words and of the noun it counts. None where nothing fits or what does stands far from
    the question's words.
    """
    found = [one for one in amounts(without_old(text)) if one.value not in asks.given and not _goes_on(text, one)]
    found = [one for one in found if not any(_added(text, one, other) for other in found)]
    free = _held(text, found, dated)
    if asks.noun:
        given = [one for one in free if any(_is_of(text, one, noun, matched) for noun in nouns)]
        return given[0] if len({one.value for one in given}) == 1 else None
    if asks.counts:
        counted = [one for one in free if any(_counts(text, one, noun) for noun in nouns)]
        own = _nearest(counted, matched)
        return None if own is None or any(_rivals(text, own, other) for other in counted) else own
    measured = [(one, measure(text, one)) for one in free]
    groups = ([one for one, kind in measured if kind in group] for group in asks.measures)
    own = _nearest(group := next((group for group in groups if group), []), matched)
    rivals = [one for one in group if measure(text, one) != "count" and not _CONVERTED.search(text, 0, one.start)]
    return None if own is None or any(_rivals(text, own, other) for other in rivals) else own


def asked_score(text: str, dated: Sequence[Span], matched: Sequence[Span]) -> Score | None:
    """The score of a text that stands nearest to the question's words; None where it stands far from them."""
    return _nearest(_held(text, scores(text), dated), matched)


def _goes_on(text: str, amount: Amount) -> bool:
    """Whether an amount is a part of a name, or of what is told in groups of digits: "B-52", "+49 30 1234", "030"."""
    before, zero, behind = _GROUPED
    led = before.search(text, max(0, amount.start - 5), amount.start)
    return bool(led or zero.match(text, amount.start) or behind.match(text, amount.end))


def _added(text: str, one: Amount, other: Amount) -> bool:
    """Whether two amounts are one length of time or way together: "1 hour 30 minutes"."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    alike = measure(text, one) == measure(text, other) in ("time", "length")
    return alike and one != other and _AND.fullmatch(text, start, end) is not None


def _held(text: str, found: Sequence[T], dated: Sequence[Span]) -> list[T]:
    """The values that are no dates, and that the text holds to be so."""
    free = (one for one in found if not overlaps((one.start, one.end), dated))
    return [one for one in free if not former(text, one.start)]


def _nearest(found: Sequence[T], matched: Sequence[Span]) -> T | None:
    beside = [one for one in found if any(_gap(one, place) <= BESIDE for place in matched)] if matched else found
    return min(beside, key=lambda one: _distance(one, matched), default=None)


def _gap(amount: Amount | Score, place: Span) -> int:
    return max(place[0] - amount.end, amount.start - place[1], 0)


def _distance(amount: Amount | Score, matched: Sequence[Span]) -> float:
    """Mean distance in characters from an amount to the two nearest words that the question holds."""
    nearest = sorted(_gap(amount, place) for place in matched)[:2]
    return sum(nearest) / len(nearest) if nearest else 0.0


def _rivals(text: str, one: Amount, other: Amount) -> bool:
    """Whether one sentence gives two numbers of a noun, so that only its sense tells which of them is asked for."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return one.value != other.value and not _SENTENCE_END.search(between)


def _is_of(text: str, amount: Amount, noun: Span, matched: Sequence[Span]) -> bool:
    """Whether an amount is the value of a noun: "a magnitude 6 quake", "the toll of the Osk quake has reached 40".

    Between them stand only words of the question and such as lead from the one to the other.
    """
    start, end = min(amount.end, noun[1]), max(amount.start, noun[0])
    if _AT_ONCE.fullmatch(text, start, end):
        return True
    apart = _APART.search(text, start, end) or noun[0] >= amount.end
    places = [word for word in _WORD.finditer(text, start, end) if not any(s <= word.start() < e for s, e in matched)]
    words = [word[0].lower() for word in places]
    return not apart and words != [] and _GIVING.issuperset(words) and words[-1] not in _NOT_GIVING


def _counts(text: str, amount: Amount, noun: Span) -> bool:
    """Whether an amount is of a noun beside it: "64 damage", or in one clause "damage goes down to 58".

    What a number has behind it comes before what it has before it: "a crew trains four evenings".
    """
    if _OF_A_WORD.match(text, amount.end):
        return False
    start, end = min(amount.end, noun[1]), max(amount.start, noun[0])
    between = text[start:end]
    if noun[0] >= amount.end:
        words = [word.lower() for word in _WORD.findall(between)]
        led = any(word in PREPOSITIONS - {"of"} for word in words)
        return len(words) < COUNTED and not led and not _APART.search(between)
    return not unit(text, amount) and (len(between) <= len(": ") or not _APART.search(between))
