"""How good answers are on questions with known answers: rates, calibration, abstention."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.model import Answer

BINS = 5
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Golden:
    """A question with what a right quote holds (any of `answers`); none where the corpus does not answer it.

    `gold` limits right quotes to these documents, where it is not empty.
    """

    id: object
    question: str
    answers: tuple[str, ...]
    gold: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer against its golden question: whether it was given, and whether the first or any quote was right."""

    golden: Golden
    answered: bool
    confidence: float
    first: bool
    any: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1, None where there was nothing to count.

    `brier` is the mean squared error of the confidence as a probability that the first quote is right (Brier 1950,
    "Verification of forecasts expressed in terms of probability"); `reliability` gives, for each fifth of the range
    of confidence, the number of questions, the mean confidence, and the share whose first quote was right.
    """

    answerable: int
    unanswerable: int
    first_right: float | None
    any_right: float | None
    answered: float | None
    declined: float | None
    brier: float
    reliability: tuple[tuple[int, float, float], ...]


def _plain(text: str) -> str:
    return " " + _NO_WORD.sub(" ", text.lower()).strip() + " "


def judge(golden: Golden, answer: Answer) -> Judged:
    """Compare an answer with what is known. Case, punctuation and spacing do not count."""
    wanted = [_plain(one) for one in golden.answers]
    right = [
        (not golden.gold or citation.document.id in golden.gold)
        and any(one in _plain(citation.quote) for one in wanted)
        for citation in answer.citations
    ]
    return Judged(golden, answer.answered, answer.confidence, any(right[:1]), any(right))


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def figures(judged: Sequence[Judged]) -> Figures:
    """The figures over all answers; `judged` is not empty."""
    yes = [one for one in judged if one.golden.answers]
    no = [one for one in judged if not one.golden.answers]
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        bins[min(int(one.confidence * BINS), BINS - 1)].append(one)
    return Figures(
        answerable=len(yes),
        unanswerable=len(no),
        first_right=_share([one.first for one in yes]),
        any_right=_share([one.any for one in yes]),
        answered=_share([one.answered for one in yes]),
        declined=_share([not one.answered for one in no]),
        brier=sum((one.confidence - one.first) ** 2 for one in judged) / len(judged),
        reliability=tuple(
            (len(some), sum(one.confidence for one in some) / len(some), sum(one.first for one in some) / len(some))
            for some in bins
            if some
        ),
    )
