"""Restraint: words of time that only say which thing is meant: "the summer party", "Christmas trees", "game night"."""

import re

from answer.dates.restraint import TIME_PREPOSITIONS, opens_sentence, word_after, word_before
from answer.dates.words import listed

_BEFORE_DAY_PART = TIME_PREPOSITIONS | {"", "at", "but", "then", "was", "is", "were", "are"}
_BEFORE_SEASON = frozenset(
    listed(
        "in during by since until of through from early late mid for and that this last next every the throughout "
        "previous following"
    )
)
_SEASONAL = frozenset(
    listed("offensive offensives campaign campaigns season holidays recess break fighting operation session term")
)
_WHEN_IT_IS = frozenset(listed("in by since until till before during throughout"))
_NO_NOUN = _SEASONAL | frozenset(
    listed(
        "a an the this that these those it he she they we you i there its his her their our my who which what whose "
        "in on at by of for from to with without into onto over under after before since until till as than if when "
        "while where because though although during through between against near about around and or but nor not no "
        "is are was were be been being am has have had do does did will would can could may might must shall should "
        "so then now also again all some many most both each every only just more less too still already here next "
        "last later earlier ago alone itself onwards onward came comes went goes began begins ends brought saw sees "
        "fell falls passes approaches arrives starts "
        "day days eve week weeks weekend weekends month months morning evening night time period vacation vacations "
        "holiday solstice equinox"
    )
)
"""What may follow a season or feast that is a time: no noun, a verb, or a noun that makes it no less of one."""
_VERB = re.compile(r"[a-z]+ed")  # "ended"


def names_event(text: str, start: int) -> bool:
    """Whether a part of the day ends the name of what happens in it: the "night" of "game night on Saturday"."""
    return text[start - 1 : start] == " " and word_before(text, start) not in _BEFORE_DAY_PART


def modifies(text: str, start: int, end: int) -> bool:
    """Whether a season or feast only says what sort of thing is meant: "the summer party", "Christmas trees".

    Not so behind "in", "by" and the like, where the noun may be what is told of ("In the summer troops landed").
    """
    after = word_after(text, end)
    noun = after.isalpha() and after.islower() and not _VERB.fullmatch(after)
    return noun and after not in _NO_NOUN and word_before(text, start) not in _WHEN_IT_IS


_AT_FEAST = _WHEN_IT_IS | {"at", "over", "after"}
_NOT_THAT_DAY = frozenset(listed("orthodox every each"))
_NAMED_AFTER_FEASTS = frozenset(listed("Island Islands Road Street Rising School Nursery Agreement"))
_OPENS_WITH = re.compile(r"(?:^|[\n.!?:;] ?)(?:At|On|Over) $")


def no_kind(text: str, start: int, end: int) -> bool:
    """Whether a feast is a day, as in "the New Year's Eve party", and not a kind of thing, as in "Easter eggs".

    Nor is it one where its sentence begins so: "At Easter boats run". The Orthodox Easter is another day, every Easter
    many, "an epiphany" none, and Easter Island, "The Whitsun Weddings" and the Good Friday Agreement are names.
    """
    before, after = word_before(text, start), word_after(text, end)
    a_day = text[start:end].lower().endswith(("day", "eve", "night"))
    if before in _NOT_THAT_DAY or after in _NAMED_AFTER_FEASTS or (before in ("a", "an") and not a_day):
        return False
    led = before in _AT_FEAST or text[start:end].lower().startswith(("last ", "next ", "this "))
    if not (a_day or led) and after.istitle() and len(after) > 1:
        return False
    return a_day or bool(_OPENS_WITH.search(text[max(0, start - 6) : start])) or not modifies(text, start, end)


def season_alone(text: str, start: int, end: int) -> bool:
    """The word "fall" is mostly a verb and "the fall of Saigon" an event; "spring" is also a source of water."""
    word = text[start:end].lower().split()[-1]
    before, after = word_before(text, start), word_after(text, end).lower()
    if after not in _SEASONAL and word_after(text, end)[:1].isupper() and text[end - len(word)].isupper():
        return False  # part of a name
    led = before in _BEFORE_SEASON
    if word == "fall" and after not in _SEASONAL:
        article = text[start:end].lower().startswith("the")
        return article and before in ("in", "during", "by", "since", "until", "through", "throughout") and after != "of"
    if word == "spring" and after in ("water", "of", "up", "from"):
        return False
    if modifies(text, start, end):
        return False
    if text[start:end].lower().startswith("the"):
        return before not in ("olympic",) and not after.endswith("olympics")
    if after in _SEASONAL:
        return True
    return led and after not in ("olympics", "games", "water", "house", "camp", "school", "palace", "coat", "squash")


def vague_quality(text: str, start: int, end: int) -> bool:
    """A word such as "former" before what it qualifies: not "the former of the two", and no part of a name."""
    after = word_after(text, end)
    if not text[start].islower():
        return opens_sentence(text, start) and not after[:1].isupper()
    return after[:1].isalpha() and after not in ("and", "or", "of", "than", "as", "is", "was", "were", "are")
