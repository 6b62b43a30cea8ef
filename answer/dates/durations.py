"""Table of durations: "three days", "the past four years", "46-day", "a year and a half"."""

import re

from answer.dates.meanings import Known, Meaning
from answer.dates.restraint import bare_duration, counted_duration, word_before
from answer.dates.rule import Rule, rule
from answer.dates.values import duration
from answer.dates.words import COUNT_MANY, ONES, TENS, UNIT, UNIT_ONE, VAGUE_NUMBERS, listed, number, times, unit

_COUNT_FIRST = [
    *("0", "a", "an", "half", "hundreds", "dozens", "thousands"),
    *ONES,
    *TENS,
    *(words.split()[0] for words in VAGUE_NUMBERS),
]
_LASTING = listed("hour hours day days week weeks month months year years decade decades century centuries")
_STRETCH = (
    r"(?:last|past|next|coming|previous|following|first|final|preceding|intervening|ensuing|succeeding|subsequent|"
    r"closing|opening|remaining)"
)
_QUALITY = (
    r"(?:(?:long|short|full|whole|consecutive|straight|more|calendar|further|additional|bloody|successive|entire|"
    r"solid) )?"
)


def no_more_than_a_stretch(text: str, start: int, end: int) -> bool:
    """Not behind "over" or "in": "over the next year" names a stretch, "the next year" a year.

    Nor behind "the": "the last day of the term" is a part of the term.
    """
    words = text[start:end].lower()
    if words.startswith(("last", "past")) and word_before(text, start) == "the":
        return False
    if not words.startswith("the ") or not re.match(r"the\s+(?:next|coming)", words):
        return True
    return word_before(text, start) not in ("over", "in", "within", "for", "during", "throughout")


def _counted(found: re.Match[str]) -> Meaning | None:
    count, size = number(found["n"]), unit(found["unit"])
    if size == "quarter" and count is not None and count <= 3:
        return None  # "three quarters of the city" is a share
    if found["n"].lower() in ("some", "many") and not found["unit"].lower().endswith("s"):
        return None  # "some day" is no length of time
    if size == "second" and re.search(r"ty-second$", found[0], re.IGNORECASE):
        return None  # "the seventy-second night" counts nights
    if count is not None and found["half"]:
        count += 0.5
    return Known(duration(times(count, found["unit"]), size), "a length of time")


def _plain(found: re.Match[str]) -> Meaning:
    return Known(duration(None, unit(found["unit"])), "a length of time; how long is not stated")


def _one(found: re.Match[str]) -> Meaning | None:
    if unit(found["unit"]) == "quarter" and found[0].lower().startswith("a"):
        return None
    count = times(0.5 if found["half"] else 1.0, found["unit"])
    return Known(duration(count, unit(found["unit"])), "a length of time")


def _long(found: re.Match[str]) -> Meaning:
    name = re.sub(r"-?long$", "", found[0].lower())
    return Known(duration(None if name.endswith("s") else 1, unit(name)), "a length of time")


_STRETCH_FIRST = ["the", "last", "past", "next", "coming", "previous", "following", "first", "final"]

RULES: tuple[Rule, ...] = (
    rule(
        _COUNT_FIRST,
        rf"(?P<n>{COUNT_MANY}|one)(?P<half>(?: |-)and(?: |-)a(?: |-)half)?(?: |-){_QUALITY}(?P<unit>{UNIT})"
        r"(?:(?: |-)(?:long|olds?))?",
        "DURATION",
        _counted,
        counted_duration,
    ),
    rule(["half", "a"], rf"(?:a )?(?P<half>half)(?: |-)(?:an? )?(?P<unit>{UNIT_ONE})", "DURATION", _one),
    rule(["a", "an"], rf"an? (?P<half>){_QUALITY}(?P<unit>{UNIT_ONE})(?:-long)?", "DURATION", _one, bare_duration),
    rule(
        _STRETCH_FIRST,
        rf"(?:the )?{_STRETCH} (?P<n>{COUNT_MANY}) {_QUALITY}(?P<unit>{UNIT})(?P<half>)",
        "DURATION",
        _counted,
    ),
    rule(_STRETCH_FIRST, rf"the (?P<n>{COUNT_MANY}) {_STRETCH} (?P<unit>{UNIT})(?P<half>)", "DURATION", _counted),
    rule(
        ["the"],
        rf"the (?:last|past|next|coming)(?P<half> half(?:-| ))? ?(?P<unit>{UNIT_ONE})(?! of )",
        "DURATION",
        _one,
    ),
    rule(
        ["the", "recent", "these", "those"],
        rf"the (?!coming|following){_STRETCH} (?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)",
        "DURATION",
        _plain,
    ),
    rule(
        ["seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"],
        r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)",
        "DURATION",
        _plain,
        bare_duration,
    ),
    rule([*_LASTING, *(f"{name}long" for name in _LASTING)], rf"(?:{'|'.join(_LASTING)})-?long", "DURATION", _long),
    rule(
        ["a", "an"],
        rf"an? (?P<unit>{UNIT_ONE}) and a half",
        "DURATION",
        lambda found: Known(duration(1.5, unit(found["unit"])), "a length of time"),
    ),
)
