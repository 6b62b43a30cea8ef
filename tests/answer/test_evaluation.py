"""How answers are judged against what is known, and added up."""

from collections.abc import Callable

import pytest

from answer.evaluation import Golden, figures, judge
from answer.model import Answer

Ask = Callable[[str], Answer]


def test_a_right_quote_is_judged_right_whatever_its_case_and_punctuation(ask: Ask) -> None:
    judged = judge(Golden(1, "", ("MARA LIND – the chief engineer",)), ask("who is the chief engineer"))
    assert (judged.answered, judged.any) == (True, True)


def test_a_quote_of_another_document_than_the_golden_one_is_not_right(ask: Ask) -> None:
    judged = judge(Golden(1, "", ("Mara Lind",), frozenset({"ferry"})), ask("who is the chief engineer"))
    assert not judged.any


def test_the_figures_count_answered_and_declined_apart(ask: Ask) -> None:
    right = judge(Golden(1, "", ("Mara Lind",)), ask("who is the chief engineer"))
    declined = judge(Golden(2, "", ()), ask("what is the capital of Mongolia"))
    found = figures([right, declined])
    assert (found.answerable, found.unanswerable, found.any_right, found.declined) == (1, 1, 1.0, 1.0)
    assert found.brier == pytest.approx(((right.confidence - right.first) ** 2 + declined.confidence**2) / 2)
