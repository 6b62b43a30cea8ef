"""The tagger: from a text and the day it was written to its temporal expressions."""

import re
from dataclasses import dataclass
from datetime import date

from answer.dates.anchors import Anchor, full_date, resolve
from answer.dates.expression import DateExpression
from answer.dates.grammar import mentions
from answer.dates.manner import Manner, manner_of
from answer.dates.meanings import Known, Mention, Shift, looks_back
from answer.dates.speech import enclosing, quotations, spoken_on
from answer.dates.tense import leaning
from answer.dates.values import Point, point_of, span

_NEAR = 200
_LEAP = 10
_OPENS = re.compile(r"(?:^|\n|[.!?][\"”)]?\s)\s*(?:(?:In|By|On|From|During|Since|At|After)\s)?$")


def find_dates(text: str, written_on: date | None) -> list[DateExpression]:
    """The temporal expressions of an English text in the order of their start; none overlaps another.

    `written_on` is the day the text was published; without it nothing that counts from that day gets a full value.
    """
    found = list(mentions(text))
    reader = _Reader(text, written_on, found, manner_of(found, written_on), quotations(text) if found else [])
    return [reader.read(mention) for mention in found]


@dataclass(slots=True)
class _Told:
    """The date last told, the phrase that told it and where."""

    point: Point
    words: str
    at: int


class _Reader:
    """Reads the mentions in their order and remembers the date last told."""

    def __init__(
        self, text: str, written_on: date | None, found: list[Mention], manner: Manner, quoted: list[tuple[int, int]]
    ) -> None:
        self.text, self.written_on, self.found, self.manner, self.quoted = text, written_on, found, manner, quoted
        self.written_words = f"published {full_date(written_on)}" if written_on else ""
        self.told: _Told | None = None

    def read(self, mention: Mention) -> DateExpression:
        value, basis = resolve(mention.meaning, self._anchor(mention))
        phrase = self.text[mention.start : mention.end]
        if mention.type in ("DATE", "TIME") and value and not looks_back(mention.meaning):
            self._remember(value, phrase, mention)
        return DateExpression(phrase, mention.start, mention.end, mention.type, value, basis)

    def _anchor(self, mention: Mention) -> Anchor:
        told, written, words = self.told, self.written_on, self.written_words
        stretch = enclosing(self.quoted, mention.start)
        unspoken = stretch is not None
        if stretch and (spoken := spoken_on(self.text, stretch, self.found)):
            value, _ = resolve(spoken.meaning, self._plain(written, words, spoken))
            if value and (day := span(value)):
                written, unspoken = day[0], False
                words = f"spoken {full_date(day[0])} (“{self.text[spoken.start : spoken.end]}”)"
        here = told is not None and self._same_sentence(told.at, mention.start)
        tensed = self.manner == "news" and not isinstance(mention.meaning, Known | Shift)
        leans = leaning(self.text, mention.start, mention.end) if tensed else "open"
        point, told_words = (told.point, told.words) if told else (None, "")
        return Anchor(written, words, self.manner, point, told_words, here, leans, unspoken)

    def _plain(self, written: date | None, words: str, mention: Mention) -> Anchor:
        leans = leaning(self.text, mention.start, mention.end)
        return Anchor(written, words, "news", None, "", False, leans, False)

    def _same_sentence(self, told_at: int, at: int) -> bool:
        between = self.text[told_at:at] if at - told_at <= _NEAR else "\n"
        return "\n" not in between and ". " not in between

    def _digresses(self, told: Point, point: Point, mention: Mention) -> bool:
        """A leap of many years in the middle of a sentence, or a date in brackets, is a glance aside."""
        line = self.text.rfind("\n", max(0, mention.start - _NEAR), mention.start) + 1
        opened = self.text.rfind("(", max(line, mention.start - 60), mention.start)
        if opened >= 0 and self.text.find(")", opened, mention.start) < 0:
            closed = self.text.find(")", mention.end, mention.end + 60)
            return closed >= 0 and not self.text[closed + 1 : closed + 3].startswith("\n")
        if abs(point.year - told.year) <= _LEAP:
            return False
        lead = self.text[max(0, mention.start - 12) : mention.start]
        return not _OPENS.search(lead)

    def _remember(self, value: str, phrase: str, mention: Mention) -> None:
        """A less precise mention of the same time does not blur the date last told."""
        point = point_of(value.split("/")[0])
        if point is None or (self.told and self._digresses(self.told.point, point, mention)):
            return
        if self.told and point.covers(self.told.point):
            point = self.told.point
            phrase = self.told.words
        self.told = _Told(point, phrase, mention.end)
