"""The shape of a table's row: the words a rule can begin with, its pattern, its meaning and its restraint."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from answer.dates.expression import Type
from answer.dates.meanings import Meaning
from answer.dates.words import phrase

Check = Callable[[str, int, int], bool]
"""Whether `text[start:end]` is about time where it stands; see restraint.py."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern tried where a word of `first` begins ("0" stands for any digit); `meaning` may decline with None."""

    first: frozenset[str]
    pattern: re.Pattern[str]
    type: Type
    meaning: Callable[[re.Match[str]], Meaning | None]
    reads_as_time: Check | None = None


def rule(
    first: Iterable[str],
    pattern: str,
    kind: Type,
    meaning: Callable[[re.Match[str]], Meaning | None],
    check: Check | None = None,
) -> Rule:
    """A row of a table; the pattern ignores case and must end where a word ends."""
    return Rule(frozenset(first), phrase(rf"(?:{pattern})(?!\w)"), kind, meaning, check)
