"""What a timeline tells of a topic, and in which order."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from answer.reading import Tools
from answer.timeline import Timeline, timeline
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library

Told = Callable[..., Timeline]


def report(id: str, text: str, published: str | None = "2019-05-14", title: str = "Harbour news") -> Document:
    return Document(id, text, title, published=published)


@pytest.fixture
def told(tmp_path: Path, tools: Tools) -> Iterator[Told]:
    """The timeline of a topic over these documents."""
    with Library(tmp_path) as library:

        def over(topic: str, *documents: Document) -> Timeline:
            library.add("library", documents)
            return timeline(topic, Shelf(library, ["library"]), tools)

        yield over


def values(found: Timeline) -> list[str | None]:
    return [entry.date.value for entry in found.entries]


def quotes(found: Timeline) -> list[str]:
    return [entry.quote.text for entry in found.entries]


def test_entries_stand_in_calendar_order_whatever_the_order_of_publication(told: Told) -> None:
    found = told(
        "bridge",
        report("a", "The bridge was closed on Monday."),
        report("b", "The bridge opened in 1931.", "2019-06-02"),
        report("c", "Engineers inspected the bridge on 3 March 2019.", "2019-03-04"),
    )
    assert values(found) == ["1931", "2019-03-03", "2019-05-13"]


def test_a_quote_is_the_slice_of_its_document(told: Told) -> None:
    (entry,) = told("bridge", report("a", "A first line.\n\nThe bridge was closed on Monday.")).entries
    assert entry.quote.text == entry.quote.document.text[entry.quote.start : entry.quote.end]
    assert entry.quote.document.text[entry.date.start : entry.date.end] == "Monday"


def test_years_before_christ_come_first(told: Told) -> None:
    found = told("walls", report("a", "The walls fell in 480 BC."), report("b", "New walls rose in 1310."))
    assert values(found) == ["BC0480", "1310"]


def test_dates_that_are_not_known_come_last(told: Told) -> None:
    found = told(
        "bridge",
        report("a", "The bridge was painted on Friday.", None),
        report("b", "The bridge was closed on Monday."),
    )
    assert [(entry.date.phrase, entry.known) for entry in found.entries] == [("Monday", True), ("Friday", False)]


def test_near_duplicates_are_told_once_by_whoever_published_first(told: Told) -> None:
    found = told(
        "ferry",
        report("late", "A second ferry started to carry lorries across the sound on Thursday.", "2019-05-21"),
        report("early", "A second ferry started to carry lorries over the sound on Thursday.", "2019-05-17"),
    )
    (entry,) = found.entries
    assert (entry.quote.document.id, entry.date.value) == ("early", "2019-05-16")
    assert [document.id for document in entry.also] == ["late"]


def test_the_same_words_about_two_days_are_two_entries(told: Told) -> None:
    found = told(
        "crane",
        report("a", "The crane lifted forty crates on 3 May 2019."),
        report("b", "The crane lifted forty crates on 4 May 2019."),
    )
    assert values(found) == ["2019-05-03", "2019-05-04"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is now open.",
        "The bridge was recently painted.",
        "The repair of the bridge takes nine months.",
        "The bridge is washed every Friday.",
        "The bridge is old.",
    ],
)
def test_what_tells_no_time_of_the_calendar_is_left_out(told: Told, text: str) -> None:
    assert told("bridge", report("a", text)).entries == ()


def test_a_sentence_that_only_shares_a_light_word_is_not_about_the_topic(told: Told) -> None:
    found = told(
        "Mara Lind's bridge",
        report("a", "Mara Lind had the bridge closed on Monday."),
        report("b", "A card game of bridge was played on Sunday.", title="Games"),
    )
    assert quotes(found) == ["Mara Lind had the bridge closed on Monday."]


def test_the_title_can_name_the_topic_that_a_sentence_continues(told: Told) -> None:
    found = told(
        "ferry timetable",
        report("a", "The new timetable begins on 1 June 2019.", title="Second ferry for the sound"),
    )
    assert values(found) == ["2019-06-01"]


def test_a_sentence_is_dated_by_the_date_of_the_topic_s_own_clause(told: Told) -> None:
    found = told("bridge opened", report("a", "The bridge, which opened in 1931, was closed on Monday."))
    assert values(found) == ["1931"]


@pytest.mark.parametrize("topic", ["zeppelin", "the of and", "?!"])
def test_a_topic_that_nothing_is_about_has_no_entries(told: Told, topic: str) -> None:
    assert told(topic, report("a", "The bridge was closed on Monday.")).entries == ()
