"""Why these quotes and not others: what carried each candidate sentence, and what became of it."""

from dataclasses import dataclass

from answer.answering import Considered
from answer.choosing import WORTH_SHOWING, Scored, on_topic
from answer.scorer import Scorer
from answer.stories import same_story
from corpus.documents import Passage

SHOWN, PARTS = 10, 6  # candidates, and features of each


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


def explain(considered: Considered, scorer: Scorer) -> list[Explained]:
    """The best candidates, each with the features that moved it most."""
    kind = considered.reading.question.kind
    rows = []
    for scored in considered.ranked[:SHOWN]:
        moved = sorted(scorer.parts(kind, scored.features).items(), key=lambda part: -abs(part[1]))
        verdict = _verdict(scored, considered)
        rows.append(Explained(scored.candidate.sentence, scored.score, scored.share, tuple(moved[:PARTS]), verdict))
    return rows


def _verdict(scored: Scored, considered: Considered) -> str:
    sentence = scored.candidate.sentence
    if not considered.chosen:
        return "not quoted: not sure enough that any sentence answers this"
    for number, one in enumerate(considered.chosen, 1):
        if _inside(sentence, one.quote):
            return f"quoted in [{number}]"
        quoted = (other.candidate for other in considered.ranked if _inside(other.candidate.sentence, one.quote))
        if any(same_story(other, scored.candidate) for other in quoted):
            return f"not quoted: nearly the same words as [{number}]"
    if not on_topic(scored, considered.ranked[0]):
        return "not quoted: its passage is about something else"
    if scored.share < WORTH_SHOWING * considered.ranked[0].share:
        return "not quoted: far less likely than the best"
    return "not quoted: better ones, or another source, came first"


def _inside(sentence: Passage, quote: Passage) -> bool:
    return sentence.document.key == quote.document.key and quote.start <= sentence.start < quote.end
