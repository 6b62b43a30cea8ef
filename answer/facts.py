"""What a sentence holds that could answer something: dates, numbers, names, reasons, definitions, speech."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from answer.words import FUNCTION_WORDS, NUMBER_WORDS, ROLES, UNITS_OF_LENGTH, UNITS_OF_TIME
from corpus.lines import item_number
from corpus.spans import Span
from index.analysis import Token

# The letters that an expression can begin with come first: all others are passed over three times as fast.
_DATE = re.compile(
    r"""(?=[\dA-Zflnpty])(?:
    \b(?:1[0-9]{3}|20[0-9]{2})(?:s|\b)
    | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\ [a-z]+ed\b)
    | \b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?=\ \d)
    | \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
    | \b\d{1,2}(?:st|nd|rd|th)[\ -]centur
    | \b(?:yesterday|today|tomorrow|tonight)\b
    | \b(?:last|this|next|previous|following)\ (?:year|month|week|spring|summer|autumn|fall|winter|decade|century)\b
    | \b\d{3,4}\ (?:BC|AD|BCE|CE)\b | \bAD\ \d+
    | \b\d{1,2}(?::\d\d)?\ ?[ap]\.?m\b | (?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]))""",
    re.VERBOSE,
)
_NUMBER = re.compile(
    rf"(?=[\d$€£{''.join(sorted({word[0] for word in NUMBER_WORDS}))}])"
    r"(?:(?<![\w.])[$€£]?\d[\d,]*(?:\.\d+)?(?:\s?%)?|\bmost(?= of\b)"  # "the most seasoned" is no number
    r"|\b(?:" + "|".join(sorted(NUMBER_WORDS - {"most"})) + r")\b)",
    re.IGNORECASE,
)
_ARTICLE = r"(?:[ae][a-z]{1,2}-)?"  # "al-Zour", "ash-Shaddadi"
_NAME = re.compile(
    rf"\b{_ARTICLE}[A-Z][\w'’]*(?:[-.][\w'’]+)*\.?"
    rf"(?:\s+(?:(?:of|the|de|van|von|al|bin|da|du|la)\s+)?{_ARTICLE}[A-Z][\w'’]*(?:[-.][\w'’]+)*)*"
)
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "reason",
        re.compile(
            r"\b(?:because|due to|owing to|thanks to|caused?|causes|result(?:s|ed|ing)? (?:of|in|from)|in order to"
            r"|so that|since|therefore|leads? to|led to|reasons?|aim(?:s|ed)? (?:to|at)|purpose|allow(?:s|ed|ing)?"
            r"|prevents?"
            r"|as a result|to (?:avoid|ensure|prevent|protect|reduce|make))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "definition",
        re.compile(
            r"\b(?:is|are|was|were)(?: \w+ly)? (?:an?|the|one of)\b|\b(?:means|meaning|refers? to|defined as|known as"
            r"|called|stands? for|abbreviation|term|type of|form of|kind of)\b|[,(] (?:an?|the) ",
            re.IGNORECASE,
        ),
    ),
    ("speech", re.compile(r"[\"“”«]|\b(?:said|says|told|stated|announced|warned|declared|added|claimed)\b")),
    (
        "place",
        re.compile(
            r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]f|[Oo]n|[Ii]nto|[Ss]outh|[Nn]orth|[Ee]ast|[Ww]est)"
            r" (?:the )?[A-Z]|\b(?:located|situated|based|headquartered|filmed|held in|found in|capital)\b"
        ),
    ),
    (  # where something is though no name says so: "under the stairs", "beside your car"
        "spot",
        re.compile(
            r"\b(?:under|behind|beside|below|above|opposite|outside|inside|between|around|near|next to|in front of|in"
            r"|at|on|into|from) (?:the|an?|each|every|your|our|their|its|his|her) [a-z]"
        ),
    ),
    (
        "agent",
        re.compile(
            r"\b(?:by|actors?|actress|singer|written|performed|portrayed|played|starring|directed|founded|led|voiced"
            r"|won|president|commander|head of|minister|author|invented|discovered|composed|recorded)\b"
        ),
    ),
)
# What follows a name or a word where it is defined ("Hajin, a town …", "the SDF, which is …"; in a row of a table, the
# next cell), or put in its place.
_CLOSING = r"[\"”’)]*(?: \([^)]{0,60}\))?"
_DEFINED = re.compile(
    _CLOSING + r"(?:,? (?:is|are|was|were|became|remains?)(?: \w+ly)? (?:an?|the|one of|any|part of|some)\b"
    r"|,? (?:means|refers? to|stands? for|denotes?|is defined as|is called)\b"
    r"|\s*[,(—–-]+ ?(?:an?|the|one of|which (?:is|was)|who (?:is|was)|meaning|or|also)\b|\s?\|\s)"
)
# What stands before a name that it defines: "the head of the board, Mara Lind", "Captain Lind".
_DEFINED_BEFORE = re.compile(
    r"(?:\b(?:an?|the|its|their|our|his|her|\w+['’]s)\s(?:[\w-]+\s){0,6}[\w-]+,\s"
    rf"|\b(?i:{'|'.join(sorted(ROLES))})\s)(?:[A-Z][\w.'’-]*\s){{0,2}}$"
)
_LOCATED = re.compile(
    _CLOSING + r"(?:,? (?:is|are|was|were|lies|stands|sits)(?: [\w-]+){0,6}?|,(?: [\w-]+){0,5}?|(?: \w+){0,3}?)"
    r" (?:in|on|at|near|from|outside|along|between|off|(?:north|south|east|west)(?:ern)?"
    r"|located|situated|based|headquartered)\b"
)
_BESIDE = 90  # characters before and after a word that are looked at
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One expression that could be an answer: its kind ("date", "number", "name"), and its offsets in its text.

    `first` and `last` are the positions of its tokens among those of the text.
    """

    kind: str
    start: int
    end: int
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a sentence holds: expressions that the question does not already hold, and the cues it gives."""

    new: tuple[Fact, ...]
    cues: frozenset[str]

    def of(self, kind: str) -> tuple[Fact, ...]:
        """The new expressions of one kind."""
        return tuple(fact for fact in self.new if fact.kind == kind)


def _expressions(text: str) -> list[Fact]:
    begins = len(item_number(text))  # which counts nothing
    dates = [Fact("date", m.start(), m.end()) for m in _DATE.finditer(text)]
    taken = {position for d in dates for position in range(d.start, d.end)} | set(range(begins))
    numbers = [Fact("number", m.start(), m.end()) for m in _NUMBER.finditer(text) if m.start() not in taken]
    names = [
        Fact("name", m.start(), m.end())
        for m in _NAME.finditer(text)
        if m.start() not in taken and not (m.start() == begins and m[0].lower() in FUNCTION_WORDS)
    ]
    return dates + numbers + names


def names(text: str) -> list[str]:
    """All that capitals show to be a name, in order; the first word of the text may be one by chance."""
    return [match[0] for match in _NAME.finditer(text)]


def full_names(text: str) -> list[Span]:
    """Where names of two words or more stand, as (start, end); none that begins with a word of grammar."""
    found = ((match, match[0].split()) for match in _NAME.finditer(text))
    return [match.span() for match, words in found if len(words) > 1 and words[0].lower() not in FUNCTION_WORDS]


def facts(text: str, tokens: Sequence[Token], asked: frozenset[str]) -> Facts:
    """What the sentence `text` holds. `tokens` are its tokens with offsets into `text`; `asked` the question's terms.

    An expression all of whose terms the question holds is not new: nobody asks for what he names.
    """
    new = []
    position = 0
    for fact in sorted(_expressions(text), key=lambda fact: fact.start):
        while position < len(tokens) and tokens[position].end <= fact.start:
            position += 1
        ahead = position
        terms = set()
        while ahead < len(tokens) and tokens[ahead].start < fact.end:
            terms.add(tokens[ahead].term)
            ahead += 1
        if terms and not terms <= asked:
            new.append(Fact(fact.kind, fact.start, fact.end, position, ahead - 1))
    return Facts(tuple(new), frozenset(name for name, cue in _CUES if cue.search(text)))


def told(text: str, tokens: Sequence[Token], about: Set[str]) -> frozenset[str]:
    """What a sentence tells of some words right where it names them: "defined", "located", both or neither.

    `tokens` are the sentence's tokens with offsets into `text`; `about` are the words as terms.
    """
    places = [(token.start, token.end) for token in tokens if token.term in about]
    after = [text[end : end + _BESIDE] for _, end in places]
    before = [text[max(0, start - _BESIDE) : start] for start, _ in places]
    defined = any(map(_DEFINED.match, after)) or any(map(_DEFINED_BEFORE.search, before))
    located = any(map(_LOCATED.match, after))
    return frozenset(name for name, holds in (("defined", defined), ("located", located)) if holds)


def unit_of(text: str, fact: Fact) -> str | None:
    """ "time" or "length", when one of the two words after a number is such a unit; else None."""
    for word in _WORD.findall(text[fact.end : fact.end + 30])[:2]:
        if word.lower() in UNITS_OF_TIME:
            return "time"
        if word.lower() in UNITS_OF_LENGTH:
            return "length"
    return None
