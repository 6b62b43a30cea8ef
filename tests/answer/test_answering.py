"""Answers over real stores and indexes: what is quoted, corrected, compared, and declined."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answer.answering import SENTENCES, answer, consider, dates_in
from answer.model import Answer
from answer.reading import Tools
from bot.desk import Shelf
from corpus.documents import Document, Passage
from index.library import Library
from tests.answer.conftest import REPORTS

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("when was the bridge closed to lorries", "closed the old iron bridge to lorries on Monday"),
        ("how many cracked rivets were counted", "340 cracked rivets"),
        ("who is the chief engineer", "Mara Lind, the chief engineer"),
        ("how long is the bridge", "420 metres long"),
        ("when did the bridge open", "opened in 1931"),
        ("how much will the repair cost", "2.5 million crowns"),
        ("when did the second ferry start", "on Thursday"),
    ],
)
def test_one_of_the_quotes_holds_the_answer(ask: Ask, question: str, held: str) -> None:
    assert any(held in citation.quote for citation in ask(question).citations)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("when did the bridge open", "opened"),
        ("when did the second ferry start", "started"),
        ("when did the second ferry begin", "started"),
        ("when did the second ferry strat", "started"),
        ("WHEN DID THE SECOND FERRY STRAT", "started"),
    ],
)
def test_a_quote_tells_where_it_names_the_event_asked_about(ask: Ask, question: str, named: str) -> None:
    citation = next(one for one in ask(question).citations if named in one.quote)
    assert named in {citation.document.text[start:end] for start, end in citation.events}


@pytest.mark.parametrize(
    "question",
    [
        "who won the chess championship in Reykjavik",
        "how do I bake sourdough bread",
        "what is the capital of Mongolia",
        "when did the offensive on Manbij start",
        "when did the second ferry end its service",
    ],
)
def test_what_the_corpus_does_not_say_is_declined(ask: Ask, question: str) -> None:
    assert not ask(question).answered


def test_a_declined_question_still_tells_its_confidence(ask: Ask) -> None:
    assert 0.0 <= ask("what is the capital of Mongolia").confidence < 0.5


def test_documents_that_hardly_speak_of_what_was_asked_are_not_recommended(ask: Ask) -> None:
    assert "bridge" in {one.id for one in ask("how many tables has the restaurant beside the old bridge").nearest}
    assert ask("which lorries won the chess tournament of the gardeners").nearest == ()


def test_words_that_no_document_holds_are_named(ask: Ask) -> None:
    assert "Mongolia" in ask("what is the capital of Mongolia").missing


def test_a_missing_word_that_tells_nothing_is_not_named(ask: Ask) -> None:
    assert ask("how many people make Mongolia their home").missing == ("Mongolia", "home")


def test_a_misspelt_word_is_read_as_the_corpus_writes_it(ask: Ask) -> None:
    answered = ask("when was the brigde closed to lorries")
    assert (answered.corrected, answered.answered) == ((("brigde", "bridge"),), True)


def test_a_word_of_general_english_is_never_taken_for_a_misspelling(ask: Ask) -> None:
    assert ask("what is the popular view of the sound").corrected == ()


def test_a_copy_of_a_quote_is_not_quoted_again(ask: Ask) -> None:
    quotes = [citation.quote for citation in ask("when did the second ferry start to carry lorries").citations]
    assert sum("A second ferry started" in quote for quote in quotes) == 1


def test_other_documents_with_the_same_sentence_are_named_with_the_quote(ask: Ask) -> None:
    citations = ask("when did the second ferry start to carry lorries").citations
    first = next(citation for citation in citations if "A second ferry started" in citation.quote)
    assert {first.document.id, *(other.id for other in first.also)} == {"ferry", "copy"}


def test_a_copy_of_a_report_neither_confirms_nor_contradicts_it(tmp_path: Path, tools: Tools) -> None:
    told = "The harbour office closed the old iron bridge to lorries on {}. "
    story = " ".join(f"Lorry number {n} from pier {n + 3} had to wait {n * 2} hours for the ferry." for n in range(40))
    first = Document("first", told.format("Monday") + story, published="2019-05-14")
    copied = Document("copied", told.format("Tuesday, it is said,") + story, published="2019-05-15")
    own = Document("own", told.format("Tuesday, it is said,") + "Nobody was hurt.", published="2019-05-15")
    for other, compared in ((copied, False), (own, True)):
        with Library(tmp_path / other.id) as library:
            library.add("library", [first, other])
            found = answer("when was the iron bridge closed to lorries", Shelf(library, ["library"]), tools)
        assert {one.document.id for one in found.citations} == {"first", other.id}
        assert (found.agreement is not None) is compared


def test_sources_that_name_different_days_disagree(ask: Ask) -> None:
    agreement = ask("when was the old iron bridge closed to lorries").agreement
    assert agreement is not None
    assert (agreement.kind, agreement.agrees) == ("date", False)
    assert {value.value for value in agreement.values} == {"2019-05-13", "2019-05-14"}


def test_without_a_publication_date_no_year_is_guessed(ask: Ask) -> None:
    citation = ask("when did the first ferry cross the sound").citations[0]
    assert [(date.phrase, date.value) for date in citation.dates] == [("last summer", "XXXX-SU")]


@pytest.mark.parametrize(("title", "head"), [("Skip plan 2024", "Rounds"), ("Skip plan", "Rounds of 2024")])
def test_a_day_in_a_quote_is_of_the_year_that_its_title_or_heading_says(title: str, head: str) -> None:
    document = Document("d", f"{head}\n\nThe hall.\n\nGarden waste: 9 April", title, published="2023-12-10")
    quote = Passage(document, document.text.index("Garden"), len(document.text))
    assert [date.value for date in dates_in(quote, quote.start)] == ["2024-04-09"]


def test_a_quote_that_begins_with_a_pronoun_takes_the_sentence_before_along(ask: Ask) -> None:
    quotes = [citation.quote for citation in ask("how many vehicles does the bridge carry a day").citations]
    assert quotes[0].startswith("The bridge, 420 metres long")


def test_a_short_form_finds_what_only_the_long_form_explains(ask: Ask) -> None:
    assert "600 lorries" in ask("how many lorries does the Sound Ferry Company expect").citations[0].quote


def test_the_same_question_gives_the_same_answer(ask: Ask) -> None:
    assert ask("who is the chief engineer") == ask("who is the chief engineer")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            "when who the old iron bridge ferry closed lorries Monday captain sound rivets @x 1931 ? 橋".split()
        ),
        max_size=12,
    )
)
def test_every_quote_is_a_slice_of_its_stored_document_and_at_most_80_words(
    shelf: Shelf, tools: Tools, words: list[str]
) -> None:
    answered = answer(" ".join(words), shelf, tools)
    for citation in answered.citations:
        stored = next(report for report in REPORTS if report.id == citation.document.id)
        assert citation.quote == stored.text[citation.sentence.start : citation.sentence.end]
        assert len(citation.quote.split()) <= 80
        assert all(stored.text[date.start : date.end] == date.phrase for date in citation.dates)


def test_a_sentence_of_more_than_80_words_is_quoted_with_its_first_80(tools: Tools, tmp_path: Path) -> None:
    text = "The lighthouse keeper " + " ".join(f"counted{i}" for i in range(120)) + "."
    with Library(tmp_path) as library:
        library.add("library", [Document(id="long", text=text, title="The lighthouse keeper")])
        considered = consider("lighthouse keeper counted3", Shelf(library, ["library"]), tools, quotes=3)
        quotes = [one.quote.text for one in considered.chosen]
    assert [len(quote.split()) for quote in quotes] == [80]
    assert text.startswith(quotes[0])


def test_a_likely_sentence_beside_the_last_quote_is_quoted_along_with_it(tools: Tools, tmp_path: Path) -> None:
    why = "The mill burned down because a lamp fell. The lamp fell because the floor of the mill had given way."
    with Library(tmp_path) as library:
        library.add("library", [Document("mill", f"{why} Nobody was hurt.", "The mill"), Document("sea", "It rained.")])
        considered = consider("why did the mill burn down", Shelf(library, ["library"]), tools, quotes=1)
    assert [one.quote.text for one in considered.chosen] == [why]


def test_of_many_sentences_those_that_speak_of_the_question_are_weighed(tools: Tools, tmp_path: Path) -> None:
    said = "The heron counted on the weir in spring was a night heron."
    rows = [f"Bird number {n} on the weir was a duck." for n in range(60)]
    with Library(tmp_path) as library:
        library.add("library", [Document("birds", " ".join([*rows, said, *rows]))])
        considered = consider("which heron was counted on the weir", Shelf(library, ["library"]), tools, quotes=3)
    assert len(considered.ranked) == SENTENCES
    assert considered.ranked[0].candidate.sentence.text == said
