"""Citations of whole texts, what is compared of them, and what that gives; for tests."""

import re

from answer.comparison.agreement import agreement
from answer.comparison.said import Said
from answer.dates import find_dates
from answer.model import Agreement, Citation, Kind, Question
from corpus.documents import Document, Passage


def cite(text: str, words: str = "", published: str | None = "2018-09-11") -> Citation:
    """A citation of the whole text, in which these words of the question are matched and name the event asked about.

    Without words every word of the text does.
    """
    document = Document("d", "Heading. " + text, published=published)
    quote = Passage(document, len("Heading. "), len(document.text))
    matched = [
        (quote.start + place.start(), quote.start + place.end())
        for word in words.split()
        for place in re.finditer(rf"\b{word}\b", text)
    ]
    dates = tuple(one for one in find_dates(document.text, document.written_on) if one.start >= quote.start)
    events = matched or [
        (quote.start + place.start(), quote.start + place.end()) for place in re.finditer(r"\w+", text)
    ]
    return Citation(quote, dates, tuple(matched), events=tuple(events))


def compared(kind: Kind, *citations: Citation, asked: str = "", noun: str = "") -> Agreement | None:
    """The agreement of citations on a question of a kind, which counts this noun."""
    question = Question(asked, asked, kind, {}, (noun,) if noun else ())
    said = {position: _said(citation, noun) for position, citation in enumerate(citations)}
    return agreement(question, said)


def _said(citation: Citation, noun: str) -> Said:
    return Said(citation, tuple(place.span() for place in re.finditer(noun, citation.quote)) if noun else ())


def values(found: Agreement | None) -> list[tuple[str, tuple[int, ...]]]:
    return [(value.value, value.citations) for value in found.values] if found else []
