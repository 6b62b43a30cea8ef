"""Words of a question that no document holds: which are mended, which are missing, which are short forms."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from answer.aliases import parse
from answer.answering import answer, consider
from answer.model import Answer
from answer.question import understand
from answer.reading import Tools, read
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library

NOTES = (
    Document("salt", "The coven had to try salt from the mol. The stone weir of Larson held: Larson built it well."),
    Document("final", "Some 70,000 people came to watch the super bowl in Seaford that summer."),
    Document("war", "The Second World War ended in Europe in May 1945.", "Second World War"),
    Document("claims", "The circus asked for reparations when its elephants fled, and repeated it in June."),
    Document("clinic", "The delivery of the influenza vaccine to the clinic took nine days; log_size stayed at 40."),
    Document(
        "state", "The Islamic State left the town in the river valley in March; its soldiers left too, and many of us."
    ),
)

Mended = Callable[[str], tuple[dict[str, str], tuple[str, ...]]]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    library = Library(tmp_path)
    library.add("library", NOTES)
    return Shelf(library, ["library"])


@pytest.fixture
def mended(shelf: Shelf, tools: Tools) -> Mended:
    """The words mended, with what they were read as, and the words missing, of a question."""

    def mend(question: str) -> tuple[dict[str, str], tuple[str, ...]]:
        reading = read(understand(question, tools.analyzer), shelf, tools)
        return dict(reading.corrected), reading.missing

    return mend


@pytest.fixture
def ask(shelf: Shelf, tools: Tools) -> Callable[[str], Answer]:
    return lambda question: answer(question, shelf, tools)


def test_of_forms_that_equally_many_passages_hold_the_first_of_the_list_is_searched(shelf: Shelf, tools: Tools) -> None:
    """Not another one in each run, as the order of a set would have it."""
    forms = ["stone", "coven", "elephants", "circus", "vaccine", "delivery", "soldiers", "valley"]
    for first in forms:
        listed = parse(" = ".join(["qworl", first, *forms]), tools.analyzer)
        reading = read(understand("where is qworl", tools.analyzer), shelf, replace(tools, aliases=listed))
        assert set(reading.question.weights) == set(tools.analyzer.terms(first))


@pytest.mark.parametrize("word", ["molasses", "slats", "rivet", "Coventry"])
def test_a_word_of_english_that_no_document_holds_is_missing_and_never_mended(mended: Mended, word: str) -> None:
    corrected, missing = mended(f"what is {word}")
    assert (corrected, missing) == ({}, (word,))


def test_a_word_seldom_met_is_mended_to_one_met_far_oftener(mended: Mended, tools: Tools) -> None:
    assert "sumer" in tools.english
    assert mended("who came in sumer")[0] == {"sumer": "summer"}


def test_a_name_is_mended_to_a_name_and_not_to_a_common_word(mended: Mended) -> None:
    assert mended("who is Larsson") == ({"Larsson": "larson"}, ())
    assert mended("who is Stonr") == ({}, ("Stonr",))
    assert mended("what is stonr") == ({"stonr": "stone"}, ())


def test_a_word_written_as_it_sounds_is_mended(mended: Mended) -> None:
    assert mended("where did the elefants go")[0] == {"elefants": "eleph"}


def test_a_slip_of_a_real_word_comes_before_a_chance_one(mended: Mended) -> None:
    assert mended("who paid reperations")[0] == {"reperations": "repar"}


def test_words_written_together_are_parted_where_a_document_has_them_side_by_side(mended: Mended) -> None:
    assert mended("where was the superbowl")[0].keys() == {"superbowl"}
    assert mended("where was the superriver") == ({}, ("superriver",))


def test_a_word_that_documents_write_in_another_form_is_neither_missing_nor_mended(mended: Mended) -> None:
    assert mended("who delivered flu jabs for daesh") == ({}, ("jabs",))


@pytest.mark.parametrize("asked", ["how many days until the flu vaccine was delivered", "how much flu vaccine came"])
def test_a_sentence_is_found_by_another_form_of_its_words(ask: Callable[[str], Answer], asked: str) -> None:
    assert "influenza" in ask(asked).citations[0].quote


def test_what_people_say_in_several_words_is_found_by_the_one_that_a_text_has(
    mended: Mended, ask: Callable[[str], Answer]
) -> None:
    assert mended("why did the elephants run away") == ({}, ())
    assert "fled" in ask("why did the elephants run away").citations[0].quote


def test_an_identifier_that_no_document_holds_is_missing_though_its_words_are_there(mended: Mended) -> None:
    assert mended("what is log_size") == ({}, ())
    assert mended("what is log_days") == ({}, ("log_days",))


def test_a_form_of_a_word_with_a_common_stem_is_mended_too(mended: Mended) -> None:
    assert mended("where did the soliders go")[0] == {"soliders": "soldier"}


def test_no_word_is_mended_to_a_word_of_grammar(mended: Mended) -> None:
    assert mended("what was aded") == ({}, ("aded",))


@pytest.mark.parametrize("asked", ["when did World War 2 end", "when did world war two end", "when did wwii end"])
def test_a_war_is_found_by_its_number_however_written(ask: Callable[[str], Answer], asked: str) -> None:
    assert "May 1945" in ask(asked).citations[0].quote


@pytest.mark.parametrize(
    ("asked", "known"), [("who left isis", True), ("WHO LEFT ISIS", True), ("is it for us", False)]
)
def test_a_short_form_is_known_in_any_case_but_where_it_is_a_common_word(
    shelf: Shelf, tools: Tools, asked: str, known: bool
) -> None:
    names = consider(asked, shelf, tools, quotes=3).found.names
    assert bool(names) is known
