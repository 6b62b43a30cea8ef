"""Places in order: the earliest published first, and copies of one story under its earliest."""

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from answer.quotation.model import Match

AROUND = 300  # characters on either side that two texts are compared by
SAME_STORY = 85  # per cent of similarity (rapidfuzz's ratio)
MOST_GROUPS = 50  # that a place is compared with, lest time grow with the square of the places
DAY = len("2019-05-14")


def grouped(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches by day of publication, undated ones last; each of them holds the other copies of its story.

    A copy is another document in which the same words stand in nearly the same surroundings.
    """
    groups: list[list[Match]] = []
    for match in sorted(matches, key=lambda match: match.document.published or "~"):
        story = next((group for group in groups[:MOST_GROUPS] if _same_story(group[0], match)), None)
        if story is None:
            groups.append([match])
        else:
            story.append(match)
    return tuple(replace(first, copies=tuple(others)) for first, *others in groups)


def later(copies: Iterable[Match], first: Match) -> tuple[list[Match], list[Match]]:
    """The copies published after the first one; and those of which that is not known, or that came out with it."""
    after: list[Match] = []
    beside: list[Match] = []
    for copy in copies:
        days = (first.document.published or "")[:DAY], (copy.document.published or "")[:DAY]
        # "2021-07" may be any day of that month: as much as both have is compared.
        known = min(map(len, days))
        (after if days[0][:known] < days[1][:known] else beside).append(copy)
    return after, beside


def _same_story(a: Match, b: Match) -> bool:
    if a.document.key == b.document.key:
        return False
    return bool(fuzz.ratio(_surroundings(a), _surroundings(b), score_cutoff=SAME_STORY))


def _surroundings(match: Match) -> str:
    place = match.place
    return match.document.text[max(0, place.start - AROUND) : place.end + AROUND]
