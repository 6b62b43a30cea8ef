"""footnote eval: figures over a host's own questions, from what was asked as it was meant only."""

import json
from pathlib import Path

import pytest

from tests.conftest import Footnote, Ran

RIGHT = {"question": "when was the old iron bridge closed", "answers": ["14 may 2019"]}
WRONG = {"id": "w", "question": "when was the old iron bridge closed", "answers": ["1931"]}
UNANSWERABLE = {"question": "who invented the telescope", "answers": []}


@pytest.fixture
def loaded(footnote: Footnote, tmp_path: Path) -> Footnote:
    (tmp_path / "bridge.txt").write_text("The old iron bridge was closed to lorries on 14 May 2019.\n", "utf-8")
    assert footnote("add", "bridge.txt").status == 0
    return footnote


def evaluate(footnote: Footnote, *questions: object, options: tuple[str, ...] = ("--json",)) -> Ran:
    Path("golden.jsonl").write_text("\n".join(json.dumps(question) for question in questions), "utf-8")
    return footnote("eval", "golden.jsonl", *options)


def test_the_figures_are_shares_of_the_questions(loaded: Footnote) -> None:
    ran = evaluate(loaded, RIGHT, WRONG, UNANSWERABLE)
    figures = json.loads(ran.out)
    assert (figures["answerable"], figures["any_right"], figures["unanswerable"], figures["declined"]) == (2, 0.5, 1, 1)
    assert (figures["wrong"], ran.status) == ([{"id": "w", "question": WRONG["question"]}], 0)


def test_people_are_told_the_figures_and_what_had_no_right_quote(loaded: Footnote) -> None:
    shown = evaluate(loaded, RIGHT, WRONG, options=()).out
    assert "a quote right" in shown
    assert shown.endswith(f"no right quote: {WRONG['question']}\n")


@pytest.mark.parametrize(("floor", "status"), [("0.5", 0), ("0.6", 1)])
def test_fewer_right_quotes_than_the_floor_are_a_failure(loaded: Footnote, floor: str, status: int) -> None:
    assert evaluate(loaded, RIGHT, WRONG, options=("--floor", floor)).status == status


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({"question": 5, "answers": ["x"]}, '"question"'),
        ({"question": " ", "answers": ["x"]}, "There is no question"),
        ({"question": "x" * 5_000, "answers": ["x"]}, "5,000 characters"),
        ({**RIGHT, "answers": "14 May 2019"}, '"answers" must be a list'),
        ({**RIGHT, "answers": [2019]}, '"answers" must be a list'),
        ({**RIGHT, "gold": "bridge"}, '"gold" must be a list'),
    ],
)
def test_a_line_that_is_no_golden_question_is_named_and_not_counted(loaded: Footnote, bad: object, why: str) -> None:
    ran = evaluate(loaded, bad, RIGHT)
    assert (json.loads(ran.out)["answerable"], ran.status) == (1, 1)
    assert "golden.jsonl, line 1: " in ran.err
    assert why in ran.err


def test_a_mark_of_utf_8_before_the_first_question_is_no_part_of_it(loaded: Footnote) -> None:
    Path("golden.jsonl").write_text(json.dumps(RIGHT), "utf-8-sig")
    assert loaded("eval", "golden.jsonl").status == 0


@pytest.mark.parametrize("bad", [(), ({"question": ""},)])
def test_without_a_single_question_there_are_no_figures(loaded: Footnote, bad: tuple[object, ...]) -> None:
    ran = evaluate(loaded, *bad)
    assert (ran.status, ran.out) == (2, "")
    assert "golden.jsonl holds no question" in ran.err


def test_a_collection_that_does_not_exist_is_said_once(loaded: Footnote) -> None:
    ran = evaluate(loaded, RIGHT, WRONG, options=("--collection", "harbour"))
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
