"""The tables together: every row under the words it can begin with, and the longest match at a place."""

import re
from itertools import chain

from answer.dates import absolute, clock, durations, partial, periods, relative, sets, vague, weekdays
from answer.dates.expression import Type
from answer.dates.meanings import REPEATED, Known, Meaning, Mention, Moment, Shift
from answer.dates.rule import Rule

WORD = re.compile(r"[^\W_]+")
_TABLES = (absolute, partial, weekdays, relative, periods, clock, sets, durations, vague)


def first_words(words: frozenset[str]) -> set[str]:
    """The first word of each of the words: "twenty" of "twenty-first"."""
    return {re.split(r"\W", word)[0] for word in words}


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in chain.from_iterable(family.RULES for family in _TABLES):
        for word in first_words(rule.first):
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


_RULES = _by_first_word()


def can_begin(word: str) -> bool:
    """Whether a row can begin with a lower-case word ("0": with a number)."""
    return word in _RULES


def words_behind(word: str, *leads: re.Pattern[str]) -> frozenset[str]:
    """Every word that a row beginning with this word, or one of the leads, spells out, in the singular too.

    Most of an English text's "the" stand before other words; looking one of them up is cheaper than trying 30 rows.
    """
    patterns = [rule.pattern for rule in _RULES[word]] + list(leads)
    spelled = {word for pattern in patterns for word in re.findall(r"[a-z]+", pattern.pattern.lower())}
    return frozenset(spelled | {word.removesuffix("s") for word in spelled})


def key_at(text: str, at: int) -> str:
    """The lower-case word at a place, "0" for a number, "" where no word begins."""
    word = WORD.match(text, at)
    if not word:
        return ""
    return "0" if word[0][0].isdigit() else word[0].lower()


def match(text: str, at: int, rule: Rule) -> Mention | None:
    """What a row finds at a place."""
    found = rule.pattern.match(text, at)
    if not found or (rule.reads_as_time and not rule.reads_as_time(text, at, found.end())):
        return None
    meaning = rule.meaning(found)
    return Mention(at, found.end(), _type_of(rule.type, meaning), meaning) if meaning else None


def _type_of(row: Type, meaning: Meaning) -> Type:
    """In whichever table it stands: a moment and what is counted in hours is a time, what is repeated a set."""
    if isinstance(meaning, Known) and meaning.why == REPEATED:
        return "SET"
    clock = isinstance(meaning, Moment) or (isinstance(meaning, Shift) and meaning.unit in ("second", "minute", "hour"))
    return "TIME" if clock else row


def longest(text: str, at: int, word: str | None = None) -> Mention | None:
    """The longest match of a single row at a place; of two as long, the one that stands first."""
    best = None
    for rule in _RULES.get(key_at(text, at) if word is None else word, ()):
        found = match(text, at, rule)
        if found and (best is None or found.end > best.end):
            best = found
    return best
