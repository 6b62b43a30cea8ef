"""Quoted speech: where it stands, and on which day the text says it was spoken."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from answer.dates.meanings import Known, Meaning, Mention, Shift, Weekday, Yearless

_MARK = re.compile(r"[\"“”«»]|\n\s*\n|\n")
_SAID = re.compile(
    r"\b(?:said|says|told|announced|added|wrote|tweeted|stated|declared|warned|claimed|argued|explained|insisted|"
    r"statement|interview|speech|according|quoted|asked|replied|posted|testified|spoke|remarks?|conference)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s|\n")
_REACH = 240


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches inside quotation marks, in order; one left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if sign[0] == "\n":
            if opened is not None:
                found.append((opened, mark.start()))
            opened = None
        elif sign in "“«" or (sign == '"' and opened is None):
            opened = mark.end()
        elif opened is not None:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found


def enclosing(stretches: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The stretch that holds a position; the stretches are in order."""
    index = bisect_right(stretches, (at, 1 << 60)) - 1
    return stretches[index] if index >= 0 and stretches[index][0] <= at < stretches[index][1] else None


def spoken_on(text: str, stretch: tuple[int, int], mentions: Sequence[Mention]) -> Mention | None:
    """The mention of a day beside a quotation that belongs to its verb of saying: "…", he said on Monday."""
    start, end = stretch
    before = text[max(0, start - _REACH) : start]
    lead_from = start - len(before) + max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    tail = text[end + 1 : end + 1 + _REACH]
    stop = _SENTENCE_END.search(tail)
    tail_to = end + 1 + (stop.start() + 1 if stop else len(tail))
    for low, high in ((end, tail_to), (lead_from, start)):
        if not _SAID.search(text, low, high):
            continue
        first = bisect_right(mentions, low, key=lambda mention: mention.start)
        for mention in mentions[max(0, first - 1) : first + 8]:
            if low <= mention.start and mention.end <= high and _is_day(mention.meaning):
                return mention
    return None


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Known):
        return bool(meaning.value and re.fullmatch(r"\d{4}-\d\d-\d\d", meaning.value))
    if isinstance(meaning, Yearless):
        return len(meaning.rest) == 5
    return isinstance(meaning, Weekday) or (
        isinstance(meaning, Shift) and meaning.unit == "day" and meaning.since == "writing"
    )
