"""The date that an answer leads with: only one that its quote gives for what was asked."""

import re

from answer.clauses import own_date
from answer.comparison.agreement import asked_date
from answer.dates import DateExpression
from answer.model import Answer, Citation, Kind
from corpus.sentences import sentences

_SURE = 0.7
"""The confidence from which a quote's only date leads though the event asked about is not named beside it. On two sets
of people's questions 26 of 29 such dates were right, and all but one of the 29 were of this confidence or more."""
_OF_IT = re.compile(r"\bof\s+(?:(?:the|this|that|its|his|her|their)\s+)?$", re.IGNORECASE)
_OF_ANY_DAY = re.compile(r"XXXX-XX-XXT\D")  # "night", of a day that is not known
_AT_ONCE = re.compile(r"\s+(?:(?:on|in|of|at)\s+)?(?:the\s+)?", re.IGNORECASE)


def lead(answer: Answer) -> str | None:
    """The date that the first quote gives for what was asked, to be said first; None for questions that ask no date.

    None, too, where the sources disagree, since none of their values may stand above the others, where it is not
    sure that the quote answers at all, where its date may be that of something else, and where it is only assumed.
    """
    disputed = answer.agreement is not None and not answer.agreement.agrees
    if not answer.citations or answer.question.kind is not Kind.WHEN or disputed or answer.unsure:
        return None
    first = answer.citations[0]
    date = asked_date(first)
    if date is None or date.assumed or _OF_ANY_DAY.match(date.value or ""):
        return None
    alone = answer.confidence >= _SURE and len([one for one in first.dates if one.points or one.type == "SET"]) == 1
    return date.value if alone or _dates_the_event(date, first) else None


def _dates_the_event(date: DateExpression, citation: Citation) -> bool:
    """Whether the words for the event that is asked about stand in the sentence of a date, and no other is theirs."""
    text = citation.quote
    dates = [one for one in citation.dates if one.points]
    spans = [citation.within(one.start, one.end) for one in dates]
    events = [citation.within(*place) for place in citation.events if _happens(citation, *place)]
    position = own_date(text, spans, events)
    if position is None or dates[position] != date:
        return False
    sentence = next(((s, e) for s, e in sentences(text) if s <= spans[position][0] < e), (0, len(text)))
    return any(sentence[0] <= place < sentence[1] for place, _ in events)


def _happens(citation: Citation, start: int, end: int) -> bool:
    """Whether a word for the event is told of itself, not as what another thing is of ("a victim of the flood")."""
    text = citation.document.text
    dated = any(_AT_ONCE.fullmatch(text, end, date.start) for date in citation.dates)
    return dated or not _OF_IT.search(text[citation.sentence.start : start])
