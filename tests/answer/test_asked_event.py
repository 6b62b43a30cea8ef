"""Given a question for a time, then the event that it asks the time of is the word for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.asked_event import asked_event


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("when does the mill close", "close"),
        ("When did the strike end in Leeds?", "end"),
        ("when was Lind & Brenner founded", "founded"),
        ("when were the nurses told about the cut", "told"),
        ("what year did the bridge open", "open"),
        ("in which month was the ferry finally sold", "sold"),
        ("when did they find the second boat", "find"),
        ("until when can i return a ticket", "return"),
        ("when is the boat race", "race"),
        ("when's the next cup", "cup"),
        ("when did the plane crash happen", "crash"),
        ("when does the race take place", "race"),
        ("when was the last time the owls won a cup", "won"),
        ("when is the ferry going to start", "start"),
        ("when was the battle of the sound fought", "battle"),
        ("when was the chapel on the quay built", "built"),
        ("when has the lock at Ellery been repaired", "repaired"),
        ("when did the strike in Leeds end", "end"),
        ("when did the strike in Leeds end with a pay deal", "end"),
        ("when will ferries to little Ellery run again", "run"),
        ("when is the race at Ellery", "race"),
        ("when will the meeting of the board be", "meeting"),
    ],
)
def test_a_question_names_the_event_whose_time_it_asks(question: str, event: str) -> None:
    assert asked_event(question) == event


@pytest.mark.parametrize("question", ["who won the cup", "how long is the bridge", "when", "when was it", ""])
def test_what_asks_for_no_time_or_names_nothing_has_none(question: str) -> None:
    assert asked_event(question) is None


@given(st.text(max_size=40))
def test_the_event_is_a_word_of_the_question(text: str) -> None:
    event = asked_event(f"when did {text}")
    assert event is None or event in f"happen {text}".lower()
