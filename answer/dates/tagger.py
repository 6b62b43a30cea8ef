"""The tagger: from a text and the day it was written to its temporal expressions."""

from dataclasses import replace
from datetime import date

from answer.dates.anchors import Anchor, Resolved, full_date
from answer.dates.expression import DateExpression
from answer.dates.grammar import mentions
from answer.dates.manner import Manner, manner_of
from answer.dates.meanings import Known, Mention, Range
from answer.dates.nearest import ON_OR_BEFORE
from answer.dates.ranges import AND, with_shared_years
from answer.dates.resolution import resolve
from answer.dates.speech import enclosing, quotations, spoken_on
from answer.dates.story import Story
from answer.dates.tense import Leaning, leaning
from answer.dates.titles import Titles
from answer.dates.values import span

_SIDES: tuple[Leaning, Leaning] = ("back", "ahead")


def find_dates(text: str, written_on: date | None, above: str = "") -> list[DateExpression]:
    """The temporal expressions of an English text in the order of their start; none overlaps another.

    `written_on` is the day the text was published; without it nothing that counts from that day gets a full value.
    `above` is what stands above the text, its title first: only the year that a title says is read from it.
    """
    found = with_shared_years(text, list(mentions(text)))
    reader = _Reader(text, written_on, found, above)
    return [expression for mention in found for expression in reader.read(mention)]


class _Reader:
    """Reads the mentions in their order and remembers the date last told.

    `before` is the end of the mention before, and which way it looks: one joined to it looks there as well.
    """

    def __init__(self, text: str, written_on: date | None, found: list[Mention], above: str) -> None:
        self.text, self.written_on, self.found = text, written_on, found
        self.manner: Manner = manner_of(found, written_on)
        self.quoted = quotations(text) if found else []
        self.titles, self.below = Titles(f"{above}\n{text}") if found else Titles(""), len(above) + 1
        self.written_words = f"published {full_date(written_on)}" if written_on else ""
        self.story = Story(text, found)
        self.before: tuple[int, Leaning] = 0, "open"

    def read(self, mention: Mention) -> list[DateExpression]:
        """The expression of a mention, or the two of a range that is cut."""
        anchor = self._anchor(mention)
        value, basis = resolve(mention.meaning, anchor)
        if value:
            self.story.tell(mention, value)
        if mention.cut is None or not isinstance(mention.meaning, Range):
            return [self._expression(mention, mention.start, mention.end, (value, basis), anchor)]
        stop, start = mention.cut
        first, slash, last = (value or "").partition("/")
        since = (first, basis) if slash else resolve(mention.meaning.first, anchor)
        until = (last, basis) if slash else resolve(mention.meaning.last, anchor)
        return [
            self._expression(mention, mention.start, stop, since, anchor),
            self._expression(mention, start, mention.end, until, anchor),
        ]

    def _expression(self, mention: Mention, start: int, end: int, resolved: Resolved, anchor: Anchor) -> DateExpression:
        assumed = anchor.outdated or (anchor.leans == "open" and ON_OR_BEFORE in resolved[1])
        assumed = assumed or (anchor.leans == "announced" and _tense_decides(mention, anchor))
        return DateExpression(self.text[start:end], start, end, mention.type, *resolved, assumed)

    def _anchor(self, mention: Mention) -> Anchor:
        told, written, words = self.story.told, self.written_on, self.written_words
        stretch = enclosing(self.quoted, mention.start)
        unspoken = stretch is not None
        if stretch and (spoken := spoken_on(self.text, stretch, self.found)):
            value, _ = resolve(spoken.meaning, self._plain(written, words, spoken))
            if value and (day := span(value)):
                written, unspoken = day[0], False
                words = f"spoken {full_date(day[0])} (“{self.text[spoken.start : spoken.end]}”)"
        told_here, told_day = self.story.told_in_sentence(mention.start), self.story.one_day_told(mention.start)
        told_year = told_here and told is not None and told.year_named
        tensed = self.manner == "news" and not isinstance(mention.meaning, Known)
        leans = leaning(self.text, mention.start, mention.end) if tensed else "open"
        if leans == "open" and tensed and AND.fullmatch(self.text, self.before[0], mention.start):
            leans = self.before[1]
        self.before = mention.end, leans
        point, told_words = (told.point, told.words) if told else (None, "")
        week = self.story.week_told(mention.start)
        title = self.titles.over(self.below + mention.start)
        return Anchor(
            written, words, self.manner, point, told_words, told_here, told_year, told_day, leans, unspoken, week, title
        )

    def _plain(self, written: date | None, words: str, mention: Mention) -> Anchor:
        leans = leaning(self.text, mention.start, mention.end)
        return Anchor(written, words, "news", None, "", False, False, False, leans, False)


def _tense_decides(mention: Mention, anchor: Anchor) -> bool:
    """Whether the value rests on which way the clause looks, as that of "Monday" does, but not "next Monday"."""
    back, ahead = (resolve(mention.meaning, replace(anchor, leans=leans))[0] for leans in _SIDES)
    return back != ahead
