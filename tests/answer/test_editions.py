"""What is newest speaks first: of editions of one thing, and where the latest is asked for."""

from pathlib import Path

import pytest

from answer.answering import answer
from answer.asked_time import latest
from answer.model import Answer
from answer.reading import Tools
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library


def answered(folder: Path, tools: Tools, question: str, documents: list[Document]) -> Answer:
    """The answer from a collection of these documents."""
    with Library(folder) as library:
        library.add("library", documents)
        return answer(question, Shelf(library, ["library"]), tools)


def first_title(folder: Path, tools: Tools, question: str, titles: tuple[str, ...]) -> str | None:
    """The title of the document quoted first, of documents that tell a price that differs."""
    documents = [
        Document(str(i), f"The price of a berth at the north pier is {40 + i} marks.", title=title)
        for i, title in enumerate(titles)
    ]
    return answered(folder, tools, question, documents).citations[0].document.title


@pytest.mark.parametrize(
    "titles",
    [
        ("Harbour prices 2023", "Harbour prices 2024"),
        ("Harbour prices 2024", "Harbour prices 2023"),
        ("Harbour prices v1.10", "Harbour prices v1.9"),
        ("Harbour prices, version 2", "Harbour prices, version 3"),
    ],
)
def test_the_newest_edition_is_quoted_first(tmp_path: Path, tools: Tools, titles: tuple[str, ...]) -> None:
    newest = max(titles, key=lambda title: ("10" in title, title))
    assert first_title(tmp_path, tools, "what is the price of a berth at the north pier", titles) == newest


def test_a_newer_edition_that_tells_it_of_another_thing_is_not_quoted_first(tmp_path: Path, tools: Tools) -> None:
    documents = [
        Document("a", "The fine for a late boat is 40 marks.", title="Harbour fines 2023"),
        Document("b", "The fine for a late bike is 45 marks.", title="Harbour fines 2024"),
    ]
    found = answered(tmp_path, tools, "what is the fine for a late boat", documents)
    assert "boat" in found.citations[0].quote


def test_the_edition_that_is_asked_for_is_quoted_first(tmp_path: Path, tools: Tools) -> None:
    titles = "Harbour prices 2023", "Harbour prices 2024"
    question = "what was the price of a berth at the north pier in 2023"
    assert first_title(tmp_path, tools, question, titles) == titles[0]


@pytest.mark.parametrize(
    ("asked", "value"),
    [("how many houses", "12"), ("how many houses so far", "90")],
)
def test_who_asks_for_the_latest_gets_the_newest_of_values_that_differ_first(
    tmp_path: Path, tools: Tools, asked: str, value: str
) -> None:
    documents = [
        Document("a", "The gale destroyed 12 houses in Port Vale.", published="2019-05-14"),
        Document("b", "By now the gale that hit Port Vale has destroyed 90 houses in all.", published="2019-05-20"),
    ]
    question = f"{asked} did the gale destroy in Port Vale"
    found = answered(tmp_path, tools, question, documents)
    assert value in found.citations[0].quote
    assert found.agreement is not None
    assert found.agreement.values[0].value == value


def test_the_newest_need_not_say_that_it_is_the_latest(tmp_path: Path, tools: Tools) -> None:
    documents = [
        Document("a", "The guild currently has 40 members.", published="2019-01-01"),
        Document("b", "Today the guild has 90 members.", published="2019-12-01"),
    ]
    found = answered(tmp_path, tools, "how many members does the guild currently have", documents)
    assert found.citations[0].document.key[1] == "b"


def test_the_newest_is_quoted_first_where_an_older_source_tells_the_same(tmp_path: Path, tools: Tools) -> None:
    documents = [
        Document("a", "The guild has 40 members now.", title="Note", published="2019-06-01"),
        Document("b", "The guild has 90 members now.", title="Autumn 2018 report", published="2019-01-01"),
        Document(
            "c",
            "The guild now has 90 members in all parts of the land.",
            title="Yearbook 2019 of all",
            published="2019-12-01",
        ),
    ]
    found = answered(tmp_path, tools, "how many members does the guild have now", documents)
    assert found.citations[0].document.title == "Yearbook 2019 of all"


@pytest.mark.parametrize(("question", "asked"), [("what was the final toll", True), ("who won the cup final", False)])
def test_the_final_count_is_the_latest_and_a_final_is_none(question: str, asked: bool) -> None:
    assert bool(latest(question)) == asked
