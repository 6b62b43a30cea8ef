"""Given a quote of several times, then an answer leads with one only where it is that of the event asked about."""

import re

import pytest

from answer.dates import find_dates
from answer.leading import lead
from answer.model import Agreement, Answer, Citation, Kind, Question, Value
from corpus.documents import Document, Passage


def answered(text: str, words: str, event: str, confidence: float = 0.9, agreement: Agreement | None = None) -> Answer:
    """An answer to a question for a time: the whole text, with the words and the event of the question marked in it."""
    document = Document("d", text, published="2018-09-11")
    dates = tuple(find_dates(text, document.written_on))
    citation = Citation(Passage(document, 0, len(text)), dates, _places(words, text), (), _places(event, text))
    return Answer(Question("", "", Kind.WHEN, {}), (citation,), confidence, agreement)


def _places(words: str, text: str) -> tuple[tuple[int, int], ...]:
    return tuple(place.span() for word in words.split() for place in re.finditer(rf"\b{word}\b", text))


FELL = "The town fell on Monday after the army attacked in June."


def test_an_answer_leads_with_the_date_of_the_event() -> None:
    assert lead(answered(FELL, "town fell", "fell")) == "2018-09-10"


def test_no_date_of_something_else_leads() -> None:
    assert lead(answered(FELL, "town", "founded")) is None


def test_the_day_of_a_vote_is_not_that_of_what_it_decides() -> None:
    text = "The owners voted last night to close the mill at the end of November."
    assert lead(answered(text, "mill close", "close")) == "2018-11"


def test_a_date_leads_only_in_the_sentence_of_the_event() -> None:
    text = "On 3 May the club turns ten. There will be a parade. A dance was held in April."
    assert lead(answered(text, "parade club", "parade")) is None


def test_what_another_thing_is_of_is_not_what_happened() -> None:
    text = "A victim of the flood died yesterday. The mill reopened on Monday."
    assert lead(answered(text, "flood", "flood")) is None
    assert (
        lead(answered("The day of the flood on Sunday was mild. It rained on Monday.", "flood", "flood"))
        == "2018-09-09"
    )


def test_the_only_date_of_a_quote_leads_where_it_is_surely_the_answer() -> None:
    text = "The society was an early club, begun in 1881."
    assert lead(answered(text, "society", "founded", 0.9)) == "1881"
    assert lead(answered(text, "society", "founded", 0.6)) is None


def test_the_only_day_beside_one_that_repeats_does_not_lead_for_what_it_does_not_date() -> None:
    text = "The ferry runs on Sundays. The works end in June 2019."
    assert lead(answered(text, "ferry Sundays works", "goes")) is None


def test_a_part_of_a_day_that_is_not_known_does_not_lead() -> None:
    assert lead(answered("The town fell at night.", "town fell", "fell")) is None


def test_a_day_that_is_only_assumed_does_not_lead() -> None:
    assert lead(answered("Puzzles for the town on Monday.", "puzzles town", "town")) is None


def test_an_answer_that_is_more_likely_wrong_leads_with_nothing() -> None:
    assert lead(answered(FELL, "town fell", "fell", 0.4)) is None


def test_an_answer_whose_sources_disagree_leads_with_nothing() -> None:
    apart = Agreement("date", False, (Value("2018-09-10", (0,)), Value("2018-09-08", (1,))))
    assert lead(answered(FELL, "town fell", "fell", agreement=apart)) is None


def test_an_answer_without_quotes_leads_with_nothing() -> None:
    assert lead(Answer(Question("", "", Kind.WHEN, {}), (), 0.1)) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.WHEN])
def test_only_a_question_for_a_time_is_led(kind: Kind) -> None:
    citation = answered(FELL, "town fell", "fell").citations[0]
    assert lead(Answer(Question("", "", kind, {}), (citation,), 0.9)) is None
