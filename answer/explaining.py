"""Why these quotes and not others: what carried each candidate sentence, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.answering import Considered
from answer.choosing import WORTH_SHOWING, Chosen, Scored, same_story
from answer.scorer import Scorer
from corpus.documents import Passage


@dataclass(frozen=True, slots=True)
class Explained:
    """A candidate sentence: its score, its share of the belief (0 to 1), what carried it, and what became of it.

    `parts` are the features that moved the score most, with what each added, largest first.
    """

    sentence: Passage
    score: float
    share: float
    parts: tuple[tuple[str, float], ...]
    verdict: str


def explain(considered: Considered, scorer: Scorer, *, limit: int = 10, parts: int = 6) -> list[Explained]:
    """The best `limit` candidates, each with the `parts` features that moved it most."""
    kind = considered.reading.question.kind
    rows = []
    for scored in considered.ranked[:limit]:
        moved = sorted(scorer.parts(kind, scored.features).items(), key=lambda part: -abs(part[1]))
        verdict = _verdict(scored, considered.ranked[0], considered.chosen)
        rows.append(Explained(scored.candidate.sentence, scored.score, scored.share, tuple(moved[:parts]), verdict))
    return rows


def _verdict(scored: Scored, best: Scored, chosen: Sequence[Chosen]) -> str:
    sentence = scored.candidate.sentence
    if not chosen:
        return "not quoted: not sure enough that any sentence answers this"
    for number, one in enumerate(chosen, 1):
        inside = one.quote.start <= sentence.start and sentence.end <= one.quote.end
        if one.quote.document.id == sentence.document.id and inside:
            return f"quoted in [{number}]"
        if same_story(one.quote, sentence):
            return f"not quoted: nearly the same words as [{number}]"
    if scored.share < WORTH_SHOWING * best.share:
        return "not quoted: far less likely than the best"
    return "not quoted: better ones, or another source, came first"
