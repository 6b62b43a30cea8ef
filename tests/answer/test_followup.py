"""A follow-up is asked with the topic of the question before it; one that stands alone is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.followup import join, topic
from index.analysis import Analyzer

HAJIN = "when did the Hajin offensive start"
BRIDGE = "When was the old bridge closed to lorries?"


@pytest.mark.parametrize(
    ("earlier", "follow_up", "joined"),
    [
        (HAJIN, "and who led it?", "who led the Hajin offensive"),
        (HAJIN, "how long did it take", "how long did the Hajin offensive take"),
        (HAJIN, "where was that?", "where was the Hajin offensive"),
        (HAJIN, "who was its commander", "who was its commander (the Hajin offensive)"),
        (HAJIN, "who led the assault", "who led the assault (the Hajin offensive)"),
        (HAJIN, "why?", "why (Hajin offensive)"),
        (HAJIN, "what about Baghouz?", "when did the Baghouz offensive start"),
        (HAJIN, "and in 2019?", "when did the Hajin offensive start in 2019"),
        ("when was raqqa captured", "and baghouz?", "when was baghouz captured"),
        ("when was raqqa captured", "and now?", "when was raqqa captured now"),
        ("who is mara lind", "and jan berg", "who is jan berg"),
        ("when was raqqa captured", "and casualties", "when was raqqa captured casualties"),
        ("when was raqqa captured", "and burned", "when was raqqa captured burned"),
        ("how much is a day ticket", "and children", "how much is a day ticket children"),
        ("who led the assault (the Hajin offensive)", "and the Arnsund raid", "who led the assault (the Arnsund raid)"),
        ("who won the cup (2019)", "and who lost it", "who lost the cup"),
        (BRIDGE, "and thanks", "and thanks"),
        ("how much is a day ticket", "and a monthly pass", "how much is a monthly pass"),
        ("who led the assault (the Hajin offensive)", "and when did it end", "when did the Hajin offensive end"),
        (BRIDGE, "what about the pier", "When was the pier closed to lorries"),
        (BRIDGE, "what about bicycles", "When was the old bridge closed to lorries bicycles"),
        (BRIDGE, "and in winter", "When was the old bridge closed to lorries in winter"),
        ("who led the Hajin offensive", "and when did it end", "when did the Hajin offensive end"),
        (BRIDGE, "how long will the repair take", "how long will the repair take"),
        (BRIDGE, "who closed it", "who closed the old bridge"),
        ("what's that", "who led it?", "who led it?"),
        ("who is Mara Lind", "where does she work", "where does Mara Lind work"),
    ],
)
def test_a_follow_up_is_asked_with_the_topic_of_the_question_before(earlier: str, follow_up: str, joined: str) -> None:
    assert join(follow_up, earlier, Analyzer()) == joined


@pytest.mark.parametrize(
    "question",
    [
        "when did a second ferry start to carry lorries",
        "who is mara lind",
        "Where is Raqqa?",
        "how many rivets had inspectors counted in the northern span",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert join(question, HAJIN, Analyzer()) == question


@pytest.mark.parametrize(
    ("question", "about"),
    [
        (HAJIN, "the Hajin offensive"),
        ("when did the hajin offensive start?", "the hajin offensive"),
        ("how many fighters remained in the Hajin pocket", "the Hajin pocket"),
        ("when was Raqqa captured", "Raqqa"),
        ("how many fighters were there", "fighters"),
        ("how many people were killed by the storm", "the storm"),
        ("who captured raqqa", "raqqa"),
        ("who won the election", "the election"),
        ("how do i get the salt key", "the salt key"),
        ("how many people died in the oldmere flood", "the oldmere flood"),
        ("where did the lighthouse keeper hide the spare key", "the lighthouse keeper"),
    ],
)
def test_the_topic_is_the_name_with_its_words_or_what_carries_the_matter(question: str, about: str) -> None:
    assert topic(question, Analyzer()) == about


@given(st.text(max_size=80), st.text(max_size=80))
def test_joining_never_fails_and_loses_no_question(follow_up: str, earlier: str) -> None:
    assert join(follow_up, earlier, Analyzer()).strip() or not follow_up.strip()


@pytest.mark.parametrize(
    ("follow_up", "joined"),
    [
        ("how long did it take", "how long did the Hajin offensive take"),
        ("who was its commander", "who was its commander (the Hajin offensive)"),
        ("and in 2019?", "when did the Hajin offensive start in 2019"),
        ("why?", "why (Hajin offensive)"),
        ("who won the election", "who won the election"),
        ("is there a ferry", "is there a ferry"),
    ],
)
def test_what_is_no_reply_leans_on_the_question_before_only_where_its_words_do(follow_up: str, joined: str) -> None:
    assert join(follow_up, HAJIN, Analyzer(), replied=False) == joined


def test_a_topic_that_the_question_has_already_is_not_added() -> None:
    assert join("who owned the barge", "what colour was the barge", Analyzer()) == "who owned the barge"
