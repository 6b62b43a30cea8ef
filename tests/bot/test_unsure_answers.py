"""An answer that is more likely wrong than right wears no confident face, in Discord and at the terminal."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from answer.model import EVEN, Answer
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.message import answer_reply
from tests.bot.discord.build import answer, citation
from tests.bot.seen import at_the_terminal

SAID = answer(citation(words=("opened",), value="2018-09-10"))


def in_discord(given: Answer) -> str:
    shown = answer_reply(given).embed()
    return f"{shown.title or ''}\n{shown.description}"


@pytest.mark.parametrize("shown", [in_discord, at_the_terminal])
def test_it_says_so_first(shown: Callable[[Answer], str]) -> None:
    told = shown(replace(SAID, confidence=EVEN - 0.01)).strip().split("\n")
    assert "ot sure that this answers the question" in told[0]


@pytest.mark.parametrize("shown", [in_discord, at_the_terminal])
def test_it_leads_with_no_day(shown: Callable[[Answer], str]) -> None:
    day = "Monday 10 September 2018"
    sure, unsure = (shown(replace(SAID, confidence=value)).strip() for value in (EVEN, EVEN - 0.01))
    assert sure.startswith(day)
    assert not unsure.startswith(day)


@pytest.mark.parametrize("shown", [in_discord, at_the_terminal])
def test_one_that_is_as_likely_right_as_wrong_is_not_hedged(shown: Callable[[Answer], str]) -> None:
    assert "ot sure" not in shown(replace(SAID, confidence=EVEN))


@pytest.mark.parametrize("shown", [in_discord, at_the_terminal])
def test_where_nothing_is_quoted_there_is_nothing_to_doubt(shown: Callable[[Answer], str]) -> None:
    assert "ot sure" not in shown(replace(SAID, citations=(), confidence=0.1))


def test_it_is_said_in_the_language_of_the_server() -> None:
    told = answer_reply(replace(SAID, confidence=0.1), texts=GERMAN).embed().description or ""
    assert told.startswith("Ich bin nicht sicher, ob das die Frage beantwortet.")
