"""Questions that a document asks itself, as a heading, and questions for a place or a year."""

from pathlib import Path

import pytest

from answer.answering import ASKED_ALIKE, Considered, consider
from answer.certainty import evidence
from answer.reading import Tools
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library

HANDBOOK = Document(
    "faq",
    "Where do you row?\n\nOn the canal, behind the old gasworks.\n\n"
    "What does it cost?\n\nThe year is 60 crowns for adults, half of that for pupils.\n\n"
    "How do I join?\n\nCome along on a Thursday and ask for Petra.\n\n"
    "Oars\n\nWet oars may lie under the stairs. In 2019 the club bought twelve of them.",
    "Rowing club",
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    library = Library(tmp_path)
    library.add("library", [HANDBOOK])
    return Shelf(library, ["library"])


def considered(question: str, shelf: Shelf, tools: Tools) -> Considered:
    return consider(question, shelf, tools, quotes=3)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("where do you row?", "On the canal"),
        ("what does it cost", "60 crowns"),
        ("hey, how can i join", "ask for Petra"),
        ("how do i jion", "ask for Petra"),
    ],
)
def test_what_stands_under_the_very_question_answers_it(question: str, said: str, shelf: Shelf, tools: Tools) -> None:
    found = considered(question, shelf, tools)
    assert found.confidence >= ASKED_ALIKE
    assert said in found.chosen[0].quote.text


@pytest.mark.parametrize(
    "question",
    ["when do you row", "how do I leave", "why does it cost so much", "what does it not cost", "how do I join in"],
)
def test_another_question_about_the_same_is_not_sure_to_be_answered(question: str, shelf: Shelf, tools: Tools) -> None:
    assert considered(question, shelf, tools).confidence < ASKED_ALIKE


def test_a_place_needs_no_name_to_be_where_something_is(shelf: Shelf, tools: Tools) -> None:
    lacking = {
        scored.candidate.sentence.text: scored.features["lacks expected"]
        for scored in considered("where may wet oars lie", shelf, tools).ranked
    }
    assert lacking["Wet oars may lie under the stairs."] == 0.0
    assert lacking["The year is 60 crowns for adults, half of that for pupils."] == 1.0


@pytest.mark.parametrize(("year", "unsaid"), [(2019, 0.0), (2021, 1.0)])
def test_a_year_that_is_asked_and_not_told_is_evidence(year: int, unsaid: float, shelf: Shelf, tools: Tools) -> None:
    found = considered(f"how many oars did the club buy in {year}", shelf, tools)
    assert evidence(found.weighted, found.ranked, frozenset(), frozenset())["year unsaid"] == unsaid
