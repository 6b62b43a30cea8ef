"""Amounts in a text: digits, number words, magnitudes and ranges, with the interval that each one covers."""

import math
import re
from dataclasses import dataclass, replace

from answer.dates.words import ONES, TENS
from answer.words import FUNCTION_WORDS, UNITS_OF_LENGTH, UNITS_OF_TIME

_MAGNITUDES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "millionen": 10**6,  # German
    "milliarden": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
# A vague amount covers an interval of its magnitude: "a few hundred" is anything from 200 up to, not including, 1,000.
_VAGUE = {"few": (2, 10), "several": (3, 10), "couple of": (2, 3), "many": (2, 10), "some": (2, 10)}

_CURRENCY_SIGNS = tuple("$€£¥₹")
_MEASURES = {
    "share": frozenset("per percent percentage points".split()),
    "money": frozenset(
        """dollar dollars euro euros pound pounds yen yuan rupee rupees crown crowns krona kronor krone kroner franc
        francs lira liras peso pesos rouble roubles ruble rubles dinar dinars riyal riyals cent cents""".split()
    ),
    "time": UNITS_OF_TIME,
    "length": UNITS_OF_LENGTH - {"in"},
}

# How many of the smallest a unit holds, of units that can be counted in one another.
_SIZES: tuple[dict[str, int], ...] = (
    {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "fortnight": 1_209_600},
    {"month": 1, "year": 12, "decade": 120, "century": 1_200},
    {
        "mm": 1,
        "cm": 10,
        "m": 1_000,
        "metre": 1_000,
        "meter": 1_000,
        "km": 10**6,
        "kilometre": 10**6,
        "kilometer": 10**6,
    },
    {"inch": 1, "inche": 1, "foot": 12, "feet": 12, "ft": 12, "yard": 36, "mile": 63_360},
)

_SMALL = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_THIN = "\u00a0\u2009\u202f"  # spaces that do not break: "18\u202f400"
_WITH_A_COMMA = r"(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}(?!,?\d)"  # "1,5", "1.200,50", but not "1,5,7"
_DIGITS = (
    rf"\d{{1,3}}(?:[,{_THIN}]\d{{3}})+(?:\.\d+)?|(?<!\d,){_WITH_A_COMMA}"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
)
_IN_THOUSANDS = re.compile(rf"(?<=\d)[{_THIN},](?=\d{{3}})|(?<=\d)\.(?=\d{{3}}\.\d{{3}})|(?<=\.\d{{3}})\.(?=\d{{3}})")
_WITH_A_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SCALE = "|".join(_MAGNITUDES)
_PLAIN = rf"(?:(?:{_DIGITS})|(?:(?:{_SMALL})(?:[- ](?:{_SMALL}))?)|(?:half\s)?an?(?=\s(?:{_SCALE})))(?:\s(?:{_SCALE}))*"
_AMOUNT = re.compile(
    rf"""\b(?:(?P<vague>an?\ few|few|several|a\ couple\ of|many|some)\ (?P<vague_scale>{_SCALE})s?
      | (?:(?:(?P<between>between)\ |from\ )?(?P<low>{_PLAIN})
        (?(between)\sand\s|(?:\s?(?:–|to)\s?|(?<=\d)\s?-\s?(?=\d)))(?P<high>{_PLAIN}))
      | (?P<plural>(?:{_SCALE})s)\ of
      | (?P<one>{_PLAIN}))(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)

_CHANGED = (
    r"(?:up|down|raised|lowered|reduced|increased|decreased|cut|changed|dropped|grown?|grew|rose|risen|fell|went)"
)
# The old value of what has changed: "raised from 62 to 70", "cut the price from 45 shells to 35".
_CHANGE = re.compile(
    rf"(?P<change>\b{_CHANGED}\b[^.;]{{0,40}}?)(?P<old>\bfrom\s(?:about\s)?[$€£¥₹]?{_PLAIN}\s?%?\s(?:\w+\s)?to)(?=\s)",
    re.IGNORECASE,
)
# What stands before a value that is no longer so, or that is denied: "up from 35", "not nine", "we wrongly wrote 40".
_FORMER = re.compile(
    rf"\b(?:instead\ of|rather\ than|compared\ (?:with|to)|{_CHANGED}\ from|not|no\ longer|formerly|once"
    r"|(?:we\ wrote|(?:wrongly|incorrectly|mistakenly|erroneously)\ (?:wrote|written|said|stated|reported|gave|given))"
    r"(?:\ that)?)"
    r"\ (?:the\ |an?\ |about\ |some\ )?[$€£¥₹]?$",
    re.IGNORECASE | re.VERBOSE,
)
# Words beside an amount that tell on which side of it what is meant may lie: on both, above, just below, or below.
_ROUND = re.compile(
    r"\b(?:(?P<about>about|around|some|roughly|approximately|an\ estimated|circa)"
    r"|(?P<above>(?<!no\ )(?<!not\ )(?:more\ than|over)|at\ least|a\ minimum\ of|upwards\ of"
    r"|(?:no|not)\ (?:less|fewer)\ than)"
    r"|(?P<near>nearly|almost|just\ under|close\ to)"
    r"|(?P<below>up\ to|as\ many\ as|at\ most|a\ maximum\ of|(?:no|not)\ (?:more\ than|over)|under"
    r"|(?:less|fewer)\ than))\ [$€£¥₹]?$",
    re.IGNORECASE | re.VERBOSE,
)
# "312 people or more", "40+"
_ROUND_BEHIND = re.compile(
    r"\+|(?:\ [\w%€$]+)?\ or\ (?:(?P<about>so)|(?P<above>more)|(?P<below>less|fewer))\b", re.I | re.X
)
# What ends in a large unit: "1.5 million", "two thousand".
_SCALED = re.compile(r"(?:\.(?P<decimals>\d+))?\s(?P<scale>thousand|million|billion|trillion)$", re.IGNORECASE)
# "40 euros a month", "€4 per child", "12 marks/day"
_RATE = re.compile(r"\s?(?:[^\W\d_]+|[$€£¥₹%])?(?:\s(?:per|an?|each|every)\s|\s?/\s?)([^\W\d_]+)")
# What may follow a number without being what it counts.
_NO_NOUN = FUNCTION_WORDS | frozenset(
    "now today again already yet still ago later earlier more less fewer else together instead only per".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it stands at [start, end) of a text; `low` and `high` bound what it can mean (equal if exact)."""

    start: int
    end: int
    low: float
    high: float

    @property
    def value(self) -> str:
        """The amount in digits: "14000", or "15000/17000" for a range."""
        return _plain(self.low) if self.low == self.high else f"{_plain(self.low)}/{_plain(self.high)}"

    def times(self, factor: int) -> "Amount":
        """It in a unit of which its own holds so many."""
        return replace(self, low=round(self.low * factor, 6), high=round(self.high * factor, 6))


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _read(words: str) -> float:
    """The value of digits or number words with magnitudes ("1.5 million", "twenty-five", "two hundred thousand")."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", _IN_THOUSANDS.sub("", words.lower())):
        if word in _MAGNITUDES:
            current = (current or 1.0) * _MAGNITUDES[word]
        elif word in ONES:
            current += ONES[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "half":
            current = 0.5
        elif word in ("a", "an"):
            current = current or 1.0
        else:
            current = float(word.replace(".", "").replace(",", ".") if "," in word else word)
        total = current
    return total


def _read_range(lower: str, upper: str) -> tuple[float, float]:
    """The ends of a range; "between two and three million" begins with two million."""
    low, high = _read(lower), _read(upper)
    scale = math.prod(float(_MAGNITUDES[word]) for word in upper.lower().split() if word in _MAGNITUDES)
    bare = not any(word in _MAGNITUDES for word in lower.lower().split())
    return (low * scale if bare and low * scale < high else low), high


def amounts(text: str) -> list[Amount]:
    """All amounts of a text, in order; years and days of the month are amounts too, as far as this can tell.

    None beyond what a float can hold.
    """
    found = []
    low: float
    high: float
    for match in _AMOUNT.finditer(text):
        if match["vague"]:
            least, most = _VAGUE[re.sub(r"^an? ", "", match["vague"].lower())]
            scale = _MAGNITUDES[match["vague_scale"].lower()]
            low, high = least * scale, most * scale - 1
        elif match["plural"]:
            scale = _MAGNITUDES[match["plural"].lower()[:-1]]
            low, high = 2 * scale, 10 * scale - 1
        elif match["low"]:
            low, high = _read_range(match["low"], match["high"])
            if not low < high:
                continue
        else:
            low = high = _read(match["one"])
        if math.isfinite(low) and math.isfinite(high):
            found.append(Amount(match.start(), match.end(), low, high))
    return found


def readings(text: str, amount: Amount) -> tuple[Amount, ...]:
    """It as it may be read, first as it is likelier to be meant: "1.200 euros" are more than a thousand, or 1.2.

    What is counted is counted in whole numbers: "1.200" people are more than a thousand.
    """
    if not _WITH_A_POINT.fullmatch(text, amount.start, amount.end):
        return (amount,)
    kind, thousands = measure(text, amount), amount.times(1_000)
    if kind == "count":
        return (thousands,)
    return (thousands, amount) if kind == "money" else (amount, thousands)


def measure(text: str, amount: Amount) -> str:
    """What an amount of a text measures: "share", "money", "time", "length", or "count" for all else.

    The sign before it tells, or one of the two words behind it.
    """
    if text[: amount.start].rstrip()[-1:] in _CURRENCY_SIGNS:
        return "money"
    behind = text[amount.end : amount.end + 30]
    if behind.lstrip()[:1] in _CURRENCY_SIGNS:
        return "money"
    if behind.lstrip().startswith("%"):
        return "share"
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", behind.partition(",")[0])[:2]]
    return next((name for word in words for name, units in _MEASURES.items() if word in units), "count")


def without_old(text: str) -> str:
    """A text with blanks for what has changed to something else: "raised to 70" of "raised from 62 to 70"."""
    return _CHANGE.sub(lambda found: found["change"] + " " * len(found["old"]), text)


def former(text: str, start: int) -> bool:
    """Whether what stands at `start` of a text is told to hold no longer, or not: "15" in "18 instead of 15"."""
    return _FORMER.search(text, max(0, start - 40), start) is not None


def meant(text: str, amount: Amount) -> tuple[float, float]:
    """The lowest and the highest that an amount can mean where it stands: "about 900" is anything from 850 to 950.

    Who rounds is taken to round to the last digit that is not 0, so that "nearly 4,000" is above 3,000; who counts in
    millions, to a tenth of one at best.
    """
    if amount.low != amount.high or amount.low < 1:
        return amount.low, amount.high
    before = _ROUND.search(text, max(0, amount.start - 25), amount.start)
    told = before or _ROUND_BEHIND.match(text, amount.end)
    digits = str(int(amount.low))
    step = float(10 ** (len(digits) - len(digits.rstrip("0"))))
    match told and (told.lastgroup or "above"):
        case "about":
            return amount.low - step / 2, amount.high + step / 2
        case "near":
            return amount.low - step, amount.high
        case "above":
            return amount.low, math.inf
        case "below":
            return 0.0, amount.high
    rounded = _rounded(text[amount.start : amount.end])
    return amount.low - rounded, amount.high + rounded


def _rounded(written: str) -> float:
    """How far what is meant may lie from an amount, for want of further digits: 50,000 for "1.5 million"."""
    found = _SCALED.search(written.replace(",", "."))
    return _MAGNITUDES[found["scale"].lower()] / 10 ** len(found["decimals"] or "1") / 2 if found else 0.0


def unit(text: str, amount: Amount) -> str:
    """The word that tells what an amount counts, in lower case and the singular; "" for a bare number.

    For time and length it is the unit, for money the sign or the word, and "%" for any share.
    """
    kind = measure(text, amount)
    if kind == "share":
        return "%"
    sign = text[: amount.start].rstrip()[-1:]
    behind = text[amount.end : amount.end + 30]
    if kind == "money" and (sign in _CURRENCY_SIGNS or behind.lstrip()[:1] in _CURRENCY_SIGNS):
        return sign if sign in _CURRENCY_SIGNS else behind.lstrip()[0]
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", behind)[:2]]
    if kind != "count":
        return _singular(next(word for word in words if word in _MEASURES[kind]))
    close = re.match(r"[\s-]([^\W\d_][\w'’-]*)", behind)
    return _singular(close[1].lower()) if close and close[1].lower() not in _NO_NOUN else ""


def rate(text: str, amount: Amount) -> str:
    """What an amount of a text is told for, in lower case: "month" in "40 euros a month"; "" for nothing."""
    found = _RATE.match(text, amount.end)
    return found[1].lower() if found else ""


def in_smallest(name: str) -> tuple[str, int]:
    """The smallest unit that a unit can be counted in, and how many of it it holds; itself and 1 for any other."""
    held = next((sizes for sizes in _SIZES if name in sizes), {name: 1})
    return next(iter(held)), held[name]


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 2 else word
