"""Answers built by hand, for the tests of what becomes of them in Discord."""

from answer.dates import DateExpression
from answer.model import Agreement, Answer, Citation, Kind, Question, Value
from corpus.documents import Document, Passage

QUOTE = "The force opened its assault on the town on Monday, its spokesman said."


def document(quote: str = QUOTE, **known: str | None) -> Document:
    """A document that holds the quote between two other sentences."""
    fields: dict[str, str | None] = {
        "title": "Assault begins",
        "publisher": "The Example",
        "published": "2018-09-11",
        "url": "https://example.org/assault",
    }
    fields |= known
    return Document(id=fields.pop("id", None) or "d1", text=f"Before it. {quote} After it.", **fields)  # type: ignore[arg-type]  # only text fields are given


def citation(
    quote: str = QUOTE, words: tuple[str, ...] = (), value: str | None = None, **known: str | None
) -> Citation:
    """A citation of the quote with these words matched, which name the event, and "on Monday" resolved to the value."""
    source = document(quote, **known)
    start = source.text.index(quote)
    spans = tuple((start + quote.index(word), start + quote.index(word) + len(word)) for word in words)
    dates: tuple[DateExpression, ...] = ()
    if value:
        at = start + quote.index("on Monday")
        basis = "published 2018-09-11; nearest Monday on or before"
        dates = (DateExpression("on Monday", at, at + len("on Monday"), "DATE", value, basis),)
    return Citation(Passage(source, start, start + len(quote)), dates, spans, events=spans)


def answer(*citations: Citation, kind: Kind = Kind.WHEN, text: str = "when did the assault start") -> Answer:
    """An answer of these citations; a date agreement where two of them give one."""
    dates = {position: c.dates[0].value for position, c in enumerate(citations) if c.dates}
    agreement = None
    if len(dates) > 1:
        values = {value or "": tuple(p for p, v in dates.items() if v == value) for value in dates.values()}
        agreement = Agreement("date", len(values) == 1, tuple(Value(v, at) for v, at in values.items()))
    return Answer(Question(text, text, kind, {}), citations, 0.9, agreement)
