"""Stretches of a text, each as (start, end) in characters, its end not included."""

from collections.abc import Iterable

Span = tuple[int, int]


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without the white space around it, or None if nothing else is in it."""
    slice_ = text[start:end]
    bare = slice_.strip()
    if not bare:
        return None
    start += len(slice_) - len(slice_.lstrip())
    return start, start + len(bare)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order and disjoint: those that overlap or touch are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def overlaps(one: Span, others: Iterable[Span]) -> bool:
    """Whether a stretch shares a character with any of the others."""
    return any(start < one[1] and one[0] < end for start, end in others)
