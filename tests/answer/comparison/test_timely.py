"""What has only taken another's place does not disagree with it; where the newest is asked for, it is cited first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from answer.answering import answered, consider
from answer.model import Answer
from answer.reading import Tools
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library

Ask = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path, tools: Tools) -> Ask:
    """What is answered with good confidence, given texts and the days on which they were published."""

    def answer(question: str, *told: tuple[str, str | None]) -> Answer:
        documents = [Document(str(i), text, published=published) for i, (text, published) in enumerate(told)]
        with Library(tmp_path) as library:
            library.add("library", documents)
            considered = consider(question, Shelf(library, ["library"]), tools, quotes=3)
            return answered(replace(considered, confidence=0.9), tools.analyzer)

    return answer


OLD = "In the old town hall the next session of the council is held on 12 May 2019."
NEW = "The next session of the council is on 9 June 2019."


@pytest.mark.parametrize(
    ("may", "june"), [(OLD, NEW), (NEW.replace("9 June", "12 May"), OLD.replace("12 May", "9 June"))]
)
def test_the_next_of_a_newer_document_leads_and_denies_no_older_one(ask: Ask, may: str, june: str) -> None:
    found = ask("when is the next session of the council", (may, "2019-05-02"), (june, "2019-06-01"))
    assert "9 June" in found.citations[0].quote
    assert found.agreement is None


def test_what_is_next_on_one_day_can_be_disputed(ask: Ask) -> None:
    told = (OLD, "2019-05-02"), (NEW, "2019-05-02")
    found = ask("when is the next session of the council", *told).agreement
    assert found is not None
    assert not found.agrees


def test_what_is_next_is_not_compared_where_the_days_of_writing_are_not_known(ask: Ask) -> None:
    assert ask("when is the next session of the council", (OLD, None), (NEW, None)).agreement is None


def test_a_day_that_was_over_when_the_newest_was_written_is_not_compared(ask: Ask) -> None:
    told = (
        ("The council session is on 12 May 2019.", "2019-05-02"),
        ("The council session is on 9 June 2019.", "2019-06-01"),
    )
    found = ask("when is the council session", *told)
    assert "9 June" in found.citations[0].quote
    assert found.agreement is None


def test_what_was_announced_is_not_set_against_what_was(ask: Ask) -> None:
    told = ("The new line opened on 20 May 2019.", "2019-05-21"), ("The new line opens on 1 May 2019.", "2019-04-02")
    assert ask("when did the new line open", *told).agreement is None


FEE = ("The mooring fee is 40 marks in 2018.", "2018-02-01"), ("The mooring fee is 45 marks in 2019.", "2019-02-01")


@pytest.mark.parametrize("order", [1, -1])
def test_where_what_is_so_now_is_asked_the_newest_leads_though_it_is_of_another_year(ask: Ask, order: int) -> None:
    found = ask("what is the mooring fee now", *FEE[::order])
    assert "45" in found.citations[0].quote
    assert found.agreement is None


def test_what_is_so_in_other_years_is_no_disagreement(ask: Ask) -> None:
    assert ask("what is the mooring fee", *FEE).agreement is None
