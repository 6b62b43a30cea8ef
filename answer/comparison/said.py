"""What one quote says of what is asked: the value that it gives, and when and of what it does."""

import re
from dataclasses import dataclass

from answer.comparison.agents import doer, lone_name
from answer.comparison.asked_amount import Wanted, asked_amount, asked_score
from answer.comparison.narrowing import Narrowed, narrowed
from answer.comparison.scores import Score
from answer.dates import span
from answer.model import Citation
from answer.numbers import Amount
from corpus.spans import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # "Fees 2024", "3 May 2024"


@dataclass(frozen=True, slots=True)
class Said:
    """A quote that may be compared, with the spans in it, from its start, of the word whose number or doer is asked."""

    citation: Citation
    asked: tuple[Span, ...] = ()

    @property
    def matched(self) -> list[Span]:
        """The spans of the question's own words."""
        return [self.citation.within(*place) for place in self.citation.matched]

    @property
    def dated(self) -> list[Span]:
        """The spans of the dates that tell when; a length of time is an amount."""
        told = (date for date in self.citation.dates if date.type != "DURATION")
        return [self.citation.within(date.start, date.end) for date in told]

    def years(self, dated: bool) -> frozenset[str]:
        """The years that its title and what it stands under name; if its dates are not what is asked, these too."""
        under = [self.citation.document.title or "", *(above.text for above in self.citation.under)]
        dates = [date.phrase for date in self.citation.dates] if dated else []
        return frozenset(year for text in (*under, *dates) for year in _YEAR.findall(text))

    def narrowed(self, place: Span, *, dated: bool) -> Narrowed:
        """What the clause of a value, at a span of the quote, tells of it; its days, too, where it is not `dated`."""
        known = [] if dated else [one for one in self.citation.dates if one.points]
        periods = ((one, span(one.value or "")) for one in known)
        days = [(self.citation.within(one.start, one.end), period) for one, period in periods if period]
        return narrowed(self.citation.quote, place, self.dated, days, [*self.matched, *self.asked])

    def doer(self, deed: str | None) -> Span | None:
        """Where it tells who did what is asked, or else the one name that can be meant."""
        quote = self.citation.quote
        did = doer(quote, deed, self.asked, self.dated) if deed else None
        return did or lone_name(quote, self.matched, self.dated)

    def amount(self, asks: Wanted) -> Amount | None:
        """The amount in it that is asked for."""
        return asked_amount(self.citation.quote, asks, self.dated, self.matched, self.asked)

    def score(self) -> Score | None:
        """The score in it that is asked for."""
        return asked_score(self.citation.quote, self.dated, self.matched)
