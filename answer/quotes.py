"""What a quote may be: of 80 words at most, and with the sentence that it leans on."""

import re
from collections.abc import Sequence

from answer.candidates import Candidate
from answer.headings import may_head
from answer.words import PRONOUN_STARTS
from corpus.documents import Passage
from corpus.lines import item_number
from corpus.published import date_line
from corpus.sentence_ends import AFTER_THE_END, STOPS

MAX_WORDS = 80
_DAY = len("2018-09-11")
_CLOSED = re.compile(rf"[{STOPS}]{AFTER_THE_END}")
_ASKS = re.compile(rf"[?:？：؟]{AFTER_THE_END}")
# "One of them", "Yes:", "Because it failed." (but not "Because it rained, …"), "Then open it.", "Until then it hung."
_LEANS = re.compile(
    r"\W*(?:(?:one|two|some|most|many|none|both|all|each|either|neither) of (?:them|these|those)\b"
    r"|(?:yes|no)\b[,.:;!—–]|because\b[^,]*$|(?:then|that)\b(?!-)"
    r"|(?:until|till|since|by|before|after) (?:then|that)\b)",
    re.IGNORECASE,
)


def count_words(passage: Passage) -> int:
    """How many words a passage has: what white space parts."""
    return len(passage.text.split())


def within_limit(sentence: Passage) -> Passage:
    """The sentence, or its first 80 words where it alone is longer."""
    if count_words(sentence) <= MAX_WORDS:
        return sentence
    text, position = sentence.text, 0
    for word in text.split()[:MAX_WORDS]:
        position = text.index(word, position) + len(word)
    return Passage(sentence.document, sentence.start, sentence.start + position)


def leans_on_the_one_before(candidate: Candidate) -> bool:
    """Whether a sentence begins with "He", "One of them" or the like, so that the one before it says who or what."""
    text = candidate.sentence.text
    text = text[len(item_number(text)) :]
    first = text.split(maxsplit=1)[0].lower().strip("\"'“‘(,")
    return first in PRONOUN_STARTS or _LEANS.match(text) is not None


def ends_with_a_stop(sentence: Passage) -> bool:
    """Whether a sentence is closed; headings, and the items of most lists, are not."""
    return _CLOSED.search(sentence.text) is not None


def announces(sentence: Passage) -> bool:
    """Whether it is a question, a heading or ends with a colon, so that the sentence after it says what it is about."""
    return may_head(sentence.text) or _ASKS.search(sentence.text) is not None


def _neighbour(candidate: Candidate, among: Sequence[Candidate]) -> Candidate | None:
    """The sentence right before, where it belongs to the same passage."""
    return next(
        (other for other in among if other.hit is candidate.hit and other.position == candidate.position - 1),
        None,
    )


def standing_above(quote: Passage, opening: Candidate) -> tuple[Passage, ...]:
    """The heading and the head of a table that the quote's first sentence stands under, as slices of its document.

    Not those that the quote itself holds, nor what the document's title or its day of publication say as well.
    """
    title, published = _words(quote.document.title or ""), (quote.document.published or "")[:_DAY]
    above = (Passage(quote.document, start, end) for start, end in opening.block.under if end <= quote.start)
    return tuple(
        one for one in above if not (_words(one.text) <= title or (published and date_line(one.text) == published))
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def standing_alone(candidate: Candidate, among: Sequence[Candidate]) -> Passage:
    """The quote for a candidate: with the sentence before it when it begins with "He", "They" or "It" and both fit.

    A quote is never longer than 80 words; a sentence that alone is longer is cut after its 80th word.
    """
    before = _neighbour(candidate, among) if leans_on_the_one_before(candidate) else None
    if before is not None:
        together = Passage(candidate.sentence.document, before.sentence.start, candidate.sentence.end)
        if count_words(together) <= MAX_WORDS:
            return together
    return within_limit(candidate.sentence)
