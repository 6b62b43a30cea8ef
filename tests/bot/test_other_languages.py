"""Answers, in Discord and at the terminal, say where a language other than English makes a difference; else nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from answer.model import Answer
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.message import answer_reply
from bot.other_languages import IN_ENGLISH, IN_GERMAN
from corpus import language
from corpus.documents import Passage
from tests.bot.discord.build import answer, citation
from tests.bot.seen import at_the_terminal

FERRY = answer(citation(), text="when did the ferry leave")


def quoted_from(code: str | None) -> Answer:
    (given,) = FERRY.citations
    document = replace(given.document, language=code)
    moved = Passage(document, given.sentence.start, given.sentence.end)
    return replace(FERRY, citations=(replace(given, sentence=moved),))


def in_discord(given: Answer, texts: Texts = ENGLISH) -> str:
    return answer_reply(given, texts=texts).embed().description or ""


@pytest.mark.parametrize("shown", [in_discord, at_the_terminal])
def test_a_quote_in_another_language_is_said_to_be_so(shown: Callable[[Answer], str]) -> None:
    assert "from German" in shown(quoted_from("de"))
    assert "only as they are written" not in shown(quoted_from("en"))
    assert "only as they are written" not in shown(quoted_from(None))


def test_the_line_is_in_the_reader_s_language() -> None:
    assert "auf Koreanisch" in in_discord(quoted_from("ko"), GERMAN)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Wann fuhr die Fähre ab?", "German"),
        ("Quand le bateau est-il parti ?", "French"),
        ("¿Cuándo salió el barco?", "Spanish"),
        ("Когда ушёл паром, и кто на нём был?", "Russian"),
        ("フェリーはいつ出発しましたか", "Japanese"),
        ("متى غادرت العبارة", "Arabic"),
    ],
)
def test_a_question_in_another_language_that_finds_nothing_is_told_why(question: str, name: str) -> None:
    nothing = answer(text=question)
    assert f"in {name}" in in_discord(nothing)
    assert f"in {name}" in at_the_terminal(nothing)


@pytest.mark.parametrize(
    "question",
    ["when did the ferry leave", "was the bridge closed", "Where is it?", "who is Mara Lind", "ferry", "17?", ""],
)
def test_a_question_in_english_is_not_taken_for_another_language(question: str) -> None:
    assert "only as they are written" not in in_discord(answer(text=question))


def test_a_question_in_another_language_that_was_answered_in_english_needs_no_word() -> None:
    assert "only as they are written" not in in_discord(replace(FERRY, question=answer(text="Wann war das?").question))


@pytest.mark.parametrize("names", [IN_ENGLISH, IN_GERMAN], ids=["English", "German"])
def test_every_language_that_is_recognised_has_a_name(names: dict[str, str]) -> None:
    recognised = {*language._SCRIPTS.values(), *language._COMMON, *language._OPENERS, "fa", "ur"}
    assert set(names) == recognised - {"en"}
