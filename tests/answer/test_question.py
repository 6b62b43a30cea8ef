"""Understanding a question: its kind, what is peeled off, what is searched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.model import Kind
from answer.question import is_small_talk, kind_of, strip_chat, understand
from answer.reading import Tools


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("when did the ferry start", Kind.WHEN),
        ("What year was the bridge opened?", Kind.WHEN),
        ("on what day does the market open", Kind.WHEN),
        ("who runs the harbour", Kind.WHO),
        ("What is the name of the actor who plays the captain", Kind.WHO),
        ("which minister resigned", Kind.WHO),
        ("where is the lighthouse", Kind.WHERE),
        ("in which country is the sound", Kind.WHERE),
        ("how many lorries cross a day", Kind.HOW_MANY),
        ("what is the population of the island", Kind.HOW_MANY),
        ("how strong was the gale", Kind.HOW_MANY),
        ("who is mara lind", Kind.DEFINITION),
        ("who's Mara Lind?", Kind.DEFINITION),
        ("who is abu omar al ellery", Kind.DEFINITION),
        ("who is the chief engineer", Kind.WHO),
        ("who was elected mayor", Kind.WHO),
        ("who is prime minister", Kind.WHO),
        ("who is chairman now", Kind.WHO),
        ("who was on call", Kind.WHO),
        ("how much did the repair cost", Kind.HOW_MANY),
        ("how long did the strike last", Kind.HOW_LONG),
        ("how far is the island from the coast", Kind.HOW_FAR),
        ("how tall is the mast", Kind.HOW_FAR),
        ("why was the bridge closed", Kind.WHY),
        ("what is the reason for the delay", Kind.WHY),
        ("what did the engineer say about the rivets", Kind.SPEECH),
        ("which boats were sunk", Kind.WHICH),
        ("which villages were flooded", Kind.WHERE),
        ("what is a capstan", Kind.DEFINITION),
        ("what does SFC stand for", Kind.DEFINITION),
        ("what caused the fire on board", Kind.WHAT),
        ("how does a lock work", Kind.HOW),
        ("the ferry's first captain was", Kind.TOPIC),
        ("the bridge was closed when", Kind.WHEN),
        ("does the ferry stop when a storm comes", Kind.TOPIC),
    ],
)
def test_the_kind_of_a_question(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("hey bot, when did the ferry start?", "when did the ferry start"),
        ("<@1234> who runs the harbour pls", "who runs the harbour"),
        ("hi, does anyone know where the lighthouse is 🙏", "where the lighthouse is"),
        ("Can you tell me why the bridge closed, thanks!", "why the bridge closed"),
        ("do you know how long the strike lasted? https://example.org/x", "how long the strike lasted"),
        ("what's the toll <:ferry:99>", "what's the toll"),
        ("Who runs the harbour, according to the report on the bridge?", "Who runs the harbour the bridge"),
    ],
)
def test_the_rests_of_chat_are_peeled_off(said: str, asked: str) -> None:
    assert strip_chat(said) == asked


@pytest.mark.parametrize("said", ["hey bot", "thanks", "???", "🙏"])
def test_something_is_left_of_a_message_of_nothing_but_chat(said: str) -> None:
    assert strip_chat(said)


@pytest.mark.parametrize(
    "said",
    [
        *("thanks", "Thank you so much!", "are you sure??", "ok, cool", "lol", "good bot", "haha nice one", "got it"),
        *("that’s great, thanks <:ferry:99>", "🙏", "???", "<@1234> hi", "https://example.org/x", ""),
    ],
)
def test_a_message_of_small_talk_or_without_a_word_asks_nothing(said: str) -> None:
    assert is_small_talk(said)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "thanks, who led it?",
            "ok and when?",
            "is it good?",
            "why",
            "in 2018?",
            "what about them",
            "are you a ferry",
        ),
        *("good ferries", "sure footing", "and before that", "danke", "是的"),
    ],
)
def test_a_message_with_any_other_word_is_no_small_talk(said: str) -> None:
    assert not is_small_talk(said)


def test_words_of_the_form_are_not_searched(tools: Tools) -> None:
    assert set(understand("when did the ferry start", tools.analyzer).weights) == set(
        tools.analyzer.terms("ferry start")
    )


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        ("when were the ferries supposed to run", {"ferri", "run"}),
        ("what kind of lorries do you guys actually tow", {"lorri", "tow"}),
        ("who else has really left yet", {"leav"}),
    ],
)
def test_words_that_only_lend_a_question_its_tone_are_not_searched(
    tools: Tools, asked: str, searched: set[str]
) -> None:
    assert understand(asked, tools.analyzer).weights.keys() == searched


def test_a_question_of_function_words_only_searches_nothing(tools: Tools) -> None:
    assert understand("who is it and what are they", tools.analyzer).weights == {}


@pytest.mark.parametrize("hasty", ["wen did the ferry start", "whne did the ferry start"])
def test_a_hasty_question_word_is_understood(hasty: str, tools: Tools) -> None:
    understood = understand(hasty, tools.analyzer)
    assert (understood.kind, set(understood.weights)) == (Kind.WHEN, set(tools.analyzer.terms("ferry start")))


@pytest.mark.parametrize(
    "asked", ["why couldn't the ferry start", "why couldn’t the ferry start", "why couldnt u start the ferry"]
)
def test_what_runs_function_words_together_is_not_searched(asked: str, tools: Tools) -> None:
    assert set(understand(asked, tools.analyzer).weights) == set(tools.analyzer.terms("ferry start"))


def test_the_noun_that_is_counted_is_the_focus(tools: Tools) -> None:
    assert understand("how many cracked rivets did they find", tools.analyzer).focus == ("crack", "rivet")


@given(st.text(max_size=300))
def test_any_text_is_understood_without_an_error(text: str) -> None:
    assert strip_chat(text) in text or strip_chat(text) in re.sub(r"\s+", " ", text)
