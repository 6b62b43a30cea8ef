"""Choosing quotes among ranked candidates: what adds something, once, and standing on its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answer.candidates import Candidate
from answer.headings import Form, announces_list
from answer.quotes import (
    MAX_WORDS,
    announces,
    count_words,
    ends_with_a_stop,
    leans_on_the_one_before,
    standing_above,
    within_limit,
)
from answer.stories import same_story
from corpus.documents import Document, Key, Passage
from corpus.lines import item_number

MOST_SENTENCES = 3
PRICE = 0.00015  # of the belief: what a word of a quote has to be worth
BRIEF = 2  # times that, where a brief quote is enough
SENTENCE = 10  # words that a sentence counts as beside its own, so that none comes along because it is short
PARAGRAPH = 60  # words that going on with a new paragraph counts as
BACK = 180  # what beginning with the end of another paragraph, which is less likely, counts as
WANTED = 0.5  # of the other's belief: what a row or an item has to have to be quoted together with the one beside it
LEANING = MAX_WORDS  # what a quote costs, in words, that begins with "He": more than any sentence before it does
AS_MUCH = 0.75  # of the first quote's coverage of the question
THE_REST = 0.25  # of the question that a sentence says at least whose title tells the rest
OTHER_SOURCE = 20.0  # times its belief: what another source says of the same
ON_TOPIC = 0.5  # of what the first quote's passage holds of the question
FEWEST = 5  # words: a shorter quote, but for the first, has to hold a word of the question
WORTH_SHOWING = 0.005  # of the belief, relative to the best candidate's
# Each of which tells something of its own, or nothing without what stands under it.
_UNITS = (Form.ROW, Form.OPEN, Form.ITEM)
_HEADS = (Form.QUESTION, Form.HEADING, Form.HEAD)


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its features, its score, and its share of the belief among all candidates (softmax)."""

    candidate: Candidate
    features: dict[str, float]
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that is quoted: how it scored, its quote, other documents that say all of it nearly so, and what the
    quote stands under."""

    scored: Scored
    quote: Passage
    also: tuple[Document, ...]
    under: tuple[Passage, ...]


def says(scored: Scored) -> float:
    """How much of the question a sentence itself speaks of; a related word counts half."""
    return min(1.0, scored.features["coverage"] + scored.features["related"] / 2)


def on_topic(scored: Scored, first: Scored) -> bool:
    """Whether a candidate's passage holds enough of the question, set against the best candidate's."""
    return scored.features["coverage of passage"] >= ON_TOPIC * first.features["coverage of passage"]


def origin(document: Document) -> Key:
    """The key of what a document is a copy of, or its own: copies of one report are one source."""
    return document.collection, document.copy_of or document.id


def _belief(scored: Scored, first: Scored, compared: bool) -> float:
    """What a candidate counts for as a quote: more if it is another source's value for what is asked."""
    own, other = (origin(one.candidate.sentence.document) for one in (scored, first))
    covers = says(scored) >= AS_MUCH * says(first) or _says_the_rest(scored)
    fits = scored.features["lacks expected"] <= first.features["lacks expected"]
    return scored.share * (OTHER_SOURCE if compared and own != other and covers and fits else 1.0)


def _says_the_rest(scored: Scored) -> bool:
    """Whether a sentence says all that its title leaves open of the question, and a part of that at least."""
    return scored.features["rest or related"] == 1.0 and says(scored) >= THE_REST


@dataclass(frozen=True, slots=True)
class _Window:
    """What may become a quote: sentences that follow each other, how likely they are, and their price in words."""

    run: tuple[Scored, ...]
    likeliest: Scored
    belief: float
    price: int

    @property
    def tells(self) -> bool:
        """Whether it is more than a question, a heading, or a few words or an item that have nothing to do with what
        is asked."""
        forms = {one.candidate.block.form for one in self.run}
        if self.run[-1].candidate.block.form in _HEADS:
            return False
        speaks = any(says(one) > 0 for one in self.run)
        return speaks or (Form.ITEM not in forms and count_words(self.quote) >= FEWEST)

    def shows(self, scored: Scored) -> bool:
        """Whether a sentence is among these, or is the head of the table that they are rows of, shown above them."""
        return any(scored is one for one in self.run) or _heads(scored.candidate, self.run[0].candidate)

    @property
    def quote(self) -> Passage:
        """The text from the first sentence to the last; of a single one no more than a quote may hold."""
        opening, closing = self.run[0].candidate.sentence, self.run[-1].candidate.sentence
        return within_limit(opening) if opening is closing else Passage(opening.document, opening.start, closing.end)


def choose(ranked: Sequence[Scored], *, quotes: int, brief: bool = False, compared: bool = False) -> list[Chosen]:
    """At most `quotes` quotes from the ranked candidates (best first, not empty); no part of a text twice.

    A quote is the run of up to three sentences, or of numbered steps behind a colon, that holds most of the belief,
    less a price for each word: so more is quoted where it is less sure which sentence answers, and less where a `brief`
    quote is enough. The first holds the best candidate, or stands under it where that is the head of a table. Where
    values are `compared`, another source that says as much comes before more of the same; left out are copies of what
    is quoted already, and whatever is far less likely than the best or stands in a passage about something else.
    """
    first, among = ranked[0], [scored.candidate for scored in ranked]
    price = PRICE * (BRIEF if brief else 1)
    left = [(scored, _belief(scored, first, compared)) for scored in ranked if on_topic(scored, first)]
    windows = [one for one in _windows(left) if one.shows(first)]
    chosen: list[Chosen] = []
    while windows and len(chosen) < quotes:
        best = max(windows, key=lambda one: one.belief - price * one.price)
        likeliest = first if any(scored is first for scored in best.run) else best.likeliest
        run = [one.candidate for one in best.run]
        chosen.append(Chosen(likeliest, best.quote, _copies(run, among), standing_above(best.quote, run[0])))
        left = [(scored, belief) for scored, belief in left if not (best.shows(scored) or _said(scored, best.run))]
        windows = [one for one in _windows(left) if one.belief >= WORTH_SHOWING * first.share and one.tells]
    return chosen


def _windows(believed: Iterable[tuple[Scored, float]]) -> Iterator[_Window]:
    """All runs of sentences that may be one quote, given how much each sentence is believed in."""
    ordered = sorted(
        believed, key=lambda one: (one[0].candidate.sentence.document.key, one[0].candidate.sentence.start)
    )
    heads = [(scored.candidate, belief) for scored, belief in ordered if scored.candidate.block.form is Form.HEAD]
    for at, (opening, _) in enumerate(ordered):
        above = sum(belief for head, belief in heads if _heads(head, opening.candidate))
        runs = list(_runs(ordered[at : at + MAX_WORDS]))
        # What only opens something tells nothing without what follows it.
        closed = [(run, price) for run, price in runs if not _opens(run[-1][0].candidate)]
        for run, price in closed or runs[:1]:
            likeliest = max(run, key=lambda one: one[1])[0]
            total = above + sum(belief for _, belief in run)
            yield _Window(tuple(one for one, _ in run), likeliest, total, price)


def _runs(ordered: Sequence[tuple[Scored, float]]) -> Iterator[tuple[Sequence[tuple[Scored, float]], int]]:
    """The first sentence, the first two and so on, as far as they follow each other and fit; with their price."""
    opening = ordered[0][0].candidate
    amid = opening.sentence.start > opening.block.span[0]
    words, steps = count_words(opening.sentence), False
    price = words + SENTENCE + (LEANING if leans_on_the_one_before(opening) else 0)
    yield ordered[:1], price
    for count, ((one, before), (other, belief)) in enumerate(pairwise(ordered), 2):
        former, latter = one.candidate, other.candidate
        steps = _is_step(former, latter, behind_others=steps)
        own = count_words(latter.sentence)
        words += own
        if words > MAX_WORDS or (count > MOST_SENTENCES and not steps) or not _continues(former, latter):
            return
        apart = not steps and _both_are_units(former, latter)
        if apart and (amid or min(before, belief) < WANTED * max(before, belief)):
            return
        joined = SENTENCE if steps else _joining(former, latter, back=before < belief)
        price += own + joined
        yield ordered[:count], price


def _is_step(former: Candidate, latter: Candidate, *, behind_others: bool) -> bool:
    """Whether the latter is of a numbered list behind a colon, as the former is if it stands `behind_others`."""
    if former.block.span == latter.block.span:
        return behind_others
    return (behind_others or announces_list(former.sentence.text)) and item_number(latter.sentence.text) != ""


def _joining(former: Candidate, latter: Candidate, *, back: bool) -> int:
    """What two sentences in one quote cost, in words, beside their own; `back` if the latter is the likelier one.

    An item is one thing, so its sentences cost nothing.
    """
    if former.block.span == latter.block.span and latter.block.form is Form.ITEM:
        return 0
    if _belongs(former, latter):
        return SENTENCE
    return SENTENCE + (BACK if back else PARAGRAPH)


def _said(scored: Scored, run: Sequence[Scored]) -> bool:
    """Whether a sentence is among others, or says what one of them says in nearly the same words.

    What another text says under the same heading or question may be another answer.
    """
    heads = scored.candidate.block.form in _HEADS
    return any(scored is one or (not heads and same_story(scored.candidate, one.candidate)) for one in run)


def _continues(former: Candidate, latter: Candidate) -> bool:
    """Whether two sentences follow each other in a text, and nothing new opens with the latter, as with a heading."""
    one, other = former.sentence, latter.sentence
    if one.document.key != other.document.key or one.document.text[one.end : other.start].strip():
        return False
    if former.block.span == latter.block.span or _opens(former):
        return True
    return not _opens(latter) and (latter.block.form is not Form.OPEN or not ends_with_a_stop(one))


def _heads(head: Candidate, row: Candidate) -> bool:
    """Whether the one is the head of the table that the other is a row of."""
    same = head.sentence.document.key == row.sentence.document.key
    return same and head.block.form is Form.HEAD and head.block.span in row.block.under


def _opens(candidate: Candidate) -> bool:
    """Whether what follows the sentence is needed to understand it: a question, a heading, the head of a table."""
    return candidate.block.form is Form.HEAD or announces(candidate.sentence)


def _both_are_units(former: Candidate, latter: Candidate) -> bool:
    """Whether two sentences are rows of a table or items of a list, each of which tells something of its own."""
    if former.block.span == latter.block.span or not (former.block.form in _UNITS and latter.block.form in _UNITS):
        return False
    return not _opens(former) and not leans_on_the_one_before(latter)


def _belongs(former: Candidate, latter: Candidate) -> bool:
    """Whether the latter of two sentences is of the same paragraph, leans on the former, or is announced by it.

    A line that was broken amid a sentence is of the same paragraph, too.
    """
    broken = latter.sentence.text[0].islower() and not ends_with_a_stop(former.sentence)
    same = broken or former.block.span == latter.block.span
    return same or leans_on_the_one_before(latter) or _opens(former)


def _copies(quoted: Sequence[Candidate], among: Sequence[Candidate]) -> tuple[Document, ...]:
    """The other documents in which each of these sentences stands in nearly the same words."""
    documents = {other.sentence.document.key: other.sentence.document for other in among}
    documents.pop(quoted[0].sentence.document.key)
    for sentence in quoted:
        saying = {other.sentence.document.key for other in among if same_story(other, sentence)}
        documents = {key: document for key, document in documents.items() if key in saying}
    return tuple(documents.values())
