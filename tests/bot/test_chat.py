"""The chat in the terminal: it keeps the topic of the question before, and gives small talk no quote."""

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bot.terminal.chat import GREETING, NOTHING_ASKED
from tests.conftest import Footnote

REPORT = """\
---
title: The dockers' strike
published: 2019-05-14
---
The Vestmark strike started on Monday. The Vestmark strike lasted eleven days, the union said.

Thanks go to all who brought soup to the pickets.
"""
FIRST = "when did the Vestmark strike start"

Chat = Callable[..., str]


@pytest.fixture
def chat(footnote: Footnote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chat:
    """Type these lines, and see what the chat says after its greeting."""
    (tmp_path / "strike.md").write_text(REPORT, "utf-8")
    assert footnote("add", str(tmp_path / "strike.md")).status == 0

    def typed(*lines: str) -> str:
        monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{line}\n" for line in lines)))
        return footnote("chat").out.removeprefix(f"{GREETING}\n")

    return typed


def test_a_question_that_leans_on_the_one_before_is_shown_and_answered_as_understood(chat: Chat) -> None:
    _, understood, answered = chat(FIRST, "how long did it last").partition("how long did the Vestmark strike last")
    assert understood
    assert "lasted eleven days" in " ".join(answered.split())


def test_the_topic_outlasts_small_talk(chat: Chat) -> None:
    assert "how long did the Vestmark strike last" in chat(FIRST, "thanks", "how long did it last")


@pytest.mark.parametrize("said", ["thanks", "are you sure", "ok cool", "lol", "good bot"])
def test_small_talk_gets_a_line_and_no_quote(chat: Chat, said: str) -> None:
    assert chat(said).replace("? ", "").strip() == NOTHING_ASKED


def test_thanks_before_a_question_do_not_keep_it_from_being_answered(chat: Chat) -> None:
    assert "Monday 13 May 2019" in chat(f"thanks, {FIRST}?")
